"""Turn ClearNLP trees, as en_core_web_* makes them, into Universal Dependencies.

So the rules know one grammar only.  ClearNLP makes function words heads: a preposition of its noun
(prep, pobj), a copula of its predicate (attr, acomp).  UD hangs them under the content word (case,
cop).  Conjuncts form a chain in one and a fan in the other.  Conventions are those of EWT and GUM;
ClearNLP's labels are explained in Choi and Palmer (2012).  Each step is a file of its own.
"""

from collections.abc import Iterable

from spacy.tokens import Doc

from claimx.language.clear.clauses import (
    head_free_relatives,
    mark_expletives,
    raise_subjects,
    split_run_ons,
)
from claimx.language.clear.coordination import spread_conjuncts
from claimx.language.clear.copulas import lower_copulas
from claimx.language.clear.fixed import bind_fixed
from claimx.language.clear.labels import rename
from claimx.language.clear.phrases import head_amounts, head_dates, head_names
from claimx.language.clear.prepositions import lower_prepositions
from claimx.language.clear.punctuation import hang_punctuation
from claimx.language.clear.quotations import find_speakers, raise_quotations
from claimx.language.clear.scheme import CLEAR_ONLY
from claimx.language.clear.sentences import join_roots, set_spaces_aside
from claimx.language.trees import Tree


def is_clear(labels: Iterable[str]) -> bool:
    """Tell whether ``labels``, of a parser or of a Doc, are ClearNLP's."""
    return not CLEAR_ONLY.isdisjoint(labels)


def ud_tree(doc: Doc) -> Tree:
    """Return the UD trees of the sentences of ``doc``, which is parsed in ClearNLP's way.

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
        find_speakers,
        head_free_relatives,
        lower_copulas,
        split_run_ons,
        raise_quotations,
        raise_subjects,
        mark_expletives,
        head_amounts,
        head_dates,
        head_names,
        spread_conjuncts,
        bind_fixed,
        rename,
        hang_punctuation,
    ):
        step(doc, tree)
    return tree
