"""Find what can be a mention: names, noun phrases and pronouns, with what their words tell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from claimx.doc import Doc, Span, Token
from claimx.records import MentionKind
from claimx.rules.persons import Gender, given_names, is_person_noun, noun_gender, nouns
from claimx.rules.predicates import NEGATIONS
from claimx.rules.quotations import find_quotations
from claimx.rules.tree import first_conjunct

NAME_LABELS = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "MISC", "WORK_OF_ART", "LAW"}
)
Being = Literal["person", "thing", "any"]
Number = Literal["singular", "plural"]
PRONOUNS: dict[str, tuple[Gender, Being, Number]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("male", "person", "singular")),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("female", "person", "singular")),
    **dict.fromkeys(("it", "its", "itself"), ("any", "thing", "singular")),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), ("any", "any", "plural")),
}
REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
INNER = frozenset(
    {"det", "amod", "compound", "nummod", "nmod", "case", "flat", "advmod", "det:predet", "fixed"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A mention before it is known whose: token offsets, head token, and what its words tell.

    ``role`` is the relation of the phrase (of the first conjunct for a coordinated one);
    ``quotation`` the number of the quotation that it stands in, -1 outside.
    """

    start: int
    end: int
    head: int
    kind: MentionKind
    label: str
    gender: Gender
    being: Being
    number: Number
    sentence: int
    role: str
    quotation: int
    definite: bool = False


@dataclass(frozen=True, slots=True)
class Positions:
    """The number of the sentence and of the quotation (-1: none) of every token."""

    sentences: Sequence[int]
    quotations: Sequence[int]


def read_positions(doc: Doc) -> Positions:
    """Number the sentences of a Doc from 1 and its quotations from 0."""
    sentences = list(accumulate(int(bool(token.is_sent_start)) for token in doc))
    quotations = [-1] * len(doc)
    for number, span in enumerate(find_quotations(doc)):
        quotations[span.start : span.end] = [number] * len(span)
    return Positions(sentences, quotations)


def find_candidates(doc: Doc) -> list[Candidate]:
    """Return every name, noun phrase with a common noun, and third-person pronoun, by head."""
    positions = read_positions(doc)
    names = [ent for ent in doc.ents if ent.label_ in NAME_LABELS]
    in_name = {token.i for ent in names for token in ent}
    found = [_name(ent, positions) for ent in names]
    for token in doc:
        if token.i in in_name or token.is_space:
            continue
        if token.pos_ == "PRON" and token.lower_ in PRONOUNS and token.relation != "expl":
            found.append(_pronoun(token, positions))
        elif _is_nominal(token):
            found.append(_nominal(token, positions))
    return sorted(found, key=lambda mention: (mention.head, mention.start))


def _is_nominal(token: Token) -> bool:
    """Tell whether a token heads a noun phrase, also a capital one: "the Secretary"."""
    if token.relation in ("compound", "flat", "fixed", "goeswith") or token.dep_ == "nmod:desc":
        return False
    word = token.lower_
    is_office = is_person_noun(word) or word in nouns("body") or word in nouns("place")
    return token.pos_ == "NOUN" or (token.pos_ == "PROPN" and is_office)


def _name(ent: Span, positions: Positions) -> Candidate:
    head = ent.root
    person = ent.label_ == "PERSON"
    return Candidate(
        start=ent.start,
        end=ent.end,
        head=head.i,
        kind="name",
        label=ent.label_,
        gender=name_gender(ent) if person else "any",
        being="person" if person else "any" if ent.label_ == "MISC" else "thing",
        number="plural" if head.tag_ == "NNPS" and ent.label_ in ("NORP", "PERSON") else "singular",
        sentence=positions.sentences[head.i],
        role=role_of(head),
        quotation=positions.quotations[head.i],
    )


def _nominal(token: Token, positions: Positions) -> Candidate:
    word = token.lemma_.lower()
    span = noun_phrase(token)
    has_owner = any(child.dep_ == "nmod:poss" for child in token.children)
    group = word in nouns("group")
    return Candidate(
        start=span.start,
        end=span.end,
        head=token.i,
        kind="nominal",
        label="",
        gender=noun_gender(word),
        being="person" if is_person_noun(word) else "any" if group else "thing",
        number="plural" if group or token.tag_ in ("NNS", "NNPS") else "singular",
        sentence=positions.sentences[token.i],
        role=role_of(token),
        quotation=positions.quotations[token.i],
        definite=has_owner or span[0].lower_ in DEFINITE,
    )


def _pronoun(token: Token, positions: Positions) -> Candidate:
    gender, being, number = PRONOUNS[token.lower_]
    return Candidate(
        start=token.i,
        end=token.i + 1,
        head=token.i,
        kind="pronoun",
        label="",
        gender=gender,
        being=being,
        number=number,
        sentence=positions.sentences[token.i],
        role=role_of(token),
        quotation=positions.quotations[token.i],
    )


def noun_phrase(head: Token) -> Span:
    """Return the phrase of a noun with the noun phrases that it governs, clauses left out."""
    doc = head.doc
    openers = [
        child
        for child in head.lefts
        # "is not a lawyer": what is denied is to be a lawyer
        if child.relation in INNER and child.dep_ != "case" and child.lower_ not in NEGATIONS
    ]
    start = min((child.left_edge.i for child in openers), default=head.i)
    end = head.i + 1
    for child in head.rights:
        if child.left_edge.i != end or child.relation not in INNER or child.dep_ == "appos":
            break
        if any(is_clause(token) for token in child.subtree):
            break
        end = child.right_edge.i + 1
    while end > head.i + 1 and (
        doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].tag_ == "POS"
    ):
        end -= 1
    return doc.span(min(start, head.i), end)


def is_clause(token: Token) -> bool:
    """Tell whether a token heads a clause inside a phrase."""
    return token.relation in ("acl", "advcl", "ccomp", "parataxis")


def role_of(head: Token) -> str:
    """Return the relation of a phrase, for a conjunct that of its first conjunct."""
    return first_conjunct(head).dep_


def name_gender(ent: Span) -> Gender:
    """Return the gender that a person's given name or a title before the name tells."""
    doc = ent.doc
    for token in reversed(doc[max(0, ent.start - 3) : ent.start]):
        if token.lower_ in nouns("title") or is_person_noun(token.lower_):
            gender = noun_gender(token.lower_)
            if gender != "any":
                return gender
        elif token.pos_ not in ("NOUN", "PROPN", "ADJ"):
            break
    words = [token.lower_ for token in ent if token.is_alpha]
    for word in words:
        if noun_gender(word) != "any" and word in nouns("title") and len(words) > 1:
            return noun_gender(word)
    if len(words) < 2 or words[0] in given_names():
        return given_names().get(words[0], "any") if words else "any"
    # Chinese and Korean order: the family name stands first.
    return given_names().get("-".join(words[1:]), "any")


def descriptors(ent: Span) -> Iterator[Token]:
    """Yield the nouns that describe a name from before it: "Russian President Vladimir Putin"."""
    head = ent.root
    for child in head.children:
        if child.i < ent.start and child.relation in ("compound", "nmod", "flat", "amod"):
            if child.pos_ in ("NOUN", "PROPN") and child.dep_ != "nmod:poss":
                yield child
    if head.dep_ in ("flat", "compound") and head.head.i < ent.start and head.head.pos_ == "NOUN":
        yield head.head
