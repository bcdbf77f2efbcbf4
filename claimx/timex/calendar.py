"""Calendar values: a stretch of days with its TIMEX3 and EDTF forms, and arithmetic on them.

A value never says more than the text: "March 2021" is a month, 2021-03, with its first and last
day.  Weeks run from Monday to Sunday (ISO 8601); seasons are northern (``lexicons/times.toml``).
"""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from claimx.timex.words import Modifier, SeasonRow

Grain = Literal[
    "clock", "day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade",
    "century", "span", "amount", "set", "reference",
]  # fmt: skip

CALENDAR_GRAINS = frozenset(
    ("clock", "day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade")
    + ("century", "span")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What an expression of time means; all None where nothing is known.

    ``year_given`` is False where the year was inferred; ``clock`` is the hour as TIMEX3 writes it
    ("T14:30Z", "TMO"), kept until a day is found for it.
    """

    grain: Grain
    timex: str | None = None
    edtf: str | None = None
    first: date | None = None
    last: date | None = None
    year_given: bool = True
    clock: str | None = None

    @property
    def is_dated(self) -> bool:
        """Say whether the value has a place in the calendar."""
        return self.first is not None and self.last is not None


def day(when: date, clock: str | None = None) -> Value:
    """Return one day, with its hour or part of the day where known."""
    iso = when.isoformat()
    if clock is None:
        return Value(grain="day", timex=iso, edtf=iso, first=when, last=when)
    # EDTF wants seconds (T14:30Z is T14:30:00Z there) and has no parts of the day.
    edtf = f"{iso}{clock[:6]}:00{clock[6:]}" if clock[1].isdigit() else iso
    return Value(
        grain="clock", timex=f"{iso}{clock}", edtf=edtf, first=when, last=when, clock=clock
    )


def week(when: date) -> Value:
    """Return the ISO week that ``when`` lies in."""
    first = monday(when)
    number = when.isocalendar()
    return _stretch("week", f"{number.year:04d}-W{number.week:02d}", first, later(first, 6))


def weekend(when: date) -> Value:
    """Return Saturday and Sunday of the ISO week that ``when`` lies in."""
    first = later(monday(when), 5)
    number = when.isocalendar()
    return _stretch("weekend", f"{number.year:04d}-W{number.week:02d}-WE", first, later(first, 1))


def month(year: int, number: int) -> Value:
    """Return one month."""
    first = date(year, number, 1)
    last = date(year, number, calendar.monthrange(year, number)[1])
    iso = f"{year:04d}-{number:02d}"
    return Value(grain="month", timex=iso, edtf=iso, first=first, last=last)


def quarter(year: int, number: int) -> Value:
    """Return a quarter of a calendar year; EDTF level 1 has no quarters: an interval of months."""
    return _months("quarter", f"{year:04d}-Q{number}", year, 3 * number - 2, 3 * number)


def half(year: int, number: int) -> Value:
    """Return a half of a calendar year."""
    return _months("half", f"{year:04d}-H{number}", year, 6 * number - 5, 6 * number)


def season(year: int, row: SeasonRow) -> Value:
    """Return the season that begins in ``year``; a winter ends in the next."""
    first = date(year, *row.first)
    last = date(year + (row.last < row.first and year < date.max.year), *row.last)
    return Value(
        grain="season",
        timex=f"{year:04d}-{row.code}",
        edtf=f"{year:04d}-{row.edtf}",
        first=first,
        last=last,
    )


def year(number: int) -> Value:
    """Return one year; 0 and below are years before Christ as astronomers count (0 is 1 BC)."""
    if number < 1:
        edtf = f"-{-number:04d}" if number else "0000"
        return Value(grain="year", timex=f"BC{1 - number:04d}", edtf=edtf)
    iso = f"{number:04d}"
    return Value(
        grain="year", timex=iso, edtf=iso, first=date(number, 1, 1), last=date(number, 12, 31)
    )


def decade(number: int) -> Value:
    """Return the decade that begins with the year ``number``: 1990 for the 1990s."""
    return Value(
        grain="decade",
        timex=f"{number // 10:03d}",
        edtf=f"{number // 10:03d}X",
        first=date(number, 1, 1),
        last=date(number + 9, 12, 31),
    )


def century(number: int) -> Value:
    """Return a century as it is usually meant: the 20th runs from 1900 to 1999."""
    hundreds = number - 1
    return Value(
        grain="century",
        timex=f"{hundreds:02d}",
        edtf=f"{hundreds:02d}XX",
        first=date(max(hundreds * 100, 1), 1, 1),
        last=date(hundreds * 100 + 99, 12, 31),
    )


def stretch(first: date, last: date, timex: str | None = None) -> Value:
    """Return the days from ``first`` to ``last``, with ``timex`` or an interval of days."""
    return _stretch("span", timex or f"{first.isoformat()}/{last.isoformat()}", first, last)


def amount(timex: str) -> Value:
    """Return a duration such as P2W, which has no place in the calendar."""
    return Value(grain="amount", timex=timex)


def repeated(timex: str | None) -> Value:
    """Return a set of times such as XXXX-WXX-5, every Friday."""
    return Value(grain="set", timex=timex)


def pointer(timex: str | None) -> Value:
    """Return PAST_REF, PRESENT_REF, FUTURE_REF, an underspecified date, or nothing known."""
    return Value(grain="reference", timex=timex)


UNRESOLVED = pointer(None)


def between(start: Value, end: Value) -> Value:
    """Return the range from the beginning of ``start`` to the end of ``end``.

    Where a year is missing on one side it is taken from the other: "November 20 to December 11",
    "January 23 – March 9 2014", "December 2019 to March".
    """
    if start.is_dated and end.is_dated:
        start, end = _share_year(start, end)
    if start.first is None or end.last is None or start.first > end.last:
        return UNRESOLVED
    left, right = _edge(start, 0), _edge(end, -1)
    return Value(
        grain="span",
        timex=f"{start.timex}/{end.timex}",
        edtf=f"{left}/{right}",
        first=start.first,
        last=end.last,
    )


def modified(value: Value, mod: Modifier) -> Value:
    """Return the part of ``value`` that "early", "mid" or "late" mean, or the value as approximate.

    How much of the stretch that is, is in ``_PARTS``.  TIMEX3 keeps the value (its MOD is an
    attribute of its own); EDTF marks both ends as approximate.
    """
    first, last, edtf = value.first, value.last, value.edtf
    if mod == "APPROX" or first is None or last is None or value.grain in ("day", "clock"):
        simple = edtf is not None and "/" not in edtf and "T" not in edtf
        return replace(value, edtf=f"{edtf}~" if simple and mod == "APPROX" else edtf)
    coarse = value.grain in ("decade", "century")
    low, high = _PARTS[value.grain if value.grain in ("year", "month") or coarse else "span"][mod]
    if coarse:
        start = last.year - (99 if value.grain == "century" else 9)
        years = max(start + low, 1), start + high
        first, last = date(years[0], 1, 1), date(years[1], 12, 31)
        edtf = f"{years[0]:04d}~/{years[1]:04d}~"
    elif value.grain == "year":
        edtf = f"{last.year:04d}-{low:02d}~/{last.year:04d}-{high:02d}~"
        first, last = date(last.year, low, 1), month(last.year, high).last
    else:
        length = (last - first).days
        if value.grain != "month":
            low, high = length * low // 100, length * high // 100
        end = later(first, min(high, length))
        first, last = (
            later(first, low if mod != "END" or value.grain != "month" else length - 7),
            end,
        )
        edtf = f"{first.isoformat()}~/{last.isoformat()}~"
    return replace(value, edtf=edtf, first=first, last=last)


# The part of a stretch: years of a decade or century, months of a year, days of a month (both from
# 0; its end is its last eight days), hundredths of anything else.  "Early" and "late" are halves of
# what is long, as GUM's annotators have it, and thirds of a year.
_PARTS: dict[str, dict[str, tuple[int, int]]] = {
    "century": {
        "START": (0, 24),
        "EARLY": (0, 49),
        "MID": (40, 60),
        "LATE": (50, 99),
        "END": (75, 99),
    },
    "decade": {"START": (0, 2), "EARLY": (0, 4), "MID": (4, 6), "LATE": (5, 9), "END": (7, 9)},
    "year": {"START": (1, 3), "EARLY": (1, 4), "MID": (5, 8), "LATE": (9, 12), "END": (10, 12)},
    "month": {"START": (0, 7), "EARLY": (0, 14), "MID": (9, 19), "LATE": (14, 30), "END": (0, 30)},
    "span": {
        "START": (0, 25),
        "EARLY": (0, 33),
        "MID": (33, 67),
        "LATE": (67, 100),
        "END": (75, 100),
    },
}


def in_year(value: Value, number: int) -> Value:
    """Return a day or month moved to the year ``number``; other values as they are."""
    if value.first is None or value.grain not in ("day", "clock", "month"):
        return value
    if value.grain == "month":
        moved = month(number, value.first.month)
    else:
        try:
            moved = day(value.first.replace(year=number), value.clock)
        except ValueError:  # 29 February in a year without one
            return UNRESOLVED
    return replace(moved, year_given=value.year_given)


def monday(when: date) -> date:
    """Return the Monday of the week of ``when``."""
    return later(when, -when.weekday())


def later(when: date, days: int) -> date:
    """Return ``when`` moved by ``days``, kept within what a date can hold."""
    try:
        return when + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def shift(when: date, count: float, unit: str) -> date:
    """Return ``when`` moved by ``count`` units; the day is kept where the month allows it."""
    if unit in ("day", "night"):
        return later(when, round(count))
    if unit in ("week", "weekend", "fortnight"):
        return later(when, round(count * (14 if unit == "fortnight" else 7)))
    if unit in ("second", "minute", "hour"):
        hours = {"second": count / 3600, "minute": count / 60, "hour": count}[unit]
        return later(when, int(hours / 24))
    sizes = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
    total = when.year * 12 + when.month - 1 + int(count * sizes.get(unit, 12000))
    number, index = divmod(total, 12)
    if not date.min.year <= number <= date.max.year:
        return date.max if count > 0 else date.min
    moved = date(number, index + 1, min(when.day, calendar.monthrange(number, index + 1)[1]))
    # "six and a half months": half a month is fifteen days; half a year is six months.
    return later(moved, round((count - int(count)) * 30)) if unit == "month" else moved


def containing(when: date, unit: str) -> Value:
    """Return the calendar unit that ``when`` lies in."""
    if unit in ("week", "fortnight"):
        return week(when)
    if unit == "weekend":
        return weekend(when)
    if unit == "month":
        return month(when.year, when.month)
    if unit == "quarter":
        return quarter(when.year, (when.month + 2) // 3)
    if unit == "year":
        return year(when.year)
    if unit == "decade":
        return decade(when.year // 10 * 10)
    if unit in ("century", "millennium"):
        return century(when.year // 100 + 1)
    return day(when)


def _stretch(grain: Grain, timex: str, first: date, last: date) -> Value:
    edtf = f"{first.isoformat()}/{last.isoformat()}"
    return Value(grain=grain, timex=timex, edtf=edtf, first=first, last=last)


def _months(grain: Grain, timex: str, number: int, first: int, last: int) -> Value:
    start, end = month(number, first), month(number, last)
    edtf = f"{start.edtf}/{end.edtf}"
    return Value(grain=grain, timex=timex, edtf=edtf, first=start.first, last=end.last)


def _edge(value: Value, side: Literal[0, -1]) -> str:
    """Return one end of a value as EDTF takes it inside an interval, where no season may stand."""
    end = value.first if side == 0 else value.last
    if value.edtf is None or "/" in value.edtf or value.grain in ("season", "clock"):
        return end.isoformat() if end else ""
    if "X" in value.edtf:
        return f"{end.year:04d}" if end else ""
    return value.edtf


def _share_year(start: Value, end: Value) -> tuple[Value, Value]:
    """Return both ends with the years that they give each other; the start comes first."""
    since, until = start.first, end.first
    if since is None or until is None:
        return start, end
    if not start.year_given:
        start = in_year(start, until.year)
        if start.first and start.first > until and until.year > 1:
            start = in_year(start, until.year - 1)
    elif not end.year_given:
        end = in_year(end, since.year)
        if end.first and end.first < since and since.year < date.max.year:
            end = in_year(end, since.year + 1)
    return start, end
