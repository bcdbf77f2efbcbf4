"""The ``what`` of a clause: the verb phrase as one stretch, without what only frames it.

Trailing times, free places, reasons, adverbial clauses and attributions are left off, and so is
what a comma sets off; in the middle of the stretch they stay.
"""

from collections.abc import Mapping, Sequence

from claimx.doc import Span, Token
from claimx.rules.circumstances import Circumstance
from claimx.rules.predicates import chain, helpers, is_finite, is_needed_infinitive
from claimx.rules.tree import (
    ancestors,
    first_child,
    has_to,
    is_loose,
    mark,
    phrase_end,
    preposition,
    set_off,
    trim,
    word_before,
)
from claimx.rules.wordlists import circumstance

_CORE = frozenset(
    {"obj", "iobj", "xcomp", "ccomp", "csubj", "compound", "flat", "fixed", "goeswith"}
)
_FRAME = frozenset({"parataxis", "discourse", "vocative", "punct", "reparandum", "list"})
_MEASURES = frozenset("late early shortly just soon only right immediately long exactly".split())
_NOUN_PARTS = frozenset(
    {"nmod", "acl", "appos", "amod", "nummod", "det", "case", "cc", "conj", "orphan"}
)
_MANNER = frozenset(
    {
        "by",
        "on",
        "of",
        "in",
        "at",
        "from",
        "with",
        "for",
        "as",
        "against",
        "about",
        "into",
        "to",
        "through",
        "like",
    }
)
_DIRECTIONS = frozenset(
    {"to", "into", "onto", "from", "toward", "towards", "through", "across", "out of"}
)
# "was found guilty on Friday of theft": no frame keeps these from the verb
_OFFENCE = frozenset({"of", "for"})
_ASIDE = frozenset({"according to", "as per", "despite", "amid", "in spite of"})


def what_span(
    head: Token,
    group: Span,
    circumstances: Sequence[Circumstance],
    clauses: frozenset[int],
    target: Token | None,
    cut: frozenset[int],
) -> Span:
    """Return the verb phrase of ``head`` from its group to the end of its complements.

    ``clauses`` are the positions of heads that make claims of their own, ``target`` a prepositional
    object that must stay in, ``cut`` the positions of phrases that belong elsewhere.
    """
    marks = {one.head.i: one for one in circumstances}
    end = max(group.end, _end(head, marks, clauses, target, cut))
    if target is not None and target.i >= end and head.dep_ == "conj":
        end = phrase_end(target, cut)  # "neither confirmed nor denied the purchase"
    start = group.start
    if helpers(head) and not any(
        helper.i in range(group.start, group.end) for helper in helpers(head)
    ):
        start = min(group.start, head.i)
    return trim(head.doc, start, end)


def _end(
    head: Token,
    marks: Mapping[int, Circumstance],
    clauses: frozenset[int],
    target: Token | None,
    cut: frozenset[int],
) -> int:
    end = head.i + 1
    framed = False
    nominal = first_child(head, "cop") is not None
    for child in head.rights:
        label = child.relation
        if (
            child.is_space
            or label in _FRAME
            or child.i in cut
            or child.dep_ in ("cop", "aux", "aux:pass")
        ):
            continue
        if label == "conj" and child.i in clauses:
            continue
        if child is target or (target is not None and child.i == target.i):
            end, framed = max(end, phrase_end(child, cut)), False
        elif label == "xcomp" or is_needed_infinitive(child):
            end, framed = max(end, _end(child, marks, clauses, target, cut)), False
        elif label in _CORE:
            end, framed = max(end, phrase_end(child, cut)), False
        elif label == "nsubj":
            # "there are two roads", "among the dead was a child"
            if not set_off(child):
                end = max(end, phrase_end(child, cut))
        elif label in ("cc", "mark", "case", "det"):
            continue
        elif label == "conj":
            if head.dep_ == "xcomp" or not is_finite(child) or nominal:
                end = max(end, _end(child, marks, clauses, target, cut))
        elif label == "advcl":
            if _is_manner(child) and (not framed or mark(child) in _OFFENCE):
                end = max(end, _end(child, {}, clauses, None, cut))
        elif label == "advmod" and _opens_time(child, marks):
            framed = True
        elif _follows_verb(child, head, end):
            continue
        elif child.i in marks:
            one = marks[child.i]
            if _is_complement(one, head, end, framed):
                end = max(end, phrase_end(child, cut))
            else:
                framed = True
        elif child.dep_ == "obl:agent" and preposition(child) == "by":
            end = max(end, phrase_end(child, cut))
        elif preposition(child) in _ASIDE or (set_off(child) and not _resumes(child)):
            framed = framed or label == "obl"
        elif (
            nominal
            and label in _NOUN_PARTS
            or label in ("obl", "nmod", "advmod", "compound", "expl", "nummod")
        ):
            if not framed or preposition(child) in _OFFENCE:
                end = max(end, phrase_end(child, cut))
        elif not framed:
            end = max(end, phrase_end(child, cut))
    return end


def _follows_verb(child: Token, head: Token, end: int) -> bool:
    """Tell whether a phrase comes right after a verb beyond what is taken in so far.

    "limits trade, as seen in the quarrel": whatever the parse says, "in" belongs to "seen".
    """
    before = word_before(child.doc[child.left_edge.i])
    return before is not None and before.pos_ == "VERB" and before.i >= end and before.i > head.i


def _opens_time(child: Token, marks: Mapping[int, Circumstance]) -> bool:
    """Tell whether an adverb belongs to the time after it: "late on Tuesday"."""
    if child.lower_ not in _MEASURES:
        return False
    after = child.i + 1
    return any(one.kind == "when" and one.head.left_edge.i == after for one in marks.values())


def _is_complement(one: Circumstance, verb: Token, end: int, framed: bool) -> bool:
    """Tell whether a place or time belongs to the verb so closely that ``what`` keeps it.

    "landed in the desert", "fired into the north", "is in Geneva", "adjourned to Monday".
    """
    if one.head.i < end - 1 and one.span.end <= end:
        return True
    prep = preposition(one.head)
    verbs = {v.lemma_ for v in chain(verb)} | {verb.lemma_}
    if one.kind == "when":
        return bool(verbs & circumstance("time_verb")) or prep in ("to", "from")
    if one.kind == "why" or framed:
        return False
    return (
        prep in _DIRECTIONS
        or (prep == "off" and one.head.pos_ == "NOUN")  # "fell off a roof", "sank off Rhodes"
        or bool(verbs & circumstance("place_verb"))
        or one.head.relation == "advmod"
    )


def _resumes(child: Token) -> bool:
    """Tell whether the comma before ``child`` only closes an insertion that began with one.

    "may open the town, which is small, to tourists": "to tourists" is no afterthought.
    """
    comma = word_before(child.doc[child.left_edge.i])
    inside = word_before(comma) if comma is not None else None
    if inside is None:
        return False
    for token in ancestors(inside):
        if token.i == child.head.i or token.i > child.i:
            return False
        if is_loose(token):
            return True
    return False


def _is_manner(clause: Token) -> bool:
    """Tell whether an adverbial clause completes the verb phrase: "by firing", "on winning"."""
    if set_off(clause) or is_finite(clause) or has_to(clause):
        return False
    return clause.tag_ == "VBG" and mark(clause) in _MANNER
