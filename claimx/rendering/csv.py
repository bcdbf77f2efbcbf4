"""Comma-separated values, one claim a row, for spreadsheets and data frames."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from claimx.rendering import Reading
from claimx.rendering.flat import Cell, cell, claim_values, default_columns, disarm, pick
from claimx.rendering.visible import one_line


def render(
    readings: Iterable[Reading],
    stream: TextIO,
    *,
    fields: Sequence[str] | None = None,
    delimiter: str = ",",
) -> None:
    """Write a header and a row for each claim; cells that a spreadsheet would run are disarmed.

    Cells are one line: line ends become spaces, control characters become visible.
    """
    names = default_columns() if fields is None else fields
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\n")
    writer.writerow(names)
    for row in rows(readings, names):
        writer.writerow(row)


def rows(readings: Iterable[Reading], names: Sequence[str]) -> Iterator[list[Cell]]:
    """Yield the cells of each claim."""
    for _, document in readings:
        for values in claim_values(document):
            cells = (cell(pick(values, name)) for name in names)
            yield [disarm(one_line(value)) if isinstance(value, str) else value for value in cells]
