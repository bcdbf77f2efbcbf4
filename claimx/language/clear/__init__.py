"""Whatever parser has read a Doc, give it the trees that the rules know: UD, none across blocks."""

from collections.abc import Callable

import numpy as np
from spacy.attrs import DEP, HEAD
from spacy.language import Language
from spacy.tokens import Doc

from claimx.language.clear.conversion import is_clear, ud_tree
from claimx.language.clear.speech import parts_of_speech
from claimx.language.pipeline import sentence_starts
from claimx.language.trees import Tree


class ClearToUD:
    """Cuts trees at the blocks of a Doc, turns ClearNLP's into UD, and calls each root "root"."""

    def __init__(self, has_clear_parser: Callable[[], bool]) -> None:
        """Ask ``has_clear_parser`` at each Doc: "She slept" does not show how it was parsed."""
        self._has_clear_parser = has_clear_parser

    def __call__(self, doc: Doc) -> Doc:
        """Return ``doc`` with other heads and labels, the same one where it had them already."""
        if not doc.has_annotation("DEP"):
            return doc
        _cut_at_blocks(doc)
        if self._has_clear_parser() or is_clear({token.dep_ for token in doc}):
            tree = ud_tree(doc)
            for token, pos in zip(doc, parts_of_speech(doc, tree), strict=True):
                token.pos_ = pos
            _write(doc, tree)
        elif any(token.dep_ == "ROOT" for token in doc):  # spaCy's own word for UD's "root"
            _write(doc, _read(doc))
        return doc


@Language.factory(
    "claimx_clear",
    requires=["token.dep", "token.head", "token.pos", "token.tag", "token.lemma"],
    assigns=["token.dep", "token.head", "token.pos"],
)
def make_clear_to_ud(nlp: Language, name: str) -> ClearToUD:
    """Return the component; it looks for a parser with ClearNLP labels in ``nlp``."""
    return ClearToUD(lambda: has_clear_parser(nlp))


def has_clear_parser(nlp: Language) -> bool:
    """Tell whether a parser in ``nlp`` gives ClearNLP's labels."""
    return any(
        "token.dep" in nlp.get_pipe_meta(name).assigns and is_clear(labels)
        for name, labels in nlp.pipe_labels.items()
    )


def _cut_at_blocks(doc: Doc) -> None:
    """Let no sentence run from one block into the next, whatever the parser made of them."""
    starts = sentence_starts(doc)
    if all(doc[start].is_sent_start for start in starts):
        return
    tree = _read(doc)
    cuts = sorted({*starts, *(sent.start for sent in doc.sents), len(doc)})
    for start, end in zip([0, *cuts], cuts, strict=False):
        inside = range(start, end)
        tops = [i for i in inside if tree.is_root(i) or tree.heads[i] not in inside]
        for top in tops[:1]:
            tree.cut(top)
        for later in tops[1:]:
            tree.move(later, tops[0], "dep" if doc[later].is_space else "parataxis")
    _write(doc, tree)


def _read(doc: Doc) -> Tree:
    return Tree(
        [token.head.i for token in doc],
        ["root" if token.head == token else token.dep_ for token in doc],
    )


def _write(doc: Doc, tree: Tree) -> None:
    strings = doc.vocab.strings
    offsets = [(head - i) % 2**64 for i, head in enumerate(tree.heads)]  # two's complement
    table = np.array([offsets, [strings.add(dep) for dep in tree.deps]], dtype=np.uint64).T
    doc.from_array([HEAD, DEP], table)  # type: ignore[arg-type]  # Ints2d is an array
