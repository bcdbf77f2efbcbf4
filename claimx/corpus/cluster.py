"""Articles on a Dask cluster: a local one of processes, or one that runs somewhere else.

Each thread of a Dask worker has a worker process of ours beside it, so that an article that kills
its process, or takes too long, is dealt with as without Dask.  What Dask does is to bring work to
machines, and to give it to another one when a machine is lost.

An output of one file is written where ``claimx batch`` runs, and inputs are read there: workers
need neither the files nor a shared disk, articles go out to them in small parcels and come back
into the journal.  Of an output of many parts each is made by a worker, which reads its shard of the
inputs itself; that takes a disk that all share, and leaves next to nothing to do for the others.
"""

import logging
import threading
from asyncio import TimeoutError
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from claimx.corpus.parts import Part, make_part
from claimx.corpus.plan import Job, Plan
from claimx.corpus.pool import Pool
from claimx.corpus.task import Outcome, Task
from claimx.corpus.work import failed
from claimx.errors import SetupError

if TYPE_CHECKING:
    from distributed import Client

Parcel: TypeAlias = list[Job]
Done: TypeAlias = list[tuple[int, Outcome]]

# Ctrl-C reaches all; the master decides.
_DEAF = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)"
_PARCEL = 8
_PARCELS_A_WORKER = 3  # one in work, one waiting beside it, one on its way


class DaskEngine:
    """Does jobs on a Dask cluster."""

    def __init__(
        self,
        *,
        jobs: int,
        scheduler: str | None = None,
        recycle: int = 1000,
        timeout: float = 600.0,
    ) -> None:
        """Name the cluster by the address of its scheduler; None starts ``jobs`` processes here.

        Raises:
            SetupError: Dask is not installed.
        """
        try:
            import distributed  # noqa: F401  # only to know
        except ModuleNotFoundError as error:
            raise SetupError("--engine dask needs Dask: pip install 'claimx[dask]'") from error
        self._jobs = jobs
        self._scheduler = scheduler
        self._limits = (recycle, timeout)

    def run(self, task: Task, jobs: Iterable[Job]) -> Generator[tuple[int, Outcome], None, None]:
        """Yield the outcome of each job as it is done; ``jobs`` is read only as fast as needed.

        Raises:
            SetupError: the scheduler does not answer, or the model is missing on a worker.
        """
        with self._connected() as client:
            yield from self._run(client, task, _parcels(jobs))

    def make_parts(self, plan: Plan, numbers: list[int]) -> Iterator[tuple[Part, bool]]:
        """Make parts of an output; those that every worker that tried died of are left out.

        Raises:
            UsageError, SetupError: a worker cannot write, or lacks the model or a package.
        """
        from distributed import KilledWorker, as_completed

        here = Path.cwd()
        plan = replace(
            plan,
            root=str(here / plan.root),
            output=plan.output.absolute(),
            errors=plan.errors and plan.errors.absolute(),
            report=plan.report and plan.report.absolute(),
        )
        with self._connected() as client:
            futures = client.map(partial(do_part, self._limits, plan), numbers, pure=False)
            for future in as_completed(futures):
                try:
                    yield _result(future)
                except KilledWorker:
                    continue

    @contextmanager
    def _connected(self) -> "Iterator[Client]":
        from distributed import Client, LocalCluster
        from distributed.comm import CommClosedError

        try:
            if self._scheduler is None:
                cluster = LocalCluster(
                    n_workers=self._jobs,
                    threads_per_worker=1,
                    dashboard_address=":0",  # any free port; two runs at once are no fault
                    silence_logs=logging.CRITICAL,
                    preload=[_DEAF],
                )
                with cluster, Client(cluster) as client:
                    yield client
                return
            try:
                client = Client(self._scheduler, timeout=20)
            except (OSError, ValueError) as error:
                raise SetupError(f"{self._scheduler}: no Dask scheduler answers there") from error
            with client:
                yield client
        except (CancelledError, CommClosedError, TimeoutError) as error:
            raise SetupError("the Dask scheduler is gone; --resume goes on with another") from error

    def _run(
        self, client: "Client", task: Task, parcels: Iterator[Parcel]
    ) -> Generator[tuple[int, Outcome], None, None]:
        from distributed import KilledWorker, as_completed

        flying: dict[Any, Parcel] = {}
        landed = as_completed()

        def send(parcel: Parcel) -> None:
            # pure=False: equal articles are different jobs
            future = client.submit(do_parcel, self._limits, task, parcel, pure=False)
            flying[future] = parcel
            landed.add(future)

        suspects: deque[Job] = deque()
        while True:
            for parcel in islice(parcels, max(0, self._capacity(client) - len(flying))):
                send(parcel)
            is_alone = not flying  # nothing else is left to do, so who dies now is to blame
            if is_alone:
                if not suspects:
                    return
                send([suspects.popleft()])
            future = next(landed)
            parcel = flying.pop(future)
            try:
                yield from _result(future)
            except KilledWorker:
                if is_alone:
                    n, item, digest = parcel[0]
                    yield n, failed(item, digest, "every worker that tried it died")
                else:
                    suspects.extend(parcel)

    def _capacity(self, client: "Client") -> int:
        workers = client.scheduler_info(n_workers=-1)["workers"]
        return _PARCELS_A_WORKER * max(1, len(workers), self._jobs)


def _result(future: Any) -> Any:
    """Return what a worker returned, or raise what it raised.

    Raises:
        SetupError: the worker lacks claimx or a package.
    """
    try:
        return future.result()
    except ModuleNotFoundError as error:
        raise SetupError(f"a Dask worker lacks {error.name}; install it there too") from error


def do_parcel(limits: tuple[int, float], task: Task, parcel: Parcel) -> Done:
    """Do a few jobs in a Dask worker."""
    return list(_pool(limits).run(task, parcel))


def do_part(limits: tuple[int, float], plan: Plan, n: int) -> tuple[Part, bool]:
    """Make a part in a Dask worker."""
    return make_part(plan, n, _pool(limits))


_own = threading.local()


def _pool(limits: tuple[int, float]) -> Pool:
    """Return this thread's pool of one process, which keeps the model from task to task."""
    recycle, timeout = limits
    if getattr(_own, "limits", None) != limits:
        if hasattr(_own, "pool"):
            _own.pool.close()
        _own.limits, _own.pool = limits, Pool(jobs=1, recycle=recycle, timeout=timeout)
    pool: Pool = _own.pool
    return pool


def _parcels(jobs: Iterable[Job]) -> Iterator[Parcel]:
    source = iter(jobs)
    while parcel := list(islice(source, _PARCEL)):
        yield parcel
