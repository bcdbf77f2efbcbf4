"""Whether a clause is negated: by its verb, its subject or object, or through coordination."""

from claimx.doc import Token
from claimx.records import Polarity
from claimx.rules.predicates import NEGATIONS, shared_helpers
from claimx.rules.tree import first_child, mark, preposition

_ADVERBS = NEGATIONS | {"hardly", "scarcely", "nowhere", "neither", "nor"}
_PRONOUNS = frozenset({"nobody", "none", "nothing", "no-one", "neither"})
_DETERMINERS = frozenset({"no", "neither"})
_ONLY = frozenset({"only", "just", "merely", "simply", "least", "necessarily"})
_REQUESTS = frozenset({"ask", "beg", "urge", "request", "tell", "order", "warn", "advise"})
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj"})


def polarity(verbs: tuple[Token, ...]) -> Polarity:
    """Return the polarity of the clause whose verbs these are, the head first.

    "No alliance exists", "has no plans", "neither confirmed nor denied", "no longer", "did not come
    and see" (both verbs), "without paying"; "not only" negates nothing.
    """
    head = verbs[0]
    asked = head.lemma_ in _REQUESTS  # "asked not to be named": the asking took place
    own = verbs[:1] if asked else verbs
    if any(_is_negated(verb) for verb in own) or _negated_together(head):
        return "negative"
    return "positive"


def _is_negated(verb: Token) -> bool:
    if mark(verb) == "without":
        return True  # "She left without paying"
    if any(child.lower_ in _DETERMINERS for child in verb.children if child.dep_ == "det"):
        return True
    if verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].lower_ in ("n't", "n’t"):
        return True  # a clitic belongs to its verb, whatever the tree says
    for child in verb.children:
        label = child.relation
        if child.lower_ in _ADVERBS and label in ("advmod", "cc", "det", "mark", "dep", "neg"):
            if not _is_only(child):
                return True
        elif label == "advmod" and child.lower_ in ("longer", "more") and _has_no(child):
            return True
        elif label in _ARGUMENTS and _is_negative_noun(child):
            return True
        elif (
            label == "obl"
            and _has_no(child)
            and (child.i < verb.i or preposition(child) == "under")
        ):
            return True
    return False


def _is_only(negation: Token) -> bool:
    """Tell whether "not" belongs to "not only", "not just"."""
    after = negation.doc[negation.i + 1] if negation.i + 1 < len(negation.doc) else None
    return after is not None and after.lower_ in _ONLY


def _has_no(token: Token) -> bool:
    return any(child.lower_ == "no" for child in token.lefts)


def _is_negative_noun(noun: Token) -> bool:
    if noun.lower_ in _PRONOUNS or any(child.lower_ in _DETERMINERS for child in noun.lefts):
        return True
    if any(child.lower_ in NEGATIONS and not _is_only(child) for child in noun.lefts):
        return True
    first = first_child(noun, "det", "nummod", "amod")
    return first is not None and any(child.lower_ == "not" for child in first.lefts)


def _negated_together(head: Token) -> bool:
    """Tell whether ``head`` is coordinated under a negation: by its auxiliary or by "nor"."""
    if (
        head.dep_ != "conj"
        or head.head == head
        or first_child(head, "nsubj", "aux", "cop") is not None
    ):
        return False
    before = head.head
    shares = bool(shared_helpers(head)) or before.dep_ == "conj"
    if not shares:
        return False
    negated = any(
        child.lower_ in NEGATIONS and not _is_only(child)
        for child in before.lefts
        if child.dep_ == "advmod"
    )
    return (negated and bool(shared_helpers(head))) or _negated_together(before)
