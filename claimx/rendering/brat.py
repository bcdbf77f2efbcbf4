"""brat standoff: what stands in the ``.ann`` file beside an article's ``.txt`` file."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TextIO

from claimx.errors import UsageError
from claimx.records import Document
from claimx.rendering import Reading
from claimx.rendering.roles import Piece, claim_pieces, status
from claimx.rendering.visible import one_line

# brat tells types of stretches from roles in events.
_TYPES = {
    "Predicate": "Claim",
    "Who": "Party",
    "What": "Phrase",
    "Target": "Party",
    "Actor": "Party",
    "Where": "Place",
    "When": "Time",
    "Why": "Reason",
    "Source": "Source",
    "Cue": "Cue",
}

# Every character at which brat's reader, or ``str.splitlines``, breaks a line, and its separator.
_LINE = re.compile(r"[^\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


def render(readings: Iterable[Reading], stream: TextIO) -> None:
    """Write the annotation of one article; its offsets belong to that article's text alone.

    Raises:
        UsageError: there is a second article.
    """
    for number, (article, document) in enumerate(readings):
        if number:
            raise UsageError(
                f"{article.path or 'second article'}: brat keeps one file an article; give one"
            )
        for line in _lines(article.text, document):
            stream.write(f"{line}\n")


def _lines(text: str, document: Document) -> Iterator[str]:
    spans: dict[tuple[str, int, int], str] = {}
    attributes = 0
    for number, claim in enumerate(document.claims, 1):
        arguments: list[str] = []
        roles: Counter[str] = Counter()
        for piece in claim_pieces(claim):
            key = (_TYPES[piece.role], piece.start, piece.end)
            if key not in spans:
                spans[key] = f"T{len(spans) + 1}"
                yield f"{spans[key]}\t{_TYPES[piece.role]} {_stretch(text, piece)}"
            role = "Claim" if piece.role == "Predicate" else piece.role
            roles[role] += 1
            numbered = role if roles[role] == 1 else f"{role}{roles[role]}"
            arguments.append(f"{numbered}:{spans[key]}")
        yield f"E{number}\t{' '.join(arguments)}"
        for name, value in status(claim):
            attributes += 1
            yield f"A{attributes}\t{name} E{number} {value}"
        yield f"#{number}\tAnnotatorNotes E{number}\t{one_line(claim.standalone)}"


def _stretch(text: str, piece: Piece) -> str:
    """Return offsets and words; a line end or tab parts a stretch, as brat wants it."""
    parts = [
        (piece.start + match.start(), piece.start + match.end())
        for match in _LINE.finditer(text[piece.start : piece.end])
    ]
    offsets = ";".join(f"{start} {end}" for start, end in parts)
    return f"{offsets}\t{' '.join(text[start:end] for start, end in parts)}"
