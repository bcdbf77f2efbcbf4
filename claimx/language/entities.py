"""Turn the model's name labels into the entity types that spaCy's users know (OntoNotes 5).

The training data call every place LOC; here cities, countries and other political places become
GPE, buildings and roads FAC. Names of happenings become EVENT, and numbers and times, which the
data label in part only, come from :mod:`claimx.language.figures`.
"""

from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from claimx.language.entity_words import match_at, words_of
from claimx.language.figures import find_figures
from claimx.language.name_types import FIGURES, read_label
from claimx.language.unmarked import find_unmarked

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
CAPITALISED = frozenset({"PERSON", "ORG", "LOC", "GPE", "FAC"})
OPENERS = frozenset({"the", "a", "an"})
NO_NAMES = frozenset(
    "i you he she it we they me him her us them my your his its our their this that these those "
    "who which what mr mrs ms dr the a an and of in on".split()
)


def read_entities(doc: Doc) -> list[Span]:
    """Return the entities of a Doc whose ``ents`` hold the model's labels, in text order.

    A name of the model goes before a number that it overlaps ("Boeing 737"); of two readings of the
    same date or sum the longer stands.
    """
    names: list[Span] = []
    figures: list[Span] = []
    for ent in _split_places(doc):
        trimmed = trim(ent)
        if trimmed is None:
            continue
        label = read_label(trimmed)
        if trimmed.start and doc[trimmed.start - 1].text.lower() in words_of("storm"):
            if doc[trimmed.start - 1].is_title:
                trimmed, label = doc[trimmed.start - 1 : trimmed.end], "EVENT"
        (figures if label in FIGURES else names).append(
            Span(doc, trimmed.start, trimmed.end, label)
        )
    names = [_read_bearer(name, names) for name in names]
    names += find_unmarked(doc, names)
    taken = {token.i for name in names for token in name}
    figures += [span for span in find_figures(doc) if taken.isdisjoint(range(span.start, span.end))]
    figures = [_read_age(span, names) for span in figures]
    merged = _join_day_parts(doc, filter_spans(sorted(figures, key=_priority)))
    widened = [_widen(doc, span) for span in merged]
    return sorted(filter_spans([*names, *widened]), key=lambda span: span.start)


def _read_bearer(name: Span, names: Sequence[Span]) -> Span:
    """Return a place as a PERSON where the article names a person by its last word alone."""
    if name.label_ not in ("GPE", "LOC") or len(name) == 1:
        return name
    if name.text.lower() in words_of("gpe_name") | words_of("loc_name"):
        return name
    last = name[-1].text
    if any(other.label_ == "PERSON" and other.text == last for other in names):
        return Span(name.doc, name.start, name.end, "PERSON")
    return name


def _read_age(span: Span, names: Sequence[Span]) -> Span:
    """Return "54" in "Anna Holm, 54, left" as a DATE, like other ages."""
    doc, before = span.doc, span.start - 2
    is_aside = before >= 0 and doc[span.start - 1].text == "," and span.end < len(doc)
    if span.label_ == "CARDINAL" and is_aside and doc[span.end].text in (",", "."):
        if len(span) == 1 and span.text.isdigit() and len(span.text) < 4:
            if any(name.label_ == "PERSON" and name.end == before + 1 for name in names):
                return Span(doc, span.start, span.end, "DATE")
    return span


def _split_places(doc: Doc) -> Iterator[Span]:
    """Yield the model's entities, "OSLO, Norway" as two places."""
    for ent in doc.ents:
        start = ent.start
        if ent.label_ == "LOC" and "d.c" not in ent.text.lower():
            for token in ent:
                if token.text == "," and token.i > start:
                    yield Span(doc, start, token.i, ent.label_)
                    start = token.i + 1
        if start < ent.end:
            yield Span(doc, start, ent.end, ent.label_)


def _priority(span: Span) -> tuple[int, int]:
    return -(span.end - span.start), span.label_ in ("CARDINAL", "DATE")


def _join_day_parts(doc: Doc, figures: list[Span]) -> Iterator[Span]:
    """Yield the figures, "Monday" and "evening" as one TIME."""
    for span in figures:
        after = doc[span.end].lower_ if span.end < len(doc) else ""
        if span.label_ == "DATE" and after in words_of("day_part"):
            yield Span(doc, span.start, span.end + 1, "TIME")
        else:
            yield span


def _widen(doc: Doc, span: Span) -> Span:
    """Return a DATE with what it is a part of: "early May", "end of 2026"."""
    if span.label_ != "DATE" or not doc[span.end - 1].is_title and not doc[span.end - 1].is_digit:
        return span
    for length in (2, 1):
        if match_at(doc, span.start - length, words_of("span_part")) == span.start:
            return Span(doc, span.start - length, span.end, "DATE")
    return span


def trim(ent: Span) -> Span | None:
    """Return ``ent`` without articles, titles, possessive endings and punctuation around it.

    None when nothing that can be a name is left: a pronoun, a lone title, a preposition.
    """
    start, end = ent.start, ent.end
    doc = ent.doc
    while start < end and _is_edge(doc[end - 1]):
        end -= 1
    while start < end and (_is_edge(doc[start]) or _is_article(doc[start], ent.label_)):
        start += 1
    if ent.label_ == "PERSON":
        ends = (i for i in range(start + 1, end) if doc[i].lower_ in POSSESSIVES)
        end = next(ends, end)  # "Holm's illness" is taken for one name
        while start < end - 1 and doc[start].lower_ in words_of("title"):
            start += 1
    if ent.label_ in CAPITALISED and doc[start:end].text.islower() and not doc.text.islower():
        return None
    if start == end or (end - start == 1 and doc[start].lower_ in NO_NAMES):
        return None
    return Span(doc, start, end, ent.label_)


def _is_edge(token: Token) -> bool:
    if token.is_space or token.lower_ in POSSESSIVES:
        return True
    return (
        token.is_punct and token.text not in (")", ".", "%", "$") or token.text in ("“", "”", '"')
    )


def _is_article(token: Token, label: str) -> bool:
    return token.lower_ in OPENERS and label not in ("MONEY", "DATE")


def type_entities(doc: Doc) -> Doc:
    """Set ``doc.ents`` to the entities that :func:`read_entities` finds."""
    doc.set_ents(read_entities(doc))
    return doc


@Language.component("claimx_entities", requires=["doc.ents"], assigns=["doc.ents"])
def entity_component(doc: Doc) -> Doc:
    """Type the entities of a Doc in place."""
    return type_entities(doc)
