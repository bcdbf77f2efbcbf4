"""What an expression of time is relative to: publication, tense, the time last mentioned."""

from datetime import date

import pytest

from claimx.records import Tense
from claimx.timex import calendar as cal
from claimx.timex.context import Context, pick_day, pick_month, pick_weekday

WEDNESDAY = date(2023, 5, 17)
MONDAY_AND_WEDNESDAY_AND_FRIDAY = (1, 3, 5)


def told(tense: Tense | None) -> Context:
    return Context(published=WEDNESDAY, read_tense=lambda: tense)


@pytest.mark.parametrize(
    ("tense", "weekdays", "months", "day"),
    [
        ("past", ["2023-05-15", "2023-05-17", "2023-05-12"], ["2023-03", "2022-11"], "2022-06-01"),
        (
            "future",
            ["2023-05-22", "2023-05-17", "2023-05-19"],
            ["2024-03", "2023-11"],
            "2023-06-01",
        ),
        (
            "present",
            ["2023-05-22", "2023-05-17", "2023-05-19"],
            ["2023-03", "2023-11"],
            "2023-06-01",
        ),
        (None, ["2023-05-15", "2023-05-17", "2023-05-12"], ["2023-03", "2023-11"], "2023-06-01"),
    ],
)
def test_what_is_nearest_in_the_tense(
    tense: Tense | None, weekdays: list[str], months: list[str], day: str
) -> None:
    context = told(tense)
    found = [pick_weekday(context, n).timex for n in MONDAY_AND_WEDNESDAY_AND_FRIDAY]
    assert found == weekdays
    assert [pick_month(context, number).timex for number in (3, 11)] == months
    first = pick_day(context, 6, 1)
    assert first is not None and (first.timex, first.year_given) == (day, False)


def test_without_a_day_of_publication_the_year_stays_open() -> None:
    assert pick_weekday(Context(), 1).timex == "XXXX-WXX-1"
    assert pick_month(Context(), 3).timex == "XXXX-03"
    first = pick_day(Context(), 6, 1)
    assert first is not None and first.timex == "XXXX-06-01"
    assert pick_day(Context(), 2, 30) is None


def test_a_text_that_tells_history_stays_in_its_year() -> None:
    history = Context(published=WEDNESDAY, narrative=True, reference=cal.year(1910))
    assert pick_month(history, 3).timex == "1910-03"
    assert history.standpoint == date(1910, 1, 1)
    near = Context(published=WEDNESDAY, reference=cal.day(date(2010, 4, 2)))
    assert pick_month(near, 10).timex == "2010-10"


@pytest.mark.parametrize(
    ("reference", "distance", "unit", "expected"),
    [
        pytest.param(cal.day(date(2010, 4, 2)), 0, "day", "2010-04-02", id="a day, for days"),
        pytest.param(cal.month(2010, 4), 0, "day", None, id="a month is no day to count from"),
        pytest.param(cal.month(2010, 4), 0, "month", "2010-04-01", id="a month, for months"),
        pytest.param(cal.day(date(2010, 4, 2)), 3, "day", None, id="too long ago"),
    ],
)
def test_recent_in(reference: cal.Value, distance: int, unit: str, expected: str | None) -> None:
    context = Context(published=WEDNESDAY, reference=reference, distance=distance)
    found = context.recent_in(unit)
    assert (found and found.isoformat()) == expected
