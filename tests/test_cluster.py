"""The same run on a Dask cluster of real processes, also when one of them dies."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.test_batch import ROOT, plan_for, run, write_news

pytest.importorskip("distributed")

# In a process of its own: Dask leaves threads behind, and warnings are errors here.
BATCH = """
import os, signal
from dataclasses import replace
from pathlib import Path
from claimx.corpus.batch import run_batch
from claimx.corpus.cluster import DaskEngine
from claimx.corpus.plan import Plan
from claimx.corpus.task import Task
if __name__ == "__main__":
    task = Task(extractor="tests.extractors:{extractor}", any_language=True)
    plan = Plan(inputs=({news!r},), output=Path({out!r}), task=task, errors=Path({bad!r}))
    victims = {victims!r}

    def watch(tally):
        if tally.articles + tally.failed >= 40 and victims:
            os.kill(victims.pop(), signal.SIGKILL)

    engine = DaskEngine(jobs=2, scheduler={scheduler!r})
    print(run_batch(plan, watch, engine=engine))
"""


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def run_on_cluster(tmp_path: Path, news: Path, out: Path, **more: object) -> str:
    values = {"scheduler": None, "victims": [], "extractor": "load_slow"} | more
    script = tmp_path / "run.py"
    bad = str(tmp_path / "bad.jsonl")
    script.write_text(BATCH.format(news=str(news), out=str(out), bad=bad, **values), "utf-8")
    done = subprocess.run(
        [sys.executable, str(script)],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def started(*arguments: str) -> Iterator[int]:
    """Start a part of Dask as a process; give its number, end it at the end."""
    command = [sys.executable, "-m", "distributed.cli." + arguments[0], *arguments[1:]]
    process = subprocess.Popen(
        command, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield process.pid
    finally:
        process.kill()
        process.wait()


def test_a_lost_worker_changes_nothing(tmp_path: Path) -> None:
    news = write_news(tmp_path, 120)
    whole = plan_for(news, tmp_path / "whole.jsonl")
    run(whole)
    contact = tmp_path / "scheduler.json"
    contact_option = f"--scheduler-file={contact}"
    local = "--host=127.0.0.1"
    with ExitStack() as stack:
        stack.enter_context(
            started("dask_scheduler", local, "--port=0", "--no-dashboard", contact_option)
        )
        limit = time.monotonic() + 60
        while not contact.exists():
            assert time.monotonic() < limit
            time.sleep(0.1)
        worker = ("dask_worker", local, "--no-nanny", "--nthreads=1", "--no-dashboard")
        folder = f"--local-directory={tmp_path}"
        pids = [stack.enter_context(started(*worker, folder, contact_option)) for _ in range(2)]
        address = _address(contact)
        told = run_on_cluster(
            tmp_path, news, tmp_path / "out.jsonl", scheduler=address, victims=pids[:1]
        )
    assert "articles=120" in told and "failed=0" in told
    assert (tmp_path / "out.jsonl").read_bytes() == whole.output.read_bytes()


def _address(contact: Path) -> str:
    address: str = json.loads(contact.read_text("utf-8"))["address"]
    return address
