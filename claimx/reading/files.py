"""Inputs that a user names, files, folders and "-", to the articles in them."""

import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from claimx.article import MAX_BYTES, Article
from claimx.errors import InputError, SetupError
from claimx.reading.compression import read_all
from claimx.reading.decoding import decode
from claimx.reading.layout import find_title

SUFFIXES = frozenset({".txt", ".md"})
MANY = frozenset({".jsonl", ".ndjson", ".warc", ".gz", ".zst"})

# Each comment up to the first "-->", or a file of comments could be read in 2^n ways.
_HTML = re.compile(
    r"\s*(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)


def read_inputs(
    inputs: Iterable[str],
    *,
    encoding: str | None,
    warn: Callable[[str], None],
    limit: int = MAX_BYTES,
) -> Iterator[Article | InputError]:
    """Yield each article, or what is wrong with an input, in the order given.

    A folder gives its ``.txt`` and ``.md`` files, those of its folders too, in sorted order and
    without hidden ones.  ``warn`` is called with a line about an encoding that was guessed; of no
    input more than ``limit`` bytes are read.
    """
    for path in _find_files(inputs):
        if isinstance(path, InputError):
            yield path
            continue
        try:
            yield read_article(path, encoding=encoding, warn=warn, limit=limit)
        except InputError as error:
            yield error


def read_article(
    path: str, *, encoding: str | None, warn: Callable[[str], None], limit: int = MAX_BYTES
) -> Article:
    """Return the article in a file, or in standard input for "-": text, a web page, JSON.

    Raises:
        InputError: missing, not readable, of more than ``limit`` bytes, empty, binary, in another
            encoding, or no one article.
    """
    name = "standard input" if path == "-" else printable(path)
    place = None if path == "-" else name
    try:
        data = _read_bytes(path, limit)
        if Path(path).suffix.lower() in MANY:
            raise InputError("perhaps many articles in one file; claimx batch reads it")
        if Path(path).suffix.lower() == ".json":
            from claimx.reading.stored import parse_json, read_stored

            return replace(read_stored(parse_json(data), name=name), path=place)
        decoded = decode(data, encoding)
        if is_page(decoded.text):
            from claimx.reading.html import read_page

            return replace(read_page(data, name=name, encoding=encoding), path=place)
    except OSError as error:
        raise InputError(f"{name}: {reason(error)}") from error
    except (InputError, SetupError) as error:  # no package for web pages is no end of the others
        raise InputError(f"{name}: {error}") from error
    if decoded.warning:
        warn(f"{name}: {decoded.warning}")
    return make_article(decoded.text, path=place)


def is_page(text: str) -> bool:
    """Tell whether ``text`` is the source of a web page."""
    return _HTML.match(text) is not None


def _read_bytes(path: str, limit: int) -> bytes:
    if path == "-":
        if sys.stdin is None:  # started with "<&-"
            raise InputError("closed")
        return read_all(sys.stdin.buffer, limit)
    with Path(path).open("rb") as stream:
        return read_all(stream, limit)


def make_article(
    text: str,
    *,
    path: str | None = None,
    title: str | None = None,
    published: str | None = None,
    url: str | None = None,
    author: str | None = None,
    language: str | None = None,
) -> Article:
    """Return an article; without a ``title`` it has the one that its text opens with.

    Of ``published`` the day counts: "2025-03-14T09:00Z" is 14 March.  Halves of surrogate pairs in
    what is known about the article, which no encoding can write, become "\ufffd".

    Raises:
        InputError: the text holds half of a surrogate pair, or ``published`` is no ISO 8601 date.
    """
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InputError(
            f"half of a surrogate pair at character {error.start}; decode with errors='replace'"
        ) from error
    return Article(
        text=text,
        path=None if path is None else writable(path),
        title=find_title(text) if title is None else writable(title),
        published=None if published is None else _day(published),
        date_source=None if published is None else "option",
        url=None if url is None else writable(url),
        author=None if author is None else writable(author),
        language=None if language is None else writable(language),
    )


def check_article(article: Article) -> Article:
    """Return an article that somebody else made as :func:`make_article` would have made it.

    Raises:
        InputError: as ``make_article`` does.
    """
    checked = make_article(
        article.text,
        path=article.path,
        title=article.title,
        published=article.published,
        url=article.url,
        author=article.author,
        language=article.language,
    )
    return replace(checked, date_source=article.date_source or checked.date_source)


def _day(published: str) -> str:
    try:
        return date.fromisoformat(published[:10]).isoformat()
    except ValueError as error:
        raise InputError(f"published {published!r}: no date; write it as 2025-03-14") from error


def printable(path: str) -> str:
    """Return a file name that can be written as UTF-8, whatever bytes it has on disk."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def writable(words: str) -> str:
    """Return words that can be written as UTF-8: pairs of surrogates joined, halves replaced."""
    return words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _find_files(inputs: Iterable[str]) -> Iterator[str | InputError]:
    for path in inputs:
        if path == "-" or not is_folder(path):
            yield path
            continue
        found = False
        for item in walk(path, is_text):
            found = True
            yield item
        if not found:
            yield InputError(f"{printable(path)}: nothing to read; no .txt or .md file in it")


def is_folder(path: str) -> bool:
    """Tell whether there is a folder of that name; what is wrong with it is for who reads it."""
    try:
        return Path(path).is_dir()
    except OSError:  # a name that is too long, or a folder above it that is closed
        return False


def is_text(name: str) -> bool:
    """Tell whether a file of that name is taken for plain text."""
    return Path(name).suffix.lower() in SUFFIXES


def walk(
    folder: str,
    is_wanted: Callable[[str], bool],
    *,
    is_left_out: Callable[["os.DirEntry[str]"], bool] = lambda entry: False,
) -> Iterator[str | InputError]:
    """Yield the wanted files of a folder, then those of its folders, in sorted order.

    Hidden files, and files and folders to be left out, are passed over, links to folders not
    followed.
    """
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield InputError(f"{printable(folder)}: {reason(error)}")
        return
    folders = []
    for entry in entries:
        if entry.name.startswith(".") or is_left_out(entry):
            continue
        if entry.is_dir(follow_symlinks=False):
            folders.append(entry.path)
        elif is_wanted(entry.name) and _may_hold_text(entry):
            yield entry.path
    for path in folders:
        yield from walk(path, is_wanted, is_left_out=is_left_out)


def _may_hold_text(entry: "os.DirEntry[str]") -> bool:
    """Tell whether an entry is a file, or a link that leads nowhere and is to be reported.

    A pipe or a device would block for ever.
    """
    try:
        return stat.S_ISREG(entry.stat().st_mode)
    except OSError:
        return True


def reason(error: OSError) -> str:
    """Say in a few words why a file cannot be read."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "not readable; permission denied"
    return (error.strerror or str(error)).lower()
