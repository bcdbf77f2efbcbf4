"""The words of ``lexicons/place_words.toml`` by group."""

from dataclasses import dataclass
from functools import cache

from claimx.lexicon import Evidenced, read_lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords(Evidenced):
    """A group of words with its evidence; the lexicon's head says what the groups mean."""

    group: str
    words: tuple[str, ...]
    finds: str
    not_finds: str


@cache
def place_words(group: str) -> frozenset[str]:
    """Return the words of a group, in lower case."""
    rows = read_lexicon("place_words", "word", PlaceWords)
    return frozenset(word for row in rows if row.group == group for word in row.words)
