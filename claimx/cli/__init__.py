"""The command line: one command a file; it parses arguments, calls, and chooses the exit code.

Nothing here imports spaCy at module level, so that help, version and completion are instant.
"""

from typing import Annotated

import typer

import claimx
from claimx.cli.batch import batch
from claimx.cli.evaluate import evaluate
from claimx.cli.extract import extract
from claimx.cli.info import info
from claimx.cli.schema import schema
from claimx.cli.search import search
from claimx.cli.sources import sources
from claimx.cli.stats import stats
from claimx.cli.timeline import timeline

app = typer.Typer(
    name="claimx",
    help="Find who claims what, where and when in news articles, each claim with its place.",
    no_args_is_help=True,
    rich_markup_mode=None,  # article text and file names may hold "[x]"
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(extract)
app.command()(sources)
app.command()(timeline)
app.command()(batch)
app.command()(search)
app.command()(stats)
app.command()(schema)
app.command()(evaluate)
app.command()(info)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claimx {claimx.__version__}")
        raise typer.Exit()


@app.callback()
def main(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Take the options that stand before a command."""
