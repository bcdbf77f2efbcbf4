"""Open a database that ``claimx batch`` wrote, for reading only."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from claimx.errors import InputError

VERSION = "1"


@contextmanager
def open_database(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection whose rows have names; nothing can be written through it.

    Raises:
        InputError: there is no such file, or it is no database of this version.
    """
    if not path.is_file():
        raise InputError(f"{path}: no such file; make it with claimx batch INPUT -o NAME.sqlite")
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
            db.row_factory = sqlite3.Row
            found = db.execute("SELECT value FROM meta WHERE key = 'database'").fetchone()
            if found is None or found["value"] != VERSION:
                raise InputError(f"{path}: written by another version; run claimx batch again")
            yield db
    except sqlite3.DatabaseError as error:
        raise InputError(f"{path}: no claimx database ({error})") from error
