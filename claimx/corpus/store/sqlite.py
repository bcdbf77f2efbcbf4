"""A SQLite database: documents, claims, attributions, entities, mentions, places and times.

``claims_text`` is a full-text index (FTS5) over the claims; ``claimx search`` and ``claimx stats``
read this file, and so can anybody.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from claimx.corpus.atomic import whole_file
from claimx.corpus.database import VERSION
from claimx.corpus.store import Entry

if TYPE_CHECKING:
    from claimx.records import Claim, Document

Row: TypeAlias = tuple[Any, ...]

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    n INTEGER PRIMARY KEY, input TEXT NOT NULL, status TEXT NOT NULL, problem TEXT, copy_of TEXT,
    id TEXT, path TEXT, url TEXT, title TEXT, published TEXT, date_source TEXT, author TEXT,
    language TEXT, words INTEGER, sentences INTEGER, summary TEXT, record TEXT
);
CREATE TABLE claims (
    key INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents (n),
    n INTEGER NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL, standalone TEXT NOT NULL,
    who TEXT, who_name TEXT, what TEXT NOT NULL, predicate TEXT NOT NULL, lemma TEXT NOT NULL,
    target TEXT, target_name TEXT, actor TEXT, actor_name TEXT, why TEXT,
    source TEXT, source_name TEXT, cue TEXT, quote TEXT, attribution TEXT,
    finite INTEGER NOT NULL, polarity TEXT NOT NULL, certainty TEXT NOT NULL,
    factuality TEXT NOT NULL, salience REAL NOT NULL,
    line INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, sentence TEXT NOT NULL
);
CREATE TABLE places (
    claim INTEGER NOT NULL REFERENCES claims (key), exact TEXT NOT NULL, name TEXT, country TEXT,
    geonameid INTEGER, latitude REAL, longitude REAL, kind TEXT
);
CREATE TABLE times (
    claim INTEGER NOT NULL REFERENCES claims (key), exact TEXT NOT NULL, timex TEXT, edtf TEXT,
    earliest TEXT, latest TEXT
);
CREATE TABLE attributions (
    document INTEGER NOT NULL REFERENCES documents (n), id TEXT NOT NULL, source TEXT,
    source_name TEXT, cue TEXT, content TEXT NOT NULL, quote TEXT NOT NULL, entity TEXT
);
CREATE TABLE entities (
    document INTEGER NOT NULL REFERENCES documents (n), id TEXT NOT NULL, name TEXT NOT NULL,
    label TEXT NOT NULL, place TEXT, country TEXT
);
CREATE TABLE mentions (
    document INTEGER NOT NULL REFERENCES documents (n), entity TEXT NOT NULL, exact TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, kind TEXT NOT NULL
);
CREATE VIRTUAL TABLE claims_text USING fts5 (
    standalone, sentence, content='claims', content_rowid='key',
    tokenize='porter unicode61 remove_diacritics 2'
);
"""
_INDICES = """
INSERT INTO claims_text (claims_text) VALUES ('rebuild');
CREATE INDEX claims_by_document ON claims (document, n);
CREATE INDEX claims_by_source ON claims (source_name);
CREATE INDEX claims_by_who ON claims (who_name);
CREATE INDEX documents_by_id ON documents (id);
CREATE INDEX places_by_claim ON places (claim);
CREATE INDEX places_by_name ON places (name);
CREATE INDEX times_by_claim ON times (claim);
CREATE INDEX times_by_day ON times (earliest, latest);
CREATE INDEX attributions_by_document ON attributions (document);
CREATE INDEX entities_by_document ON entities (document, id);
CREATE INDEX entities_by_name ON entities (name);
CREATE INDEX mentions_by_entity ON mentions (document, entity);
"""


def prepare(document: "Document", name: str) -> bytes:
    """Return the rows of an article by table, each without the number that it will lead with.

    Places and times lead with the index of their claim instead.
    """
    source = document.document
    tables: dict[str, list[Row]] = {
        "documents": [
            (
                source.id,
                source.path,
                source.url,
                source.title,
                source.published,
                source.date_source,
                source.author,
                source.language,
                source.words,
                source.sentences,
                " ".join(line.text for line in document.summary),
                document.to_json(),
            )
        ],
        "claims": [_claim_row(claim) for claim in document.claims],
        "places": [
            (i, *row) for i, claim in enumerate(document.claims) for row in _place_rows(claim)
        ],
        "times": [
            (i, when.exact, when.timex, when.edtf, when.earliest, when.latest)
            for i, claim in enumerate(document.claims)
            for when in claim.when
        ],
        "attributions": list(_attribution_rows(document)),
        "entities": [
            (entity.id, entity.name, entity.label)
            + ((entity.place.name, entity.place.country) if entity.place else (None, None))
            for entity in document.entities
        ],
        "mentions": [
            (entity.id, mention.exact, mention.start, mention.end, mention.kind)
            for entity in document.entities
            for mention in entity.mentions
        ],
    }
    return json.dumps(tables, ensure_ascii=False, separators=(",", ":")).encode()


def write(path: Path, entries: Iterable[Entry]) -> None:
    """Write all entries to a new database, also failed and repeated ones.

    The claims of a repeated article are stored once, with the first of its kind.

    Raises:
        OSError: the database cannot be written.
    """
    with whole_file(path) as part:
        part.unlink(missing_ok=True)
        try:
            _write(part, entries)
        except sqlite3.OperationalError as error:  # SQLite's word for a full disk
            raise OSError(str(error)) from error


def _write(path: Path, entries: Iterable[Entry]) -> None:
    from claimx.records import SCHEMA

    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = OFF")  # the file is thrown away if this fails
        db.execute("PRAGMA synchronous = OFF")
        db.executescript(_TABLES)
        db.execute("BEGIN")
        _insert(db, "meta", [("schema", SCHEMA), ("database", VERSION)])
        claims = 0
        for n, entry in enumerate(entries, start=1):
            head = (n, entry.name, entry.status, entry.problem, entry.copy_of)
            if not entry.share:
                _insert(db, "documents", [(*head, *[None] * 12)])
                continue
            tables: dict[str, list[Row]] = json.loads(entry.share)
            _insert(db, "documents", [(*head, *row) for row in tables.pop("documents")])
            if entry.copy_of is None:
                claims += _insert_claims(db, n, tables, before=claims)
        db.execute("COMMIT")
        db.executescript(_INDICES)


def _insert_claims(
    db: sqlite3.Connection, n: int, tables: dict[str, list[Row]], *, before: int
) -> int:
    """Insert what an article says and return the number of its claims."""
    claims = tables.pop("claims")
    _insert(db, "claims", [(before + i, n, *row) for i, row in enumerate(claims, start=1)])
    for name in ("places", "times"):
        _insert(db, name, [(before + i + 1, *row) for i, *row in tables.pop(name)])
    for name, rows in tables.items():
        _insert(db, name, [(n, *row) for row in rows])
    return len(claims)


def _insert(db: sqlite3.Connection, table: str, rows: list[Row]) -> None:
    if rows:
        places = ", ".join("?" * len(rows[0]))
        db.executemany(f"INSERT INTO {table} VALUES ({places})", rows)


def _claim_row(claim: "Claim") -> Row:
    parties: list[str | None] = []
    for party in (claim.who, claim.target, claim.actor, claim.source):
        parties += (party.exact, party.name) if party else (None, None)
    who, target, actor, source = (parties[i : i + 2] for i in range(0, 8, 2))
    return (
        claim.n,
        claim.id,
        claim.text,
        claim.standalone,
        *who,
        claim.what.exact,
        claim.predicate.exact,
        claim.predicate.lemma,
        *target,
        *actor,
        "; ".join(why.exact for why in claim.why) or None,
        *source,
        claim.cue and claim.cue.exact,
        claim.quote,
        claim.attribution,
        claim.finite,
        claim.polarity,
        claim.certainty,
        claim.factuality,
        claim.salience,
        claim.citation.line,
        claim.citation.start,
        claim.citation.end,
        claim.citation.exact,
    )


def _place_rows(claim: "Claim") -> Iterator[Row]:
    for where in claim.where:
        place = where.place
        if place is None:
            yield (where.exact, *[None] * 6)
            continue
        at = (place.geonameid, place.latitude, place.longitude, place.kind)
        yield (where.exact, place.name, place.country, *at)


def _attribution_rows(document: "Document") -> Iterator[Row]:
    for said in document.attributions:
        source = (said.source.exact, said.source.name) if said.source else (None, None)
        cue, content = said.cue and said.cue.exact, " … ".join(part.exact for part in said.content)
        yield (said.id, *source, cue, content, said.quote, said.entity)
