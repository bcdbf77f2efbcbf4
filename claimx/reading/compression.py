"""gzip and zstd to plain bytes, never more of them than a limit allows."""

import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

from claimx.errors import InputError, SetupError

GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
SUFFIXES = frozenset({".gz", ".zst"})


def inner_name(path: str) -> str:
    """Return the name without its compression suffix: "a.jsonl.gz" holds "a.jsonl"."""
    name = Path(path)
    return str(name.with_suffix("")) if name.suffix.lower() in SUFFIXES else path


def open_plain(path: str) -> BinaryIO:
    """Open a file for reading its decompressed bytes, whatever its name says.

    Raises:
        OSError: the file cannot be opened.
        SetupError: it is zstd and the package for that is not installed.
    """
    with Path(path).open("rb") as stream:
        start = stream.read(4)
    if start.startswith(GZIP):
        return cast(BinaryIO, gzip.open(path))
    return _open_zstd(path) if start == ZSTD else Path(path).open("rb")


def read_plain(path: str, limit: int) -> bytes:
    """Return the decompressed bytes of a file.

    Raises:
        OSError: the file cannot be read.
        InputError: there are more than ``limit`` bytes, or the compressed file is damaged.
    """
    with open_plain(path) as stream:
        data = _read(stream, limit + 1)
    if len(data) > limit:
        raise InputError(f"more than {limit:,} bytes; raise --max-bytes if that is meant")
    return data


def read_lines(stream: BinaryIO, limit: int) -> Iterator[bytes | InputError]:
    """Yield each line without its end; a line over ``limit`` is passed over and gives an error.

    A compressed stream that is damaged gives an error and ends there.
    """
    while True:
        try:
            line = stream.readline(limit + 1)
            if not line:
                return
            if len(line) > limit and not line.endswith(b"\n"):
                while (rest := stream.readline(limit + 1)) and not rest.endswith(b"\n"):
                    pass
                yield InputError(f"a line of more than {limit:,} bytes; see --max-bytes")
                continue
        except DAMAGED as error:
            yield InputError(_damaged(error))
            return
        yield line.rstrip(b"\r\n")


def _read(stream: BinaryIO, size: int) -> bytes:
    try:
        return stream.read(size)
    except DAMAGED as error:
        raise InputError(_damaged(error)) from error


def _open_zstd(path: str) -> BinaryIO:
    try:
        import zstandard
    except ModuleNotFoundError as error:
        raise SetupError("reading .zst needs zstandard: pip install 'claimx[zstd]'") from error
    reader = zstandard.ZstdDecompressor(max_window_size=2**27).stream_reader(
        Path(path).open("rb"), read_across_frames=True
    )
    return cast(BinaryIO, io.BufferedReader(_Reported(reader)))


class _Reported(io.RawIOBase):
    """A zstd reader whose errors are OSErrors, as gzip's are, so that callers know one kind."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int | None:
        import zstandard

        try:
            size: int = self._reader.readinto(buffer)
            return size
        except zstandard.ZstdError as error:
            raise gzip.BadGzipFile(str(error)) from error

    def close(self) -> None:
        self._reader.close()
        super().close()


DAMAGED = (gzip.BadGzipFile, EOFError, zlib.error)


def _damaged(error: Exception) -> str:
    return f"damaged compressed file ({error}); fetch it again"
