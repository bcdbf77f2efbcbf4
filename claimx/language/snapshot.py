"""The way from spaCy to the rules: a Doc's annotation as plain values."""

from spacy import tokens
from spacy.attrs import (
    DEP,
    ENT_IOB,
    ENT_TYPE,
    IS_BRACKET,
    LIKE_EMAIL,
    LIKE_NUM,
    LIKE_URL,
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
    _grow(words, doc, is_parsed=is_parsed)
    flagged = {
        name: frozenset(doc.to_array([attribute]).nonzero()[0].tolist())
        for name, attribute in _FLAGS.items()
    }
    copy = Doc(words, doc.text, is_parsed=is_parsed, flagged=flagged)
    copy.ents = tuple(Span(copy, ent.start, ent.end, ent.label_) for ent in doc.ents)
    copy.spans = {
        name: [Span(copy, span.start, span.end, span.label_) for span in group]
        for name, group in doc.spans.items()
    }
    return copy


def _words(doc: tokens.Doc) -> list[Token]:
    """Return the tokens without their places in the tree."""
    names, relations = _Names(doc.vocab.strings), _Relations(doc.vocab.strings)
    words: list[Token] = []
    # In one array: a question to a token of spaCy's takes as long as all the rest.
    columns = [POS, TAG, DEP, ENT_TYPE, ENT_IOB, SPACY, SENT_START]
    rows = doc.to_array(columns).tolist()
    for token, (pos, tag, dep, ent_type, ent_iob, space, starts) in zip(doc, rows, strict=True):
        word = Token()
        word.i, word.idx = len(words), token.idx
        word.text, word.lower_, word.lemma_ = token.text, token.lower_, token.lemma_
        word.is_space, word.is_punct = token.is_space, token.is_punct
        word.pos_, word.tag_, word.dep_ = names[pos], names[tag], names[dep]
        word.relation = relations[dep]
        word.ent_type_, word.ent_iob_ = names[ent_type], _IOB[ent_iob]
        word.whitespace_ = " " if space else ""
        word.is_sent_start = starts == 1 if starts else None
        words.append(word)
    return words


def _grow(words: list[Token], doc: tokens.Doc, *, is_parsed: bool) -> None:
    """Give the tokens their heads, children and edges."""
    lefts: list[list[Token] | None] = [None] * len(words)
    rights: list[list[Token] | None] = [None] * len(words)
    for word, token in zip(words, doc, strict=True):
        at, above = word.i, token.head.i
        word.head = words[above]
        if above != at:
            side = lefts if at < above else rights
            children = side[above]
            if children is None:
                side[above] = [word]
            else:
                children.append(word)
        # Of a text without a parse spaCy has no edges where its tokenizer met a special case.
        word.left_edge = words[token.left_edge.i] if is_parsed else word
        word.right_edge = words[token.right_edge.i] if is_parsed else word
    for word, left, right in zip(words, lefts, rights, strict=True):
        word.lefts = tuple(left) if left else _NONE
        word.rights = tuple(right) if right else _NONE
        word.children = word.lefts + word.rights if left and right else word.lefts or word.rights
