"""Bytes to articles: what is decoded how, what is refused, and what a folder gives."""

import io
import os
import sys
from pathlib import Path

import pytest

from claimx.article import Article
from claimx.errors import InputError, UsageError
from claimx.reading import make_article, read_inputs
from claimx.reading.decoding import check_encoding, decode
from claimx.reading.files import printable

CAFE = "The café said: “Non.”\r\n"


@pytest.mark.parametrize(
    ("data", "encoding", "text", "read_as"),
    [
        pytest.param(CAFE.encode(), None, CAFE, "utf-8", id="UTF-8, line ends kept"),
        pytest.param(CAFE.encode("utf-8-sig"), None, CAFE, "utf-8", id="UTF-8 with mark"),
        pytest.param(CAFE.encode("utf-8-sig"), "utf-8", CAFE, "utf-8", id="mark, encoding given"),
        pytest.param(CAFE.encode("utf-16"), None, CAFE, "utf-16-le", id="UTF-16 with mark"),
        pytest.param(
            b"\xfe\xff" + CAFE.encode("utf-16-be"), None, CAFE, "utf-16-be", id="UTF-16, big end"
        ),
        pytest.param(CAFE.encode("utf-32"), None, CAFE, "utf-32-le", id="UTF-32 with mark"),
        pytest.param(CAFE.encode("utf-16-le"), "utf-16-le", CAFE, "utf-16-le", id="UTF-16 given"),
        pytest.param("Łódź".encode("cp1250"), "cp1250", "Łódź", "cp1250", id="cp1250 given"),
        pytest.param(b"a \x1b[1mb", None, "a \x1b[1mb", "utf-8", id="a terminal's log"),
    ],
)
def test_decode(data: bytes, encoding: str | None, text: str, read_as: str) -> None:
    decoded = decode(data, encoding)
    assert (decoded.text, decoded.encoding, decoded.warning) == (text, read_as, None)


@pytest.mark.parametrize(
    ("data", "text", "warning"),
    [
        pytest.param(
            CAFE.encode("cp1252"),
            CAFE,
            "not UTF-8 at byte 7; read as cp1252 (see --encoding)",
            id="cp1252 as the last resort",
        ),
        pytest.param(
            "“Où?” “Là.”".encode()[:-1],
            "“Où?” “Là.\ufffd",
            "damaged UTF-8 at byte 18; 1 characters read as \ufffd",
            id="UTF-8 cut off in the middle",
        ),
    ],
)
def test_decode_with_warning(data: bytes, text: str, warning: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.warning) == (text, warning)


@pytest.mark.parametrize(
    ("data", "encoding", "error"),
    [
        (b"", None, "empty"),
        (b" \r\n\xc2\xa0", None, "holds no text"),
        (b"\xef\xbb\xbf", None, "holds no text"),
        (
            b"\x89PNG\r\n\x1a\n\x00",
            None,
            "binary (NUL at byte 8); if it is UTF-16, say --encoding utf-16",
        ),
        (b"\xff\xd8\x10\x01", None, "binary (control character at byte 2)"),
        (b"caf\xe9 \x81", None, "neither UTF-8 at byte 3 nor cp1252 at byte 5; say --encoding"),
        (b"caf\xe9", "utf-8", "not utf-8 at byte 3; name the encoding it has"),
        (b"\xff\xfea", None, "not utf-16-le at byte 0; name the encoding it has"),
        (
            b"a\x00b",
            "utf-8",
            "holds NUL characters; not a text, or in another encoding (--encoding)",
        ),
    ],
)
def test_decode_refuses(data: bytes, encoding: str | None, error: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, encoding)
    assert str(caught.value) == error


@pytest.mark.parametrize("name", ["utf-99", "rot13", "", "a\x00b"])
def test_unknown_encoding(name: str) -> None:
    with pytest.raises(UsageError, match="unknown encoding"):
        check_encoding(name)


def read(*inputs: str | Path) -> tuple[list[str], list[str]]:
    """Return what reading gives, paths of articles and errors in order, and the warnings."""
    warnings: list[str] = []
    found = read_inputs([str(item) for item in inputs], encoding=None, warn=warnings.append)
    return [
        str(item.path) if isinstance(item, Article) else f"! {item}" for item in found
    ], warnings


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of articles and of what is none, as the working directory."""
    for name in (
        "b.txt",
        "a.md",
        "C.TXT",
        "notes.rtf",
        ".hidden.txt",
        "sub/z.txt",
        "sub/.git/x.txt",
    ):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Dam holds\n\nThe dam held.\n")
    (tmp_path / "news/sub/loop").symlink_to(tmp_path / "news")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_folder_is_walked_in_order_without_hidden_files(folder: Path) -> None:
    assert read("news") == (["news/C.TXT", "news/a.md", "news/b.txt", "news/sub/z.txt"], [])


def test_what_cannot_be_read_does_not_lose_the_rest(folder: Path) -> None:
    (folder / "news/b.txt").write_bytes(b"")
    (folder / "news/sub/gone.txt").symlink_to("nowhere")
    (folder / "legacy.txt").write_bytes("Le café a fermé.".encode("cp1252"))
    (folder / "many.jsonl").write_text('{"text": "The dam held."}\n')
    assert read("missing.txt", "news", "empty", "legacy.txt", "many.jsonl", "news/notes.rtf") == (
        [
            "! missing.txt: no such file or folder",
            "news/C.TXT",
            "news/a.md",
            "! news/b.txt: empty",
            "! news/sub/gone.txt: no such file or folder",
            "news/sub/z.txt",
            "! empty: nothing to read; no .txt or .md file in it",
            "legacy.txt",
            "! many.jsonl: perhaps many articles in one file; claimx batch reads it",
            "news/notes.rtf",
        ],
        ["legacy.txt: not UTF-8 at byte 6; read as cp1252 (see --encoding)"],
    )


def test_an_article_stored_as_json(folder: Path) -> None:
    (folder / "one.json").write_text('{"text": "The dam held.", "date": "2025-03-14"}')
    (article,) = read_inputs(["one.json"], encoding=None, warn=pytest.fail)
    assert isinstance(article, Article)
    assert (article.text, article.path, article.published) == (
        "The dam held.",
        "one.json",
        "2025-03-14",
    )


def test_a_web_page(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "page.txt").write_text("<!DOCTYPE html>\n<html><p>Hello</p></html>")
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert read("page.txt") == (
        ["! page.txt: web pages need trafilatura: pip install 'claimx[html]'"],
        [],
    )


def test_a_link_to_itself_is_reported(folder: Path) -> None:
    (folder / "self.txt").symlink_to("self.txt")
    assert read("self.txt") == (["! self.txt: too many levels of symbolic links"], [])


def test_a_pipe_in_a_folder_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "empty/pipe.txt")
    assert read("empty") == (["! empty: nothing to read; no .txt or .md file in it"], [])


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_permission(folder: Path) -> None:
    (folder / "news/a.md").chmod(0)
    assert read("news/a.md") == (["! news/a.md: not readable; permission denied"], [])


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbfDam holds\n\nIt held."))
    )
    (article,) = read_inputs(["-"], encoding=None, warn=pytest.fail)
    assert article == Article(text="Dam holds\n\nIt held.", title="Dam holds")


def test_file_names_that_are_not_utf8_can_be_printed() -> None:
    assert printable(os.fsdecode(b"caf\xe9.txt")) == "caf\ufffd.txt"


@pytest.mark.parametrize("day", ["2025-03-14", "2025-03-14T23:59:00+02:00"])
def test_the_day_of_publication_counts(day: str) -> None:
    article = make_article("It held.", published=day)
    assert (article.published, article.date_source) == ("2025-03-14", "option")


def test_publication_on_no_day_is_refused() -> None:
    with pytest.raises(InputError, match="published '14 March': no date; write it as 2025-03-14"):
        make_article("It held.", published="14 March")


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(InputError, match="surrogate pair at character 4"):
        make_article("dam \ud800")
