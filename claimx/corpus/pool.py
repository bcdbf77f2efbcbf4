"""Worker processes of our own: each holds the model once, and none takes the others down with it.

``concurrent.futures`` gives up the whole pool when one process dies.  Here an article that kills
its worker is reported, the others are done, and a new worker takes the place.
"""

import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import TypeAlias

from claimx.corpus.plan import Job
from claimx.corpus.process import Process, Report
from claimx.corpus.task import Outcome, Task
from claimx.corpus.work import failed
from claimx.errors import SetupError

Again: TypeAlias = "deque[tuple[Job, int]]"
"""Jobs to be done once more, each with the number of workers that died of it."""

_AHEAD = 2  # a worker has its next item at hand when it is done with one


class Pool:
    """Does jobs in worker processes, which stay for the next run until the pool is closed."""

    def __init__(self, *, jobs: int, recycle: int = 1000, timeout: float = 600.0) -> None:
        """Start nothing yet; there will be ``jobs`` workers, each replaced after ``recycle`` items.

        An item that takes longer than ``timeout`` seconds is given up.
        """
        self._jobs = jobs
        self._recycle = recycle
        self._timeout = timeout
        self._task: Task | None = None
        self._workers: list[Process] = []
        self._inbox: SimpleQueue[tuple[Process, Report | None]] = SimpleQueue()

    def __enter__(self) -> "Pool":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all workers."""
        self._dismiss(lambda worker: True)

    def run(self, task: Task, jobs: Iterable[Job]) -> Generator[tuple[int, Outcome], None, None]:
        """Yield the outcome of each job as it is done; ``jobs`` is read only as fast as needed.

        Raises:
            SetupError: workers cannot start.
        """
        if task != self._task:
            self.close()
            self._task = task
        source, again = iter(jobs), deque[tuple[Job, int]]()
        try:
            while True:
                self._hand_out(task, source, again)
                if not any(worker.waiting for worker in self._workers):
                    return
                for worker, report in self._hear():
                    if report is None:
                        yield from self._bury(worker, again)
                        continue
                    job = worker.note(report)
                    if report[0] == "broken":
                        raise report[1]
                    if report[0] == "bug" and job is not None:
                        yield job[0], failed(job[1], job[2], report[1])
                    elif report[0] == "done":
                        yield report[1], report[2]
        finally:
            self._dismiss(lambda worker: bool(worker.waiting))  # nobody would hear their reports

    def _hand_out(self, task: Task, source: Iterator[Job], again: Again) -> None:
        """Replace those who have done enough and give work to all."""
        self._dismiss(lambda worker: not worker.waiting and worker.given >= self._recycle)
        for depth in range(_AHEAD):  # everyone gets a first item before anyone gets a second
            for place in range(self._jobs):
                worker = self._workers[place] if place < len(self._workers) else None
                if worker and (worker.given >= self._recycle or len(worker.waiting) > depth):
                    continue
                job, deaths = again.popleft() if again else (next(source, None), 0)
                if job is None:
                    return
                if worker is None:
                    worker = Process(task, self._inbox)
                    self._workers.append(worker)
                worker.give(job, deaths)

    def _hear(self) -> Iterator[tuple[Process, Report | None]]:
        """Yield what the next worker says, or each of those who have been at it for too long."""
        since = min(worker.since for worker in self._workers if worker.waiting)
        try:
            worker, report = self._inbox.get(
                timeout=max(0.0, since + self._timeout - time.monotonic())
            )
        except Empty:
            for worker in [worker for worker in self._workers if worker.waiting]:
                if time.monotonic() - worker.since >= self._timeout:
                    worker.is_late = True
                    yield worker, None
            return
        if worker in self._workers:  # not one that has been let go
            yield worker, report

    def _bury(self, worker: Process, again: Again) -> Iterator[tuple[int, Outcome]]:
        """Account for what a dead worker had in hand: the first item is to blame, the rest is not.

        A worker that was killed, for want of memory perhaps, gets a second chance on it.
        """
        self._workers.remove(worker)
        code = worker.end(patience=0.0 if worker.is_late else 10.0)
        if not worker.is_ready and not worker.is_late and code >= 0:
            raise SetupError(f"a worker process ended with code {code} before it could start")
        if worker.waiting and not worker.is_broken:
            job, deaths = worker.waiting.popleft()
            n, item, digest = job
            if worker.is_late:
                problem = f"given up after {self._timeout:g} s; see --timeout"
                yield n, failed(item, digest, problem)
            elif code < 0 and deaths == 0:
                again.append((job, 1))
            else:
                yield n, failed(item, digest, f"its worker process ended with code {code}")
        again.extend(worker.waiting)

    def _dismiss(self, is_through: Callable[[Process], bool]) -> None:
        for worker in [worker for worker in self._workers if is_through(worker)]:
            worker.end()
            self._workers.remove(worker)
