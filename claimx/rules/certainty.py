"""How sure a clause is by its own words and by what governs it: certain, probable or possible.

After FactBank (Saurí and Pustejovsky 2009). What its source's cue adds is known only to
``claims.py``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from claimx.doc import Token, once_a_token
from claimx.lexicon import Evidenced, read_lexicon
from claimx.records import Certainty, Polarity
from claimx.rules.conditions import has_condition
from claimx.rules.polarity import polarity
from claimx.rules.predicates import helpers, shared_helpers, voice
from claimx.rules.quotations import find_quotations
from claimx.rules.tree import first_child, first_conjunct, mark

Kind = Literal["adverb", "raising", "clause"]
_RANK: dict[Certainty, int] = {"certain": 0, "probable": 1, "possible": 2}
_PEOPLE = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_WISHES = frozenset({"like", "love", "prefer"})
_LATER = frozenset({"later", "eventually", "soon", "subsequently", "ultimately", "then"})
_MAIN = frozenset({"root", "parataxis"})
_COMPARED = frozenset({"more", "less", "as", "equally"})
_PERSONAL = frozenset({"i", "we", "you", "he", "she", "they", "who"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge(Evidenced):
    """Words that lower certainty; the keys are explained in ``lexicons/certainty.toml``."""

    kind: Kind
    certainty: Certainty
    words: tuple[str, ...]
    passive: bool = False


@cache
def hedges() -> tuple[Hedge, ...]:
    """Return the rows of the lexicon."""
    return read_lexicon("certainty", "hedge", Hedge)


@cache
def _words(kind: Kind) -> dict[tuple[str, bool], Certainty]:
    return {
        (word, row.passive): row.certainty
        for row in hedges()
        if row.kind == kind
        for word in row.words
    }


def weakest(*grades: Certainty) -> Certainty:
    """Return the least certain of ``grades``, "certain" when there are none."""
    return max(grades, key=_RANK.__getitem__, default="certain")


def certainty(verbs: tuple[Token, ...]) -> Certainty:
    """Return how sure the clause is whose verbs these are, the head first."""
    head = verbs[0]
    grades = [_modal(head), _governor(head)]
    for verb in verbs:
        grades += adverbs(verb)
        if has_condition(verb):
            grades.append("possible")
    for verb in verbs[:-1]:
        word = verb.lemma_ if verb.pos_ != "ADJ" else verb.lower_
        table = _words("raising")
        if any(child.lower_ in _COMPARED for child in verb.lefts if child.dep_ == "advmod"):
            continue  # "is more likely to fall than ..." compares chances and takes no chance
        if (word, False) in table:
            grades.append(table[word, False])
        elif (word, True) in table and voice(verb) == "passive":
            grades.append(table[word, True])
    return weakest(*grades)


def factuality(grade: Certainty, sign: Polarity) -> str:
    """Return the FactBank code: CT, PR or PS with + or -."""
    return {"certain": "CT", "probable": "PR", "possible": "PS"}[grade] + (
        "+" if sign == "positive" else "-"
    )


def hedging_adverbs(verb: Token) -> Iterator[Token]:
    """Yield the adverbs that make the clause of ``verb`` less certain, in text order."""
    table = _words("adverb")
    for child in verb.children:
        # "has reportedly hinted": some parsers hang the adverb on the auxiliary
        for word in (
            (child, *child.children) if child.dep_ in ("aux", "aux:pass", "cop") else (child,)
        ):
            if word.dep_ in ("advmod", "discourse", "parataxis") and (word.lower_, False) in table:
                yield word


def adverbs(verb: Token) -> list[Certainty]:
    """Return what the hedging adverbs of ``verb`` itself leave: "probably", "allegedly"."""
    return [_words("adverb")[word.lower_, False] for word in hedging_adverbs(verb)]


def _modal(head: Token) -> Certainty:
    helping = shared_helpers(head)
    words = {helper.lower_ for helper in helping}
    negated = polarity((head,)) == "negative"
    if words & {"may", "might"}:
        return "possible"
    if "could" in words:
        # "could not be reached" tells what happened, "so that she could see" what was wanted
        return "certain" if negated or mark(first_conjunct(head)) == "so that" else "possible"
    if "can" in words:
        return "certain" if negated or not _is_open_can(head) else "possible"
    if words & {"would", "'d", "’d"}:
        return "possible" if _is_unreal(head, words, negated=negated) else "certain"
    if words & {"should", "ought"} and "have" in words:
        return "probable"
    return "certain"


def _is_open_can(head: Token) -> bool:
    """Tell whether "can" leaves open what happens: of things, or as one of two ways out.

    People who can do something have an ability: "Women can make robots"; what can be done to
    something may be left undone: "Roofs can be mended".
    """
    first = first_conjunct(head)
    if any(word.lower_ == "either" for word in (*first.lefts, *head.lefts)):
        return True
    if any(child.lower_ == "or" and child.dep_ == "cc" for child in (*head.lefts, *first.lefts)):
        return True
    if head.dep_ == "conj" and head.head != head and shared_helpers(head) != helpers(head):
        return _is_open_can(head.head)
    subject = first_child(head, "nsubj") or first_child(first, "nsubj")
    if subject is None:
        return False
    if voice(head) == "passive":
        return True
    person = subject.lower_ in _PERSONAL or subject.ent_type_ in _PEOPLE
    return not person and subject.tag_ not in ("NNS", "NNPS")


def _is_unreal(head: Token, words: set[str], *, negated: bool) -> bool:
    """Tell whether "would" states what does not happen, or not yet, rather than a later event.

    "It would have been worse", "The bill would ban toys"; but "said it would rain", "would later
    resign", and a refusal: "would not comment".  "would" under a stated condition is that
    condition's affair.
    """
    top = first_conjunct(head)
    under_past = top.relation == "ccomp" and top.head.tag_ in ("VBD", "VBN")
    if "have" in words:
        return not under_past
    if head.lemma_ in _WISHES or any(child.lower_ in _LATER for child in head.children):
        return False
    if _is_quoted(head):
        return top.relation in _MAIN or under_past
    return top.relation in _MAIN and not negated


@once_a_token
def _is_quoted(token: Token) -> bool:
    return any(span.start <= token.i < span.end for span in find_quotations(token.doc))


def _governor(head: Token) -> Certainty:
    """Return what an adjective, noun or verb above takes from it: "it is likely that ..."."""
    top = first_conjunct(head)
    if top.relation not in ("ccomp", "csubj", "acl", "xcomp") or top.dep_ == "acl:relcl":
        return "certain"
    above = top.head
    word = above.lemma_ if above.pos_ in ("VERB", "NOUN") else above.lower_
    return _words("clause").get((word, False), "certain")
