"""What holds of every document, whatever the article."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from io import StringIO
from itertools import pairwise
from typing import Any

from claimx.article import Article
from claimx.records import Document
from claimx.rendering import FORMATS, renderer

_LINE_END = "\r\n|\r|\n"


def records(value: Any) -> Iterator[Any]:
    """Yield a record and every record in it."""
    if isinstance(value, tuple):
        for item in value:
            yield from records(item)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            yield from records(getattr(value, field.name))


def check_laws(text: str, document: Document) -> None:
    """Check that a document is true to its article, whole, and the same when read back."""
    check_spans(text, document)
    check_citations(text, document)
    check_references(document)
    assert Document.from_json(document.to_json()) == document
    for name in FORMATS:
        renderer(name)([(Article(text=text, path="a.txt"), document)], StringIO())


def check_spans(text: str, document: Document) -> None:
    """Check that every stretch is in the text where it says it is."""
    for record in records(document):
        if hasattr(record, "start"):
            words = record.exact if hasattr(record, "exact") else record.text
            assert 0 <= record.start < record.end <= len(text), record
            assert text[record.start : record.end] == words, record


def check_citations(text: str, document: Document) -> None:
    """Check that claims come in text order, each inside the sentence that it cites."""
    lines = re.split(_LINE_END, text)
    for claim in document.claims:
        cited = claim.citation
        assert cited.start <= claim.predicate.start < cited.end, claim
        assert text[cited.start - len(cited.prefix) : cited.start] == cited.prefix
        assert text[cited.end : cited.end + len(cited.suffix)] == cited.suffix
        line = lines[cited.line - 1][cited.column - 1 :]
        assert re.split(_LINE_END, cited.exact)[0] == line[: len(cited.exact)], cited
        assert 0 <= claim.salience <= 1
    for before, after in pairwise(document.claims):
        assert before.citation.sentence <= after.citation.sentence, (before, after)
        assert before.citation.line <= after.citation.line, (before, after)


def check_references(document: Document) -> None:
    """Check that ids differ and that what is referred to is there."""
    claims = [claim.id for claim in document.claims]
    entities = [entity.id for entity in document.entities]
    attributions = [attribution.id for attribution in document.attributions]
    for ids in (claims, entities, attributions):
        assert len(set(ids)) == len(ids)
    assert [claim.n for claim in document.claims] == list(range(1, len(claims) + 1))
    for record in records(document):
        assert getattr(record, "entity", None) in {None, *entities}, record
    for claim in document.claims:
        assert claim.attribution in {None, *attributions}, claim
        assert claim.attribution is None or claim.cue is not None, claim
    assert {claim for line in document.summary for claim in line.claims} <= set(claims)
    assert {fact.claim for fact in document.relations} <= {None, *claims}
