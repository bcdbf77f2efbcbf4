"""A run over many articles: the same result however it is done, and nothing lost on the way."""

import gzip
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from spacy.language import Language
from typer.testing import CliRunner

import claimx
from claimx.article import Article
from claimx.cli import app
from claimx.corpus import work
from claimx.corpus.batch import input_size, journal_path, run_batch
from claimx.corpus.plan import Job, Plan, Tally
from claimx.corpus.task import Outcome, Task
from claimx.corpus.work import Worker
from claimx.errors import SetupError, UsageError

TASK = Task(extractor="tests.extractors:load", any_language=True)
ROOT = Path(__file__).parent.parent


def write_news(folder: Path, count: int) -> Path:
    """Write ``count`` small articles into a few folders and return the top one."""
    for n in range(count):
        path = folder / "news" / f"part{n % 3}" / f"{n:04}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = [f"Mayor{n} opened bridge {n}.", f"Rivals{n} called it dear Ruiz{n} said."]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder / "news"


class Here:
    """An engine without processes, for what does not depend on them."""

    def run(self, task: Task, jobs: Iterable[Job]) -> Generator[tuple[int, Outcome], None, None]:
        worker = Worker(task)
        for n, item, digest in jobs:
            yield n, worker.read(item, digest)


def run(plan: Plan) -> Tally:
    return run_batch(plan, lambda tally: None, engine=Here())


def run_in_processes(plan: Plan) -> Tally:
    return run_batch(plan, lambda tally: None)


def plan_for(source: Path, output: Path) -> Plan:
    return Plan(inputs=(str(source),), output=output, task=TASK)


def read_rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def as_written(output: Path) -> dict[str, bytes]:
    """Return every file of an output by name."""
    if output.is_file():
        return {output.suffix: output.read_bytes()}
    files = sorted(path for path in output.rglob("*") if path.is_file())
    return {str(path.relative_to(output)): path.read_bytes() for path in files}


@pytest.mark.parametrize("name", ["out.jsonl", "out.csv", "out"])
def test_any_number_of_jobs_gives_the_same(tmp_path: Path, name: str) -> None:
    news = write_news(tmp_path, 9)
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    tally = run(plan_for(news, tmp_path / "one" / name))
    assert (tally.articles, tally.failed, tally.kept) == (9, 0, 0)
    run_in_processes(replace(plan_for(news, tmp_path / "two" / name), jobs=2, recycle=4))
    one, two = as_written(tmp_path / "one" / name), as_written(tmp_path / "two" / name)
    assert one == two
    assert b"Mayor8" in b"".join(one.values())


def test_folder_has_the_tree_of_the_inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_news(tmp_path, 2)
    monkeypatch.chdir(tmp_path)
    run(plan_for(Path("news"), Path("out")))
    assert sorted(as_written(Path("out"))) == [
        "news/part0/0000.txt.json",
        "news/part1/0001.txt.json",
    ]


def test_one_bad_article_does_not_stop_the_run(tmp_path: Path) -> None:
    news = write_news(tmp_path, 3)
    (news / "a.txt").write_bytes(b"\x00\x01")
    (news / "b.txt").write_text("Somebody met CRASH.", "utf-8")
    (news / "c.txt").write_text("Somebody met KILL.", "utf-8")
    (news / "d.txt").write_text("Somebody met HANG.", "utf-8")
    (news / "e.txt").write_text("Somebody met EXIT.", "utf-8")
    plan = plan_for(news, tmp_path / "out.jsonl")
    plan = replace(plan, jobs=2, timeout=8.0, errors=tmp_path / "bad.jsonl")
    tally = run_in_processes(plan)
    assert (tally.articles, tally.failed) == (3, 5)
    problems = {Path(str(row["input"])).name: row["problem"] for row in read_rows(plan.errors)}
    assert problems == {
        "a.txt": "binary (NUL at byte 0); if it is UTF-16, say --encoding utf-16",
        "b.txt": "unexpected ValueError: a bug",
        "c.txt": "its worker process ended with code -9",
        "d.txt": "given up after 8 s; see --timeout",
        "e.txt": "its worker process ended with code 7",
    }


def test_articles_larger_than_a_pipe(tmp_path: Path) -> None:
    """Neither side may wait for the other to read while the other waits for it."""
    for n in range(4):
        lines = [f"Mayor{n} opened bridge {i}." for i in range(100)]
        (tmp_path / f"{n}.txt").write_text("\n".join([*lines, "x" * 100_000]), "utf-8")
    plan = replace(plan_for(tmp_path, tmp_path / "out.jsonl"), keep_journal=True)
    tally = run_in_processes(plan)
    assert (tally.articles, tally.failed) == (4, 0)
    assert journal_path(plan).stat().st_size > 4 * 2**16  # what a pipe holds


def test_a_killed_worker_gets_a_second_chance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMX_TEST_MARK", str(tmp_path / "mark"))
    news = write_news(tmp_path, 4)
    (news / "a.txt").write_text("Somebody met KILL ONCE.", "utf-8")
    tally = run_in_processes(plan_for(news, tmp_path / "out.jsonl"))
    assert (tally.articles, tally.failed) == (5, 0)


def test_foreign_articles_are_reported(tmp_path: Path) -> None:
    news = write_news(tmp_path, 1)
    german = "Der Minister sagte am Montag, die Brücke sei nicht mehr zu retten gewesen. " * 3
    (news / "z.txt").write_text(german, "utf-8")
    plan = plan_for(news, tmp_path / "out.jsonl")
    plan = replace(plan, task=replace(TASK, any_language=False), errors=tmp_path / "bad.jsonl")
    assert run(plan).foreign == 1
    assert [row["status"] for row in read_rows(tmp_path / "bad.jsonl")] == ["foreign"]


def test_repeated_articles_are_grouped(tmp_path: Path) -> None:
    lines = [f"Minister{n} opened school number {n} of the long list." for n in range(40)]
    for name, text in {
        "a.txt": "\n".join(lines),
        "b.txt": "\n".join(lines),
        "c.txt": "\n".join([*lines, "Nobody knew this one."]),
        "d.txt": "Something else happened here.",
    }.items():
        (tmp_path / "news").mkdir(exist_ok=True)
        (tmp_path / "news" / name).write_text(text, "utf-8")
    plan = replace(plan_for(tmp_path / "news", tmp_path / "out.jsonl"), report=tmp_path / "all")
    assert run(plan).duplicates == 1
    plan = replace(plan, task=replace(TASK, sketches=True))
    assert run(plan).duplicates == 2
    rows = {Path(str(row["input"])).name: row["copy_of"] for row in read_rows(tmp_path / "all")}
    first = str(tmp_path / "news" / "a.txt")
    assert rows == {"a.txt": None, "b.txt": first, "c.txt": first, "d.txt": None}
    assert len(read_rows(tmp_path / "out.jsonl")) == 40 + 1


def test_kept_texts_hold_what_offsets_count(tmp_path: Path) -> None:
    news = write_news(tmp_path, 1)
    task = replace(TASK, keep_text=str(tmp_path / "texts"))
    run(replace(plan_for(news, tmp_path / "out"), task=task))
    (document,) = (json.loads(data) for data in as_written(tmp_path / "out").values())
    text = (tmp_path / "texts" / f"{document['document']['id']}.txt").read_text("utf-8")
    who = document["claims"][0]["who"]
    assert text[who["start"] : who["end"]] == who["exact"] == "Mayor0"


def test_shards_together_are_the_whole(tmp_path: Path) -> None:
    news = write_news(tmp_path, 7)
    whole = replace(plan_for(news, tmp_path / "whole.jsonl"))
    run(whole)
    for n in (1, 2):
        run(replace(whole, output=tmp_path / f"{n}.jsonl", shard=(n, 2)))
    parts = [line for n in (1, 2) for line in (tmp_path / f"{n}.jsonl").read_bytes().splitlines()]
    assert sorted(parts) == sorted((tmp_path / "whole.jsonl").read_bytes().splitlines())


class Interrupted(Exception):
    pass


def after(count: int) -> Callable[[Tally], None]:
    def watch(tally: Tally) -> None:
        if tally.articles - tally.kept >= count:
            raise Interrupted

    return watch


def test_resume_does_only_the_rest(tmp_path: Path) -> None:
    news = write_news(tmp_path, 12)
    plan = plan_for(news, tmp_path / "out.jsonl")
    with pytest.raises(Interrupted):
        run_batch(plan, after(5), engine=Here())
    assert not plan.output.exists()
    with pytest.raises(UsageError, match="an unfinished run; add --resume"):
        run(plan)
    with journal_path(plan).open("ab") as stream:
        stream.write(b'deadbeef {"name": "torn')  # power was lost in the middle of a line
    (news / "part0" / "0000.txt").write_text("Mayor0 closed bridge 0.\n", "utf-8")
    tally = run(replace(plan, resume=True))
    assert (tally.articles, tally.kept) == (12, 4)  # the changed one of the five was done again
    run(plan_for(news, tmp_path / "again.jsonl"))
    assert plan.output.read_bytes() == (tmp_path / "again.jsonl").read_bytes()
    assert not journal_path(plan).exists()


def test_sizes_add_up_to_those_of_the_inputs(tmp_path: Path) -> None:
    news = write_news(tmp_path, 6)
    rows = [json.dumps({"text": f"Mayor{n} opened bridge {n}."}) for n in range(50)]
    (news / "many.jsonl").write_text("\n".join(rows) + "\n", "utf-8")
    (news / "many.jsonl.gz").write_bytes(gzip.compress((news / "many.jsonl").read_bytes()))
    plan = replace(plan_for(news, tmp_path / "out.jsonl"), keep_journal=True)
    tally = run(plan)
    assert tally.read == input_size(plan) == sum(p.stat().st_size for p in news.rglob("*.*"))
    again = run(replace(plan, resume=True))
    assert (again.kept, again.kept_read, again.kept_words) == (106, tally.read, tally.words)
    assert input_size(replace(plan, inputs=("-", str(news)))) is None


def test_another_task_resumes_nothing(tmp_path: Path) -> None:
    plan = replace(plan_for(write_news(tmp_path, 3), tmp_path / "out.jsonl"), keep_journal=True)
    run(plan)
    assert run(replace(plan, resume=True)).kept == 3
    other = replace(plan, resume=True, task=replace(TASK, model="other"))
    assert run(other).kept == 0


BATCH = """
from pathlib import Path
from claimx.corpus.batch import run_batch
from claimx.corpus.plan import Plan
from claimx.corpus.task import Task
if __name__ == "__main__":
    task = Task(extractor="tests.extractors:load_slow", any_language=True)
    plan = Plan(inputs=({news!r},), output=Path({out!r}), task=task, jobs=2, resume=True)
    run_batch(plan, lambda tally: None)
"""


def seed() -> str:
    """Return what points in time are drawn from; a failed test prints it, to be set again."""
    drawn = os.environ.get("CLAIMX_SEED") or str(random.SystemRandom().randrange(10**6))
    print(f"CLAIMX_SEED={drawn}")  # noqa: T201  # for whoever looks into a failure
    return drawn


@pytest.mark.parametrize("name", ["out.jsonl", "out.sqlite", "out.parquet"])
def test_killed_twice_and_resumed(tmp_path: Path, name: str) -> None:
    """kill -9 of the whole run at random points leaves nothing wrong behind."""
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow")
    news = write_news(tmp_path, 300)
    (tmp_path / "undisturbed").mkdir()
    whole = replace(plan_for(news, tmp_path / "undisturbed" / name), keep_journal=True)
    run(whole)
    size = journal_path(whole).stat().st_size
    dice = random.Random(seed())
    plan = replace(whole, output=tmp_path / name)
    script = tmp_path / "run.py"
    script.write_text(BATCH.format(news=str(news), out=str(plan.output)), "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(script)]
    for share in sorted(dice.uniform(0.01, 0.8) for _ in range(2)):
        process = subprocess.Popen(command, env=environment, start_new_session=True)
        limit = time.monotonic() + 60
        while not journal_path(plan).exists() or (journal_path(plan).stat().st_size < share * size):
            assert process.poll() is None and time.monotonic() < limit
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
        assert not plan.output.exists()
    subprocess.run(command, env=environment, check=True)
    assert plan.output.read_bytes() == whole.output.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        ["news", "run.py", "undisturbed", name]
    )


@pytest.mark.parametrize(
    ("plan", "message"),
    [
        pytest.param({"output": "out.xlsx"}, "unknown kind of output", id="unknown"),
        pytest.param({"output": "file/out.jsonl"}, "cannot write", id="below a file"),
        pytest.param({"output": "file"}, "a file of that name is in the way", id="file"),
        pytest.param({"output": "news.csv"}, "a folder of that name", id="folder"),
        pytest.param({"output": "-"}, "needs a name", id="no name"),
        pytest.param({"output": "news"}, "an input and an output at once", id="input"),
        pytest.param({"errors": "file/bad"}, "cannot write", id="errors below a file"),
        pytest.param({"report": "news"}, "a folder of that name", id="report is a folder"),
        pytest.param({"errors": "./out.jsonl"}, "give each a name of its own", id="twice"),
    ],
)
def test_bad_outputs_are_refused_before_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plan: dict[str, str], message: str
) -> None:
    write_news(tmp_path, 1)
    monkeypatch.chdir(tmp_path)
    Path("file").write_text("a file, no folder", "utf-8")
    Path("news.csv").mkdir()
    places = {name: Path(path) for name, path in plan.items()}
    with pytest.raises(UsageError, match=message):
        run(Plan(**{"inputs": ("news",), "output": Path("out.jsonl"), "task": TASK} | places))  # type: ignore[arg-type]  # values of several types
    assert not Path("out.jsonl").exists() and not list(Path().glob("*.journal"))


def test_what_a_run_writes_is_no_input_of_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_news(tmp_path, 2)
    monkeypatch.chdir(tmp_path)
    plan = Plan(
        inputs=(".",),
        output=Path("news/out.jsonl"),
        errors=Path("news/bad.jsonl"),
        report=Path("all.json"),
        task=replace(TASK, keep_text="news/texts"),
    )
    for _ in range(2):
        assert run(plan).articles == 2
    folder = replace(plan, inputs=("news/part0", "news/part1"), output=Path("news/part0/out"))
    for _ in range(2):
        assert run(folder).articles == 2


def test_one_run_at_a_time(tmp_path: Path) -> None:
    plan = plan_for(write_news(tmp_path, 2), tmp_path / "out.jsonl")

    def start_another(tally: Tally) -> None:
        with pytest.raises(UsageError, match="another run is writing it"):
            run(replace(plan, resume=True))

    assert run_batch(plan, start_another, engine=Here()).articles == 2


def test_a_missing_model_is_a_set_up_error(tmp_path: Path) -> None:
    plan = plan_for(write_news(tmp_path, 2), tmp_path / "out.jsonl")
    with pytest.raises(SetupError, match="no_such_model_xx"):
        run_in_processes(replace(plan, task=Task(model="no_such_model_xx")))
    assert not journal_path(plan).exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        pytest.param(["--shard", "3/2"], "--shard '3/2': write it as 3/8", id="shard"),
        pytest.param(["--encoding", "utf-99"], "unknown encoding 'utf-99'", id="encoding"),
        pytest.param(["--engine", "spark"], "--engine 'spark': choose local, dask", id="engine"),
        pytest.param(["--scheduler", "tcp://x:1"], "--scheduler goes with", id="scheduler"),
    ],
)
def test_usage(tmp_path: Path, options: list[str], message: str) -> None:
    news = write_news(tmp_path, 1)
    command = ["batch", str(news), "-o", str(tmp_path / "out.jsonl"), *options]
    done = CliRunner().invoke(app, command)
    assert (done.exit_code, done.stdout) == (2, "")
    assert message in done.stderr
    assert not (tmp_path / "out.jsonl").exists()


def test_failures_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bad.jsonl").write_text("{\n" * 14, "utf-8")
    plan = plan_for(Path("bad.jsonl"), Path("out.jsonl"))
    plan = replace(plan, inputs=("bad.jsonl", "no.txt"))
    problem = "no JSON at character 1: expecting property name enclosed in double quotes"
    first = [f"bad.jsonl:{n}: {problem}" for n in range(1, 11)]
    assert run(plan).problems == first
    assert Path("out.jsonl").read_text("utf-8") == ""  # nothing is a result, too
    assert run(replace(plan, errors=Path("errors"))).problems == []
    assert read_rows(Path("errors"))[14:] == [
        {"input": "no.txt", "status": "failed", "problem": "no such file or folder"}
    ]
    done = CliRunner().invoke(app, ["batch", "bad.jsonl", "no.txt", "-o", "out.jsonl", "-j", "1"])
    *errors, last = done.stderr.splitlines()
    assert (done.exit_code, errors) == (1, [f"claimx: error: {problem}" for problem in first])
    assert last == "claimx: 0 articles, 15 failed; --errors FILE would name them all"


@pytest.mark.model
def test_batch_finds_what_extract_finds(tmp_path: Path, nlp: Language) -> None:
    for name in ("ferry-inquiry", "river-flood"):
        shutil.copy(ROOT / "samples" / f"{name}.txt", tmp_path)
    inputs = [str(tmp_path / "ferry-inquiry.txt"), str(tmp_path / "river-flood.txt")]
    out = tmp_path / "out.jsonl"
    done = CliRunner().invoke(app, ["batch", *inputs, "-o", str(out), "--jobs", "2"])
    assert (done.exit_code, done.stderr) == (0, "claimx: 2 articles, 0 failed\n")
    texts = [Path(path).read_text("utf-8") for path in inputs]
    expected = [claim.id for text in texts for claim in claimx.extract(text, model=nlp).claims]
    assert [row["id"] for row in read_rows(out)] == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "stated", "language"),
    [
        pytest.param("The dam held, the mayor said.", None, "en", id="English"),
        pytest.param("Das Parlament hat das Gesetz am Montag beraten. " * 4, None, "und", id="?"),
        pytest.param("Das Parlament hat das Gesetz am Montag beraten. " * 4, "de", "de", id="said"),
    ],
)
def test_the_language_of_an_article(text: str, stated: str | None, language: str) -> None:
    (document,) = claimx.extract_many([Article(text=text, language=stated)])
    assert document.document.language == language


@pytest.mark.model
def test_words_are_forgotten_and_claims_stay_the_same(
    monkeypatch: pytest.MonkeyPatch, nlp: Language
) -> None:
    monkeypatch.setattr(work, "_ZONE", 2)
    extract = work.load_extractor(None)
    for _ in range(2):
        for path in sorted((ROOT / "samples").glob("*.txt")):
            text = path.read_text("utf-8")
            assert extract(Article(text=text)) == claimx.extract(text, model=nlp)
