"""Open a database that ``claimx batch`` wrote, for reading only."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from claimx.errors import InputError
from claimx.reading.files import reason

VERSION = "2"

_CODE = "SELECT name FROM sqlite_master WHERE type IN ('view', 'trigger')"


@contextmanager
def open_database(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection whose rows have names; nothing can be written through it.

    What others made is not trusted: nothing in it that would run code is put up with.

    Raises:
        InputError: there is no such file, it is no database of this version, or it is damaged,
            which may show as late as its rows are read.
    """
    try:
        if not path.is_file():
            raise InputError(f"{path}: no such file; claimx batch INPUT -o NAME.sqlite makes one")
    except OSError as error:
        raise InputError(f"{path}: {reason(error)}") from error
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
            db.row_factory = sqlite3.Row
            db.execute("PRAGMA trusted_schema = OFF")
            if db.execute(_CODE).fetchone() is not None:  # a view may never come to an end
                raise sqlite3.DataError("it holds a view or a trigger")
            found = db.execute("SELECT value FROM meta WHERE key = 'database'").fetchone()
            if found is None or found["value"] != VERSION:
                raise InputError(f"{path}: written by another version; run claimx batch again")
            yield db
    except sqlite3.DatabaseError as error:
        raise InputError(f"{path}: no claimx database ({error})") from error
