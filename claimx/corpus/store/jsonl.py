"""One claim a line, as ``claimx extract --format jsonl`` prints it; repeated articles once."""

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
    """Return the lines of an article."""
    from claimx.rendering.jsonl import render

    lines = io.StringIO()
    render([(Article(text="", path=name), document)], lines)
    return lines.getvalue().encode()


def write(path: Path, entries: Iterable[Entry]) -> None:
    """Write the claims of all entries to ``path``."""
    with whole_file(path) as part, part.open("wb") as stream:
        for entry in originals(entries):
            stream.write(entry.share)
