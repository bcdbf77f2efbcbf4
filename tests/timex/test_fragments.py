"""Written numbers, units and ordinals, and the patterns that find them."""

import re

import pytest

from claimx.timex import fragments as f


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2", 2.0),
        ("2.5", 2.5),
        ("3,400", 3400.0),
        ("two", 2.0),
        ("ninety-one", 91.0),
        ("two and a half", 2.5),
        ("2 1/2", 2.5),
        ("2 billion", 2e9),
        ("a dozen", 12.0),
    ],
)
def test_numbers(text: str, value: float) -> None:
    assert f.read_number(text) == value
    assert re.fullmatch(f.number(), text)


@pytest.mark.parametrize("text", ["many", "million", "twenty-ten"])
def test_no_numbers(text: str) -> None:
    assert f.read_number(text) is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("years", "year"),
        ("centuries", "century"),
        ("millennia", "millennium"),
        ("Days", "day"),
        ("hrs.", "hour"),
        ("min", "minute"),
    ],
)
def test_units(text: str, unit: str) -> None:
    assert f.read_unit(text) == unit


@pytest.mark.parametrize(("text", "value"), [("21st", 21), ("third", 3), ("twenty-first", 21)])
def test_ordinals(text: str, value: int) -> None:
    assert f.read_ordinal(text) == value
    assert re.fullmatch(f.ordinal(), text)


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        pytest.param(
            f.month(), ["March", "MARCH", "Mar.", "Sept"], ["march", "Marche"], id="month"
        ),
        pytest.param(f.weekday(), ["Friday", "FRIDAY", "Fri."], ["friday", "Fri"], id="weekday"),
        pytest.param(f.YEAR, ["1999", "2021"], ["999", "2199"], id="year"),
        pytest.param(f.DAY, ["3", "3rd", "31"], ["32", "0"], id="day"),
    ],
)
def test_patterns(pattern: str, yes: list[str], no: list[str]) -> None:
    assert [text for text in [*yes, *no] if re.fullmatch(pattern, text)] == yes
