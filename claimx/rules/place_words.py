"""The words of ``lexicons/place_words.toml`` by group."""

from dataclasses import dataclass
from functools import cache

from pydantic import ConfigDict

from claimx.lexicon import read_lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """A group of words with its evidence; the lexicon's head says what the groups mean."""

    __pydantic_config__ = ConfigDict(extra="forbid")
    group: str
    words: tuple[str, ...]
    example: str
    finds: str
    not_example: str
    not_finds: str


@cache
def place_words(group: str) -> frozenset[str]:
    """Return the words of a group, in lower case."""
    rows = read_lexicon("place_words", "word", PlaceWords)
    return frozenset(word for row in rows if row.group == group for word in row.words)
