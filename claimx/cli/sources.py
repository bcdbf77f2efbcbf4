"""``claimx sources``: who is quoted in articles, how often, and with what."""

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

FORMATS = ("text", "json")


def sources(
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
    published: Published = None,
    encoding: Encoding = None,
    model: ModelName = None,
    max_bytes: MaxBytes = MAX_BYTES,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Print who is quoted, the most quoted first: how often, directly and indirectly, with what.

    A saying of several claims counts once.  Speakers of several articles are joined by their full
    name.  Exit codes are those of extract.
    """
    with user_errors(debug=debug):
        check_format(format, FORMATS)
        run = Run(
            inputs=choose_inputs(inputs),
            encoding=check_encoding_name(encoding),
            published=check_day(published),
            title=None,
            model=model,
            max_bytes=max_bytes,
            quiet=quiet,
        )
        from claimx.rendering.sources import SOURCES_FORMATS
        from claimx.speakers import find_speakers

        speakers = find_speakers(document for _, document in run.readings())
        if not run.read:
            raise typer.Exit(1)  # each input has had its line; what --output names stays
        with open_output(output) as stream:
            SOURCES_FORMATS[choose_format(format, stream)](speakers, safe(stream))
        run.finish()
