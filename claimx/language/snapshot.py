"""The way from spaCy to the rules: a Doc's annotation as plain values."""

import numpy as np
from spacy import tokens
from spacy.attrs import (
    DEP,
    ENT_IOB,
    ENT_TYPE,
    HEAD,
    IS_BRACKET,
    IS_PUNCT,
    IS_SPACE,
    LEMMA,
    LIKE_EMAIL,
    LIKE_NUM,
    LIKE_URL,
    LOWER,
    ORTH,
    POS,
    SENT_START,
    SPACY,
    TAG,
)
from spacy.strings import StringStore

from claimx.doc import Doc, Flag, Span, Token

_IOB = ("", "I", "O", "B")
_FLAGS: dict[Flag, int] = {
    "is_bracket": IS_BRACKET,
    "like_num": LIKE_NUM,
    "like_url": LIKE_URL,
    "like_email": LIKE_EMAIL,
}
_NONE: tuple[Token, ...] = ()


class _Names(dict[int, str]):
    """The strings of the labels met so far, by spaCy's numbers for them."""

    def __init__(self, strings: StringStore) -> None:
        self._strings = strings

    def __missing__(self, number: int) -> str:
        name = self[number] = self._strings[number]
        return name


class _Relations(_Names):
    """The same of dependency labels, without their subtypes."""

    def __missing__(self, number: int) -> str:
        name = self[number] = super().__missing__(number).split(":", 1)[0]
        return name


def snapshot(doc: tokens.Doc) -> Doc:
    """Return a copy of everything that the rules read of ``doc``."""
    words = _words(doc)
    is_parsed = doc.has_annotation("DEP")
    _grow(words, doc.to_array([HEAD]).astype(np.int64).tolist())
    for word, token in zip(words, doc, strict=True):
        # Of a text without a parse spaCy has no edges where its tokenizer met a special case.
        word.left_edge = words[token.left_edge.i] if is_parsed else word
        word.right_edge = words[token.right_edge.i] if is_parsed else word
    flagged = {
        name: frozenset(doc.to_array([attribute]).nonzero()[0].tolist())
        for name, attribute in _FLAGS.items()
    }
    copy = Doc(words, doc.text, is_parsed=is_parsed, flagged=flagged)
    copy.ents = tuple(Span(copy, ent.start, ent.end, ent.label_) for ent in doc.ents)
    copy.spans = {
        name: tuple(Span(copy, span.start, span.end, span.label_) for span in group)
        for name, group in doc.spans.items()
    }
    return copy


def _words(doc: tokens.Doc) -> list[Token]:
    """Return the tokens without their places in the tree."""
    names, relations = _Names(doc.vocab.strings), _Relations(doc.vocab.strings)
    words: list[Token] = []
    at = 0
    # In one array: every token that spaCy makes, to be asked, takes as long as all the rest.
    columns = [ORTH, LOWER, LEMMA, POS, TAG, DEP, ENT_TYPE]
    columns += [ENT_IOB, SPACY, SENT_START, IS_SPACE, IS_PUNCT]
    for row in doc.to_array(columns).tolist():
        text, lower, lemma, pos, tag, dep, ent_type, ent_iob, space, starts, blank, punct = row
        word = Token()
        word.i, word.idx = len(words), at
        word.text, word.lower_, word.lemma_ = names[text], names[lower], names[lemma]
        word.is_space, word.is_punct = blank == 1, punct == 1
        word.pos_, word.tag_, word.dep_ = names[pos], names[tag], names[dep]
        word.relation = relations[dep]
        word.ent_type_, word.ent_iob_ = names[ent_type], _IOB[ent_iob]
        word.whitespace_ = " " if space else ""
        word.is_sent_start = starts == 1 if starts else None
        words.append(word)
        at += len(word.text) + space
    return words


def _grow(words: list[Token], steps: list[int]) -> None:
    """Give the tokens their heads, each so many ``steps`` away, and their children."""
    lefts: list[list[Token] | None] = [None] * len(words)
    rights: list[list[Token] | None] = [None] * len(words)
    for word, step in zip(words, steps, strict=True):
        at, above = word.i, word.i + step
        word.head = words[above]
        if not step:
            continue
        side = lefts if at < above else rights
        children = side[above]
        if children is None:
            side[above] = [word]
        else:
            children.append(word)
    for word, left, right in zip(words, lefts, rights, strict=True):
        word.lefts = tuple(left) if left else _NONE
        word.rights = tuple(right) if right else _NONE
        word.children = word.lefts + word.rights if left and right else word.lefts or word.rights
