"""``claimx extract``: the main job, articles in, claims out."""

from itertools import chain
from typing import Annotated, Any

import typer

from claimx.article import MAX_BYTES
from claimx.cli.console import user_errors
from claimx.cli.options import (
    Debug,
    Encoding,
    Inputs,
    MaxBytes,
    ModelName,
    Output,
    Published,
    Quiet,
)
from claimx.cli.output import open_output, safe
from claimx.cli.run import (
    AUTO,
    Run,
    check_day,
    check_encoding_name,
    check_format,
    choose_format,
    choose_inputs,
)
from claimx.errors import UsageError
from claimx.rendering import FORMATS, TABLES, renderer


def _complete_format(incomplete: str) -> list[str]:
    return [name for name in (AUTO, *FORMATS) if name.startswith(incomplete)]


def extract(
    inputs: Inputs = None,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            help=f"{AUTO} (text on a terminal, json in a pipe), {', '.join(FORMATS)}.",
            autocompletion=_complete_format,
        ),
    ] = AUTO,
    output: Output = None,
    encoding: Encoding = None,
    published: Published = None,
    title: Annotated[
        str | None, typer.Option(help="Title of the article, if its first line is none.")
    ] = None,
    model: ModelName = None,
    max_bytes: MaxBytes = MAX_BYTES,
    cite: Annotated[
        bool, typer.Option("--cite", help="Show the sentence of each claim (text only).")
    ] = False,
    fields: Annotated[
        str | None,
        typer.Option(
            metavar="NAMES",
            help="Only these fields, as who.exact,what.exact,citation.line (csv, tsv, jsonl).",
        ),
    ] = None,
    top: Annotated[
        int | None, typer.Option(metavar="N", help="Only the N claims that matter most.")
    ] = None,
    min_certainty: Annotated[
        str | None, typer.Option(metavar="WORD", help="At least certain, probable or possible.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="Only claims about this time or later: 2025, 2025-06, 2025-06-01."
        ),
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only claims about this time or earlier.")
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Only what NAME says or does, by any of the person's mentions."
        ),
    ] = None,
    source: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only what NAME is cited for.")
    ] = None,
    where: Annotated[
        str | None,
        typer.Option(metavar="PLACE", help="Only what happens there: UA, Ukraine, Texas, Kyiv."),
    ] = None,
    sort: Annotated[
        str, typer.Option(metavar="ORDER", help="By text, salience, certainty, who or source.")
    ] = "text",
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Print the claims of news articles.

    Exit codes: 0 done, also without claims; 1 some input failed, the rest is written; 2 usage;
    3 the language model is missing or broken; 130 interrupted; 141 the reader of a pipe went away.

    Examples: claimx extract article.txt | jq '.claims[].who.name'
    """
    with user_errors(debug=debug):
        check_format(format, FORMATS)
        from claimx.selection import read_selection, select

        selection = read_selection(
            top=top,
            min_certainty=min_certainty,
            order=sort,
            since=since,
            until=until,
            by=by,
            source=source,
            where=where,
        )
        columns = _columns(fields, format)
        run = Run(
            inputs=choose_inputs(inputs),
            encoding=check_encoding_name(encoding),
            published=check_day(published),
            title=title,
            model=model,
            max_bytes=max_bytes,
            quiet=quiet,
        )
        readings = run.readings()
        with open_output(output) as stream:
            first = next(readings, None)
            if first is None:
                raise typer.Exit(1)  # each input has had its line; what --output names stays
            options: dict[str, Any] = {}
            if columns is not None:
                name, options = ("tsv" if format == AUTO else format), {"fields": columns}
            else:
                name = choose_format(format, stream)
            if name == "text":
                options = {"cite": cite}
            else:  # text lays out for a terminal and makes its words safe itself
                stream = safe(stream)
            chosen = (
                (article, select(document, selection))
                for article, document in chain([first], readings)
            )
            renderer(name, **options)(chosen, stream)
        run.finish()


def _columns(names: str | None, format: str) -> tuple[str, ...] | None:
    if names is None:
        return None
    if format not in (AUTO, *TABLES):
        raise UsageError(f"--fields goes with {', '.join(TABLES)}, not with {format}")
    from claimx.rendering.flat import read_fields

    return read_fields([name.strip() for name in names.split(",") if name.strip()])
