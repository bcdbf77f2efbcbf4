"""Inputs of every kind: what article comes out of them, and what is refused why."""

import gzip
import io
import json
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimx.article import Article
from claimx.corpus.inputs import Item, find_items
from claimx.corpus.work import Task, read_item
from claimx.errors import InputError
from claimx.reading.english import is_english
from claimx.reading.stored import parse_json

TEXT = "The port of Lesna was closed on Friday. Nobody was hurt, Mayor Ana Ruiz said."
SAMPLES = Path(__file__).parent.parent / "samples"

PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Port closed | The Herald</title>
<meta property="og:title" content="Port closed after fire">
<meta property="article:published_time" content="2025-03-14T09:00:00Z">
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
    compressed: bytes = pytest.importorskip("zstandard").compress(data)
    return compressed


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
    ("name", "data"),
    [
        pytest.param("a.txt.gz", gzip.compress(TEXT.encode())[:-12], id="gzip cut off"),
        pytest.param("a.jsonl.gz", gzip.compress(lines({"text": TEXT}))[:-12], id="lines cut off"),
        pytest.param("a.txt.gz", b"\x1f\x8bnonsense", id="no gzip"),
        pytest.param("a.txt.zst", b"\x28\xb5\x2f\xfdnonsense", id="no zstd"),
    ],
)
def test_damaged_files_are_reported(tmp_path: Path, name: str, data: bytes) -> None:
    if name.endswith("zst"):
        pytest.importorskip("zstandard")
    (tmp_path / name).write_bytes(data)
    items = list(find_items([str(tmp_path / name)], limit=1000))
    assert items[-1].problem is not None
    assert items[-1].problem.startswith("damaged compressed file")


def test_missing_and_empty_inputs_are_reported(tmp_path: Path) -> None:
    items = find_items([str(tmp_path / "no.txt"), str(tmp_path)], limit=1000)
    first, second = (item.problem for item in items)
    assert first == "no such file or folder"
    assert second is not None and second.startswith("nothing to read; no file in .htm, .html")


def response(url: str, body: bytes, kind: str = "text/html", status: str = "200 OK") -> Any:
    warcio = pytest.importorskip("warcio.statusandheaders")
    head = warcio.StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
    return url, head, body


def write_warc(path: Path, responses: list[Any], *, packed: bool) -> None:
    warcwriter = pytest.importorskip("warcio.warcwriter")
    with path.open("wb") as stream:
        writer = warcwriter.WARCWriter(stream, gzip=packed)
        writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "test"}))
        for url, head, body in responses:
            record = writer.create_warc_record(
                url, "response", payload=io.BytesIO(body), http_headers=head
            )
            writer.write_record(record)
            record.raw_stream.close()


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.warc.zst"])
def test_web_archive(tmp_path: Path, name: str) -> None:
    pytest.importorskip("fastwarc")
    pytest.importorskip("trafilatura")
    german = PAGE.replace(TEXT, "Der Hafen wurde am Freitag wegen eines Brandes geschlossen. " * 9)
    responses = [
        response("http://e/1", PAGE.encode(), "text/html; charset=utf-8"),
        response("http://e/2", b"\x89PNG", "image/png"),
        response("http://e/3", b"gone", status="404 Not Found"),
        response("http://e/4", b"<html><body></body></html>"),
        response("http://e/5", b"<p>" + b"0" * 100_000),
        response("http://e/6", german.encode()),
    ]
    write_warc(tmp_path / name, responses, packed=name.endswith("gz"))
    if name.endswith("zst"):
        (tmp_path / name).write_bytes(zstd((tmp_path / name).read_bytes()))
    items = list(find_items([str(tmp_path / name)], limit=50_000))
    told = [(item.name.rpartition(":")[2], item.url, item.problem) for item in items]
    assert told == [
        ("1", "http://e/1", None),
        ("4", "http://e/4", None),
        ("5", "http://e/5", "more than 50,000 bytes; raise --max-bytes if that is meant"),
        ("6", "http://e/6", None),
    ]
    assert TEXT in read(items[0]).text
    assert not is_english(read(items[3]).text)


def test_web_archive_cut_off(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    responses = [response(f"http://e/{n}", PAGE.encode()) for n in range(3)]
    path = tmp_path / "a.warc.gz"
    write_warc(path, responses, packed=True)
    path.write_bytes(path.read_bytes()[:-300])
    items = list(find_items([str(path)], limit=50_000))
    assert [item.url for item in items if item.problem is None] == ["http://e/0", "http://e/1"]
    assert items[-1].problem is not None
    path = tmp_path / "b.warc"
    write_warc(path, responses, packed=False)
    path.write_bytes(path.read_bytes()[:-300])
    assert [item.problem for item in find_items([str(path)], limit=50_000)] == [
        None,
        None,
        "cut off",
    ]


def test_no_web_archive(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    (tmp_path / "a.warc").write_bytes(zlib.compress(b"nonsense"))
    (item,) = find_items([str(tmp_path / "a.warc")], limit=1000)
    assert item.problem is not None and item.problem.startswith("damaged after 0 responses")


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


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_samples_are_english(path: Path) -> None:
    assert is_english(path.read_text("utf-8"))
