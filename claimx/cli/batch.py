"""``claimx batch``: many articles in worker processes, to be interrupted and resumed at will."""

import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.cli.console import say, user_errors
from claimx.errors import UsageError

if TYPE_CHECKING:
    from claimx.corpus.plan import Engine, Plan, Tally


def batch(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Files and folders: .txt .md .html .json .jsonl .warc, also .gz and .zst of them.",
            show_default=False,
        ),
    ],
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="OUT", help="NAME.jsonl .csv .parquet .sqlite, or a folder."
        ),
    ],
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=0, help="Worker processes; 0: one a processor.")
    ] = 0,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where an earlier run ended or was killed.")
    ] = False,
    errors: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write what failed, one JSON object a line.")
    ] = None,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The same for every input, also the good.")
    ] = None,
    shard: Annotated[
        str, typer.Option(metavar="I/N", help="Do every N-th article only, from the I-th on.")
    ] = "1/1",
    dedupe: Annotated[
        bool, typer.Option("--dedupe", help="Take near-equal articles for one, as equal ones are.")
    ] = False,
    any_language: Annotated[
        bool, typer.Option("--any-language", help="Read articles that are not in English too.")
    ] = False,
    text_field: Annotated[
        str | None, typer.Option(metavar="NAME", help="Where JSON has the text: body, page.text.")
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="Encoding of text and pages, if not told.")
    ] = None,
    keep_text: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Store each text that offsets count in.")
    ] = None,
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="Another spaCy pipeline, by name or folder.")
    ] = None,
    unordered: Annotated[
        bool, typer.Option("--unordered", help="Keep the order in which articles were done.")
    ] = False,
    keep_journal: Annotated[
        bool, typer.Option("--keep-journal", help="So that --resume redoes only what changes.")
    ] = False,
    engine: Annotated[
        str, typer.Option(metavar="NAME", help="local: processes here; dask: a Dask cluster.")
    ] = "local",
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Dask scheduler, tcp://host:8786; else one here."),
    ] = None,
    max_bytes: Annotated[
        int, typer.Option(min=1, help="Refuse articles that are larger, unpacked.")
    ] = 64 * 2**20,
    timeout: Annotated[
        float, typer.Option(min=1, help="Give up an article after so many seconds.")
    ] = 600,
    recycle: Annotated[
        int, typer.Option(min=1, help="Replace a worker after so many articles.")
    ] = 1000,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Say nothing but errors on stderr.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of errors.")] = False,
) -> None:
    """Read many articles into one file, a database or a folder.

    Results come in the order of the inputs and are the same for any number of jobs.  They appear at
    the end; until then they are in OUT.journal, and --resume goes on from there.

    Exit codes: 0 done; 1 some input failed, the rest is written; 2 usage; 3 the language model is
    missing or broken; 130 interrupted.

    Examples: claimx batch news/ -o news.sqlite --jobs 4 --errors bad.jsonl
    """
    with user_errors(debug=debug):
        from claimx.corpus.batch import journal_path, run_batch
        from claimx.corpus.plan import Plan
        from claimx.corpus.task import Task

        plan = Plan(
            inputs=tuple(inputs),
            output=output,
            task=Task(
                model=model,
                encoding=_encoding(encoding),
                text_field=text_field,
                any_language=any_language,
                sketches=dedupe,
                keep_text=None if keep_text is None else str(keep_text),
            ),
            jobs=jobs or _processors(),
            resume=resume,
            unordered=unordered,
            errors=errors,
            report=report,
            keep_journal=keep_journal,
            shard=_shard(shard),
            limit=max_bytes,
            recycle=recycle,
            timeout=timeout,
        )
        try:
            with _progress(quiet=quiet) as watch:
                tally = run_batch(plan, watch, engine=_engine(engine, scheduler, plan))
        except KeyboardInterrupt:
            say(f"interrupted; what is done is in {journal_path(output)}, --resume goes on")
            raise
        for problem in tally.problems:
            say(f"error: {problem}")
        if not quiet:
            say(_summary(tally, plan))
        if tally.failed or tally.foreign:
            raise typer.Exit(1)


def _summary(tally: "Tally", plan: "Plan") -> str:
    parts = [f"{tally.articles} article{'' if tally.articles == 1 else 's'}"]
    if tally.kept:
        parts.append(f"{tally.kept} kept from before")
    if tally.duplicates:
        parts.append(f"{tally.duplicates} repeated")
    if tally.foreign:
        parts.append(f"{tally.foreign} not in English")
    parts.append(f"{tally.failed} failed")
    bad = tally.failed + tally.foreign
    where = ""
    if bad and plan.errors:
        where = f"; see {plan.errors}"
    elif bad > len(tally.problems):
        where = "; --errors FILE would name them all"
    return f"{', '.join(parts)}{where}"


@contextmanager
def _progress(*, quiet: bool) -> "Iterator[Callable[[Tally], None]]":
    """Give what shows how far a run is: a line that renews itself, only where a person sees it."""
    if quiet or not sys.stderr.isatty():
        yield lambda tally: None
        return
    from rich.console import Console
    from rich.status import Status
    from rich.text import Text

    started = time.monotonic()

    def show(tally: "Tally") -> None:
        passed = max(time.monotonic() - started, 0.001)
        status.update(
            Text(
                f"{tally.articles:,} articles, {tally.failed + tally.foreign:,} failed,"
                f" {tally.words / passed:,.0f} words a second"
            )
        )

    with Status(Text("starting"), console=Console(stderr=True)) as status:
        yield show


def _engine(name: str, scheduler: str | None, plan: "Plan") -> "Engine | None":
    if name not in ("local", "dask"):
        raise UsageError(f"--engine {name!r}: choose local, dask")
    if name == "local":
        if scheduler is not None:
            raise UsageError("--scheduler goes with --engine dask")
        return None
    from claimx.corpus.cluster import DaskEngine

    return DaskEngine(
        jobs=plan.jobs, scheduler=scheduler, recycle=plan.recycle, timeout=plan.timeout
    )


def _shard(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,9})/(\d{1,9})", text)
    if found is None or not 1 <= int(found[1]) <= int(found[2]):
        raise UsageError(f"--shard {text!r}: write it as 3/8, the third of eight parts")
    return int(found[1]), int(found[2])


def _encoding(name: str | None) -> str | None:
    if name is not None:
        from claimx.reading.decoding import check_encoding

        check_encoding(name)
    return name


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
