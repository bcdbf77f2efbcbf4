"""A web page to the article on it, with trafilatura; offsets count the text that comes out."""

import logging
import re
from dataclasses import replace
from datetime import date

from claimx.article import Article
from claimx.errors import InputError, SetupError
from claimx.reading.decoding import decode
from claimx.reading.files import make_article

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)
_LANGUAGE = re.compile(r"<html\b[^>]{0,500}?\slang\s*=\s*[\"']?([A-Za-z][A-Za-z0-9-]{1,34})", re.I)


_TAG = re.compile(r"""<[A-Za-z](?:[^>"']|"[^"]*"|'[^']*')*""")
_VALUE = re.compile(r""""[^"]*"|'[^']*'""")
_MOST_ATTRIBUTES = 5_000  # libxml2 compares each one of a tag with all before it


def read_page(
    data: bytes, *, name: str, url: str | None = None, encoding: str | None = None
) -> Article:
    """Return the article on a page: its main text, title, author, day, address and language.

    Raises:
        InputError: the page holds no article, or cannot be decoded.
        SetupError: trafilatura is not installed.
    """
    try:
        import trafilatura
        from trafilatura.settings import Document as Page
    except ModuleNotFoundError as error:
        raise SetupError("web pages need trafilatura: pip install 'claimx[html]'") from error
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it reports what we report
    source = decode(data, encoding or _declared(data)).text
    if any(_is_crowded(tag[0]) for tag in _TAG.finditer(source)):
        raise InputError(f"a web page with over {_MOST_ATTRIBUTES:,} attributes on one tag")
    try:
        page = trafilatura.bare_extraction(
            source, url=url, include_comments=False, include_tables=False, with_metadata=True
        )
    except RecursionError as error:
        raise InputError("a web page nested too deeply") from error
    text = page.text if isinstance(page, Page) else None
    if not isinstance(page, Page) or text is None or not text.strip():
        raise InputError("a web page without an article on it")
    language = _LANGUAGE.search(source, 0, 8192)
    found = make_article(
        text,
        path=name,
        title=page.title,
        url=page.url or url,
        author=page.author,
        language=language and language[1],
    )
    return _dated(found, page.date)


def _is_crowded(tag: str) -> bool:
    if len(tag) < 2 * _MOST_ATTRIBUTES:
        return False
    return len(_VALUE.sub(" ", tag).replace("/", " ").split()) > _MOST_ATTRIBUTES


def _dated(article: Article, day: str | None) -> Article:
    if day is None:
        return article
    try:
        published = date.fromisoformat(day[:10]).isoformat()
    except ValueError:
        return article
    return replace(article, published=published, date_source="page")


def _declared(data: bytes) -> str | None:
    """Return the encoding that the page declares, if Python knows it and there is no mark."""
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return None
    found = _CHARSET.search(data, 0, 4096)
    if found is None:
        return None
    name = found.group(1).decode("ascii")
    try:
        data.decode(name)
    except (LookupError, ValueError):
        return None
    return {"iso-8859-1": "cp1252", "latin1": "cp1252"}.get(name.lower(), name)
