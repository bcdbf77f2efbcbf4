"""The clauses of a text that could be claims: predicate, participants, circumstances, certainty.

One clause for each finite verb, verbless headline and participial or purpose clause that reports an
event. A clause that says or thinks what its content clause tells is marked by ``contents``; whether
it is a claim of its own is decided in ``claims.py``, where the attributions are known.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from claimx.doc import Doc, Span, Token, once_a_token
from claimx.records import Certainty, Polarity, Tense, Voice
from claimx.rules.arguments import Argument, find_actor, find_target, find_who
from claimx.rules.assertion import is_asserted
from claimx.rules.certainty import certainty, weakest
from claimx.rules.circumstances import Circumstance, find_circumstances
from claimx.rules.cues import cue_of
from claimx.rules.extents import what_span
from claimx.rules.mottos import motto_tokens
from claimx.rules.place_and_time import Known
from claimx.rules.polarity import polarity
from claimx.rules.predicates import (
    chain,
    group,
    has_copula,
    helpers,
    is_acronym,
    is_finite,
    is_headline,
    is_needed_infinitive,
    is_passive,
    is_postposed,
    is_verbal,
    tense,
    voice,
)
from claimx.rules.quotations import find_quotations
from claimx.rules.tree import (
    first_child,
    first_conjunct,
    governing,
    has_to,
    mark,
    set_off,
    trim,
)

# Participles that have become prepositions: "policies regarding visas"
_PREPOSITIONS = frozenset(
    "regarding concerning including following according given based compared excluding depending"
    " owing pending starting beginning related due involving barring assuming".split()
)
# Verbs before a bare infinitive with a subject: "let them go"
_BARE = frozenset(
    {"let", "make", "help", "have", "see", "watch", "hear", "feel", "demand", "insist", "suggest"}
)
_GERUND_MARKS = frozenset(
    {"by", "for", "after", "before", "while", "when", "since", "without", "upon"}
)
_FINITE_MARKS = frozenset(
    {"that", "because", "although", "though", "while", "after", "before", "until", "since", "as"}
)
_NONFINITE = frozenset({"participle", "purpose", "gerund"})
_NOT_CLAUSES = frozenset(
    "amod compound case mark det flat fixed cc goeswith discourse reparandum cop aux advmod"
    " nummod".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause as spans of its Doc; ``verbs`` are its head and the infinitives that complete it."""

    head: Token
    verbs: tuple[Token, ...]
    predicate: Span
    lemma: str
    voice: Voice
    tense: Tense | None
    who: Span | None
    who_head: Token | None
    what: Span
    target: Span | None
    target_head: Token | None
    actor: Span | None
    actor_head: Token | None
    where: tuple[Span, ...]
    when: tuple[Span, ...]
    why: tuple[Span, ...]
    finite: bool
    polarity: Polarity
    certainty: Certainty
    rule: str
    contents: tuple[Token, ...] = ()
    """Heads of the content clauses that an attributing verb puts forward."""


def find_clauses(
    doc: Doc, *, places: Sequence[Span] = (), times: Sequence[Span] = ()
) -> list[Clause]:
    """Return every asserted clause of ``doc`` in text order of its predicate."""
    known = Known.of(doc, places, times)
    motto = motto_tokens(doc)
    rules = {
        token.i: rule
        for token in doc
        if token.i not in motto and (rule := clause_rule(token)) is not None
    }
    heads = frozenset(rules)
    quoted = find_quotations(doc)
    clauses = [_read(doc[i], rules[i], heads, known, quoted) for i in rules if is_asserted(doc[i])]
    return sorted(clauses, key=lambda clause: (clause.predicate.start, clause.head.i))


@once_a_token
def clause_rule(token: Token) -> str | None:
    """Return the name of the construction that makes ``token`` the head of a clause, or None."""
    if token.is_space or token.is_punct or is_acronym(token):
        return None
    if token.relation in _NOT_CLAUSES:
        return "headline" if is_postposed(token) else None
    predicative = is_verbal(token) or first_child(token, "cop") is not None
    if is_headline(token):
        return "headline"
    if not predicative:
        return None
    if is_postposed(token):
        return "headline"
    if is_finite(token):
        return None if _is_cleft_frame(token) else _finite_rule(token)
    if _is_mistagged(token):
        return _finite_rule(token)
    return _nonfinite_rule(token)


def _finite_rule(token: Token) -> str | None:
    top = first_conjunct(token)
    label = top.relation
    if (
        token.tag_ in ("VBN", "VBD")
        and token.dep_ == "acl"
        and mark(token) == ""
        and not helpers(token)
    ):
        if first_child(token, "nsubj") is None:
            return "participle"  # "the orders issued by the court", mistagged as a past tense
    if token.dep_ == "conj":
        return "coordinated"
    if top.dep_ == "acl:relcl":
        return "relative"
    if top.dep_ == "advcl:relcl":
        return "cleft" if first_child(top.head, "expl") is not None else "relative"
    return {
        "root": "main",
        "ccomp": "content",
        "csubj": "subject",
        "advcl": "adverbial",
        "acl": "content",
    }.get(label, "parenthetical")


def _is_cleft_frame(token: Token) -> bool:
    """Tell whether the clause is the empty half of a cleft: "it was the bank" "that closed"."""
    holder = first_child(token, "expl", "nsubj")
    if holder is None or holder.lower_ != "it" or not has_copula(token):
        return False
    relative = next((child for child in token.rights if child.dep_.endswith(":relcl")), None)
    if relative is None or token.pos_ not in ("NOUN", "PROPN", "PRON", "NUM"):
        return False
    if holder.dep_ == "expl" or relative.dep_ == "advcl:relcl":
        return True
    # "it" means no person: "It was the watchman who called"
    return any(child.lower_ == "who" for child in relative.lefts) and not set_off(relative)


def _is_mistagged(token: Token) -> bool:
    """Tell whether a participle or bare verb with a subject of its own must be finite.

    "They claim they control the city": taggers confuse "control" with an infinitive.
    """
    top = first_conjunct(token)
    if has_to(token) or helpers(token) or first_child(token, "nsubj") is None:
        return False
    if token.tag_ == "VBN":
        alone = top.relation in ("root", "ccomp", "csubj", "parataxis") or top.dep_ == "acl:relcl"
        return alone or mark(top) in _FINITE_MARKS
    if token.tag_ != "VB" or top.relation not in ("ccomp", "advcl", "acl") or mark(top) == "that":
        return False
    return top.head.lemma_ not in _BARE


def _nonfinite_rule(token: Token) -> str | None:
    """Return which kind of participial or infinitival clause reports an event, or None."""
    if token.lower_ in _PREPOSITIONS or first_child(token, "cop") is not None:
        return None
    if any(child.lower_ == "be" for child in token.lefts):
        return None
    label = token.relation
    if (
        label == "acl"
        and token.dep_ == "acl"
        and token.tag_ in ("VBN", "VBG", "VBD")
        and token.i > token.head.i
    ):
        complements = any(
            child.relation in ("obl", "obj", "xcomp", "iobj") for child in token.children
        )
        return "participle" if complements and mark(token) == "" else None
    if label == "advcl":
        if has_to(token) and mark(token) in ("", "in order"):
            complement = token.head.pos_ == "ADJ" or is_needed_infinitive(token)
            return None if complement else "purpose"
        if token.tag_ == "VBG" and mark(token) in _GERUND_MARKS:
            return "gerund"
        if (
            token.tag_ in ("VBG", "VBN")
            and mark(token) == ""
            and (set_off(token) or token.i < token.head.i)
        ):
            return "participle"
        return None
    if label == "csubj" and token.tag_ == "VBG":
        return "gerund"
    return None


def _inside(span: Span, predicate: Span, quoted: Sequence[Span]) -> Span:
    """Return ``span`` cut where the quotation that holds the predicate ends.

    “They would not have lived,” he told us: no parse may draw "he told us" into the quoted clause.
    """
    for quote in quoted:
        if quote.start <= predicate.start < quote.end < span.end:
            return trim(span.doc, span.start, quote.end) if span.start < quote.end else predicate
    return span


def _read(
    head: Token, rule: str, heads: frozenset[int], known: Known, quoted: Sequence[Span]
) -> Clause:
    verbs = chain(head)
    group_span = group(head, verbs)
    circumstances = find_circumstances(head, known)
    cut = frozenset(word.i for one in circumstances if one.moved for word in one.span)
    cut |= {word.i for word in head.sent if word.i in heads and word.dep_ == "conj"} - {head.i}
    who = _clear_of(find_who(head), group_span)
    target = find_target(verbs, who, cut)
    actor = find_actor(verbs)
    placed = {one.head.i for one in circumstances}
    kept = target.head if target is not None and target.head.i not in placed else None
    what = what_span(head, group_span, circumstances, heads, kept, cut)
    what = _inside(what, group_span, quoted)
    if actor is not None and _inside(actor.span, group_span, quoted) != actor.span:
        actor = None
    return Clause(
        head=head,
        verbs=verbs,
        predicate=group_span,
        lemma=_lemma(head),
        voice="passive" if is_passive(verbs) or voice(head) == "passive" else "active",
        tense=tense(head),
        who=_span(who),
        who_head=who.head if who else None,
        what=what,
        target=_span(target),
        target_head=target.head if target else None,
        actor=_span(actor),
        actor_head=actor.head if actor else None,
        where=_spans(circumstances, "where"),
        when=_spans(circumstances, "when"),
        why=_spans(circumstances, "why"),
        finite=rule not in _NONFINITE,
        polarity=polarity(verbs),
        certainty=_certainty(verbs, rule),
        rule=rule,
        contents=_contents(head, heads),
    )


def _clear_of(who: Argument | None, predicate: Span) -> Argument | None:
    """Return the subject without the predicate, which a crossing parse can draw into it."""
    if who is None or not who.span.start < predicate.start < who.span.end:
        return who
    if not who.span.start <= who.head.i < predicate.start:
        return who
    return Argument(who.head, trim(who.head.doc, who.span.start, predicate.start))


def _certainty(verbs: tuple[Token, ...], rule: str) -> Certainty:
    """Return the certainty of a clause; a non-finite one is no surer than the one above."""
    own = certainty(verbs)
    if rule not in _NONFINITE:
        return own
    above = governing(verbs[0])
    return weakest(own, certainty(chain(above))) if above is not None else own


def _lemma(head: Token) -> str:
    if first_child(head, "cop") is not None:
        return "be"
    particle = first_child(head, "compound:prt")
    return f"{head.lemma_} {particle.lower_}" if particle is not None else head.lemma_


def _span(argument: Argument | None) -> Span | None:
    return argument.span if argument is not None else None


def _spans(circumstances: Sequence[Circumstance], kind: str) -> tuple[Span, ...]:
    return tuple(one.span for one in circumstances if one.kind == kind)


def _contents(head: Token, heads: frozenset[int]) -> tuple[Token, ...]:
    """Return the asserted clauses that ``head`` as a cue puts forward."""
    impersonal = head.pos_ == "ADJ" and first_child(head, "expl") is not None
    if cue_of(head) is None or impersonal:
        return ()  # "it is clear that he lied" makes two claims
    return tuple(
        child
        for child in head.children
        if child.relation in ("ccomp", "csubj")
        and child.i in heads
        and is_finite(child)
        and is_asserted(child)
    )
