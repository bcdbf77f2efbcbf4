"""A summary: at most five claims, best first, each another point, each citing its sentence."""

from collections.abc import Sequence

from claimx.records import Claim, SummaryLine
from claimx.salience import is_headline
from claimx.wording import content_words

LINES = 5
# How alike a claim may be to one already chosen, as a share of the shorter one's words.
_SAME_POINT = 0.6


def summarise(claims: Sequence[Claim], *, text: str, lines: int = LINES) -> tuple[SummaryLine, ...]:
    """Return the most salient claims as sentences that stand alone, each a different point."""
    return tuple(
        SummaryLine(text=claim.standalone, claims=(claim.id,), citation=claim.citation)
        for claim in choose(claims, text=text, lines=lines)
    )


def choose(claims: Sequence[Claim], *, text: str, lines: int = LINES) -> tuple[Claim, ...]:
    """Return up to ``lines`` claims, the most salient first, none a repetition of another.

    Headlines are left out, since the article says the same in a sentence; so are non-finite
    claims.  A headline is used where there is nothing else.
    """
    body = [claim for claim in claims if claim.finite and not is_headline(claim, text)]
    left = body or list(claims)
    bags = {claim.id: content_words(claim.text) for claim in left}
    chosen: list[Claim] = []
    while left and len(chosen) < lines:
        best = max(left, key=lambda claim: claim.salience)
        chosen.append(best)
        left = [
            claim for claim in left if claim is not best and not _repeats(bags, claim.id, best.id)
        ]
    return tuple(chosen)


def _repeats(bags: dict[str, frozenset[str]], one: str, other: str) -> bool:
    shorter = min(len(bags[one]), len(bags[other]))
    return shorter == 0 or len(bags[one] & bags[other]) / shorter > _SAME_POINT
