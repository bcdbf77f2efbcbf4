"""The plain copy of a Doc answers as spaCy's own Doc does, on any tree."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy import tokens
from spacy.lang.en import English

from claimx.doc import Doc, Token, once_a_doc, once_a_token
from claimx.language.snapshot import snapshot
from tests.parses import parse

ENGLISH = English()
WORDS = ("Oslo", "ran", "\n\n", ",", "2,000", "(", "a.b@example.org", "www.example.org", "I", "us")
VALUES = (
    "i idx text lower_ lemma_ pos_ tag_ dep_ ent_type_ ent_iob_ whitespace_ text_with_ws is_space"
    " is_punct is_bracket is_sent_start is_alpha is_lower is_title like_num like_url like_email"
).split()
TOKENS = ("head", "left_edge", "right_edge")
SEQUENCES = ("children", "lefts", "rights", "subtree")


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


@pytest.mark.parametrize("seed", range(60))
def test_every_token_answers_as_in_spacy(seed: int) -> None:
    doc = grow(seed)
    copy = snapshot(doc)
    for ours, theirs in zip(copy, doc, strict=True):
        for name in VALUES:
            assert getattr(ours, name) == getattr(theirs, name), name
        for name in TOKENS:
            assert getattr(ours, name).i == getattr(theirs, name).i, name
        for name in SEQUENCES:
            assert [t.i for t in getattr(ours, name)] == [t.i for t in getattr(theirs, name)]
        for other in doc:
            assert ours.is_ancestor(copy[other.i]) is theirs.is_ancestor(other)
        assert (ours.sent.start, ours.sent.end) == (theirs.sent.start, theirs.sent.end)


@pytest.mark.parametrize("seed", range(60))
def test_every_span_answers_as_in_spacy(seed: int) -> None:
    doc = grow(seed)
    copy = snapshot(doc)
    assert copy.text == doc.text and copy.is_parsed
    assert [(s.start, s.end) for s in copy.sents] == [(s.start, s.end) for s in doc.sents]
    assert [(e.start, e.end, e.label_) for e in copy.ents] == [
        (e.start, e.end, e.label_) for e in doc.ents
    ]
    assert [(s.text, s.label_) for s in copy.spans["group"]] == [(doc[0].text, "one")]
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
    doc = snapshot(ENGLISH("It rains. It pours."))
    assert [sent.text for sent in doc.sents] == ["It rains. It pours."] and not doc.is_parsed


def test_nothing() -> None:
    doc = snapshot(ENGLISH(""))
    assert (len(doc), doc.sents, doc.char_span(0, 1), doc.span(0, 1).text) == (0, [], None, "")


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
