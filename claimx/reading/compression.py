"""gzip and zstd to plain bytes, never more of them than a limit allows."""

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, cast

from claimx.errors import InputError, SetupError

zstd: Any
try:
    zstd = import_module("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")
except ModuleNotFoundError:
    zstd = None

GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
SUFFIXES = frozenset({".gz", ".zst"})
DAMAGED = (gzip.BadGzipFile, EOFError, zlib.error, *(() if zstd is None else (zstd.ZstdError,)))

_WINDOW_LOG = 27  # 128 MiB, the most that zstd --long asks for


def inner_name(path: str) -> str:
    """Return the name without its compression suffix: "a.jsonl.gz" holds "a.jsonl"."""
    name = Path(path)
    return str(name.with_suffix("")) if name.suffix.lower() in SUFFIXES else path


def unpack(packed: io.BufferedReader) -> io.BufferedIOBase:
    """Return the decompressed bytes of a stream, whatever its name says.

    Raises:
        SetupError: it is zstd and the package for that is not installed.
    """
    start = packed.peek(4)[:4]
    if start.startswith(GZIP):
        return gzip.GzipFile(fileobj=packed)
    return _unpack_zstd(packed) if start == ZSTD else packed


def read_plain(packed: io.BufferedReader, limit: int) -> bytes:
    """Return the decompressed bytes of a stream.

    Raises:
        OSError: the file cannot be read.
        InputError: there are more than ``limit`` bytes, or the compressed file is damaged.
        SetupError: it is zstd and the package for that is not installed.
    """
    return read_all(unpack(packed), limit)


def read_all(stream: BinaryIO | io.BufferedIOBase, limit: int) -> bytes:
    """Return all bytes of a stream.

    Raises:
        OSError: they cannot be read.
        InputError: there are more than ``limit`` of them, or the stream is damaged.
    """
    try:
        data = stream.read(limit + 1)
    except DAMAGED as error:
        raise InputError(_damaged(error)) from error
    if len(data) > limit:
        raise InputError(f"more than {limit:,} bytes; raise --max-bytes if that is meant")
    return data


def read_lines(stream: io.BufferedIOBase, limit: int) -> Iterator[bytes | InputError]:
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


def _unpack_zstd(packed: io.BufferedReader) -> io.BufferedIOBase:
    if zstd is None:
        raise SetupError("reading .zst needs backports.zstd: pip install 'claimx[zstd]'")
    window = {zstd.DecompressionParameter.window_log_max: _WINDOW_LOG}
    return cast(io.BufferedIOBase, zstd.ZstdFile(packed, options=window))


def _damaged(error: Exception) -> str:
    return f"damaged compressed file ({error}); fetch it again"
