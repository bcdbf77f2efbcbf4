"""Turn ClearNLP trees, as en_core_web_* makes them, into Universal Dependencies.

So the rules know one grammar only.  ClearNLP makes function words heads: a preposition of its noun
(prep, pobj), a copula of its predicate (attr, acomp).  UD hangs them under the content word (case,
cop).  Conjuncts form a chain in one and a fan in the other.  Conventions are those of EWT and GUM;
ClearNLP's labels are explained in Choi and Palmer (2012).  Each step is a file of its own.
"""

from collections.abc import Callable, Iterable

import numpy as np
from spacy.attrs import DEP, HEAD
from spacy.language import Language
from spacy.tokens import Doc

from claimx.language.clear.clauses import raise_quotations, raise_subjects
from claimx.language.clear.coordination import spread_conjuncts
from claimx.language.clear.copulas import lower_copulas
from claimx.language.clear.labels import rename
from claimx.language.clear.phrases import bind_fixed, head_amounts, head_names
from claimx.language.clear.prepositions import lower_prepositions
from claimx.language.clear.scheme import CLEAR_ONLY
from claimx.language.clear.sentences import join_roots, set_spaces_aside
from claimx.language.trees import Tree


def is_clear(labels: Iterable[str]) -> bool:
    """Tell whether ``labels``, of a parser or of a Doc, are ClearNLP's."""
    return not CLEAR_ONLY.isdisjoint(labels)


def ud_tree(doc: Doc) -> tuple[list[int], list[str]]:
    """Return the UD head (token index) and label of each token of ``doc``, parsed ClearNLP's way.

    Each sentence comes out as one tree.  Labels that neither scheme knows are kept.
    """
    tree = Tree(
        [token.head.i for token in doc],
        ["root" if token.head == token else token.dep_ for token in doc],
    )
    for step in (
        set_spaces_aside,
        join_roots,
        lower_prepositions,
        lower_copulas,
        raise_quotations,
        raise_subjects,
        head_amounts,
        head_names,
        spread_conjuncts,
        bind_fixed,
        rename,
    ):
        step(doc, tree)
    return tree.heads, tree.deps


class ClearToUD:
    """Rewrites the trees of each Doc that is parsed in ClearNLP's way; leaves others alone."""

    def __init__(self, has_clear_parser: Callable[[], bool]) -> None:
        """Ask ``has_clear_parser`` at each Doc: "She slept" does not show how it was parsed."""
        self._has_clear_parser = has_clear_parser

    def __call__(self, doc: Doc) -> Doc:
        """Return ``doc`` with UD heads and labels."""
        if not doc.has_annotation("DEP"):
            return doc
        if not (self._has_clear_parser() or is_clear({token.dep_ for token in doc})):
            return doc
        heads, deps = ud_tree(doc)
        strings = doc.vocab.strings
        offsets = [(head - i) % 2**64 for i, head in enumerate(heads)]  # two's complement
        table = np.array([offsets, [strings.add(dep) for dep in deps]], dtype=np.uint64).T
        return doc.from_array([HEAD, DEP], table)  # type: ignore[arg-type]  # Ints2d is an array


@Language.factory(
    "claimx_clear",
    requires=["token.dep", "token.head", "token.pos", "token.tag", "token.lemma"],
    assigns=["token.dep", "token.head"],
)
def make_clear_to_ud(nlp: Language, name: str) -> ClearToUD:
    """Make the component; it looks for a parser with ClearNLP labels in ``nlp``."""

    def has_clear_parser() -> bool:
        return any(is_clear(labels) for labels in nlp.pipe_labels.values())

    return ClearToUD(has_clear_parser)
