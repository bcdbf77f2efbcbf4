"""The place or time that a relative clause is about: "Graz, where the talks are held"."""

from typing import Literal

from claimx.doc import Span, Token
from claimx.rules.place_and_time import Known, is_place, is_time, place_span
from claimx.rules.tree import (
    ancestors,
    first_conjunct,
    phrase,
    preposition,
    set_off,
    word_before,
)


def find_antecedent(
    head: Token, known: Known
) -> tuple[Literal["where", "when"], Token, Span] | None:
    """Return the phrase that "where", "when" or "in which" stands for in the clause of ``head``."""
    top = first_conjunct(head)
    if top.dep_ == "acl:relcl":
        found = _of_which(head, top, known)
        if found is not None:
            return found
    elif top.relation != "advcl" or not set_off(top):
        return None
    for child in top.lefts:
        if child.lower_ == "where" and child.relation == "advmod":
            noun = _nearest(top, known, place=True)
            return None if noun is None else ("where", noun, _until(top, place_span(noun, known)))
        if child.lower_ == "when" and child.relation == "advmod":
            noun = _nearest(top, known, place=False)
            return None if noun is None else ("when", noun, phrase(noun, stop=top.left_edge.i))
    return None


def _of_which(
    head: Token, top: Token, known: Known
) -> tuple[Literal["where", "when"], Token, Span] | None:
    for child in head.children:
        if child.relation not in ("obl", "nmod") or child.lower_ != "which":
            continue
        if preposition(child) in ("in", "on", "at", "during"):
            noun = top.head
            span = phrase(noun, stop=top.left_edge.i)
            if is_place(noun, known):
                return "where", noun, span
            if noun.pos_ == "PROPN" or is_time(noun, "in", known):
                return "when", noun, span
    return None


def _nearest(clause: Token, known: Known, *, place: bool) -> Token | None:
    """Return the place or time before ``clause``, with what it is a part of.

    "a suburb of Graz, where" is the suburb; in "walked to a school a mile away, where" the school
    stands on the verb.
    """
    before = word_before(clause.doc[clause.left_edge.i])
    if clause.left_edge.is_punct:
        before = word_before(clause.left_edge)
    elif before is not None and before.is_punct:
        before = word_before(before)
    found: Token | None = None
    for here in ancestors(before) if before is not None else ():
        if here.i < clause.head.i:
            break
        if _tells(here, known, place=place):
            found = here
        elif found is not None:
            break
        if here == clause.head:
            break
    if found is not None:
        return found
    phrases = [child for child in clause.head.rights if child.right_edge.i < clause.left_edge.i]
    return next((one for one in reversed(phrases) if _tells(one, known, place=place)), None)


def _tells(noun: Token, known: Known, *, place: bool) -> bool:
    if place:
        return is_place(noun, known)
    return is_time(noun, "in", known)


def _until(clause: Token, span: Span) -> Span:
    end = min(span.end, max(clause.left_edge.i, span.start + 1))
    return span.doc.span(span.start, end)
