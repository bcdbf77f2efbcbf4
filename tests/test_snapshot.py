"""The plain copy of a Doc answers as spaCy's own Doc does, on any tree."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy import tokens
from spacy.lang.en import English

from claimx.article import Article
from claimx.doc import Doc, Token, once_a_doc, once_a_token
from claimx.extraction import read_doc
from claimx.language.snapshot import snapshot
from claimx.records import Model
from tests.parses import parse, parse_doc

ENGLISH = English()
WORDS = ("Oslo", "ran", "\n\n", ",", "2,000", "(", "a.b@example.org", "www.example.org", "I", "us")
VALUES = (
    "i idx text lower_ lemma_ pos_ tag_ dep_ ent_type_ ent_iob_ whitespace_ text_with_ws is_space"
    " is_punct is_bracket is_sent_start is_alpha is_lower is_title like_num like_url like_email"
).split()
TOKENS = ("head", "left_edge", "right_edge")
SEQUENCES = ("children", "lefts", "rights", "subtree")
SPEECH = """
Ana ana PROPN NNP 4 nsubj B-PERSON
Lie lie PROPN NNP 1 flat I-PERSON
Berg berg PROPN NNP 1 flat B-PERSON
told tell VERB VBD 0 root
the the DET DT 6 det B-ORG
board board NOUN NN 4 iobj I-ORG
that that SCONJ IN 11 mark
prices price NOUN NNS 11 nsubj:pass
and and CCONJ CC 10 cc
wages wage NOUN NNS 8 conj
frozen freeze VERB VBN 4 ccomp
~. . PUNCT . 4 punct

" " PUNCT `` 3 punct
~Nobody nobody PRON NN 3 nsubj
left leave VERB VBD 0 root
~" " PUNCT '' 3 punct
"""
CROSSING = """
A a DET DT 2 det
hearing hearing NOUN NN 4 nsubj:pass
is be AUX VBZ 4 aux:pass
scheduled schedule VERB VBN 0 root
on on ADP IN 7 case
the the DET DT 7 det
issue issue NOUN NN 2 nmod
today today NOUN NN 4 obl:tmod
"""


def grow(seed: int) -> tokens.Doc:
    """Return a Doc of random words in one or two sentences with random, also crossing, trees."""
    chance = random.Random(seed)
    words, heads, starts = [], [], []
    for size in (chance.randint(1, 9), chance.randint(1, 9)):
        base = len(words)
        order = chance.sample(range(base, base + size), size)
        for token in range(base, base + size):
            rank = order.index(token)
            heads.append(chance.choice(order[:rank]) if rank else token)
            starts.append(token == base)
            words.append(chance.choice(WORDS))
    doc = tokens.Doc(
        ENGLISH.vocab,
        words=words,
        spaces=[chance.random() < 0.7 for _ in words],
        tags=["NN"] * len(words),
        pos=["NOUN"] * len(words),
        lemmas=[word.lower() for word in words],
        heads=heads,
        deps=["nmod"] * len(words),
        sent_starts=starts,
    )
    start = chance.randrange(len(doc))
    doc.set_ents([tokens.Span(doc, start, chance.randint(start + 1, len(doc)), "ORG")])
    doc.spans["group"] = [tokens.Span(doc, 0, 1, "one")]
    return doc


def break_lines() -> tokens.Doc:
    """Return a Doc with white space tokens at both ends and between its sentences."""
    return tokens.Doc(
        ENGLISH.vocab,
        words=[" ", "Rain", "fell", "\n\n", "It", "stopped", "\t"],
        spaces=[False, True, False, False, True, False, False],
        pos=["SPACE", "NOUN", "VERB", "SPACE", "PRON", "VERB", "SPACE"],
        heads=[2, 2, 2, 2, 5, 5, 5],
        deps=["dep", "nsubj", "root", "dep", "nsubj", "root", "dep"],
        sent_starts=[True, False, False, False, True, False, False],
    )


DOCS = [
    pytest.param(parse_doc(SPEECH), id="two sentences"),
    pytest.param(parse_doc(CROSSING), id="crossing arcs"),
    pytest.param(break_lines(), id="white space"),
    pytest.param(parse_doc("No no INTJ UH 0 root"), id="one word"),
    *(pytest.param(grow(seed), id=f"random {seed}") for seed in range(60)),
]


@pytest.mark.parametrize("doc", DOCS)
def test_every_token_answers_as_in_spacy(doc: tokens.Doc) -> None:
    copy = snapshot(doc)
    for ours, theirs in zip(copy, doc, strict=True):
        for name in VALUES:
            assert getattr(ours, name) == getattr(theirs, name), name
        assert ours.relation == theirs.dep_.split(":")[0]
        for name in TOKENS:
            assert getattr(ours, name).i == getattr(theirs, name).i, name
        for name in SEQUENCES:
            assert [t.i for t in getattr(ours, name)] == [t.i for t in getattr(theirs, name)]
        for other in doc:
            assert ours.is_ancestor(copy[other.i]) is theirs.is_ancestor(other)
        assert (ours.sent.start, ours.sent.end) == (theirs.sent.start, theirs.sent.end)


@pytest.mark.parametrize("doc", DOCS)
def test_every_span_answers_as_in_spacy(doc: tokens.Doc) -> None:
    copy = snapshot(doc)
    assert copy.text == doc.text and copy.is_parsed
    assert [(s.start, s.end) for s in copy.sents] == [(s.start, s.end) for s in doc.sents]
    assert [(e.start, e.end, e.label_) for e in copy.ents] == [
        (e.start, e.end, e.label_) for e in doc.ents
    ]
    assert {
        name: [(s.start, s.end, s.label_) for s in group] for name, group in copy.spans.items()
    } == {name: [(s.start, s.end, s.label_) for s in group] for name, group in doc.spans.items()}
    for start in range(len(doc) + 1):
        for end in range(start, len(doc) + 2):
            ours, theirs = copy.span(start, end), doc[start:end]
            assert (ours.text, ours.start_char, ours.end_char, ours.start, ours.end, len(ours)) == (
                *(theirs.text, theirs.start_char, theirs.end_char),
                *(theirs.start, theirs.end, len(theirs)),
            )
            if ours:
                assert ours.root.i == theirs.root.i
                assert (ours.sent.start, ours[-1].i) == (theirs.sent.start, theirs[-1].i)


@given(st.integers(0, 50), st.integers(-2, 60), st.integers(-2, 60))
def test_characters_give_the_span_that_they_give_in_spacy(seed: int, start: int, end: int) -> None:
    doc = grow(seed)
    ours = snapshot(doc).char_span(start, max(start + 1, end))
    theirs = doc.char_span(start, max(start + 1, end), alignment_mode="expand")
    assert (ours is None) is (theirs is None)
    if ours is not None:
        assert (ours.start, ours.end) == (theirs.start, theirs.end)


def test_a_text_without_a_parse_is_one_sentence() -> None:
    doc = snapshot(ENGLISH("It can't rain. It pours."))
    assert [sent.text for sent in doc.sents] == ["It can't rain. It pours."] and not doc.is_parsed
    assert all(token is token.head is token.left_edge is token.right_edge for token in doc)


def test_what_spacy_changes_later_does_not_reach_the_copy() -> None:
    doc = parse_doc(SPEECH)
    copy = snapshot(doc)
    before = everything(copy)
    for token in doc:
        token.lemma_, token.pos_, token.head = "else", "X", doc[-1]
    doc.set_ents([])
    assert everything(copy) == before


@pytest.mark.parametrize("rows", [SPEECH, CROSSING])
def test_the_rules_leave_the_copy_as_it_is(rows: str) -> None:
    copy = parse(rows)
    before = everything(copy)
    read_doc(copy, Article(text=copy.text), Model(name="none", version="0"))
    assert everything(copy) == before


def test_nothing_can_be_put_into_the_copy() -> None:
    copy = parse(SPEECH, spans={"group": [(0, 1, "one")]})
    fixed = (copy, copy.ents, copy.sents, copy.spans["group"], copy[3].children)
    assert all(isinstance(sequence, tuple) for sequence in fixed)
    with pytest.raises(AttributeError):
        copy[0].note = "new"  # type: ignore[attr-defined]


def everything(copy: Doc) -> list[object]:
    """Return all that the rules read of a copy."""
    return [
        *([getattr(token, name) for name in VALUES] for token in copy),
        *([getattr(token, name).i for name in TOKENS] for token in copy),
        *([other.i for other in getattr(token, name)] for token in copy for name in SEQUENCES),
        [(span.start, span.end, span.label_) for span in (*copy.ents, *copy.sents)],
        {name: list(group) for name, group in copy.spans.items()},
    ]


def test_nothing() -> None:
    doc = snapshot(ENGLISH(""))
    assert (len(doc), doc.sents, doc.char_span(0, 1), doc.span(0, 1).text) == (0, (), None, "")


def test_spans_are_equal_by_place_and_label() -> None:
    doc = parse("Ana ana PROPN NNP 2 nsubj\nleft leave VERB VBD 0 root")
    assert doc.span(0, 1) == doc.span(0, 1) != doc.span(0, 1, "ORG")
    assert len({doc.span(0, 1), doc.span(0, 1), doc.span(0, 2)}) == 2


def test_no_token_lies_before_the_first() -> None:
    doc = parse("Ana ana PROPN NNP 2 nsubj\nleft leave VERB VBD 0 root")
    assert doc[1].nbor(-1) is doc[0]
    with pytest.raises(IndexError):
        doc[0].nbor(-1)
    with pytest.raises(IndexError):
        doc.span(0, 1)[1]


def test_a_question_is_asked_once_a_token() -> None:
    asked: list[Token] = []

    @once_a_token
    def ask(token: Token) -> bool:
        asked.append(token)
        return False

    doc, other = (parse("Ana ana PROPN NNP 2 nsubj\nleft leave VERB VBD 0 root") for _ in range(2))
    assert [ask(token) for token in (doc[0], doc[0], doc[1], other[0])] == [False] * 4
    assert asked == [doc[0], doc[1], other[0]]


def test_a_question_is_asked_once_a_doc() -> None:
    asked: list[Doc] = []

    @once_a_doc
    def ask(doc: Doc) -> None:
        asked.append(doc)

    doc, other = (parse("Ana ana PROPN NNP 2 nsubj\nleft leave VERB VBD 0 root") for _ in range(2))
    assert [ask(one) for one in (doc, doc, other)] == [None] * 3
    assert [id(one) for one in asked] == [id(doc), id(other)]
