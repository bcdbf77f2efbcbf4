"""What has been done, on disk: an append-only file that survives the process at any point.

Each record is a line, which holds the CRC-32 of the rest, a blank and JSON, and then the bytes of
the outcome's share, and a line end.  The first record says for which task the others hold.  A
record that was cut off by a crash, or that the disk lost, does not match its sum; reading stops
there and writing goes on from there.
"""

import json
import os
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

from claimx.corpus.task import Outcome
from claimx.errors import UsageError

_SYNC_SECONDS = 2.0


class Journal:
    """Outcomes by name and digest; ``resume`` keeps those of an earlier run of the same task.

    Places of the latter are below ``resumed``.
    """

    def __init__(
        self, path: Path, *, task: str, resume: bool, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Open ``path``; outcomes that were written for another task are dropped.

        Raises:
            OSError: the file cannot be written.
            UsageError: another process is writing it.
        """
        self._places: dict[bytes, int] = {}
        self._clock = clock
        self._synced = clock()
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._file = path.open("r+b" if path.exists() else "w+b")
        _lock(self._file, path)
        head = {"journal": 2, "task": task}
        end = self._load(head) if resume else 0
        self._file.truncate(end)
        self._end = self.resumed = end
        if end == 0:
            self._write(head, b"")
            self.sync()

    def __enter__(self) -> "Journal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            try:
                self.sync()
            finally:
                self._file.close()
        except OSError:
            if kind is None:  # else it has been said already that the disk is full
                raise
        if kind is not None and not self._places:
            self._path.unlink(missing_ok=True)  # it would only be in the way of the next run

    def find(self, name: str, digest: str) -> int | None:
        """Return the place of the outcome of an input, or None if it is not done as it is now."""
        return self._places.get(_key(name, digest))

    def append(self, outcome: Outcome) -> int:
        """Write an outcome and return its place; it is on disk a few seconds later at most."""
        values = asdict(replace(outcome, share=b""))
        del values["share"]
        place = self._write(values, outcome.share)
        self._places[_key(outcome.name, outcome.digest)] = place
        if self._clock() - self._synced > _SYNC_SECONDS:
            self.sync()
        return place

    def read(self, place: int, *, share: bool = True) -> Outcome:
        """Return the outcome at a place that :meth:`find` or :meth:`append` gave.

        Without ``share`` it is empty, which saves reading it.
        """
        self._file.seek(place)
        _, values, size = _parse(self._file.readline())
        return Outcome(**values, share=self._file.read(size) if share else b"")

    def sync(self) -> None:
        """Bring everything written so far to the disk."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._synced = self._clock()

    def _write(self, values: Mapping[str, Any], share: bytes) -> int:
        place = self._file.seek(self._end)
        data = json.dumps([len(share), values], ensure_ascii=False, separators=(",", ":")).encode()
        line = b"%08x %s\n" % (zlib.crc32(share, zlib.crc32(data)), data)
        self._file.write(line)
        self._file.write(share)
        self._file.write(b"\n")
        self._end += len(line) + len(share) + 1
        return place

    def _load(self, head: Mapping[str, Any]) -> int:
        """Take in what holds and return where it ends."""
        first = self._next()
        if first is None or first != head:
            return 0
        end = self._file.tell()
        while values := self._next():
            self._places[_key(values["name"], values["digest"])] = end
            end = self._file.tell()
        return end

    def _next(self) -> dict[str, Any] | None:
        """Return the record where the file stands, or None where none is whole."""
        line = self._file.readline()
        try:
            check, values, size = _parse(line)
        except (ValueError, TypeError):
            return None
        if size > os.fstat(self._file.fileno()).st_size:
            return None
        share = self._file.read(size)
        data = line[9:-1]
        if self._file.read(1) != b"\n" or zlib.crc32(share, zlib.crc32(data)) != check:
            return None
        return values


def _parse(line: bytes) -> tuple[int, dict[str, Any], int]:
    """Return the check sum, the values and the size of what follows.

    Raises:
        ValueError, TypeError: the line is torn.
    """
    check, _, data = line.partition(b" ")
    size, values = json.loads(data)
    return int(check, 16), values, int(size)


def _lock(file: BinaryIO, path: Path) -> None:
    """Keep others out until the file is closed, where the system can."""
    try:
        import fcntl
    except ModuleNotFoundError:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        file.close()
        raise UsageError(f"{path}: another run is writing it; let it finish") from error
    except OSError:
        return  # a file system without locks


def _key(name: str, digest: str) -> bytes:
    return blake2b(f"{name}\n{digest}".encode(), digest_size=16).digest()
