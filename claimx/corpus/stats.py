"""What a database holds: counts, and who, where and when is in it most often."""

import sqlite3
from dataclasses import dataclass
from typing import TypeAlias

Counts: TypeAlias = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """Numbers of articles and claims; the lists are (what, how many claims), most first.

    ``days`` are days of publication in order of time, with the number of articles.
    """

    articles: int
    failed: int
    foreign: int
    copies: int
    words: int
    claims: int
    attributed: int
    speakers: Counts
    subjects: Counts
    places: Counts
    days: Counts
    certainty: Counts
    polarity: Counts


_NUMBERS = """
SELECT sum(status = 'done') AS articles, sum(status = 'failed') AS failed,
    sum(status = 'foreign') AS foreign_, sum(copy_of NOTNULL) AS copies,
    sum(CASE WHEN copy_of ISNULL THEN words END) AS words,
    (SELECT count(*) FROM claims) AS claims,
    (SELECT count(*) FROM claims WHERE cue NOTNULL) AS attributed
FROM documents
"""
_SPEAKERS = "SELECT coalesce(source_name, source) AS name, count(*) FROM claims"
_SUBJECTS = "SELECT coalesce(who_name, who) AS name, count(*) FROM claims WHERE who_name NOTNULL"
_PLACES = "SELECT coalesce(name, exact) AS name, count(*) FROM places"
_TOP = " GROUP BY 1 HAVING name NOTNULL ORDER BY 2 DESC, 1 LIMIT :top"
_DAYS = """
SELECT published, count(*) FROM documents WHERE published NOTNULL AND copy_of ISNULL
GROUP BY 1 ORDER BY 1
"""


def read_stats(db: sqlite3.Connection, *, top: int) -> Stats:
    """Return the statistics of a database, lists of at most ``top`` rows.

    Raises:
        sqlite3.DatabaseError: the database is damaged.
    """
    numbers = db.execute(_NUMBERS).fetchone()

    def counts(statement: str) -> Counts:
        return tuple((str(row[0]), int(row[1])) for row in db.execute(statement, {"top": top}))

    return Stats(
        articles=int(numbers["articles"] or 0),
        failed=int(numbers["failed"] or 0),
        foreign=int(numbers["foreign_"] or 0),
        copies=int(numbers["copies"] or 0),
        words=int(numbers["words"] or 0),
        claims=numbers["claims"],
        attributed=numbers["attributed"],
        speakers=counts(_SPEAKERS + _TOP),
        subjects=counts(_SUBJECTS + _TOP),
        places=counts(_PLACES + _TOP),
        days=counts(_DAYS),
        certainty=counts("SELECT certainty AS name, count(*) FROM claims" + _TOP),
        polarity=counts("SELECT polarity AS name, count(*) FROM claims" + _TOP),
    )
