"""The words of ``lexicons/times.toml`` as typed rows, and regular expressions made from them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from claimx.lexicon import Evidenced, read_lexicon

ContextKind = Literal["ahead", "moved", "yearly"]
Modifier = Literal["START", "EARLY", "MID", "LATE", "END", "APPROX"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthRow(Evidenced):
    """A month: ``names`` stand alone, ``short`` forms need a day or a year beside them."""

    number: int
    names: tuple[str, ...]
    short: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekdayRow(Evidenced):
    """A day of the week, 1 for Monday."""

    number: int
    name: str
    short: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonRow(Evidenced):
    """A season: TIMEX3 code, EDTF number, first and last (month, day)."""

    name: str
    code: str
    edtf: int
    first: tuple[int, int]
    last: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRow(Evidenced):
    """A number that is written out."""

    words: tuple[str, ...]
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DaypartRow(Evidenced):
    """A part of the day with its TIMEX3 code."""

    names: tuple[str, ...]
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayRow(Evidenced):
    """A holiday; ``day`` is its (month, day), None where it moves with the year."""

    names: tuple[str, ...]
    day: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRow(Evidenced):
    """A named period or day with its first and last day."""

    names: tuple[str, ...]
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneRow(Evidenced):
    """Names of clock zones; ``offset`` is None where the name alone does not tell it."""

    names: tuple[str, ...]
    offset: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ModifierRow(Evidenced):
    """Words for the part of a stretch of time that is meant."""

    names: tuple[str, ...]
    mod: Modifier


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceRow(Evidenced):
    """Adverbs that point at the past, the present or the future without a date."""

    names: tuple[str, ...]
    timex: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextRow(Evidenced):
    """Words around an expression that decide how it is read."""

    kind: ContextKind
    words: tuple[str, ...]


TABLES: dict[str, type[Evidenced]] = {
    "month": MonthRow,
    "weekday": WeekdayRow,
    "season": SeasonRow,
    "number": NumberRow,
    "daypart": DaypartRow,
    "holiday": HolidayRow,
    "period": PeriodRow,
    "zone": ZoneRow,
    "modifier": ModifierRow,
    "reference": ReferenceRow,
}


@cache
def months() -> dict[str, int]:
    """Return the number of each month name and short form, in lower case."""
    rows = read_lexicon("times", "month", MonthRow)
    return {name.lower(): row.number for row in rows for name in (*row.names, *row.short)}


@cache
def weekdays() -> dict[str, int]:
    """Return the number of each weekday name and short form, in lower case."""
    rows = read_lexicon("times", "weekday", WeekdayRow)
    return {name.lower(): row.number for row in rows for name in (row.name, *row.short)}


@cache
def seasons() -> dict[str, SeasonRow]:
    """Return the seasons by name."""
    return {row.name: row for row in read_lexicon("times", "season", SeasonRow)}


@cache
def numbers() -> dict[str, float]:
    """Return the value of each written number."""
    rows = read_lexicon("times", "number", NumberRow)
    return {word: row.value for row in rows for word in row.words}


@cache
def dayparts() -> dict[str, str]:
    """Return the TIMEX3 code of each part of the day."""
    rows = read_lexicon("times", "daypart", DaypartRow)
    return {name: row.code for row in rows for name in row.names}


@cache
def holidays() -> dict[str, tuple[int, int] | None]:
    """Return the (month, day) of each holiday in lower case, None for a moving one."""
    rows = read_lexicon("times", "holiday", HolidayRow)
    return {name.lower(): row.day for row in rows for name in row.names}


def holiday_names() -> list[str]:
    """Return the names of holidays as they are written."""
    return [name for row in read_lexicon("times", "holiday", HolidayRow) for name in row.names]


@cache
def periods() -> dict[str, PeriodRow]:
    """Return the named periods by name in lower case."""
    rows = read_lexicon("times", "period", PeriodRow)
    return {name.lower(): row for row in rows for name in row.names}


@cache
def period_names() -> list[str]:
    """Return the names of periods as they are written."""
    return [name for row in read_lexicon("times", "period", PeriodRow) for name in row.names]


@cache
def zones() -> dict[str, str | None]:
    """Return the offset of each zone name in lower case."""
    rows = read_lexicon("times", "zone", ZoneRow)
    return {name.lower(): row.offset for row in rows for name in row.names}


@cache
def modifiers() -> dict[str, Modifier]:
    """Return what each modifier means, by its words in lower case."""
    rows = read_lexicon("times", "modifier", ModifierRow)
    return {name: row.mod for row in rows for name in row.names}


@cache
def references() -> dict[str, str | None]:
    """Return the TIMEX3 value of each reference, by its words in lower case."""
    rows = read_lexicon("times", "reference", ReferenceRow)
    return {name: row.timex for row in rows for name in row.names}


def any_of(words: Iterable[str]) -> str:
    """Return an alternation of ``words``, longest first, that takes any white space for a space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,8}") for word in ordered)


def long_months() -> list[str]:
    """Return the full names of the months."""
    return [name for row in read_lexicon("times", "month", MonthRow) for name in row.names]


def long_weekdays() -> list[str]:
    """Return the full names of the weekdays."""
    return [row.name for row in read_lexicon("times", "weekday", WeekdayRow)]


@cache
def context_words(kind: ContextKind) -> frozenset[str]:
    """Return the lemmas of ``lexicons/time_context.toml`` that are of this kind."""
    rows = read_lexicon("time_context", "word", ContextRow)
    return frozenset(word for row in rows if row.kind == kind for word in row.words)
