"""What has been done, on disk: an append-only file that survives the process at any point.

Each line is the CRC-32 of the rest, a blank, and JSON.  The first line says for which task the
others hold.  A line that was cut off by a crash, or that the disk lost, does not match its sum;
reading stops there and writing goes on from there.
"""

import json
import os
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any

from claimx.corpus.work import Outcome

_SYNC_SECONDS = 2.0


class Journal:
    """Outcomes by name and digest; ``resume`` keeps those of an earlier run of the same task."""

    def __init__(
        self, path: Path, *, task: str, resume: bool, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Open ``path``; outcomes that were written for another task are dropped.

        Raises:
            OSError: the file cannot be written.
        """
        self._places: dict[tuple[str, str], int] = {}
        self._clock = clock
        self._synced = clock()
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("r+b" if path.exists() else "w+b")
        head = {"journal": 1, "task": task}
        end = self._read(head) if resume else 0
        self._file.truncate(end)
        self._file.seek(end)
        if end == 0:
            self._file.write(_line(head))
            self.sync()

    def __enter__(self) -> "Journal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.sync()
        self._file.close()

    def find(self, name: str, digest: str) -> int | None:
        """Return the place of the outcome of an input, or None if it is not done as it is now."""
        return self._places.get((name, digest))

    def append(self, outcome: Outcome) -> int:
        """Write an outcome and return its place; it is on disk a few seconds later at most."""
        place = self._file.seek(0, os.SEEK_END)
        self._file.write(_line(asdict(outcome)))
        self._places[outcome.name, outcome.digest] = place
        if self._clock() - self._synced > _SYNC_SECONDS:
            self.sync()
        return place

    def read(self, place: int) -> Outcome:
        """Return the outcome at a place that :meth:`find` or :meth:`append` gave."""
        self._file.seek(place)
        values = _values(self._file.readline())
        if values is None:
            raise ValueError(f"no outcome at {place}")
        return Outcome.from_dict(values)

    def sync(self) -> None:
        """Bring everything written so far to the disk."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._synced = self._clock()

    def _read(self, head: Mapping[str, Any]) -> int:
        """Take in what holds and return where it ends."""
        first = self._file.readline()
        if _values(first) != head:
            return 0
        end = len(first)
        for line in self._file:
            values = _values(line)
            if values is None:
                break
            self._places[values["name"], values["digest"]] = end
            end += len(line)
        return end


def _line(values: Mapping[str, Any]) -> bytes:
    data = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
    return b"%08x %s\n" % (zlib.crc32(data), data)


def _values(line: bytes) -> dict[str, Any] | None:
    check, _, data = line.rstrip(b"\n").partition(b" ")
    if not line.endswith(b"\n") or check != b"%08x" % zlib.crc32(data):
        return None
    values: dict[str, Any] = json.loads(data)
    return values
