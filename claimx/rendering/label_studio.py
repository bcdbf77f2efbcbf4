"""Label Studio tasks with predictions: import the file, correct what claimx found.

Offsets count code points, as Label Studio stores them since 2022.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from claimx.article import Article
from claimx.records import Document
from claimx.rendering import Reading
from claimx.rendering.json import one_line
from claimx.rendering.roles import Piece, claim_pieces, status


def render(readings: Iterable[Reading], stream: TextIO) -> None:
    """Write one JSON array, one task a line."""
    stream.write("[")
    for number, (article, document) in enumerate(readings):
        stream.write(",\n" if number else "\n")
        stream.write(one_line(json.dumps(_task(article, document), ensure_ascii=False))[:-1])
    stream.write("\n]\n")


def _task(article: Article, document: Document) -> dict[str, Any]:
    source = document.document
    return {
        "data": {
            "text": article.text,
            "id": source.id,
            "path": source.path,
            "title": source.title,
            "published": source.published,
        },
        "predictions": [
            {
                "model_version": f"claimx {source.claimx} {source.model.name}",
                "result": list(_results(article.text, document)),
            }
        ],
    }


def _results(text: str, document: Document) -> Iterator[dict[str, Any]]:
    """Yield every region once, the claim's status on its predicate, then the relations."""
    identifiers: dict[Piece, str] = {}
    relations = []
    for claim in document.claims:
        pieces = list(claim_pieces(claim))
        for piece in pieces:
            if piece in identifiers:
                continue
            identifiers[piece] = identifier = f"r{len(identifiers) + 1}"
            yield _region(identifier, piece, text)
        predicate = identifiers[pieces[0]]
        for name, value in status(claim):
            yield {
                **_region(predicate, pieces[0], text),
                "from_name": name.lower(),
                "type": "choices",
                "value": {**_place(pieces[0], text), "choices": [value]},
            }
        relations += [
            {
                "type": "relation",
                "from_id": predicate,
                "to_id": identifiers[piece],
                "direction": "right",
                "labels": [piece.role],
            }
            for piece in pieces[1:]
        ]
    yield from relations


def _region(identifier: str, piece: Piece, text: str) -> dict[str, Any]:
    return {
        "id": identifier,
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {**_place(piece, text), "labels": [piece.role]},
    }


def _place(piece: Piece, text: str) -> dict[str, Any]:
    return {"start": piece.start, "end": piece.end, "text": text[piece.start : piece.end]}
