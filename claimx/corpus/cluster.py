"""Articles on a Dask cluster: a local one of processes, or one that runs somewhere else.

Inputs are read, and results written, where ``claimx batch`` runs, so that workers need neither the
files nor a shared disk: articles go out to them in small parcels and documents come back into the
journal.  A worker that is lost costs its parcels, which Dask gives to another one.
"""

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

from claimx.corpus.pool import Job, failed, read_or_report
from claimx.corpus.work import Outcome, Task, Worker
from claimx.errors import SetupError

if TYPE_CHECKING:
    from distributed import Client

Parcel: TypeAlias = list[Job]
Done: TypeAlias = list[tuple[int, Outcome]]

_PARCEL = 8
_PARCELS_A_WORKER = 3  # one in work, one waiting beside it, one on its way


class DaskEngine:
    """Does jobs on a Dask cluster."""

    def __init__(self, task: Task, *, jobs: int, scheduler: str | None) -> None:
        """Name the cluster by the address of its scheduler; None starts ``jobs`` processes here.

        Raises:
            SetupError: Dask is not installed.
        """
        try:
            import distributed  # noqa: F401  # only to know
        except ModuleNotFoundError as error:
            raise SetupError("--engine dask needs Dask: pip install 'claimx[dask]'") from error
        self._task = task
        self._jobs = jobs
        self._scheduler = scheduler

    def run(self, jobs: Iterable[Job]) -> Generator[tuple[int, Outcome], None, None]:
        """Yield the outcome of each job as it is done; ``jobs`` is read only as fast as needed.

        Raises:
            SetupError: the scheduler does not answer, or the model is missing on a worker.
        """
        from distributed import Client, LocalCluster

        if self._scheduler is None:
            cluster = LocalCluster(
                n_workers=self._jobs, threads_per_worker=1, dashboard_address=None
            )
            with cluster, Client(cluster) as client:
                yield from self._run(client, _parcels(jobs))
            return
        try:
            client = Client(self._scheduler, timeout=20)
        except (OSError, ValueError) as error:
            raise SetupError(f"{self._scheduler}: no Dask scheduler answers there") from error
        with client:
            yield from self._run(client, _parcels(jobs))

    def _run(
        self, client: "Client", parcels: Iterator[Parcel]
    ) -> Generator[tuple[int, Outcome], None, None]:
        from distributed import KilledWorker, as_completed

        flying: dict[Any, Parcel] = {}
        landed = as_completed()

        def send(parcel: Parcel) -> None:
            # pure=False: equal articles are different jobs
            future = client.submit(do_parcel, self._task, parcel, pure=False)
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
                yield from future.result()
            except KilledWorker:
                if is_alone:
                    n, item, digest = parcel[0]
                    yield n, failed(item, digest, "every worker that tried it died")
                else:
                    suspects.extend(parcel)

    def _capacity(self, client: "Client") -> int:
        workers = client.scheduler_info(n_workers=-1)["workers"]
        return _PARCELS_A_WORKER * max(1, len(workers), self._jobs)


def do_parcel(task: Task, parcel: Parcel) -> Done:
    """Do a few jobs in a Dask worker, whose process keeps the model from one call to the next."""
    worker = _worker(task)
    return [(n, read_or_report(worker, item, digest)) for n, item, digest in parcel]


@cache
def _worker(task: Task) -> Worker:
    return Worker(task)


def _parcels(jobs: Iterable[Job]) -> Iterator[Parcel]:
    source = iter(jobs)
    while parcel := list(islice(source, _PARCEL)):
        yield parcel
