"""Bind fixed expressions to their first word: "because of", "more than", "in order"."""

from spacy.tokens import Doc

from claimx.language.trees import Tree

# Fixed expressions of EWT and GUM, with the label of the first word (None: what the tree says).
FIXED: dict[tuple[str, ...], str | None] = {
    ("as", "well", "as"): "cc",
    ("as", "opposed", "to"): None,
    ("as", "many", "as"): "advmod",
    ("whether", "or", "not"): "mark",
    ("according", "to"): None,
    ("as", "for"): None,
    ("as", "if"): "mark",
    ("as", "of"): None,
    ("as", "though"): "mark",
    ("as", "to"): None,
    ("as", "well"): "advmod",
    ("because", "of"): None,
    ("depending", "on"): None,
    ("due", "to"): None,
    ("each", "other"): None,
    ("in", "order"): "mark",
    ("instead", "of"): None,
    ("kind", "of"): "advmod",
    ("less", "than"): "advmod",
    ("more", "than"): "advmod",
    ("of", "course"): "advmod",
    ("one", "another"): None,
    ("prior", "to"): None,
    ("rather", "than"): None,
    ("so", "that"): "mark",
    ("sort", "of"): "advmod",
    ("such", "as"): None,
    ("up", "to"): None,
}
LINKS = frozenset({"case", "mark", "cc", "quantmod"})


def bind_fixed(doc: Doc, tree: Tree) -> None:
    """Bind the expressions of :data:`FIXED`, and give "at least" its label."""
    words = [token.lower_ for token in doc]
    for expression, label in FIXED.items():
        size = len(expression)
        for start in range(len(doc) - size + 1):
            if words[start] == expression[0] and tuple(words[start : start + size]) == expression:
                _lower(doc, tree, range(start, start + size))
                if _hangs_together(tree, range(start, start + size)):
                    _bind(tree, range(start, start + size), label)
    for i in range(1, len(doc)):
        if words[i] in {"least", "most"} and words[i - 1] == "at" and tree.heads[i - 1] == i:
            tree.deps[i - 1] = "case"
            tree.deps[i] = "prep"


def _lower(doc: Doc, tree: Tree, group: range) -> None:
    """Put an expression that heads its complement under it.

    "prior [to the storm]", "in order [to win]": prep(closed, prior), and storm under prior.
    """
    first, last = group[0], group[-1]
    below = tree.heads[last] if tree.deps[last] in {"case", "mark"} else None
    if doc[last].lower_ == "order":
        below = next((c for c in tree.children(last, "acl", "relcl") if c > last), None)
        first = last
    if below is None or below <= last or tree.heads[below] != first or tree.is_root(first):
        return
    label = "advcl" if doc[last].lower_ == "order" else tree.deps[below]
    tree.promote(below, "mark" if label in {"advcl", "acl", "prepc"} else "case")
    tree.deps[below] = label


def _hangs_together(tree: Tree, group: range) -> bool:
    outside = {tree.heads[i] for i in group if tree.heads[i] not in group}
    if len(outside) != 1 or any(map(tree.is_root, group)):
        return False
    tops = [i for i in group if tree.heads[i] not in group]
    is_phrase = len(tops) == 1 and not any(c not in group for i in group for c in tree.children(i))
    return is_phrase or tree.deps[group[-1]] in LINKS


def _bind(tree: Tree, group: range, label: str | None) -> None:
    top = next(i for i in group if tree.heads[i] not in group)
    head = tree.heads[top]
    is_phrase = tree.deps[group[-1]] not in LINKS
    label = label or (tree.deps[top] if is_phrase else tree.deps[group[-1]])
    for i in group:
        for child in tree.children(i):
            tree.move(child, head, tree.deps[child])
    for i in group:
        tree.move(i, head, "fixed")
    tree.deps[group[0]] = "advmod" if label == "quantmod" else label
    for i in group[1:]:
        tree.move(i, group[0], "fixed")
