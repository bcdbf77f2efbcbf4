"""Put prepositions under what they introduce: case on a noun, mark on a clause."""

from spacy.tokens import Doc

from claimx.language.clear.scheme import CONTENT, SUBJECTS
from claimx.language.trees import Tree

# Labels that a preposition has now and then, and its complement cannot have.
LOOSE = frozenset({"advmod", "case", "cc", "mark", "quantmod"})


def lower_prepositions(doc: Doc, tree: Tree) -> None:
    """Put each preposition under its complement: case on a noun, mark on a clause.

    The complement keeps the label "prep" (a clause: "prepc") until its final head is known.
    """
    depths = tree.depths()
    for i in sorted(range(len(doc)), key=lambda i: -depths[i]):
        dep = tree.deps[i]
        if dep not in {"prep", "agent", "dative"} and not tree.has(i, "pobj", "pcomp"):
            continue
        if dep == "dative" and doc[i].pos_ not in {"ADP", "PART"}:
            continue
        complement = _find_complement(doc, tree, i)
        if complement is None:
            continue
        is_clause = tree.deps[complement] == "pcomp" and _is_clause(doc, tree, complement)
        above = tree.heads[i]
        tree.promote(complement, "mark" if is_clause else "case")
        if (
            dep in {"prep", "pcomp"}
            and above != i
            and _lacks_complement(doc, tree, above, complement)
        ):
            tree.deps[complement] = "pcomp" if is_clause else "pobj"  # "from behind the house"
        elif is_clause and dep in {"prep", "agent", "dative", *LOOSE}:
            tree.deps[complement] = "prepc"
        elif dep == "dative":
            tree.deps[complement] = "obl"
        elif dep in LOOSE:
            tree.deps[complement] = "prep"  # "instead of peace": cc


def _find_complement(doc: Doc, tree: Tree, i: int) -> int | None:
    for dep in ("pobj", "pcomp"):
        found = tree.children(i, dep)
        if found:
            return next((c for c in found if c > i), found[0])
    for c in tree.children(i):
        if c > i and tree.deps[c] not in {"punct", "cc", "conj", "dep"} and doc[c].pos_ in CONTENT:
            return c  # "in particular": amod
    return None


def _is_clause(doc: Doc, tree: Tree, i: int) -> bool:
    return doc[i].pos_ in {"VERB", "AUX"} or tree.has(i, *SUBJECTS)


def _lacks_complement(doc: Doc, tree: Tree, i: int, besides: int) -> bool:
    """Tell whether ``i`` is a preposition with no complement of its own but ``besides``."""
    if tree.deps[i] not in {"prep", "agent", "pcomp"}:
        return False
    if tree.deps[i] == "pcomp" and _is_clause(doc, tree, i):
        return False  # "by hiding in the cellar"
    return not any(c != besides for c in tree.children(i, "pobj", "pcomp"))
