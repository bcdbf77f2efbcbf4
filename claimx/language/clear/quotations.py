"""Find who speaks beside a quotation, and let a clause that a speaker interrupts stand above."""

from dataclasses import dataclass
from functools import cache

from pydantic import ConfigDict
from spacy.tokens import Doc

from claimx.language.clear.scheme import NOMINAL, SUBJECTS
from claimx.language.trees import Tree
from claimx.lexicon import Row, read_lexicon

FINITE = frozenset({"VBD", "VBP", "VBZ"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying(Row):
    """What is needed here of a row of ``lexicons/cue_verbs.toml``."""

    __pydantic_config__ = ConfigDict(extra="ignore")
    lemma: str
    complements: tuple[str, ...] = ()


@cache
def sayings(complement: str) -> frozenset[str]:
    """Return the lemmas of verbs of saying and thinking that take ``complement``."""
    verbs = read_lexicon("cue_verbs", "verb", Saying)
    return frozenset(verb.lemma for verb in verbs if complement in verb.complements)


def find_speakers(doc: Doc, tree: Tree) -> None:
    """Make what stands beside a verb of saying without a subject its subject.

    Parsers take a speaker who follows for the object, in "..., added Berg", and one before for an
    apposition of the last noun, in "..., Berg said".
    """
    for i in range(len(doc)):
        if doc[i].lemma_ not in sayings("quote") or doc[i].tag_ not in FINITE:
            continue
        if tree.has(i, *SUBJECTS) or not any(c < i for c in tree.children(i, "ccomp")):
            continue
        after = [c for c in tree.children(i, "dobj") if c > i]
        speaker = after[0] if after else _phrase_before(doc, tree, i)
        if speaker is not None:
            tree.move(speaker, i, "nsubj")


def _phrase_before(doc: Doc, tree: Tree, i: int) -> int | None:
    """Return the head of the noun phrase that ends before ``i`` and that a comma sets off."""
    end = i - 1
    while end > 0 and doc[end].is_punct:
        end -= 1
    top = end
    while not tree.is_root(top) and tree.heads[top] <= end and tree.deps[top] != "appos":
        top = tree.heads[top]
    if tree.deps[top] != "appos" or doc[top].pos_ not in NOMINAL:
        return None
    first = min(j for j in range(tree.heads[top], end + 1) if tree.is_under(j, top))
    return top if doc[first - 1].is_punct else None


def raise_quotations(doc: Doc, tree: Tree) -> None:
    """Let a clause that a verb of saying interrupts stand above that verb.

    "The deal, he said, is dead": ClearNLP has ccomp(said, is), UD parataxis(dead, said).
    """
    for i in range(len(doc)):
        for clause in tree.children(i, "ccomp"):
            parts = tree.children(clause)
            subject = tree.children(clause, *SUBJECTS)
            if subject and subject[0] < i < max(clause, *parts) and not tree.has(clause, "mark"):
                own = tree.children(i, *SUBJECTS, "aux", "neg", "advmod", "dobj")
                tree.promote(clause, "parataxis", keep=own.__contains__)
                break
