"""An article's whole way: text → Doc → spans → claims → Document.

The Doc is made of the composed text, so that no rule ever meets a bare accent or a carriage return.
"""

from dataclasses import replace
from datetime import date
from unicodedata import normalize

from spacy import tokens
from spacy.language import Language

from claimx import __version__
from claimx.article import Article
from claimx.brief import read_brief
from claimx.claims import as_when, as_where, document_id, read_claims
from claimx.dating import find_publication_date
from claimx.doc import Doc
from claimx.errors import InputError
from claimx.language import identify
from claimx.language.fitting import fit
from claimx.language.snapshot import snapshot
from claimx.reading import make_article
from claimx.reading.composed import compose
from claimx.reading.english import is_english
from claimx.reading.layout import find_title
from claimx.records import SCHEMA, Document, Model, Source
from claimx.relocation import relocate
from claimx.rules.attributions import find_attributions
from claimx.rules.clauses import find_clauses
from claimx.rules.mentions import find_clusters, name_speakers
from claimx.rules.places import find_places
from claimx.rules.times import find_times
from claimx.salience import rank
from claimx.summary import summarise


def read_document(article: Article, nlp: Language) -> Document:
    """Return everything that the article says, as records.

    Raises:
        InputError: the article is longer than ``nlp`` takes.
        ModelError: the pipeline lacks a component.
    """
    composed = compose(article.text)
    if len(composed.text) > nlp.max_length:
        raise InputError(
            f"{len(composed.text):,} characters, and {identify(nlp).name} takes"
            f" {nlp.max_length:,}; the embedded model has no limit"
        )
    title = None if article.title is None else normalize("NFC", article.title)
    seen = date_article(replace(article, text=composed.text, title=title))
    doc = fit(nlp(seen.text), nlp)
    document = read_doc(snapshot(doc), seen, identify(nlp))
    return relocate(document, composed, article.text) if composed.edits else document


def read_parsed(doc: tokens.Doc, nlp: Language) -> Document:
    """Return everything that a text says which ``nlp`` has parsed; ``doc`` may be changed for it.

    Raises:
        InputError: the text holds half of a surrogate pair.
        ModelError: the pipeline lacks a component.
    """
    article = date_article(make_article(doc.text))
    return read_doc(snapshot(fit(doc, nlp)), article, identify(nlp))


def date_article(article: Article) -> Article:
    """Return the article with the date that its head states, unless it has one already."""
    found = None if article.published else find_publication_date(article.text)
    if found is None:
        return article
    return replace(article, published=found[0].isoformat(), date_source=found[1])


def read_doc(doc: Doc, article: Article, model: Model) -> Document:
    """Return what the article says, of whose text ``doc`` is the parse."""
    times = find_times(doc, date.fromisoformat(article.published) if article.published else None)
    places = find_places(doc)
    attributions = find_attributions(doc)
    clusters = name_speakers(doc, find_clusters(doc), attributions)
    clauses = find_clauses(
        doc, places=[span for span, _ in places], times=[time.span for time in times]
    )
    read = read_claims(
        doc,
        article,
        clauses=clauses,
        attributions=attributions,
        clusters=clusters,
        places=places,
        times=times,
    )
    title = article.title or find_title(article.text)
    claims = rank(read.claims, title=title, text=article.text, entities=read.entities)
    return Document(
        schema=SCHEMA,
        document=_source(doc, replace(article, title=title), model),
        brief=read_brief(
            claims,
            title=title,
            text=article.text,
            entities=read.entities,
            times=[as_when(time.span, time) for time in times],
            places=[as_where(span, place) for span, place in places],
            published=article.published,
        ),
        summary=summarise(claims, text=article.text),
        claims=claims,
        attributions=read.attributions,
        entities=read.entities,
        relations=read.relations,
    )


def _language(article: Article) -> str:
    if is_english(article.text, stated=article.language):
        return "en"
    return article.language or "und"


def _source(doc: Doc, article: Article, model: Model) -> Source:
    return Source(
        id=document_id(article.text),
        path=article.path,
        url=article.url,
        title=article.title,
        published=article.published,
        date_source=article.date_source,
        author=article.author,
        language=_language(article),
        words=sum(any(c.isalnum() for c in token.text) for token in doc),
        sentences=sum(any(c.isalnum() for c in sent.text) for sent in doc.sents),
        model=model,
        claimx=__version__,
    )
