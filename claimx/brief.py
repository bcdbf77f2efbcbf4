"""Who, what, when, where, why and how of the article's main event, as stretches of its text.

The main event is the claim that says most of what the headline says, as early as possible.  The
answers that it leaves open come from its neighbours: the claims of its sentence, then of the
sentences near it, then everything the article names.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from claimx.records import Answer, Brief, Citation, Claim, Entity, Party, Stretch, When, Where
from claimx.salience import is_headline
from claimx.wording import content_words, share

# How far an answer may stand from the main event, in sentences.
_NEAR = 3
# Phrases of cause, with what they introduce up to the end of the clause.
_CAUSE = re.compile(
    r"\b(?:because of|because|due to|owing to|thanks to|as a result of|in retaliation for"
    r"|in response to|in protest (?:at|against|over)|stemm(?:ed|ing) from|caused by|triggered by"
    r"|sparked by|blamed on"
    r"|attribut\w+ to|following|after|amid|over)\s+(?P<cause>[^,.;:!?()\n“”\"—–]{4,120})",
    re.IGNORECASE,
)
# Phrases of means and manner.
_MEANS = re.compile(
    r"\b(?:by (?=\w+ing\b)|via |through |using |with |in an? )(?P<means>[^,.;:!?()\n“”\"—–]{4,80})",
    re.IGNORECASE,
)


def read_brief(
    claims: Sequence[Claim],
    *,
    title: str | None,
    text: str,
    entities: Sequence[Entity] = (),
    times: Sequence[When] = (),
    places: Sequence[Where] = (),
) -> Brief:
    """Return the answers for the main event; a question that nothing answers stays None.

    ``times`` and ``places`` are all that the article names, in text order, beyond those of claims.
    """
    event = find_main_event(claims, title=title, text=text)
    if event is None:
        return Brief()
    return Brief(
        who=_who(event, claims, entities),
        what=_answer(event.what),
        when=_nearest(event, claims, [claim.when for claim in claims], times),
        where=_nearest(event, claims, [claim.where for claim in claims], places),
        why=_why(event, claims),
        how=_how(event, claims),
    )


def find_main_event(claims: Sequence[Claim], *, title: str | None, text: str) -> Claim | None:
    """Return the claim that the headline is about, or None when there are no claims.

    It is asserted in a sentence of the text, not in the headline itself, where there is one.
    """
    body = [claim for claim in claims if claim.finite and not is_headline(claim, text)]
    candidates = body or list(claims)
    heading = content_words(title or "")
    starts = sorted({claim.citation.start for claim in candidates})
    order = {start: number for number, start in enumerate(starts)}

    def worth(claim: Claim) -> float:
        early = 1 / (1 + order[claim.citation.start])
        who = share(content_words(_name(claim.who)), heading)
        what = share(content_words(claim.what.exact), heading)
        return 2 * what + who + early + claim.salience

    return max(candidates, key=worth, default=None)


def _name(party: Party | None) -> str:
    return f"{party.exact} {party.name or ''}" if party else ""


def _who(event: Claim, claims: Sequence[Claim], entities: Sequence[Entity]) -> Answer | None:
    """Return who acts, where the article names him rather than where it says "he"."""
    party = event.actor or event.who
    if party is None:
        party = next((claim.who for claim in claims if claim.who is not None), None)
    if party is None:
        return None
    for entity in entities:
        if entity.id == party.entity and not _has_name(party, entity):
            names = [mention for mention in entity.mentions if mention.exact == entity.name]
            if names:
                return Answer(text=names[0].exact, start=names[0].start, end=names[0].end)
    return _answer(party)


def _has_name(party: Party, entity: Entity) -> bool:
    """Return whether a name of the entity stands inside the words of ``party``."""
    return any(
        mention.kind == "name" and party.start <= mention.start and mention.end <= party.end
        for mention in entity.mentions
    )


def _nearest(
    event: Claim,
    claims: Sequence[Claim],
    found: Iterable[Sequence[When | Where]],
    rest: Sequence[When | Where],
) -> Answer | None:
    """Return the time or place of the event, else the nearest one that the article names."""
    own = {claim.id: values for claim, values in zip(claims, found, strict=True)}
    for claim in _by_distance(event, claims):
        if own[claim.id]:
            return _answer(own[claim.id][0])
    near = sorted(rest, key=lambda value: _distance(event.citation, value.start, value.end))
    return _answer(near[0]) if near else None


def _by_distance(event: Claim, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the event, then the other claims of its sentence and of those near it."""
    here = event.citation.sentence
    near = [claim for claim in claims if abs(claim.citation.sentence - here) <= _NEAR]
    yield from sorted(
        near,
        key=lambda claim: (claim is not event, abs(claim.citation.sentence - here), claim.n),
    )


def _distance(cited: Citation, start: int, end: int) -> int:
    """Return how many characters lie between a stretch and the event's sentence."""
    return max(0, cited.start - end, start - cited.end)


def _why(event: Claim, claims: Sequence[Claim]) -> Answer | None:
    for claim in _by_distance(event, claims):
        if claim.why:
            return _answer(claim.why[0])
        if found := _phrase(_CAUSE, "cause", claim.citation):
            return found
    return None


def _how(event: Claim, claims: Sequence[Claim]) -> Answer | None:
    """Return the means: "by …", else what the event's own verb says."""
    if found := _phrase(_MEANS, "means", event.citation):
        return found
    return _answer(event.what)


def _phrase(pattern: re.Pattern[str], group: str, cited: Citation) -> Answer | None:
    """Return what ``pattern`` introduces in the sentence."""
    if (match := pattern.search(cited.exact)) is None:
        return None
    start, end = match.span(group)
    words = cited.exact[start:end].rstrip()
    return Answer(text=words, start=cited.start + start, end=cited.start + start + len(words))


def _answer(value: Stretch | Party | When | Where) -> Answer:
    return Answer(text=value.exact, start=value.start, end=value.end)
