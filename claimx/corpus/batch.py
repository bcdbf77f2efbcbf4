"""A run over many articles: items → workers → journal → store, to be resumed at any point."""

import hashlib
import json
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Protocol

from claimx import __version__
from claimx.corpus.atomic import whole_file
from claimx.corpus.inputs import Item, find_items
from claimx.corpus.journal import Journal
from claimx.corpus.pool import Job, Pool
from claimx.corpus.sketch import group
from claimx.corpus.store import Entry, find_store
from claimx.corpus.work import Outcome, Task
from claimx.errors import UsageError
from claimx.records import SCHEMA, Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to do and how; only ``task`` changes what comes out of an article.

    ``shard`` is (number from 1, of how many); ``limit`` bounds the bytes of one article;
    ``errors`` and ``report`` are JSON Lines: what failed, and what came of every input.
    """

    inputs: tuple[str, ...]
    output: Path
    task: Task = field(default_factory=Task)
    jobs: int = 1
    resume: bool = False
    unordered: bool = False
    errors: Path | None = None
    report: Path | None = None
    keep_journal: bool = False
    shard: tuple[int, int] = (1, 1)
    limit: int = 64 * 2**20
    recycle: int = 1000
    timeout: float = 600.0


@dataclass(kw_only=True)
class Tally:
    """What has come of a run so far; ``kept`` of the articles were done in an earlier run."""

    articles: int = 0
    kept: int = 0
    failed: int = 0
    foreign: int = 0
    duplicates: int = 0
    words: int = 0

    def count(self, outcome: Outcome) -> None:
        """Take in one outcome."""
        self.articles += outcome.status == "done"
        self.failed += outcome.status == "failed"
        self.foreign += outcome.status == "foreign"
        self.words += outcome.words


class Engine(Protocol):
    """Does jobs somewhere and yields the outcomes as they come."""

    def run(self, jobs: Iterable[Job]) -> Generator[tuple[int, Outcome], None, None]:
        """Yield number and outcome of each job, in any order; take jobs only as fast as needed."""


def run_batch(plan: Plan, watch: Callable[[Tally], None], *, engine: Engine | None = None) -> Tally:
    """Do what ``plan`` says and return what came of it; ``watch`` is called after each article.

    Without an ``engine`` the work is done by processes on this machine.

    The output appears at the end, whole.  Until then all results are in the journal beside it,
    from which a run with ``resume`` goes on.

    Raises:
        UsageError: the output is of no known kind, or an unfinished run is in the way.
        SetupError: the language model, or a package that is needed, is missing.
    """
    write = find_store(plan.output)
    path = journal_path(plan.output)
    if path.exists() and not plan.resume:
        raise UsageError(f"{path}: an unfinished run; add --resume to go on, or delete it")
    tally = Tally()
    with _writing(path):
        opened = Journal(path, task=task_digest(plan.task), resume=plan.resume)
    with opened as journal:
        places: dict[int, int] = {}
        jobs = _left_to_do(plan, journal, places, tally, watch)
        if engine is None:
            engine = Pool(plan.task, jobs=plan.jobs, recycle=plan.recycle, timeout=plan.timeout)
        with closing(engine.run(jobs)) as outcomes:
            for n, outcome in outcomes:
                with _writing(path):
                    places[n] = journal.append(outcome)
                tally.count(outcome)
                watch(tally)
        with _writing(path):
            journal.sync()
        order = sorted(places.values()) if plan.unordered else [places[n] for n in sorted(places)]
        copies = _find_copies(journal, order)
        tally.duplicates = len(copies)
        with _writing(plan.output):
            write(plan.output, _entries(journal, order, copies))
        _write_reports(plan, journal, order, copies)
    if not plan.keep_journal:
        path.unlink()
    return tally


def journal_path(output: Path) -> Path:
    """Return where the journal of a run is kept."""
    return output.with_name(f"{output.name}.journal")


def task_digest(task: Task) -> str:
    """Return a digest of everything that what comes out of an article depends on, but itself."""
    values = {"claimx": __version__, "schema": SCHEMA, "model": _model_digest(task.model)}
    data = json.dumps({**asdict(task), **values}, sort_keys=True)
    return hashlib.sha256(data.encode()).hexdigest()


def _model_digest(model: str | None) -> str:
    """Return a digest of the model's own description; its name where it has none."""
    from importlib.resources import files

    folder = Path(str(files("claimx.model").joinpath("shipped"))) if model is None else Path(model)
    for name in ("manifest.json", "meta.json"):
        if (folder / name).is_file():
            return hashlib.sha256((folder / name).read_bytes()).hexdigest()
    return str(model)


def _left_to_do(
    plan: Plan,
    journal: Journal,
    places: dict[int, int],
    tally: Tally,
    watch: Callable[[Tally], None],
) -> Iterator[Job]:
    """Yield the jobs that the journal has no outcome of; note the place of those that it has."""
    mine, shards = plan.shard
    for n, item in enumerate(find_items(plan.inputs, limit=plan.limit)):
        if n % shards != mine - 1:
            continue
        digest = item_digest(item)
        place = journal.find(item.name, digest)
        if place is None:
            yield n, item, digest
            continue
        places[n] = place
        tally.count(journal.read(place))
        tally.kept += 1
        watch(tally)


def item_digest(item: Item) -> str:
    """Return a digest of what an item holds."""
    digest = hashlib.sha256(item.data)
    digest.update(f"\n{item.kind}\n{item.url}\n{item.problem}".encode())
    return digest.hexdigest()[:32]


def _find_copies(journal: Journal, order: list[int]) -> dict[int, str]:
    """Return, by index into ``order``, the name of the article that one repeats.

    With sketches, near-equal articles count as repeated too.
    """
    copies: dict[int, str] = {}
    names: dict[int, str] = {}
    firsts: dict[str, int] = {}

    def sketches() -> Iterator[tuple[int, str]]:
        for i, place in enumerate(order):
            outcome = journal.read(place)
            if outcome.document is None:
                continue
            first = firsts.setdefault(_document_id(outcome.document), i)
            if first != i:
                copies[i] = names[first]
                continue
            names[i] = outcome.name
            if outcome.sketch is not None:
                yield i, outcome.sketch

    for i, first in group(sketches()):
        copies[i] = names[first]
    return copies


def _document_id(document: str) -> str:
    found: str = json.loads(document)["document"]["id"]
    return found


def _entries(journal: Journal, order: list[int], copies: dict[int, str]) -> Iterator[Entry]:
    for i, place in enumerate(order):
        outcome = journal.read(place)
        yield Entry(
            name=outcome.name,
            status=outcome.status,
            problem=outcome.problem,
            document=None if outcome.document is None else Document.from_json(outcome.document),
            copy_of=copies.get(i),
        )


def _write_reports(plan: Plan, journal: Journal, order: list[int], copies: dict[int, str]) -> None:
    def rows() -> Iterator[dict[str, str | int | None]]:
        for i, place in enumerate(order):
            outcome = journal.read(place)
            status = "copy" if i in copies else outcome.status
            yield {
                "input": outcome.name,
                "status": status,
                "problem": outcome.problem,
                "copy_of": copies.get(i),
                "words": outcome.words,
            }

    if plan.report is not None:
        _write_lines(plan.report, rows())
    if plan.errors is not None:
        bad = (row for row in rows() if row["status"] in {"failed", "foreign"})
        picked = ({key: row[key] for key in ("input", "status", "problem")} for row in bad)
        _write_lines(plan.errors, picked)


def _write_lines(path: Path, rows: Iterable[object]) -> None:
    with _writing(path), whole_file(path) as part, part.open("w", encoding="utf-8") as stream:
        for row in rows:
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Say which place cannot be written."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"{path}: cannot write: {reason}") from error
