"""One claim a line, as ``claimx extract --format jsonl`` prints it; repeated articles once."""

from collections.abc import Iterable
from pathlib import Path

from claimx.corpus.atomic import whole_file
from claimx.corpus.store import Entry, originals
from claimx.rendering.jsonl import render


def write(path: Path, entries: Iterable[Entry]) -> None:
    """Write the claims of all entries to ``path``."""
    with whole_file(path) as part, part.open("w", encoding="utf-8", newline="") as stream:
        render(originals(entries), stream)
