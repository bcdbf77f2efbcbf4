"""Where results go; the name of the output decides.

Each store is a module with two halves.  ``prepare(document, name)`` is run by the worker that read
the article and returns what the output will have of it; ``write(path, entries)`` is run once, at
the end, by the master, and leaves either a whole output or none.  So what the master has to do for
an article is little more than to copy bytes, and many workers do not wait for it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from claimx.corpus.task import Status
from claimx.errors import SetupError, UsageError

if TYPE_CHECKING:
    from claimx.records import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What came of one input; ``copy_of`` names the earlier input with the same article.

    ``share`` is what ``prepare`` made of the document, empty where there is none.
    """

    name: str
    status: Status
    problem: str | None = None
    copy_of: str | None = None
    share: bytes = b""


class Store(Protocol):
    """A kind of output."""

    def prepare(self, document: "Document", name: str) -> bytes:
        """Return what the output will have of an article."""

    def write(self, path: Path, entries: Iterable[Entry]) -> None:
        """Write the output, whole or not at all."""


SUFFIXES = {
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
    ".sqlite": "sqlite",
    ".db": "sqlite",
}


def find_store(path: Path) -> str:
    """Return the name of the store for an output of that name; no suffix means a folder.

    Raises:
        UsageError: the suffix is not known.
        SetupError: a package that this kind of output needs is missing.
    """
    name = SUFFIXES.get(path.suffix.lower())
    if name is None and (path.is_dir() or not path.suffix):
        name = "folder"
    if name is None:
        raise UsageError(f"{path}: unknown kind of output; a folder, or one of {_kinds()}")
    if name == "parquet" and find_spec("pyarrow") is None:
        raise SetupError("writing Parquet needs pyarrow: pip install 'claimx[parquet]'")
    return name


def load_store(name: str) -> Store:
    """Return the store that :func:`find_store` named."""
    return cast(Store, import_module(f"claimx.corpus.store.{name}"))


def originals(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries that a table of claims has: each article once, however often it came."""
    return (entry for entry in entries if entry.status == "done" and entry.copy_of is None)


def _kinds() -> str:
    return ", ".join(SUFFIXES)
