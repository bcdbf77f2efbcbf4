"""Web archives: every good page and every failure is accounted for, whatever befell the file."""

import gzip
import io
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from claimx.corpus import listing
from claimx.corpus.inputs import Item, find_items
from tests.test_batch import TASK, plan_for, read_rows, run
from tests.test_inputs import PAGE, TEXT, read, zstd

warcwriter = pytest.importorskip("warcio.warcwriter")
statusandheaders = pytest.importorskip("warcio.statusandheaders")
pytest.importorskip("fastwarc")

LIMIT = 50_000


def response(
    url: str, body: bytes, kind: str = "text/html", status: str = "200 OK", **more: str
) -> Any:
    headers = [("Content-Type", kind), *((k.replace("_", "-"), v) for k, v in more.items())]
    return url, statusandheaders.StatusAndHeaders(status, headers, protocol="HTTP/1.1"), body


def pages(count: int) -> list[Any]:
    return [response(f"http://e/{n}", f"{PAGE}<!-- {n} -->".encode()) for n in range(count)]


def archive(responses: list[Any], *, packed: bool) -> bytes:
    stream = io.BytesIO()
    writer = warcwriter.WARCWriter(stream, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "test"}))
    for url, head, body in responses:
        payload = io.BytesIO(body)
        record = writer.create_warc_record(url, "response", payload=payload, http_headers=head)
        writer.write_record(record)
        record.raw_stream.close()
    return stream.getvalue()


def each_packed(responses: list[Any]) -> bytes:
    return archive(responses, packed=True)


def not_packed(responses: list[Any]) -> bytes:
    return archive(responses, packed=False)


def packed_as_one(responses: list[Any]) -> bytes:
    return gzip.compress(not_packed(responses))


def packed_with_zstd(responses: list[Any]) -> bytes:
    return zstd(not_packed(responses))


KINDS = [
    pytest.param("a.warc.gz", each_packed, id="each record packed"),
    pytest.param("a.warc", not_packed, id="not packed"),
    pytest.param("b.warc.gz", packed_as_one, id="packed as one"),
    pytest.param("a.warc.zst", packed_with_zstd, id="zstd"),
]
Write = Callable[[list[Any]], bytes]


def items_of(path: Path, data: bytes, shard: tuple[int, int] = (1, 1)) -> list[Item]:
    path.write_bytes(data)
    return list(find_items([str(path)], limit=LIMIT, shard=shard))


def told(items: list[Item]) -> list[tuple[str | None, str | None]]:
    return [(item.url, item.problem) for item in items]


def good(*numbers: int) -> list[tuple[str, None]]:
    return [(f"http://e/{n}", None) for n in numbers]


@pytest.mark.parametrize(("name", "write"), KINDS)
def test_what_is_an_article(tmp_path: Path, name: str, write: Write) -> None:
    pytest.importorskip("trafilatura")
    responses = [
        response("http://e/1", PAGE.encode(), "text/html; charset=utf-8"),
        response("http://e/2", b"\x89PNG", "image/png"),
        response("http://e/3", b"gone", status="404 Not Found"),
        response("http://e/4", b"<html><body></body></html>"),
        response("http://e/5", b"<p>" + b"0" * 100_000),
        response("http://e/6", PAGE.encode()),
    ]
    items = items_of(tmp_path / name, write(responses))
    assert told(items) == [
        ("http://e/1", None),
        ("http://e/4", None),
        ("http://e/5", "more than 50,000 bytes; raise --max-bytes if that is meant"),
        ("http://e/6", None),
    ]
    assert len({item.name for item in items}) == 4
    assert sum(item.size for item in items) <= (tmp_path / name).stat().st_size
    assert TEXT in read(items[0]).text


def test_an_item_is_named_by_where_its_record_begins(tmp_path: Path) -> None:
    data = each_packed(pages(3))
    for item in items_of(tmp_path / "a.warc.gz", data):
        at = int(item.name.rpartition(":")[2])
        head = zlib.decompressobj(31).decompress(data[at:])
        assert f"WARC-Target-URI: {item.url}\r\n".encode() in head


@pytest.mark.parametrize(("name", "write"), KINDS)
@pytest.mark.parametrize("shards", [2, 3, 20])
def test_shards_share_an_archive(
    tmp_path: Path, name: str, write: Write, shards: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(listing._PIECE, ".warc", 500)
    data = write(pages(12))
    whole = items_of(tmp_path / name, data)
    parts = [items_of(tmp_path / name, data, (n + 1, shards)) for n in range(shards)]
    assert sorted((i.name, i.data) for part in parts for i in part) == sorted(
        (i.name, i.data) for i in whole
    )
    assert len(whole) == 12
    assert sum(bool(part) for part in parts) > 1


def record_starts(path: Path, data: bytes) -> list[int]:
    return [int(item.name.rpartition(":")[2]) for item in items_of(path, data)]


@pytest.mark.parametrize(
    ("spoil", "lost"),
    [
        pytest.param(lambda at, end: slice(at + 200, at + 210), [2], id="in a record"),
        pytest.param(lambda at, end: slice(at, at + 4), [2], id="the beginning of a record"),
        pytest.param(lambda at, end: slice(end - 8, end - 4), [2], id="its check sum"),
        pytest.param(lambda at, end: slice(at + 200, end + 200), [2, 3], id="over two records"),
    ],
)
@pytest.mark.parametrize("shards", [1, 2, 5])
def test_damage_costs_what_it_hits(
    tmp_path: Path,
    spoil: Callable[[int, int], slice],
    lost: list[int],
    shards: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(listing._PIECE, ".warc", 500)
    data = bytearray(each_packed(pages(6)))
    starts = record_starts(tmp_path / "a.warc.gz", bytes(data))
    where = spoil(starts[2], starts[3])
    data[where] = bytes(byte ^ 0x55 for byte in data[where])
    items = [
        item
        for n in range(shards)
        for item in items_of(tmp_path / "a.warc.gz", bytes(data), (n + 1, shards))
    ]
    found = [row for row in told(items) if row[1] is None]
    assert found == good(*(n for n in range(6) if n not in lost))
    problems = [item for item in items if item.problem is not None]
    assert [item.problem is not None and item.problem[:9] for item in problems][:1] == ["damaged: "]
    assert problems[0].name == f"{tmp_path}/a.warc.gz:{starts[2]}"
    assert 1 <= len(problems) <= len(lost)


def test_damage_where_nothing_is_packed(tmp_path: Path) -> None:
    data = bytearray(not_packed(pages(5)))
    starts = record_starts(tmp_path / "a.warc", bytes(data))
    data[starts[2] : starts[2] + 8] = b"XXXX/1.0"
    items = items_of(tmp_path / "a.warc", bytes(data))
    assert [url for url, problem in told(items) if problem is None] == [
        f"http://e/{n}" for n in (0, 1, 3, 4)
    ]
    assert [item.name for item in items if item.problem] == [f"{tmp_path}/a.warc:{starts[2]}"]


@pytest.mark.parametrize(("name", "write"), KINDS)
def test_an_archive_cut_off(tmp_path: Path, name: str, write: Write) -> None:
    data = write(pages(4))
    items = items_of(tmp_path / name, data[:-300])
    assert told(items)[:3] == good(0, 1, 2) or name in ("b.warc.gz", "a.warc.zst")
    assert items[-1].problem is not None
    assert len(items) <= 4


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(zlib.compress(b"nonsense" * 99), id="nonsense"),
        pytest.param(gzip.compress(b"nonsense"), id="packed nonsense"),
        pytest.param(b"\x1f\x8bnonsense", id="no gzip"),
    ],
)
def test_no_web_archive(tmp_path: Path, data: bytes) -> None:
    (item,) = items_of(tmp_path / "a.warc.gz", data)
    assert item.problem is not None


def chunked(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n0\r\n\r\n" % (len(data), data)


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        pytest.param(gzip.compress(PAGE.encode()), {"Content_Encoding": "gzip"}, id="gzip"),
        pytest.param(chunked(PAGE.encode()), {"Transfer_Encoding": "chunked"}, id="chunked"),
        pytest.param(
            chunked(gzip.compress(PAGE.encode())),
            {"Transfer_Encoding": "chunked", "Content_Encoding": "GZIP"},
            id="both",
        ),
        pytest.param(
            PAGE.encode(),
            {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"},
            id="undone by the crawler",
        ),
        pytest.param(PAGE.encode(), {"Content_Encoding": "none"}, id="an unknown one"),
    ],
)
def test_bodies_as_they_came_over_the_wire(
    tmp_path: Path, body: bytes, headers: dict[str, str]
) -> None:
    data = each_packed([response("http://e/1", body, **headers)])
    (item,) = items_of(tmp_path / "a.warc.gz", data)
    assert item.data == PAGE.encode()


def test_a_bomb_in_an_archive(tmp_path: Path) -> None:
    bomb = gzip.compress(b"0" * 5_000_000)
    data = each_packed([response("http://e/1", bomb, Content_Encoding="gzip"), *pages(1)])
    items = items_of(tmp_path / "a.warc.gz", data)
    assert [problem is None for _, problem in told(items)] == [False, True]


GERMAN = (
    "<p>Der Hafen wurde am Freitag wegen eines Brandes für Schiffe geschlossen.</p>"
    "<p>Niemand sei verletzt worden, sagte der Bürgermeister, der Schaden aber groß.</p>"
)


@pytest.mark.parametrize(("name", "write"), KINDS)
def test_every_record_is_accounted_for(tmp_path: Path, name: str, write: Write) -> None:
    """Good, broken and foreign records, and some that are no articles, through a whole run."""
    pytest.importorskip("trafilatura")
    head = "<html><body><article><h1>Bridge opened at last</h1>"
    news = [f"{head}<p>Mayor{n} opened bridge {n} of the old town.</p>" * 2 for n in range(6)]
    responses = [
        *(response(f"http://e/{n}", page.encode()) for n, page in enumerate(news)),
        response("http://e/gzip", gzip.compress(f"{head}{TEXT}".encode()), Content_Encoding="gzip"),
        response("http://e/empty", b""),
        response("http://e/nothing", b"<html><body></body></html>"),
        response("http://e/german", f"<html><body><article>{GERMAN}".encode()),
        response("http://e/few", f'<html lang="de"><article>{GERMAN[:79]}'.encode()),
        response("http://e/large", b"<p>" + b"0" * 100_000),
        response("http://e/picture", b"\x89PNG", "image/png"),
        response("http://e/gone", b"gone", status="410 Gone"),
        response("http://e/again", news[0].encode()),
    ]
    (tmp_path / name).write_bytes(write(responses))
    plan = plan_for(tmp_path / name, tmp_path / "out.jsonl")
    plan = replace(plan, limit=LIMIT, task=replace(TASK, any_language=False))
    plan = replace(plan, report=tmp_path / "all", errors=tmp_path / "bad")
    tally = run(plan)
    assert (tally.articles, tally.duplicates, tally.failed, tally.foreign) == (8, 1, 3, 2)
    urls = {item.name: item.url for item in find_items([str(tmp_path / name)], limit=LIMIT)}
    rows = {urls[str(row["input"])]: row for row in read_rows(tmp_path / "all")}
    assert {url: row["status"] for url, row in rows.items()} == {
        **{f"http://e/{n}": "done" for n in range(6)},
        "http://e/gzip": "done",
        "http://e/empty": "failed",
        "http://e/nothing": "failed",
        "http://e/german": "foreign",
        "http://e/few": "foreign",
        "http://e/large": "failed",
        "http://e/again": "copy",
    }
    assert urls[str(rows["http://e/again"]["copy_of"])] == "http://e/0"
    assert {urls[str(row["input"])]: row["problem"] for row in read_rows(tmp_path / "bad")} == {
        "http://e/empty": "empty",
        "http://e/nothing": "a web page without an article on it",
        "http://e/german": "not in English; --any-language reads it all the same",
        "http://e/few": "not in English; --any-language reads it all the same",
        "http://e/large": "more than 50,000 bytes; raise --max-bytes if that is meant",
    }


def test_what_is_no_http_response(tmp_path: Path) -> None:
    blocks = (b"no http at all\r\n\r\nbody", b"HT", b"")
    data = b"".join(
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://e/9\r\n"
        b"Content-Type: application/http; msgtype=response\r\n"
        b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(block), block)
        for block in blocks
    )
    items = items_of(tmp_path / "a.warc", data)
    assert told(items) == [("http://e/9", "a broken HTTP response")] * 3
