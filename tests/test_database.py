"""Databases and tables of claims: what is in them, and what search and stats find."""

import csv
import json
import re
import sqlite3
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimx.cli import app
from claimx.corpus.database import open_database
from claimx.corpus.search import Query, match_expression, search
from claimx.corpus.store import Entry, find_store, load_store
from claimx.corpus.store.folder import inside
from claimx.errors import InputError, UsageError
from claimx.records import Document
from tests.documents import one_claim, truce


def entries(store: str) -> list[Entry]:
    """Return two articles, one of them twice, and one that failed, for a kind of output."""
    prepare = load_store(store).prepare
    _, first = truce()
    _, second = one_claim("<b>Kaja</b>", "opened 100% of a_b's [sic] files", source="=Ivo Marek")

    def entry(name: str, document: Document | None, **more: str) -> Entry:
        share = b"" if document is None else prepare(document, name)
        return Entry(name=name, share=share, **{"status": "done"} | more)  # type: ignore[arg-type]  # of str

    return [
        entry("a/truce.txt", first),
        entry("b/again.txt", first, copy_of="a/truce.txt"),
        entry("c/odd.txt", second),
        entry("d/bad.txt", None, status="failed", problem="empty"),
    ]


def write(folder: Path, name: str) -> Path:
    store = find_store(folder / name)
    load_store(store).write(folder / name, entries(store))
    return folder / name


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("db"), "news.sqlite")


def found(database: Path, **query: str) -> list[str]:
    with open_database(database) as db:
        return [hit.claim for hit in search(db, Query(**query), limit=100)]


def test_database_can_be_queried(database: Path) -> None:
    with closing(sqlite3.connect(database)) as db:
        documents = db.execute("SELECT input, status, copy_of FROM documents ORDER BY n").fetchall()
        assert documents == [
            ("a/truce.txt", "done", None),
            ("b/again.txt", "done", "a/truce.txt"),
            ("c/odd.txt", "done", None),
            ("d/bad.txt", "failed", None),
        ]
        assert db.execute("SELECT count(*) FROM claims").fetchone() == (8,)
        assert db.execute("SELECT DISTINCT name FROM places").fetchall() == [("Geneva",)]
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        (record,) = db.execute("SELECT record FROM documents WHERE n = 1").fetchone()
        assert Document.from_json(record) == truce()[1]
        indices = db.execute("SELECT count(*) FROM sqlite_master WHERE type = 'index'").fetchone()
        assert indices[0] >= 12


ACCEPT = "Velmar is unlikely to accept observers."
HOST = "Ankara might host a second round."
WALK = "Norvenia are not walking away from this table."
FLEW = "Irina Kostova flew to Geneva."


@pytest.mark.parametrize(
    ("query", "claims"),
    [
        pytest.param({"words": "hosting"}, [HOST], id="any form of a word"),
        pytest.param({"words": "observers velmar"}, [ACCEPT], id="all words"),
        pytest.param({"words": '"second round"'}, [HOST], id="phrase"),
        pytest.param({"words": '"round second"'}, [], id="no such phrase"),
        pytest.param({"words": "observ*"}, [ACCEPT], id="beginning"),
        pytest.param({"words": "OR"}, [], id="no operators"),
        pytest.param({"speaker": "kostova"}, [WALK], id="speaker by full name"),
        pytest.param({"speaker": "Turkish official"}, [HOST], id="unnamed speaker"),
        pytest.param({"who": "kostova"}, [FLEW], id="who"),
        pytest.param({"place": "geneva"}, [FLEW], id="place"),
        pytest.param({"place": "ch"}, [FLEW], id="country"),
        pytest.param({"certainty": "possible"}, [HOST], id="certainty"),
        pytest.param({"polarity": "negative"}, [WALK, ACCEPT], id="polarity, best first"),
        pytest.param({"words": "observers", "certainty": "certain"}, [], id="both must hold"),
        pytest.param({"speaker": "%"}, [], id="no wildcards"),
        pytest.param({"speaker": "_vo"}, [], id="no wildcards either"),
        pytest.param({"since": "2025-03-15"}, [], id="too late for all"),
        pytest.param({"until": "2025-03-14", "words": "observers"}, [ACCEPT], id="until"),
    ],
)
def test_search(database: Path, query: dict[str, str], claims: list[str]) -> None:
    assert found(database, **query) == claims


@pytest.mark.parametrize(
    "words", ['"', "NEAR(", "a AND OR", "col:x", "-", "*", "^a", "a + b", "\x00", "{", "o'b"]
)
def test_no_words_break_the_search(database: Path, words: str) -> None:
    found(database, words=words, certainty="certain")


def test_match_expression() -> None:
    assert match_expression('death "of the" mini*') == '"death" "of the" "mini"*'


def test_search_for_nothing(database: Path) -> None:
    with pytest.raises(UsageError, match="nothing to look for"):
        found(database)


@pytest.mark.parametrize("data", [None, b"", b"SQLite format 3\x00 but not quite", b"text"])
def test_what_is_no_database(tmp_path: Path, data: bytes | None) -> None:
    if data is not None:
        (tmp_path / "x.db").write_bytes(data)
    done = CliRunner().invoke(app, ["search", str(tmp_path / "x.db"), "word"])
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(f"claimx: error: {tmp_path}/x.db: no ")
    with pytest.raises(InputError), open_database(tmp_path / "x.db"):
        pass


def test_search_prints_cited_claims(database: Path) -> None:
    done = CliRunner().invoke(app, ["search", str(database), "host", "-f", "text"])
    assert done.exit_code == 0
    assert done.stdout == (
        "[1] Ankara might host a second round.\n"
        "    A Turkish official said; possible\n"
        "    truce.txt:7 (Velmar and Norvenia Extend Truce, 2025-03-14)\n"
        "    “A Turkish official said Ankara might host a second round in April.”\n"
    )
    done = CliRunner().invoke(app, ["search", str(database), "host"])
    (hit,) = json.loads(done.stdout)
    text = truce()[0].text
    assert text[hit["start"] : hit["end"]] == hit["sentence"]
    done = CliRunner().invoke(app, ["search", str(database), "nonsense"])
    assert (done.stdout, done.stderr, done.exit_code) == ("[]\n", "claimx: nothing found\n", 0)


@pytest.mark.parametrize(
    "options",
    [["--since", "May"], ["--certainty", "sure"], ["--polarity", "no"], ["-f", "xml", "word"], []],
)
def test_search_usage(database: Path, options: list[str]) -> None:
    done = CliRunner().invoke(app, ["search", str(database), *options])
    assert (done.exit_code, done.stdout) == (2, "")


def test_stats(database: Path) -> None:
    done = CliRunner().invoke(app, ["stats", str(database)])
    stats = json.loads(done.stdout)
    assert {key: value for key, value in stats.items() if isinstance(value, int)} == {
        "articles": 3,
        "failed": 1,
        "foreign": 0,
        "copies": 1,
        "words": len(truce()[0].text.split()) + 10,
        "claims": 8,
        "attributed": 5,
    }
    assert stats["places"] == [["Geneva", 1]]
    assert ["Irina Kostova", 1] in stats["speakers"]
    told = CliRunner().invoke(app, ["stats", str(database), "-f", "text"]).stdout
    assert "8 claims, 5 of them attributed" in told


class Page(HTMLParser):
    """Collects what a page loads and the words it shows."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.words: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loads += [value or "" for name, value in attrs if name in {"src", "href"}]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_stats_page_stands_alone(database: Path, tmp_path: Path) -> None:
    target = tmp_path / "news.html"
    done = CliRunner().invoke(app, ["stats", str(database), "-f", "html", "-o", str(target)])
    assert done.exit_code == 0
    page = Page()
    page.feed(target.read_text("utf-8"))
    assert page.loads == [] and "script" not in page.tags and "b" not in page.tags
    assert page.tags.count("rect") > 5
    assert "<b>Kaja</b>" in page.words  # a name that looks like a tag is text


def test_csv_for_spreadsheets(tmp_path: Path) -> None:
    with write(tmp_path, "out.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 8
    assert rows[-1]["source.exact"] == "'=Ivo Marek"  # no formula


def test_jsonl_for_data_frames(tmp_path: Path) -> None:
    with write(tmp_path, "out.jsonl").open(encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    assert [row["document"]["path"] for row in rows] == ["truce.txt"] * 7 + ["odd.txt"]


def test_parquet(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    path = write(tmp_path, "out.parquet")
    rows = parquet.read_table(path).to_pylist()
    assert len(rows) == 8
    row = next(row for row in rows if row["who.name"] == "Irina Kostova")
    assert (row["where.place.latitude"], row["citation.line"], row["finite"]) == ("46.2", 5, True)
    duckdb = pytest.importorskip("duckdb")
    query = f"SELECT count(*) FROM '{path}' WHERE certainty = 'certain'"
    assert duckdb.sql(query).fetchall() == [(6,)]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("news/a.txt", "news/a.txt.json"),
        ("../../etc/a.txt", "etc/a.txt.json"),
        ("/abs/a.txt", "abs/a.txt.json"),
        ("news.jsonl:12", "news.jsonl-12.json"),
        ("..", "article.json"),
        ("a/" + "x" * 300, "a/" + "x" * 200 + ".json"),
    ],
)
def test_nothing_leaves_the_folder(name: str, place: str) -> None:
    assert str(inside(name)) == place
    assert not re.match(r"[/\\]|\.\.", str(inside(name)))
