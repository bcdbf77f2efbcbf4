"""Tab-separated values: the columns of ``csv``, no tab or line end inside a cell."""

from collections.abc import Iterable, Sequence
from typing import TextIO

from claimx.rendering import Reading, csv


def render(
    readings: Iterable[Reading], stream: TextIO, *, fields: Sequence[str] | None = None
) -> None:
    """Write a header and a row for each claim."""
    csv.render(readings, stream, fields=fields, delimiter="\t")
