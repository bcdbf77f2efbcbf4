"""Inputs that a user names to items: the bytes of one article each, not yet read."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from claimx.errors import InputError
from claimx.reading.compression import inner_name, open_plain, read_lines, read_plain
from claimx.reading.files import printable, reason, walk
from claimx.reading.stored import parse_json

Kind = Literal["text", "page", "stored"]

TEXT = frozenset({".txt", ".md"})
PAGE = frozenset({".html", ".htm", ".xhtml"})
JSON = frozenset({".json"})
LINES = frozenset({".jsonl", ".ndjson"})
WARC = frozenset({".warc"})
SUFFIXES = TEXT | PAGE | JSON | LINES | WARC


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One article to be: ``data`` is what stands in the input, ``problem`` why it cannot be had.

    ``name`` is unique among the inputs: a path, and for a file of many articles the number of the
    article in it: "news.jsonl:12".
    """

    name: str
    kind: Kind = "text"
    data: bytes = b""
    url: str | None = None
    problem: str | None = None


def find_items(inputs: Iterable[str], *, limit: int) -> Iterator[Item]:
    """Yield the items of files and folders in the order given, folders in sorted order.

    What cannot be read gives an item with a problem.  No item has more than ``limit`` bytes,
    whatever a compressed file claims to hold.
    """
    for path in inputs:
        if not Path(path).is_dir():
            yield from _read_file(path, limit)
            continue
        found = False
        for file in walk(path, is_readable):
            found = True
            if isinstance(file, InputError):
                yield Item(name=printable(path), problem=str(file))
            else:
                yield from _read_file(file, limit)
        if not found:
            kinds = ", ".join(sorted(SUFFIXES))
            yield Item(name=printable(path), problem=f"nothing to read; no file in {kinds}")


def is_readable(name: str) -> bool:
    """Tell whether a file of that name, compressed or not, is looked into."""
    return Path(inner_name(name)).suffix.lower() in SUFFIXES


def _read_file(path: str, limit: int) -> Iterator[Item]:
    name, suffix = printable(path), Path(inner_name(path)).suffix.lower()
    try:
        if suffix in LINES:
            yield from _read_json_lines(path, name, limit)
        elif suffix in WARC:
            from claimx.corpus.warc import read_warc

            yield from read_warc(path, name, limit)
        elif suffix in JSON:
            yield from _split_json(name, read_plain(path, limit))
        else:
            kind: Kind = "page" if suffix in PAGE else "text"
            yield Item(name=name, kind=kind, data=read_plain(path, limit))
    except OSError as error:
        yield Item(name=name, problem=reason(error))
    except InputError as error:
        yield Item(name=name, problem=str(error))


def _read_json_lines(path: str, name: str, limit: int) -> Iterator[Item]:
    with open_plain(path) as stream:
        for n, line in enumerate(read_lines(stream, limit), start=1):
            if isinstance(line, InputError):
                yield Item(name=f"{name}:{n}", problem=str(line))
            elif line.strip():
                yield Item(name=f"{name}:{n}", kind="stored", data=line)


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
