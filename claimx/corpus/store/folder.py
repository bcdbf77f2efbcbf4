"""A folder with one JSON document an article, in the tree that the articles are in."""

from collections.abc import Iterable
from pathlib import Path, PurePath

from claimx.corpus.atomic import write_whole
from claimx.corpus.store import Entry


def write(path: Path, entries: Iterable[Entry]) -> None:
    """Write each document below ``path``; repeated articles have a file each."""
    path.mkdir(parents=True, exist_ok=True)
    taken: set[PurePath] = set()
    for entry in entries:
        if entry.document is None:
            continue
        place = inside(entry.name)
        while place in taken:  # "../a.txt" beside "a.txt"
            place = place.with_name(f"{place.name[: -len('.json')]}+.json")
        taken.add(place)
        write_whole(path / place, f"{entry.document.to_json(indent=2)}\n".encode())


def inside(name: str) -> PurePath:
    """Return where the article of that name goes: never outside the folder, whatever its name."""
    path = PurePath(name.replace(":", "-").replace("\x00", ""))
    parts = [part for part in path.parts if part not in {"..", path.anchor}] or ["article"]
    return PurePath(*parts[:-1], f"{parts[-1][:200]}.json")
