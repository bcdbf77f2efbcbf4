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
HYPHENS = frozenset({"-", "–", "‐"})
PLACES = frozenset({"GPE", "LOC"})


def rename(doc: Doc, tree: Tree) -> None:
    """Give every token its UD label, now that all heads are final."""
    for token in doc:
        tree.deps[token.i] = _ud_label(doc, tree, token.i)


def _ud_label(doc: Doc, tree: Tree, i: int) -> str:
    token, dep, head = doc[i], tree.deps[i], doc[tree.heads[i]]
    if tree.is_root(i):
        return "root"
    is_nominal = head.pos_ in NOMINAL or _stands_for_noun(head.tag_, tree.deps[head.i])
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
        if i < head.i and doc[head.i - 1].text in HYPHENS:  # "a state-run bank"
            return "compound"
        return "nmod:unmarked" if is_nominal else "obl:unmarked"
    if dep == "nmod" and i < head.i and token.pos_ in {"NOUN", "PROPN"}:
        return "compound"
    if dep == "nummod" and i == head.i + 1 and head.pos_ in {"NOUN", "PROPN"}:
        return "flat"  # "Title 4"
    if dep == "appos" and token.pos_ == "NUM" and head.ent_type_ == "PERSON":
        return "amod"  # "Anna Berg, 54"
    if dep == "appos" and token.ent_type_ in PLACES and head.ent_type_ in PLACES:
        return "nmod:unmarked"  # "Bergen, Norway"
    if dep == "aux" and token.tag_ == "TO":
        return "mark"
    if dep == "neg":
        return "det" if token.tag_ == "DT" else "advmod"
    if dep == "dative" or dep == "dobj" and _is_told(doc, tree, i):
        return "iobj"
    if dep == "amod" and token.lower_ in {"more", "less"} and tree.has(i, "fixed"):
        return "advmod"
    return RENAMED.get(dep, dep)


def _stands_for_noun(tag: str, dep: str) -> bool:
    """Tell whether an adjective stands where a noun does: "most of them"."""
    return tag in {"JJ", "JJR", "JJS"} and dep in {
        "nsubj",
        "nsubjpass",
        "nsubj:pass",
        "dobj",
        "obj",
    }


def _is_told(doc: Doc, tree: Tree, i: int) -> bool:
    """Tell whether the object of "tell" is somebody: not in "tell the truth"."""
    verb = tree.heads[i]
    told = tree.children(verb, "ccomp", "xcomp", "parataxis", "obj", "dobj")
    return doc[verb].lemma_ == "tell" and (told != [i] or doc[i].pos_ in {"PRON", "PROPN"})
