"""One worker process, from both sides: pickled jobs go into its stdin, reports come out of stdout.

It is no ``multiprocessing.Process``: those may not be started from a Dask worker, run the caller's
main module again, and change the environment of all for that of one.
"""

import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from queue import SimpleQueue
from typing import IO, BinaryIO, Literal, TypeAlias

from claimx.corpus.plan import Job
from claimx.corpus.task import Outcome, Task
from claimx.errors import ClaimxError

Report: TypeAlias = (
    tuple[Literal["ready"]]
    | tuple[Literal["broken"], ClaimxError]
    | tuple[Literal["bug"], str]
    | tuple[Literal["done"], int, Outcome]
)

# Isolated: no module of the folder that the user happens to be in is taken for one of ours.
# A stream of its own: the interpreter waits for stdin at its end, which a thread is reading.
_START = (
    "import sys, pickle; jobs = open(0, 'rb'); sys.path[:] = pickle.load(jobs);"
    " from claimx.corpus.process import serve; serve(jobs)"
)
_ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "RAYON_NUM_THREADS": "1",
    "TOKENIZERS_PARALLELISM": "false",
}


class Process:
    """A worker process, from the side of its master.

    ``waiting`` are the jobs it has, each with the number of workers that died of it; ``since`` is
    when it began with the first of them.
    """

    def __init__(self, task: Task, inbox: "SimpleQueue[tuple[Process, Report | None]]") -> None:
        """Start it; what it says comes into ``inbox``, None at the end of it."""
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-c", _START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **_ONE_THREAD},
        )
        self.waiting: deque[tuple[Job, int]] = deque()
        self.given = 0
        self.since = time.monotonic()
        self.is_ready = self.is_late = self.is_broken = False
        self._outbox: SimpleQueue[object] = SimpleQueue()
        # Pipes hold less than an article may have; so neither side ever waits to be heard.
        self._threads = (
            threading.Thread(target=_speak, args=(self._process.stdin, self._outbox), daemon=True),
            threading.Thread(target=self._listen, args=(self._process.stdout, inbox), daemon=True),
        )
        for thread in self._threads:
            thread.start()
        self._outbox.put(sys.path)
        self._outbox.put(task)

    def give(self, job: Job, deaths: int) -> None:
        """Send a job."""
        if not self.waiting:
            self.since = time.monotonic()
        self.given += 1
        self.waiting.append((job, deaths))
        self._outbox.put(job)

    def note(self, report: Report) -> Job | None:
        """Take in what it said and return the job that it is through with, if any."""
        self.since = time.monotonic()
        self.is_ready = True
        self.is_broken = report[0] in ("broken", "bug")
        return self.waiting.popleft()[0] if report[0] in ("done", "bug") else None

    def end(self, *, patience: float = 0.0) -> int:
        """End it, after so many seconds if it does not do so itself, and return its exit code."""
        try:
            self._process.wait(timeout=patience)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._outbox.put(None)
        for thread in self._threads:
            thread.join()
        return self._process.wait()

    def _listen(
        self, stdout: IO[bytes], inbox: "SimpleQueue[tuple[Process, Report | None]]"
    ) -> None:
        with stdout:
            while True:
                try:
                    inbox.put((self, pickle.load(stdout)))
                except (EOFError, pickle.UnpicklingError):  # the latter: it died while speaking
                    inbox.put((self, None))
                    return


def _speak(stdin: IO[bytes], outbox: "SimpleQueue[object]") -> None:
    """Send what comes, until None; one that has died is noticed by its silence."""
    try:
        with stdin:
            while (value := outbox.get()) is not None:
                pickle.dump(value, stdin, protocol=pickle.HIGHEST_PROTOCOL)
                stdin.flush()
    except OSError:
        return


def serve(stream: BinaryIO) -> None:
    """Do the jobs that come until the master hangs up, also by dying."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the master decides
    mouth = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no report

    def say(report: Report) -> None:
        pickle.dump(report, mouth, protocol=pickle.HIGHEST_PROTOCOL)
        mouth.flush()

    task: Task = pickle.load(stream)
    jobs: SimpleQueue[Job] = SimpleQueue()
    threading.Thread(target=_take, args=(stream, jobs), daemon=True).start()
    from claimx.corpus.work import Worker

    try:
        worker = Worker(task)
        say(("ready",))
        while True:
            n, item, digest = jobs.get()
            say(("done", n, worker.read(item, digest)))
    except ClaimxError as error:
        say(("broken", error))
    except Exception as error:
        say(("bug", " ".join(f"unexpected {type(error).__name__}: {error}".split())))
        raise


def _take(stream: BinaryIO, jobs: "SimpleQueue[Job]") -> None:
    """Take in jobs as they come; a master that is gone hears no report, so end at once."""
    try:
        while True:
            jobs.put(pickle.load(stream))
    except (EOFError, pickle.UnpicklingError):
        os._exit(0)
