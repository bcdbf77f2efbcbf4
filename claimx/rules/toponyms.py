"""Where an article names a place: the model's names cut to size, and what the gazetteer adds.

A name alone is no reason: "Washington" may be a man and "Reading" a pastime.  The gazetteer adds a
name that the model left unnamed, or gave to a person, when it stands behind a place preposition,
before its state or country, in a dateline, with its noun ("Laurel County"), or when the article
uses the same name as a place elsewhere.  Inside the name of a body or building it finds the town
that the body belongs to: "Gainesville Police".
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from claimx.doc import Doc, Span, Token
from claimx.gazetteer.index import Entry, load
from claimx.gazetteer.names import normalise
from claimx.rules.place_words import place_words

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_COUNTY = frozenset({"county", "parish", "township", "twp."})
_DASHES = frozenset({"-", "–", "—", "/"})
_SURE = frozenset({"in", "near", "outside"})
_LONGEST, _KNOWN_TOWN = 5, 15_000
_DATELINE = re.compile(r"^\s*(?:,\s+[A-Z][\w.]*\s*)?(?:\([^)]{2,20}\)\s*)?(?:[-–—]+|:)\s")


class _Finds:
    """Spans that do not overlap; the first come stays."""

    def __init__(self) -> None:
        self.spans: dict[int, Span] = {}
        self._taken: set[int] = set()

    def add(self, spans: Iterable[Span]) -> None:
        for span in spans:
            if self._taken.isdisjoint(range(span.start, span.end)):
                self.spans[span.start] = span
                self._taken.update(range(span.start, span.end))


def find_toponyms(doc: Doc) -> list[Span]:
    """Return the stretches of the Doc that name a place, in text order; none overlap."""
    finds = _Finds()
    finds.add(_joined(doc))
    finds.add(_county_names(doc))
    places = [part for ent in doc.ents if ent.label_ in PLACE_LABELS for part in _parts(ent)]
    whole = [span for part in places if (span := _core(part))]
    known = {normalise(span.text) for span in [*whole, *finds.spans.values()]}
    finds.add(whole)
    bodies = [ent for ent in doc.ents if ent.label_ in ("ORG", "FAC")]
    bodies += [part for part in places if part.label_ != "FAC" and not _core(part)]
    finds.add(town for ent in bodies if (town := _town_of_body(ent, known)))
    finds.add(part for part in places if _is_likely(part))
    named = {token.i for ent in doc.ents if ent.label_ not in PLACE_LABELS for token in ent}
    runs = list(_runs(doc))
    free = [run for run in runs if named.isdisjoint(range(run.start, run.end))]
    finds.add(span for run in free for span in _in_context(run))
    finds.add(run for run in runs if _is_party_home(run))
    finds.add(_misnamed(doc))
    known = {normalise(s.text) for s in finds.spans.values() if places_named(s.text)}
    finds.add(run for run in free if normalise(run.text) in known)
    return [finds.spans[start] for start in sorted(finds.spans)]


def demonym_spans(doc: Doc) -> list[Span]:
    """Return the adjectives and words for people that belong to a place: "Syrian", "Texans"."""
    words = (ent for ent in doc.ents if ent.label_ in ("NORP", "MISC", "GPE", "LOC"))
    trimmed = (span for ent in words if (span := trim(ent)))
    spans = {(span.start, span.end): span for span in trimmed if _is_demonym(span.text)}
    covered = {i for start, end in spans for i in range(start, end)}
    for token in doc:
        if token.i not in covered and token.is_title and token.ent_type_ != "PERSON":
            if token.pos_ in ("ADJ", "PROPN", "NOUN") and _is_demonym(token.text):
                spans[token.i, token.i + 1] = doc.span(token.i, token.i + 1)
    return [spans[key] for key in sorted(spans)]


def _is_demonym(text: str) -> bool:
    entries = load().lookup(text)
    if not any(entry.use in ("adjective", "people") for entry in entries):
        return False
    names = [entry for entry in entries if entry.use == "name"]
    return all(e.kind == "city" and e.population < _KNOWN_TOWN for e in names)


def places_named(text: str) -> tuple[Entry, ...]:
    """Return the places that a text can name by itself: no abbreviation, no adjective."""
    return tuple(e for e in load().lookup(text) if e.use in ("name", "alternate"))


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
    if token.is_space or token.text in _POSSESSIVE or token.text in ',;:"“”()[]-–—':
        return True
    return first and token.lower_ == "the"


def _with_point(span: Span) -> Span:
    """Return the span with the point of its abbreviation, if that is a token of its own: "W.Va.".

    A point that also ends the sentence is the abbreviation's all the same.
    """
    doc = span.doc
    if span.end < len(doc) and doc[span.end].text == "." and not doc[span.end - 1].whitespace_:
        entries = load().lookup(span.text)
        if not span.text.islower() and {entry.use for entry in entries} == {"abbreviation"}:
            return Span(doc, span.start, span.end + 1, span.label_)
    return span


def _parts(ent: Span) -> Iterator[Span]:
    """Yield the names in an entity: "Springfield, Illinois" and "Washington-Moscow" are two."""
    whole = trim(ent)
    if whole is not None and len(whole) > 1 and load().lookup(whole.text):
        yield whole
        return
    start = ent.start
    for token in ent:
        line = token.is_space and "\n" in token.text
        if (
            token.text == ","
            or line
            or token.text in _DASHES
            and _parts_places(ent, start, token.i)
        ):
            yield from _trimmed(ent, start, token.i)
            start = token.i + 1
    yield from _trimmed(ent, start, ent.end)


def _parts_places(ent: Span, start: int, dash: int) -> bool:
    """Tell whether a dash stands between two places, and not inside a name."""
    sides = (trim(ent.doc.span(start, dash)), trim(ent.doc.span(dash + 1, ent.end)))
    return all(side is not None and bool(places_named(side.text)) for side in sides)


def _trimmed(ent: Span, start: int, end: int) -> Iterator[Span]:
    part = trim(Span(ent.doc, start, end, ent.label_)) if start < end else None
    if part is not None:
        yield part


def _core(part: Span) -> Span | None:
    """Return what the gazetteer knows of a place name: "Ontario" of "Province of Ontario"."""
    doc, start, end = part.doc, part.start, part.end
    nouns = place_words("city") | place_words("region") | place_words("country")
    if load().lookup(part.text):
        return _with_point(part)
    if len(part) > 2 and doc[start].lower_ in nouns and doc[start + 1].lower_ == "of":
        start += 2
    while start < end - 1 and doc[start].lower_ in place_words("direction"):
        start += 1
    while start < end - 1 and doc[start].text in _DASHES:
        start += 1
    if start < end and load().lookup(doc.span(start, end).text):
        return Span(doc, start, end, part.label_)
    if end - start > 1 and doc[end - 1].lower_ in nouns:
        rest = doc.span(start, end - 1)
        if load().lookup(rest.text):
            return Span(doc, start, end - 1, part.label_)
    return None


def _is_likely(part: Span) -> bool:
    """Tell whether to believe the model about a place that the gazetteer lacks.

    Yes for a building or natural place, behind a place preposition and before a container.
    """
    doc = part.doc
    if part.label_ != "GPE":
        return True
    if not part[0].text[0].isupper() or part.text.lower() in place_words("no_place"):
        return False
    before = doc[part.start - 1].lower_ if part.start else ""
    return before in _SURE or _has_container(part) or f"{part.text} County" in load()


def _is_name(token: Token) -> bool:
    text = token.text
    if not text[0].isupper() or token.lower_ == "the":
        return False
    return token.is_alpha or text.endswith(".") and len(text) > 1


def _runs(doc: Doc) -> Iterator[Span]:
    """Yield the longest stretches of capitalised words, cut where entities begin and end."""
    start: int | None = None
    for token in doc:
        if start is not None and not (_is_name(token) and _goes_on(token)):
            yield doc.span(start, token.i)
            start = None
        if start is None and _is_name(token):
            start = token.i
    if start is not None:
        yield doc.span(start, len(doc))


def _goes_on(token: Token) -> bool:
    """Tell whether a token belongs to the entity, or to none, like the one before it."""
    if token.ent_iob_ == "B":
        return False
    return token.ent_iob_ == "I" or not token.doc[token.i - 1].ent_type_


def _in_context(run: Span) -> Iterator[Span]:
    """Yield a run of capitalised words if its surroundings make it a place."""
    doc = run.doc
    before = doc[run.start - 1].lower_ if run.start else ""
    entries = places_named(run.text)
    if run.text.lower() in place_words("no_place"):
        return
    if len(run) <= _LONGEST and (_has_container(run) or _is_called(run)):
        yield run
    elif entries and before in place_words("preposition") and _is_known(run, entries):
        yield run
    elif entries and run.text.isupper() and _opens_block(run):
        yield run
    elif _is_unmistakable(run, entries):
        yield run


def _is_unmistakable(run: Span, entries: Sequence[Entry]) -> bool:
    """Tell whether a name is a country's and nothing else's: "Iraq", "U.S.", but not "Chad"."""
    if not entries or run.text.lower() == run.text or run[-1].pos_ not in ("PROPN", "ADJ"):
        return False
    return max(entries, key=lambda e: e.population).kind == "country" and not any(
        e.kind != "country" and e.population > _KNOWN_TOWN for e in entries
    )


def _is_called(run: Span) -> bool:
    """Tell whether the article says what the run is: "the city of Sacheon"."""
    doc = run.doc
    if run.start < 2 or doc[run.start - 1].lower_ != "of" or run[-1].pos_ != "PROPN":
        return False
    noun = doc[run.start - 2].lower_
    return any(noun in place_words(group) for group in ("city", "region", "country", "island"))


def _has_container(run: Span) -> bool:
    """Tell whether a state or country stands behind: "Cookville, Texas", "Logan, Mo."."""
    doc = run.doc
    after = doc[run.end : run.end + 5]
    if len(after) < 2 or after[0].text != ",":
        return False
    for length in (3, 2, 1):
        words = doc.span(run.end + 1, run.end + 1 + length).text
        if not _is_name(after[1]):
            continue
        entries = load().lookup(words)
        if any(e.use == "abbreviation" for e in entries) and _is_short(words):
            return bool(load().lookup(run.text)) or run[-1].pos_ == "PROPN"
        if any(e.kind in ("region", "country") and e.use == "name" for e in entries):
            before = doc[run.start - 1].lower_ if run.start else ""
            if before in place_words("preposition") and run[-1].pos_ == "PROPN":
                return True
            return any(e.kind in ("city", "district") for e in load().lookup(run.text))
    return False


def _is_short(text: str) -> bool:
    return "." in text or (text.isupper() and len(text) == 2)


def _is_known(run: Span, entries: Sequence[Entry]) -> bool:
    """Tell whether the gazetteer is sure enough of a name behind a preposition."""
    if not any(token.pos_ == "PROPN" for token in run):
        return False
    return len(run) > 1 or any(e.kind != "city" or e.population > _KNOWN_TOWN for e in entries)


def _opens_block(run: Span) -> bool:
    """Tell whether a name in capitals is a dateline: "GENEVA (Agency) – "."""
    doc = run.doc
    if not _DATELINE.match(doc.span(run.end, min(run.end + 10, len(doc))).text + " "):
        return False
    before = doc[run.start - 1] if run.start else None
    return before is None or before.is_space or before.text[-1] in ".!?"


def _is_party_home(run: Span) -> bool:
    """Tell whether the run is what a politician stands for: "D-Charleston"."""
    doc = run.doc
    if run.start < 2 or doc[run.start - 1].text not in _DASHES:
        return False
    if doc[run.start - 2].text not in ("R", "D", "DFL"):
        return False
    return run.text in load() or f"{run.text} County" in load()


def _joined(doc: Doc) -> Iterator[Span]:
    """Yield names of several words that the model cut: "Trinidad and Tobago"."""
    for ent in doc.ents:
        if ent.label_ not in PLACE_LABELS or ent.end + 1 >= len(doc):
            continue
        if doc[ent.end].lower_ in ("and", "of", "-") and _is_name(doc[ent.end + 1]):
            for end in (ent.end + 3, ent.end + 2):
                span = trim(doc.span(ent.start, min(end, len(doc))))
                if span is not None and span.end > ent.end + 1 and places_named(span.text):
                    yield span
                    break


def _misnamed(doc: Doc) -> Iterator[Span]:
    """Yield "persons" with the name of a place who stand where only a place can.

    Behind "in", or in a dateline, or behind an age: "Ann Lee, 14, from Botley".
    """
    full = {ent[-1].text for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1}
    for ent in doc.ents:
        if ent.label_ != "PERSON" or ent.text in full or not places_named(ent.text):
            continue
        before = doc[ent.start - 1].lower_ if ent.start else ""
        aged = before == "from" and ent.start > 1 and doc[ent.start - 2].text == ","
        if before in _SURE or aged or ent.text.isupper() and _opens_block(ent):
            yield ent


def _county_names(doc: Doc) -> Iterator[Span]:
    """Yield "Laurel County", also inside "Laurel County Sheriff's Office"."""
    for token in doc:
        if token.lower_ not in _COUNTY or not token.text[0].isupper():
            continue
        for length in (3, 2, 1):
            words = doc[max(token.i - length, 0) : token.i]
            if len(words) == length and all(map(_is_name, words)):
                span = doc.span(words[0].i, token.i + 1)
                if load().lookup(span.text) or length == 1 and token.lower_ != "parish":
                    yield span
                    break


def _town_of_body(ent: Span, known: set[str]) -> Span | None:
    """Return the town in the name of its police, school, hospital …, None without one.

    A town that the article names elsewhere is taken with any body, others only with public ones.
    """
    start = ent.start
    while start < ent.end and (ent.doc[start].is_space or ent.doc[start].lower_ == "the"):
        start += 1
    for length in (3, 2, 1):
        end = start + length
        if end >= ent.end or not all(map(_is_name, ent.doc[start:end])):
            continue
        span = Span(ent.doc, start, end, "GPE")
        if span.text.lower() in place_words("no_place"):
            continue
        is_public = ent.doc[end].lower_ in place_words("body")
        shorter = ent.doc.span(start, end - 1)
        if (
            length > 1
            and ent.doc[end - 1].lower_ in place_words("body")
            and places_named(shorter.text)
        ):
            continue  # "Dublin City Council" is Dublin's
        if is_public and places_named(span.text) or normalise(span.text) in known:
            return span
    return None
