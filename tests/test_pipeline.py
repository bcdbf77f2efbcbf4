"""The embedded pipeline as users of spaCy meet it, and what it makes of hard input."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import claimx
from claimx.errors import ModelError
from claimx.language.pipeline import BLOCKS, model_folder

pytestmark = pytest.mark.model

NEWS = "The minister left Ankara on Monday. She will not return, officials said.\n\nTalks go on."


def test_a_doc_has_what_a_parsed_doc_has(nlp: Language) -> None:
    doc = nlp(NEWS)
    for annotation in ("TAG", "POS", "DEP", "LEMMA", "SENT_START", "ENT_IOB"):
        assert doc.has_annotation(annotation), annotation
    assert [sent.text.strip() for sent in doc.sents] == [
        "The minister left Ankara on Monday.",
        "She will not return, officials said.",
        "Talks go on.",
    ]
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Ankara", "GPE"), ("Monday", "DATE")]
    assert [token.text for token in doc if token.dep_ == "root"] == ["left", "said", "go"]
    left = doc[2]
    assert [(child.text, child.dep_) for child in left.children if not child.is_punct] == [
        ("minister", "nsubj"),
        ("Ankara", "obj"),
        ("Monday", "obl"),
    ]


def test_no_sentence_crosses_a_block(nlp: Language) -> None:
    doc = nlp("Rates rise again\n\n- The bank acts\n- Markets fall\n\nThe bank raised rates")
    starts = {token.i for token in doc if token.is_sent_start}
    assert {block.start for block in doc.spans[BLOCKS]} <= starts


def test_the_same_text_comes_out_the_same(nlp: Language) -> None:
    first, second = nlp(NEWS), nlp(NEWS)
    among_others = list(nlp.pipe(["Rates rise.", NEWS, "Markets fell on Friday."]))[1]
    assert first.to_json() == second.to_json() == among_others.to_json()


def test_a_doc_of_given_words_needs_no_layout(nlp: Language) -> None:
    words = ["Rates", "rose", "in", "Oslo", "."]
    doc = nlp(Doc(nlp.vocab, words=words, spaces=[True, True, True, False, False]))
    assert [(token.text, token.dep_) for token in doc] == [
        ("Rates", "nsubj"),
        ("rose", "root"),
        ("in", "case"),
        ("Oslo", "obl"),
        (".", "punct"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \n\t ", id="white space"),
        pytest.param("\n\n  The end.", id="leading white space"),
        pytest.param("x" * 10_000, id="one long token"),
        pytest.param("rain fell and " * 1_000, id="no punctuation"),
        pytest.param("The river rose. " * 3_500, id="one long paragraph"),
        pytest.param("\u200b\ufeff \u202e(\x07", id="marks without letters"),
        pytest.param("( [ “ ‘ « ' \" --", id="marks that never close"),
    ],
)
def test_any_text_comes_back(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert sum(len(sent) for sent in doc.sents) == len(doc)
    for sent in doc.sents:
        roots = [token for token in sent if token.head == token]
        assert len(roots) == 1
        assert all(token.head in sent for token in sent)


def test_components_are_found_by_name() -> None:
    nlp = spacy.blank("en")
    for name in ("claimx_layout", "claimx_encoder", "claimx_lemmas", "claimx_entities"):
        nlp.add_pipe(name)
    assert [token.lemma_ for token in nlp("The banks raised rates.")][:3] == [
        "the",
        "bank",
        "raise",
    ]


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("claimx_layout")
    nlp.to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match="has no tagger, no parser, no ner"):
        claimx.load(str(tmp_path / "blank"))


def test_an_unknown_pipeline_is_refused() -> None:
    with pytest.raises(ModelError, match="no_such_pipeline: no such spaCy pipeline"):
        claimx.load("no_such_pipeline")


def test_a_damaged_model_is_refused(tmp_path: Path) -> None:
    for file in model_folder().iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    with (tmp_path / "encoder.onnx").open("r+b") as file:
        file.seek(1_000)
        file.write(b"\0\0\0\0")
    with pytest.raises(ModelError, match="encoder.onnx: damaged"):
        claimx.load(str(tmp_path))
