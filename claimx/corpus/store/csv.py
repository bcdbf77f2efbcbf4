"""One claim a row, as ``claimx extract --format csv`` prints it; repeated articles once."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from claimx.article import Article
from claimx.corpus.atomic import whole_file
from claimx.corpus.store import Entry, originals

if TYPE_CHECKING:
    from claimx.records import Document


def prepare(document: "Document", name: str) -> bytes:
    """Return the rows of an article."""
    from claimx.rendering.csv import rows
    from claimx.rendering.flat import default_columns

    table = io.StringIO()
    reading = Article(text="", path=name), document
    csv.writer(table, lineterminator="\n").writerows(rows([reading], default_columns()))
    return table.getvalue().encode()


def write(path: Path, entries: Iterable[Entry]) -> None:
    """Write the claims of all entries to ``path``, with a header."""
    from claimx.rendering.csv import render

    with whole_file(path) as part, part.open("w+", encoding="utf-8", newline="") as stream:
        render([], stream)
        stream.flush()
        for entry in originals(entries):
            stream.buffer.write(entry.share)
