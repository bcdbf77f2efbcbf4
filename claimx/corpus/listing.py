"""The files that inputs lead to, and how shards share them, before any of them is read."""

import os
import stat
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from claimx.errors import InputError
from claimx.reading.compression import inner_name
from claimx.reading.files import is_folder, printable, reason, walk

TEXT = frozenset({".txt", ".md"})
PAGE = frozenset({".html", ".htm", ".xhtml"})
JSON = frozenset({".json"})
LINES = frozenset({".jsonl", ".ndjson"})
WARC = frozenset({".warc"})
SUFFIXES = TEXT | PAGE | JSON | LINES | WARC

STDIN = "-"

# A file of many articles is shared among shards in pieces of about so many bytes.
_PIECE = dict.fromkeys(LINES, 2**20) | dict.fromkeys(WARC, 8 * 2**20)

Identity: TypeAlias = tuple[int, int]
"""Device and inode: a file whatever it is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file to read; ``name`` is what results call it, ``size`` None if that cannot be known."""

    path: str
    name: str
    size: int | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """The ``index``-th, from 0, of the ``count`` about equal parts of a file."""

    file: File
    index: int = 0
    count: int = 1

    @property
    def size(self) -> int:
        """How many bytes of the file there are to get through; 0 if that cannot be known."""
        return (self.file.size or 0) // self.count


def list_files(
    inputs: Iterable[str], *, root: str = "", skip: Collection[Identity] = frozenset()
) -> Iterator[File]:
    """Yield the files of inputs in the order given, those of folders in sorted order.

    Relative inputs start at ``root``.  What cannot be had is a file with a problem.  Of folders
    those in ``skip`` are left out: what a run writes is no input of the next one.
    """
    for given in inputs:
        if given == STDIN:
            yield File(path=given, name="standard input")
            continue
        path = given if not root or Path(given).is_absolute() else f"{root}/{given}"
        cut = len(path) - len(given)  # results call it as the user does
        if not is_folder(path):
            yield _file(path, path[cut:])
            continue
        found = False
        for file in walk(path, is_readable, is_left_out=lambda entry: _identity(entry) in skip):
            found = True
            if isinstance(file, InputError):
                yield File(path=path, name=printable(path[cut:]), problem=str(file))
            else:
                yield _file(file, file[cut:])
        if not found:
            problem = f"nothing to read; no file in {', '.join(sorted(SUFFIXES))}"
            yield File(path=path, name=printable(path[cut:]), problem=problem)


def deal(files: Iterable[File], shard: tuple[int, int]) -> Iterator[Piece]:
    """Yield what one shard has of the files; ``shard`` is (number from 1, of how many).

    Files go round, each to one shard; one of many articles goes to as many shards as it has pieces
    worth while.  So each shard reads little that is not its own, and needs no other to know it.
    """
    mine, shards = shard
    turn = 0
    for file in files:
        count = min(shards, _pieces(file, shards))
        index = (mine - 1 - turn) % shards
        if index < count:
            yield Piece(file=file, index=index, count=count)
        turn = (turn + count) % shards


def suffix_of(path: str) -> str:
    """Return what the name of a file, compressed or not, says of what is in it."""
    return Path(inner_name(path)).suffix.lower()


def is_readable(name: str) -> bool:
    """Tell whether a file of that name, compressed or not, is looked into."""
    return suffix_of(name) in SUFFIXES


def identities(paths: Iterable[Path | None]) -> frozenset[Identity]:
    """Return which of the files and folders there are, whatever they are called."""
    found = set()
    for path in paths:
        if path is not None:
            with suppress(OSError):
                status = path.stat()
                found.add((status.st_dev, status.st_ino))
    return frozenset(found)


def _pieces(file: File, shards: int) -> int:
    if file.path == STDIN:
        return shards
    piece = _PIECE.get(suffix_of(file.path))
    return 1 if piece is None or file.size is None else file.size // piece + 1


def _file(path: str, name: str) -> File:
    try:
        found = Path(path).stat()
    except (OSError, ValueError) as error:
        problem = reason(error) if isinstance(error, OSError) else str(error)
        return File(path=path, name=printable(name), problem=problem)
    size = found.st_size if stat.S_ISREG(found.st_mode) else None
    return File(path=path, name=printable(name), size=size)


def _identity(entry: "os.DirEntry[str]") -> Identity | None:
    try:
        found = entry.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
