"""Who, what, when, where, why and how of the article's main event, as stretches of its text.

The main event is the claim that says most of what the headline says, as early as possible.  The
answers that it leaves open come from its neighbours: the claims of its sentence, then of the
sentences near it, then everything the article names.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from claimx.records import Answer, Brief, Claim, Entity, Party, Predicate, Stretch, When, Where
from claimx.salience import is_headline
from claimx.wording import content_words, likeness, share, words

# How far an answer may stand from the main event, in sentences.
_NEAR = 3
# How old news is, in days: the event of an article is mostly of its day or the days before.
_NEWS_DAYS = 7
_WEEKS = 31
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


# What stands between a place and the larger one: "Croydon, South London".
_LARGER = re.compile(r", (?:in )?(?:(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|[Cc]entral)\w* )?")
_MAGNITUDE = re.compile(r"(?<=\d)\s(?:thousand|million|billion|trillion|per\s?cent)\b")
_WEEKDAY = re.compile(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday)\b", re.I)
_PART_END = re.compile(r"[,.;:!?“”\"](?:\s|$)|[;:–—]")
_CLAUSE_START = re.compile(r"\s(?:as|when|after|while|because|but|before|since)\s")
_MODIFIER = re.compile(
    r"\s(?:in|on|at|for|with|from|to|by|into|near|about|as|that|which|who|over|\w+ed)\b"
)


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
        when=_when(event, claims, times, published),
        where=_where(event, claims, places, title, text),
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
        """Weigh what the headline says of it, where it stands, and what else speaks for it."""
        early = 1 / (1 + order[claim.citation.start] / 2)
        claimed = content_words(f"{_name(claim.who)} {claim.what.exact}")
        said = share(claimed, heading) + likeness(claimed, heading)
        sentence = share(content_words(claim.citation.exact), heading)
        # "Officials had earlier put the toll at 24": what was before the event
        before = 1.0 if claim.predicate.exact.casefold().startswith("had ") else 0.0
        return said + sentence + early + claim.salience - before

    return max(candidates, key=worth, default=None)


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
    return _answer(party)


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
        return _answer(event.what)
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


def _when(
    event: Claim, claims: Sequence[Claim], times: Sequence[When], published: str | None
) -> Answer | None:
    """Return the day of the event: its own time first, then a near one; days of the news first.

    A time that is neither the event's own nor of these weeks answers nothing.
    """
    phrases = [when for claim in claims for when in claim.when]
    # A phrase may say more than the time in it: "torrential rain at 6.13am today".
    alone = [when for when in phrases if not any(_within(time, when) for time in times)]
    found = {(when.start, when.end): when for when in (*alone, *times)}

    def is_own(when: When) -> bool:
        return any(_within(when, own) for own in event.when)

    def worth(when: When) -> float:
        return _recency(when, published) + 1.5 * is_own(when) + _nearness(event, when)

    fit = [when for when in found.values() if is_own(when) or _recency(when, published) > 0]
    best = max(sorted(fit, key=lambda when: when.start), key=worth, default=None)
    return None if best is None else _answer(best)


def _within(part: When, whole: When) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def _recency(when: When, published: str | None) -> float:
    """Return how likely news is to happen then: a day of the last week 4, long ago 0."""
    if when.exact.isupper() and not any(map(str.isdigit, when.exact)):  # "USA TODAY"
        return 0.0
    if published is None and _WEEKDAY.search(when.exact):
        return 4.0
    if when.earliest is None or when.latest is None:
        return 3.0 if (when.timex or "").startswith("T") else 0.0  # "around 7 pm": of that day
    if published is None:
        return 2.0 if when.earliest == when.latest else 1.0
    first, last = date.fromisoformat(when.earliest), date.fromisoformat(when.latest)
    age, length = (date.fromisoformat(published[:10]) - first).days, (last - first).days
    if 0 <= age <= _NEWS_DAYS and length <= 1:
        return 4.0
    return 2.0 if abs(age) <= _WEEKS and length <= _WEEKS else 0.0


def _where(
    event: Claim,
    claims: Sequence[Claim],
    places: Sequence[Where],
    title: str | None,
    text: str,
) -> Answer | None:
    """Return the place of the event: its own, a named one, one that the article keeps naming."""
    beside = [
        where
        for claim in claims
        if claim.citation.start == event.citation.start
        for where in claim.where
    ]
    near = [where for claim in _by_distance(event, claims) for where in claim.where]
    found = {
        (where.start, where.end): where
        for where in (*places, *near)
        if text[where.end : where.end + 1] not in {"-", "\u2010", "\u2011"}  # "US-based"
    }
    own = {(where.start, where.end) for where in event.where}
    countries = {where.place.country for where in event.where if where.place and _is_country(where)}
    heading = content_words(title or "")
    counts = Counter(where.exact for where in places)

    def worth(where: Where) -> float:
        if where.place is not None:
            named = 2.0
        else:
            named = 1.0 if where.exact != where.exact.lower() else 0.0
        fine = where.place is not None and not _is_country(where)
        # A town in the country where the event is said to be tells more than the country.
        inside = fine and where.place is not None and where.place.country in countries
        return (
            named
            + 0.5 * fine
            + 1.5 * ((where.start, where.end) in own or inside)
            + _is_dateline(where, text)
            + min(counts[where.exact], 4) / 4
            + share(heading, content_words(where.exact))
            + 2 * _nearness(event, where)
        )

    best = max(sorted(found.values(), key=lambda where: where.start), key=worth, default=None)
    if best is None:
        return None
    for where in beside:  # "downtown Seattle" says more than "Seattle"
        if where.start <= best.start and best.end <= where.end and len(where.exact.split()) <= 4:
            best = where
    return _joined(best, places, text)


def _is_dateline(where: Where, text: str) -> bool:
    """Return whether the place opens a paragraph in capitals: "GENEVA, March 14 –"."""
    return where.exact.isupper() and text[: where.start].rstrip(" ")[-1:] in {"", "\n"}


def _is_country(where: Where) -> bool:
    return where.place is not None and where.place.kind == "country"


def _joined(best: Where, places: Sequence[Where], text: str) -> Answer:
    """Return the place with the larger one that a comma adds: "Croydon, South London"."""
    for where in places:
        if where.start > best.end and _LARGER.fullmatch(text, best.end, where.start):
            return Answer(text=text[best.start : where.end], start=best.start, end=where.end)
    return _answer(best)


def _nearness(event: Claim, value: When | Where) -> float:
    """Return 1 inside the event's sentence, less the farther away."""
    cited = event.citation
    return 1 / (1 + max(0, cited.start - value.end, value.start - cited.end) / 200)


def _by_distance(event: Claim, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the event, then the other claims of its sentence and of those near it."""
    here = event.citation.sentence
    near = [claim for claim in claims if abs(claim.citation.sentence - here) <= _NEAR]
    yield from sorted(
        near,
        key=lambda claim: (claim is not event, abs(claim.citation.sentence - here), claim.n),
    )


def _why(event: Claim, claims: Sequence[Claim]) -> Answer | None:
    """Return the cause: what the event's claim says, what its words say, then its neighbours'."""
    if event.why:
        return _answer(event.why[0])
    for pattern in (_CAUSE, _OCCASION):
        if found := _phrase(pattern, event):
            return found
    near = list(_by_distance(event, claims))
    for claim in near:
        if found := _phrase(_CAUSE, claim):
            return found
        if claim.why:
            return _answer(claim.why[0])
    for claim in near:
        if found := _phrase(_OCCASION, claim):
            return found
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


def _answer(value: Stretch | Party | Predicate | When | Where) -> Answer:
    return Answer(text=value.exact, start=value.start, end=value.end)
