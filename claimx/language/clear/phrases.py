"""Choose the heads of amounts and names as UD does, and bind fixed expressions."""

from spacy.tokens import Doc

from claimx.language.trees import Tree

# Fixed expressions of EWT and GUM, with the label of the first word (None: that of the last).
FIXED: dict[tuple[str, ...], str | None] = {
    ("according", "to"): None,
    ("as", "for"): None,
    ("as", "of"): None,
    ("as", "to"): None,
    ("because", "of"): None,
    ("depending", "on"): None,
    ("due", "to"): None,
    ("instead", "of"): None,
    ("prior", "to"): None,
    ("such", "as"): None,
    ("up", "to"): None,
    ("in", "order"): "mark",
    ("so", "that"): "mark",
    ("less", "than"): "advmod",
    ("more", "than"): "advmod",
    ("rather", "than"): None,
    ("as", "well", "as"): "cc",
}
LINKS = frozenset({"case", "mark", "cc", "quantmod"})


def head_amounts(doc: Doc, tree: Tree) -> None:
    """Make the currency sign the head of its number: "$ 5 million"."""
    for token in doc:
        number = tree.heads[token.i]
        if token.tag_ != "$" or tree.deps[token.i] not in {"quantmod", "nmod", "compound"}:
            continue
        if number > token.i and doc[number].pos_ == "NUM":
            tree.promote(token.i, "nummod", keep=range(token.i, number).__contains__)


def head_names(doc: Doc, tree: Tree) -> None:
    """Make a person's first name the head, the others flat, and a title a description."""
    for ent in doc.ents:
        if ent.label_ != "PERSON" or len(ent) < 2:
            continue
        first, last = ent.start, ent.end - 1
        while last > first and doc[last].tag_ == "POS":
            last -= 1
        names = [i for i in tree.children(last, "compound") if i >= first]
        if first not in names:
            continue
        tree.promote(first, "flat")
        for name in names[1:]:
            tree.move(name, first, "flat")
    for token in doc:
        head = tree.heads[token.i]
        if tree.deps[token.i] != "compound" or token.i > head:
            continue
        if doc[head].ent_type_ == "PERSON" and token.ent_type_ != "PERSON":
            tree.deps[token.i] = "nmod:desc"


def bind_fixed(doc: Doc, tree: Tree) -> None:
    """Bind fixed expressions to their first word: "because of", "more than", "as well as"."""
    for words, label in FIXED.items():
        for start in range(len(doc) - len(words) + 1):
            if doc[start].lower_ == words[0] and _is_fixed(doc, tree, start, words):
                _bind(tree, start, start + len(words), label)
    for i in range(1, len(doc)):
        is_limit = doc[i].lower_ in {"least", "most"} and doc[i - 1].lower_ == "at"
        if is_limit and tree.heads[i - 1] == i:
            tree.deps[i - 1] = "case"
            tree.deps[i] = "prep"


def _is_fixed(doc: Doc, tree: Tree, start: int, words: tuple[str, ...]) -> bool:
    group = range(start, start + len(words))
    if any(doc[i].lower_ != word for i, word in zip(group, words, strict=True)):
        return False
    outside = {tree.heads[i] for i in group if tree.heads[i] not in group}
    return len(outside) == 1 and tree.deps[group[-1]] in LINKS and not any(map(tree.is_root, group))


def _bind(tree: Tree, start: int, end: int, label: str | None) -> None:
    group = range(start, end)
    head = next(tree.heads[i] for i in group if tree.heads[i] not in group)
    label = label or tree.deps[end - 1]
    for i in group:
        for child in tree.children(i):
            tree.move(child, head, tree.deps[child])
    for i in group:
        if i != start:
            tree.move(i, head, "fixed")
    tree.move(start, head, "advmod" if label == "quantmod" else label)
    for i in group[1:]:
        tree.move(i, start, "fixed")
