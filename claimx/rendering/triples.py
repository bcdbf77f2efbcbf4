"""Facts as subject, relation and object, separated by tabs, one a line."""

from collections.abc import Iterable
from typing import TextIO

from claimx.rendering import Reading
from claimx.rendering.visible import one_line


def render(readings: Iterable[Reading], stream: TextIO) -> None:
    """Write one fact a line; an article without facts writes nothing."""
    for _, document in readings:
        for fact in document.triples():
            stream.write("\t".join(map(one_line, fact)) + "\n")
