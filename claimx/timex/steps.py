"""Rules for expressions that count steps: two weeks later, the past 30 days, the year before."""

import re
from datetime import date

from claimx.timex import calendar as cal
from claimx.timex import fragments as f
from claimx.timex import words
from claimx.timex.calendar import Value
from claimx.timex.context import Context
from claimx.timex.grammar import Rule, rule

_PARTS = {"second": "S", "minute": "M", "hour": "H"}
_WHOLES = {
    "day": "D", "night": "D", "week": "W", "weekend": "WE", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML",
}  # fmt: skip


def make_rules() -> list[Rule]:
    """Return the rules of this module."""
    unit = f.UNIT
    some = rf"(?:{f.APPROX}(?:(?P<n>{f.number()})|(?P<vague>(?i:{f.VAGUE}))))"
    ways = "ago|earlier|later|before|after|afterwards|from now|back|hence|on|prior|previously"
    back = rf"(?P<way>(?i:{ways}))"
    one_unit = rf"(?P<unit>(?i:{unit}))"
    runs = (
        "the past|the last|the next|the previous|the coming|the following|these past|these last"
        "|past|last|next"
    )
    return [
        rule(f.amount_keys(), rf"{some}[\s-]{one_unit} {back}", _read_steps),
        rule(f.amount_keys(), rf"{some} {one_unit}[’']?s?[’']? (?P<way>(?i:time))", _read_steps),
        rule(
            f.keys(*runs.split("|")),
            rf"(?P<det>(?i:{runs})) (?:{some} )?(?P<unit>(?i:{unit}))(?: or so)?",
            _read_run,
        ),
        rule(
            f.with_the(f.keys("recent", "coming", "past")),
            rf"(?:the )?(?P<det>(?i:recent|coming|past)) (?P<unit>(?i:{unit}))",
            _read_vague_run,
        ),
        rule(
            f.after_the(f.unit_keys()),
            rf"the (?P<unit>(?i:{unit})) (?P<det>(?i:ahead))",
            _read_vague_run,
        ),
        rule(
            f.keys("a")
            | f.after_the(f.keys(*"day night morning evening week month year decade".split())),
            r"(?P<det>(?i:the|a)) (?P<unit>(?i:day|night|morning|evening|week|month|year|decade)) "
            r"(?P<way>(?i:before|after))",
            _read_next_to,
        ),
    ]


def _read_steps(match: re.Match[str], context: Context) -> Value | None:
    """Read "two weeks ago" from publication and "two weeks later" from the time talked of.

    The answer is as exact as the unit: "two weeks ago" is a week, "a decade ago" is a year.
    """
    way, unit = f.plain(match["way"]), f.read_unit(match["unit"])
    if way == "on" and not re.match(r"\s*[,.;]|$", f.text_after(match)):
        return None
    deictic = way in ("ago", "from now", "back", "hence", "time")
    if way in ("before", "after", "prior") and _has_complement(match):
        return None
    if way == "time" and not re.search(r"[’']", match[0]):
        return None
    if way == "back" and re.match(r"\s+(?:in|to|from|at|on|home)\b", f.text_after(match)):
        return None
    sign = 1 if way in ("later", "after", "afterwards", "from now", "hence", "on", "time") else -1
    base = context.published if deictic else context.recent_in(unit)
    if way in ("earlier", "previously") and base is None:
        base = context.standpoint
    if base is None:
        return cal.UNRESOLVED
    if match["vague"]:
        vague = _vague(base, sign)
        return vague if deictic else cal.UNRESOLVED
    count = f.read_number(match["n"])
    if count is None or count * (1000 if unit == "millennium" else 1) > 9000:
        return cal.UNRESOLVED
    moved = cal.shift(base, sign * count, unit)
    if moved in (date.min, date.max):
        return cal.UNRESOLVED
    if unit in ("second", "minute", "hour"):
        return cal.day(moved)
    unit = (
        "year"
        if unit in ("decade", "century", "millennium", "quarter") and unit != "quarter"
        else unit
    )
    return cal.containing(moved, unit)


def _has_complement(match: re.Match[str]) -> bool:
    """Say whether "before" or "after" goes on: "two years before the war"."""
    rest = f.text_after(match)
    return not re.match(
        r"\s*(?:[.,;:!?)\]—–”\"]|$|(?:and|but|or|when|by|in|at|with|as|from)\b)", rest
    )


def _vague(base: date, sign: int) -> Value:
    iso = base.isoformat()
    if sign < 0:
        return Value(grain="reference", timex="PAST_REF", edtf=f"../{iso}", last=base)
    return Value(grain="reference", timex="FUTURE_REF", edtf=f"{iso}/..", first=base)


def _read_run(match: re.Match[str], context: Context) -> Value | None:
    """Read "the past 30 days", "the next five years", which touch where the text stands."""
    det, unit = f.plain(match["det"]), f.read_unit(match["unit"])
    plural = unit != match["unit"].lower().rstrip(".")
    if not (match["n"] or match["vague"] or plural) or unit in ("night", "weekend"):
        return None
    forward = det in ("the next", "the coming", "the following", "next")
    anaphoric = det in ("the previous", "the following") or (
        det == "the next" and context.narrative
    )
    base = context.recent if anaphoric else context.published
    count = f.read_number(match["n"]) if match["n"] else None
    timex = duration(count, unit)
    if base is None or (count is not None and count > 9000):
        return cal.amount(timex)
    if count is None:
        value = _vague(base, 1 if forward else -1)
        return Value(
            grain="reference", timex=timex, edtf=value.edtf, first=value.first, last=value.last
        )
    if anaphoric and context.reference and context.reference.grain == "year" and unit == "year":
        first, last = sorted((base.year, base.year + int(count if forward else -count)))
        if first >= 1 and last <= date.max.year:
            return cal.between(cal.year(first), cal.year(last))
    moved = cal.shift(base, count if forward else -count, unit)
    return cal.stretch(min(base, moved), max(base, moved), timex)


def _read_vague_run(match: re.Match[str], context: Context) -> Value | None:
    """Read "recent weeks", "the coming months", "the months ahead"."""
    unit, det = f.read_unit(match["unit"]), match["det"].lower()
    if unit == match["unit"].lower():
        return None
    timex = duration(None, unit)
    if context.published is None:
        return cal.amount(timex)
    value = _vague(context.published, 1 if det in ("coming", "ahead") else -1)
    return Value(
        grain="reference", timex=timex, edtf=value.edtf, first=value.first, last=value.last
    )


def _read_next_to(match: re.Match[str], context: Context) -> Value | None:
    """Read "the day before", "the year after"; "the night before he died" waits for its event."""
    unit, det = f.plain(match["unit"]), f.plain(match["det"])
    if _has_complement(match):
        return cal.UNRESOLVED if det == "the" and unit in ("day", "night", "morning") else None
    clock = words.dayparts().get(unit)
    base = context.recent_in("day" if words.dayparts().get(unit) else unit)
    if base is None and unit in ("week", "month", "year", "decade"):
        base = context.standpoint
    if base is None or det == "a":
        return cal.UNRESOLVED if det == "the" else None
    step = -1 if match["way"].lower() == "before" else 1
    if clock:
        return cal.day(cal.later(base, step), clock)
    return cal.containing(cal.shift(base, step, unit), unit)


def duration(count: float | None, unit: str) -> str:
    """Return a TIMEX3 duration: P2W, PT48H, P1DE; PXD where the number is not told."""
    if unit == "fortnight":
        count, unit = (None if count is None else count * 2), "week"
    if unit in ("decade", "century") and count is not None and count % 1:
        count, unit = count * (10 if unit == "decade" else 100), "year"
    size = "X" if count is None else f"{count:.10g}"
    if unit in _PARTS:
        return f"PT{size}{_PARTS[unit]}"
    return f"P{size}{_WHOLES[unit]}"
