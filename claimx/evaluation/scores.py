"""Claims that were found against those that were annotated: precision, recall and F1.

A claim that was found and one that was annotated are paired when their predicates overlap, one to
one, best overlap of predicate, what and who first.  Optional annotated claims cost nothing when
missed, and what is paired with them is no false alarm.  A slot is right when its claims are paired
and its spans share at least half of their joint words.  Of polarity, certainty and quote only the
marked values count, so that guessing the common one earns nothing.  ``whole`` counts claims that
have who, what, where, when, source, polarity and certainty all right, ``key@5`` the annotated key
claims that the summary cites.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from claimx.evaluation.gold import SLOTS, Scored, Span

MEASURES = ("claims", *SLOTS, "polarity", "certainty", "quote", "whole", "key@5")
_WHOLE = ("who", "what", "where", "when", "source")
_HALF = 0.5

Pair: TypeAlias = tuple[Scored, Scored]


@dataclass(kw_only=True)
class Count:
    """How many were right, found at all, and annotated."""

    right: int = 0
    found: int = 0
    annotated: int = 0

    @property
    def precision(self) -> float:
        """Return the share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Return the share of what was annotated that was found."""
        return self.right / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        total = self.found + self.annotated
        return 2 * self.right / total if total else 0.0


@dataclass(frozen=True, kw_only=True)
class Scores:
    """Counts of each measure over the articles that were added."""

    counts: dict[str, Count] = field(default_factory=lambda: {name: Count() for name in MEASURES})

    def add(self, text: str, gold: Sequence[Scored], found: Sequence[Scored]) -> None:
        """Take in one article."""
        pairs = pair(text, gold, found)
        free = {j for i, j in pairs.items() if gold[i].optional}
        wanted = [claim for claim in gold if not claim.optional]
        counted = [claim for j, claim in enumerate(found) if j not in free]
        matched = [(gold[i], found[j]) for i, j in sorted(pairs.items()) if not gold[i].optional]
        self._count("claims", len(matched), len(counted), len(wanted))
        for slot in SLOTS:
            right = sum(_shared(text, g.slots[slot], f.slots[slot]) for g, f in matched)
            self._count(slot, right, _size(counted, slot), _size(wanted, slot))
        for name in ("polarity", "certainty", "quote"):
            right = sum(_mark(g, name) == _mark(f, name) is not None for g, f in matched)
            marked = [sum(_mark(c, name) is not None for c in side) for side in (counted, wanted)]
            self._count(name, right, *marked)
        whole = sum(_is_whole(text, pair) for pair in matched)
        self._count("whole", whole, len(counted), len(wanted))
        keys = [i for i, claim in enumerate(gold) if claim.key]
        cited = sum(i in pairs and found[pairs[i]].key for i in keys)
        self._count("key@5", cited, cited, len(keys))

    def _count(self, name: str, right: int, found: int, annotated: int) -> None:
        count = self.counts[name]
        count.right += right
        count.found += found
        count.annotated += annotated


def pair(text: str, gold: Sequence[Scored], found: Sequence[Scored]) -> dict[int, int]:
    """Return which found claim each annotated one is paired with, by their indices."""
    candidates = []
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            if g.predicate[0] < f.predicate[1] and f.predicate[0] < g.predicate[1]:
                likeness = overlap(text, g.predicate, f.predicate)
                likeness += _first_overlap(text, g.slots["what"], f.slots["what"])
                likeness += 0.5 * _first_overlap(text, g.slots["who"], f.slots["who"])
                candidates.append((likeness, -abs(i - j), i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(candidates, reverse=True):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def overlap(text: str, one: Span, other: Span) -> float:
    """Return the share of the joint words of two spans that both have."""
    first, second = _words(text, one), _words(text, other)
    return len(first & second) / len(first | second) if first | second else 0.0


def _first_overlap(text: str, one: Sequence[Span], other: Sequence[Span]) -> float:
    return overlap(text, one[0], other[0]) if one and other else 0.0


def _words(text: str, span: Span) -> set[int]:
    return {match.start() + span[0] for match in re.finditer(r"\w+", text[slice(*span)])}


def _shared(text: str, gold: Iterable[Span], found: Iterable[Span]) -> int:
    """Return how many of the annotated spans have a found one of their own."""
    left, right = list(found), 0
    for span in gold:
        best = max(left, key=lambda other: overlap(text, span, other), default=None)
        if best is not None and overlap(text, span, best) >= _HALF:
            right += 1
            left.remove(best)
    return right


def _size(claims: Iterable[Scored], slot: str) -> int:
    return sum(len(claim.slots[slot]) for claim in claims)


def _mark(claim: Scored, name: str) -> str | None:
    """Return the value of a claim where it is not the common one."""
    if name == "polarity":
        return "negative" if claim.negative else None
    if name == "certainty":
        return None if claim.certainty == "certain" else claim.certainty
    return None if claim.quote == "indirect" else claim.quote


def _is_whole(text: str, pair: Pair) -> bool:
    gold, found = pair
    if (gold.negative, gold.certainty) != (found.negative, found.certainty):
        return False
    for slot in _WHOLE:
        one, other = gold.slots[slot], found.slots[slot]
        near = (any(overlap(text, x, y) >= _HALF for y in other) for x in one)
        if len(one) != len(other) or not all(near):
            return False
    return True
