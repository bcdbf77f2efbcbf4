"""A folder with one JSON document an article, in the tree that the articles are in."""

from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from claimx.corpus.atomic import write_whole
from claimx.corpus.store import Entry

if TYPE_CHECKING:
    from claimx.records import Document


def prepare(document: "Document", name: str) -> bytes:
    """Return the file of an article."""
    return f"{document.to_json(indent=2)}\n".encode()


def write(path: Path, entries: Iterable[Entry]) -> None:
    """Write each document below ``path``; repeated articles have a file each."""
    path.mkdir(parents=True, exist_ok=True)
    taken: set[PurePath] = set()
    for entry in entries:
        if entry.status != "done":
            continue
        place = inside(entry.name)
        while place in taken:  # "../a.txt" beside "a.txt"
            place = place.with_name(f"{place.name[: -len('.json')]}+.json")
        taken.add(place)
        write_whole(path / place, entry.share)


def inside(name: str) -> PurePath:
    """Return where the article of that name goes: never outside the folder, whatever its name."""
    path = PurePath(name.replace(":", "-").replace("\x00", ""))
    parts = [part for part in path.parts if part not in {"..", path.anchor}] or ["article"]
    return PurePath(*parts[:-1], f"{_short(parts[-1])}.json")


def _short(name: str) -> str:
    """Return the beginning of a name: file systems take 255 bytes, and ``whole_file`` adds some."""
    return name.encode()[:200].decode(errors="ignore")
