"""schema.org JSON-LD: the article, its claims and its quotations; one graph an article, one a line.

It never rates a claim: who says what, not whether it is true.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from claimx.records import Attribution, Claim, Document, Party
from claimx.rendering import Reading
from claimx.rendering.json import one_line
from claimx.rendering.web_annotation import source_iri

_QUOTES = "“”\"'‘’«» \n"


def render(readings: Iterable[Reading], stream: TextIO) -> None:
    """Write one graph a line; "<" is escaped, so that it can stand in a page's script element."""
    for _, document in readings:
        line = one_line(json.dumps(_graph(document), ensure_ascii=False))
        stream.write(line.replace("<", "\\u003c"))


def _graph(document: Document) -> dict[str, Any]:
    source = document.document
    article = {
        "@type": "NewsArticle",
        "@id": source_iri(document),
        "headline": source.title,
        "url": source.url,
        "author": source.author and {"@type": "Person", "name": source.author},
        "datePublished": source.published,
        "inLanguage": source.language,
        "wordCount": source.words,
    }
    labels = {entity.id: entity.label for entity in document.entities}
    nodes = [article]
    nodes += (_claim(claim, document, labels) for claim in document.claims)
    nodes += _quotations(document, labels)
    return {"@context": "https://schema.org", "@graph": list(map(_known, nodes))}


def _claim(claim: Claim, document: Document, labels: dict[str, str]) -> dict[str, Any]:
    return {
        "@type": "Claim",
        "@id": f"urn:claimx:{claim.id}",
        "text": claim.standalone,
        "author": _speaker(claim.source, labels),
        "appearance": {"@id": source_iri(document)},
        "datePublished": document.document.published,
        "inLanguage": document.document.language,
    }


def _quotations(document: Document, labels: dict[str, str]) -> Iterator[dict[str, Any]]:
    """Yield every direct quotation, whether its content is a claim or not."""
    for attribution in document.attributions:
        if attribution.quote == "direct" and attribution.content:
            yield {
                "@type": "Quotation",
                "@id": f"urn:claimx:{document.document.id}:{attribution.id}",
                "text": _words(attribution),
                "creator": _speaker(attribution.source, labels),
                "isPartOf": {"@id": source_iri(document)},
                "inLanguage": document.document.language,
            }


def _words(attribution: Attribution) -> str:
    """Return the quoted words; what the cue parts, " … " joins."""
    return " … ".join(" ".join(part.exact.strip(_QUOTES).split()) for part in attribution.content)


def _speaker(source: Party | None, labels: dict[str, str]) -> dict[str, Any] | None:
    if source is None:
        return None
    is_person = source.entity is not None and labels.get(source.entity) == "PERSON"
    return {
        "@type": "Person" if is_person else "Organization",
        "name": source.name or source.exact,
    }


def _known(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if value is not None}
