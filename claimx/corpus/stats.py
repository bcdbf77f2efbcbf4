"""What a database holds: counts, and who, where and when is in it most often."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

Counts: TypeAlias = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Somebody or something, the number of its claims, and in how many articles they are."""

    name: str
    claims: int
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """Numbers of articles and claims; lists of rows have most claims first.

    ``unnamed`` are sources without a name, such as "officials"; ``dates`` are days that claims tell
    of.  ``published`` are days with their articles, ``told`` years with the claims that tell of
    them, both in order of time; ``certainty``, ``polarity`` and ``quotes`` are shares of claims.
    """

    articles: int
    failed: int
    foreign: int
    copies: int
    words: int
    claims: int
    attributed: int
    speakers: tuple[Row, ...]
    unnamed: tuple[Row, ...]
    subjects: tuple[Row, ...]
    places: tuple[Row, ...]
    countries: tuple[Row, ...]
    dates: tuple[Row, ...]
    published: Counts
    told: Counts
    certainty: Counts
    polarity: Counts
    quotes: Counts


_NUMBERS = """
SELECT coalesce(sum(status = 'done'), 0) AS articles,
    coalesce(sum(status = 'failed'), 0) AS failed,
    coalesce(sum(status = 'foreign'), 0) AS foreign_,
    coalesce(sum(copy_of NOTNULL), 0) AS copies,
    coalesce(sum(CASE WHEN copy_of ISNULL THEN words END), 0) AS words,
    (SELECT count(*) FROM claims) AS claims,
    (SELECT count(*) FROM claims WHERE cue NOTNULL) AS attributed
FROM documents
"""
# What a list counts: a name, the claims it is in, and its condition.
_SPEAKERS = "source_name", "claims AS c", "source_name NOTNULL"
_UNNAMED = (
    "CASE WHEN source LIKE 'the %' THEN substr(source, 5) ELSE source END",
    "claims AS c",
    "source NOTNULL AND source_name ISNULL AND lower(source) NOT IN ('he', 'she', 'they', 'it',"
    " 'i', 'we', 'you', 'who', 'which', 'that', 'him', 'her', 'them', 'me', 'us', 'one', 'some',"
    " 'many', 'others', 'both', 'all', 'this', 'these', 'those')",
)
_SUBJECTS = "who_name", "claims AS c", "who_name NOTNULL"
_PLACES = "name", "places AS p JOIN claims AS c ON c.key = p.claim", "name NOTNULL"
_COUNTRIES = "country", "places AS p JOIN claims AS c ON c.key = p.claim", "country NOTNULL"
_DATES = "earliest", "times AS t JOIN claims AS c ON c.key = t.claim", "earliest = latest"
# Of "Officials" and "officials" the latter, which sorts last, is shown for both.
_TOP = """
SELECT max({name}) AS name, count(DISTINCT c.key) AS claims, count(DISTINCT c.document) AS articles
FROM {tables} WHERE {condition} GROUP BY lower({name}) ORDER BY 2 DESC, 3 DESC, 1 LIMIT :top
"""
_PUBLISHED = """
SELECT published, count(*) FROM documents WHERE published = date(published) AND copy_of ISNULL
GROUP BY 1 ORDER BY 1
"""
_TOLD = """
SELECT substr(earliest, 1, 4), count(DISTINCT claim) FROM times
WHERE substr(earliest, 1, 4) = substr(latest, 1, 4) AND earliest GLOB '[0-9][0-9][0-9][0-9]-*'
GROUP BY 1 ORDER BY 1
"""
_SHARES = "SELECT {0}, count(*) FROM claims WHERE {0} NOTNULL GROUP BY 1 ORDER BY 2 DESC, 1"


def read_stats(db: sqlite3.Connection, *, top: int) -> Stats:
    """Return the statistics of a database, lists of at most ``top`` rows.

    Raises:
        sqlite3.DatabaseError: the database is damaged.
    """
    numbers = db.execute(_NUMBERS).fetchone()

    def rows(name: str, tables: str, condition: str) -> tuple[Row, ...]:
        statement = _TOP.format(name=name, tables=tables, condition=condition)
        return tuple(
            Row(name=str(row["name"]), claims=row["claims"], articles=row["articles"])
            for row in db.execute(statement, {"top": top})
        )

    def counts(statement: str) -> Counts:
        return tuple((str(row[0]), int(row[1])) for row in db.execute(statement))

    return Stats(
        articles=int(numbers["articles"]),
        failed=int(numbers["failed"]),
        foreign=int(numbers["foreign_"]),
        copies=int(numbers["copies"]),
        words=int(numbers["words"]),
        claims=numbers["claims"],
        attributed=numbers["attributed"],
        speakers=rows(*_SPEAKERS),
        unnamed=rows(*_UNNAMED),
        subjects=rows(*_SUBJECTS),
        places=rows(*_PLACES),
        countries=rows(*_COUNTRIES),
        dates=rows(*_DATES),
        published=counts(_PUBLISHED),
        told=counts(_TOLD),
        certainty=counts(_SHARES.format("certainty")),
        polarity=counts(_SHARES.format("polarity")),
        quotes=counts(_SHARES.format("quote")),
    )


def _day(day: str) -> int:
    return date.fromisoformat(day).toordinal()


# The length of a day or year in ISO 8601 that has it, its number, and the name of a number.
_UNITS: tuple[tuple[int, Callable[[str], int], Callable[[int], str]], ...] = (
    (10, _day, lambda n: date.fromordinal(n).isoformat()),
    (7, lambda day: int(day[:4]) * 12 + int(day[5:7]) - 1, lambda n: f"{n // 12}-{n % 12 + 1:02}"),
    (4, lambda day: int(day[:4]), str),
    (4, lambda day: int(day[:4]) // 10, lambda n: f"{n}0s"),
    (4, lambda day: int(day[:4]) // 100, lambda n: f"{n}00s"),
)


def in_bins(counts: Sequence[tuple[str, int]], *, most: int) -> Counts:
    """Return counts of days or years by the finest unit that gives at most so many bins.

    They are days, months, years, decades or centuries, without a gap.
    """
    if not counts:
        return ()
    for length, number, name in _UNITS:
        if len(counts[0][0]) < length:
            continue
        bins: dict[int, int] = {}
        for day, count in counts:
            bins[number(day)] = bins.get(number(day), 0) + count
        first, last = min(bins), max(bins)
        if last - first < most:
            return tuple((name(n), bins.get(n, 0)) for n in range(first, last + 1))
    return tuple((name(n), count) for n, count in sorted(bins.items()))
