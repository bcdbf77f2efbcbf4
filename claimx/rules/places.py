"""Put the places that an article names on the map.

Country, region and town are told apart by what the article says: the noun beside the name ("the
state of Georgia"), the place named behind it ("Springfield, Illinois"), and all its other places;
see :mod:`claimx.gazetteer.resolve`.  What cannot be told is None, or has its country only.
"""

import re
from collections.abc import Sequence

from claimx.doc import Doc, Span
from claimx.gazetteer.geometry import lies_in
from claimx.gazetteer.index import Entry, load
from claimx.gazetteer.resolve import Meaning, Toponym, resolve
from claimx.records import Place
from claimx.rules.place_words import place_words
from claimx.rules.toponyms import demonym_spans, find_toponyms, places_named

Located = list[tuple[Span, Place | None]]

_INSIDE = re.compile(
    r"^\s*(?:,?\s*(?:in|of)|,|\()\s+(?:the\s+)?"
    r"(?:(?:central|(?:north|south)?-?(?:east|west|north|south)(?:ern)?)\s+)?(?:the\s+)?$|^\s*\($"
)
_OWNER = re.compile(r"^\s*['’]s\s+(?:[\w-]+\s+){0,3}$")
_COUNTIES = re.compile(
    r"^(?:\s*,?\s*(?:and|or|&|,)\s+[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)?)*\s+(counties|parishes)\b"
)
_KINDS = {
    "city": frozenset({"city", "district"}),
    "region": frozenset({"region", "district"}),
    "country": frozenset({"country"}),
}
_CONTAINERS = frozenset({"country", "region", "district"})


def find_places(doc: Doc) -> Located:
    """Return every stretch that names a place, in text order, with the place where it can be told.

    A toponym that the gazetteer lacks but that is named inside another place ("Cookville, Texas")
    has the country and no point.  People and organisations are no places, but the town in
    "Gainesville Police" is.
    """
    return _resolve(doc, find_toponyms(doc), demonym_spans(doc))[0]


def find_demonyms(doc: Doc) -> Located:
    """Return every adjective or word for people that has a place ("Syrian"), with the place."""
    return _resolve(doc, find_toponyms(doc), demonym_spans(doc))[1]


def locate(doc: Doc, spans: Sequence[Span]) -> Located:
    """Return the given spans with their places, read in the light of one another."""
    return _resolve(doc, spans, [])[0]


def _resolve(doc: Doc, spans: Sequence[Span], demonyms: Sequence[Span]) -> tuple[Located, Located]:
    """Resolve toponyms and demonyms together: each is context for the others."""
    toponyms = _read(doc, spans)
    taken = {i for span in spans for i in range(span.start, span.end)}
    people = [span for span in demonyms if taken.isdisjoint(range(span.start, span.end))]
    for span in people:
        entries = [e for e in load().lookup(span.text) if e.use in ("adjective", "people")]
        toponyms.append(Toponym(name=span.text, candidates=tuple(entries)))
    meanings = resolve(toponyms)
    located = [
        (span, _place(toponym, meaning, meanings))
        for span, toponym, meaning in zip([*spans, *people], toponyms, meanings, strict=True)
    ]
    return located[: len(spans)], located[len(spans) :]


def _read(doc: Doc, spans: Sequence[Span]) -> list[Toponym]:
    """Return the toponyms with their candidates and, by position, what contains them."""
    text = doc.text
    candidates = [_candidates(span, text) for span in spans]
    within: list[int | None] = [None] * len(spans)
    for n in range(len(spans) - 1):
        between = text[spans[n].end_char : spans[n + 1].start_char]
        for part, whole, said in ((n, n + 1, _INSIDE), (n + 1, n, _OWNER)):
            if said.match(between) and _can_contain(candidates[part], candidates[whole]):
                within[part] = whole
    return [
        Toponym(name=_name(span), candidates=tuple(entries), within=container)
        for span, entries, container in zip(spans, candidates, within, strict=True)
    ]


def _can_contain(part: Sequence[Entry], whole: Sequence[Entry]) -> bool:
    containers = [entry for entry in whole if entry.kind in _CONTAINERS]
    if not part:
        return any(entry.kind in ("country", "region") for entry in containers)
    return any(lies_in(entry, container) for entry in part for container in containers)


def _candidates(span: Span, article: str) -> Sequence[Entry]:
    """Return the places that a toponym can mean, fewer where a noun beside it tells the kind."""
    text = _name(span)
    if text.lower() in place_words("direction"):
        # "the North" is a country only where the article is about Korea.
        return places_named(f"{text} Korea") if "Korea" in article else ()
    if _COUNTIES.match(article[span.end_char : span.end_char + 120]):
        counties = places_named(f"{text} County") + places_named(f"{text} Parish")
        if counties:
            return counties
    entries: Sequence[Entry] = load().lookup(text)
    if not _is_abbreviation(span):
        entries = [entry for entry in entries if entry.use != "abbreviation"]
    entries = [entry for entry in entries if entry.use not in ("adjective", "people")] or entries
    for shorter in _shorter(text):
        if entries:
            break
        entries = places_named(shorter)
    if not entries:
        entries = places_named(f"{text} County")
    kinds = _told_kinds(span)
    return [entry for entry in entries if entry.kind in kinds] or entries


def _name(span: Span) -> str:
    return " ".join(span.text.split())


def _is_abbreviation(span: Span) -> bool:
    """Tell whether the span may stand for a state: "Ky." anywhere, "KY" behind a comma."""
    if "." in span.text:
        return True
    before = span.doc[span.start - 1].text if span.start else ""
    return before == "," and span.text.isupper()


def _shorter(text: str) -> list[str]:
    """Return the name without direction or generic noun: "northern Syria", "Homs province"."""
    words = text.split()
    names: list[str] = []
    rest = words
    while len(rest) > 1 and rest[0].lower() in place_words("direction"):
        rest = rest[1:]
        names.append(" ".join(rest))
    nouns = (
        place_words("city") | place_words("region") | place_words("country") | {"district", "area"}
    )
    if len(rest) > 1 and rest[-1].lower() in nouns:
        names.append(" ".join(rest[:-1]))
    if len(rest) > 2 and rest[0].lower() in nouns and rest[1] == "of":
        names.append(" ".join(rest[2:]))
    if text.endswith(("'s", "’s")):
        names.append(text[:-2])
    return names


def _told_kinds(span: Span) -> frozenset[str]:
    """Return the kinds that the noun beside the name allows: "the city of Homs"."""
    doc = span.doc
    nouns = []
    if span.start > 1 and doc[span.start - 1].lower_ == "of":
        nouns.append(doc[span.start - 2].lower_)
    elif span.start and doc[span.start - 1].is_lower:
        nouns.append(doc[span.start - 1].lower_)
    if span.end < len(doc):
        nouns.append(doc[span.end].lower_)
    nouns.append(span[-1].lower_)
    for noun in nouns:
        for group, kinds in _KINDS.items():
            if noun in place_words(group) and noun != span.text.lower():
                return kinds
    return frozenset()


def _place(toponym: Toponym, meaning: Meaning, meanings: Sequence[Meaning]) -> Place | None:
    """Return the record: the place, or what is known of one without a point, or None."""
    entry = meaning.entry
    if entry is not None:
        return Place(
            name=entry.name,
            country=entry.country,
            geonameid=entry.geonameid,
            latitude=round(entry.latitude, 5),
            longitude=round(entry.longitude, 5),
            kind=entry.kind,
        )
    country = meaning.country
    if not toponym.candidates and toponym.within is not None:
        country = meanings[toponym.within].country
    if country is None:
        return None
    kind = toponym.candidates[0].kind if toponym.candidates else "place"
    return Place(
        name=toponym.name, country=country, geonameid=None, latitude=None, longitude=None, kind=kind
    )
