"""Rules for durations, repeated times and hours of the day, and for adverbs that only point."""

import re

from claimx.timex import calendar as cal
from claimx.timex import fragments as f
from claimx.timex import words
from claimx.timex.calendar import Value
from claimx.timex.context import Context
from claimx.timex.grammar import Rule, rule
from claimx.timex.steps import duration

_ADVERBS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W",
    "monthly": "P1M", "quarterly": "P1Q", "annually": "P1Y", "yearly": "P1Y",
}  # fmt: skip


def make_rules() -> list[Rule]:
    """Return the rules of this module."""
    number = f.number()
    unit = rf"(?P<unit>(?i:{f.UNIT}|(?:hrs?|mins?|secs?|yrs?)\b\.?))"
    not_age = r"(?!\s*-?\s*old\b)(?!\s+of\s+age\b)(?!\s+(?:ago|earlier|later)\b)"
    weekday = words.any_of(words.long_weekdays())
    parts = words.any_of([*words.seasons(), *words.dayparts()])
    named = rf"(?:{weekday}|{f.long_month()}|(?i:{parts}))"
    zone = rf"(?: (?P<zone>(?i:{words.any_of(words.zones())})))?"
    about = (
        r"(?:(?i:about|around|approximately|shortly after|shortly before|just after|just before) )?"
    )
    half_day = r"(?P<half>(?i:am|pm|a\.m\.?|p\.m\.?))"
    figure = f.keys(f.FIGURE)
    near = f.keys("about", "around", "approximately", "shortly", "just")
    every = f.keys("every", "each")
    return [
        rule(f.amount_keys(), rf"{f.APPROX}(?P<n>{number})(?: |-){unit}{not_age}", _read_amount),
        rule(
            f.amount_keys(), rf"(?P<vague>(?i:{f.VAGUE})) {unit}{not_age}", _read_amount, "plural"
        ),
        rule(
            f.keys("all", "the whole", "the entire"),
            rf"(?P<all>(?i:all|the whole|the entire)) {unit}(?: long)?",
            _read_amount,
        ),
        rule(f.unit_keys(), rf"(?P<bare>){unit}(?! ago)", _read_bare, "plural"),
        rule(
            f.number_keys() | f.keys("once", "twice", "thrice", "several", "many"),
            rf"(?P<times>(?i:once|twice|thrice|{number} times|several times|many times)) "
            rf"(?i:a|an|per|each|every) {unit}",
            _read_set,
        ),
        rule(
            every,
            rf"(?i:every|each)(?: (?P<step>(?i:other|single|second|few)|{number}))? "
            rf"(?:(?P<name>{named})|{unit})",
            _read_set,
        ),
        rule(f.keys(*words.weekdays()), rf"(?P<names>{weekday})s", _read_set),
        rule(f.keys("weekdays", "weekends"), r"(?i:weekdays|weekends)", _read_plain_set),
        rule(
            f.keys(*_ADVERBS),
            rf"(?P<adverb>(?i:{words.any_of(_ADVERBS)}))",
            _read_set_adverb,
            "adverb",
        ),
        rule(
            near | figure,
            rf"{about}(?P<h>1[0-2]|0?[1-9])(?:[:.](?P<min>[0-5]\d))? ?{half_day}{zone}".replace(
                "? ?(?P<half>", r"?\s?(?P<half>"
            ),
            _read_clock,
        ),
        rule(
            near | figure,
            rf"{about}(?P<h>2[0-3]|[01]?\d):(?P<min>[0-5]\d)(?::[0-5]\d)?(?: (?:hours|hrs))?{zone}",
            _read_clock,
        ),
        rule(
            near | figure,
            rf"{about}(?P<h>2[0-3]|[01]\d)\.?(?P<min>[0-5]\d) (?:(?:hours|hrs) )?"
            r"(?P<zone>GMT|UTC|CET|BST)",
            _read_clock,
        ),
        rule(near | f.number_keys(), rf"{about}(?P<o>{number}) o[’']clock", _read_clock),
        rule(
            near | f.keys("noon", "midnight", "midday"),
            rf"{about}(?P<word>(?i:noon|midnight|midday)){zone}",
            _read_clock,
        ),
        rule(
            f.keys(*words.references()),
            rf"(?P<ref>(?i:{words.any_of(words.references())}))"
            rf"(?!\s+(?:than|as|{number}|{f.VAGUE}|{f.UNIT})\b)",
            _read_reference,
            "adverb",
        ),
    ]


def _read_amount(match: re.Match[str], context: Context) -> Value | None:
    """Read "three weeks", "a 21-year reign"; "will meet in three weeks" gives a date.

    A bare "a second" is no duration: "a second time".
    """
    parts, unit = match.groupdict(), f.read_unit(match["unit"])
    count = f.read_number(parts["n"]) if parts.get("n") else None
    if parts.get("n") and count is None:
        return None
    single = bool(parts.get("n")) and parts["n"].lower() in (
        "a",
        "an",
        "one",
        "1",
        "half a",
        "half an",
    )
    written = match["unit"].lower().rstrip(".")
    plural = unit != written or written in f.SHORT_UNITS
    if unit in ("second", "quarter", "minute", "night", "weekend") and single:
        return None if unit in ("second", "quarter") else cal.amount(duration(count, unit))
    joined = "-" in match[0][len(parts.get("n") or "") :]
    if parts.get("n") and not single and not plural and not joined and unit != "night":
        return None
    before = f.text_before(match).lower().split()[-10:]
    record = any(re.fullmatch(r"first|worst|best|most|only|\w{3,}est", word) for word in before)
    ahead = before[-1:] == ["in"] and not record  # "the driest spring in 20 years" looks back
    if ahead and context.published and count and context.read_tense() == "future":
        if count <= 9000 and not joined:
            return cal.containing(cal.shift(context.published, count, unit), unit)
    return cal.amount(duration(1 if parts.get("all") else count, unit))


def _read_bare(match: re.Match[str], context: Context) -> Value | None:
    """Read "for years", "after weeks of talks": a plural unit behind a preposition of duration."""
    unit = f.read_unit(match["unit"])
    before = f.text_before(match).lower().split()[-1:]
    if unit == match["unit"].lower() or before not in (["for"], ["after"], ["within"], ["over"]):
        return None
    return cal.amount(duration(None, unit))


def _read_set(match: re.Match[str], context: Context) -> Value | None:
    parts = match.groupdict()
    name = parts.get("name") or parts.get("names")
    if name:
        plain = name.lower()
        if plain in words.weekdays():
            return cal.repeated(f"XXXX-WXX-{words.weekdays()[plain]}")
        if plain in words.months():
            return cal.repeated(f"XXXX-{words.months()[plain]:02d}")
        if plain in words.seasons():
            return cal.repeated(f"XXXX-{words.seasons()[plain].code}")
        return cal.repeated(f"XXXX-XX-XX{words.dayparts()[plain]}")
    unit, step = f.read_unit(match["unit"]), (parts.get("step") or "").lower()
    if step in ("other", "second"):
        return cal.repeated(duration(2, unit))
    if step == "few":
        return cal.repeated(duration(None, unit))
    count = f.read_number(step) if step and step != "single" else 1
    return cal.repeated(duration(count, unit))


def _read_plain_set(match: re.Match[str], context: Context) -> Value:
    return cal.repeated("XXXX-WXX-WE" if match[0].lower() == "weekends" else "XXXX-WXX-XD")


def _read_set_adverb(match: re.Match[str], context: Context) -> Value:
    return cal.repeated(_ADVERBS[match["adverb"].lower()])


def _read_clock(match: re.Match[str], context: Context) -> Value | None:
    """Read an hour; which day it belongs to is found when it meets one."""
    parts = match.groupdict()
    if parts.get("word"):
        clock = "T24:00" if parts["word"].lower() == "midnight" else "T12:00"
    elif parts.get("o"):
        count = f.read_number(parts["o"])
        if count is None or not 1 <= count <= 24 or count % 1:
            return None
        clock = "TXX:XX" if count <= 12 else f"T{int(count):02d}:00"
    else:
        hour = int(parts["h"])
        if parts.get("half"):
            hour = hour % 12 + (12 if parts["half"].lower().startswith("p") else 0)
        clock = f"T{hour:02d}:{parts.get('min') or '00'}"
    offset = words.zones().get((parts.get("zone") or "").lower())
    if offset and clock[1].isdigit():
        clock += offset
    told = context.reference
    if told and told.first and told.first == told.last and context.distance == 0:
        return cal.day(told.first, clock)
    return Value(grain="clock", timex=clock, clock=clock)


def _read_reference(match: re.Match[str], context: Context) -> Value:
    return cal.pointer(words.references()[f.plain(match["ref"])])
