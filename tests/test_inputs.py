"""Inputs of every kind: what article comes out of them, and what is refused why."""

import gzip
import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimx.article import Article
from claimx.corpus.inputs import Item, find_items
from claimx.corpus.listing import deal, list_files
from claimx.corpus.task import Task
from claimx.corpus.work import read_item
from claimx.errors import InputError
from claimx.reading import compression
from claimx.reading.english import is_english
from claimx.reading.stored import parse_json

TEXT = "The port of Lesna was closed on Friday. Nobody was hurt, Mayor Ana Ruiz said."
SAMPLES = Path(__file__).parent.parent / "samples"

PAGE = f"""<!DOCTYPE html>
<html class="page" lang="en-GB"><head><meta charset="utf-8"><title>Port closed | The Herald</title>
<meta property="og:title" content="Port closed after fire">
<meta property="article:published_time" content="2025-03-14T09:00:00Z">
<meta name="author" content="Ana Writer">
<link rel="canonical" href="https://news.example/port"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Port closed after fire</h1>
<p>{TEXT}</p>
<p>“We heard three blasts,” said Ivo Marek, who lives beside the harbour wall.</p>
<p>Ships were sent to the naval base at Korvik, forty kilometres down the coast, he added.</p>
</article><footer>© The Herald. All rights reserved.</footer></body></html>
"""


def read(item: Item, task: Task | None = None) -> Article:
    return read_item(item, task or Task())


def stored(value: Any, task: Task | None = None) -> Article:
    return read(Item(name="a.json", kind="stored", data=json.dumps(value).encode()), task)


@pytest.mark.parametrize(
    ("value", "title", "published", "url"),
    [
        pytest.param(
            {"id": "1", "title": "Port", "text": TEXT, "date": "2025-03-14", "url": "http://e/1"},
            "Port",
            "2025-03-14",
            "http://e/1",
            id="plain",
        ),
        pytest.param(
            {
                "authors": ["A. B."],
                "date_download": "2025-03-16 08:00:00",
                "date_publish": "2025-03-14 23:10:00",
                "description": None,
                "filename": "x.json",
                "language": "en",
                "maintext": TEXT,
                "source_domain": "e",
                "title": "Port",
                "title_page": None,
                "url": "http://e/2",
            },
            "Port",
            "2025-03-14",
            "http://e/2",
            id="news-please",
        ),
        pytest.param(
            {
                "url": "http://e/3",
                "title": "Port",
                "text": TEXT,
                "publish_date": "2025-03-14T00:00:00",
                "authors": [],
                "article_html": "",
            },
            "Port",
            "2025-03-14",
            "http://e/3",
            id="newspaper4k",
        ),
        pytest.param(
            {"@type": "NewsArticle", "headline": "Port", "articleBody": TEXT},
            "Port",
            None,
            None,
            id="schema.org",
        ),
        pytest.param(
            {"title": "Port", "text": TEXT, "date": "Fri, 14 Mar 2025 10:00:00 GMT"},
            "Port",
            "2025-03-14",
            None,
            id="date of a feed",
        ),
        pytest.param(
            {"title": "Port", "text": TEXT, "date": "yesterday"}, "Port", None, None, id="no date"
        ),
        pytest.param(
            {"title": "Port", "text": TEXT, "date": "14 Mar 99999999999999999999 10:00:00 GMT"},
            "Port",
            None,
            None,
            id="a year beyond all years",
        ),
    ],
)
def test_stored_articles(
    value: dict[str, Any], title: str, published: str | None, url: str | None
) -> None:
    article = stored(value)
    assert (article.text, article.title, article.published, article.url) == (
        TEXT,
        title,
        published,
        url,
    )


@pytest.mark.parametrize(
    ("value", "author", "language"),
    [
        ({"authors": ["Ana Ruiz", " Ivo Marek "], "language": "en"}, "Ana Ruiz; Ivo Marek", "en"),
        ({"author": {"@type": "Person", "name": "Ana Ruiz"}}, "Ana Ruiz", None),
        ({"author": [{"name": "Ana Ruiz"}, {"name": None}], "inLanguage": "en"}, "Ana Ruiz", "en"),
        (
            {"author": "", "authors": [], "byline": "By Ana Ruiz", "language": 7},
            "By Ana Ruiz",
            None,
        ),
        ({"author": 7, "authors": [["x"]]}, None, None),
    ],
)
def test_who_wrote_a_stored_article(
    value: dict[str, Any], author: str | None, language: str | None
) -> None:
    article = stored({"text": TEXT, **value})
    assert (article.author, article.language) == (author, language)


def test_text_field_may_be_nested() -> None:
    article = stored({"page": {"words": TEXT}, "text": "Other."}, Task(text_field="page.words"))
    assert article.text == TEXT


@pytest.mark.parametrize(
    ("value", "message"),
    [
        pytest.param({"title": "x"}, "no text under text, maintext, body", id="no text"),
        pytest.param({"text": "  "}, "no text under", id="blank"),
        pytest.param(["x"], "a JSON list, not an object", id="no object"),
        pytest.param({"text": "\ud800"}, "half of a surrogate pair", id="surrogate"),
    ],
)
def test_what_is_no_stored_article(value: Any, message: str) -> None:
    with pytest.raises(InputError, match=message):
        stored(value)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"{", id="cut off"),
        pytest.param(b"[" * 200_000, id="nested deeply"),
        pytest.param(b'{"a":"\xff"}', id="no UTF-8"),
        pytest.param(b'{"a":' + b"9" * 10_000 + b"}", id="a huge number"),
    ],
)
def test_bad_json_is_an_input_error(data: bytes) -> None:
    with pytest.raises(InputError):
        parse_json(data)


def test_page() -> None:
    pytest.importorskip("trafilatura")
    article = read(Item(name="p.html", kind="page", data=PAGE.encode()))
    assert article.title == "Port closed after fire"
    assert (article.published, article.date_source) == ("2025-03-14", "page")
    assert article.url == "https://news.example/port"
    assert (article.author, article.language) == ("Ana Writer", "en-GB")
    assert TEXT in article.text and "Ivo Marek" in article.text
    assert "Sport" not in article.text and "All rights" not in article.text


def test_page_in_the_encoding_it_declares() -> None:
    pytest.importorskip("trafilatura")
    source = PAGE.replace("utf-8", "windows-1252").encode("cp1252")
    assert "“We heard three blasts,”" in read(Item(name="p", kind="page", data=source)).text


def test_page_saved_as_text_is_read_as_a_page() -> None:
    pytest.importorskip("trafilatura")
    assert TEXT in read(Item(name="p.txt", data=PAGE.encode())).text


def test_page_without_an_article() -> None:
    pytest.importorskip("trafilatura")
    deep = b"<html><body>" + b"<div>" * 20_000 + b"x"
    for data in (b"<html><body></body></html>", deep):
        with pytest.raises(InputError, match="a web page"):
            read(Item(name="p", kind="page", data=data))


def lines(*values: Any) -> bytes:
    return b"".join(json.dumps(value).encode() + b"\n" for value in values)


def zstd(data: bytes) -> bytes:
    if compression.zstd is None:
        pytest.skip("zstd is not installed")
    packed: bytes = compression.zstd.compress(data)
    return packed


def plain(data: bytes) -> bytes:
    return data


@pytest.mark.parametrize(
    ("suffix", "pack"),
    [
        pytest.param("", plain, id="plain"),
        pytest.param(".gz", gzip.compress, id="gzip"),
        pytest.param(".zst", zstd, id="zstd"),
    ],
)
def test_files_of_many(tmp_path: Path, suffix: str, pack: Callable[[bytes], bytes]) -> None:
    news = tmp_path / "news"
    news.mkdir()
    (news / f"a.jsonl{suffix}").write_bytes(pack(lines({"text": "One."}, {"text": "Two."})))
    (news / f"b.json{suffix}").write_bytes(pack(b'{"articles": [{"text": "Three."}]}'))
    (news / f"c.txt{suffix}").write_bytes(pack(b"Four."))
    (news / f"d.json{suffix}").write_bytes(pack(b'{"text": "Five."}'))
    (news / "e.png").write_bytes(b"no article")
    items = list(find_items([str(news)], limit=1000))
    assert [Path(item.name).name for item in items] == [
        f"a.jsonl{suffix}:1",
        f"a.jsonl{suffix}:2",
        f"b.json{suffix}:1",
        f"c.txt{suffix}",
        f"d.json{suffix}",
    ]
    assert [read(item).text for item in items] == ["One.", "Two.", "Three.", "Four.", "Five."]


@pytest.mark.parametrize("name", ["bomb.txt.gz", "bomb.json.gz", "bomb.txt.zst"])
def test_a_bomb_is_refused(tmp_path: Path, name: str) -> None:
    pack = gzip.compress if name.endswith("gz") else zstd
    (tmp_path / name).write_bytes(pack(b"0" * 50_000_000))
    (item,) = find_items([str(tmp_path / name)], limit=1_000_000)
    assert item.problem == "more than 1,000,000 bytes; raise --max-bytes if that is meant"


def test_a_bomb_among_lines_is_passed_over(tmp_path: Path) -> None:
    data = lines({"text": "One."}) + b"0" * 5_000_000 + b"\n" + lines({"text": "Two."})
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(data))
    items = list(find_items([str(tmp_path / "a.jsonl.gz")], limit=1000))
    assert [item.problem for item in items] == [
        None,
        "a line of more than 1,000 bytes; see --max-bytes",
        None,
    ]


@pytest.mark.parametrize(
    ("name", "pack", "spoil"),
    [
        pytest.param("a.txt.gz", gzip.compress, lambda data: data[:-12], id="gzip cut off"),
        pytest.param("a.txt.zst", zstd, lambda data: data[:-12], id="zstd cut off"),
        pytest.param("a.txt.gz", gzip.compress, lambda data: data[:3] + b"xyz", id="no gzip"),
        pytest.param("a.txt.zst", zstd, lambda data: data[:4] + b"nonsense", id="no zstd"),
        pytest.param("a.json.zst", zstd, lambda data: data + b"junk", id="junk behind"),
    ],
)
def test_damaged_files_are_reported(
    tmp_path: Path,
    name: str,
    pack: Callable[[bytes], bytes],
    spoil: Callable[[bytes], bytes],
) -> None:
    (tmp_path / name).write_bytes(spoil(pack(TEXT.encode())))
    items = list(find_items([str(tmp_path / name)], limit=1000))
    assert items[-1].problem is not None
    assert items[-1].problem.startswith("damaged compressed file")


@pytest.mark.parametrize("pack", [gzip.compress, zstd])
def test_lines_before_a_damage_are_read(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    packed = pack(lines(*({"text": f"{n} {os.urandom(9).hex()}"} for n in range(9000))))
    path = tmp_path / ("a.jsonl.gz" if pack is gzip.compress else "a.jsonl.zst")
    path.write_bytes(packed[: len(packed) // 2])
    *good, last = find_items([str(path)], limit=1000)
    assert len(good) > 3000 and all(item.problem is None for item in good)
    assert last.problem is not None and last.problem.startswith("damaged compressed file")


def test_a_line_that_is_cut_off(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "One."}\n{"text": "Tw\n\n{"text": "Three."}')
    items = list(find_items([str(tmp_path / "a.jsonl")], limit=1000))
    assert [item.name.rpartition(":")[2] for item in items] == ["1", "2", "4"]
    assert read(items[2]).text == "Three."
    with pytest.raises(InputError, match="no JSON at character 9"):
        read(items[1])


@pytest.mark.parametrize("pack", [plain, gzip.compress, zstd])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, pack: Callable[[bytes], bytes]) -> None:
    data = io.BytesIO(pack(lines({"text": "One."}, {"text": "Two."}, {"text": "Three."})))
    for shard, names in (((1, 1), "123"), ((2, 2), "2")):
        data.seek(0)
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(data))
        items = list(find_items(["-"], limit=1000, shard=shard))
        assert [item.name for item in items] == [f"standard input:{n}" for n in names]
        assert not data.closed
        sys.stdin.detach()  # type: ignore[attr-defined]  # the one of two lines before


def test_a_web_archive_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("fastwarc")
    from tests.test_warc import each_packed, good, pages, told

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(each_packed(pages(3)))))
    assert told(list(find_items(["-"], limit=50_000))) == good(0, 1, 2)


def write_files(folder: Path, sizes: dict[str, int]) -> Path:
    for name, size in sizes.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x" * size)
    return folder


def test_shards_share_files(tmp_path: Path) -> None:
    """Files go round; one of many articles is shared among as many as are worth while."""
    sizes = {"a.txt": 9, "b.jsonl": 2_500_000, "c.html": 9, "d.jsonl": 9, "e.json": 5_000_000}
    files = list(list_files([str(write_files(tmp_path, sizes))]))
    shares = [
        [(Path(piece.file.name).stem, piece.index, piece.count) for piece in deal(files, (n, 4))]
        for n in (1, 2, 3, 4)
    ]
    assert shares == [
        [("a", 0, 1), ("c", 0, 1)],
        [("b", 0, 3), ("d", 0, 1)],
        [("b", 1, 3), ("e", 0, 1)],
        [("b", 2, 3)],
    ]


def test_relative_names_stay_what_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {"a/b/c.txt": 1, "d.txt": 1})
    inputs = ["a", "./a/b", "d.txt", str(tmp_path / "a"), "no.txt"]
    there = [item.name for item in find_items(inputs, limit=9, root=str(tmp_path))]
    monkeypatch.chdir(tmp_path)
    here = [item.name for item in find_items(inputs, limit=9)]
    assert there == here == ["a/b/c.txt", "./a/b/c.txt", "d.txt", f"{tmp_path}/a/b/c.txt", "no.txt"]


def test_missing_and_empty_inputs_are_reported(tmp_path: Path) -> None:
    items = find_items([str(tmp_path / "no.txt"), str(tmp_path)], limit=1000)
    first, second = (item.problem for item in items)
    assert first == "no such file or folder"
    assert second is not None and second.startswith("nothing to read; no file in .htm, .html")


@pytest.mark.parametrize(
    ("text", "english"),
    [
        pytest.param(TEXT, True, id="short"),
        pytest.param("Das Parlament hat am Montag das neue Gesetz beraten. " * 4, False, id="de"),
        pytest.param("Het parlement heeft op maandag een wet aangenomen. " * 4, False, id="nl"),
        pytest.param("El parlamento aprobó el lunes una nueva ley de aguas. " * 4, False, id="es"),
        pytest.param("Parlamentet vedtok mandag en ny lov om vern av kysten. " * 4, False, id="no"),
        pytest.param("Парламент в понедельник принял новый закон о воде. " * 4, False, id="ru"),
        pytest.param("议会周一通过了一项新的水法。" * 9, False, id="zh"),
    ],
)
def test_is_english(text: str, english: bool) -> None:
    assert is_english(text) is english


@pytest.mark.parametrize(
    ("stated", "english"), [(None, True), ("en-GB", True), ("EN", True), ("de", False)]
)
def test_of_few_words_the_stated_language_counts(stated: str | None, english: bool) -> None:
    assert is_english("Hafen geschlossen", stated=stated) is english
    assert is_english(TEXT * 2, stated=stated)


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_samples_are_english(path: Path) -> None:
    assert is_english(path.read_text("utf-8"))
