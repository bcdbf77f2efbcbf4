"""Which claims of a document to show, and in what order."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from claimx.errors import UsageError
from claimx.period import Period, read_period
from claimx.records import Certainty, Claim, Document
from claimx.speakers import cited_from, told_by
from claimx.whereabouts import happening_in, read_place_name

Order = Literal["text", "salience", "certainty", "who", "source"]
ORDERS: tuple[Order, ...] = get_args(Order)
# Most certain first.
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What the user wants to see; the default is everything as the article has it."""

    top: int | None = None
    min_certainty: Certainty | None = None
    order: Order = "text"
    period: Period = Period()
    by: str | None = None
    source: str | None = None
    where: str | None = None


def read_selection(
    *,
    top: int | None,
    min_certainty: str | None,
    order: str,
    since: str | None = None,
    until: str | None = None,
    by: str | None = None,
    source: str | None = None,
    where: str | None = None,
) -> Selection:
    """Return the selection that the arguments describe.

    Raises:
        UsageError: an argument has a value that is not among its choices.
    """
    if top is not None and top < 1:
        raise UsageError(f"--top {top}: give a number from 1")
    if min_certainty is not None and min_certainty not in CERTAINTIES:
        raise UsageError(f"--min-certainty {min_certainty!r}: choose {', '.join(CERTAINTIES)}")
    if order not in ORDERS:
        raise UsageError(f"--sort {order!r}: choose {', '.join(ORDERS)}")
    for option, name in (("--by", by), ("--source", source)):
        if name is not None and not name.strip():
            raise UsageError(f"{option} {name!r}: give a name")
    return Selection(
        top=top,
        min_certainty=min_certainty,
        order=order,
        period=read_period(since, until),
        by=by,
        source=source,
        where=read_place_name("--where", where),
    )


def select(document: Document, selection: Selection) -> Document:
    """Return the document with the chosen claims, and what rests on them.

    Claims keep their numbers.  A line of the summary and a relation go with their claim; the brief,
    attributions and entities speak of the whole article and stay.
    """
    claims = list(document.claims)
    if selection.min_certainty is not None:
        wanted = CERTAINTIES[: CERTAINTIES.index(selection.min_certainty) + 1]
        claims = [claim for claim in claims if claim.certainty in wanted]
    if selection.period != Period():
        claims = [claim for claim in claims if any(map(selection.period.meets, claim.when))]
    if selection.by is not None:
        told = {claim.id for claim in told_by(document, selection.by)}
        claims = [claim for claim in claims if claim.id in told]
    if selection.source is not None:
        cited = {claim.id for claim in cited_from(document, selection.source)}
        claims = [claim for claim in claims if claim.id in cited]
    if selection.where is not None:
        there = {claim.id for claim in happening_in(document, selection.where)}
        claims = [claim for claim in claims if claim.id in there]
    if selection.top is not None:
        best = sorted(claims, key=lambda claim: -claim.salience)[: selection.top]
        claims = [claim for claim in claims if claim in best]
    claims.sort(key=_KEYS[selection.order])
    kept = {claim.id for claim in claims}
    return replace(
        document,
        claims=tuple(claims),
        summary=tuple(line for line in document.summary if kept.issuperset(line.claims)),
        relations=tuple(fact for fact in document.relations if fact.claim in {None, *kept}),
    )


def _who(claim: Claim) -> tuple[bool, str, int]:
    name = (claim.who.name or claim.who.exact) if claim.who else ""
    return not name, name.casefold(), claim.n


def _source(claim: Claim) -> tuple[bool, str, int]:
    name = (claim.source.name or claim.source.exact) if claim.source else ""
    return not name, name.casefold(), claim.n


# Nobody named comes last; equal claims stay in text order.
_KEYS: dict[Order, Callable[[Claim], Any]] = {
    "text": lambda claim: claim.n,
    "salience": lambda claim: (-claim.salience, claim.n),
    "certainty": lambda claim: (CERTAINTIES.index(claim.certainty), claim.n),
    "who": _who,
    "source": _source,
}
