"""An article as it was read: its text, never edited afterwards, and what is known about it."""

from dataclasses import dataclass
from typing import Literal

# Of one article, unless the user allows more: of plain text they take 4 GB of memory to read.
MAX_BYTES = 16 * 2**20

BlockKind = Literal["title", "heading", "bullet", "dateline", "paragraph"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of text that no sentence crosses, in code points, without outer white space."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article; ``published`` is an ISO 8601 date, ``date_source`` says where it comes from.

    ``language`` is a tag such as "en-GB", as whoever published the article states it.
    """

    text: str
    path: str | None = None
    title: str | None = None
    published: str | None = None
    date_source: str | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None
