"""Inputs that a user names to items: the bytes of one article each, not yet read."""

import io
import json
import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, cast

from claimx.corpus.listing import (
    JSON,
    LINES,
    PAGE,
    STDIN,
    WARC,
    Identity,
    Piece,
    deal,
    list_files,
    suffix_of,
)
from claimx.errors import InputError
from claimx.reading.compression import read_lines, read_plain, unpack
from claimx.reading.files import reason
from claimx.reading.stored import parse_json

Kind = Literal["text", "page", "stored"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One article to be: ``data`` is what stands in the input, ``problem`` why it cannot be had.

    ``name`` is unique among the inputs: a path, and for a file of many articles the place of the
    article in it: "news.jsonl:12" is line 12.  ``size`` is how far it is through the inputs, in
    bytes on disk, from the item before it.
    """

    name: str
    kind: Kind = "text"
    data: bytes = b""
    url: str | None = None
    problem: str | None = None
    size: int = 0


def find_items(
    inputs: Iterable[str],
    *,
    limit: int,
    shard: tuple[int, int] = (1, 1),
    root: str = "",
    skip: Collection[Identity] = frozenset(),
) -> Iterator[Item]:
    """Yield a shard's items of files and folders in the order given, folders in sorted order.

    What cannot be read gives an item with a problem.  No item has more than ``limit`` bytes,
    whatever a compressed file claims to hold.  "-" is standard input: JSON Lines or a web archive.

    Raises:
        SetupError: a package that an archive needs is missing.
    """
    for piece in deal(list_files(inputs, root=root, skip=skip), shard):
        file = piece.file
        if file.problem is not None:
            yield Item(name=file.name, problem=file.problem)
            continue
        try:
            with _opened(file.path) as packed:
                yield from _read(piece, packed, limit)
        except OSError as error:
            yield Item(name=file.name, problem=reason(error))
        except InputError as error:
            yield Item(name=file.name, problem=str(error))


def metered(items: Iterable[Item], packed: io.BufferedReader, count: int = 1) -> Iterator[Item]:
    """Yield the items with their sizes; ``count`` pieces share what is read."""
    before = packed.tell() if packed.seekable() else 0
    for item in items:
        now = packed.tell() if packed.seekable() else 0
        yield replace(item, size=(now - before) // count)
        before = now


def _read(piece: Piece, packed: io.BufferedReader, limit: int) -> Iterator[Item]:
    file, suffix = piece.file, suffix_of(piece.file.path)
    if suffix in WARC:
        from claimx.corpus.warc import read_warc

        yield from read_warc(packed, piece, limit)
    elif suffix in LINES:
        lines = read_lines(unpack(packed), limit)
        yield from metered(_read_json_lines(lines, piece), packed, piece.count)
    elif suffix in JSON:
        yield from metered(_split_json(file.name, read_plain(packed, limit)), packed)
    elif file.path == STDIN:
        yield from _read_stdin(packed, piece, limit)
    else:
        kind: Kind = "page" if suffix in PAGE else "text"
        item = Item(name=file.name, kind=kind, data=read_plain(packed, limit))
        yield replace(item, size=file.size or 0)


def _read_stdin(packed: io.BufferedReader, piece: Piece, limit: int) -> Iterator[Item]:
    """Tell a web archive from lines of JSON by its first bytes."""
    plain = unpack(packed)
    if cast(io.BufferedReader, plain).peek(5).startswith(b"WARC/"):
        from claimx.corpus.warc import read_stream

        yield from read_stream(plain, piece, limit)
    else:
        yield from _read_json_lines(read_lines(plain, limit), piece)


def _read_json_lines(lines: Iterable[bytes | InputError], piece: Piece) -> Iterator[Item]:
    for n, line in enumerate(lines, start=1):
        name = f"{piece.file.name}:{n}"
        if (n - 1) % piece.count != piece.index:
            continue
        if isinstance(line, InputError):
            yield Item(name=name, problem=str(line))
        elif line.strip():
            yield Item(name=name, kind="stored", data=line)


def _split_json(name: str, data: bytes) -> Iterator[Item]:
    """Yield the articles of a JSON file: one object, a list, or a list under "articles"."""
    value = parse_json(data)
    many: Any = value.get("articles") if isinstance(value, dict) else value
    if not isinstance(many, list):
        yield Item(name=name, kind="stored", data=data)
        return
    if not many:
        yield Item(name=name, problem="an empty list")
    for n, one in enumerate(many, start=1):
        line = json.dumps(one, ensure_ascii=True).encode()
        yield Item(name=f"{name}:{n}", kind="stored", data=line)


@contextmanager
def _opened(path: str) -> Iterator[io.BufferedReader]:
    if path != STDIN:
        with Path(path).open("rb") as stream:
            yield stream
        return
    stdin = io.BufferedReader(cast(Any, sys.stdin.buffer))
    try:
        yield stdin
    finally:
        stdin.detach()
