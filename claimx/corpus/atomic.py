"""Files that are there whole or not at all."""

import glob
import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path


def where_written(path: Path) -> tuple[Path, Path]:
    """Return where a file is, links followed, and where it is written until it is whole.

    The same for what can only be written in place, /dev/null or a pipe.

    Raises:
        OSError: there cannot be such a file.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        return target, target
    # On a shared disk, processes of other machines may have the same number.
    return target, target.with_name(f".{_stem(target.name)}.{os.urandom(4).hex()}.part")


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a place beside ``path`` to write to; at the end it is moved there, on disk.

    An error leaves what was there before.
    """
    target, part = where_written(path)
    if part == target:
        yield target
        return
    try:
        yield part
        with part.open("rb+") as stream:
            os.fsync(stream.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def clear_leftovers(path: Path) -> None:
    """Remove what was written for ``path`` by processes that were killed."""
    target = path.resolve()
    for part in target.parent.glob(f".{glob.escape(_stem(target.name))}.????????.part"):
        part.unlink(missing_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file in one go; its folder is made if need be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(path) as part:
        part.write_bytes(data)


def _stem(name: str) -> str:
    """Return a name, or a digest of one that is so long that nothing can be added to it."""
    data = os.fsencode(name)
    return name if len(data) <= 200 else sha256(data).hexdigest()[:32]
