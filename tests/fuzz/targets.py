"""What is fuzzed: each target takes any bytes and raises nothing, or a law is broken.

Only ClaimxError is an answer; every other exception is a finding.
"""

import gzip
import tempfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from claimx.article import Article
from claimx.corpus.inputs import find_items
from claimx.corpus.task import Task
from claimx.corpus.work import read_item
from claimx.dating import find_publication_date
from claimx.errors import ClaimxError
from claimx.evaluation.gold import read_gold
from claimx.reading.compression import zstd
from claimx.reading.decoding import check_encoding, decode
from claimx.reading.english import is_english
from claimx.reading.files import make_article, read_article
from claimx.reading.html import read_page
from claimx.reading.layout import lay_out

LIMIT = 1 << 16  # bytes of one article

ENCODINGS = (None, "utf-8", "cp1252", "utf-16", "utf-7", "shift_jis", "idna", "rot13")
FILES = ("a.txt", "a.html", "a.jsonl", "a.json", "a.warc")
PACKERS: tuple[tuple[str, Callable[[bytes], bytes]], ...] = (
    (".gz", bytes),  # as it is: a broken file
    (".gz", lambda data: gzip.compress(data, 1)),
    (".zst", bytes),
    (".zst", lambda data: zstd.compress(data, 1)),
    ("", bytes),
)


def text(data: bytes) -> None:
    """Decode a text, in the encoding that the first byte chooses, and lay it out."""
    encoding = ENCODINGS[data[0] % len(ENCODINGS)] if data else None
    try:
        if encoding:
            check_encoding(encoding)
        article = make_article(decode(data[1:], encoding).text)
    except ClaimxError:
        return
    _check(article)
    find_publication_date(article.text)
    is_english(article.text)


def page(data: bytes) -> None:
    """Find the article on a web page."""
    try:
        _check(read_page(data, name="page"))
    except ClaimxError:
        pass


def archive(data: bytes) -> None:
    """Read a file that the first byte names and packs: text, page, JSON, WARC; gzip, zstd."""
    kind, packing = divmod(data[0] if data else 0, len(PACKERS))
    suffix, pack = PACKERS[packing]
    _read_file(FILES[kind % len(FILES)] + suffix, pack(data[1:]))


def stored(data: bytes) -> None:
    """Read a file of JSON, or of JSON lines, as the first byte says."""
    _read_file("a.jsonl" if data[:1] > b"\x7f" else "a.json", data[1:])


def gold(data: bytes) -> None:
    """Read an annotated article: text, sentences and claims, parted by NUL bytes."""
    parts = [*data.split(b"\x00", 2), b"", b""]
    with tempfile.TemporaryDirectory() as folder:
        for suffix, part in zip(("txt", "num", "jsonl"), parts, strict=False):
            Path(folder, f"a.{suffix}").write_bytes(part)
        try:
            list(read_gold(Path(folder)))
        except ClaimxError:
            pass


TARGETS = {target.__name__: target for target in (text, page, archive, stored, gold)}


def _read_file(name: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        names = set()
        for item in find_items([str(path)], limit=LIMIT):
            assert item.name not in names
            assert len(item.data) <= LIMIT
            names.add(item.name)
            try:
                _check(read_item(item, Task()))
            except ClaimxError:
                pass
        try:
            _check(read_article(str(path), encoding=None, warn=str))
        except ClaimxError:
            pass


def _check(article: Article) -> None:
    for words in (article.text, article.title, article.url, article.published):
        (words or "").encode()  # what no encoding can write would fail much later
    blocks = lay_out(article.text)
    assert all(0 <= block.start < block.end <= len(article.text) for block in blocks)
    assert all(a.end <= b.start for a, b in pairwise(blocks))
