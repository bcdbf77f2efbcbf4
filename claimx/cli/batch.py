"""``claimx batch``: many articles in worker processes, to be interrupted and resumed at will."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.article import MAX_BYTES
from claimx.cli.console import say, user_errors
from claimx.cli.options import MaxBytes
from claimx.cli.progress import progress
from claimx.errors import UsageError

if TYPE_CHECKING:
    from claimx.corpus.plan import Plan, Tally


def batch(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Files, folders: .txt .md .html .json .jsonl .warc, .gz and .zst of them; or -.",
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
        str, typer.Option(metavar="I/N", help="Do only the I-th of N shares of the inputs.")
    ] = "1/1",
    parts: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Make OUT a folder of N files and a manifest."),
    ] = None,
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
    max_bytes: MaxBytes = MAX_BYTES,
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
        from claimx.corpus.batch import journal_path
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
                keep_text=None if keep_text is None else str(keep_text.absolute()),
            ),
            jobs=jobs or _processors(),
            resume=resume,
            unordered=unordered,
            errors=errors,
            report=report,
            keep_journal=keep_journal,
            shard=_shard(shard),
            parts=parts,
            limit=max_bytes,
            recycle=recycle,
            timeout=timeout,
        )
        try:
            with progress(plan, quiet=quiet) as watch:
                tally = _run(plan, watch, engine, scheduler)
        except KeyboardInterrupt:
            place = journal_path(plan) if parts is None else output
            say(f"interrupted; what is done is in {place}, --resume goes on")
            raise
        for problem in tally.problems:
            say(f"error: {problem}")
        for part in tally.missing:
            say(f"error: part {part}: every worker that tried it died; --resume tries again")
        if not quiet:
            say(_summary(tally, plan))
        if tally.failed or tally.foreign or tally.missing:
            raise typer.Exit(1)


def _run(
    plan: "Plan", watch: "Callable[[Tally], None]", engine: str, scheduler: str | None
) -> "Tally":
    from claimx.corpus.batch import run_batch
    from claimx.corpus.parts import run_parts

    if engine not in ("local", "dask"):
        raise UsageError(f"--engine {engine!r}: choose local, dask")
    if engine == "local":
        if scheduler is not None:
            raise UsageError("--scheduler goes with --engine dask")
        return run_batch(plan, watch) if plan.parts is None else run_parts(plan, watch)
    from claimx.corpus.cluster import DaskEngine

    dask = DaskEngine(
        jobs=plan.jobs, scheduler=scheduler, recycle=plan.recycle, timeout=plan.timeout
    )
    if plan.parts is None:
        return run_batch(plan, watch, engine=dask)
    return run_parts(plan, watch, make=dask.make_parts)


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
    if not tally.whole:
        where += f"; other parts of {plan.output} are still to be made"
    return f"{', '.join(parts)}{where}"


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
