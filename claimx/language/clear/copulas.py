"""Put "be" under its predicate: cop, or aux where it is a modal."""

from itertools import islice

from spacy.tokens import Doc

from claimx.language.clear.scheme import SUBJECTS
from claimx.language.trees import Tree

# "Its aim was to win" is a copula; "She was to win" is a modal.
AIMS = frozenset(
    "aim ambition answer challenge choice decision dream function goal hope idea intention job key"
    " mission objective option plan point policy priority problem purpose role solution step"
    " strategy task thing way wish".split()
)
# Adverbs beside "is" that say more than where somebody is: "He is also here".
NO_PREDICATE = frozenset(
    "again already also always even ever however just n't never no not now often once only soon"
    " still then thus too yet".split()
)
# "It is ready to sail" is about a ship, "It is hard to sail" about sailing.
PERSONAL = frozenset(
    "able afraid anxious bound careful certain content determined due eager expected fit free glad"
    " happy inclined keen liable likely open poised prepared prone quick ready reluctant set slow"
    " supposed sure unable unlikely unwilling willing".split()
)


def lower_copulas(doc: Doc, tree: Tree) -> None:
    """Put each "be" with a predicate under that predicate."""
    depths = tree.depths()
    for i in sorted(range(len(doc)), key=lambda i: -depths[i]):
        if doc[i].lemma_ != "be" or tree.deps[i] in {"aux", "auxpass", "cop"}:
            continue
        if any(doc[c].lower_ == "there" for c in tree.children(i, "expl")):
            for child in tree.children(i, "attr"):
                tree.deps[child] = "nsubj"  # "There is hope"
            continue
        predicate = _find_predicate(doc, tree, i)
        if predicate is not None:
            _swap_copula(doc, tree, i, predicate)


def _find_predicate(doc: Doc, tree: Tree, i: int) -> int | None:
    phrases = tree.children(i, "prep", "prepc")
    named = tree.children(i, "attr", "acomp", "oprd")
    if named and not tree.has(i, *SUBJECTS) and phrases and phrases[0] < i < named[-1]:
        tree.deps[named[-1]] = "nsubj"  # "Among the dead were four firefighters"
        return phrases[0]
    if named:
        return next((c for c in named if c > i), named[0])
    clauses = [c for c in tree.children(i, "ccomp", "xcomp") if c > i]
    if clauses and tree.has(i, "nsubj", "csubj"):
        return clauses[0]
    for choice in (
        [c for c in phrases if c > i],
        [c for c in tree.children(i, "advmod", "prt") if c > i and _is_place_adverb(doc, c)],
        [c for c in tree.children(i, "npadvmod") if c > i],
        phrases,
        [c for c in tree.children(i, "advmod") if doc[c].lower_ == "where"],
    ):
        if choice:
            return choice[0]
    return None


def _is_place_adverb(doc: Doc, i: int) -> bool:
    return doc[i].lower_ not in NO_PREDICATE and not doc[i].lower_.endswith("ly")


def _swap_copula(doc: Doc, tree: Tree, i: int, predicate: int) -> None:
    label = tree.deps[predicate]
    subjects = tree.children(i, "nsubj", "csubj")
    function = "cop"
    if label == "xcomp" and subjects and not _is_aim(doc, tree, subjects[0]):
        function = "aux"  # "The ministers were to meet"
    elif label in {"ccomp", "xcomp", "prepc"}:
        for subject in subjects:  # "The problem is that nobody came"
            tree.deps[subject] = f"{tree.deps[subject]}:outer"
    elif any(doc[s].lower_ == "it" for s in subjects):
        clauses = (
            c for c in tree.children(i) if c > i and _is_real_subject(doc, tree, c, predicate)
        )
        for clause in islice(clauses, 1):  # "It is clear that they lost"
            tree.deps[clause] = "csubj"
            tree.deps[subjects[0]] = "expl"
    for child in tree.children(i, "prep", "prepc"):
        tree.deps[child] = "obl" if tree.deps[child] == "prep" else "advcl"
    for child in tree.children(i, "npadvmod"):
        tree.deps[child] = "obl:unmarked"
    if function == "aux" and tree.has(predicate, "auxpass"):
        for subject in subjects:  # "The pledge is to be made": the passive is the lower verb's
            tree.deps[subject] = f"{tree.deps[subject]}pass"
    tree.promote(predicate, function)


def _is_real_subject(doc: Doc, tree: Tree, clause: int, predicate: int) -> bool:
    """Tell whether ``clause`` is what "it" stands for: not in "It is ready to sail"."""
    is_infinitive = any(doc[c].tag_ == "TO" for c in tree.children(clause, "aux"))
    if tree.deps[clause] == "ccomp":
        return not is_infinitive or doc[predicate].lower_ not in PERSONAL
    is_for = any(doc[c].lower_ == "for" for c in tree.children(clause, "mark"))
    is_purpose = tree.deps[clause] == "advcl" and not is_for and doc[predicate].pos_ != "ADJ"
    is_open = tree.deps[clause] in {"xcomp", "advcl"} and is_infinitive and not is_purpose
    return is_open and doc[predicate].lower_ not in PERSONAL


def _is_aim(doc: Doc, tree: Tree, subject: int) -> bool:
    return tree.deps[subject] == "csubj" or doc[subject].lemma_ in AIMS
