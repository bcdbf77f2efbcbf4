"""W3C Web Annotation: one AnnotationPage an article, one a line, one annotation a claim."""

import json
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any, TextIO
from urllib.parse import quote

from claimx.records import Claim, Document
from claimx.rendering import Reading
from claimx.rendering.json import one_line
from claimx.rendering.roles import status

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def render(readings: Iterable[Reading], stream: TextIO) -> None:
    """Write one page a line."""
    for _, document in readings:
        stream.write(one_line(json.dumps(_page(document), ensure_ascii=False)))


def source_iri(document: Document) -> str:
    """Return what identifies the article: its address, else its file, else a name for its text."""
    source = document.document
    if source.url:
        return quote(source.url, safe=":/?#[]@!$&'()*+,;=%~")
    if source.path:
        return quote(PurePath(source.path).as_posix())
    return f"urn:claimx:{source.id}"


def _page(document: Document) -> dict[str, Any]:
    source = document.document
    return {
        "@context": _CONTEXT,
        "id": f"urn:claimx:{source.id}:page",
        "type": "AnnotationPage",
        "items": [_annotation(claim, document) for claim in document.claims],
    }


def _annotation(claim: Claim, document: Document) -> dict[str, Any]:
    cited = claim.citation
    tags = [("Speaker", claim.source.name or claim.source.exact)] if claim.source else []
    return {
        "id": f"urn:claimx:{claim.id}",
        "type": "Annotation",
        "motivation": "describing",
        "generator": {
            "id": "urn:claimx:software",
            "type": "Software",
            "name": f"claimx {document.document.claimx}",
        },
        "body": [
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "text/plain",
                "language": "en",
                "value": claim.standalone,
            },
            *(
                {"type": "TextualBody", "purpose": "tagging", "value": f"{name}: {value}"}
                for name, value in (*status(claim), *tags)
            ),
        ],
        "target": {
            "source": source_iri(document),
            "selector": [
                {"type": "TextPositionSelector", "start": cited.start, "end": cited.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": cited.exact,
                    "prefix": cited.prefix,
                    "suffix": cited.suffix,
                },
            ],
        },
    }
