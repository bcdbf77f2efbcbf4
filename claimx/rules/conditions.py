"""Conditions: clauses that state no fact but what another clause depends on."""

from claimx.doc import Token, once_a_token
from claimx.rules.predicates import helpers, is_finite
from claimx.rules.tree import first_child, first_conjunct, mark

CONDITIONAL = frozenset(
    "if|unless|provided|providing|in case|lest|assuming|supposing|as long as|so long as"
    "|on condition|only if|in the event".split("|")
)
OPEN = CONDITIONAL | {
    "whether",
    "even if",
    "as if",
    "as though",
    "than",
    "whether or not",
    "rather than",
}


def is_condition(clause: Token) -> bool:
    """Tell whether ``clause`` heads a condition: "if it rains", "should it rain"."""
    if clause.relation == "advcl" and mark(clause) in CONDITIONAL:
        if any(child.lower_ == "even" for child in clause.lefts):
            return False  # "even if it rains" leaves the rest as it is
        return first_child(clause, "nsubj", "csubj", "expl") is not None
    return is_inverted_condition(clause)


@once_a_token
def is_inverted_condition(clause: Token) -> bool:
    """Tell whether ``clause`` opens with "should", "had" or "were" before its subject."""
    subject = first_child(clause, "nsubj", "expl")
    if subject is None or not is_finite(clause):
        return False
    first = next((helper for helper in helpers(clause) if helper.i < subject.i), None)
    if first is None or first.lower_ not in ("should", "had", "were"):
        return False
    if any(child.text == "?" for child in clause.rights):
        return False
    opens = first.i <= clause.left_edge.i + 1
    return opens or clause.relation == "advcl"


def has_condition(head: Token) -> bool:
    """Tell whether the clause of ``head`` holds only under a stated condition."""
    for child in head.children:
        if is_condition(child):
            # "Troops were sent to fire if the enemy moves": what happened is no consequent
            return not (_is_past(head) and not _is_past(child))
    # "if this continues, my whole business will close": a condition that the parse makes a sister
    top = first_conjunct(head)
    return top.relation == "parataxis" and is_inverted_condition(top.head)


def _is_past(head: Token) -> bool:
    finite = helpers(head)[:1] or (head,)
    return finite[0].tag_ == "VBD" and finite[0].lower_ not in ("had",)
