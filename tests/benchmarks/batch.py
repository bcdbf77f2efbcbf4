"""How fast a batch is with more workers, what its master costs, and whether a worker grows.

    python -m tests.benchmarks.batch speed [--articles 300] [--words 450]
    python -m tests.benchmarks.batch memory [--articles 5000] [--words 150]

``speed`` runs the same articles with one and two workers, without and with Dask, each in a process
of its own.  "steady" leaves out the first and the last tenth of the articles, and so the start of
the workers; "whole" is from the first to the last second.  "workers" is their processor time, start
included, which Dask does not tell; "master" is that of the process that the user starts, also in
percent of that of the one worker in the first row.  Only idle cores tell the truth: the load before
each run is printed.

``memory`` puts articles through one worker and prints its resident memory.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from claimx.corpus.inputs import find_items
from claimx.corpus.plan import Plan, Tally
from claimx.corpus.task import Task
from claimx.corpus.work import Worker
from tests.benchmarks.news import write_news


@dataclass(frozen=True, kw_only=True)
class Setup:
    """One row of the table."""

    engine: str
    jobs: int
    parts: int | None = None


@dataclass(frozen=True, kw_only=True)
class Measured:
    """Words a second, and seconds of processor time."""

    steady: float
    whole: float
    master: float
    workers: float


SETUPS = (
    Setup(engine="local", jobs=1),
    Setup(engine="local", jobs=2),
    Setup(engine="dask", jobs=1),
    Setup(engine="dask", jobs=2),
    Setup(engine="dask", jobs=2, parts=8),
)


def measure(setup: Setup, news: Path, output: Path) -> Measured:
    """Run a batch and return how fast it was."""
    from claimx.corpus.batch import run_batch
    from claimx.corpus.parts import run_parts

    plan = Plan(inputs=(str(news),), output=output, task=Task(), jobs=setup.jobs)
    plan = replace(plan, parts=setup.parts)
    moments: list[tuple[float, int]] = []

    def watch(tally: Tally) -> None:
        moments.append((time.perf_counter(), tally.words))

    began, own = time.perf_counter(), time.process_time()
    if setup.engine == "local":
        tally = run_batch(plan, watch)
    else:
        from claimx.corpus.cluster import DaskEngine

        dask = DaskEngine(jobs=setup.jobs)
        if plan.parts is None:
            tally = run_batch(plan, watch, engine=dask)
        else:
            tally = run_parts(plan, watch, make=dask.make_parts)
    whole = tally.words / (time.perf_counter() - began)
    own = time.process_time() - own
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    (first, some), (last, most) = moments[len(moments) // 10], moments[-1 - len(moments) // 10]
    return Measured(
        steady=(most - some) / (last - first),
        whole=whole,
        master=own,
        workers=others.ru_utime + others.ru_stime,
    )


def speed(count: int, words: int) -> None:
    """Print a row for each set-up, with how many times the first one it is."""
    tell(f"{count} articles of {words} words, {os.cpu_count()} processors")
    tell("engine jobs parts  load    steady          whole           workers         master")
    with tempfile.TemporaryDirectory() as name:
        news = Path(name) / "news"
        write_news(news, count, words=words)
        first: Measured | None = None
        for n, setup in enumerate(SETUPS):
            load = os.getloadavg()[0]
            arguments = [json.dumps(asdict(setup)), str(news), f"{name}/{n}.jsonl"]
            command = [sys.executable, "-m", "tests.benchmarks.batch", "one", *arguments]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            found = Measured(**json.loads(done.stdout))
            first = first or found
            tell(
                f"{setup.engine:6} {setup.jobs:4} {setup.parts or '-':>5} {load:5.1f}"
                f" {found.steady:7,.0f} {found.steady / first.steady:5.2f} x"
                f" {found.whole:7,.0f} {found.whole / first.whole:5.2f} x"
                + (f" {found.workers:7.1f} s" if setup.engine == "local" else f"{'-':>10}")
                + f" {found.master:6.2f} s {found.master / first.workers:6.1%}"
            )


def memory(count: int, words: int) -> None:
    """Print the resident memory of one worker as it goes through the articles."""
    tell(f"{count} articles of {words} words")
    with tempfile.TemporaryDirectory() as name:
        write_news(Path(name), count, words=words)
        worker = Worker(Task(store="jsonl"))
        tell(f"loaded            {resident():5.0f} MB")
        first = 0.0
        for n, item in enumerate(find_items([name], limit=2**20), start=1):
            worker.read(item, "")
            if n % (count // 10) == 0:
                first = first or resident()
                tell(f"{n:6,} articles   {resident():5.0f} MB  {resident() / first - 1:+5.1%}")


def resident() -> float:
    """Return the resident memory of this process in MB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def tell(line: str) -> None:
    """Print a line at once."""
    print(line, flush=True)  # noqa: T201


def main() -> None:
    """Measure and print."""
    if sys.argv[1:2] == ["one"]:
        setup, news, output = sys.argv[2:]
        found = measure(Setup(**json.loads(setup)), Path(news), Path(output))
        tell(json.dumps(asdict(found)))
        return
    parser = argparse.ArgumentParser(description="see the module")
    parser.add_argument("what", choices=["speed", "memory"])
    parser.add_argument("--articles", type=int)
    parser.add_argument("--words", type=int)
    asked = parser.parse_args()
    if asked.what == "speed":
        speed(asked.articles or 300, asked.words or 450)
    else:
        memory(asked.articles or 5000, asked.words or 150)


if __name__ == "__main__":
    main()
