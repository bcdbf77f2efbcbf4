"""Claims in news articles: who says that who did what, where, when and why, each with its place.

    >>> import claimx
    >>> document = claimx.extract("The mayor said on Monday that the bridge was closed.")
    >>> [(claim.who.exact, claim.what.exact, claim.source.exact) for claim in document.claims]
    [('the bridge', 'was closed', 'The mayor')]

Importing the package is cheap: spaCy and the language model are loaded on first use.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

    from claimx.article import Article
    from claimx.errors import ClaimxError
    from claimx.records import (
        Answer,
        Attribution,
        Brief,
        Citation,
        Claim,
        Cue,
        Document,
        Entity,
        Mention,
        Model,
        Party,
        Place,
        Predicate,
        Relation,
        Source,
        Stretch,
        SummaryLine,
        When,
        Where,
    )

__version__ = "0.1.0"

__all__ = [
    "Answer",
    "Article",
    "Attribution",
    "Brief",
    "Citation",
    "Claim",
    "ClaimxError",
    "Cue",
    "Document",
    "Entity",
    "Mention",
    "Model",
    "Party",
    "Place",
    "Predicate",
    "Relation",
    "Source",
    "Stretch",
    "SummaryLine",
    "When",
    "Where",
    "extract",
    "extract_many",
    "load",
]


def load(model: str | None = None) -> Language:
    """Return a fresh pipeline: the embedded one, or the spaCy pipeline called ``model``.

    Raises:
        ModelError: the pipeline is missing or damaged.
    """
    from claimx.language import load as load_pipeline

    return load_pipeline(model)


def extract(
    text: str,
    *,
    title: str | None = None,
    published: str | None = None,
    url: str | None = None,
    model: str | Language | None = None,
) -> Document:
    """Return everything found in one article.

    Offsets count code points in ``text`` as given; ``title`` describes it and is not read.
    ``published`` is an ISO 8601 date that "yesterday" counts from; ``model`` is a name or a
    pipeline that :func:`load` returned.  A text without claims gives a document without claims.

    Raises:
        InputError: the text holds half of a surrogate pair, which no encoding can write, or
            ``published`` is no date.
        ModelError: the pipeline is missing or damaged.
    """
    from claimx.extraction import read_document
    from claimx.reading import make_article

    article = make_article(text, title=title, published=published, url=url)
    return read_document(article, _pipeline(model))


def extract_many(
    texts: Iterable[str | Article], *, model: str | Language | None = None
) -> Iterator[Document]:
    """Yield a document for each text or article, in input order, reading one at a time.

    Raises:
        InputError: as :func:`extract` does.
        ModelError: the pipeline is missing or damaged.
    """
    from claimx.extraction import read_document
    from claimx.reading.files import check_article, make_article

    nlp = _pipeline(model)
    for text in texts:
        article = make_article(text) if isinstance(text, str) else check_article(text)
        yield read_document(article, nlp)


def _pipeline(model: str | Language | None) -> Language:
    return _shared(model) if model is None or isinstance(model, str) else model


@cache
def _shared(model: str | None) -> Language:
    """Keep one pipeline a model, apart from those that callers of ``load`` may change."""
    return load(model)


def __getattr__(name: str) -> Any:
    """Import a public type on first use."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = {"Article": "article", "ClaimxError": "errors"}.get(name, "records")
    return getattr(import_module(f"claimx.{home}"), name)
