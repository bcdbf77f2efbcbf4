"""Who, what, when, where, why and how of the article's main event, as stretches of its text.

The main event is the claim that says most of what the headline says, as early as possible.  The
answers that it leaves open come from its neighbours: the claims of its sentence, then of the
sentences near it, then everything the article names.
"""

import re
from collections.abc import Sequence

from claimx.records import Answer, Brief, Claim, Entity, Party, Stretch, When, Where
from claimx.salience import is_headline
from claimx.setting import as_answer, by_distance, find_when, find_where
from claimx.wording import content_words, likeness, share, words

# What a preposition introduces: up to a mark, or to a word that opens another clause.
_CLAUSE = (
    r"(?P<found>[^,;:!?()\n“”\"—–]{4,}?)"
    r"(?=[,;:!?()\n“”\"—–]|\.(?:\s|$)|\s(?:and|as|but|which|while|who)\s|$)"
)
_CAUSE = re.compile(
    # "was due to expire" is about time
    r"\b(?:because(?: of)?|(?<!is )(?<!are )(?<!was )(?<!were )due to|owing to|thanks to"
    r"|as a result of|in retaliation (?:for|to)|in response to|in protest (?:at|against|over)"
    r"|stemm(?:ed|ing) from|stems from|(?:caused|triggered|sparked|prompted) by"
    r"|blam(?:ed|es|ing) (?:\w+ ){0,8}?on|attribut\w+ to)\s+" + _CLAUSE,
    re.IGNORECASE,
)
_OCCASION = re.compile(
    r"\b(?:after|following|over|amid|for (?=\w+ing\b))\s+"
    # "over six years", "after 20 laps": a measure, no occasion
    r"(?!(?:\w+ ){0,2}(?:seconds|minutes|hours|days|weeks|months|years|decades)\b(?! of))"
    + _CLAUSE,
    re.IGNORECASE,
)
_MEANS = re.compile(r"\b(?:by (?=\w+ing\b)|via\s|using\s)" + _CLAUSE, re.IGNORECASE)
_MAGNITUDE = re.compile(r"(?<=\d)\s(?:thousand|million|billion|trillion|per\s?cent)\b")
_PART_END = re.compile(r"[,.;:!?“”\"](?:\s|$)|[;:–—]")
_CLAUSE_START = re.compile(r"\s(?:as|when|after|while|because|but|before|since)\s")
_MODIFIER = re.compile(
    r"\s(?:in|on|at|for|with|from|to|by|into|near|about|as|that|which|who|over|\w+ed)\b"
)
_BULLETS = frozenset("-*•–—·")


def read_brief(
    claims: Sequence[Claim],
    *,
    title: str | None,
    text: str,
    entities: Sequence[Entity] = (),
    times: Sequence[When] = (),
    places: Sequence[Where] = (),
    published: str | None = None,
) -> Brief:
    """Return the answers for the main event; a question that nothing answers stays None.

    ``times`` and ``places`` are all that the article names, in text order, beyond those of claims;
    ``published`` tells the day of the event from other days.
    """
    event = find_main_event(claims, title=title, text=text)
    if event is None:
        return Brief()
    return Brief(
        who=_who(event, claims, entities),
        what=_what(event, claims, title, text),
        when=find_when(event, claims, times, published),
        where=find_where(event, claims, places, title, text),
        why=_why(event, claims),
        how=_how(event, claims),
    )


def find_main_event(claims: Sequence[Claim], *, title: str | None, text: str) -> Claim | None:
    """Return the claim that the headline is about, or None when there are no claims.

    It is asserted in a sentence of the text, not in the headline itself or in the bullet points
    that stand above the text; without a headline the first of these points tells what it is.
    """
    points = [claim for claim in claims if _is_point(claim, text)]
    body = [
        claim
        for claim in claims
        if claim.finite and claim not in points and not is_headline(claim, text)
    ]
    candidates = body or list(claims)
    heading = content_words(title or (points[0].citation.exact if points else ""))
    starts = sorted({claim.citation.start for claim in candidates})
    order = {start: number for number, start in enumerate(starts)}
    main: dict[int, Claim] = {}
    for claim in sorted(candidates, key=lambda claim: claim.predicate.start):
        main.setdefault(claim.citation.start, claim)

    def worth(claim: Claim) -> float:
        """Weigh what the headline says of it, where it stands, and what else speaks for it."""
        early = 1 / (1 + order[claim.citation.start] / 2)
        claimed = content_words(f"{_name(claim.who)} {claim.what.exact}")
        said = share(claimed, heading) + likeness(claimed, heading)
        sentence = share(content_words(claim.citation.exact), heading)
        # "Officials had earlier put the toll at 24": what was before the event
        before = 1.0 if claim.predicate.exact.casefold().startswith("had ") else 0.0
        # Without a headline the main clause tells it, not the clause that has the numbers.
        opens = 0.5 if not heading and main[claim.citation.start] is claim else 0.0
        # "The toll rose to 31 after a dam burst": what happened stands in the main clause.
        inner = 0.4 if claim.rule in ("relative", "adverbial") else 0.0
        return said + sentence + early + opens + claim.salience - before - inner

    return max(candidates, key=worth, default=None)


def _is_point(claim: Claim, text: str) -> bool:
    """Tell whether the claim's sentence opens a bullet point."""
    line = text.rfind("\n", 0, claim.citation.start) + 1
    return text[line : claim.citation.start].strip() in _BULLETS


def _name(party: Party | None) -> str:
    return f"{party.exact} {party.name or ''}" if party else ""


def _who(event: Claim, claims: Sequence[Claim], entities: Sequence[Entity]) -> Answer | None:
    """Return who acts, by name where the article gives one."""
    party = event.actor or event.who
    if party is None:
        party = next((claim.who for claim in claims if claim.who is not None), None)
    if party is None:
        return None
    for entity in entities:
        if entity.id == party.entity:
            named = [mention for mention in entity.mentions if mention.kind == "name"]
            within = [m for m in named if party.start <= m.start and m.end <= party.end]
            whole = [mention for mention in named if mention.exact == entity.name]
            if _is_several(party, entities):
                break
            for mention in ([whole[0]] if whole else within)[:1]:
                return Answer(text=mention.exact, start=mention.start, end=mention.end)
    return as_answer(party)


def _is_several(party: Party, entities: Sequence[Entity]) -> bool:
    """Return whether the words name more than one entity: "Velmar and Norvenia"."""
    return (
        1
        < sum(
            any(
                mention.kind == "name" and party.start <= mention.start and mention.end <= party.end
                for mention in entity.mentions
            )
            for entity in entities
        )
        and " and " in party.exact
    )


def _what(event: Claim, claims: Sequence[Claim], title: str | None, text: str) -> Answer:
    """Return what happened, from the verb as far as the words go that the headline has too.

    The answer stays within the verb's part of the sentence, which a comma ends.
    """
    heading = content_words(title or "")
    start, limit = event.predicate.start, event.citation.end
    least = _core(event).end
    mark = _PART_END.search(text, event.what.end, limit)
    rest = text[start : mark.start() if mark else limit]
    ends = [found.end() for found in words(rest) if start + found.end() >= least]
    best = max(
        ends, key=lambda end: (likeness(content_words(rest[:end]), heading), -end), default=0
    )
    if number := _MAGNITUDE.match(rest, best):  # "£2.3 million", not "£2.3"
        best = number.end()
    best = _whole_clause(rest, start, best, claims)
    left = event.what.exact[start + best - event.what.start :]
    if not content_words(rest[:best]) & heading or len(left.split()) <= 2 and left:
        return as_answer(event.what)
    return Answer(text=rest[:best], start=start, end=start + best)


def _whole_clause(rest: str, start: int, end: int, claims: Sequence[Claim]) -> int:
    """Return ``end``, or where a clause begins that ``end`` would cut before its verb."""
    verbs = [claim.predicate.start - start for claim in claims]
    for clause in _CLAUSE_START.finditer(rest, 0, end):
        has_verb = any(clause.end() <= verb < end for verb in verbs)
        if not has_verb and any(end <= verb < len(rest) for verb in verbs):
            return clause.start()
    return end


def _cut(stretch: Stretch, end: int) -> Answer:
    """Return the stretch up to ``end``."""
    return Answer(text=stretch.exact[: end - stretch.start], start=stretch.start, end=end)


def _why(event: Claim, claims: Sequence[Claim]) -> Answer | None:
    """Return the cause: what the event's claim says, what its words say, then its neighbours'."""
    if event.why:
        return as_answer(event.why[0])
    for pattern in (_CAUSE, _OCCASION):
        if found := _phrase(pattern, event):
            return found
    near = [
        claim
        for claim in by_distance(event, claims)
        if claim.citation.start != event.citation.start
    ]
    for claim in near:
        if found := _phrase(_CAUSE, claim):
            return found
        if claim.why:
            return as_answer(claim.why[0])
    return None


def _how(event: Claim, claims: Sequence[Claim]) -> Answer | None:
    """Return the means: "by …", else the action itself, else the event that led to it."""
    if found := _phrase(_MEANS, event):
        return found
    if event.predicate.lemma == "be" or event.predicate.voice == "passive":
        for claim in claims:
            other = claim.citation.start == event.citation.start and claim is not event
            if (
                other
                and claim.finite
                and claim.predicate.voice == "active"
                and claim.predicate.lemma != "be"
            ):
                return _core(claim)
    return _core(event)


def _core(claim: Claim) -> Answer:
    """Return the verb with its object, without what modifies the object."""
    end = claim.predicate.end
    if claim.target and claim.target.start >= claim.what.start:
        match = _MODIFIER.search(claim.target.exact)
        end = max(end, claim.target.start + (match.start() if match else len(claim.target.exact)))
    return _cut(claim.what, min(end, claim.what.end))


def _phrase(pattern: re.Pattern[str], claim: Claim) -> Answer | None:
    """Return what ``pattern`` introduces in the claim's sentence."""
    cited = claim.citation
    if (match := pattern.search(cited.exact)) is None:
        return None
    start, end = match.span("found")
    if start <= claim.predicate.start - cited.start < end:  # the claim is no cause of itself
        return None
    found = cited.exact[start:end]
    start += len(found) - len(found.lstrip())
    return Answer(
        text=found.strip(), start=cited.start + start, end=cited.start + start + len(found.strip())
    )
