"""The words of ``lexicons/entity_words.toml``, by group, and where they stand in a Doc."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Doc

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
    "share",
    "span_opener",
    "span_part",
    "org_name",
    "party",
    "road",
    "people",
    "season",
    "clock_about",
]
LONGEST = 4  # words in an entry such as "as many as"


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
def words_of(group: Group) -> frozenset[str]:
    """Return the words of a group, in lower case."""
    return frozenset(word for row in read_groups() if row.group == group for word in row.words)


def is_at(doc: Doc, at: int, words: frozenset[str] | set[str]) -> bool:
    """Tell whether ``doc`` has a word at ``at``, and one of ``words``."""
    return 0 <= at < len(doc) and doc[at].lower_ in words


def match_at(doc: Doc, at: int, phrases: frozenset[str]) -> int:
    """Return where the longest of ``phrases`` that starts at ``at`` ends, or 0."""
    if not 0 <= at < len(doc):
        return 0
    for words in _by_first_word(phrases).get(doc[at].lower_, ()):
        end = at + len(words)
        if end <= len(doc) and all(doc[at + n].lower_ == word for n, word in enumerate(words)):
            return end
    return 0


@cache
def _by_first_word(phrases: frozenset[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return phrases as words, the longest first, by the first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase.split()), phrase)):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(rows) for first, rows in found.items()}
