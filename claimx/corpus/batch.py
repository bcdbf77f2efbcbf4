"""A run over many articles: items → workers → journal → store, to be resumed at any point."""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path

from claimx.corpus.atomic import clear_leftovers
from claimx.corpus.copies import find_copies
from claimx.corpus.inputs import Item, find_items
from claimx.corpus.journal import Journal
from claimx.corpus.listing import Identity, deal, identities, list_files
from claimx.corpus.plan import Engine, Job, Plan, Tally, task_digest
from claimx.corpus.pool import Pool
from claimx.corpus.reports import error_rows, first_problems, report_rows, write_lines
from claimx.corpus.store import Entry, find_store, load_store
from claimx.corpus.task import Outcome
from claimx.errors import UsageError


def run_batch(plan: Plan, watch: Callable[[Tally], None], *, engine: Engine | None = None) -> Tally:
    """Do what ``plan`` says and return what came of it; ``watch`` is called after each article.

    Without an ``engine`` the work is done by processes on this machine.

    The output appears at the end, whole.  Until then all results are in the journal beside it,
    from which a run with ``resume`` goes on.

    Raises:
        UsageError: the output is of no known kind, or an unfinished run is in the way.
        SetupError: the language model, or a package that is needed, is missing.
    """
    with writing(plan.output):
        plan = replace(plan, task=replace(plan.task, store=find_store(plan.output)))
        path = journal_path(plan)
        is_unfinished = path.exists()
    if is_unfinished and not plan.resume:
        raise UsageError(f"{path}: an unfinished run; add --resume to go on, or delete it")
    check_places(plan)
    with writing(path):
        opened = Journal(path, task=task_digest(plan.task), resume=plan.resume)
    with opened as journal:
        tally = Tally()
        with nullcontext(engine) if engine is not None else local_pool(plan) as workers:
            order = _fill(journal, plan, tally, watch, workers)
        _write(plan, journal, order, tally)
    if not plan.keep_journal:
        path.unlink()
    return tally


def local_pool(plan: Plan) -> Pool:
    """Return the worker processes that do a plan on this machine."""
    return Pool(jobs=plan.jobs, recycle=plan.recycle, timeout=plan.timeout)


def journal_path(plan: Plan) -> Path:
    """Return where the journal of a run is kept: beside the output, if the plan does not say."""
    return plan.journal or plan.output.with_name(f"{plan.output.name}.journal")


def check_places(plan: Plan) -> None:
    """See to it that everything can be written in the end, before hours of work.

    Raises:
        UsageError: it cannot, or would overwrite an input.
    """
    is_folder = plan.task.store == "folder" or plan.parts is not None
    paths = [path for path in (plan.output, plan.errors, plan.report) if path is not None]
    if plan.output == Path("-"):
        raise UsageError("-: an output that appears when it is whole needs a name")
    if len({path.absolute() for path in paths}) < len(paths):
        raise UsageError("--output, --errors and --report: give each a name of its own")
    for path in paths:
        with writing(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            is_there = path.exists()
        if is_there and path.is_dir() != (is_folder and path == plan.output):
            kind = "folder" if path.is_dir() else "file"
            raise UsageError(f"{path}: a {kind} of that name is in the way")
        if not os.access(path if path.is_dir() else path.parent, os.W_OK):
            raise UsageError(f"{path}: cannot write: permission denied")
    written = written_files(plan)
    for name in plan.inputs:
        if identities([Path(plan.root, name)]) & written:
            raise UsageError(f"{name}: an input and an output at once; choose another output")


def written_files(plan: Plan) -> frozenset[Identity]:
    """Return what of that which a plan writes is there already, and is no input of it."""
    texts = None if plan.task.keep_text is None else Path(plan.task.keep_text)
    return identities([plan.output, plan.errors, plan.report, texts, *plan.written])


def _fill(
    journal: Journal,
    plan: Plan,
    tally: Tally,
    watch: Callable[[Tally], None],
    engine: Engine,
) -> list[int]:
    """Bring the outcomes of all items into the journal; return their places, in order."""
    places: dict[int, int] = {}
    sizes: dict[int, int] = {}
    jobs = _left_to_do(plan, journal, places, sizes, tally, watch)
    with closing(engine.run(plan.task, jobs)) as outcomes:
        for n, outcome in outcomes:
            with writing(journal_path(plan)):
                places[n] = journal.append(outcome)
            tally.count(outcome)
            tally.read += sizes.pop(n)
            watch(tally)
    with writing(journal_path(plan)):
        journal.sync()
    return sorted(places.values()) if plan.unordered else [places[n] for n in sorted(places)]


def _left_to_do(
    plan: Plan,
    journal: Journal,
    places: dict[int, int],
    sizes: dict[int, int],
    tally: Tally,
    watch: Callable[[Tally], None],
) -> Iterator[Job]:
    """Yield the jobs that the journal has no outcome of, and note their sizes.

    Of those that it has, the place is noted.
    """
    for n, item in enumerate(plan_items(plan)):
        digest = item_digest(item)
        place = journal.find(item.name, digest)
        if place is None:
            sizes[n] = item.size
            yield n, item, digest
            continue
        places[n] = place
        tally.read += item.size
        outcome = journal.read(place, share=False)
        tally.count(outcome)
        if place < journal.resumed:
            tally.kept += 1
            tally.kept_words += outcome.words
            tally.kept_read += item.size
        watch(tally)


def plan_items(plan: Plan) -> Iterator[Item]:
    """Yield the items of a plan's shard."""
    return find_items(
        plan.inputs,
        limit=plan.limit,
        shard=plan.shard,
        root=plan.root,
        skip=written_files(plan),
    )


def input_size(plan: Plan) -> int | None:
    """Return how many bytes on disk a plan's shard has; None if that cannot be known."""
    files = list_files(plan.inputs, root=plan.root, skip=written_files(plan))
    pieces = deal(files, (1, 1) if plan.parts else plan.shard)
    total = 0
    for piece in pieces:
        if piece.file.size is None and piece.file.problem is None:
            return None
        total += piece.size
    return total // plan.shard[1] if plan.parts else total


def item_digest(item: Item) -> str:
    """Return a digest of what an item holds."""
    digest = hashlib.sha256(item.data)
    digest.update(f"\n{item.kind}\n{item.url}\n{item.problem}".encode())
    return digest.hexdigest()[:32]


def _write(plan: Plan, journal: Journal, order: list[int], tally: Tally) -> None:
    """Write the output and the reports from the journal."""

    def outcomes(*, share: bool = False) -> Iterator[Outcome]:
        return (journal.read(place, share=share) for place in order)

    copies = find_copies(outcomes())
    tally.duplicates = len(copies)
    entries = (
        Entry(
            name=outcome.name,
            status=outcome.status,
            problem=outcome.problem,
            copy_of=copies.get(i),
            share=outcome.share,
        )
        for i, outcome in enumerate(outcomes(share=True))
    )
    with writing(plan.output):
        clear_leftovers(plan.output)
        load_store(plan.task.store).write(plan.output, entries)
    if plan.report is not None:
        with writing(plan.report):
            write_lines(plan.report, report_rows(outcomes(), copies))
    if plan.errors is not None:
        with writing(plan.errors):
            write_lines(plan.errors, error_rows(report_rows(outcomes(), copies)))
    else:
        tally.problems = first_problems(report_rows(outcomes(), copies))


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Say which place cannot be written.

    Raises:
        UsageError: something in the block could not be written.
    """
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"{path}: cannot write: {reason}") from error
