"""Who does it, to whom, and by whom: subject, logical object and agent of a clause.

A subject that the clause leaves out is taken from where it is understood: the first of coordinated
verbs, the antecedent of a relative clause, the noun before a participle, the clause above an
adverbial participle.
"""

from dataclasses import dataclass

from claimx.doc import Span, Token, once_a_token
from claimx.rules.predicates import (
    helpers,
    is_finite,
    is_passive,
    is_postposed,
    is_subjunctive,
    is_verbal,
    raised_subject,
    voice,
)
from claimx.rules.tree import (
    first_child,
    first_conjunct,
    governing,
    has_to,
    phrase,
    preposition,
    set_off,
    trim,
    word_before,
)
from claimx.rules.wordlists import complement_verbs, prepositional_verbs

# Verb and noun that mean an event of their own: "take place"
_IDIOMS = frozenset({("take", "place"), ("take", "part"), ("take", "effect"), ("take", "hold")})
_NUMBERS = frozenset({"DATE", "TIME", "PERCENT", "QUANTITY", "CARDINAL", "MONEY"})
_PRONOUNS = frozenset({"who", "which", "that", "whom"})
_ONE = frozenset({"one", "each", "either", "neither", "another"})


@dataclass(frozen=True, slots=True)
class Argument:
    """A participant: the token that heads it and its words."""

    head: Token
    span: Span


@once_a_token
def find_who(head: Token) -> Argument | None:
    """Return the subject of the clause of ``head``, understood ones included, or None.

    "It" in "it is clear that" and a "which" that stands for a whole clause are nobody.
    """
    subject = _own_subject(head)
    if subject is not None:
        return _resolve(subject, head)
    label = head.relation
    if head.dep_ == "advcl:relcl":
        return _cleft(head)
    if is_postposed(head):
        return Argument(head.head, phrase(head.head, stop=head.left_edge.i))
    if label == "conj":
        return None if head.head == head else _shared(head)
    if head.dep_ == "acl:relcl" or (label == "acl" and not has_to(head)):
        return Argument(describes(head), _antecedent(head))
    if label == "ccomp" and is_finite(head):
        return _misread(head)
    if label == "xcomp":
        above = first_child(head.head, "obj") or first_child(head.head, "iobj")
        return (
            Argument(above, phrase(above, stop=_stop(above, head)))
            if above is not None
            else find_who(head.head)
        )
    if label == "advcl" and head.head != head and not is_finite(head):
        if (
            set_off(head)
            and head.i > head.head.i
            and head.lemma_ in complement_verbs("result")
            and head.tag_ == "VBG"
        ):
            return None
        return find_who(head.head)
    return None


def _misread(head: Token) -> Argument | None:
    """Return the subject that a parse gave to the verb above: "sources suggest Oslo is waiting"."""
    noun = first_child(head.head, "obj")
    if noun is not None and phrase(noun).end == head.left_edge.i:
        return Argument(noun, phrase(noun))
    return None


def _shared(head: Token) -> Argument | None:
    """Return the subject of the verb that ``head`` is coordinated with.

    A parse can coordinate the verb with a noun; the clause that describes the noun, or the one
    above it, has the subject then: "the king, who ruled for years and is dead".
    """
    before = head.head
    if is_verbal(before) or first_child(before, "cop", "nsubj") is not None:
        return find_who(before)
    for child in before.rights:
        if child.dep_ == "acl:relcl" and child.i < head.i:
            return find_who(child)
    above = governing(before)
    return find_who(above) if above is not None and above.i != head.i else None


@once_a_token
def _own_subject(head: Token) -> Token | None:
    outer = None
    for child in head.children:
        if child.dep_ == "nsubj:outer" or (child.relation == "nsubj" and preposition(child)):
            outer = child  # "According to X, the plan works": some parses give two subjects
        elif child.relation in ("nsubj", "csubj"):
            return child
    return outer or raised_subject(head) or _mislabelled(head)


def _mislabelled(head: Token) -> Token | None:
    """Return the bare noun right before a finite verb that a parse calls its object."""
    if head.dep_ in ("acl:relcl", "conj") or not is_finite(head):
        return None
    for child in head.lefts:
        if child.dep_ == "obj" and child.pos_ in ("NOUN", "PROPN", "PRON"):
            return None if child.tag_ in ("WP", "WDT") else child
    return None


def direct_object(verb: Token) -> Token | None:
    """Return the object of ``verb``, no noun before it that must be its subject."""
    found = first_child(verb, "obj")
    if found is not None and found.i < verb.i and _mislabelled(verb) == found:
        return next((child for child in verb.rights if child.dep_ == "obj"), None)
    return found


def _resolve(subject: Token, head: Token) -> Argument | None:
    if subject.lower_ == "it" and _is_expletive(head):
        return None
    if subject.lower_ == "there" and subject.tag_ == "EX":
        return None
    if subject.lower_ in _PRONOUNS and subject.tag_ in ("WDT", "WP", "IN", "DT"):
        top = first_conjunct(head)
        if top.dep_ == "acl:relcl":
            if (
                top.head.lower_ in ("what", "whatever", "whoever")
                or is_verbal(top.head)
                and is_finite(top.head)
            ):
                return None
            return Argument(describes(top), _antecedent(top))
        if top.dep_ == "advcl:relcl":
            return _cleft(top)
        if subject.tag_ in ("WDT", "WP") and first_child(subject, "acl:relcl") is None:
            return None
    if subject.relation == "csubj" and first_child(head, "expl") is not None:
        return None  # "it is likely that it rained"
    if subject.relation == "csubj":
        return Argument(subject, _clause(subject))
    return Argument(subject, _whole(subject, head))


def _whole(subject: Token, head: Token) -> Span:
    """Return the subject's phrase, with the rest that a parse made a second subject.

    "His Highness the Crown Prince": "Highness" and "Prince" can both come out as subjects.
    """
    span = phrase(subject)
    doc = subject.doc
    for other in head.children:
        if other.i > subject.i and other.relation == "nsubj" and other.i < head.i:
            second = phrase(other)
            if second.start <= span.end or doc.span(span.end, second.start).text == "":
                span = doc.span(min(span.start, second.start), max(span.end, second.end))
    return trim(doc, span.start, span.end)


def _is_expletive(head: Token) -> bool:
    """Tell whether "it" only holds the place of a clause: "it is clear that", "it emerged that"."""
    for child in head.children:
        if child.relation == "csubj" and child.i > head.i:
            return True
        if child.relation == "ccomp" and child.i > head.i:
            return head.pos_ in ("ADJ", "NOUN") or voice(head) == "passive" or head.lemma_ in (
                "emerge", "appear", "seem", "turn", "happen", "transpire", "follow",
            )  # fmt: skip
    return False


def _clause(subject: Token) -> Span:
    return trim(subject.doc, subject.left_edge.i, subject.right_edge.i + 1)


def _cleft(head: Token) -> Argument | None:
    """Return "the bank" in "it was the bank that closed"; None for a sentential "which"."""
    above = head.head
    holder = first_child(above, "expl", "nsubj")
    if holder is not None and holder.lower_ == "it" and first_child(above, "cop") is not None:
        if above.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
            return Argument(above, _pivot(above, head))
    return None


def _pivot(noun: Token, clause: Token) -> Span:
    copula = first_child(noun, "cop")
    start = copula.i + 1 if copula is not None else noun.left_edge.i
    while start < noun.i and noun.doc[start].lower_ in ("not", "n't", "n’t"):
        start += 1
    stop = clause.left_edge.i
    return trim(noun.doc, start, stop if stop > noun.i else noun.i + 1)


def _antecedent(clause: Token) -> Span:
    """Return the noun phrase that a relative or participial clause describes, without it."""
    noun = describes(clause)
    if first_child(noun, "cop") is not None:
        return _pivot(noun, clause)
    return phrase(noun, stop=_stop(noun, clause))


def describes(clause: Token) -> Token:
    """Return the noun that a relative clause describes.

    A clause after a comma describes the noun before the comma, also where the parse hangs it higher
    up: beyond the verb, or on a noun that does not agree with it.  Of "eleven of the migrants, who
    …" it describes the eleven.
    """
    noun = clause.head
    if clause.dep_ != "acl:relcl" or not set_off(clause):
        return noun
    if _is_whole_of_part(noun) and _agrees_with_part(noun.head, clause):
        return noun.head
    before = word_before(clause.doc[clause.left_edge.i])
    near = before
    if near is None:
        return noun
    while near.head != near and _is_noun_after(near.head, noun):
        near = near.head
    if not _is_noun_after(near, noun):
        return noun
    beyond = noun.head.i != noun.i and noun.i < noun.head.i < near.i
    return near if beyond or not _agree(noun, clause) and _agree(near, clause) else noun


def _is_whole_of_part(noun: Token) -> bool:
    """Tell whether the noun is what others are part of: "one of the officers"."""
    case = first_child(noun, "case")
    return (
        noun.relation == "nmod"
        and noun.head.i < noun.i
        and noun.head.pos_ in ("NUM", "DET", "PRON", "ADJ")
        and case is not None
        and case.lower_ == "of"
    )


def _agrees_with_part(part: Token, clause: Token) -> bool:
    verb = next(iter(helpers(clause)), clause)
    if verb.tag_ == "VBZ" or verb.lower_ == "was":
        return part.lower_ in _ONE
    return part.lower_ not in _ONE or not (verb.tag_ == "VBP" or verb.lower_ == "were")


def _is_noun_after(token: Token, noun: Token) -> bool:
    return token.i > noun.i and token.pos_ in ("NOUN", "PROPN")


def _agree(noun: Token, clause: Token) -> bool:
    subject = _own_subject(clause)
    if subject is None or subject.lower_ not in _PRONOUNS:
        return True
    verb = next(iter(helpers(clause)), clause)
    plural = noun.tag_ in ("NNS", "NNPS") or first_child(noun, "conj") is not None
    if verb.tag_ == "VBZ" or verb.lower_ == "was":
        return not plural
    return plural if verb.tag_ == "VBP" else True


def _stop(noun: Token, clause: Token) -> int | None:
    start = clause.left_edge.i
    return start if start > noun.i else None


def find_target(
    verbs: tuple[Token, ...], who: Argument | None, cut: frozenset[int]
) -> Argument | None:
    """Return the logical object of the verbs, the last one's; in a passive the grammatical subject.

    None for copulas, intransitives and clausal complements. ``cut`` holds tokens that the parse
    hangs in the object though they tell time or place of the event.
    """
    last = verbs[-1]
    copula = first_child(last, "cop")
    if copula is not None and len(verbs) == 1 and not has_to(last):  # "is to publish" is no copula
        return None
    if is_passive(verbs):
        return who
    own = direct_object(last) or _shared_object(last) or first_child(last, "iobj")
    if own is not None and own.lower_ in _PRONOUNS | {"whom"} and own.tag_ in ("WDT", "WP", "IN"):
        own = None
    if own is not None and _is_measure(own, last):
        return None
    if own is not None:
        return (
            None if (last.lemma_, own.lemma_) in _IDIOMS else Argument(own, _object(own, last, cut))
        )
    gap = _gap(verbs)
    if gap is not None:
        return gap
    if voice(verbs[0]) == "passive" and len(verbs) > 1:
        return None
    return _prepositional(last, cut)


def _is_measure(noun: Token, verb: Token) -> bool:
    """Tell whether the object only measures a change: "fell 11 percent"."""
    return noun.ent_type_ in _NUMBERS and verb.lemma_ in complement_verbs("change")


def _object(noun: Token, verb: Token, cut: frozenset[int]) -> Span:
    """Return the object's phrase, an "of" taken back and an infinitive left to its verb.

    "seized control of the town", "require the reasons to be recorded".
    """
    if verb.lemma_ in complement_verbs("control"):
        cut |= {
            child.i
            for child in noun.rights
            if child.relation == "acl" and (has_to(child) or is_subjunctive(child))
        }
    span = phrase(noun, cut=cut)
    for child in verb.rights:
        if child.relation != "obl" or preposition(child) != "of" or child.i < noun.i:
            continue
        if child.left_edge.i == span.end and (verb.lemma_, "of") not in prepositional_verbs():
            return noun.doc.span(span.start, max(span.end, phrase(child, cut=cut).end))
    return span


def _shared_object(verb: Token) -> Token | None:
    """Return the object of coordinated verbs that the parse gives to another one.

    "recognise, pick up and carry balls": balls for all three.
    """
    if verb.dep_ == "conj" and is_verbal(verb.head):
        above = first_child(verb.head, "obj")
        if above is not None and above.i > verb.i:
            return above
    if verb.dep_ == "xcomp":
        for child in verb.rights:
            if child.dep_ == "conj" and (found := first_child(child, "obj")) is not None:
                return found
    return None


def _gap(verbs: tuple[Token, ...]) -> Argument | None:
    """Return the antecedent of an object relative: "the man he met"."""
    head = verbs[0]
    if head.dep_ != "acl:relcl" or head.head.lower_ in ("what", "whatever"):
        return None
    subject = _own_subject(head)
    if subject is None or subject.lower_ in _PRONOUNS:
        return None
    relatives = [
        c
        for c in head.children
        if c.lower_ in _PRONOUNS | {"whom"} and c.relation in ("obj", "obl")
    ]
    if any(c.relation == "obl" for c in relatives) or any(
        c.lower_ in ("where", "when", "why") for c in head.lefts
    ):
        return None
    if not relatives and (
        first_child(head, "ccomp", "cop", "aux:pass") or head.head.lower_ in ("time", "day", "way")
    ):
        return None
    if any(c.lower_ == "whose" for c in subject.subtree):
        return None
    return Argument(describes(head), _antecedent(head))


def _prepositional(verb: Token, cut: frozenset[int]) -> Argument | None:
    for child in verb.rights:
        if (
            child.relation == "obl"
            and child.i not in cut
            and child.ent_type_ not in ("DATE", "TIME")
            and (verb.lemma_, preposition(child)) in prepositional_verbs()
        ):
            return Argument(child, phrase(child, cut=cut))
    return None


def find_actor(verbs: tuple[Token, ...]) -> Argument | None:
    """Return the agent of a passive: "by Indonesia" in "has been backed by Indonesia"."""
    if voice(verbs[0]) != "passive" and voice(verbs[-1]) != "passive":
        return None
    for verb in verbs:
        for child in verb.rights:
            agent = child.relation == "obl" and preposition(child) == "by"
            if agent and child.ent_type_ not in _NUMBERS:
                return Argument(child, phrase(child))
    return None
