"""The same run on a Dask cluster of real processes, also when some of them die."""

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from claimx.corpus.parts import run_parts
from tests.test_batch import ROOT, TASK, as_written, plan_for, read_rows, run, seed, write_news

pytest.importorskip("distributed")

# In a process of its own: Dask leaves threads behind, and warnings are errors here.
BATCH = """
import os, signal
from pathlib import Path
from claimx.corpus.batch import run_batch
from claimx.corpus.cluster import DaskEngine
from claimx.corpus.parts import run_parts
from claimx.corpus.plan import Plan
from claimx.corpus.task import Task
if __name__ == "__main__":
    task = Task(extractor="tests.extractors:load_slow", any_language=True)
    plan = Plan(
        inputs=("news",), output=Path({out!r}), task=task, errors=Path("bad"), parts={parts!r}
    )
    victims = {victims!r}

    def watch(tally):
        if tally.articles + tally.failed >= {moment!r} and victims:
            os.kill(victims.pop(), signal.SIGKILL)

    dask = DaskEngine(jobs=2, scheduler={scheduler!r})
    if plan.parts is None:
        print(run_batch(plan, watch, engine=dask))
    else:
        print(run_parts(plan, watch, make=dask.make_parts))
"""


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def run_on_cluster(folder: Path, out: str, **more: object) -> str:
    """Run in ``folder``, which has "news"; kill the victims after so many articles."""
    values = {"scheduler": None, "victims": [], "moment": 0, "parts": None} | more
    script = folder / "run.py"
    script.write_text(BATCH.format(out=out, **values), "utf-8")
    done = subprocess.run(
        [sys.executable, str(script)],
        cwd=folder,
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
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def cluster(folder: Path, *options: str) -> Iterator[tuple[str, list[int]]]:
    """Give the address of a scheduler and the numbers of processes: two workers, the scheduler."""
    contact = folder / "scheduler.json"
    file, local = f"--scheduler-file={contact}", "--host=127.0.0.1"
    with ExitStack() as stack:
        head = ("dask_scheduler", local, "--port=0", "--no-dashboard", file)
        scheduler = stack.enter_context(started(*head))
        limit = time.monotonic() + 60
        while not contact.exists():
            assert time.monotonic() < limit
            time.sleep(0.1)
        worker = ("dask_worker", local, "--nthreads=1", "--no-dashboard", file, *options)
        scratch = f"--local-directory={folder}"
        pids = [stack.enter_context(started(*worker, scratch)) for _ in range(2)]
        yield json.loads(contact.read_text("utf-8"))["address"], [*pids, scheduler]


@pytest.mark.parametrize("name", ["out.jsonl", "out.sqlite", "out.parquet"])
def test_a_lost_worker_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow")
    write_news(tmp_path, 300)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "whole").mkdir()
    run(plan_for(Path("news"), Path("whole", name)))
    moment = random.Random(seed()).randrange(1, 280)
    with cluster(tmp_path, "--no-nanny") as (address, pids):
        told = run_on_cluster(tmp_path, name, scheduler=address, victims=pids[:1], moment=moment)
    assert "articles=300" in told and "failed=0" in told
    assert Path(name).read_bytes() == Path("whole", name).read_bytes()


def test_an_article_that_kills_is_reported_and_all_others_come_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES", "0")  # it takes seconds
    news = write_news(tmp_path, 30)
    (news / "part1" / "a.txt").write_text("Somebody met KILL.", "utf-8")
    (news / "part1" / "b.txt").write_text("Somebody met KILL PARENT.", "utf-8")
    with cluster(tmp_path, "--nanny") as (address, _):
        told = run_on_cluster(tmp_path, "out.jsonl", scheduler=address)
    assert "articles=30" in told and "failed=2" in told
    assert {row["input"]: row["problem"] for row in read_rows(tmp_path / "bad")} == {
        "news/part1/a.txt": "its worker process ended with code -9",
        "news/part1/b.txt": "every worker that tried it died",
    }


def test_parts_are_the_same_although_a_worker_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    news = write_news(tmp_path, 60)
    (news / "part1" / "a.txt").write_text("Somebody met KILL.", "utf-8")
    monkeypatch.chdir(tmp_path)
    task = replace(TASK, extractor="tests.extractors:load_slow")
    plan = replace(plan_for(Path("news"), Path("whole.jsonl")), task=task, parts=8)
    run_parts(plan, lambda tally: None)
    moment = random.Random(seed()).randrange(1, 50)
    with cluster(tmp_path, "--no-nanny") as (address, pids):
        told = run_on_cluster(
            tmp_path, "out.jsonl", parts=8, scheduler=address, victims=pids[:1], moment=moment
        )
    assert "articles=60" in told and "failed=1" in told and "missing=[]" in told
    assert as_written(Path("out.jsonl")) == as_written(Path("whole.jsonl"))


def test_a_scheduler_that_goes_away(tmp_path: Path) -> None:
    write_news(tmp_path, 300)
    with cluster(tmp_path, "--no-nanny") as (address, pids):
        with pytest.raises(AssertionError, match="the Dask scheduler is gone; --resume goes on"):
            run_on_cluster(tmp_path, "out.jsonl", scheduler=address, victims=pids[2:], moment=40)
    assert (tmp_path / "out.jsonl.journal").exists()


def test_a_cluster_here_is_the_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_news(tmp_path, 20)
    monkeypatch.chdir(tmp_path)
    run(plan_for(Path("news"), Path("whole.csv")))
    assert "articles=20" in run_on_cluster(tmp_path, "out.csv")
    assert Path("out.csv").read_bytes() == Path("whole.csv").read_bytes()
