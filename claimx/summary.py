"""A summary: at most five claims, best first, each another point, each citing its sentence."""

from collections.abc import Collection, Sequence

from claimx.records import Claim, Party, SummaryLine
from claimx.salience import is_headline
from claimx.wording import content_words

LINES = 5
_UNKNOWN = 0.5
# What a second claim of the same sentence keeps of its worth: another point is wanted.
_AGAIN = 0.7
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "this", "that", "who", "him", "her"})
# How alike a claim may be to one already chosen, as a share of the shorter one's words.
_SAME_POINT = 0.6


def summarise(claims: Sequence[Claim], *, text: str, lines: int = LINES) -> tuple[SummaryLine, ...]:
    """Return the most salient claims as sentences that stand alone, each a different point."""
    return tuple(
        SummaryLine(text=_sentence(claim), claims=(claim.id,), citation=claim.citation)
        for claim in choose(claims, text=text, lines=lines)
    )


def choose(claims: Sequence[Claim], *, text: str, lines: int = LINES) -> tuple[Claim, ...]:
    """Return up to ``lines`` claims, the most salient first, none a repetition of another.

    Headlines are left out, since the article says the same in a sentence; so are non-finite
    claims.  They are used where there is nothing else.  A second claim of a sentence counts less.
    """
    body = [claim for claim in claims if claim.finite and not is_headline(claim, text)]
    left = body or list(claims)
    bags = {claim.id: content_words(claim.text) for claim in left}
    chosen: list[Claim] = []
    told: set[int] = set()
    while left and len(chosen) < lines:
        best = max(left, key=lambda claim: _worth(claim, told))
        chosen.append(best)
        told.add(best.citation.start)
        left = [
            claim for claim in left if claim is not best and not _repeats(bags, claim.id, best.id)
        ]
    return tuple(sorted(chosen, key=lambda claim: -_worth(claim, ())))


def _sentence(claim: Claim) -> str:
    """Return the claim as a sentence that names its source, unless it does so already."""
    name = _source(claim.source, claim.citation.start) if claim.source else ""
    if not name or name.casefold() in claim.standalone.casefold():
        return claim.standalone
    return f"{claim.standalone.rstrip('.')}, according to {name}."


def _worth(claim: Claim, told: Collection[int]) -> float:
    """Return the salience, less where the sentence, by its start, has been ``told`` from before.

    Less also for "they" when nobody knows who they are: it stands less alone.
    """
    who = claim.who
    unknown = who is not None and who.name is None and who.exact.casefold() in _PRONOUNS
    again = claim.citation.start in told
    return claim.salience * (_UNKNOWN if unknown else 1.0) * (_AGAIN if again else 1.0)


def _source(source: Party, sentence_start: int) -> str:
    """Return the source by its name, or by its words without what follows a comma.

    A pronoun that nobody stands behind gives "".
    """
    words = " ".join(source.exact.split(",")[0].split())
    if words.casefold() in _PRONOUNS:
        return source.name or ""
    # "Aid groups warn …": the capital belongs to the sentence, not to the word
    is_common = source.name is None and words[1:] == words[1:].lower()
    return words[:1].lower() + words[1:] if is_common and source.start == sentence_start else words


def _repeats(bags: dict[str, frozenset[str]], one: str, other: str) -> bool:
    shorter = min(len(bags[one]), len(bags[other]))
    return shorter == 0 or len(bags[one] & bags[other]) / shorter > _SAME_POINT
