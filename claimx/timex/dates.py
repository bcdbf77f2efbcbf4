"""Rules for days and months of the calendar: "21 July 2017", "early March", "Christmas 2021"."""

import re
from datetime import date

from claimx.timex import calendar as cal
from claimx.timex import fragments as f
from claimx.timex import words
from claimx.timex.calendar import Value
from claimx.timex.context import Context, pick_day, pick_month
from claimx.timex.grammar import TO, Rule, modifier, modify, rule


def make_rules() -> list[Rule]:
    """Return the rules of this module; of two matches at one place the longer one counts."""
    month, long_month, weekday, year, day = f.month(), f.long_month(), f.weekday(), f.YEAR, f.DAY
    mod, to = modifier(), TO
    others = "this|last|next|that|the same|the following|the previous"
    other_year = rf"(?:,? (?:of )?(?P<other>(?i:{others})) year)?"
    part = words.any_of(words.dayparts())
    on_weekday = (
        rf"(?:(?:(?i:this|last|next|early|late) )?(?P<w>{weekday})(?: (?P<part>(?i:{part})))?,? )?"
    )
    figure = f.keys(f.FIGURE)
    modifiers, months = f.keys(*words.modifiers()), f.keys(*words.months())
    weekdays = f.keys("this", "last", "next", "early", "late", *words.weekdays())
    return [
        # "Friday, July 21, 2017", "July 21st", "Jan. 5 this year"
        rule(
            weekdays | months,
            rf"{on_weekday}(?P<m>{month}) (?:the )?(?P<d>{day})"
            rf"(?:(?:,? (?:of )?|, ?)(?P<y>{year})|{other_year})",
            _read_date,
        ),
        # "21 July 2017", "the 21st of July", "the 1st day of May"
        rule(
            weekdays | f.with_the(figure),
            rf"{on_weekday}(?:the )?(?P<d>{day}) (?:day )?(?:of )?(?P<m>{month})"
            rf"(?:(?:,? |, ?)(?P<y>{year})|{other_year})",
            _read_date,
        ),
        rule(figure, rf"(?P<d>[0-3]?\d)-(?P<m>{month})-(?P<y>{year})", _read_date),
        # "March 3-5, 2021", "March 3 to 5", "between March 3 and 5", "3–5 March 2021"
        rule(
            months,
            rf"(?P<m>{month}) (?P<d>{day}){to}(?P<e>{day})"
            rf"(?:,? (?P<y>{year}))?(?!\s+{month})",
            _read_days,
        ),
        rule(
            figure,
            rf"(?P<d>{day}){to}(?P<e>{day}) (?:of )?(?P<m>{month})"
            rf"(?:,? (?P<y>{year}))?",
            _read_days,
        ),
        rule(figure, r"(?P<y>[12]\d{3})-(?P<n>[01]\d)-(?P<d>[0-3]\d)(?=\b|T)", _read_figures),
        rule(figure, r"(?P<d>[0-3]?\d)\.(?P<n>[01]?\d)\.(?P<y>[12]\d{3})", _read_figures),
        rule(figure, r"(?P<a>[0-3]?\d)([/-])(?P<b>[0-3]?\d)\2(?P<y>[12]\d{3})", _read_slashes),
        # "March 2021", "early March, 2021", "March of this year"
        rule(modifiers | months, rf"{mod}(?P<m>{month}),? (?:of |in )?(?P<y>{year})", _read_month),
        rule(modifiers | months, rf"{mod}(?P<m>{long_month}){other_year}", _read_month, "month"),
        # "between May and June in 1981" takes its year from the end
        rule(
            months,
            rf"(?P<m>{long_month}){to}(?P<e>{long_month})"
            rf",? (?:of |in )?(?P<y>{year})",
            _read_months,
        ),
        # "30 September 420", "in 348": the year of an old story
        rule(figure, rf"(?P<d>{day}) (?P<m>{month}),? (?P<y>[1-9]\d\d)(?=[).,;:]|$)", _read_date),
        rule(months, rf"(?P<m>{month}) (?:of )?(?P<y>[1-9]\d\d)(?=[).,;:]|$)", _read_month),
        rule(
            f.keys(*words.holidays()),
            rf"(?P<h>{words.any_of(words.holiday_names())})(?:,? (?P<y>{year})|{other_year})",
            _read_holiday,
            "holiday",
        ),
    ]


def _year_of(match: re.Match[str], context: Context) -> int | None:
    """Return the year that a date names, in figures or as "last year"; None where it names none."""
    parts = match.groupdict()
    if parts.get("y"):
        return int(parts["y"])
    other = parts.get("other")
    if not other:
        return None
    step = {"last": -1, "next": 1, "the following": 1, "the previous": -1}
    word = f.plain(other)
    deictic = word in ("this", "last", "next")
    base = context.published if deictic else context.standpoint
    return base.year + step.get(word, 0) if base else None


def _read_date(match: re.Match[str], context: Context) -> Value | None:
    parts = match.groupdict()
    number, day = f.read_month(match["m"]), f.read_day(match["d"])
    clock = words.dayparts()[parts["part"].lower()] if parts.get("part") else None
    year = _year_of(match, context)
    if year is None and parts.get("w"):
        year = _year_by_weekday(context, number, day, f.read_weekday(parts["w"]))
    if year is None:
        value = pick_day(context, number, day)
        return cal.day(value.first, clock) if clock and value and value.first else value
    try:
        return cal.day(date(year, number, day), clock)
    except ValueError:
        return None


def _year_by_weekday(context: Context, month: int, day: int, weekday: int) -> int | None:
    """Return the year around publication in which the day falls on its weekday."""
    if context.published is None:
        return None
    here = context.published.year
    for year in (here, here - 1, here + 1):
        try:
            if date(year, month, day).isoweekday() == weekday:
                return year
        except ValueError:
            continue
    return None


def _read_days(match: re.Match[str], context: Context) -> Value | None:
    number = f.read_month(match["m"])
    first, last = f.read_day(match["d"]), f.read_day(match["e"])
    if match["y"]:
        try:
            start, end = date(int(match["y"]), number, first), date(int(match["y"]), number, last)
        except ValueError:
            return None
        return cal.between(cal.day(start), cal.day(end))
    left, right = pick_day(context, number, first), pick_day(context, number, last)
    return None if left is None or right is None else cal.between(left, right)


def _read_figures(match: re.Match[str], context: Context) -> Value | None:
    try:
        return cal.day(date(int(match["y"]), int(match["n"]), int(match["d"])))
    except ValueError:
        return None


def _read_slashes(match: re.Match[str], context: Context) -> Value | None:
    """Read 21/07/2017 and 07/21/2017; 05/07/2017 may be either, so that it stays unresolved."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    readings = {(month, day) for month, day in ((a, b), (b, a)) if 1 <= month <= 12}
    days = []
    for month, day in readings:
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    if not days:
        return None
    return cal.day(days[0]) if len(days) == 1 else cal.UNRESOLVED


def _read_month(match: re.Match[str], context: Context) -> Value | None:
    number = f.read_month(match["m"])
    year = _year_of(match, context)
    value = pick_month(context, number) if year is None else cal.month(year, number)
    return modify(value, match)


def _read_months(match: re.Match[str], context: Context) -> Value:
    year, first, last = int(match["y"]), f.read_month(match["m"]), f.read_month(match["e"])
    return cal.between(cal.month(year - (first > last), first), cal.month(year, last))


def _read_holiday(match: re.Match[str], context: Context) -> Value | None:
    day = words.holidays()[f.plain(match["h"])]
    if day is None:
        return cal.UNRESOLVED
    year = _year_of(match, context)
    return pick_day(context, *day) if year is None else cal.day(date(year, *day))
