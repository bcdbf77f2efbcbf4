"""How much each claim matters: a weighted sum of a dozen signs, pressed into 0 to 1.

Each sign lies between 0 and 1 and can be read off the records, so the number can be explained.
``claimx/docs/salience.md`` says what each sign is for and how the weights were found.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache

from claimx.records import Claim, Entity
from claimx.wording import content_words, share

_FIRST_PERSON = frozenset({"i", "we", "me", "us", "you", "my", "our"})
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?"
    r"|thousands?|millions?|billions?|half|twice|double[ds]?)\b",
    re.IGNORECASE,
)
# "Officials had earlier put the toll at 24": what the article itself puts right.
_OUTDATED = re.compile(
    r"\bhad (?:\w+ )?(?:earlier|previously|initially|originally|at first)\b", re.I
)
# Clauses that only describe; "after 40 people had been found" may be the news.
_SIDE = frozenset({"relative", "cleft"})
# Verbs of being, and verbs that only say that the subject took place.
_STATES = frozenset(
    {"be", "have", "include", "consist", "contain", "comprise", "belong", "mean", "remain"}
    | {"come", "happen", "occur"}
)
_BULLETS = frozenset({"", "-", "•", "*", "·", "–"})
_STOPS = frozenset('.!?…"”’»)')
# What is to come: news looks ahead, and so do those who sum it up.  What may come is half that.
_MAYBE = re.compile(r"(?:may|might|could|would)\b(?! (?:not )?have\b)", re.IGNORECASE)
_OUTLOOK = re.compile(
    # "would not have been found" looks back
    r"(?:will|'ll)\b(?! (?:not )?have\b)"
    r"|(?:is|are|was|were) (?:\w+ )?(?:expected|due|set|likely|scheduled)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What speaks for and against a claim, each from 0 to 1."""

    early: float
    opening: float
    event: float
    headline: float
    lead: float
    central: float
    prominence: float
    attributed: float
    numbers: float
    outlook: float
    length: float
    side: float
    aside: float


# Fitted by ridge regression on eight articles, rounded, and mended where ten others disagreed; what
# so few cannot settle (headline, prominence, repetition) is held at a small positive value.
WEIGHTS = Signs(
    early=1.0,
    opening=0.8,
    event=1.3,
    headline=0.2,
    lead=0.6,
    central=0.4,
    prominence=0.1,
    attributed=0.3,
    numbers=0.7,
    outlook=1.0,
    length=0.9,
    side=-0.7,
    aside=-1.7,
)
_BIAS = -4.4
_NAMES = tuple(field.name for field in fields(Signs))


def rank(
    claims: Sequence[Claim], *, title: str | None, text: str, entities: Sequence[Entity] = ()
) -> tuple[Claim, ...]:
    """Return the claims in their order with ``salience`` filled in."""
    signs = read_signs(claims, title=title, text=text, entities=entities)
    return tuple(
        replace(claim, salience=weigh(sign)) for claim, sign in zip(claims, signs, strict=True)
    )


def weigh(signs: Signs) -> float:
    """Return the salience that ``signs`` come to, rounded to four places."""
    total = _BIAS + sum(getattr(WEIGHTS, name) * getattr(signs, name) for name in _NAMES)
    return round(1 / (1 + math.exp(-total)), 4)


def read_signs(
    claims: Sequence[Claim], *, title: str | None, text: str, entities: Sequence[Entity] = ()
) -> tuple[Signs, ...]:
    """Return the signs of each claim."""
    bags = [content_words(claim.text) for claim in claims]
    counts = Counter(word for bag in bags for word in bag)
    heading = content_words(title or "")
    sizes = {entity.id: len(entity.mentions) for entity in entities}
    most = max(sizes.values(), default=0)
    body = [claim for claim in claims if not is_headline(claim, text)]
    sentences = sorted({claim.citation.start for claim in body})
    order = {start: number for number, start in enumerate(sentences)}
    openings = _openings(claims)
    lead = content_words(body[0].citation.exact) if body else frozenset()
    return tuple(
        Signs(
            early=1 / (1 + order.get(claim.citation.start, 0) / 4),
            opening=float(claim.id in openings),
            event=float(claim.finite and claim.predicate.lemma not in _STATES),
            headline=share(bag, heading),
            lead=share(bag, lead),
            central=_centrality(bag, counts, len(bags) - 1),
            prominence=_prominence(claim, sizes, most),
            attributed=float(claim.source is not None),
            numbers=float(bool(_NUMBER.search(claim.text))),
            outlook=_outlook(claim.predicate.exact),
            length=min(1.0, len(bag) / 8),
            side=float(claim.rule in _SIDE),
            aside=float(
                is_headline(claim, text)
                or not claim.finite
                or _is_voice(claim)
                or bool(_OUTDATED.search(claim.what.exact))
            ),
        )
        for claim, bag in zip(claims, bags, strict=True)
    )


def is_headline(claim: Claim, text: str) -> bool:
    """Return whether the claim's sentence is a heading: a line without a full stop, a point above.

    The points above an article say in short what its sentences say in full; those of a list inside
    it are sentences of their own when they have a full stop.
    """
    cited = claim.citation
    line = text.rfind("\n", 0, cited.start) + 1
    mark = text[line : cited.start].strip()
    if text[cited.end : cited.end + 1] not in {"", "\n", "\r"} or mark not in _BULLETS:
        return False
    return cited.exact.rstrip()[-1:] not in _STOPS or bool(mark) and line < _body(text)


@lru_cache(maxsize=1)
def _body(text: str) -> int:
    """Return where the first line of running text begins, the end without one."""
    at = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words and words[0] not in _BULLETS and words[-1] in _STOPS:
            return at
        at += len(line)
    return at


def _outlook(predicate: str) -> float:
    if _OUTLOOK.match(predicate):
        return 1.0
    return 0.5 if _MAYBE.match(predicate) else 0.0


def _openings(claims: Iterable[Claim]) -> frozenset[str]:
    """Return the first finite claim of every sentence, which is its main clause or leads to it."""
    first: dict[int, Claim] = {}
    for claim in claims:
        if claim.finite:
            first.setdefault(claim.citation.start, claim)
    return frozenset(claim.id for claim in first.values())


def _centrality(bag: frozenset[str], counts: Mapping[str, int], others: int) -> float:
    """Return how much the others talk of the same: the mean share of them that has a word."""
    if not bag or others < 1:
        return 0.0
    return min(1.0, 5 * sum(counts[word] - 1 for word in bag) / (len(bag) * others))


def _prominence(claim: Claim, sizes: Mapping[str, int], most: int) -> float:
    """Return how often the article mentions who acts, or the object, against its main character."""
    counts = [
        sizes.get(party.entity, 0)
        for party in (claim.who, claim.target)
        if party is not None and party.entity is not None
    ]
    return math.log1p(max(counts, default=0)) / math.log1p(most) if most else 0.0


def _is_voice(claim: Claim) -> bool:
    """Return whether the words are somebody's own: a quotation, or "we", "I"."""
    speaks = claim.who is not None and claim.who.exact.casefold() in _FIRST_PERSON
    return speaks or claim.quote == "direct"
