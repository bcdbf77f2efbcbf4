"""The component ``claimx`` at the end of a pipeline that is not claimx's."""

import pytest
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc, Span

import claimx
import claimx.component  # registers the factory, as the entry point does
from claimx.errors import ModelError
from tests.clear_pairs import PAIRS
from tests.pipelines import make_pipeline
from tests.test_clear import both

CLEAR, _ = both(PAIRS["copula with preposition"])
TEXT = CLEAR.text


@Language.component("parse_by_heart")
def parse_by_heart(doc: Doc) -> Doc:
    """Annotate ``TEXT`` as en_core_web_sm does."""
    for token, known in zip(doc, CLEAR, strict=True):
        token.tag_, token.pos_, token.dep_ = known.tag_, known.pos_, known.dep_
        token.head = doc[known.head.i]
    doc.set_ents([Span(doc, 4, 5, "GPE")])
    return doc


@pytest.fixture(scope="module")
def nlp() -> English:
    nlp = English()
    nlp.meta["name"] = "core_web_heart"
    nlp.add_pipe("parse_by_heart")
    nlp.add_pipe("claimx")
    return nlp


def test_a_doc_has_its_document(nlp: English) -> None:
    document = nlp(TEXT)._.claimx
    assert isinstance(document, claimx.Document)
    assert document.document.model.name == "en_core_web_heart"
    said = [(claim.text, [place.exact for place in claim.where]) for claim in document.claims]
    assert said == [("Both envoys were in Geneva", ["Geneva"])]


def test_the_doc_itself_stays_as_it_was(nlp: English) -> None:
    doc = nlp(TEXT)
    assert [(token.dep_, token.head.i) for token in doc] == [
        (token.dep_, token.head.i) for token in CLEAR
    ]
    assert not doc.spans


def test_the_document_travels_with_the_doc(nlp: English) -> None:
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())._.claimx
    assert again == doc._.claimx
    assert isinstance(again, claimx.Document)


def test_a_doc_that_never_met_the_component_has_none() -> None:
    assert English()(TEXT)._.claimx is None


def test_an_empty_doc_has_an_empty_document() -> None:
    nlp = make_pipeline()
    nlp.add_pipe("claimx")
    assert nlp("")._.claimx.claims == ()


def test_a_pipeline_as_spacy_loads_it_is_fitted_too() -> None:
    plain = English()
    plain.add_pipe("parse_by_heart")
    document = claimx.extract(TEXT, model=plain)
    assert [claim.text for claim in document.claims] == ["Both envoys were in Geneva"]


def test_a_missing_component_is_named() -> None:
    nlp = make_pipeline("parser", "ner")
    nlp.add_pipe("claimx")
    with pytest.raises(ModelError, match="^the pipeline has no parser, no ner$"):
        nlp(TEXT)
