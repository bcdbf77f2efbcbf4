"""What a fuzzer starts from: small inputs of every kind that a target reads."""

import gzip
import io
import json
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from claimx.reading.compression import zstd
from tests.fuzz.targets import ENCODINGS, FILES, PACKERS

TEXT = (
    "Harbour closed\n\n- Nobody hurt\n\nLESNA, March 14 (Agency) – The port of Lesna was closed on"
    " Friday.\n“It burnt,” Ana Ruiz\nsaid.\n"
)
PAGE = (
    "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Harbour</title>"
    '<meta property="article:published_time" content="2025-03-14T09:00:00Z">'
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour"}</script>'
    "</head><body><article><h1>Harbour</h1>"
    f"<p>{TEXT * 3}</p><ul><li>x</li></ul><blockquote>“It burnt”</blockquote></article>"
    "</body></html>"
)
STORED = {"title": "Harbour", "text": TEXT, "date": "2025-03-14", "url": "http://news.example/1"}
QUALITY = Path(__file__).parent.parent / "quality" / "articles"


def seeds(target: str) -> list[bytes]:
    """Return the seeds of a target of :mod:`tests.fuzz.targets`."""
    return {
        "text": _texts,
        "page": _pages,
        "archive": _archives,
        "stored": _stored,
        "gold": _gold,
    }[target]()


def _texts() -> list[bytes]:
    return [
        bytes([n]) + TEXT.encode(encoding, "ignore")
        for n, encoding in enumerate(ENCODINGS)
        if encoding not in {None, "idna", "rot13"}
    ] + [b"\x00" + b"\xef\xbb\xbf" + TEXT.encode(), b"\x00" + TEXT.encode("cp1252")]


def _pages() -> list[bytes]:
    return [PAGE.encode(), PAGE.replace("utf-8", "latin1").encode("latin1", "replace")]


def _archives() -> list[bytes]:
    """Return each kind of file in each packing; what a target packs itself is still plain here."""
    line = json.dumps(STORED).encode()
    kinds = (TEXT.encode(), PAGE.encode(), line + b"\n" + line, b"[" + line + b"]", archive())
    packings = (gzip.compress, bytes, zstd.compress, bytes, bytes)
    assert len(kinds) == len(FILES) and len(packings) == len(PACKERS)
    return [
        bytes([kind * len(PACKERS) + packing]) + pack(data)
        for kind, data in enumerate(kinds)
        for packing, pack in enumerate(packings)
    ]


def _stored() -> list[bytes]:
    line = json.dumps(STORED).encode()
    many = json.dumps({"articles": [STORED, {"maintext": TEXT}]}).encode()
    feed = json.dumps({"body": TEXT, "pubDate": "Fri, 14 Mar 2025 10:00:00 GMT"}).encode()
    return [b"\x00" + line, b"\x00" + many, b"\x00" + feed, b"\x80" + line + b"\r\n" + feed]


def _gold() -> list[bytes]:
    return [
        b"\x00".join(path.with_suffix(s).read_bytes() for s in (".txt", ".num", ".jsonl"))
        for path in sorted(QUALITY.glob("*.txt"))
    ]


def archive() -> bytes:
    """Return a web archive of two pages."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    for n in range(2):
        record = writer.create_warc_record(
            f"http://news.example/{n}",
            "response",
            payload=io.BytesIO(PAGE.encode()),
            http_headers=headers,
        )
        writer.write_record(record)
        record.raw_stream.close()
    return out.getvalue()
