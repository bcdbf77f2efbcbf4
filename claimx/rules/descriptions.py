"""Tie noun phrases to the entities that the article says they describe.

The precise constructs and the head match of Lee et al. (2013): apposition ("Anna Holm, the
minister"), predicate nominative ("Holm is the minister"), role before a name ("Minister Anna
Holm"), and afterwards a definite phrase with the same head and no new modifier ("the minister").
"""

from collections.abc import Mapping, Sequence

from claimx.doc import Doc, Token
from claimx.rules.candidates import Candidate
from claimx.rules.groups import Group, modifiers
from claimx.rules.tree import first_child

COPULAS = frozenset({"be", "become", "remain"})
UNREAL = frozenset({"would", "could", "should", "might", "may", "must", "can"})
RELATIVES = frozenset({"who", "which", "that"})
FAR = 12  # sentences after which an unnamed description is no longer looked back to


def find_described(doc: Doc, mention: Candidate, owners: Mapping[int, Group]) -> Group | None:
    """Return the entity that apposition or a copula says a noun phrase is, by head token."""
    noun = doc[mention.head]
    for other in _equated(noun):
        group = owners.get(other.i)
        if group is not None and _fits(group, mention) and not _is_namesake(doc, mention, group):
            return group
    return None


def _is_namesake(doc: Doc, mention: Candidate, group: Group) -> bool:
    """Tell whether a phrase for a thing has a name of its own: "Evin, the Fordo plant"."""
    if group.being == "person" or not group.names:
        return False
    before = doc[mention.start : mention.head]
    return any(token.pos_ == "PROPN" and token.lower_ not in group.words for token in before)


def _equated(noun: Token) -> list[Token]:
    """Return the heads of the phrases that grammar puts on a level with ``noun``."""
    found = []
    if noun.dep_ == "appos":
        found.append(noun.head)
    found += [child for child in noun.children if child.dep_ == "appos"]
    copula = first_child(noun, "cop")
    subject = first_child(noun, "nsubj")
    if copula is not None and subject is not None and _is_real(noun, copula):
        found.append(_antecedent(subject, noun))
    if noun.dep_ in ("flat", "nmod:desc") and noun.head.pos_ == "PROPN":
        found.append(noun.head)
    return found


def _antecedent(subject: Token, clause: Token) -> Token:
    """Return whom a relative subject stands for: "Holm, who is the minister"."""
    is_relative = subject.lower_ in RELATIVES and clause.relation == "acl"
    return clause.head if is_relative else subject


def _is_real(noun: Token, copula: Token) -> bool:
    """Tell whether a copula equates: not "is not", "would be", "was in the house" or a question."""
    for child in noun.children:
        if child.lower_ in UNREAL or child.lower_ in ("not", "n't", "n’t", "never", "no"):
            return False
        if child.dep_ in ("case", "mark"):
            return False
    return copula.lemma_.lower() in COPULAS and copula.i > noun.left_edge.i


def _fits(group: Group, mention: Candidate) -> bool:
    if group.number != mention.number or not group.agrees(mention):
        return False
    # "Holm, 54," and "Oslo, the seat of the firm" put unlike things side by side.
    return group.being == mention.being or "any" in (group.being, mention.being)


def find_repeated(
    doc: Doc, mention: Candidate, ranked: Sequence[Group], owners: Mapping[int, Group]
) -> Group | None:
    """Return the latest entity of which a definite phrase repeats the head and adds nothing.

    ``ranked`` holds the entities described by that head, from the latest to the earliest. A phrase
    with an owner ("her mother") repeats another one only where the owner is the same.
    """
    if not mention.definite:
        return None
    noun = doc[mention.head]
    lemma = noun.lemma_.lower()
    owner = first_child(noun, "nmod:poss")
    possession = None
    if owner is not None and owner.i in owners:
        possession = (id(owners[owner.i]), lemma)
    elif owner is not None and owner.pos_ == "PRON":
        return None
    asked = set(modifiers(noun)) if possession is None else set()
    for group in ranked:
        is_near = mention.sentence - group.mentions[-1].sentence <= FAR
        if group.number != mention.number or not group.agrees(mention):
            continue
        if possession is not None and possession not in group.owned:
            continue
        if asked <= group.words and (group.names or is_near):
            return group
    return None


def note_owner(doc: Doc, mention: Candidate, group: Group, owners: Mapping[int, Group]) -> None:
    """Remember whose the entity is when a description says it: "her mother", "Holm's mother"."""
    noun = doc[mention.head]
    owner = first_child(noun, "nmod:poss")
    if mention.kind == "nominal" and owner is not None and owner.i in owners:
        group.owned.add((id(owners[owner.i]), noun.lemma_.lower()))
