"""Settle which clause heads which: run-on sentences, free relatives, raised subjects."""

from spacy.tokens import Doc

from claimx.language.clear.quotations import FINITE, sayings
from claimx.language.clear.scheme import SUBJECTS
from claimx.language.trees import Tree

# "She saw him leave", "They let it go": the lower subject is the object of the upper verb.
PERCEIVE = frozenset("catch feel find hear help keep leave let make notice see watch".split())
# "They had the car repaired": so is that of a participle.
CAUSE = PERCEIVE | {"get", "have", "want", "order", "need"}
SEEM = frozenset("appear emerge follow happen seem transpire turn".split())
THINGS = frozenset({"what", "whatever", "whoever", "whichever"})


def split_run_ons(doc: Doc, tree: Tree) -> None:
    """Let the first of clauses in a row head the others, as UD has it.

    "The port is shut; ships wait outside": ClearNLP has ccomp(wait, is), UD parataxis(is, wait).
    """
    for i in range(len(doc)):
        clauses = [c for c in tree.children(i, "ccomp") if c < i and not tree.has(c, "mark")]
        if not clauses or _says(doc, tree, i):
            continue
        first = clauses[0]
        between = {doc[j].text for j in range(first + 1, i) if doc[j].is_punct}
        if not between:
            continue
        tree.promote(first, "parataxis", keep=range(first, len(doc)).__contains__)
        for later in clauses[1:]:
            tree.move(later, first, "parataxis")
        if ";" in between and tree.deps[first] == "ccomp" and tree.heads[first] < first:
            tree.move(i, tree.heads[first], "parataxis")  # "He said it rained; it did not"


def _says(doc: Doc, tree: Tree, i: int) -> bool:
    is_full = doc[i].tag_ in FINITE or tree.has(i, *SUBJECTS)
    return is_full and doc[i].lemma_ in sayings("quote") | sayings("clause")


def head_free_relatives(doc: Doc, tree: Tree) -> None:
    """Make "what" the head of "what they saw" where that names a thing, and no question.

    Objects of "know" and "ask" are questions; subjects, complements of prepositions and objects of
    other verbs are things: ClearNLP has csubj(hurt, saw), UD nsubj(hurt, what), acl:relcl.
    """
    for i in range(len(doc)):
        if doc[i].lower_ not in THINGS or tree.deps[i] not in {
            "nsubj",
            "nsubjpass",
            "dobj",
            "attr",
        }:
            continue
        clause = tree.heads[i]
        while tree.deps[clause] == "xcomp" and clause > i:
            clause = tree.heads[clause]  # "what they want to see"
        role = _role_of_thing(doc, tree, clause)
        if role is None or any(c < i for c in tree.children(clause) if tree.deps[c] in SUBJECTS):
            continue
        case = [c for c in tree.children(clause, "mark") if c < i and role == "prep"]
        tree.move(i, tree.heads[clause], role)
        tree.move(clause, i, "relcl")
        for preposition in case:
            tree.move(preposition, i, "case")


def _role_of_thing(doc: Doc, tree: Tree, clause: int) -> str | None:
    """Return the label of what ``clause`` names in the clause above, None for a question."""
    dep, above = tree.deps[clause], doc[tree.heads[clause]]
    if dep in {"csubj", "csubjpass"}:
        return dep.replace("csubj", "nsubj")
    if dep in {"prepc", "pcomp"}:
        return "prep"
    if dep != "ccomp" or above.i > clause or above.lemma_ in sayings("question"):
        return None
    return "attr" if above.lemma_ == "be" else "dobj" if above.pos_ == "VERB" else None


def mark_expletives(doc: Doc, tree: Tree) -> None:
    """Call "it" an expletive beside its clause: "It seems that", "It was agreed that"."""
    for i in range(len(doc)):
        holders = [c for c in tree.children(i, "nsubj", "nsubjpass") if doc[c].lower_ == "it"]
        clauses = [c for c in tree.children(i, "ccomp") if c > i]
        if not holders or not clauses:
            continue
        if tree.deps[holders[0]] == "nsubjpass":
            tree.deps[clauses[0]] = "csubjpass"
        elif doc[i].lemma_ not in SEEM:
            continue
        tree.deps[holders[0]] = "expl"


def raise_subjects(doc: Doc, tree: Tree) -> None:
    """Turn "expects [prices to rise]" into "expects prices [to rise]", as UD has it."""
    for i in range(len(doc)):
        if tree.deps[i] != "ccomp" or tree.has(i, "mark") or doc[tree.heads[i]].pos_ != "VERB":
            continue
        head = tree.heads[i]
        subjects = [c for c in tree.children(i, "nsubj", "nsubjpass") if head < c < i]
        is_infinitive = any(doc[c].tag_ == "TO" for c in tree.children(i, "aux"))
        is_plain = not tree.has(i, "cop", "aux", "auxpass")
        is_bare = doc[head].lemma_ in PERCEIVE and doc[i].tag_ in {"VB", "VBG"}
        is_done = doc[head].lemma_ in CAUSE and doc[i].tag_ == "VBN"
        is_small = doc[i].pos_ in {"ADJ", "NOUN"}
        if is_small and is_plain and not subjects and i == head + 1:
            tree.deps[i] = "xcomp"  # "make sure"
        if not subjects or tree.has(head, "dobj"):
            continue
        if is_infinitive or is_plain and (is_bare or is_done or is_small):
            tree.move(subjects[0], head, "dobj")
            tree.deps[i] = "xcomp"
