"""What words tell: the gender of given names, nouns for people, bodies and places."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from claimx.lexicon import Evidenced, read_lexicon

Gender = Literal["female", "male", "any"]
NounKind = Literal["person", "title", "group", "body", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenNames(Evidenced):
    """A row of ``lexicons/given_names.toml``."""

    gender: Literal["female", "male"]
    region: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Nouns(Evidenced):
    """A row of ``lexicons/people.toml``; the keys are explained there."""

    kind: NounKind
    gender: Gender
    nouns: tuple[str, ...]


def read_given_names() -> tuple[GivenNames, ...]:
    """Return the rows of ``given_names.toml``."""
    return read_lexicon("given_names", "names", GivenNames)


def read_nouns() -> tuple[Nouns, ...]:
    """Return the rows of ``people.toml``."""
    return read_lexicon("people", "noun", Nouns)


@cache
def given_names() -> dict[str, Gender]:
    """Return the gender of each given name, in lower case."""
    return {name: row.gender for row in read_given_names() for name in row.names}


@cache
def nouns(kind: NounKind) -> dict[str, Gender]:
    """Return the gender of each noun of a kind, in lower case."""
    return {noun: row.gender for row in read_nouns() if row.kind == kind for noun in row.nouns}


def is_person_noun(word: str) -> bool:
    """Tell whether a noun in lower case is for one human being: "minister", "policewoman"."""
    if word in nouns("person") or word in nouns("title"):
        return True
    return len(word) > 6 and word.endswith(("woman", "person", "ologist", "ographer"))


def noun_gender(word: str) -> Gender:
    """Return what a noun in lower case tells about gender; "any" when nothing."""
    kinds: tuple[NounKind, ...] = ("person", "title")
    for kind in kinds:
        gender = nouns(kind).get(word)
        if gender:
            return gender
    return "female" if len(word) > 6 and word.endswith("woman") else "any"
