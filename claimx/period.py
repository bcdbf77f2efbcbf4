"""Periods of the calendar that the user asks for, and which times lie in them."""

import calendar
from dataclasses import dataclass
from datetime import date

from claimx.errors import UsageError
from claimx.records import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days from ``since`` to ``until``, both included; None leaves a side open."""

    since: date | None = None
    until: date | None = None

    def meets(self, when: When) -> bool:
        """Say whether a time lies, at least in part, in the period.

        A time without a date lies in none, unless the period is open on both sides; "since 2005"
        has no end of its own.
        """
        if self.since is None and self.until is None:
            return True
        if when.earliest is None and when.latest is None:
            return False
        if self.since and when.latest is not None and when.latest < self.since.isoformat():
            return False
        return not (
            self.until and when.earliest is not None and when.earliest > self.until.isoformat()
        )


def read_period(since: str | None, until: str | None) -> Period:
    """Return the period from the first day of ``since`` to the last day of ``until``.

    Each is a year, a month or a day: "2025", "2025-06", "2025-06-01".

    Raises:
        UsageError: one is none of these, or the end lies before the beginning.
    """
    first = _read_days("--since", since)
    last = _read_days("--until", until)
    period = Period(since=first and first[0], until=last and last[1])
    if period.since and period.until and period.until < period.since:
        raise UsageError(f"--until {until}: before --since {since}")
    return period


def _read_days(option: str, text: str | None) -> tuple[date, date] | None:
    """Return the first and the last day of a year, a month or a day."""
    if text is None:
        return None
    parts = text.split("-")
    try:
        if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]) or not text.isascii():
            raise ValueError
        year, month, day = [int(part) for part in parts] + [1] * (3 - len(parts))
        first = date(year, month, day)
        if len(parts) == 3:
            return first, first
        if len(parts) == 1:
            return first, date(year, 12, 31)
        return first, date(year, month, calendar.monthrange(year, month)[1])
    except ValueError as error:
        raise UsageError(
            f"{option} {text!r}: write a day, a month or a year: 2025-06-01"
        ) from error
