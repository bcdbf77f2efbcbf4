"""Hostile inputs and places: each is a limit or an error that says so, in one line.

No traceback, no hang, nothing half written; what was there before stays.
"""

import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimx.cli import app
from claimx.corpus.atomic import whole_file, write_whole
from claimx.corpus.batch import journal_path
from claimx.corpus.store import load_store
from claimx.errors import UsageError
from claimx.reading.files import is_page, read_article
from tests.test_batch import plan_for, run, write_news
from tests.test_database import entries
from tests.test_database import write as write_database

TEXT = "The port of Lesna was closed on Friday, the mayor said.\n"
LONG = "n" * 300  # longer than a name can be
HALF = "\udcff"  # a byte of an argument that is no UTF-8
LIMIT = "16,777,216 bytes; raise --max-bytes if that is meant"

Claimx = Callable[..., tuple[int, str]]


@pytest.fixture
def claimx(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Claimx:
    """Return a function that gives the exit code and what claimx says on stderr."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, "utf-8")

    def run(*arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(app, arguments)
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result.exit_code, result.stderr

    return run


@contextmanager
def as_nobody() -> Iterator[None]:
    """Let the block have no more rights than any user: root may read and write everything."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """Let no file in the block grow over ``size`` bytes; Python ignores the signal for that."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def sparse(path: Path, size: int) -> Path:
    with path.open("wb") as stream:
        stream.truncate(size)
    return path


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json"])
def test_two_gigabytes_are_not_read(claimx: Claimx, name: str) -> None:
    sparse(Path(name), 2 << 30)
    for command in ("extract", "sources", "timeline"):
        assert claimx(command, name) == (1, f"claimx: error: {name}: more than {LIMIT}\n")
    assert claimx("extract", name, "--max-bytes", "9")[1].endswith(
        f"{name}: more than 9 bytes; raise --max-bytes if that is meant\n"
    )
    code, said = claimx("batch", name, "-o", "out.jsonl", "--jobs", "1")
    assert (code, f"{name}: more than {LIMIT}" in said) == (1, True)


def test_a_device_without_end_is_not_read(claimx: Claimx) -> None:
    said = "claimx: error: /dev/zero: more than 99 bytes; raise --max-bytes if that is meant\n"
    assert claimx("extract", "/dev/zero", "--max-bytes", "99") == (1, said)


DEEP = [
    pytest.param("a.json", b"[" * 1_000_000, "JSON nested too deeply", id="JSON lists"),
    pytest.param("a.json", b'{"text":' * 100_000, "JSON nested too deeply", id="JSON objects"),
    pytest.param(
        "a.html",
        b"<html><body>" + b"<div>" * 300_000,
        "a web page without an article on it",
        id="HTML",
    ),
    pytest.param(
        "a.html",
        b"<html><p " + b"".join(b'a%d=">" ' % n for n in range(100_000)) + b">",
        "a web page with over 5,000 attributes on one tag",
        id="attributes",
    ),
    pytest.param("a.txt", b"A\x00B", "binary (NUL at byte 1)", id="NUL"),
    pytest.param(
        "a.json", b'{"text": "A \\ud800."}', "half of a surrogate pair at character 2", id="half"
    ),
]


@pytest.mark.parametrize(("name", "data", "problem"), DEEP)
def test_what_would_break_a_reader_is_one_line(
    claimx: Claimx, name: str, data: bytes, problem: str
) -> None:
    Path(name).write_bytes(data)
    code, said = claimx("extract", name)
    assert code == 1 and said.startswith(f"claimx: error: {name}: {problem}")
    assert said.count("\n") == 1


def test_comments_before_a_page_take_no_time() -> None:
    comments = "<!-- a -->" * 10_000  # a pattern that backtracks would never end
    assert not is_page(f"{comments}text")
    assert is_page(f"{comments}<html>")


def test_links_that_lead_nowhere_or_round(claimx: Claimx, tmp_path: Path) -> None:
    folder = Path("news")
    folder.mkdir()
    (folder / "up").symlink_to("..")
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "gone.txt").symlink_to("nowhere.txt")
    assert claimx("extract", "news") == (
        1,
        "claimx: error: news/gone.txt: no such file or folder\n"
        "claimx: error: news/self.txt: too many levels of symbolic links\n",
    )


@pytest.mark.parametrize("command", ["extract", "search", "stats", "evaluate", "batch"])
def test_a_name_that_is_too_long(claimx: Claimx, command: str) -> None:
    more = {"batch": ["-o", "out.jsonl"], "search": ["word"]}.get(command, [])
    code, said = claimx(command, LONG, *more)
    assert code == 1 and f"{LONG}: file name too long" in said


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["batch", "a.txt", "--jobs", "1", "-o"], id="batch"),
        pytest.param(["stats", "news.sqlite", "-o"], id="stats"),
    ],
)
@pytest.mark.parametrize(
    ("place", "problem"),
    [
        pytest.param(f"{LONG}.jsonl", "file name too long", id="too long"),
        pytest.param("a.txt/out.jsonl", "", id="below a file"),
    ],
)
def test_places_that_cannot_be(
    claimx: Claimx, tmp_path: Path, arguments: list[str], place: str, problem: str
) -> None:
    write_database(tmp_path, "news.sqlite")
    code, said = claimx(*arguments, place)
    assert (code, said.count("\n")) == (2, 1)
    assert f"{place}: cannot write: {problem}" in said
    assert Path("a.txt").read_text("utf-8") == TEXT


def test_names_that_are_no_text_do_no_harm(claimx: Claimx, tmp_path: Path) -> None:
    write_database(tmp_path, "news.sqlite")
    assert claimx("search", "news.sqlite", "--speaker", HALF)[0] == 0
    assert claimx("search", "news.sqlite", HALF)[0] == 2
    Path("\n\x1b[31m.txt").write_bytes(b"\x00")
    assert claimx("extract", "\n\x1b[31m.txt")[1].startswith("claimx: error: ␛[31m.txt: binary")


def test_closed_files_are_one_line(claimx: Claimx, tmp_path: Path) -> None:
    folder = Path(tempfile.gettempdir()) / f"claimx-{os.getpid()}"  # where nobody may look
    folder.mkdir()
    try:
        (folder / "a.txt").write_text(TEXT, "utf-8")
        (folder / "a.txt").chmod(0)
        with as_nobody():
            found = claimx("extract", str(folder / "a.txt"))
            below = claimx("extract", str(folder / "a.txt" / "b.txt"))
            written = claimx("batch", str(folder), "-o", str(folder / "out.jsonl"))
        assert found == (1, f"claimx: error: {folder}/a.txt: not readable; permission denied\n")
        assert below == (1, f"claimx: error: {folder}/a.txt/b.txt: not a directory\n")
        place = f"{folder}/out.jsonl.journal"
        assert written == (2, f"claimx: error: {place}: cannot write: permission denied\n")
        assert [path.name for path in folder.iterdir()] == ["a.txt"]
    finally:
        (folder / "a.txt").unlink()
        folder.rmdir()


STORES = ["out.jsonl", "out.csv", "out.parquet", "out.sqlite"]


@pytest.mark.parametrize("name", STORES)
def test_a_full_disk_leaves_what_was_there(tmp_path: Path, name: str) -> None:
    if name == "out.parquet":
        pytest.importorskip("pyarrow")
    store = load_store({"out.sqlite": "sqlite"}.get(name, name.removeprefix("out.")))
    rows = entries({"out.sqlite": "sqlite"}.get(name, name.removeprefix("out.")))
    place = tmp_path / name
    place.write_text("before", "utf-8")
    with full_disk(500), pytest.raises(OSError):
        store.write(place, rows)
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == {name: "before"}


def test_a_disk_that_fills_up_under_a_run(tmp_path: Path) -> None:
    plan = plan_for(write_news(tmp_path, 9), tmp_path / "out.jsonl")
    with full_disk(3000), pytest.raises(UsageError) as caught:
        run(plan)
    assert str(caught.value) == f"{journal_path(plan)}: cannot write: file too large"
    assert not plan.output.exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_devices_are_written_in_place(tmp_path: Path) -> None:
    write_whole(Path("/dev/null"), b"nothing")
    with pytest.raises(OSError), whole_file(Path("/dev/full")) as part:
        part.write_bytes(b"nothing")
    assert Path("/dev/null").is_char_device() and Path("/dev/full").is_char_device()


def test_a_link_to_an_output_stays_one(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("n" * 250)  # as long as a name can be
    write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / ("n" * 250)).read_bytes() == b"new"


@pytest.mark.parametrize(
    ("closed", "arguments", "code", "said"),
    [
        pytest.param(1, ["schema"], 2, "claimx: error: standard output: closed\n", id="stdout"),
        pytest.param(0, ["extract", "-"], 1, "claimx: error: standard input: closed\n", id="stdin"),
        pytest.param(2, ["extract", "no.txt"], 1, "", id="stderr"),
    ],
)
def test_streams_that_are_closed(closed: int, arguments: list[str], code: int, said: str) -> None:
    command = [sys.executable, "-m", "claimx", *arguments]
    shell = ["sh", "-c", f'exec "$@" {closed}{"<" if closed == 0 else ">"}&-', "sh"]
    done = subprocess.run([*shell, *command], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (code, said)


DAMAGE = {
    "a view without end": "ALTER TABLE claims RENAME TO old; CREATE VIEW claims AS SELECT * FROM"
    " old, (WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r);",
    "bytes for text": "UPDATE claims SET sentence = x'ff', standalone = x'ff';",
    "text that is no UTF-8": "UPDATE claims SET standalone = CAST (x'ff' AS TEXT),"
    " source_name = CAST (x'ff' AS TEXT);",
    "a number that is none": "UPDATE claims SET line = 'x';",
    "a table that is not there": "DROP TABLE claims;",
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_database_of_others(claimx: Claimx, tmp_path: Path, damage: str) -> None:
    path = write_database(tmp_path, "news.sqlite")
    with closing(sqlite3.connect(path)) as db:
        db.executescript(DAMAGE[damage])
    code, said = claimx("search", "news.sqlite", "--certainty", "certain")
    assert code == 1 and said.startswith("claimx: error: news.sqlite: no claimx database (")
    code, said = claimx("stats", "news.sqlite")
    assert code == 0 or said.startswith("claimx: error: news.sqlite: no claimx database (")


def test_a_database_that_is_damaged(claimx: Claimx, tmp_path: Path) -> None:
    data = write_database(tmp_path, "news.sqlite").read_bytes()
    for name, damaged in {
        "empty.sqlite": b"",
        "half.sqlite": data[: len(data) // 2],
        "no.sqlite": b"hello " * 1000,
        "zeros.sqlite": data[:4096] + bytes(len(data) - 4096),
    }.items():
        Path(name).write_bytes(damaged)
        for command in (["search", name, "word"], ["stats", name]):
            code, said = claimx(*command)
            assert code == 1 and said.startswith(f"claimx: error: {name}: no claimx database (")


GOLD = {
    "a.num": [
        pytest.param(b"S" + b"9" * 5000 + b"\tx", "not in the article", id="a huge number"),
        pytest.param(b"\xff", "not UTF-8 at byte 0", id="no UTF-8"),
    ],
    "a.jsonl": [
        pytest.param(b'{"s":1,"pred":"closed#' + b"9" * 5000 + b'","what":"x"}', "", id="number"),
        pytest.param(b"[" * 100_000, "invalid json", id="deep"),
        pytest.param(b'{"s":1,"pred":"\\ud800","what":"x"}', "invalid json", id="half a pair"),
    ],
}


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        pytest.param(name, *case.values, id=f"{name}, {case.id}")
        for name, cases in GOLD.items()
        for case in cases
    ],
)
def test_annotations_of_others(claimx: Claimx, name: str, data: bytes, problem: str) -> None:
    Path("a.num").write_text(f"S1\t{TEXT}", "utf-8")
    Path("a.jsonl").touch()
    Path(name).write_bytes(data)
    code, said = claimx("evaluate", ".")
    assert code == 1 and said.startswith(f"claimx: error: {name}:") and problem in said


def test_an_annotated_text_that_is_a_pipe_or_huge(claimx: Claimx) -> None:
    Path("a.jsonl").touch()
    Path("a.num").touch()
    Path("a.txt").unlink()
    os.mkfifo("a.txt")
    code, said = claimx("evaluate", ".")
    assert (code, said) == (1, "claimx: error: a.txt: not a file\n")
    Path("a.txt").unlink()
    sparse(Path("a.txt"), 2 << 30)
    assert claimx("evaluate", ".") == (1, "claimx: error: a.txt: more than 16,777,216 bytes\n")


def test_articles_stay_inside_the_folder(tmp_path: Path) -> None:
    news = tmp_path / "in" / "news"
    news.mkdir(parents=True)
    (news / "a..txt").write_text("Ana opened it.\n", "utf-8")
    (news / "new\nline.txt").write_text("Bo opened it.\n", "utf-8")
    plan = plan_for(Path(f"{news}/../news"), tmp_path / "out")
    assert run(plan).articles == 2
    made = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.json"))
    assert len(made) == 2 and all(path.startswith("out/") for path in made)


def test_halves_of_pairs_in_a_title_are_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"text": TEXT, "title": "Fire \ud83d", "url": "x\udfff"}), "utf-8")
    article = read_article(str(path), encoding=None, warn=pytest.fail)
    assert (article.title, article.url) == ("Fire \ufffd", "x\ufffd")
