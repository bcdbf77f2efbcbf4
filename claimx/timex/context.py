"""What an expression of time is relative to: publication, tense, and the time last mentioned."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from claimx.records import Tense
from claimx.timex import calendar as cal
from claimx.timex.calendar import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Where a reader stands when it meets an expression.

    ``reference`` is the calendar value last mentioned before, ``distance`` how many sentences ago;
    ``narrative`` says that the text tells history ("He died on 5 June", no yesterday nor Friday),
    so that a date without a year belongs to the year last mentioned, not to that of publication.
    """

    published: date | None = None
    narrative: bool = False
    reference: Value | None = None
    distance: int = 0
    read_tense: Callable[[], Tense | None] = lambda: None

    @property
    def recent(self) -> date | None:
        """Return the first day of what was last mentioned, if that was within two sentences."""
        if self.reference is None or (self.distance > 2 and not self.narrative):
            return None
        return self.reference.first

    def recent_in(self, unit: str) -> date | None:
        """Return the day last mentioned where it is known as exactly as ``unit`` wants it.

        "In January … two days later" has no day to count from.
        """
        if self.recent is None or self.reference is None:
            return None
        grain = self.reference.grain
        coarse = {
            "year": 2,
            "decade": 3,
            "century": 4,
            "month": 1,
            "quarter": 1,
            "season": 1,
            "half": 1,
        }
        fine = {"month": 1, "quarter": 1, "year": 2, "decade": 3, "century": 4, "millennium": 4}
        exact = grain in ("day", "clock") or (grain in ("week", "weekend") and unit == "week")
        return self.recent if exact or 0 < coarse.get(grain, 9) <= fine.get(unit, 0) else None

    @property
    def standpoint(self) -> date | None:
        """Return the day that "the previous year" counts from."""
        return self.recent or (None if self.narrative else self.published)


def pick_weekday(context: Context, number: int) -> Value:
    """Return the day that a bare weekday means: the last one, or the next when told ahead.

    The day of publication counts as both: an evening paper's "on Friday" is that Friday.
    """
    if context.published is None:
        return cal.pointer(f"XXXX-WXX-{number}")
    step = (number - context.published.isoweekday()) % 7
    if step and context.read_tense() not in ("future", "present"):
        step -= 7
    return cal.day(cal.later(context.published, step))


def pick_month(context: Context, number: int) -> Value:
    """Return the month that a bare name means."""
    year = _pick_year(context, number, None)
    if year is None:
        return cal.pointer(f"XXXX-{number:02d}")
    return _inferred(cal.month(year, number))


def pick_day(context: Context, month: int, number: int) -> Value | None:
    """Return the day that a month and day without a year mean, None where no such day is."""
    try:
        date(2000, month, number)
    except ValueError:
        return None
    year = _pick_year(context, month, number)
    if year is None:
        return cal.pointer(f"XXXX-{month:02d}-{number:02d}")
    try:
        return _inferred(cal.day(date(year, month, number)))
    except ValueError:  # 29 February in a year without one
        return cal.pointer(f"XXXX-{month:02d}-{number:02d}")


def _pick_year(context: Context, month: int, day: int | None) -> int | None:
    told = _told_year(context)
    if told is not None:
        return told
    published = context.published
    if published is None:
        return None
    here, there = (published.month, published.day), (month, day or published.day)
    tense = context.read_tense()
    if tense == "past":
        return published.year - (there > here)
    if tense == "future":
        return published.year + (there < here)
    # No tense to go by: the nearest one.
    months = (month - published.month) * 30.4 + (day - published.day if day else 0)
    return published.year - (months > 183) + (months < -183)


def _told_year(context: Context) -> int | None:
    """Return the year that the text is in: "In 2010 … In October …"."""
    told = context.reference
    if told is None or told.first is None:
        return None
    if context.narrative:
        return told.first.year
    near = context.distance == 0 or (context.distance == 1 and told.grain in ("day", "month"))
    past = context.published is None or told.first.year < context.published.year
    single = told.grain in ("day", "month", "year")
    if near and past and single and told.year_given and context.read_tense() != "future":
        return told.first.year
    return None


def _inferred(value: Value) -> Value:
    return Value(
        grain=value.grain,
        timex=value.timex,
        edtf=value.edtf,
        first=value.first,
        last=value.last,
        year_given=False,
    )
