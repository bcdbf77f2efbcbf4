"""``claimx timeline``: the dated claims of articles in the order of the calendar."""

from typing import Annotated

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

FORMATS = ("text", "json", "html")


def timeline(
    inputs: Inputs = None,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            help=f"{AUTO} (text on a terminal, json in a pipe), {', '.join(FORMATS)}.",
        ),
    ] = AUTO,
    output: Output = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Begin here: 2025, 2025-06 or 2025-06-01."),
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="End here.")] = None,
    published: Published = None,
    encoding: Encoding = None,
    model: ModelName = None,
    max_bytes: MaxBytes = MAX_BYTES,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Print what happened when: the dated claims of all articles, in the order of the calendar.

    Claims without a date are left out; so are relative times of an article whose day of publication
    is not known.  Exit codes are those of extract.
    """
    with user_errors(debug=debug):
        check_format(format, FORMATS)
        from claimx.selection import read_selection, select

        selection = read_selection(
            top=None, min_certainty=None, order="text", since=since, until=until
        )
        run = Run(
            inputs=choose_inputs(inputs),
            encoding=check_encoding_name(encoding),
            published=check_day(published),
            title=None,
            model=model,
            max_bytes=max_bytes,
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
            TIMELINE_FORMATS[choose_format(format, stream)](entries, safe(stream))
        run.finish()
