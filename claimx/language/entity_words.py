"""The words of ``lexicons/entity_words.toml``, by group."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from claimx.lexicon import Evidenced, read_lexicon

Group = Literal[
    "loc_head",
    "loc_name",
    "gpe_name",
    "fac_head",
    "event_head",
    "firm_end",
    "storm",
    "title",
    "currency",
    "currency_sign",
    "measure",
    "clock_unit",
    "calendar_unit",
    "deictic_date",
    "day_part",
    "pointer",
    "scale",
    "about",
    "percent",
    "ordinal",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordGroup(Evidenced):
    """A row of the lexicon; the keys are explained there."""

    group: Group
    words: tuple[str, ...]
    finds: tuple[str, ...]
    not_finds: tuple[str, ...]


def read_groups() -> tuple[WordGroup, ...]:
    """Return the rows of the lexicon."""
    return read_lexicon("entity_words", "word", WordGroup)


@cache
def phrases_of(group: Group) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the words and phrases of a group by their first words, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(words_of(group), key=lambda phrase: -len(phrase.split())):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(phrases) for first, phrases in found.items()}


@cache
def words_of(group: Group) -> frozenset[str]:
    """Return the words of a group, in lower case."""
    return frozenset(word for row in read_groups() if row.group == group for word in row.words)
