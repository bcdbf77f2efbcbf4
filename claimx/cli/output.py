"""Where data goes: stdout, or a file that appears only when it is complete."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO, cast

from claimx.errors import UsageError
from claimx.rendering.visible import visible


class TerminalStream:
    """A terminal that shows control characters instead of obeying them."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write text with everything but line ends and tabs made visible."""
        for line in text.splitlines(keepends=True):
            body = line.rstrip("\r\n")
            self._stream.write("\t".join(map(visible, body.split("\t"))) + line[len(body) :])
        return len(text)

    def flush(self) -> None:
        """Flush the terminal."""
        self._stream.flush()

    def isatty(self) -> bool:
        """Say that a person reads."""
        return True


@contextmanager
def open_output(path: str | None) -> Iterator[TextIO]:
    """Open a file for UTF-8 text, or stdout for None and "-".

    A file is written beside its place and moved there at the end, so that nobody reads half of it
    and an error leaves what was there before.

    Raises:
        UsageError: the place cannot be written.
    """
    if path is None or path == "-":
        with _reported("standard output"):
            try:
                yield _stdout()
                sys.stdout.flush()
            except OSError:
                # The interpreter flushes stdout once more when it ends; let that go nowhere.
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
                raise
        return
    from claimx.corpus.atomic import where_written

    try:
        target, part = where_written(Path(path))
    except OSError as error:
        raise _cannot_write(path, error) from error
    with _reported(path, part, target):
        try:
            with part.open("w", encoding="utf-8", newline="") as stream:
                yield stream
            if part != target:
                part.replace(target)
        finally:
            if part != target:
                part.unlink(missing_ok=True)


def safe(stream: TextIO) -> TextIO:
    """Return a stream to which article text can be written as it is."""
    return cast(TextIO, TerminalStream(stream)) if stream.isatty() else stream


def _stdout() -> TextIO:
    """Return stdout, as UTF-8 in a pipe; a terminal that cannot show a character shows "?"."""
    if sys.stdout is None:  # started with ">&-"
        raise UsageError("standard output: closed")
    if isinstance(sys.stdout, io.TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8", newline="")
    return sys.stdout


@contextmanager
def _reported(name: str, *files: Path) -> Iterator[None]:
    """Say which place cannot be written: an error of one of its files, or of no file by name.

    A reader that went away is nobody's mistake; a file of claimx that is missing is another one.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.filename not in (None, *map(str, files)):
            raise
        raise _cannot_write(name, error) from error


def _cannot_write(name: str, error: OSError) -> UsageError:
    return UsageError(f"{name}: cannot write: {(error.strerror or str(error)).lower()}")
