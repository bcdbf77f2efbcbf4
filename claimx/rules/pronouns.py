"""Choose whom a pronoun stands for: agreement rules out, salience decides the rest.

The pronoun sieve of Lee et al. (2013) with the salience factors of Lappin and Leass (1994):
sentence recency, subject and object emphasis, parallel roles, how often an entity is mentioned.
The weight of each factor is fitted on GUM's training part
(``python -m claimx.model.fit_pronouns``); a choice less likely than the threshold is not made.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from claimx.doc import Doc, Token
from claimx.lexicon import Row, read_lexicon
from claimx.rules.candidates import REFLEXIVES, Candidate
from claimx.rules.groups import Group
from claimx.rules.tree import first_child

WINDOW = 6  # sentences that are looked back over
Family = Literal["person", "thing", "plural"]
SUBJECTS = frozenset({"nsubj", "csubj"})
ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights(Row):
    """A row of ``lexicons/pronoun_weights.toml``."""

    family: Family
    threshold: float
    factors: dict[str, float]


@dataclass(frozen=True, slots=True)
class Option:
    """An entity that a pronoun may stand for, and the factors that speak for or against it."""

    group: Group
    factors: dict[str, float]


@cache
def weights_of(family: Family) -> Weights:
    """Return the weights for a family of pronouns."""
    rows = read_lexicon("pronoun_weights", "weights", Weights)
    return next(row for row in rows if row.family == family)


def family_of(pronoun: Candidate) -> Family:
    """Return the family: he and she, it, or they."""
    if pronoun.number == "plural":
        return "plural"
    return "person" if pronoun.being == "person" else "thing"


def choose(pronoun: Candidate, options: Sequence[Option]) -> Group | None:
    """Return the most likely entity, or None when none is likely enough."""
    weights = weights_of(family_of(pronoun))
    if not options:
        return None
    scores = [score(option.factors, weights.factors) for option in options]
    best = max(range(len(options)), key=lambda i: scores[i])
    nobody = weights.factors.get("nobody", 0.0)
    total = sum(math.exp(s - scores[best]) for s in scores) + math.exp(nobody - scores[best])
    return options[best].group if 1.0 / total >= weights.threshold else None


def score(factors: dict[str, float], weights: dict[str, float]) -> float:
    """Return the weighted sum of the factors."""
    return sum(weights.get(name, 0.0) * value for name, value in factors.items())


def find_options(
    doc: Doc, pronoun: Candidate, recent: Sequence[tuple[Candidate, Group]]
) -> list[Option]:
    """Return the entities that agree with a pronoun, the one mentioned last first.

    ``recent`` holds the mentions before the pronoun in text order.
    """
    token = doc[pronoun.head]
    seen: dict[int, list[Candidate]] = {}
    groups: dict[int, Group] = {}
    for mention, group in reversed(recent):
        if pronoun.sentence - mention.sentence > WINDOW:
            break
        if id(group) not in groups:
            if not group.agrees(pronoun):
                continue
            groups[id(group)] = group
        seen.setdefault(id(group), []).append(mention)
    options: list[Option] = []
    for key, mentions in seen.items():
        if not any(_excludes(doc, token, mention) for mention in mentions):
            factors = _factors(doc, pronoun, mentions, groups[key], len(options))
            options.append(Option(groups[key], factors))
    _compare(options)
    return options


def find_reporter(doc: Doc, pronoun: Candidate, owners: Mapping[int, Group]) -> Group | None:
    """Return the named body that says something of itself: "Nordfin said it would cut jobs"."""
    token = doc[pronoun.head]
    clause = token.head
    if family_of(pronoun) == "person" or token.relation != "nsubj" or clause.relation != "ccomp":
        return None
    speaker = first_child(clause.head, "nsubj")
    group = owners.get(speaker.i) if speaker is not None else None
    is_body = group is not None and group.names > 0 and group.being == "thing"
    return group if group is not None and is_body and group.agrees(pronoun) else None


def _compare(options: Sequence[Option]) -> None:
    """Add what only the other options tell: who of them is known to have the right gender."""
    known = sum(option.factors["gender_known"] for option in options)
    for option in options:
        if known and not option.factors["gender_known"]:
            option.factors["gender_rival"] = 1.0
        if len(options) == 1:
            option.factors["alone"] = 1.0


def _excludes(doc: Doc, token: Token, mention: Candidate) -> bool:
    """Tell whether grammar forbids ``token`` to stand for ``mention``.

    "He praised him" speaks of two people; "his mother" is not he; a reflexive needs a subject.
    """
    other = doc[mention.head]
    if mention.kind != "pronoun" and mention.start <= token.i < mention.end:
        return True
    if token.lower_ in REFLEXIVES or token.dep_ == "nmod:poss":
        return token.dep_ == "nmod:poss" and token.head == other
    if other.dep_ == "nmod:poss":
        return False
    if token.relation not in ARGUMENTS:
        return False
    if token.head == other.head and other.relation in ARGUMENTS:
        return True
    if token.dep_ != "nsubj" and understood_subject(token.head) == other:
        return True
    if token.relation == "nsubj" and _is_in_fronted_clause(other, token):
        return True
    # "the man who rode beside him": the relative clause has the man as its argument already
    relative = token.head
    return relative.relation == "acl" and relative.head == other and _is_relative(relative)


def _is_in_fronted_clause(other: Token, subject: Token) -> bool:
    """Tell whether ``other`` stands in a clause whose understood subject is ``subject``.

    "Placed in the care of Dr Brandt, he recovered": he is placed, so he is not the doctor.
    """
    clause = other
    while clause.head != clause and clause.head != subject.head:
        clause = clause.head
    is_bare = clause.relation == "advcl" and clause.tag_ in ("VBN", "VBG")
    return is_bare and clause.i < subject.i and first_child(clause, "nsubj") is None


def understood_subject(clause: Token) -> Token | None:
    """Return the subject of a clause, for one without its own that of the clause it hangs on.

    "Her mother wanted to take her home", "Her mother came and took her home": the mother takes.
    """
    while True:
        subject = first_child(clause, "nsubj")
        if subject is not None or clause.head == clause or clause.dep_ not in ("xcomp", "conj"):
            return subject
        controller = first_child(clause.head, "obj", "iobj") if clause.dep_ == "xcomp" else None
        if controller is not None:
            return controller
        clause = clause.head


def _is_relative(clause: Token) -> bool:
    subject = first_child(clause, "nsubj")
    return subject is None or subject.tag_ in ("WDT", "WP")


def _factors(
    doc: Doc, pronoun: Candidate, mentions: Sequence[Candidate], group: Group, rank: int
) -> dict[str, float]:
    """Return the factors for a group whose mentions in the window are given, the last first.

    ``distance_N`` sentences lie between; ``here_ROLE`` or ``before_ROLE`` is the role of the last
    mention, in the pronoun's sentence or an earlier one, ``last_KIND`` its kind; ``rank_N`` others
    were mentioned since.  ``often`` and ``often_lately`` count mentions, in all and in the window,
    ``names`` names, ``words_between`` words, each as a logarithm.  ``subject_before`` and
    ``subject_here``: a mention was subject of the sentence before or of this one; ``parallel``: of
    the pronoun's own role; ``governs``: of a clause around it; ``own_subject``: "his" of the
    subject.  What only the other options tell (``gender_rival``, ``alone``) is added later.
    """
    token, last = doc[pronoun.head], mentions[0]
    distance = pronoun.sentence - last.sentence
    near = "here" if distance == 0 else "before"
    factors = {
        f"distance_{min(distance, 4)}": 1.0,
        f"{near}_{coarse_role(last)}": 1.0,
        f"last_{last.kind}": 1.0,
        f"rank_{min(rank, 3)}": 1.0,
        "often_lately": math.log1p(len(mentions)),
        "often": math.log1p(len(group.mentions)),
        "words_between": math.log1p(pronoun.head - last.head),
        "names": math.log1p(group.names),
        "named": float(group.names > 0),
        "gender_known": float(group.gender != "any"),
    }
    if any(m.sentence == pronoun.sentence - 1 and coarse_role(m) == "subject" for m in mentions):
        factors["subject_before"] = 1.0
    here = [m for m in mentions if m.sentence == pronoun.sentence]
    if any(coarse_role(m) == "subject" for m in here):
        factors["subject_here"] = 1.0
    if distance <= 1 and coarse_role(last) == coarse_role(pronoun):
        factors["parallel"] = 1.0
    subjects = {subject.i for subject in governing_subjects(token)}
    heads = {m.head for m in here}
    own = next(iter(governing_subjects(token)), None)
    if subjects & heads:
        factors["governs"] = 1.0
    is_possessive = token.dep_ == "nmod:poss" or token.lower_ in REFLEXIVES
    if own is not None and own.i in heads and is_possessive:
        factors["own_subject"] = 1.0
    _add_quotation(factors, pronoun, last, here)
    return factors


def _add_quotation(
    factors: dict[str, float], pronoun: Candidate, last: Candidate, here: Sequence[Candidate]
) -> None:
    """Add how the pronoun and the entity stand to quotation marks: a speaker is "I", not "he"."""
    if pronoun.quotation >= 0:
        outside = [m for m in here if m.quotation != pronoun.quotation]
        if any(coarse_role(m) == "subject" for m in outside):
            factors["speaker"] = 1.0
        factors["same_quotation" if last.quotation == pronoun.quotation else "into_quotation"] = 1.0
    elif last.quotation >= 0:
        factors["out_of_quotation"] = 1.0


def governing_subjects(token: Token) -> list[Token]:
    """Return the subjects of the clause of ``token`` and of the clauses above it, inner first.

    The pronoun itself is not among them.
    """
    found = []
    clause = token if token.dep_ == "root" else token.head
    while True:
        subject = first_child(clause, "nsubj", "csubj")
        if subject is not None and subject != token:
            found.append(subject)
        if clause.head == clause:
            return found
        clause = clause.head


def coarse_role(mention: Candidate) -> str:
    """Return subject, object, owner or other."""
    label = mention.role.split(":", 1)[0]
    if label in SUBJECTS:
        return "subject"
    if label in ("obj", "iobj"):
        return "object"
    return "owner" if mention.role == "nmod:poss" else "other"
