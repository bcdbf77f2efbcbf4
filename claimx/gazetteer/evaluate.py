"""Measure places on an annotated corpus: ``python -m claimx.gazetteer.evaluate lgl.xml [MODEL]``.

The corpus is XML as in the Local-Global Lexicon (Lieberman et al. 2010): articles with ``text`` and
``toponyms`` (``start``, ``end``, and ``gaztag`` with ``lat``, ``lon``, ``country`` where located).
"Toponym" there covers names of places and adjectives made of them ("Russian"), so that both the
toponyms and the demonyms of :mod:`claimx.rules.places` count.

``toponym``   a found stretch is right when its start and end are an annotated toponym's; stretches
              have no article and no possessive ending.  ``overlap`` counts any shared character.
``country``   of the right ones whose annotation has a country, the share with that country
``161 km``    of the right ones whose annotation has a point, the share within 100 miles of it;
              a place that is not told counts as wrong in both
``given``     the same two with the annotated stretches given, so that only resolution is measured
"""

import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimx.doc import Doc, Span
from claimx.gazetteer.geometry import great_circle
from claimx.gazetteer.index import load as load_gazetteer
from claimx.records import Place

WITHIN_KM = 161.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A toponym of the corpus, in code points; country as a name, None where not given."""

    start: int
    end: int
    country: str | None
    point: tuple[float, float] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Counts over articles, and what follows from them."""

    annotated: int = 0
    found: int = 0
    right: int = 0
    overlapping: int = 0
    countries: int = 0
    right_countries: int = 0
    points: int = 0
    near_points: int = 0

    def __add__(self, other: "Scores") -> "Scores":
        names = self.__slots__
        return Scores(**{name: getattr(self, name) + getattr(other, name) for name in names})

    @property
    def precision(self) -> float:
        """Share of the found toponyms that are annotated."""
        return self.right / max(self.found, 1)

    @property
    def recall(self) -> float:
        """Share of the annotated toponyms that are found."""
        return self.right / max(self.annotated, 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall of exact stretches."""
        return 2 * self.right / max(self.found + self.annotated, 1)

    @property
    def overlap_f1(self) -> float:
        """The same when any shared character will do."""
        return 2 * self.overlapping / max(self.found + self.annotated, 1)

    @property
    def country(self) -> float:
        """Share with the annotated country."""
        return self.right_countries / max(self.countries, 1)

    @property
    def near(self) -> float:
        """Share with a point within 161 km."""
        return self.near_points / max(self.points, 1)


def read_corpus(path: Path) -> Iterator[tuple[str, tuple[Annotated, ...]]]:
    """Yield each article's text and its toponyms in text order."""
    for article in ElementTree.parse(path).getroot().iter("article"):
        toponyms = sorted(map(_read, article.iter("toponym")), key=lambda one: (one.start, one.end))
        yield article.findtext("text", ""), tuple(toponyms)


def _read(element: ElementTree.Element) -> Annotated:
    tag = element.find("gaztag")
    start, end = int(element.findtext("start", "0")), int(element.findtext("end", "0"))
    if tag is None:
        return Annotated(start=start, end=end, country=None, point=None)
    point = (float(tag.findtext("lat", "")), float(tag.findtext("lon", "")))
    return Annotated(start=start, end=end, country=tag.findtext("country"), point=point)


def score(annotated: Sequence[Annotated], found: Sequence[tuple[int, int, Place | None]]) -> Scores:
    """Return the counts of one article; ``found`` is (start, end, place)."""
    left = {(one.start, one.end): one for one in annotated}
    total = Scores(annotated=len(left), found=len(found))
    overlapping: set[tuple[int, int]] = set()
    for start, end, place in found:
        near = next((at for at in left if at[0] < end and start < at[1]), None)
        if near is not None and near not in overlapping:
            overlapping.add(near)
            total += Scores(overlapping=1)
        one = left.get((start, end))
        if one is not None:
            total += Scores(right=1) + _score_place(one, place)
    return total


def _score_place(one: Annotated, place: Place | None) -> Scores:
    code = country_code(one.country) if one.country else None
    result = Scores(
        countries=code is not None,
        right_countries=code is not None and place is not None and place.country == code,
        points=one.point is not None,
    )
    if one.point and place and place.latitude is not None and place.longitude is not None:
        if great_circle(*one.point, place.latitude, place.longitude) <= WITHIN_KM:
            result += Scores(near_points=1)
    return result


def country_code(name: str) -> str | None:
    """Return the ISO 3166-1 code of a country's name, None for one that the gazetteer lacks."""
    entries = load_gazetteer().lookup(name)
    return next((e.country for e in entries if e.kind == "country" and e.use == "name"), None)


def evaluate(path: Path, model: str | None) -> tuple[Scores, Scores]:
    """Return the scores of the pipeline's own toponyms, and those of given ones."""
    from claimx.language import load
    from claimx.language.snapshot import snapshot

    nlp = load(model)
    own, given = Scores(), Scores()
    for text, annotated in read_corpus(path):
        one, other = score_doc(snapshot(nlp(text)), annotated)
        own += one
        given += other
    return own, given


def score_doc(doc: Doc, annotated: Sequence[Annotated]) -> tuple[Scores, Scores]:
    """Return the scores of one Doc: its own toponyms, and the given ones resolved."""
    from claimx.rules.places import find_demonyms, find_places, locate

    found = [(*_bounds(span), place) for span, place in [*find_places(doc), *find_demonyms(doc)]]
    spans = [doc.char_span(one.start, one.end) for one in annotated]
    stretches = [
        (one, span) for one, span in zip(annotated, spans, strict=True) if span is not None
    ]
    given = Scores(annotated=len(stretches), found=len(stretches), right=len(stretches))
    for (one, _), (_, place) in zip(
        stretches, locate(doc, [span for _, span in stretches]), strict=True
    ):
        given += _score_place(one, place)
    return score(annotated, found), given


def _bounds(span: Span) -> tuple[int, int]:
    return span.start_char, span.end_char


def main(arguments: list[str]) -> None:
    """Print the scores of the corpus named first, with the model named second."""
    own, given = evaluate(Path(arguments[0]), arguments[1] if len(arguments) > 1 else None)
    lines = [
        f"toponym   precision {own.precision:.3f}  recall {own.recall:.3f}  F1 {own.f1:.3f}"
        f"  overlap F1 {own.overlap_f1:.3f}  ({own.right} of {own.annotated})",
        f"country   {own.country:.3f} of {own.countries}",
        f"161 km    {own.near:.3f} of {own.points}",
        f"given     country {given.country:.3f} of {given.countries}"
        f"  161 km {given.near:.3f} of {given.points}",
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
