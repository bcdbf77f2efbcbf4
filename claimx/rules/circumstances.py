"""Where, when and why: the adjuncts of a clause, taken from the verb they belong to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from claimx.doc import Span, Token
from claimx.rules.place_and_time import (
    ALWAYS_TIME,
    Known,
    is_ordinal_time,
    is_place,
    is_time,
    place_span,
    time_span,
)
from claimx.rules.predicates import reach
from claimx.rules.relatives import find_antecedent
from claimx.rules.tree import (
    first_child,
    first_conjunct,
    has_to,
    mark,
    phrase,
    preposition,
    set_off,
)
from claimx.rules.wordlists import circumstance, prepositional_verbs

Kind = Literal["where", "when", "why"]
_HUNG = frozenset({"in", "on", "at", "since", "until", "during", "by", "after", ""})
# "in a stampede near the town" tells where; "despite talks in the capital" does not
_EVENTS = frozenset({"in", "at", "during", "with", "on"})
# "rose from 40 tons last year": it rose at another time
_COMPARED = frozenset({"from", "than", "against", "above", "below"})
# "called for talks in the capital": nobody called there
_PROSPECTS = frozenset({"for", "about", "on", "against"})
_UNDERTAKING = frozenset(
    "make take begin start pay complete finish end continue resume undertake".split()
)
_DEPTH = 3  # nouns within nouns: "revenue of a billion euros in 2025"
_SAYINGS = frozenset({"according to", "as per"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstance:
    """A place, time or reason of a clause: the token that heads it and its words."""

    kind: Kind
    head: Token
    span: Span
    moved: bool = False
    """Whether the parse hangs it in a noun phrase of the clause: "unveiled the design in April"."""


def find_circumstances(head: Token, known: Known) -> list[Circumstance]:
    """Return the places, times and reasons of the clause of ``head``, in text order."""
    found: list[Circumstance] = []
    for verb in reach(head):
        opening = first_child(verb, "mark")
        for child in verb.children:
            if opening is not None and child.i < opening.i and opening.lower_ != "to":
                continue  # "hours before the truce ended": the hours measure "before"
            if _is_beyond(child, head):
                continue
            found += _read(child, verb, known)
    found += _described(head, known)
    found += _shared(head, known, {one.kind for one in found})
    if first_child(head, "cop") is not None and preposition(head):
        own = _own_place(head, known)
        found += [own] if own else []
    found.sort(key=lambda one: (one.span.start, -one.span.end))
    return _join([one for n, one in enumerate(found) if not _is_covered(one, found[:n])])


def _is_beyond(child: Token, head: Token) -> bool:
    """Tell whether a phrase behind a cue tells of the saying: "It fell, he said on Monday"."""
    top = first_conjunct(head)
    cue = top.head
    behind = top.relation == "ccomp" and head.i < cue.i < child.left_edge.i
    return behind and not set_off(child)


def _described(head: Token, known: Known) -> list[Circumstance]:
    """Return the place or time that "where", "when" or "in which" stands for."""
    found = find_antecedent(head, known)
    if found is None:
        return []
    kind, noun, span = found
    return [Circumstance(kind=kind, head=noun, span=span)]


def _shared(head: Token, known: Known, own: set[Kind]) -> list[Circumstance]:
    """Return what opens a sentence for all its verbs: "On Friday he met Ana and left"."""
    first = first_conjunct(head)
    if first is head or first_child(head, "nsubj", "csubj", "expl") is not None:
        return []
    subject = first_child(first, "nsubj", "csubj", "expl")
    if subject is None:
        return []
    fronted = (child for child in first.lefts if child.right_edge.i < subject.left_edge.i)
    found = [one for child in fronted for one in _read(child, first, known)]
    return [one for one in found if one.kind != "why" and one.kind not in own]


def _own_place(head: Token, known: Known) -> Circumstance | None:
    """Return the predicate of "was in a cellar" as a place."""
    if preposition(head) in ("to", "for", "by", "against", "between"):
        return None
    if not is_place(head, known):
        return None
    copula = first_child(head, "cop")
    span = phrase(head)
    start = max(span.start, copula.i + 1 if copula is not None else span.start)
    while start < head.i and head.doc[start].dep_ in ("case", "advmod", "fixed"):
        start += 1
    stops = [c.left_edge.i for c in head.rights if is_time(c, preposition(c), known)]
    stops += [c.left_edge.i for c in head.rights if c.relation == "obl"]
    end = max(start + 1, min(stops, default=span.end))
    return Circumstance(kind="where", head=head, span=head.doc.span(start, end))


def _join(found: list[Circumstance]) -> list[Circumstance]:
    """Return ``found`` with times that the parse took apart made one: "April" + "last year"."""
    joined: list[Circumstance] = []
    for one in found:
        last = joined[-1] if joined else None
        if last is not None and last.kind == one.kind == "when" and _belongs(last, one):
            span = one.span.doc.span(last.span.start, one.span.end)
            joined[-1] = replace(last, span=span)
        else:
            joined.append(one)
    return joined


def _belongs(last: Circumstance, one: Circumstance) -> bool:
    if last.head.pos_ == "ADV" or one.head.pos_ == "ADV":
        return False
    if is_ordinal_time(last.head, preposition(last.head)):
        return one.span.start - last.span.end <= 1 and preposition(one.head) in ("", "in")
    if last.span.end == one.span.start:
        return not preposition(one.head)
    between = one.span.doc[last.span.end : one.span.start]
    event = preposition(last.head) in ALWAYS_TIME and not last.head.ent_type_
    return event and len(between) == 1 and between[0].dep_ == "case"


def _is_covered(one: Circumstance, before: Sequence[Circumstance]) -> bool:
    """Tell whether a time stands inside another: "two years" in "after two years"."""
    return one.kind == "when" and any(
        other.kind == "when" and one.span.end <= other.span.end for other in before
    )


def _read(child: Token, verb: Token, known: Known) -> list[Circumstance]:
    label = child.relation
    if label == "advmod":
        kind = _adverb_kind(child, known)
        return [Circumstance(kind=kind, head=child, span=phrase(child))] if kind else []
    if label == "advcl":
        reason = _reason(child)
        return [Circumstance(kind="why", head=child, span=reason)] if reason is not None else []
    if label in ("obl", "nmod") and child.dep_ != "nmod:poss":
        prep = preposition(child)
        if child.dep_ == "obl:agent":
            return _nested(child, verb, known, event=True)
        if prep in _SAYINGS or _is_relative(child):
            return []
        found = [
            one
            for part in _alternatives(child, known)
            if (one := _phrase(part, child, verb, known))
        ]
        if found and _is_superlative(child, verb, known, found[0].kind):
            return []  # "the largest port in the world"
        if not found and prep not in _EVENTS:
            inner = _nested(child, verb, known, event=prep in _COMPARED)
            return inner if _is_object(verb, prep) else [o for o in inner if o.kind == "when"]
        if (not found or found[0].kind == "when") and prep in _EVENTS:
            found += _nested(child, verb, known, event=bool(found))
        return found
    if label == "obj" or (label == "nsubj" and first_child(verb, "expl") is not None):
        return _nested(child, verb, known, event=False)
    return []


def _is_object(verb: Token, prep: str) -> bool:
    """Tell whether a phrase with ``prep`` is what the verb acts on: "led to deaths in Oslo"."""
    return prep == "to" or (verb.lemma_, prep) in prepositional_verbs() and prep not in _PROSPECTS


def _is_superlative(child: Token, verb: Token, known: Known, kind: Kind) -> bool:
    """Tell whether a place or time only bounds the predicate: "is the largest since May"."""
    if first_child(verb, "cop") is None or child.relation not in ("nmod", "obl"):
        return False
    if verb.tag_ == "JJS":
        return preposition(child) in ("in", "since")
    place = kind == "where" and child.i not in known.places
    return place and child.relation == "nmod" and verb.pos_ == "NOUN"


def _alternatives(child: Token, known: Known) -> list[Token]:
    """Return the phrase and those joined to it with prepositions of their own.

    "in A and near B"; "from A to B", where the parse hangs B on A.
    """
    ends = {"to", "into"} if preposition(child) == "from" and is_place(child, known) else ()
    return [
        child,
        *(
            c
            for c in child.rights
            if (c.dep_ == "conj" and preposition(c))
            or (c.relation == "nmod" and preposition(c) in ends)
        ),
    ]


def _phrase(
    part: Token, child: Token, verb: Token, known: Known, *, moved: bool = False
) -> Circumstance | None:
    prep = preposition(part)
    if prep in circumstance("reason_preposition"):
        return Circumstance(kind="why", head=part, span=phrase(part), moved=moved)
    if is_time(part, prep, known):
        return Circumstance(kind="when", head=part, span=time_span(part, prep), moved=moved)
    if prep and is_place(part, known) and _is_located(prep, verb, part, known):
        return Circumstance(kind="where", head=part, span=place_span(part, known), moved=moved)
    return None


def _is_located(prep: str, verb: Token, part: Token, known: Known) -> bool:
    """Tell whether the preposition makes a place phrase with this verb."""
    if prep not in circumstance("place_preposition"):
        return False
    if prep == "to":
        return verb.lemma_ in circumstance("motion_verb") or _comes_from(verb, part, known)
    if prep == "for":
        return False
    if prep == "between":
        return verb.lemma_ in circumstance("place_verb")  # "an alliance between A and B"
    if prep in ("by", "against", "among", "over", "under", "on"):
        return part.i not in known.places or (
            prep in ("over", "under", "on") and part.ent_type_ in ("LOC", "FAC")
        )
    return True


def _comes_from(verb: Token, part: Token, known: Known) -> bool:
    """Tell whether a place goes before: "shifted work from Oslo to Graz"."""
    origins = (part.head, *verb.rights)
    return any(
        preposition(place) == "from" and place.i < part.i and is_place(place, known)
        for place in origins
    )


def _adverb_kind(child: Token, known: Known) -> Kind | None:
    if child.lower_ in circumstance("time_adverb"):
        return "when"
    if child.i in known.times:
        return "when"
    if child.lower_ in circumstance("place_adverb"):
        return "where"
    if child.lower_ == "far" and any(c.lower_ == "so" for c in child.lefts):
        return "when"
    return None


def _nested(
    noun: Token, verb: Token, known: Known, *, event: bool, depth: int = _DEPTH
) -> list[Circumstance]:
    """Return places and calendar times that the parse hangs on the object of the verb.

    "used laboratories in the complex", "unveiled the design in April", "in a clash near the town".
    """
    found: list[Circumstance] = []
    for child in noun.rights:
        if child.relation == "advmod" and _adverb_kind(child, known) == "where":
            found.append(Circumstance(kind="where", head=child, span=phrase(child), moved=True))
        if child.relation not in ("nmod", "appos") or child.dep_ == "nmod:poss":
            continue
        prep = preposition(child)
        counted = is_ordinal_time(child, prep)
        if counted or child.i in known.times:
            if (counted or prep in _HUNG) and not event:
                span = time_span(child, prep)
                found.append(Circumstance(kind="when", head=child, span=span, moved=True))
        elif is_place(child, known) and _is_nested_place(prep, noun, verb):
            span = place_span(child, known)
            moved = noun.ent_type_ == "PERSON" and child.i in known.places  # "met Ana in Oslo"
            found.append(Circumstance(kind="where", head=child, span=span, moved=moved))
        elif not event and depth:
            inner = _nested(child, verb, known, event=False, depth=depth - 1)
            part = prep == "of" and is_place(child, known)  # "the steps of a tower in Oslo"
            found += [one for one in inner if one.kind == "when" or part]
    return found


def _is_nested_place(prep: str, noun: Token, verb: Token) -> bool:
    if prep in ("to", "into"):
        # "opened the tour with a visit to Oslo"; whoever rules out a visit to Oslo does not go
        goes = noun.relation != "obj" or verb.lemma_ in _UNDERTAKING
        return goes and noun.lemma_ in circumstance("motion_verb")
    return prep in ("in", "at", "near", "outside", "inside", "across", "into", "around", "along")


def _is_relative(child: Token) -> bool:
    return child.lower_ in ("which", "whom", "whose", "that") or child.tag_ in ("WDT", "WP")


def _reason(clause: Token) -> Span | None:
    """Return the words of a reason clause or of a purpose infinitive, without "because"."""
    word = mark(clause)
    if word == "because" or word.startswith("in order") or word == "so that":
        return phrase(clause)
    if (
        word == ""
        and has_to(clause)
        and first_child(clause, "nsubj") is None
        and not set_off(clause)
    ):
        doc = clause.doc
        to = next(
            child for child in clause.children if child.lower_ == "to" and child.dep_ == "mark"
        )
        return doc.span(to.i, max(phrase(clause).end, to.i + 1))
    return None
