"""Build Docs from hand-written parses, so that rule tests need no model.

Each line of a parse is a token: ``word lemma upos xpos head dep [ent]``, separated by blanks.
``head`` counts from 1 within the sentence, as CoNLL-U does, 0 for the root; a blank line ends the
sentence.  ``ent`` is an entity in BIO form ("B-ORG", "I-ORG").  No space stands before a token
whose ``word`` begins with "~" (the sign is taken off): ``~'s``, ``~,``, ``~n't``.  A lemma "_"
means the word in lower case.

``python -m tests.parses "She left."`` prints what the language model reads, as a draft to correct.
"""

import sys
from collections.abc import Mapping, Sequence

from spacy import tokens
from spacy.lang.en import English

from claimx.doc import Doc, Span
from claimx.language.snapshot import snapshot

_VOCAB = English().vocab


def parse(rows: str, spans: Mapping[str, Sequence[tuple[int, int, str]]] | None = None) -> Doc:
    """Return the text that ``rows`` describe, as the rules read it.

    ``spans`` are span groups as (start token, end token, label), half-open and counted over the
    whole Doc: ``{"claimx_attribution": [(0, 2, "source")]}``.
    """
    doc = parse_doc(rows)
    for name, group in (spans or {}).items():
        doc.spans[name] = [tokens.Span(doc, start, end, label=label) for start, end, label in group]
    return snapshot(doc)


def parse_doc(rows: str) -> tokens.Doc:
    """Return the spaCy Doc that ``rows`` describe."""
    sentences = [part.strip().splitlines() for part in _paragraphs(rows)]
    words: list[str] = []
    lemmas: list[str] = []
    pos: list[str] = []
    tags: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    ents: list[str] = []
    spaces: list[bool] = []
    starts: list[bool] = []
    for lines in sentences:
        base = len(words)
        for n, line in enumerate(lines):
            word, lemma, upos, xpos, head, dep, *ent = line.split()
            glued = word.startswith("~") and len(word) > 1
            if glued and spaces:
                spaces[-1] = False
            words.append(word[1:] if glued else word)
            spaces.append(True)
            lemmas.append(words[-1].lower() if lemma == "_" else lemma)
            pos.append(upos)
            tags.append(xpos)
            heads.append(base + (n if head == "0" else int(head) - 1))
            deps.append(dep)
            ents.append(ent[0] if ent else "O")
            starts.append(n == 0)
    if spaces:
        spaces[-1] = False
    return tokens.Doc(
        _VOCAB,
        words=words,
        spaces=spaces,
        lemmas=lemmas,
        pos=pos,
        tags=tags,
        heads=heads,
        deps=deps,
        ents=ents,
        sent_starts=starts,
    )


def find(doc: Doc, text: str) -> Span:
    """Return the first span whose text is ``text``; raises ``LookupError`` when none is."""
    for start in range(len(doc)):
        if not text.startswith(doc[start].text):
            continue
        for end in range(start + 1, len(doc) + 1):
            if doc.span(start, end).text == text:
                return doc.span(start, end)
    raise LookupError(f"{text!r} is not in {doc.text!r}")


def _paragraphs(rows: str) -> list[str]:
    parts: list[list[str]] = [[]]
    for line in rows.splitlines():
        if line.strip():
            parts[-1].append(line)
        elif parts[-1]:
            parts.append([])
    return ["\n".join(part) for part in parts if part]


def rows(doc: tokens.Doc) -> str:
    """Return the rows that :func:`parse_doc` makes ``doc`` of; white space is left out."""
    blocks = []
    for sent in doc.sents:
        words = [token for token in sent if not token.is_space]
        number = {token.i: n for n, token in enumerate(words, start=1)}
        blocks.append("\n".join(_row(token, number) for token in words))
    return "\n\n".join(blocks) + "\n"


def _row(token: tokens.Token, number: Mapping[int, int]) -> str:
    glued = token.i > 0 and not token.nbor(-1).whitespace_ and not token.nbor(-1).is_space
    head = 0 if token.head == token else number[token.head.i]
    columns = [f"{'~' if glued else ''}{token.text}", token.lemma_, token.pos_, token.tag_]
    columns += [str(head), token.dep_]
    columns += [f"{token.ent_iob_}-{token.ent_type_}"] if token.ent_type_ else []
    return " ".join(columns)


def main(sentences: Sequence[str]) -> None:
    """Print the rows of each sentence."""
    import claimx

    nlp = claimx.load()
    sys.stdout.write("\n".join(rows(nlp(sentence)) for sentence in sentences))


if __name__ == "__main__":
    main(sys.argv[1:])
