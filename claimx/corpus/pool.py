"""Worker processes of our own: each holds the model once, and none takes the others down with it.

``concurrent.futures`` gives up the whole pool when one process dies.  Here an article that kills
its worker is reported, the others are done, and a new worker takes the place.
"""

import os
import signal
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Literal, TypeAlias

from claimx.corpus.inputs import Item
from claimx.corpus.work import Outcome, Task, Worker
from claimx.errors import ClaimxError, SetupError

Job: TypeAlias = tuple[int, Item, str]
"""The number of an item in the order of the inputs, the item, and its digest."""

Report: TypeAlias = (
    tuple[Literal["ready"]] | tuple[Literal["broken"], str] | tuple[Literal["done"], int, Outcome]
)

_AHEAD = 2  # a worker has its next item at hand when it is done with one
_ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "RAYON_NUM_THREADS": "1",
    "TOKENIZERS_PARALLELISM": "false",
}


class Pool:
    """Does jobs in worker processes, at most ``jobs`` of them at a time."""

    def __init__(self, task: Task, *, jobs: int, recycle: int, timeout: float) -> None:
        """Start nothing yet; a worker is replaced after ``recycle`` items.

        An item that takes longer than ``timeout`` seconds is given up.
        """
        self._task = task
        self._jobs = jobs
        self._recycle = recycle
        self._timeout = timeout

    def run(self, jobs: Iterable[Job]) -> Generator[tuple[int, Outcome], None, None]:
        """Yield the outcome of each job as it is done; ``jobs`` is read only as fast as needed.

        Raises:
            SetupError: workers cannot start.
        """
        source, again = iter(jobs), deque[tuple[Job, int]]()
        hands: list[_Hand] = []
        try:
            while True:
                self._hand_out(source, again, hands)
                if not hands:
                    return
                for hand in self._wait(hands):
                    yield from self._hear(hand, again)
                    if hand.is_gone:
                        hands.remove(hand)
        finally:
            for hand in hands:
                hand.kill()

    def _hand_out(
        self, source: Iterator[Job], again: "deque[tuple[Job, int]]", hands: "list[_Hand]"
    ) -> None:
        """Replace those who have done enough, give work to all, let go of those without any."""
        _dismiss(hands, lambda hand: not hand.waiting and hand.given >= self._recycle)
        for depth in range(_AHEAD):  # everyone gets a first item before anyone gets a second
            for place in range(self._jobs):
                hand = hands[place] if place < len(hands) else None
                if hand is not None and (hand.given >= self._recycle or len(hand.waiting) > depth):
                    continue
                job = again.popleft() if again else _first(source)
                if job is None:
                    break
                if hand is None:
                    hand = _Hand(self._task)
                    hands.append(hand)
                hand.give(*job)
        _dismiss(hands, lambda hand: not hand.waiting)

    def _wait(self, hands: "list[_Hand]") -> "list[_Hand]":
        """Return those who have something to say or have been at it for too long."""
        left = min(hand.since for hand in hands) + self._timeout - time.monotonic()
        ready = wait([hand.line for hand in hands], timeout=max(0.0, left))
        if ready:
            return [hand for hand in hands if hand.line in ready]
        late = [hand for hand in hands if time.monotonic() - hand.since >= self._timeout]
        for hand in late:
            hand.is_late = True
            hand.kill()
        return late

    def _hear(
        self, hand: "_Hand", again: "deque[tuple[Job, int]]"
    ) -> Iterator[tuple[int, Outcome]]:
        report = None if hand.is_late else hand.hear()
        if report is None:
            yield from self._bury(hand, again)
        elif report[0] == "broken":
            raise SetupError(report[1])
        elif report[0] == "done":
            yield report[1], report[2]

    def _bury(
        self, hand: "_Hand", again: "deque[tuple[Job, int]]"
    ) -> Iterator[tuple[int, Outcome]]:
        """Account for what a dead worker had in hand: the first item is to blame, the rest is not.

        A worker that was killed, for want of memory perhaps, gets a second chance on it.
        """
        code = hand.bury()
        if not hand.is_ready and not hand.is_late and code >= 0:
            raise SetupError(f"a worker process ended with code {code} before it could start")
        if hand.waiting:
            job, deaths = hand.waiting.popleft()
            n, item, digest = job
            if hand.is_late:
                problem = f"given up after {self._timeout:g} s; see --timeout"
                yield n, failed(item, digest, problem)
            elif code < 0 and deaths == 0:
                again.append((job, 1))
            else:
                yield n, failed(item, digest, f"its worker process ended with code {code}")
        again.extend(hand.waiting)


class _Hand:
    """One worker process, from the side of its master."""

    def __init__(self, task: Task) -> None:
        context = get_context("spawn")
        self.line, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, task), daemon=True)
        with _one_thread():
            self._process.start()
        theirs.close()
        self.waiting: deque[tuple[Job, int]] = deque()
        self.given = 0
        self.since = time.monotonic()
        self.is_ready = self.is_late = self.is_gone = False

    def give(self, job: Job, deaths: int) -> None:
        """Send a job; a worker that has died meanwhile will be noticed when it is heard."""
        if not self.waiting:
            self.since = time.monotonic()
        self.given += 1
        self.waiting.append((job, deaths))
        try:
            self.line.send(job)
        except (BrokenPipeError, ConnectionResetError):
            pass

    def hear(self) -> Report | None:
        """Return what the worker says, or None if it is dead."""
        try:
            report: Report = self.line.recv()
        except (EOFError, ConnectionResetError):
            return None
        self.since = time.monotonic()
        self.is_ready = True
        if report[0] == "done":
            self.waiting.popleft()
        return report

    def dismiss(self) -> None:
        """Let the worker end, now that it has nothing to do."""
        self.line.close()
        self._process.join(timeout=10)
        self.kill()

    def kill(self) -> None:
        """End the worker whatever it is doing."""
        self._process.kill()
        self._process.join()

    def bury(self) -> int:
        """Return the exit code of a worker that is dead."""
        self._process.join()
        self.line.close()
        self.is_gone = True
        return self._process.exitcode or 0


def _dismiss(hands: list[_Hand], is_through: Callable[[_Hand], bool]) -> None:
    for hand in list(hands):
        if is_through(hand):
            hand.dismiss()
            hands.remove(hand)


def _serve(line: "Connection[Report, Job]", task: Task) -> None:
    """Do jobs until the master hangs up, also by dying."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the master decides
    try:
        worker = Worker(task)
    except ClaimxError as error:
        line.send(("broken", str(error)))
        return
    try:
        line.send(("ready",))
        while True:
            n, item, digest = line.recv()
            line.send(("done", n, read_or_report(worker, item, digest)))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def read_or_report(worker: Worker, item: Item, digest: str) -> Outcome:
    """Return the outcome of one item, a failed one also where a package for it is missing."""
    try:
        return worker.read(item, digest)
    except ClaimxError as error:
        return failed(item, digest, str(error))


def failed(item: Item, digest: str, problem: str) -> Outcome:
    """Return the outcome of an item that nothing could be made of."""
    return Outcome(name=item.name, digest=digest, status="failed", problem=problem)


def _first(source: Iterator[Job]) -> tuple[Job, int] | None:
    job = next(source, None)
    return None if job is None else (job, 0)


@contextmanager
def _one_thread() -> Iterator[None]:
    """Let processes that start now compute in one thread each."""
    before = {name: os.environ.get(name) for name in _ONE_THREAD}
    os.environ.update(_ONE_THREAD)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
