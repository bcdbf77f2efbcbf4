"""Find claims in a database by their words, speaker, place, period, certainty and polarity."""

import re
import sqlite3
from dataclasses import dataclass
from typing import Any
from unicodedata import combining, normalize

from pydantic import TypeAdapter, ValidationError

from claimx.errors import UsageError
from claimx.reading.files import writable


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What a claim must be; None and "" ask for nothing.

    All ``words`` must occur in the claim or its sentence: "closed ports" finds "the port closes",
    '"closed ports"' in quotation marks only that, "clos*" every word that begins so, and "-ports"
    what is without that word.  Names are found by any part of them, without their accents too.
    ``since`` and ``until`` are days; a claim without a time of its own has that of its article.
    """

    words: str = ""
    speaker: str | None = None
    who: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    certainty: str | None = None
    polarity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A claim that was found, with the article and the sentence it stands in."""

    id: str
    claim: str
    who: str | None
    source: str | None
    cue: str | None
    certainty: str
    polarity: str
    path: str | None
    url: str | None
    title: str | None
    published: str | None
    line: int
    start: int
    end: int
    sentence: str


_HIT = TypeAdapter(Hit)
_SELECT = """
SELECT c.id, c.standalone AS claim, coalesce(c.who_name, c.who) AS who,
    coalesce(c.source_name, c.source) AS source, c.cue, c.certainty, c.polarity,
    d.path, d.url, d.title, d.published, c.line, c.start, c."end", c.sentence
FROM claims AS c JOIN documents AS d ON d.n = c.document
"""
_LIKE = "folded({}) LIKE :{} ESCAPE '\\'"
_PLACE = f"""EXISTS (SELECT 1 FROM places AS p WHERE p.claim = c.key AND (p.country = :country
    OR {_LIKE.format("p.name", "place")} OR {_LIKE.format("p.exact", "place")}))
"""
_TIME = """CASE WHEN EXISTS (SELECT 1 FROM times AS t WHERE t.claim = c.key AND t.earliest NOTNULL)
    THEN EXISTS (SELECT 1 FROM times AS t WHERE t.claim = c.key AND {claim})
    ELSE {article} END"""


def search(db: sqlite3.Connection, query: Query, *, limit: int) -> list[Hit]:
    """Return the best claims first; without words, those that matter most in their articles.

    Raises:
        UsageError: there is nothing to look for.
        sqlite3.DatabaseError: the database is damaged.
    """
    words = match_expression(writable(query.words))
    conditions, values = _conditions(query)
    order = "c.salience DESC, c.key"
    tables = _SELECT
    if words:
        tables += "JOIN claims_text ON claims_text.rowid = c.key\n"
        conditions.insert(0, "claims_text MATCH :words")
        order = f"bm25(claims_text), {order}"
    if not conditions:
        raise UsageError("nothing to look for; give words, or a filter such as --speaker")
    where = "\n    AND ".join(conditions)
    db.create_function("folded", 1, folded, deterministic=True)
    rows = db.execute(
        f"{tables}WHERE {where}\nORDER BY {order}\nLIMIT :limit",
        {**values, "words": words, "limit": limit},
    )
    return [_read_hit(row) for row in rows]


def _read_hit(row: sqlite3.Row) -> Hit:
    """Return a row as a record; SQLite lets any column hold a value of any kind."""
    try:
        return _HIT.validate_python(dict(row))
    except ValidationError as error:
        (found, *_) = error.errors()
        raise sqlite3.DataError(f"{found['loc'][0]}: {found['msg'].lower()}") from error


def match_expression(words: str) -> str:
    """Return what the user typed as an FTS5 expression, in which nothing of it is an operator.

    Raises:
        UsageError: a quotation mark has no pair, or there is no word to look for.
    """
    if words.count('"') % 2:
        raise UsageError(f"{words!r}: a quotation mark without its pair")
    wanted: list[str] = []
    unwanted: list[str] = []
    for sign, phrase, word in re.findall(r'(?:(?<!\S)(-))?(?:"([^"]*)"|([^\s"]+))', words):
        text = re.sub(r"[^\w'’.-]+", " ", phrase or word.rstrip("*")).strip()
        if re.search(r"\w", text):
            term = f'"{text}"' + ("*" if word.endswith("*") else "")
            (unwanted if sign else wanted).append(term)
    if words.strip() and not wanted:
        raise UsageError(f"{words!r}: no word to look for")
    return f"({' '.join(wanted)}) NOT ({' OR '.join(unwanted)})" if unwanted else " ".join(wanted)


def _conditions(query: Query) -> tuple[list[str], dict[str, Any]]:
    found: list[str] = []
    values: dict[str, Any] = {}
    for name, columns in (
        ("speaker", ("c.source_name", "c.source")),
        ("who", ("c.who_name", "c.who")),
    ):
        value = getattr(query, name)
        if value:
            found.append(f"({' OR '.join(_LIKE.format(column, name) for column in columns)})")
            values[name] = _containing(value)
    if query.place:
        found.append(_PLACE)
        values["place"] = _containing(query.place)
        values["country"] = writable(query.place).upper()
    for name in ("certainty", "polarity"):
        if getattr(query, name):
            found.append(f"c.{name} = :{name}")
            values[name] = getattr(query, name)
    if query.since:
        found.append(_TIME.format(claim="t.latest >= :since", article="d.published >= :since"))
        values["since"] = query.since
    if query.until:
        found.append(_TIME.format(claim="t.earliest <= :until", article="d.published <= :until"))
        values["until"] = query.until
    return found, values


def folded(text: object) -> str | None:
    """Return a text as names are compared: without capitals and accents."""
    if text is None:
        return None
    words = str(text)
    if not words.isascii():
        words = "".join(c for c in normalize("NFKD", words) if not combining(c))
    return words.casefold()


def _containing(text: str) -> str:
    escaped = re.sub(r"([\\%_])", r"\\\1", folded(writable(text)) or "")
    return f"%{escaped}%"
