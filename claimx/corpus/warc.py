"""Web pages in WARC files, as CC-News has them: one item an HTTP response that is a page.

An item is named by the byte at which its record begins, as indices of web archives (CDX) do.  Where
each record is packed by itself, or none is, a record can be found from any place: a part of a file
is read without the rest, and damage costs the records that it hits and no others.  Other files are
unpacked from their beginning, and bytes count in what comes out.
"""

import io
import re
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimx.corpus.inputs import Item, metered
from claimx.corpus.listing import Piece
from claimx.errors import SetupError
from claimx.reading.compression import DAMAGED, GZIP, ZSTD, unpack

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_PAGES = ("text/html", "application/xhtml+xml")
_HEAD = b"WARC/1."
_LENGTH = re.compile(rb"\r\ncontent-length:\s*(\d{1,18})\s*\r\n", re.I)
_BLOCK = 2**20


def read_warc(packed: io.BufferedReader, piece: Piece, limit: int) -> Iterator[Item]:
    """Yield the pages in a piece of a WARC file.

    Responses that are no page, or no success, are passed over: they are not articles.

    Raises:
        SetupError: fastwarc is not installed.
    """
    _check()
    name, size = piece.file.name, piece.file.size
    start = packed.peek(4)[:4]
    finder = _Packed(packed) if start.startswith(GZIP) else _Plain(packed)
    if size is None or start == ZSTD or (start.startswith(GZIP) and finder.find(1) is None):
        if packed.seekable():
            packed.seek(0)
        yield from metered(read_stream(unpack(packed), piece, limit), packed, piece.count)
        return
    first, last = (size * i // piece.count for i in (piece.index, piece.index + 1))
    packed.seek(first)
    yield from metered(_read_range(finder, name, first, last, limit), packed)


def read_stream(plain: io.BufferedIOBase, piece: Piece, limit: int) -> Iterator[Item]:
    """Yield the pages in a piece of an archive that can only be read from its beginning.

    Raises:
        SetupError: fastwarc is not installed.
    """
    _check()
    n = 0
    counted = _Counted(plain)
    try:
        for record in _records(counted):
            if n % piece.count == piece.index:
                yield from _read_record(record, piece.file.name, limit)
            n += 1
    except (*DAMAGED, OSError) as error:  # fastwarc raises plain OSError
        if n % piece.count == piece.index:
            yield _damage(piece.file.name, counted.tell() if n else 0, error)
    else:
        if n == 0 and piece.index == 0:
            yield Item(name=piece.file.name, problem="no record of a web archive in it")


class _Plain:
    """Finds records that are not packed."""

    pattern = re.compile(re.escape(_HEAD))

    def __init__(self, stream: io.BufferedReader) -> None:
        self.stream = stream

    def find(self, at: int) -> int | None:
        """Return where the first record begins that does so at byte ``at`` or later."""
        self.stream.seek(at)
        data = b""
        while block := self.stream.read(_BLOCK):
            data = data[-len(_HEAD) :] + block
            end = self.stream.tell()
            for match in self.pattern.finditer(data):
                start = end - len(data) + match.start()
                if self.begins(start):
                    return start
            self.stream.seek(end)
        return None

    def begins(self, at: int) -> bool:
        """Tell whether a record begins there."""
        self.stream.seek(max(0, at - 2))
        return at == 0 or self.stream.read(2) == b"\r\n"

    def end(self, at: int) -> int | None:
        """Return where the record that begins at ``at`` ends, None if it is damaged."""
        self.stream.seek(at)
        head, _, _ = self.stream.read(_BLOCK).partition(b"\r\n\r\n")
        length = _LENGTH.search(head + b"\r\n")
        return None if length is None else at + len(head) + 4 + int(length[1]) + 4


class _Packed(_Plain):
    """Finds records that are a gzip member each."""

    pattern = re.compile(re.escape(GZIP + b"\x08"))

    def begins(self, at: int) -> bool:
        self.stream.seek(at)
        try:
            start = zlib.decompressobj(31).decompress(self.stream.read(4096), len(_HEAD))
        except zlib.error:
            return False
        return start == _HEAD

    def end(self, at: int) -> int | None:
        self.stream.seek(at)
        member, data = zlib.decompressobj(31), b""
        try:
            while not member.eof:
                data = member.unconsumed_tail or self.stream.read(_BLOCK)
                if not data:
                    return None
                member.decompress(data, _BLOCK)
        except zlib.error:
            return None
        return self.stream.tell() - len(member.unused_data)


def _read_range(finder: _Plain, name: str, first: int, last: int, limit: int) -> Iterator[Item]:
    """Yield the pages whose records begin at a byte from ``first`` on and before ``last``.

    Each damaged record is an item with a problem, as is what lies between records and is none.
    """
    start = finder.find(first)
    if first == 0 and start != 0:
        yield Item(name=name, problem="no web archive, or damaged at its beginning")
    while start is not None and start < last:
        at: int = start
        found: list[Item] | None = None  # in the record at ``at``, held back until its end is read
        try:
            finder.stream.seek(start)
            for record in _records(finder.stream):
                yield from found or ()
                at, found = record.stream_pos, None
                if at >= last:
                    return
                found = list(_read_record(record, name, limit))
            yield from found or ()
            return
        except OSError as error:  # what fastwarc raises
            end = finder.end(at)
            start = finder.find(at + 1)
            if end is None or found is None:
                yield _damage(name, at, error)
            else:
                yield from found
                if start != end:
                    yield _damage(name, end, error)


def _read_record(record: "WarcRecord", name: str, limit: int) -> Iterator[Item]:
    from fastwarc.warc import WarcRecordType

    if record.record_type != WarcRecordType.response:
        return
    name, url = f"{name}:{record.stream_pos}", record.headers.get("WARC-Target-URI")
    http = record.http_headers
    if http is None or not http.status_code:
        yield Item(name=name, url=url, problem="a broken HTTP response")
        return
    if (record.http_content_type or "").lower() not in _PAGES or http.status_code != 200:
        return
    data = record.reader.read(limit + 1)
    if len(data) < min(record.content_length, limit):
        yield Item(name=name, url=url, problem="cut off")
        return
    if len(data) <= limit:
        for header in ("Transfer-Encoding", "Content-Encoding"):
            for coding in (http.get(header) or "").lower().split(","):
                data = _decode(data, coding.strip(), limit)
    if len(data) > limit:
        problem = f"more than {limit:,} bytes; raise --max-bytes if that is meant"
        yield Item(name=name, url=url, problem=problem)
    else:
        yield Item(name=name, kind="page", data=data, url=url)


def _decode(body: bytes, coding: str, limit: int) -> bytes:
    """Return a body as it was before that coding, at most ``limit`` bytes and one.

    Many crawlers undo the coding and leave the header as it was, so what does not fit is let be.
    """
    from fastwarc import stream_io

    kinds = {
        "chunked": stream_io.ChunkedReader,
        "gzip": stream_io.GzipReader,
        "br": stream_io.BrotliReader,
        "zstd": stream_io.ZstdReader,
    }
    if coding not in kinds:
        return body
    decoded = b""
    try:
        reader = kinds[coding](io.BytesIO(body))
        while block := reader.read(limit + 1 - len(decoded)):
            decoded += block
    except OSError:
        return body
    return decoded or body


def _records(stream: "io.BufferedReader | _Counted") -> "Iterator[WarcRecord]":
    from fastwarc.warc import ArchiveIterator

    return iter(ArchiveIterator(stream))


def _damage(name: str, at: int, error: Exception) -> Item:
    return Item(name=f"{name}:{at}", problem=f"damaged: {str(error).lower()}")


class _Counted:
    """A stream that knows where it is, which is all that fastwarc asks of it beside reading."""

    def __init__(self, stream: io.BufferedIOBase) -> None:
        self._stream = stream
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read1(size)  # what there is before the place of a damage
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        raise io.UnsupportedOperation("seek")

    def close(self) -> None:
        self._stream.close()


def _check() -> None:
    try:
        import fastwarc  # noqa: F401  # only to know
    except ModuleNotFoundError as error:
        raise SetupError("reading WARC needs fastwarc: pip install 'claimx[warc]'") from error
