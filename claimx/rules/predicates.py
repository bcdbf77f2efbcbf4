"""The verb group of a clause: its extent, its voice and tense, the infinitives that complete it.

"has not carried out", "are expected to meet", "is" with a nominal predicate.
"""

from collections.abc import Iterator

from claimx.doc import Span, Token, once_a_token
from claimx.records import Tense, Voice
from claimx.rules.tree import FINITE_TAGS, first_child, first_conjunct, has_to
from claimx.rules.wordlists import complement_verbs

_GROUP = frozenset({"aux", "aux:pass", "cop"})
_VERBS = frozenset({"VERB", "AUX"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nt"})
_POSTPOSED = frozenset({"JJ", "VBN"})
_REACH = 4  # words that may stand inside a group: "has since then reportedly been"


def is_verbal(token: Token) -> bool:
    """Tell whether ``token`` is a verb that carries its own clause (no auxiliary, no copula)."""
    return token.pos_ in _VERBS and token.dep_ not in _GROUP


@once_a_token
def helpers(head: Token) -> tuple[Token, ...]:
    """Return the auxiliaries and copula of ``head`` in text order."""
    found = tuple(c for c in head.children if c.dep_ in _GROUP and not is_acronym(c))
    outer = first_child(head, "nsubj:outer") if found else None
    inner = next((child for child in head.lefts if child.dep_ == "nsubj"), None) if outer else None
    # "the trouble is that it rained": "is" belongs to the trouble
    return found if inner is None else tuple(child for child in found if child.i > inner.i)


def is_acronym(token: Token) -> bool:
    """Tell whether capitals in ordinary text make a name of a would-be verb: "the IS group"."""
    if len(token) != 2 or not token.text.isupper():
        return False
    doc = token.doc
    around = doc[max(0, token.i - 1) : token.i + 2]
    return not any(len(other) > 2 and other.text.isupper() for other in around)


def has_copula(head: Token) -> bool:
    """Tell whether ``head`` is a predicate noun, adjective or phrase with "be"."""
    return any(helper.dep_ == "cop" for helper in helpers(head))


@once_a_token
def shared_helpers(head: Token) -> tuple[Token, ...]:
    """Return the auxiliaries of ``head``, or those that it shares with the verb it is joined to.

    "has signed and sealed": "sealed" shares "has"; "signed and will seal" shares nothing.
    """
    own = helpers(head)
    if own or head.dep_ != "conj" or first_child(head, "nsubj", "csubj", "expl"):
        return own
    before = head.head
    if before == head:
        return own  # a broken tree
    if head.tag_ in ("VBN", "VBG", "VB") and before.tag_ == head.tag_:
        return tuple(helper for helper in shared_helpers(before) if helper.i < head.i)
    return own


@once_a_token
def is_finite(head: Token) -> bool:
    """Tell whether the clause of ``head`` has a finite verb, its own or a shared one."""
    if is_subjunctive(head) or _is_excluded(head):
        return False
    if any(helper.tag_ in FINITE_TAGS for helper in shared_helpers(head)):
        if not has_to(head) or first_child(head, "cop") is not None:
            return True
        return any(helper.tag_ in FINITE_TAGS for helper in helpers(head))  # "is to close"
    if not is_verbal(head) or helpers(head) or has_to(head):
        return False
    return head.tag_ in FINITE_TAGS or _is_past_conjunct(head)


def _is_past_conjunct(head: Token) -> bool:
    """Tell whether a participle joined to a past tense is one, mistagged: "came and conquered"."""
    if head.dep_ != "conj" or head.tag_ != "VBN" or head.head.tag_ != "VBD":
        return False
    return not shared_helpers(head.head) and is_verbal(head.head)


def is_subjunctive(head: Token) -> bool:
    """Tell whether the clause is one that is only asked for: "that the hearing be held in May"."""
    first = next(iter(helpers(head)), None)
    return first is not None and first.lower_ == "be" and head.dep_ not in ("root", "conj")


def _is_excluded(head: Token) -> bool:
    """Tell whether ``head`` is the rejected way of "adapt rather than disappear"."""
    return head.dep_ == "conj" and any(
        child.lower_ in ("rather", "than") and child.i < head.i for child in head.children
    )


@once_a_token
def is_headline(head: Token) -> bool:
    """Tell whether ``head`` is the predicate of a headline that leaves out "be".

    "Hundreds dead in stampede", "Team honoured for courage", "Talks to resume".
    """
    if is_postposed(head):
        return True
    if first_conjunct(head).dep_ != "root" or is_finite(head) or helpers(head):
        return False
    if first_child(head, "nsubj", "nsubj:pass") is None:
        return False
    return head.pos_ in ("ADJ", "NOUN", "ADV", "PROPN", "NUM") or head.tag_ in (
        "VBN",
        "VBG",
        "VB",
        "VBD",
    )


def is_postposed(word: Token) -> bool:
    """Tell whether an adjective after a lone noun is a headline's predicate: "Hundreds dead"."""
    noun = word.head
    if word.dep_ not in ("amod", "acl") or word.i < noun.i or noun.dep_ != "root":
        return False
    if word.tag_ not in _POSTPOSED or noun.pos_ == "VERB":
        return False
    return all(token.tag_ not in FINITE_TAGS for token in noun.sent)


@once_a_token
def chain(head: Token) -> tuple[Token, ...]:
    """Return ``head`` and the infinitives and participles that complete it, outermost first.

    "is expected to be asked to leave": expected, asked, leave.  An object in between ends the
    chain: in "asked him to leave" the leaving is his.
    """
    verbs = [head]
    while True:
        here = verbs[-1]
        if first_child(here, "obj", "iobj") is not None:
            break
        below = next(iter(complements(here)), None)
        if below is None or below.pos_ not in _VERBS and not (has_to(below) or helpers(below)):
            break
        verbs.append(below)
    return tuple(verbs)


def complements(head: Token) -> Iterator[Token]:
    """Yield the open complements of ``head``, also the infinitive of a verb that needs one.

    Parsers take "led him to leave" for a purpose now and then.
    """
    for child in head.children:
        if child.dep_ == "xcomp" or is_needed_infinitive(child):
            yield child


def is_needed_infinitive(clause: Token) -> bool:
    """Tell whether an adverbial infinitive completes a verb of control: "forced them to sell"."""
    if clause.dep_ != "advcl" or not has_to(clause) or clause.i < clause.head.i:
        return False
    return clause.head.lemma_ in complement_verbs("control")


def raised_subject(head: Token) -> Token | None:
    """Return the subject that a parse gave to an infinitive: "The rules help protect us"."""
    for below in complements(head):
        for child in below.lefts:
            if child.relation == "nsubj" and child.i < head.i:
                return child
    return None


def reach(head: Token) -> Iterator[Token]:
    """Yield ``head`` and all open complements below it, whose adjuncts belong to the claim."""
    yield head
    for below in complements(head):
        yield from reach(below)
    if head.dep_ == "xcomp":
        for child in head.children:
            if child.dep_ == "conj":
                yield from reach(child)


def group(head: Token, verbs: tuple[Token, ...]) -> Span:
    """Return the verb group: first auxiliary to main verb, with negation, particle and infinitives.

    For a nominal or adjectival predicate it is the copula group alone.
    """
    doc = head.doc
    parts = helpers(head)
    copula = [part for part in parts if part.dep_ == "cop"]
    joined = head.pos_ in ("ADJ", "VERB") and (len(verbs) > 1 or has_to(head))
    nominal = bool(copula) and not joined
    main = copula[-1].i if nominal else head.i
    start = main
    subject = first_child(head, "nsubj", "csubj")
    floor = subject.i if subject is not None and subject.i < main else -1
    for child in sorted((c for c in head.lefts if c.i < main), key=lambda c: -c.i):
        joins = child.dep_ in _GROUP or (child.dep_ == "advmod" and child.lower_ in NEGATIONS)
        if joins and floor < child.i and start - child.i <= _REACH:
            start = child.i
    end = main + 1
    if nominal:
        after = doc[end] if end < len(doc) else None
        if after is not None and after.lower_ in NEGATIONS and after.head == head:
            end += 1
    for verb in verbs:
        gap = verb.i - end
        if verb != head and 0 <= gap <= _REACH:
            end = verb.i + 1
        particle = first_child(verb, "compound:prt")
        if particle is not None and 0 <= particle.i - end <= 0:
            end = particle.i + 1
    if verbs == (head,) and not nominal and head.tag_ == "VB" and has_to(head):
        to = next(c for c in head.children if c.dep_ == "mark" and c.lower_ == "to")
        if 0 < start - to.i <= _REACH:
            start = to.i
    return doc.span(start, end)


@once_a_token
def voice(head: Token) -> Voice:
    """Return the voice of the verb itself: passive with "be" or "get", or as a bare participle."""
    helping = shared_helpers(head)
    if any(
        child.dep_ in ("nsubj:pass", "csubj:pass", "aux:pass", "obl:agent")
        for child in head.children
    ):
        return "passive"
    if any(helper.dep_ == "aux:pass" for helper in helping) and head.tag_ in ("VBN", "VBD"):
        return "passive"
    if head.tag_ == "VBN" and not helping and head.dep_ in ("acl", "advcl", "root", "xcomp"):
        if head.dep_ == "root" and any(child.text == "." for child in head.rights):
            return "active"  # no headline: a past tense that the tagger took for a participle
        return "active" if first_child(head, "obj") is not None else "passive"
    return "active"


def is_passive(verbs: tuple[Token, ...]) -> bool:
    """Tell whether the last verb of a chain is passive: "is expected to be issued"."""
    return voice(verbs[-1]) == "passive"


@once_a_token
def tense(head: Token) -> Tense | None:
    """Return when the clause places its event, None without a finite verb.

    "will", "shall", "would" and "going to" are future; the perfect counts as past.
    """
    helping = shared_helpers(head)
    words = {helper.lower_ for helper in helping}
    if words & {"will", "shall", "would", "'ll", "’ll", "wo", "sha"}:
        return "future"
    if head.lower_ == "going" and head.tag_ == "VBG" and len(chain(head)) > 1:
        return "future"
    if is_headline(head):
        return "future" if has_to(head) else "past" if head.tag_ == "VBN" else "present"
    if not is_finite(head):
        return None
    finite = next((helper for helper in helping if helper.tag_ in FINITE_TAGS), head)
    if finite.tag_ == "VBD":
        return "past"
    if finite != head and finite.lemma_ == "have" and finite.dep_ == "aux":
        return "past"
    return "present"
