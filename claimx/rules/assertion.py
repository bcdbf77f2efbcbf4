"""Which clauses are put forward as information: no questions, orders, wishes or conditions.

The complement of a denial, of "whether" and of an unkept or open verb ("plans to say that") is not
asserted either; a relative clause is, wherever it stands.
"""

from claimx.doc import Token, once_a_token
from claimx.rules.conditions import CONDITIONAL, OPEN, is_condition
from claimx.rules.cues import Cue, cue_of
from claimx.rules.polarity import polarity
from claimx.rules.predicates import (
    helpers,
    is_finite,
    is_headline,
    is_verbal,
    raised_subject,
)
from claimx.rules.tree import first_child, first_conjunct, has_to, mark
from claimx.rules.wordlists import complement_verbs

_WH = frozenset({"WP", "WDT", "WRB", "WP$"})
_FREE = frozenset({"what", "whatever", "whoever", "whichever", "wherever", "however"})


@once_a_token
def is_asserted(head: Token) -> bool:
    """Tell whether the clause of ``head``, with all that governs it, is put forward as true."""
    clause = head
    while True:
        top = first_conjunct(clause)
        if _is_open(clause, top):
            return False
        label = top.relation
        if top.dep_ in ("acl:relcl", "root") or top.head == top:
            return True
        above = governing_clause(top)
        if above is None:
            return True
        if label in ("ccomp", "csubj", "xcomp", "acl") and not _asserts_complement(above, top):
            return False
        if label in ("parataxis", "appos", "list", "dep"):
            return True
        if label == "advcl" and is_imperative(above):
            return True  # "Stay inside, because the air is foul"
        clause = above


def governing_clause(token: Token) -> Token | None:
    """Return the head of the clause that ``token`` stands in, or None at the root."""
    above = token.head if token.head != token else None
    while above is not None:
        if (
            is_verbal(above)
            or first_child(above, "cop", "nsubj") is not None
            or above.dep_ == "root"
        ):
            return above
        above = above.head if above.head != above else None
    return None


def _is_open(clause: Token, top: Token) -> bool:
    if (
        is_condition(clause)
        or is_condition(top)
        or _is_question(clause, top)
        or is_imperative(clause)
    ):
        return True
    word = mark(top) or mark(clause)
    if word == "whether":
        return True
    if top.relation in ("advcl", "ccomp", "acl", "csubj", "parataxis") and word in OPEN:
        return not (word in CONDITIONAL and top.relation == "parataxis")
    if (
        top.relation in ("ccomp", "csubj", "advcl")
        and top.dep_ != "advcl:relcl"
        and _is_wh_clause(top)
    ):
        return True
    if top.dep_ == "acl:relcl":
        return top.head.lower_ in _FREE or any(child.lower_ in _FREE for child in top.lefts)
    if top.relation == "advcl" and _is_comparison(top):
        return True
    return top.relation in ("nsubj", "obj", "obl", "nmod") and is_verbal(top)


def _is_comparison(top: Token) -> bool:
    """Tell whether the clause is the measure of a comparison: "as many as they had"."""
    above = top.head
    return (
        mark(top) in ("as", "than")
        and above.pos_ in ("ADJ", "ADV", "DET")
        and first_child(above, "cop") is None
    )


def _is_question(clause: Token, top: Token) -> bool:
    for token in (clause, top):
        if any("?" in child.text for child in token.rights if child.dep_ == "punct"):
            return True
    subject = first_child(clause, "nsubj")
    if top.dep_ != "root" or subject is None:
        return False
    # "Who knows", "What did he see": a question that lost its mark
    return (
        subject.tag_ in ("WP",)
        and subject.lower_ in ("who", "what")
        and subject.i == top.left_edge.i
        and first_child(subject, "acl:relcl") is None  # "What they saw shocked everyone"
    )


def _is_wh_clause(top: Token) -> bool:
    """Tell whether a question word opens an embedded clause: "asked where he was"."""
    for child in top.lefts:
        if child.tag_ in _WH and child.lower_ != "that":
            if top.relation == "advcl" and child.lower_ in ("when", "where", "why"):
                return _asks(top.head)
            return True
        if child.relation in ("nsubj", "obj", "obl", "advmod") and any(
            word.tag_ in _WH and word.i < child.i for word in child.lefts
        ):
            return top.relation == "ccomp"
    return False


def _asks(verb: Token) -> bool:
    """Tell whether ``verb`` asks or tells what a "when" clause says: "confirm when they left"."""
    entry = cue_of(verb)
    takes = entry is not None and "question" in entry.complements
    return takes and first_child(verb, "obj", "ccomp", "xcomp") is None


def is_imperative(clause: Token) -> bool:
    """Tell whether the clause is an order or a wish: "Take cover", "Let us pray", "May he rest"."""
    subject = first_child(clause, "nsubj", "csubj", "expl")
    helping = helpers(clause)
    if clause.lower_ == "let" and subject is None and clause.tag_ in ("VB", "VBP"):
        return True
    if helping and helping[0].lower_ == "may" and subject is not None and helping[0].i < subject.i:
        return True
    if subject is not None or has_to(clause) or raised_subject(clause) is not None:
        return False
    top = first_conjunct(clause)
    if top is not clause and first_child(top, "nsubj", "csubj", "expl") is not None:
        return False
    if top.relation not in ("root", "parataxis", "ccomp") or clause.tag_ not in ("VB", "VBP"):
        return False
    return all(
        helper.lower_ in ("do", "please") or helper.lower_ == "be" for helper in helping
    ) and not is_headline(clause)


def _asserts_complement(above: Token, clause: Token) -> bool:
    """Tell whether what ``above`` governs is put forward as true together with it."""
    cue = complement_cue(above, clause)
    lemma = above.lemma_
    if cue is not None and not cue.asserted:
        return False
    if clause.relation == "xcomp" or not is_finite(clause) and clause.relation == "acl":
        return True
    factive = lemma in complement_verbs("factive") or (cue is not None and cue.factive)
    if factive:
        return True
    if (
        above.dep_ == "xcomp"
        and has_to(above)
        and above.head.lemma_ in (complement_verbs("negative") | complement_verbs("open"))
    ):
        return False
    if polarity((above,)) == "negative" and clause.relation == "ccomp":
        return False
    return True


def complement_cue(above: Token, clause: Token) -> Cue | None:
    """Return the cue that ``above`` or, for a clause on a noun, that noun is."""
    return cue_of(clause.head) if clause.relation == "acl" else cue_of(above)
