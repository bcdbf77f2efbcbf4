"""The stretches of a claim under the names that annotation tools show."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from claimx.records import Claim, Cue, Party, Predicate, Stretch, When, Where

_Stretched: TypeAlias = Predicate | Party | Stretch | Where | When | Cue


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """One stretch and what it does in a claim."""

    start: int
    end: int
    role: str


def claim_pieces(claim: Claim) -> Iterator[Piece]:
    """Yield the claim's stretches, its predicate first.

    They come in the order in which tools list roles; each of several places or times is one.
    """
    groups: tuple[tuple[str, Sequence[_Stretched | None]], ...] = (
        ("Predicate", (claim.predicate,)),
        ("Who", (claim.who,)),
        ("What", (claim.what,)),
        ("Target", (claim.target,)),
        ("Actor", (claim.actor,)),
        ("Where", claim.where),
        ("When", claim.when),
        ("Why", claim.why),
        ("Source", (claim.source,)),
        ("Cue", (claim.cue,)),
    )
    for role, values in groups:
        for value in values:
            if value is not None:
                yield Piece(value.start, value.end, role)


def status(claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield what is said about the claim as a whole: certainty, polarity, quotation."""
    yield "Certainty", claim.certainty
    yield "Polarity", claim.polarity
    if claim.quote is not None:
        yield "Quote", claim.quote
