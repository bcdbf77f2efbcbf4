"""Turn chains of conjuncts into fans."""

from spacy.tokens import Doc

from claimx.language.trees import Tree


def spread_conjuncts(doc: Doc, tree: Tree) -> None:
    """Hang each conjunct under the first, and conjunctions and commas under what they open."""
    for i in range(len(doc)):
        conjuncts = [c for c in tree.children(i, "conj") if c > i]
        for link in tree.children(i, "cc", "punct"):
            opened = next((c for c in conjuncts if c > link), None)
            if link < i:
                continue
            if opened is None and tree.deps[link] == "cc":
                opened = _conjunct_after(doc, tree, link)
            if opened is None:
                continue
            if tree.deps[link] == "cc" or _opens(tree, link, opened):
                tree.move(link, opened, tree.deps[link])
    for i in range(len(doc)):
        while tree.deps[i] == "conj" and tree.deps[tree.heads[i]] == "conj":
            tree.move(i, tree.heads[tree.heads[i]], "conj")


def _opens(tree: Tree, link: int, conjunct: int) -> bool:
    """Tell whether a comma stands right before a conjunct, or before its conjunction."""
    between = range(link + 1, conjunct)
    return all(tree.deps[j] == "cc" or tree.is_under(j, conjunct) for j in between)


def _conjunct_after(doc: Doc, tree: Tree, link: int) -> int | None:
    """Return the conjunct that begins after ``link``, which the parser hung elsewhere.

    "The ban began on August 10 and Korea says ...": cc(August, and), conj(began, says).
    """
    top = link + 1
    while top < len(doc) and tree.deps[top] != "conj" and tree.heads[top] > link:
        if tree.is_root(top):
            return None
        top = tree.heads[top]
    return top if top < len(doc) and tree.deps[top] == "conj" else None
