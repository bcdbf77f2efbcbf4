"""Databases and tables of claims: what is in them, and what search and stats find."""

import csv
import json
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimx.cli import app
from claimx.corpus.database import open_database
from claimx.corpus.search import Query, match_expression, search
from claimx.corpus.stats import Row, in_bins, read_stats
from claimx.corpus.store import Entry, find_store, load_store
from claimx.corpus.store.folder import inside
from claimx.errors import InputError, UsageError
from claimx.records import Document
from claimx.rendering.flat import default_columns
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
        pytest.param({"words": 'round -"second rounds"'}, [], id="without a phrase"),
        pytest.param({"words": "round -observers -velm*"}, [HOST], id="without words"),
        pytest.param({"speaker": "kostova"}, [WALK], id="speaker by full name"),
        pytest.param({"speaker": "Turkish official"}, [HOST], id="unnamed speaker"),
        pytest.param({"who": "kostova"}, [FLEW], id="who"),
        pytest.param({"who": "İrîna KOSTOVA"}, [FLEW], id="who, whatever the accents"),
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


@pytest.mark.parametrize("words", ["NEAR(", "a AND OR", "col:x", "^a", "a + b", "o'b", "a - b"])
def test_no_words_break_the_search(database: Path, words: str) -> None:
    found(database, words=words, certainty="certain")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ('"', "'\"': a quotation mark without its pair"),
        ('the "death toll', "a quotation mark without its pair"),
        ('""', "no word to look for"),
        ("*", "'*': no word to look for"),
        ("-", "no word to look for"),
        ("-police", "no word to look for"),
        ("\x00 { ?", "no word to look for"),
    ],
)
def test_a_query_that_makes_no_sense(database: Path, words: str, message: str) -> None:
    command = ["search", str(database), "--certainty", "certain", "--", words]
    done = CliRunner().invoke(app, command)
    assert (done.exit_code, done.stdout) == (2, "")
    assert message in done.stderr


@pytest.mark.parametrize(
    ("words", "expression"),
    [
        ('death "of the" mini*', '"death" "of the" "mini"*'),
        ("mid-air -sea", '("mid-air") NOT ("sea")'),
        ('a b -c -"d e" -f*', '("a" "b") NOT ("c" OR "d e" OR "f"*)'),
        ("", ""),
    ],
)
def test_match_expression(words: str, expression: str) -> None:
    assert match_expression(words) == expression


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


def rows(*names: str) -> list[dict[str, object]]:
    return [{"name": name, "claims": 1, "articles": 1} for name in names]


def test_stats(database: Path) -> None:
    done = CliRunner().invoke(app, ["stats", str(database)])
    speakers = ["=Ivo Marek", "A Turkish official", "Irina Kostova", "Reyl"]
    subjects = ["<b>Kaja</b>", "Ankara", "Irina Kostova", "Norvenia", "Reyl", "Velmar"]
    assert json.loads(done.stdout) == {
        "articles": 3,
        "failed": 1,
        "foreign": 0,
        "copies": 1,
        "words": len(truce()[0].text.split()) + 10,
        "claims": 8,
        "attributed": 5,
        "speakers": rows(*speakers, "the Omani foreign ministry"),
        "unnamed": [],
        "subjects": rows(*subjects, "Velmar and Norvenia", "the truce"),
        "places": rows("Geneva"),
        "countries": rows("CH"),
        "dates": rows("2025-03-12"),
        "published": [["2025-03-14", 1]],
        "told": [["2025", 1]],
        "certainty": [["certain", 6], ["possible", 1], ["probable", 1]],
        "polarity": [["positive", 6], ["negative", 2]],
        "quotes": [["indirect", 3], ["direct", 1], ["mixed", 1]],
    }


def test_stats_as_text(database: Path) -> None:
    told = CliRunner().invoke(app, ["stats", str(database), "-f", "text", "--top", "1"]).stdout
    assert told.startswith(
        "3 articles (1 repeated, 1 failed, 0 not in English), 86 words\n"
        "8 claims, 5 of them attributed\n\n"
        "Cited\n   claims  articles\n        1         1  =Ivo Marek\n\n"
        "About\n   claims  articles\n        1         1  <b>Kaja</b>\n"
    )
    assert told.endswith(
        "\nPolarity, claims\n        6  positive\n        2  negative\n\n"
        "Quotation, claims\n        3  indirect\n        1  direct\n        1  mixed\n"
    )


def test_sources_without_a_name_are_counted_apart(tmp_path: Path) -> None:
    path = write(tmp_path, "news.sqlite")
    sources = ["The officials", "officials", "Officials", "He", "they"]
    with closing(sqlite3.connect(path)) as db, db:
        keys = [key for (key,) in db.execute("SELECT key FROM claims WHERE source NOTNULL")]
        for key, source in zip(keys, sources, strict=True):
            values = (source, key)
            db.execute("UPDATE claims SET source = ?, source_name = NULL WHERE key = ?", values)
    with open_database(path) as db:
        stats = read_stats(db, top=9)
    assert stats.speakers == ()
    assert stats.unnamed == (Row(name="officials", claims=3, articles=1),)


@pytest.mark.parametrize(
    ("days", "bins"),
    [
        pytest.param([], [], id="none"),
        pytest.param(
            [("2024-02-28", 2), ("2024-03-01", 1)],
            [("2024-02-28", 2), ("2024-02-29", 0), ("2024-03-01", 1)],
            id="days",
        ),
        pytest.param(
            [("2024-11-28", 2), ("2024-11-30", 1), ("2025-01-01", 1)],
            [("2024-11", 3), ("2024-12", 0), ("2025-01", 1)],
            id="months",
        ),
        pytest.param(
            [("2023-11-28", 2), ("2025-01-01", 1)],
            [("2023", 2), ("2024", 0), ("2025", 1)],
            id="years",
        ),
        pytest.param(
            [("1999", 2), ("2010", 1), ("2011", 1)],
            [("1990s", 2), ("2000s", 0), ("2010s", 2)],
            id="decades",
        ),
        pytest.param([("1066", 1), ("2011", 1)], [("1000s", 1), ("2000s", 1)], id="centuries"),
    ],
)
def test_counts_over_time(days: list[tuple[str, int]], bins: list[tuple[str, int]]) -> None:
    assert list(in_bins(days, most=3)) == bins


class Page(HTMLParser):
    """Collects what a page loads and the words it shows."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.words: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loads += [value or "" for name, value in attrs if name in {"src", "href", "style"}]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}{% raw %}",
    "\u202eevil\x1b[31m",
    "]]></style><b>x</b>",
]


def test_stats_page_stands_alone(tmp_path: Path) -> None:
    path = write(tmp_path, "<i>&news.sqlite")
    with closing(sqlite3.connect(path)) as db, db:
        for key, name in enumerate(HOSTILE, start=1):
            db.execute("UPDATE claims SET who_name = ? WHERE key = ?", (name, key))
        db.execute("UPDATE places SET name = ?, country = ?", (HOSTILE[0], HOSTILE[1]))
        db.execute("UPDATE claims SET certainty = ? WHERE key = 1", (HOSTILE[0],))
    target = tmp_path / "news.html"
    done = CliRunner().invoke(app, ["stats", str(path), "-f", "html", "-o", str(target)])
    assert (done.exit_code, done.stderr) == (0, "")
    text = target.read_text("utf-8")
    page = Page()
    page.feed(text)
    assert page.loads == []
    assert {"script", "img", "i", "b", "link", "iframe"} & set(page.tags) == set()
    for name in (HOSTILE[0], HOSTILE[1], HOSTILE[2], "<U+202E>evil␛[31m", HOSTILE[4]):
        assert name in page.words
    assert page.tags.count("table") == 5 and page.tags.count("rect") > 20
    assert "Claims in <i>&news.sqlite" in page.words
    assert re.search(r"default-src &#39;none&#39;|default-src 'none'", text)


def test_stats_page_of_nothing(tmp_path: Path) -> None:
    store = load_store("sqlite")
    store.write(tmp_path / "empty.sqlite", [])
    done = CliRunner().invoke(app, ["stats", str(tmp_path / "empty.sqlite"), "-f", "html"])
    assert "There are no claims in it." in done.stdout
    done = CliRunner().invoke(app, ["stats", str(tmp_path / "empty.sqlite"), "-f", "text"])
    assert done.stdout.splitlines()[1:] == ["0 claims, 0 of them attributed"]


def test_csv_for_spreadsheets(tmp_path: Path) -> None:
    with write(tmp_path, "out.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 8
    assert rows[-1]["source.exact"] == "'=Ivo Marek"  # no formula


def test_jsonl_for_data_frames(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_json(write(tmp_path, "out.jsonl"), lines=True)
    assert [source["path"] for source in frame["document"]] == ["truce.txt"] * 7 + ["odd.txt"]
    assert frame.groupby("certainty").size().to_dict() == {
        "certain": 6,
        "possible": 1,
        "probable": 1,
    }
    flat = pandas.json_normalize(frame.to_dict("records"))
    assert flat[flat["source.name"] == "Irina Kostova"]["citation.line"].tolist() == [5]


def test_jsonl_for_jq(tmp_path: Path) -> None:
    if not shutil.which("jq"):
        pytest.skip("jq is not installed")
    query = 'select(.polarity == "negative") | [.document.path, .who.name, .citation.line]'
    command = ["jq", "-c", query, str(write(tmp_path, "out.jsonl"))]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert done.stdout == '["truce.txt","Norvenia",5]\n["truce.txt","Velmar",7]\n'


def test_parquet(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    path = write(tmp_path, "out.parquet")
    table = parquet.read_table(path)
    found = table.to_pylist()
    assert len(found) == 8
    row = next(row for row in found if row["who.name"] == "Irina Kostova")
    assert (row["where.place.latitude"], row["citation.line"], row["finite"]) == ("46.2", 5, True)
    assert tuple(table.column_names) == default_columns()
    types = {str(table.schema.field(name).type) for name in ("n", "salience", "finite", "text")}
    assert types == {"int64", "double", "bool", "string"}


def test_parquet_for_duckdb(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    duckdb = pytest.importorskip("duckdb")
    path = write(tmp_path, "out.parquet")
    query = f"""
        SELECT certainty, count(*), max("citation.line") FROM '{path}'
        WHERE "document.path" = 'truce.txt' GROUP BY ALL ORDER BY ALL
    """
    found = duckdb.sql(query).fetchall()
    assert found == [("certain", 5, 5), ("possible", 1, 7), ("probable", 1, 7)]


def test_a_folder_of_parts_is_one_table(tmp_path: Path) -> None:
    """What stands beside the parts is passed over by what reads folders of tables."""
    parquet = pytest.importorskip("pyarrow.parquet")
    pandas, duckdb = pytest.importorskip("pandas"), pytest.importorskip("duckdb")
    for n in (1, 2):
        write(tmp_path, f"part-0000{n}.parquet")
        (tmp_path / f"_part-0000{n}.json").write_text("{}", "utf-8")
    (tmp_path / "_manifest.json").write_text("{}", "utf-8")
    assert parquet.read_table(tmp_path).num_rows == 16
    assert len(pandas.read_parquet(tmp_path)) == 16
    assert duckdb.sql(f"SELECT count(*) FROM '{tmp_path}/*.parquet'").fetchall() == [(16,)]


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
