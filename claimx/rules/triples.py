"""Subject, relation, object: one fact a triple, as BenchIE understands open information extraction.

Coordination is taken apart, arguments are minimal, and each prepositional phrase is a triple of its
own with its preposition in the relation: "held a workshop in | 1982".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from claimx.doc import Doc, Token
from claimx.rules.arguments import find_who
from claimx.rules.clauses import clause_rule
from claimx.rules.predicates import NEGATIONS, chain, helpers, shared_helpers
from claimx.rules.tree import first_child, has_to, preposition

_INSIDE = frozenset(
    {"det", "amod", "compound", "nummod", "nmod:poss", "flat", "fixed", "nmod:desc", "goeswith"}
)
_OF = frozenset({"of"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Triple:
    """A fact and the head of the clause that states it."""

    head: Token
    subject: str
    relation: str
    object: str


def find_triples(doc: Doc) -> list[Triple]:
    """Return the facts of every clause of ``doc``, in text order, without repetitions."""
    found: dict[tuple[str, str, str], Triple] = {}
    for token in doc:
        if clause_rule(token) is None:
            continue
        for triple in _read(token):
            found.setdefault((triple.subject, triple.relation, triple.object), triple)
    return list(found.values())


def _read(head: Token) -> Iterator[Triple]:
    who = find_who(head)
    if who is None or who.head.lower_ in ("who", "which", "that", "what"):
        return
    subjects = [_words(one, of=True) for one in _parts(who.head)]
    for relation, thing in _facts(head):
        for subject in subjects:
            yield Triple(head=head, subject=subject, relation=relation, object=thing)


def _facts(head: Token) -> Iterator[tuple[str, str]]:
    """Yield relation and object of each fact that the clause of ``head`` states of its subject."""
    verbs = chain(head)
    last = verbs[-1]
    if first_child(last, "cop") is not None or _is_nominal(last):
        yield from _of_predicate(head, last, verbs)
        return
    relation = _relation(verbs)
    objects = [o for o in (_object(last),) if o is not None]
    for one in objects:
        for part in _parts(one):
            yield relation, _words(part, of=True)
            yield from _of_noun(f"{relation} {_words(part)}", part)
    base_ = f"{relation} {_words(objects[0])}" if objects else relation
    for verb in verbs:
        yield from _adjuncts(base_, verb)


def _of_predicate(head: Token, last: Token, verbs: tuple[Token, ...]) -> Iterator[tuple[str, str]]:
    words = " ".join(h.text for h in helpers(head) if h.i < head.i)
    if len(verbs) > 1:
        words = _relation(verbs[:-1])
    for negation in head.children:
        if negation.lower_ in NEGATIONS and negation.dep_ == "advmod":
            words = f"{words} {negation.text}"
    prep = preposition(last)
    relation = f"{words} {prep}".strip()
    for part in _parts(last):
        yield relation, _words(part)
        yield from _of_noun(f"{relation} {_words(part)}", part)
    yield from _adjuncts(f"{relation} {_words(last)}", last)


def _is_nominal(last: Token) -> bool:
    return last.dep_ == "xcomp" and last.pos_ not in ("VERB", "AUX")


def _object(verb: Token) -> Token | None:
    found = first_child(verb, "obj")
    if found is None:
        complement = first_child(verb, "xcomp")
        if complement is not None and complement.pos_ in ("NOUN", "PROPN"):
            return complement
        if verb.dep_ == "conj" and (shared := first_child(verb.head, "obj")) is not None:
            return shared if shared.i > verb.i else None
        return first_child(verb, "iobj")
    if found.lower_ in ("which", "that", "who", "whom", "what"):
        return None
    return found


def _adjuncts(relation: str, verb: Token) -> Iterator[tuple[str, str]]:
    for child in verb.children:
        if child.relation not in ("obl", "nmod") or child.dep_ == "nmod:poss":
            continue
        prep = preposition(child)
        if child.lower_ in ("which", "whom"):
            continue
        for part in _parts(child):
            own = preposition(part) or prep
            yield f"{relation} {own}".strip(), _words(part, of=True)


def _of_noun(relation: str, noun: Token) -> Iterator[tuple[str, str]]:
    for child in noun.rights:
        if child.dep_ != "nmod":
            continue
        prep = preposition(child)
        if not prep:
            continue
        for part in _parts(child):
            yield f"{relation} {preposition(part) or prep}", _words(part)


def _parts(token: Token) -> list[Token]:
    """Return the conjuncts of a noun phrase, ``token`` itself when it stands alone."""
    others = [c for c in token.rights if c.dep_ == "conj" and c.pos_ not in ("VERB", "AUX")]
    return [token, *(part for other in others for part in _parts(other))]


def _relation(verbs: tuple[Token, ...]) -> str:
    """Return the verb group in text order, without its adverbs."""
    words: list[Token] = []
    for verb in verbs:
        words += [verb, *(aux for aux in shared_helpers(verb) if aux.head != verb)]
        for child in verb.children:
            joins = child.dep_ in ("aux", "aux:pass", "cop", "compound:prt")
            negates = child.dep_ == "advmod" and child.lower_ in NEGATIONS
            to = child.dep_ == "mark" and child.lower_ == "to" and has_to(verb)
            if joins or negates or to:
                words.append(child)
    words.sort(key=lambda word: word.i)
    return " ".join(word.text for word in words)


def _words(noun: Token, *, of: bool = False) -> str:
    """Return the smallest phrase of ``noun``: determiners, adjectives and names, no clauses.

    ``of`` keeps what "of" adds: "the culture of Bhutan".
    """
    found = [noun]
    for child in noun.children:
        label = child.relation
        inside = child.dep_ in _INSIDE or label in ("det", "amod", "compound", "nummod", "flat")
        if inside and not (child.i > noun.i and label == "amod"):
            found += [token for token in child.subtree if not token.is_space]
        elif child.dep_ == "nmod:unmarked":
            found += list(child.subtree)
        elif child.dep_ == "advmod" and noun.pos_ in ("ADJ", "NUM") and child.i < noun.i:
            found += list(child.subtree)
        elif child.dep_ == "case" and child.lower_ in ("'s", "’s", "'") and child.i > noun.i:
            continue
        elif of and child.dep_ == "nmod" and preposition(child) in _OF:
            found += [t for t in child.subtree if t.i < _loose_start(child)]
    found = sorted(set(found), key=lambda token: token.i)
    return " ".join(token.text for token in found if not token.is_space)


def _loose_start(noun: Token) -> int:
    """Return where a relative clause or another comma in the phrase of ``noun`` begins."""
    stops = [token.i for token in noun.subtree if token.text == "," and token.i > noun.i] + [
        child.left_edge.i for child in noun.rights if child.relation in ("acl", "appos")
    ]
    return min(stops, default=noun.right_edge.i + 1)
