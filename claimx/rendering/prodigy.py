"""Prodigy's JSON lines, one article a line: text, tokens, spans and relations.

spaCy users read the same file: ``doc.char_span(span["start"], span["end"], span["label"])``.
"""

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TextIO

from claimx.article import Article
from claimx.records import Document
from claimx.rendering import Reading
from claimx.rendering.json import one_line
from claimx.rendering.roles import Piece, claim_pieces

_TOKEN = re.compile(r"\w+|[^\w\s]")


def render(readings: Iterable[Reading], stream: TextIO) -> None:
    """Write one task a line."""
    for article, document in readings:
        stream.write(one_line(json.dumps(_task(article, document), ensure_ascii=False)))


def _task(article: Article, document: Document) -> dict[str, Any]:
    text = article.text
    found = [list(claim_pieces(claim)) for claim in document.claims]
    tokens = list(_cut(text, (piece for pieces in found for piece in pieces)))
    starts, ends = [start for start, _ in tokens], [end for _, end in tokens]

    def span(piece: Piece) -> dict[str, Any]:
        return {
            "start": piece.start,
            "end": piece.end,
            "token_start": bisect_left(starts, piece.start),
            "token_end": bisect_right(ends, piece.end) - 1,
            "label": piece.role.upper(),
        }

    source = document.document
    return {
        "text": text,
        "tokens": [
            {
                "text": text[start:end],
                "start": start,
                "end": end,
                "id": number,
                "ws": text[end : end + 1] == " ",
            }
            for number, (start, end) in enumerate(tokens)
        ],
        "spans": [span(piece) for piece in sorted({p for pieces in found for p in pieces})],
        "relations": [
            _relation(span(pieces[0]), span(piece)) for pieces in found for piece in pieces[1:]
        ],
        "meta": {"id": source.id, "path": source.path, "title": source.title},
    }


def _relation(head: dict[str, Any], child: dict[str, Any]) -> dict[str, Any]:
    """Return an arc between two spans; Prodigy hangs it on the last token of each."""
    return {
        "head": head["token_end"],
        "child": child["token_end"],
        "head_span": head,
        "child_span": child,
        "label": child["label"],
    }


def _cut(text: str, pieces: Iterable[Piece]) -> Iterator[tuple[int, int]]:
    """Yield words and signs, cut again where a stretch begins or ends inside one."""
    cuts = sorted({at for piece in pieces for at in (piece.start, piece.end)})
    for match in _TOKEN.finditer(text):
        yield from _parts(match.start(), match.end(), cuts)


def _parts(start: int, end: int, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    inside = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
    edges = [start, *inside, end]
    yield from zip(edges, edges[1:], strict=False)
