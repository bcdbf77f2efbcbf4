"""Settle which verb heads: quotations above their verb of saying, raised subjects below theirs."""

from spacy.tokens import Doc

from claimx.language.clear.scheme import SUBJECTS
from claimx.language.trees import Tree

# "She saw him leave", "They let it go": the lower subject is the object of the upper verb.
PERCEIVE = frozenset("catch feel find hear help keep leave let make notice see watch".split())


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


def raise_subjects(doc: Doc, tree: Tree) -> None:
    """Turn "expects [prices to rise]" into "expects prices [to rise]", as UD has it."""
    for i in range(len(doc)):
        if tree.deps[i] != "ccomp" or tree.has(i, "mark") or doc[tree.heads[i]].pos_ != "VERB":
            continue
        head = tree.heads[i]
        subjects = [c for c in tree.children(i, "nsubj", "nsubjpass") if head < c < i]
        is_infinitive = any(doc[c].tag_ == "TO" for c in tree.children(i, "aux"))
        is_plain = not tree.has(i, "cop", "aux")
        is_bare = is_plain and doc[head].lemma_ in PERCEIVE and doc[i].tag_ in {"VB", "VBG"}
        is_small = is_plain and doc[i].pos_ in {"ADJ", "NOUN"}
        if subjects and not tree.has(head, "dobj") and (is_infinitive or is_bare or is_small):
            tree.move(subjects[0], head, "dobj")
            tree.deps[i] = "xcomp"
