"""The way from spaCy to the rules: a Doc's annotation as plain values."""

from spacy import tokens

from claimx.doc import Doc, Span, Token


def snapshot(doc: tokens.Doc) -> Doc:
    """Return a copy of everything that the rules read of ``doc``."""
    words = [_word(token) for token in doc]
    is_parsed = doc.has_annotation("DEP")
    lefts: dict[int, list[Token]] = {}
    rights: dict[int, list[Token]] = {}
    for word, token in zip(words, doc, strict=True):
        head = words[token.head.i]
        word.head = head
        # Of a text without a parse spaCy has no edges where its tokenizer met a special case.
        edges = (token.left_edge.i, token.right_edge.i) if is_parsed else (token.i, token.i)
        word.left_edge, word.right_edge = words[edges[0]], words[edges[1]]
        if word.i < head.i:
            lefts.setdefault(head.i, []).append(word)
        elif word.i > head.i:
            rights.setdefault(head.i, []).append(word)
    for word in words:
        word.lefts, word.rights = tuple(lefts.get(word.i, ())), tuple(rights.get(word.i, ()))
        word.children = word.lefts + word.rights
    copy = Doc(words, doc.text, is_parsed=is_parsed)
    copy.ents = tuple(Span(copy, ent.start, ent.end, ent.label_) for ent in doc.ents)
    copy.spans = {
        name: [Span(copy, span.start, span.end, span.label_) for span in group]
        for name, group in doc.spans.items()
    }
    return copy


def _word(token: tokens.Token) -> Token:
    word = Token()
    word.answers = {}
    word.i, word.idx, word.text, word.lower_ = token.i, token.idx, token.text, token.lower_
    word.whitespace_, word.is_sent_start = token.whitespace_, token.is_sent_start
    word.pos_, word.tag_, word.dep_ = token.pos_, token.tag_, token.dep_
    word.lemma_ = token.lemma_
    word.ent_type_, word.ent_iob_ = token.ent_type_, token.ent_iob_
    word.is_space, word.is_punct, word.is_bracket = token.is_space, token.is_punct, token.is_bracket
    word.like_num, word.like_url, word.like_email = token.like_num, token.like_url, token.like_email
    return word
