"""Give every token its UD label."""

from spacy.tokens import Doc

from claimx.language.clear.scheme import NOMINAL
from claimx.language.trees import Tree

RENAMED = {
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "poss": "nmod:poss",
    "predet": "det:predet",
    "preconj": "cc:preconj",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "intj": "discourse",
    "meta": "dep",
    "attr": "xcomp",
    "acomp": "xcomp",
    "oprd": "xcomp",
    "agent": "obl:agent",
}


def rename(doc: Doc, tree: Tree) -> None:
    """Give every token its UD label, now that all heads are final."""
    for token in doc:
        tree.deps[token.i] = _ud_label(doc, tree, token.i)


def _ud_label(doc: Doc, tree: Tree, i: int) -> str:
    token, dep, head = doc[i], tree.deps[i], doc[tree.heads[i]]
    if tree.is_root(i):
        return "root"
    is_nominal = head.pos_ in NOMINAL
    if dep in {"prep", "pobj"}:
        if token.tag_ == "RP":
            return "compound:prt"
        return "nmod" if is_nominal else "obl"
    if dep in {"prepc", "pcomp", "acl"}:
        return "acl" if is_nominal else "advcl"
    if dep == "relcl":
        return "acl:relcl" if is_nominal else "advcl:relcl"
    if dep == "ccomp" and is_nominal and not tree.has(head.i, "cop"):
        return "acl"
    if dep == "npadvmod":
        if token.pos_ == "ADV":
            return "advmod"
        return "nmod:unmarked" if is_nominal else "obl:unmarked"
    if dep == "nmod" and i < head.i and token.pos_ in {"NOUN", "PROPN"}:
        return "compound"
    if dep == "aux" and token.tag_ == "TO":
        return "mark"
    if dep == "neg":
        return "det" if token.tag_ == "DT" else "advmod"
    if dep == "dative":
        return "iobj"
    if dep == "amod" and token.lower_ in {"more", "less"} and tree.has(i, "fixed"):
        return "advmod"
    return RENAMED.get(dep, dep)
