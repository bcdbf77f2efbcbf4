"""The words that attribute: cue verbs, nouns, adjectives and adverbs, from the lexicons.

A :class:`Cue` says what its word may take as content and what it does to the certainty of a content
clause; the rules look a token up with :func:`cue_of`.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from claimx.doc import Span, Token, once_a_token
from claimx.lexicon import Evidenced, read_lexicon
from claimx.records import Certainty

Kind = Literal["say", "ask", "think", "know", "show", "want", "feel", "rule"]
Complement = Literal["clause", "question", "quote", "infinitive", "gerund", "object", "predicate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue(Evidenced):
    """A cue verb, noun or adjective; the keys are explained in ``lexicons/cue_verbs.toml``."""

    lemma: str
    kind: Kind
    particle: str | None = None
    complements: tuple[Complement, ...] = ()
    prepositions: tuple[str, ...] = ()
    recipient: bool = False
    factive: bool = False
    certainty: Certainty = "certain"
    asserted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CueAdverb(Evidenced):
    """A reporting adverb; the keys are explained in ``lexicons/cue_adverbs.toml``."""

    lemma: str
    certainty: Certainty
    report: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CuePhrase(Evidenced):
    """A fixed phrase around its source; ``words`` holds an "X" where the source stands."""

    words: str


@cache
def cue_verbs() -> dict[tuple[str, str | None], Cue]:
    """Return the cue verbs by lemma and particle."""
    return {(cue.lemma, cue.particle): cue for cue in read_lexicon("cue_verbs", "verb", Cue)}


@cache
def cue_nouns() -> dict[str, Cue]:
    """Return the cue nouns by lemma."""
    return {cue.lemma: cue for cue in read_lexicon("cue_nouns", "noun", Cue)}


@cache
def cue_adjectives() -> dict[str, Cue]:
    """Return the cue adjectives by lemma."""
    return {cue.lemma: cue for cue in read_lexicon("cue_adjectives", "adjective", Cue)}


@cache
def cue_adverbs() -> dict[str, CueAdverb]:
    """Return the reporting adverbs by lemma."""
    return {cue.lemma: cue for cue in read_lexicon("cue_adverbs", "adverb", CueAdverb)}


@cache
def cue_phrases() -> tuple[CuePhrase, ...]:
    """Return the fixed phrases, longest first."""
    phrases = read_lexicon("cue_phrases", "phrase", CuePhrase)
    return tuple(sorted(phrases, key=lambda phrase: -len(phrase.words.split())))


@once_a_token
def cue_of(token: Token) -> Cue | None:
    """Return what the lexicons know of ``token`` as a cue, by its part of speech, or None.

    A verb is looked up with its particle first ("point out"); a participle that the tagger calls an
    adjective ("is worried that") counts as an adjective when the lexicon has one, else as a verb.
    """
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "AUX"):
        adjective = cue_adjectives().get(token.lower_) if token.tag_ == "VBN" else None
        return adjective or _verb(token, lemma)
    if token.pos_ == "ADJ":
        return cue_adjectives().get(lemma) or cue_adjectives().get(token.lower_)
    if token.pos_ == "NOUN":
        return cue_nouns().get(lemma)
    return None


def lemma_of(cue: Span) -> str:
    """Return the base forms of a cue's words in lower case: "accord to" for "according to"."""
    return " ".join(token.lemma_.lower() for token in cue if not token.is_space)


def _verb(token: Token, lemma: str) -> Cue | None:
    verbs = cue_verbs()
    for child in token.children:
        if child.dep_ == "compound:prt":
            return verbs.get((lemma, child.lower_))
    return verbs.get((lemma, None))
