"""Choose the heads of amounts and names as UD does."""

from spacy.tokens import Doc

from claimx.language.trees import Tree

MONTHS = frozenset(
    "january february march april may june july august september october november december"
    " jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. sept".split()
)


def head_amounts(doc: Doc, tree: Tree) -> None:
    """Make the currency sign the head of its number: "$ 5 million"."""
    for token in doc:
        number = tree.heads[token.i]
        if token.tag_ != "$" or tree.deps[token.i] not in {"quantmod", "nmod", "compound"}:
            continue
        if number > token.i and doc[number].pos_ == "NUM":
            tree.promote(token.i, "nummod", keep=range(token.i, number).__contains__)


def head_dates(doc: Doc, tree: Tree) -> None:
    """Make the day the head of its month, and a year a modifier: "May 3, 2024"."""
    for token in doc:
        if token.lower_ not in MONTHS or token.tag_ not in {"NNP", "NN"}:
            continue
        for number in tree.children(token.i, "nummod"):
            if number < token.i:
                continue
            tree.deps[number] = "nmod:unmarked"
            if number == token.i + 1 and len(doc[number]) < 4:
                tree.promote(number, "compound")


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
