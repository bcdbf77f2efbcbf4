"""Laws of the whole way from text to document, on any text and on news-like text."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

import claimx
from claimx.errors import ClaimxError
from claimx.reading.composed import compose
from claimx.records import Document
from tests.laws import check_laws
from tests.news import any_text, articles

with_model = pytest.mark.model


@with_model
@given(text=any_text)
@settings(max_examples=25)
def test_any_text(nlp: Language, text: str) -> None:
    check_laws(text, claimx.extract(text, model=nlp))


@with_model
@given(text=articles())
@settings(max_examples=30)
def test_news(nlp: Language, text: str) -> None:
    document = claimx.extract(text, published="2025-03-14", model=nlp)
    check_laws(text, document)
    assert claimx.extract(text, published="2025-03-14", model=nlp) == document


odd = st.none() | st.text(st.characters(), max_size=12)  # with halves of surrogate pairs


@with_model
@given(text=st.text(st.characters(), max_size=20), title=odd, published=odd, url=odd)
@settings(max_examples=50)
def test_only_our_own_errors(
    nlp: Language, text: str, title: str | None, published: str | None, url: str | None
) -> None:
    given = {"title": title, "published": published, "url": url}
    article = claimx.Article(text=text, **given)
    try:
        document = claimx.extract(text, **given, model=nlp)
    except ClaimxError as error:
        assert str(error)
        with pytest.raises(ClaimxError, match=re.escape(str(error))):
            list(claimx.extract_many([article], model=nlp))
    else:
        assert list(claimx.extract_many([article], model=nlp)) == [document]
        (named,) = claimx.extract_many([replace(article, path=title)], model=nlp)
        assert named.to_json()


def with_blanks_at_line_ends(text: str) -> str:
    return re.sub("(?=[\n\v\f\x85\u2028\u2029])", " \t", text)


CHANGES = [
    pytest.param(lambda text: text + " \n\t \n\n", id="white space at the end"),
    pytest.param(lambda text: text.rstrip(), id="no line end at the end"),
    pytest.param(with_blanks_at_line_ends, id="blanks before line ends"),
    pytest.param(lambda text: text.replace("\n", "\r\n"), id="CRLF"),
    pytest.param(lambda text: text.replace("\n", "\r"), id="CR"),
    pytest.param(lambda text: unicodedata.normalize("NFD", text), id="NFD"),
]


@with_model
@pytest.mark.parametrize("change", CHANGES)
@given(text=articles())
@settings(max_examples=8)
def test_how_a_text_is_stored_changes_no_claim(
    nlp: Language, change: Callable[[str], str], text: str
) -> None:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    changed = change(text)
    before, after = (claimx.extract(one, model=nlp) for one in (text, changed))
    check_laws(changed, after)
    assert what_is_said(after) == what_is_said(before)


@with_model
def test_columns_count_blanks_that_rules_do_not_see(nlp: Language) -> None:
    text = "Ana Ruiz left.\n\t\u2028Bo came."
    document = claimx.extract(text, model=nlp)
    check_laws(text, document)
    assert [(claim.citation.line, claim.citation.column) for claim in document.claims] == [
        (1, 1),
        (2, 3),
    ]


def what_is_said(document: Document) -> Any:
    """Return a document without what counts characters of the text, or is made from it."""
    shown = replace(document, document=replace(document.document, id=""))
    return _plain(shown.to_dict(), {claim.id: claim.n for claim in document.claims})


def _plain(value: Any, numbers: dict[str, int]) -> Any:
    if isinstance(value, dict):
        return {
            key: _plain(one, numbers)
            for key, one in value.items()
            if key not in {"start", "end", "column", "prefix", "suffix"}
        }
    if isinstance(value, list):
        return [_plain(one, numbers) for one in value]
    return numbers.get(value, compose(value).text) if isinstance(value, str) else value


@pytest.mark.parametrize("change", CHANGES)
@given(text=any_text | articles())
@settings(max_examples=60)
def test_how_a_text_is_stored_is_not_seen(change: Callable[[str], str], text: str) -> None:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    assert compose(change(text)).text.rstrip() == compose(text).text.rstrip()


TEXTS = st.one_of(st.text(), articles(), st.text("e\u0301\u0327 \t\r\n\u2028\u1100\u1161한"))


@given(text=TEXTS, data=st.data())
def test_composed_text_leads_back(text: str, data: st.DataObject) -> None:
    composed = compose(text)
    assert compose(composed.text) == replace(composed, edits=())
    if not composed.text:
        return
    start = data.draw(st.integers(0, len(composed.text) - 1))
    end = data.draw(st.integers(start + 1, len(composed.text)))
    first, last = composed.restore(start, end)
    assert 0 <= first < last <= len(text)
    here, there = composed.text[start:end], compose(text[first:last]).text
    cuts = {at for edit in composed.edits for at in range(edit.new_start + 1, edit.new_end)}
    if cuts & {start, end}:  # a letter that stays several code points is taken whole
        assert here.rstrip() in there
    else:
        assert there.rstrip() == here.rstrip()


@pytest.mark.parametrize(
    ("text", "composed"),
    [
        ("Cafe\u0301 a\u0300  \r\nb\r\rc\t\u2028 \n", "Café à\nb\n\nc\n"),
        ("one\n", "one\n"),
        ("one \n\n", "one\n"),
        ("  one", "  one"),
        ("", ""),
        ("\r\n", "\n"),
        ("one\u2028", "one\n"),
        ("\u2000a \u2000\nb", "\u2002a\nb"),
    ],
)
def test_compose(text: str, composed: str) -> None:
    assert compose(text).text == composed
