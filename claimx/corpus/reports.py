"""What came of every input, and what failed, as JSON Lines."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias

from claimx.corpus.atomic import whole_file
from claimx.corpus.task import Outcome

Row: TypeAlias = Mapping[str, Any]


def report_rows(outcomes: Iterable[Outcome], copies: Mapping[int, str]) -> Iterator[Row]:
    """Yield what came of each input."""
    for i, outcome in enumerate(outcomes):
        yield {
            "input": outcome.name,
            "digest": outcome.digest,
            "status": "copy" if i in copies else outcome.status,
            "problem": outcome.problem,
            "copy_of": copies.get(i),
            "words": outcome.words,
            "claims": outcome.claims,
            "id": outcome.id,
        }


def error_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield those of the rows that tell of a failure."""
    for row in rows:
        if row["status"] in {"failed", "foreign"}:
            yield {key: row[key] for key in ("input", "status", "problem")}


def first_problems(rows: Iterable[Row]) -> list[str]:
    """Return what went wrong with the first few of the rows that tell of a failure."""
    return [f"{row['input']}: {row['problem']}" for row in islice(error_rows(rows), 10)]


def write_lines(path: Path, rows: Iterable[Row]) -> None:
    """Write rows, one a line."""
    with whole_file(path) as part, part.open("w", encoding="utf-8") as stream:
        for row in rows:
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")
