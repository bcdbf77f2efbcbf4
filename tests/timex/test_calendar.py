"""Calendar values with their TIMEX3 and EDTF forms, and arithmetic on them."""

from datetime import date

import pytest

from claimx.timex import calendar as cal
from claimx.timex.calendar import UNRESOLVED, Value
from claimx.timex.words import Modifier, seasons

DAY = date(2025, 3, 14)
Forms = tuple[str | None, str | None, str | None, str | None]


def forms(value: Value) -> Forms:
    first, last = (one and one.isoformat() for one in (value.first, value.last))
    return value.timex, value.edtf, first, last


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (cal.day(DAY), ("2025-03-14", "2025-03-14", "2025-03-14", "2025-03-14")),
        (
            cal.day(DAY, "T14:30Z"),
            ("2025-03-14T14:30Z", "2025-03-14T14:30:00Z", "2025-03-14", "2025-03-14"),
        ),
        (cal.day(DAY, "TEV"), ("2025-03-14TEV", "2025-03-14", "2025-03-14", "2025-03-14")),
        (cal.week(DAY), ("2025-W11", "2025-03-10/2025-03-16", "2025-03-10", "2025-03-16")),
        (cal.weekend(DAY), ("2025-W11-WE", "2025-03-15/2025-03-16", "2025-03-15", "2025-03-16")),
        (cal.month(2024, 2), ("2024-02", "2024-02", "2024-02-01", "2024-02-29")),
        (cal.quarter(2025, 2), ("2025-Q2", "2025-04/2025-06", "2025-04-01", "2025-06-30")),
        (cal.half(2025, 2), ("2025-H2", "2025-07/2025-12", "2025-07-01", "2025-12-31")),
        (
            cal.season(2024, seasons()["winter"]),
            ("2024-WI", "2024-24", "2024-12-01", "2025-03-19"),
        ),
        (cal.year(2025), ("2025", "2025", "2025-01-01", "2025-12-31")),
        (cal.year(-43), ("BC0044", "-0043", None, None)),
        (cal.decade(1990), ("199", "199X", "1990-01-01", "1999-12-31")),
        (cal.century(20), ("19", "19XX", "1900-01-01", "1999-12-31")),
        (
            cal.stretch(date(2025, 1, 2), date(2025, 1, 5)),
            ("2025-01-02/2025-01-05", "2025-01-02/2025-01-05", "2025-01-02", "2025-01-05"),
        ),
        (cal.amount("P2W"), ("P2W", None, None, None)),
        (cal.repeated("XXXX-WXX-5"), ("XXXX-WXX-5", None, None, None)),
        (UNRESOLVED, (None, None, None, None)),
    ],
)
def test_values(value: Value, expected: Forms) -> None:
    assert forms(value) == expected
    assert value.is_dated is (expected[2] is not None)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(
            cal.year(2004),
            cal.year(2009),
            ("2004/2009", "2004/2009", "2004-01-01", "2009-12-31"),
            id="years",
        ),
        pytest.param(cal.year(2009), cal.year(2004), (None, None, None, None), id="backwards"),
        pytest.param(
            Value(
                grain="day",
                timex="2025-11-20",
                edtf="2025-11-20",
                first=date(2025, 11, 20),
                last=date(2025, 11, 20),
                year_given=False,
            ),
            cal.day(date(2024, 1, 11)),
            ("2023-11-20/2024-01-11", "2023-11-20/2024-01-11", "2023-11-20", "2024-01-11"),
            id="the year is taken from the other end",
        ),
    ],
)
def test_between(start: Value, end: Value, expected: Forms) -> None:
    assert forms(cal.between(start, end)) == expected


@pytest.mark.parametrize(
    ("value", "mod", "expected"),
    [
        (cal.year(2024), "EARLY", ("2024", "2024-01~/2024-04~", "2024-01-01", "2024-04-30")),
        (
            cal.month(2024, 2),
            "LATE",
            ("2024-02", "2024-02-15~/2024-02-29~", "2024-02-15", "2024-02-29"),
        ),
        (
            cal.month(2024, 2),
            "END",
            ("2024-02", "2024-02-22~/2024-02-29~", "2024-02-22", "2024-02-29"),
        ),
        (cal.decade(1990), "MID", ("199", "1994~/1996~", "1994-01-01", "1996-12-31")),
        (cal.year(2019), "APPROX", ("2019", "2019~", "2019-01-01", "2019-12-31")),
        (cal.day(DAY), "EARLY", ("2025-03-14", "2025-03-14", "2025-03-14", "2025-03-14")),
    ],
)
def test_modified(value: Value, mod: Modifier, expected: Forms) -> None:
    assert forms(cal.modified(value, mod)) == expected


@pytest.mark.parametrize(
    ("when", "count", "unit", "expected"),
    [
        pytest.param(date(2024, 1, 31), 1, "month", "2024-02-29", id="the last day of a month"),
        pytest.param(date(2024, 2, 29), -1, "year", "2023-02-28", id="29 February"),
        (DAY, 2, "week", "2025-03-28"),
        (DAY, 36, "hour", "2025-03-15"),
        (DAY, 0.5, "month", "2025-03-29"),
        (DAY, 1, "fortnight", "2025-03-28"),
        (DAY, -1, "quarter", "2024-12-14"),
        pytest.param(DAY, 9999, "year", "9999-12-31", id="the end of the calendar"),
        pytest.param(DAY, -9999, "year", "0001-01-01", id="its beginning"),
    ],
)
def test_shift(when: date, count: float, unit: str, expected: str) -> None:
    assert cal.shift(when, count, unit).isoformat() == expected


@pytest.mark.parametrize(
    ("unit", "timex"),
    [
        ("day", "2025-03-14"),
        ("week", "2025-W11"),
        ("weekend", "2025-W11-WE"),
        ("month", "2025-03"),
        ("quarter", "2025-Q1"),
        ("year", "2025"),
        ("decade", "202"),
        ("century", "20"),
    ],
)
def test_containing(unit: str, timex: str) -> None:
    assert cal.containing(DAY, unit).timex == timex


def test_in_year() -> None:
    assert cal.in_year(cal.day(date(2024, 2, 29)), 2025) == UNRESOLVED
    assert cal.in_year(cal.month(2024, 2), 2025) == cal.month(2025, 2)
    assert cal.in_year(cal.year(2024), 2025) == cal.year(2024)
