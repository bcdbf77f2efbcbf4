"""Where results go; the name of the output decides.

Each store is a module with ``write(path, entries)``, which writes all entries in their order and
leaves either a whole output or none.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TypeAlias, cast

from claimx.article import Article
from claimx.corpus.work import Status
from claimx.errors import UsageError
from claimx.records import Document
from claimx.rendering import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What came of one input; ``copy_of`` names the earlier input with the same article."""

    name: str
    status: Status
    problem: str | None
    document: Document | None
    copy_of: str | None


Write: TypeAlias = Callable[[Path, Iterable[Entry]], None]

_MODULES = {
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
    ".sqlite": "sqlite",
    ".db": "sqlite",
    "": "folder",
}


def find_store(path: Path) -> Write:
    """Return what writes to an output of that name.

    Raises:
        UsageError: the suffix is not known.
        SetupError: a package that this kind of output needs is missing.
    """
    name = "folder" if path.is_dir() else _MODULES.get(path.suffix.lower())
    if name is None:
        kinds = ", ".join(filter(None, _MODULES))
        raise UsageError(f"{path}: unknown kind of output; a folder, or one of {kinds}")
    return cast(Write, import_module(f"claimx.corpus.store.{name}").write)


def originals(entries: Iterable[Entry]) -> Iterator[Reading]:
    """Yield the articles for a table of claims: each once, however often it came.

    Tables of claims read no text, which is why the article has none.
    """
    for entry in entries:
        if entry.document is not None and entry.copy_of is None:
            yield Article(text="", path=entry.name), entry.document
