"""Parts of speech as UD has them, where a word's place in the tree decides."""

from spacy.tokens import Doc

from claimx.language.trees import Tree

AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})


def parts_of_speech(doc: Doc, tree: Tree) -> list[str]:
    """Return the UPOS tag of each word under its UD label: "’s" AUX, "when" ADV, "of" ADP."""
    return [_upos(token.pos_, token.tag_, tree.deps[token.i]) for token in doc]


def _upos(pos: str, tag: str, dep: str) -> str:
    if dep in AUXILIARIES and pos == "VERB":
        return "AUX"
    if tag == "WRB":
        return "ADV"
    if tag == "IN" and dep in {"case", "mark"}:
        return "ADP" if dep == "case" else "SCONJ"
    if tag == "DT" and dep.startswith("det"):
        return "DET"
    return pos
