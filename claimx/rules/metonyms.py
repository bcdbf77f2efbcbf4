"""Tell a government from its place: in "Moscow denied the report" nobody is in Moscow.

The entity stays what it is; such a mention says nothing about where something happened.
"""

from claimx.doc import Span, Token
from claimx.gazetteer.index import load
from claimx.gazetteer.names import normalise
from claimx.rules.place_words import place_words
from claimx.rules.tree import first_child, first_conjunct, preposition

_POLITICAL = frozenset({"country", "region", "city", "continent"})
_ACTS_WITH = frozenset({"with", "between", "against", "by", "according to", "among"})


def is_metonym(span: Span) -> bool:
    """Tell whether the place name ``span`` stands for its government or people where it stands.

    A country, region, town or seat of power does so as the subject or agent of what only people do,
    as the one spoken to, as the owner of a decision, and as a party to talks, a war or a treaty.
    False for seas, mountains and other landmarks, and for a Doc without a parse.
    """
    if not stands_for_people(span.text):
        return False
    head = first_conjunct(span.root)
    label = head.relation
    if head.dep_ == "obl:agent":
        return True
    if label == "nsubj" and head.dep_ != "nsubj:pass":
        return _acts(head.head)
    if label in ("obj", "iobj"):
        return head.head.lemma_ in place_words("addressed")
    if head.dep_ == "nsubj:pass":
        return head.head.lemma_ in place_words("addressed")
    if head.dep_ == "nmod:poss":
        return head.head.lemma_ in place_words("act")
    if label in ("obl", "nmod"):
        return _is_party(head)
    return False


def stands_for_people(name: str) -> bool:
    """Tell whether the gazetteer knows a place of this name that people, or a body, speak for."""
    entries = load().lookup(name.removesuffix("'s").removesuffix("’s"))
    return any(e.kind in _POLITICAL or e.is_metonym for e in entries) and bool(normalise(name))


def _acts(predicate: Token) -> bool:
    """Tell whether a subject of ``predicate`` must be a government or people."""
    if first_child(predicate, "cop") is not None:
        return predicate.lemma_ in place_words("attitude")
    if predicate.pos_ not in ("VERB", "AUX") or predicate.tag_ == "VBN" and _is_passive(predicate):
        return False
    return predicate.lemma_ not in place_words("literal")


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ in ("aux:pass", "nsubj:pass") for child in verb.children)


def _is_party(head: Token) -> bool:
    """Tell whether the phrase makes the place a party: "talks with Tehran", "aid to Chad"."""
    prep = preposition(head)
    if prep == "according to":
        return True
    governor = head.head
    if prep == "by":
        return _is_passive(governor)
    pressing = prep in ("on", "of", "from", "to") and _is_act(governor)
    if prep not in _ACTS_WITH and not pressing:
        return False
    if governor.pos_ == "NOUN":
        return governor.lemma_ in place_words("dealing") or prep == "against" or _is_act(governor)
    return prep in ("with", "against")


def _is_act(noun: Token) -> bool:
    return noun.lemma_ in (
        "pressure",
        "sanction",
        "reply",
        "response",
        "demand",
        "warning",
        "threat",
    )
