"""How fast a batch is with more workers, and whether a worker's memory grows.

    python -m tests.benchmarks.batch [ARTICLES]

Prints a table.  Articles are the samples, each with a sentence of its own.  Run it on idle cores.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

from claimx.corpus.batch import Plan, run_batch
from claimx.corpus.inputs import Item, find_items
from claimx.corpus.work import Task, Worker

SAMPLES = Path(__file__).parent.parent.parent / "samples"


def write_articles(folder: Path, count: int) -> None:
    """Write ``count`` different articles."""
    texts = [path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    for n in range(count):
        text = f"{texts[n % len(texts)]}\nThe number of the day was {n}.\n"
        (folder / f"{n:05}.txt").write_text(text, "utf-8")


def resident() -> float:
    """Return the resident memory of this process in MB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def measure_jobs(folder: Path, output: Path) -> None:
    """Print throughput for one worker and for more."""
    first = None
    for jobs in (1, 2):
        plan = Plan(inputs=(str(folder),), output=output, task=Task(), jobs=jobs)
        start = time.perf_counter()
        tally = run_batch(plan, lambda tally: None)
        seconds = time.perf_counter() - start
        first = first or seconds
        rate = f"{tally.words / seconds:8,.0f} words/s"
        print(f"{jobs} jobs  {seconds:7.1f} s  {rate}  {first / seconds:.2f} x")  # noqa: T201


def measure_memory(folder: Path) -> None:
    """Print the resident memory of one worker as it goes through the articles."""
    worker = Worker(Task())
    items: list[Item] = list(find_items([str(folder)], limit=2**24))
    for n, item in enumerate(items, start=1):
        worker.read(item, "")
        if n in {len(items) // 10, len(items) // 2, len(items)}:
            print(f"after {n:6,} articles  {resident():6.0f} MB resident")  # noqa: T201


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "news"
        folder.mkdir()
        write_articles(folder, count)
        measure_jobs(folder, Path(name) / "out.jsonl")
        measure_memory(folder)


if __name__ == "__main__":
    main()
