"""Word lists of the clause rules, read once: circumstances and classes of verbs."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from claimx.lexicon import Evidenced, read_lexicon

Circumstance = Literal[
    "place_noun", "part_noun", "place_adverb", "place_preposition", "motion_verb", "place_verb",
    "time_adverb", "time_noun", "time_preposition", "time_verb", "reason_preposition", "not_before",
]  # fmt: skip
Complement = Literal["factive", "negative", "open", "control", "result", "change"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CircumstanceWords(Evidenced):
    """Words of one kind; the kinds are explained in ``lexicons/circumstances.toml``."""

    kind: Circumstance
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepositionalVerbs(Evidenced):
    """Verbs whose object stands after ``preposition``."""

    preposition: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplementVerbs(Evidenced):
    """Verbs of one class; the classes are explained in ``lexicons/complement_verbs.toml``."""

    cls: Complement
    words: tuple[str, ...]


@cache
def circumstance(kind: Circumstance) -> frozenset[str]:
    """Return the words of ``kind``."""
    rows = read_lexicon("circumstances", "words", CircumstanceWords)
    return frozenset(word for row in rows if row.kind == kind for word in row.words)


@cache
def prepositional_verbs() -> frozenset[tuple[str, str]]:
    """Return the pairs of verb and preposition that make an object."""
    rows = read_lexicon("prepositional_verbs", "verbs", PrepositionalVerbs)
    return frozenset((word, row.preposition) for row in rows for word in row.words)


@cache
def complement_verbs(cls: Complement) -> frozenset[str]:
    """Return the verbs of ``cls``."""
    rows = read_lexicon("complement_verbs", "verbs", ComplementVerbs)
    return frozenset(word for row in rows if row.cls == cls for word in row.words)
