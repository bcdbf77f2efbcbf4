"""Whether a noun phrase says where or when, and which of its words do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from claimx.doc import Doc, Span, Token
from claimx.rules.tree import first_child, phrase, preposition
from claimx.rules.wordlists import circumstance

# "since March" is not "in March": these stay in the phrase
_TELLING = frozenset(
    "after|before|since|until|till|by|between|within|following|prior to|ahead of|as of|up to".split(
        "|"
    )
)
ALWAYS_TIME = frozenset(
    {"after", "before", "since", "until", "till", "during", "following", "prior to"}
)
_DURING = frozenset({"in", "at", "during", "on"})
_SPELLS = frozenset({"half", "quarter", "period", "season"})
_ORDINALS = frozenset("first second third fourth fifth sixth seventh last next only".split())
_PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
_COMPASS = frozenset("north south east west northern southern eastern western central".split())


@dataclass(frozen=True, slots=True)
class Known:
    """Which tokens of a Doc stand in a known place name or time expression."""

    places: frozenset[int] = field(default_factory=frozenset)
    times: frozenset[int] = field(default_factory=frozenset)

    @classmethod
    def of(cls, doc: Doc, places: Sequence[Span], times: Sequence[Span]) -> "Known":
        """Collect the tokens of ``places`` and ``times`` and of the Doc's own entities."""
        where = _tokens(places) | {t.i for t in doc if t.ent_type_ in _PLACE_ENTITIES}
        when = _tokens(times) | {t.i for t in doc if t.ent_type_ in ("DATE", "TIME")}
        return cls(frozenset(where - when), frozenset(when))


def _tokens(spans: Iterable[Span]) -> set[int]:
    return {i for span in spans for i in range(span.start, span.end)}


def is_time(part: Token, prep: str, known: Known) -> bool:
    """Tell whether a noun phrase with preposition ``prep`` ("" for none) says when."""
    if part.i in known.times:
        return (
            prep == "" or prep in circumstance("time_preposition") and prep not in ("of", "about")
        )
    if part.pos_ not in ("NOUN", "PROPN", "NUM", "PRON", "ADV", "ADJ", "SYM"):
        return False
    if is_ordinal_time(part, prep) or prep in _DURING and _has_time(part, known):
        return True
    if prep in ALWAYS_TIME:
        if prep == "before" and (
            part.lemma_ in circumstance("not_before") or part.ent_type_ in ("PERSON", "ORG")
        ):
            return False
        return part.i not in known.places or prep == "during"
    if part.lower_ in circumstance("time_noun") or part.lemma_ in circumstance("time_noun"):
        if prep == "":
            return part.dep_ in ("obl:unmarked", "nmod:unmarked", "obl")
        if part.lower_ == "time" and not any(child.relation != "case" for child in part.lefts):
            return False  # "found in time"
        return prep in (
            "in",
            "on",
            "at",
            "for",
            "over",
            "within",
            "by",
            "throughout",
            "from",
            "around",
        )
    return False


def is_ordinal_time(part: Token, prep: str) -> bool:
    """Tell whether a phrase counts times or halves: "for the third time", "in the first half"."""
    if not any(child.lower_ in _ORDINALS for child in part.lefts):
        return False
    if part.lemma_ == "time":
        return prep == "for"
    spell = part.lemma_ in _SPELLS and prep in ("in", "during")
    return spell and first_child(part, "nmod") is None


def _has_time(part: Token, known: Known) -> bool:
    """Tell whether an event has its time before it: "in Sunday's election"."""
    return any(child.dep_ == "nmod:poss" and child.i in known.times for child in part.lefts)


def time_span(part: Token, prep: str) -> Span:
    """Return a time phrase, with its preposition where that tells more: "since March"."""
    return phrase(part, adposition=prep in _TELLING or (prep == "from" and _is_range(part)))


def _is_range(part: Token) -> bool:
    return any(preposition(child) in ("to", "until", "through") for child in part.rights)


def is_place(part: Token, known: Known) -> bool:
    """Tell whether a noun phrase names a place, by gazetteer or by its noun."""
    if part.i in known.places:
        return True
    if part.ent_type_ in ("EVENT", "MISC") and preposition(part) in ("in", "at"):
        return True
    if part.ent_type_ in ("PERSON", "NORP", "MONEY", "PERCENT"):
        return False
    if part.pos_ == "PROPN" and not part.ent_type_:
        if any(c.relation in ("compound", "flat") and c.i in known.places for c in part.children):
            return True  # "Washington D.C.", whichever half the gazetteer took
    lemma = part.lemma_.lower()
    if is_ordinal_time(part, preposition(part)):
        return False
    if lemma == "office" and not any(True for _ in part.lefts if _.dep_ != "case"):
        return False  # "in office"
    if lemma in circumstance("place_noun"):
        return True
    if lemma in circumstance("part_noun"):
        if any(child.lower_ in _COMPASS or child.i in known.places for child in part.lefts):
            return True
        below = first_child(part, "nmod")
        if below is None:
            return False
        return below.i != part.i and is_place(below, known)
    return False


def place_span(part: Token, known: Known) -> Span:
    """Return a place phrase with the larger place that a comma sets off: "Graz, Austria".

    Without the other end of a way: "Oslo" in "from Oslo to Graz".
    """
    away = preposition(part) == "from"
    cut = frozenset(c.i for c in part.rights if away and preposition(c) in ("to", "into"))
    span = phrase(part, cut=cut)
    for child in part.rights:
        if (
            child.relation in ("appos", "nmod", "list")
            and child.i in known.places
            and child.i >= span.end
            and child.i not in cut
        ):
            span = part.doc.span(span.start, child.i + 1)
    return span
