"""Where an article names a place: the model's names, and what the gazetteer adds with good reason.

A name alone is no reason: "Washington" may be a man and "Reading" a pastime.  The gazetteer adds a
name that the model left unnamed when it stands behind a place preposition, before its state or
country, in a dateline, with its noun ("Laurel County"), inside the name of a local body, or when the
article uses the same name as a place elsewhere.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from claimx.gazetteer.index import Entry, load
from claimx.gazetteer.names import normalise
from claimx.rules.place_words import place_words

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
OTHER_NAMES = frozenset({"PERSON", "NORP", "PRODUCT", "EVENT", "MISC"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_LINKS = frozenset(
    {"of", "-", "–", "'s", "’s", "de", "la", "du", "al", "el", "upon", "on", "and", "the"}
)
_COUNTY = frozenset({"county", "parish", "township", "twp.", "borough"})
_LONGEST = 5
_KNOWN_TOWN = 15_000
_DATELINE = re.compile(r"^\s*(?:\([^)]{2,20}\)\s*)?(?:[-–—]+|:)\s")


def find_toponyms(doc: Doc) -> list[Span]:
    """Return the stretches of the Doc that name a place, in text order; none overlap."""
    found: dict[int, Span] = {}
    taken: set[int] = set()

    def add(span: Span | None) -> None:
        if span is not None and taken.isdisjoint(range(span.start, span.end)):
            found[span.start] = span
            taken.update(range(span.start, span.end))

    for ent in doc.ents:
        if ent.label_ in PLACE_LABELS:
            for part in _parts(ent):
                add(part)
    named = {token.i for ent in doc.ents if ent.label_ not in PLACE_LABELS for token in ent}
    for span in _county_names(doc):
        add(span)
    for ent in doc.ents:
        if ent.label_ == "ORG":
            add(_town_of_body(ent))
    runs = [run for run in _runs(doc) if not named & set(range(run.start, run.end))]
    for run in runs:
        for span in _in_context(run):
            add(span)
    known = {normalise(span.text) for span in found.values()}
    for run in runs:
        if normalise(run.text) in known:
            add(run)
    return [found[start] for start in sorted(found)]


def demonym_spans(doc: Doc) -> list[Span]:
    """Return the adjectives and words for people that belong to a place: "Syrian", "Texans"."""
    words = (ent for ent in doc.ents if ent.label_ in ("NORP", "MISC", "GPE", "LOC"))
    spans = {(ent.start, ent.end): ent for ent in words if _is_demonym(ent.text)}
    covered = {i for start, end in spans for i in range(start, end)}
    for token in doc:
        if token.i not in covered and token.is_title and token.ent_type_ not in ("PERSON", "ORG"):
            if token.pos_ in ("ADJ", "PROPN", "NOUN") and _is_demonym(token.text):
                spans[token.i, token.i + 1] = doc[token.i : token.i + 1]
    return [spans[key] for key in sorted(spans)]


def _is_demonym(text: str) -> bool:
    uses = {entry.use for entry in load().lookup(text)}
    return bool(uses & {"adjective", "people"}) and "name" not in uses


def trim(span: Span) -> Span | None:
    """Return the span without white space, article, possessive ending and punctuation around it."""
    start, end = span.start, span.end
    doc = span.doc
    while start < end and _is_edge(doc[start], first=True):
        start += 1
    while start < end and _is_edge(doc[end - 1], first=False):
        end -= 1
    return Span(doc, start, end, span.label_) if start < end else None


def _is_edge(token: Token, *, first: bool) -> bool:
    if token.is_space or token.text in _POSSESSIVE or token.text in ',;:"“”()[]':
        return True
    return first and token.lower_ == "the"


def _parts(ent: Span) -> Iterator[Span]:
    """Yield the names in an entity: "Springfield, Illinois" is two."""
    start = ent.start
    for token in ent:
        if token.text == "," or token.is_space and "\n" in token.text:
            yield from _trimmed(ent, start, token.i)
            start = token.i + 1
    yield from _trimmed(ent, start, ent.end)


def _trimmed(ent: Span, start: int, end: int) -> Iterator[Span]:
    part = trim(Span(ent.doc, start, end, ent.label_)) if start < end else None
    if part is not None:
        yield part


def _is_name(token: Token) -> bool:
    return token.is_alpha and token.text[0].isupper() or _is_abbreviated(token)


def _is_abbreviated(token: Token) -> bool:
    """Tell whether the token is a capital with points: "St.", "N.C."."""
    return token.text[0].isupper() and token.text.endswith(".") and len(token.text) > 2


def _runs(doc: Doc) -> Iterator[Span]:
    """Yield the longest stretches of capitalised words that no entity covers."""
    start: int | None = None
    for token in doc:
        if _is_name(token) and token.ent_iob_ in ("", "O"):
            if start is None:
                start = token.i
        elif start is not None:
            yield doc[start : token.i]
            start = None
    if start is not None:
        yield doc[start:]


def _in_context(run: Span) -> Iterator[Span]:
    """Yield the parts of a run of capitalised words that its surroundings make a place."""
    doc = run.doc
    before = doc[run.start - 1] if run.start else None
    after = doc[run.end : min(run.end + 6, len(doc))]
    entries = places_named(run.text)
    if _has_container(run, after) and len(run) <= _LONGEST:
        yield run
    elif not entries or run.text.lower() in place_words("no_place"):
        return
    elif (
        before is not None
        and before.lower_ in place_words("preposition")
        and _is_known(run, entries)
    ):
        yield run
    elif run.text.isupper() and _DATELINE.match(after.text) and _opens_block(run):
        yield run


def _has_container(run: Span, after: Span) -> bool:
    """Tell whether a state or country stands behind: "Cookville, Texas", "Logan, Mo."."""
    if len(after) < 2 or after[0].text != ",":
        return False
    for length in (3, 2, 1):
        words = after[1 : 1 + length]
        if not words or not _is_name(words[0]):
            continue
        entries = load().lookup(words.text)
        if any(e.use == "abbreviation" and _is_short(words.text) for e in entries):
            return bool(load().lookup(run.text)) or run[-1].pos_ == "PROPN"
        if any(e.kind in ("region", "country") and e.use == "name" for e in entries):
            return any(e.kind in ("city", "district") for e in load().lookup(run.text))
    return False


def _is_short(text: str) -> bool:
    return "." in text or (text.isupper() and len(text) == 2)


def _is_known(run: Span, entries: list[Entry]) -> bool:
    """Tell whether the gazetteer is sure enough of a name behind a preposition."""
    if not any(token.pos_ == "PROPN" for token in run):
        return False
    return len(run) > 1 or any(e.kind != "city" or e.population > _KNOWN_TOWN for e in entries)


def _opens_block(run: Span) -> bool:
    blocks = run.doc.spans.get("claimx_blocks", [])
    if any(block.label_ == "dateline" and block.start <= run.start < block.end for block in blocks):
        return True
    before = run.doc[run.start - 1] if run.start else None
    return before is None or before.is_space or before.is_sent_end or before.text in ".!?"


def places_named(text: str) -> list[Entry]:
    """Return the places that a text can name by itself: no abbreviation, no adjective."""
    return [e for e in load().lookup(text) if e.use in ("name", "alternate")]


def _county_names(doc: Doc) -> Iterator[Span]:
    """Yield "Laurel County", also inside "Laurel County Sheriff's Office"."""
    for token in doc:
        if token.lower_ in _COUNTY and token.text[0].isupper() and token.i:
            for length in (3, 2, 1):
                start = token.i - length
                if start >= 0 and all(_is_name(word) for word in doc[start : token.i]):
                    span = doc[start : token.i + 1]
                    if load().lookup(span.text):
                        yield span
                        break


def _town_of_body(ent: Span) -> Span | None:
    """Return the town in the name of its police, council, schools …, None without one."""
    start = ent.start
    while start < ent.end and (ent.doc[start].is_space or ent.doc[start].lower_ == "the"):
        start += 1
    for length in (3, 2, 1):
        end = start + length
        if end < ent.end and ent.doc[end].lower_ in place_words("body"):
            span = ent.doc[start:end]
            if all(_is_name(word) for word in span) and _names_town(span.text):
                return span
    return None


def _names_town(text: str) -> bool:
    if text.lower() in place_words("no_place"):
        return False
    return any(e.kind in ("city", "region", "country") for e in places_named(text))
