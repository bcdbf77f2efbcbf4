"""When and where an article's main event was: its own time and place, else those beside it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from claimx.records import Answer, Claim, Party, Stretch, When, Where
from claimx.wording import content_words, share

# How far an answer may stand from the main event, in sentences.
_NEAR = 3
# How old news is, in days: the event is mostly of the day of its article or of those before.
_NEWS_DAYS = 7
# Other days of these weeks, in days.
_WEEKS = 31
# What stands between a place and the larger one: "Croydon, South London".
_LARGER = re.compile(r", (?:in )?(?:(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|[Cc]entral)\w* )?")
_WEEKDAY = re.compile(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday)\b", re.I)


def find_when(
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
    return None if best is None else as_answer(best)


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
        return 2.0 if when.earliest == when.latest else 0.0
    first, last = date.fromisoformat(when.earliest), date.fromisoformat(when.latest)
    age, length = (date.fromisoformat(published[:10]) - first).days, (last - first).days
    if 0 <= age <= _NEWS_DAYS and length <= 1:
        return 4.0
    return 2.0 if abs(age) <= _WEEKS and length <= _WEEKS else 0.0


def find_where(
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
    near = [where for claim in by_distance(event, claims) for where in claim.where]
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
    return as_answer(best)


def _nearness(event: Claim, value: When | Where) -> float:
    """Return 1 inside the event's sentence, less the farther away."""
    cited = event.citation
    return 1 / (1 + max(0, cited.start - value.end, value.start - cited.end) / 200)


def by_distance(event: Claim, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the event, then the other claims of its sentence and of those near it."""
    here = event.citation.sentence
    near = [claim for claim in claims if abs(claim.citation.sentence - here) <= _NEAR]
    yield from sorted(
        near,
        key=lambda claim: (claim is not event, abs(claim.citation.sentence - here), claim.n),
    )


def as_answer(value: Stretch | Party | When | Where) -> Answer:
    """Return a stretch as the answer to a question."""
    return Answer(text=value.exact, start=value.start, end=value.end)
