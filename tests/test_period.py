"""Choosing claims by the time they are about."""

from dataclasses import replace
from datetime import date

import pytest

from claimx.errors import UsageError
from claimx.period import Period, read_period
from claimx.records import When
from claimx.selection import Selection, select
from tests.documents import truce


def when(earliest: str | None, latest: str | None) -> When:
    return When(exact="then", start=0, end=4, earliest=earliest, latest=latest)


@pytest.mark.parametrize(
    ("since", "until", "period"),
    [
        ("2025", "2025", Period(since=date(2025, 1, 1), until=date(2025, 12, 31))),
        ("2025-06", "2025-06", Period(since=date(2025, 6, 1), until=date(2025, 6, 30))),
        ("2024-02-29", "2024-02", Period(since=date(2024, 2, 29), until=date(2024, 2, 29))),
        (None, "9999", Period(until=date(9999, 12, 31))),
        (None, None, Period()),
    ],
)
def test_read_period(since: str | None, until: str | None, period: Period) -> None:
    assert read_period(since, until) == period


@pytest.mark.parametrize(
    "text", ["", "june", "2025-6", "2025-13", "2025-02-30", "25", "2025-06-01-01", "٢٠٢٥"]
)
def test_other_words_are_no_period(text: str) -> None:
    with pytest.raises(UsageError, match=r"--since .*: write a day"):
        read_period(text, None)


def test_a_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(UsageError, match="--until 2024: before --since 2025"):
        read_period("2025", "2024")


JUNE = read_period("2025-06", "2025-06")


@pytest.mark.parametrize(
    ("time", "inside"),
    [
        pytest.param(when("2025-06-01", "2025-06-01"), True, id="first-day"),
        pytest.param(when("2025-05-31", "2025-05-31"), False, id="day-before"),
        pytest.param(when("2025-07-01", "2025-07-01"), False, id="day-after"),
        pytest.param(when("2025-01-01", "2025-12-31"), True, id="year-around-it"),
        pytest.param(when("2005-01-01", None), True, id="since"),
        pytest.param(when("2025-07-01", None), False, id="since-later"),
        pytest.param(when(None, "2025-05-31"), False, id="until-earlier"),
        pytest.param(when(None, None), False, id="undated"),
    ],
)
def test_meets(time: When, inside: bool) -> None:
    assert JUNE.meets(time) is inside


def test_select_keeps_what_the_period_meets() -> None:
    document = truce()[1]
    claims = tuple(
        replace(claim, when=(when(day, day),))
        for claim, day in zip(
            document.claims, ["2025-05-31", "2025-06-03", None, "2025-06-30"], strict=False
        )
    )
    chosen = select(replace(document, claims=claims), Selection(period=JUNE))
    assert [claim.n for claim in chosen.claims] == [2, 4]
    assert {name for line in chosen.summary for name in line.claims} <= {
        claim.id for claim in chosen.claims
    }
