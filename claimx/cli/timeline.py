"""``claimx timeline``: the dated claims of articles in the order of the calendar."""

from typing import Annotated

import typer

from claimx.cli.console import say, user_errors
from claimx.cli.output import open_output, safe
from claimx.cli.run import AUTO, Run, check_day, check_encoding_name, choose_inputs
from claimx.errors import UsageError
from claimx.selection import read_selection, select

FORMATS = ("text", "json", "html")


def timeline(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[INPUT]...",
            help="Files, folders (their .txt and .md files), or - for standard input.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            help=f"{AUTO} (text on a terminal, json in a pipe), {', '.join(FORMATS)}.",
        ),
    ] = AUTO,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write to a file, complete or not at all."
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Begin here: 2025, 2025-06 or 2025-06-01."),
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="End here.")] = None,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help='Day of publication, 2025-03-14, that "yesterday" counts from.'
        ),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Encoding of the input; else UTF-8, or cp1252 with a warning."
        ),
    ] = None,
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="Another spaCy pipeline, by name or folder.")
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Say nothing but errors on stderr.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of errors.")] = False,
) -> None:
    """Print what happened when: the dated claims of all articles, in the order of the calendar.

    Claims without a date are left out; so are relative times of an article whose day of publication
    is not known.  Exit codes are those of extract.
    """
    with user_errors(debug=debug):
        if format not in (AUTO, *FORMATS):
            raise UsageError(f"unknown format {format!r}; choose {', '.join((AUTO, *FORMATS))}")
        selection = read_selection(
            top=None, min_certainty=None, order="text", since=since, until=until
        )
        run = Run(
            inputs=choose_inputs(inputs),
            encoding=check_encoding_name(encoding),
            published=check_day(published),
            title=None,
            model=model,
            quiet=quiet,
        )
        documents = [select(document, selection) for _, document in run.readings()]
        if not documents:
            raise typer.Exit(1)  # each input has had its line; what --output names stays
        from claimx.rendering.timeline import TIMELINE_FORMATS
        from claimx.timeline import build_timeline

        entries = [
            entry for entry in build_timeline(documents) if selection.period.meets(entry.when)
        ]
        with open_output(output) as stream:
            name = ("text" if stream.isatty() else "json") if format == AUTO else format
            TIMELINE_FORMATS[name](entries, safe(stream))
        if not quiet and run.read + run.failed > 1:
            say(run.tally())
        if run.failed:
            raise typer.Exit(1)
