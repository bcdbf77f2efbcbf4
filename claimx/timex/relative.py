"""Rules for expressions that point from another time: yesterday, last month, the same day."""

import re
from datetime import date

from claimx.timex import calendar as cal
from claimx.timex import fragments as f
from claimx.timex import words
from claimx.timex.calendar import Value
from claimx.timex.context import Context, pick_weekday
from claimx.timex.grammar import Rule, modify, rule

# "last" counts from publication, "the previous" from the time talked of.
_DEICTIC = {
    "last": -1, "this": 0, "next": 1, "the past": -1, "this past": -1, "the last": -1, "past": -1,
    "this coming": 1, "the coming": 1, "coming": 1, "the current": 0, "current": 0,
    "this current": 0, "the present": 0, "the this": 0, "this very": 0,
}  # fmt: skip
_ANAPHORIC = {
    "the previous": -1, "the preceding": -1, "the prior": -1, "the same": 0, "that": 0,
    "that same": 0, "that very": 0, "the following": 1, "the next": 1, "the ensuing": 1,
    "the subsequent": 1, "a previous": -1, "the very next": 1, "the": 0,
}  # fmt: skip


def make_rules() -> list[Rule]:
    """Return the rules of this module."""
    weekday = f.weekday()
    part = rf"(?P<part>(?i:{words.any_of(words.dayparts())}))"
    mod = rf"(?P<mod>(?i:{words.any_of(words.modifiers())})[\s-]*)?"
    when = r"(?:(?i:early|late|earlier|later|sometime|some time|shortly before|just) )?"
    determiner = words.any_of([*_DEICTIC, *(word for word in _ANAPHORIC if word != "the")])
    that = rf"(?P<det>(?i:{determiner}))"
    season = rf"(?P<season>(?i:{words.any_of(words.seasons())}))"
    then = r"at the time(?! of\b)|at that time|by then|since then|until then|back then|that time"
    openers = f.keys("early", "late", "earlier", "later", "sometime", "some", "shortly", "just")
    determiners = f.keys(*_DEICTIC, *_ANAPHORIC)
    modifiers, seasons = f.keys(*words.modifiers()), f.keys(*words.seasons())
    return [
        rule(
            openers | determiners | f.keys(*words.weekdays()),
            rf"{when}(?:{that} )?(?P<w>{weekday})(?:,? {part})?"
            r"(?: (?P<week>(?i:last|next|this)) week)?",
            _read_weekday,
        ),
        rule(
            openers | f.keys("today", "tonight", "yesterday", "tomorrow", "overnight"),
            rf"{when}(?P<w>(?i:today|tonight|yesterday|tomorrow|overnight))(?: {part})?",
            _read_deictic,
        ),
        rule(
            f.keys("the day"),
            r"(?P<w>(?i:the day before yesterday|the day after tomorrow))",
            _read_deictic,
        ),
        rule(
            openers
            | f.keys(
                "this", "last", "that", "the same", "the next", "the following", "the previous"
            ),
            rf"{when}(?P<w>(?i:this|last|that|the (?:same|next|following|previous))) {part}",
            _read_part,
        ),
        rule(
            f.keys("over", "the weekend"),
            r"(?P<w>(?i:over the|the)) (?P<unit>weekend)",
            _read_weekend,
        ),
        rule(
            openers | f.with_the(modifiers | determiners),
            rf"{when}(?:the )?{mod}{that} (?P<unit>(?i:day|week|weekend|fortnight|month|quarter|"
            rf"year|decade|century|time|period))(?:[’']s end)?",
            _read_unit,
        ),
        rule(
            openers | f.with_the(modifiers | determiners),
            rf"{when}(?:the )?{mod}{that} (?P<month>{f.long_month()})",
            _read_named,
        ),
        rule(
            openers | f.with_the(modifiers | determiners),
            rf"{when}(?:the )?{mod}{that} {season}",
            _read_named,
        ),
        rule(
            f.with_the(modifiers | f.with_the(seasons)),
            rf"(?:the )?{mod}(?P<det>(?i:the) )?{season}",
            _read_bare_season,
            "season",
        ),
        rule(
            openers
            | f.keys("in")
            | f.with_the(
                modifiers | f.keys("the week", "the month", "the year", "the decade", "the century")
            ),
            rf"(?:{when}in )?(?:the )?{mod}(?P<det>(?i:the)) "
            r"(?P<unit>(?i:week|month|year|decade|century))(?:[’']s end)?",
            _read_part_of_unit,
        ),
        rule(
            f.with_the(f.keys("first", "second", "third", "fourth", "last", "final")),
            r"(?:the )?(?P<w>(?i:first|second|third|fourth|last|final)) (?P<part>quarter|half) "
            rf"(?:of )?(?:(?P<det>(?i:{determiner}|the))(?:[’']s)? )year",
            _read_quarter,
        ),
        rule(f.keys("at", "by", "since", "until", "back", "that"), rf"(?i:{then})", _read_then),
    ]


def _read_weekday(match: re.Match[str], context: Context) -> Value | None:
    number = f.read_weekday(match["w"])
    clock = _clock(match)
    det, week = f.plain(match["det"] or ""), f.plain(match["week"] or "")
    published = context.published
    if det in _ANAPHORIC and context.recent:
        step = _ANAPHORIC[det]
        days = (number - context.recent.isoweekday()) % 7
        if step == 0:
            base = cal.later(cal.monday(context.recent), number - 1)
        else:
            base = cal.later(context.recent, (days or 7) if step > 0 else (days or 7) - 7)
        return cal.day(base, clock)
    if published is None:
        return cal.pointer(f"XXXX-WXX-{number}")
    if week:
        monday = cal.monday(published)
        return cal.day(cal.later(monday, number - 1 + 7 * _DEICTIC[week]), clock)
    step = (number - published.isoweekday()) % 7
    if det in ("last", "the last", "past", "this past", "the past"):
        return cal.day(cal.later(published, step - 7), clock)
    if det in ("next", "this coming", "the coming", "coming"):
        return cal.day(cal.later(published, step or 7), clock)
    value = pick_weekday(context, number)
    return cal.day(value.first, clock) if value.first else value


def _clock(match: re.Match[str]) -> str | None:
    part = match.groupdict().get("part")
    return words.dayparts()[part.lower()] if part else None


def _read_deictic(match: re.Match[str], context: Context) -> Value:
    word = f.plain(match["w"])
    if context.published is None:
        return cal.UNRESOLVED
    steps = {
        "yesterday": -1,
        "tomorrow": 1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
    }
    clock = "TNI" if word in ("tonight", "overnight") else _clock(match)
    return cal.day(cal.later(context.published, steps.get(word, 0)), clock)


def _read_part(match: re.Match[str], context: Context) -> Value | None:
    """Read "this morning", "last night", "the following morning"."""
    word = f.plain(match["w"])
    if word == "last" and f.text_before(match).lower().endswith(("the ", "his ", "her ")):
        return None  # "the last night of the festival"
    if word in ("this", "last"):
        base, step = context.published, -1 if word == "last" else 0
    else:
        base, step = context.recent_in("day"), _ANAPHORIC[word]
    return cal.day(cal.later(base, step), _clock(match)) if base else cal.UNRESOLVED


def _read_weekend(match: re.Match[str], context: Context) -> Value:
    """Read "over the weekend": the one just gone, or the coming one if the clause looks ahead."""
    if context.published is None:
        return cal.UNRESOLVED
    return cal.weekend(_weekend_day(context.published, context.read_tense() == "future"))


def _weekend_day(published: date, future: bool) -> date:
    return published if future or published.isoweekday() >= 6 else cal.later(published, -7)


def _read_unit(match: re.Match[str], context: Context) -> Value | None:
    det, unit = f.plain(match["det"]), f.plain(match["unit"])
    if f"the {det} {unit}" in f.plain(match[0]) and f"the {det}" in _DEICTIC:
        det = f"the {det}"  # "the last decade" is no "last decade"
    if unit in ("time", "period"):
        # "at the same time" says "and yet" as often as when
        return _reference(context) if det in ("that", "that same", "that very") else None
    if unit == "day" and det in ("the past", "the last", "past", "the present", "current"):
        return None
    return modify(_counted(det, unit, context), match)


def _counted(det: str, unit: str, context: Context) -> Value:
    """Return the unit that lies as many steps from where the text stands as ``det`` says."""
    if det in _DEICTIC:
        base, step = context.published, _DEICTIC[det]
    else:
        base, step = context.standpoint, _ANAPHORIC[det]
    if base is None:
        return cal.UNRESOLVED
    if unit == "weekend" and det == "this":
        past = context.read_tense() == "past"
        return cal.weekend(_weekend_day(base, not past))
    if unit == "decade" and det in ("the past", "the last", "this past", "past"):
        return cal.stretch(cal.shift(base, -1, unit), base, "P1DE")
    if det not in _DEICTIC and context.recent_in(unit) is None:
        if unit == "day" or context.recent is not None:
            return cal.UNRESOLVED
    return cal.containing(cal.shift(base, step, unit), unit)


def _reference(context: Context) -> Value:
    if context.reference is None or context.recent is None:
        return cal.UNRESOLVED
    return context.reference


def _read_then(match: re.Match[str], context: Context) -> Value:
    return _reference(context)


def _read_named(match: re.Match[str], context: Context) -> Value | None:
    """Read "last March", "next summer", "that autumn"."""
    det, parts = f.plain(match["det"]), match.groupdict()
    deictic = det in _DEICTIC
    base = context.published if deictic else context.standpoint
    step = _DEICTIC[det] if deictic else _ANAPHORIC[det]
    if parts.get("month"):
        number = f.read_month(parts["month"])
        if base is None:
            return cal.pointer(f"XXXX-{number:02d}")
        year = base.year
        if step < 0 and number >= base.month:
            year -= 1
        if step > 0 and number <= base.month:
            year += 1
        return modify(cal.month(year, number), match)
    row = words.seasons()[parts["season"].lower()]
    if base is None:
        return cal.pointer(f"XXXX-{row.code}")
    # The season that has begun last, or will begin next; "this winter" in January began last year.
    running = cal.season(base.year - 1, row)
    year = base.year - 1 if running.last and base <= running.last else base.year
    value = cal.season(year, row)
    if step < 0 and value.last and value.last >= base:
        value = cal.season(year - 1, row)
    if step > 0 and value.first and value.first <= base:
        value = cal.season(year + 1, row)
    return modify(value, match)


def _read_bare_season(match: re.Match[str], context: Context) -> Value:
    """Read "in the summer" as the nearest one that the tense allows, "in summer" as any."""
    row = words.seasons()[match["season"].lower()]
    base = context.standpoint
    if base is None or "the" not in f.plain(match[0]).split():
        return cal.pointer(f"XXXX-{row.code}")
    year = base.year
    if context.narrative:
        return modify(cal.season(year, row), match)
    starts = (base.month, base.day) >= row.first
    if context.read_tense() == "future":
        ended = (base.month, base.day) > row.last and row.last > row.first
        return modify(cal.season(year + ended, row), match)
    return modify(cal.season(year if starts else year - 1, row), match)


def _read_part_of_unit(match: re.Match[str], context: Context) -> Value | None:
    """Read "the end of the year", "later in the month"; bare "the year" is no expression."""
    text = f.plain(match[0])
    if not match["mod"] and not re.match(r"(?:early|late|earlier|later) in ", text):
        return None
    unit = f.plain(match["unit"])
    told = context.narrative or unit in ("decade", "century")
    base = (context.recent if told else None) or (None if context.narrative else context.published)
    if base is None:
        return cal.UNRESOLVED
    return modify(cal.containing(base, unit), match)


def _read_quarter(match: re.Match[str], context: Context) -> Value | None:
    det = f.plain(match["det"])
    year = _counted("this" if det == "the" else det, "year", context)
    word = match["w"].lower()
    count = 2 if match["part"] == "half" else 4
    order = ["first", "second", "third", "fourth"]
    number = order.index(word) + 1 if word in order else count
    if number > count:
        return None
    if year.first is None:
        return cal.pointer(f"XXXX-{'H' if count == 2 else 'Q'}{number}")
    return (cal.half if count == 2 else cal.quarter)(year.first.year, number)
