"""What a person reads while data goes to stdout, and how a run ends."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

import typer

from claimx.errors import ClaimxError
from claimx.rendering.visible import one_line

INTERRUPTED, READER_GONE = 130, 141


def say(message: str) -> None:
    """Print one line on stderr; control characters in file names do not reach the terminal."""
    typer.echo(f"claimx: {one_line(message)}", err=True)


def _say_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    say(f"warning: {message}")


@contextmanager
def user_errors(*, debug: bool = False) -> Iterator[None]:
    """Turn what a user can mend into one line on stderr and its exit code.

    Ctrl-C ends with 130, a reader that went away ("| head") quietly with 141.  ``debug`` keeps
    the traceback; anything else is a bug and keeps it anyway.  Warnings of libraries become a line
    each, too.
    """
    try:
        with warnings.catch_warnings():
            warnings.showwarning = _say_warning
            yield
    except ClaimxError as error:
        if debug:
            raise
        say(f"error: {error}")
        raise typer.Exit(error.exit_code) from error
    except KeyboardInterrupt as error:
        raise typer.Exit(INTERRUPTED) from error
    except BrokenPipeError as error:
        raise typer.Exit(READER_GONE) from error
