"""What all rules of time expressions share: the ends of a match, and its modifier."""

import re

import pytest

from claimx.timex import calendar
from claimx.timex.calendar import UNRESOLVED
from claimx.timex.grammar import TO, modifier, modify, rule


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in May 2021.", "May 2021"),
        ("in May  \n 2021", "May  \n 2021"),  # a line ends within a paragraph
        ("in May\n\n2021", None),  # a paragraph's end
        ("in May" + 9 * " " + "2021", None),  # a column of a table
        ("Dismay 2021", None),
        ("May 20214", None),
        ("May 2021s", None),
        ("#May 2021", None),
        ("1.May 2021", None),
    ],
)
def test_a_rule_keeps_to_whole_words_of_one_paragraph(text: str, found: str | None) -> None:
    one = rule(frozenset({"may"}), "[Mm]ay 2021", lambda match, context: UNRESOLVED)
    match = one.pattern.search(text)
    assert (match and match[0]) == found


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2021", "2021"),
        ("early 2021", "2021-01~/2021-04~"),
        ("mid-2021", "2021-05~/2021-08~"),
        ("late 2021", "2021-09~/2021-12~"),
        ("about 2021", "2021~"),
    ],
)
def test_a_modifier_cuts_or_blurs(text: str, edtf: str) -> None:
    match = re.fullmatch(rf"{modifier()}(?P<y>\d+)", text)
    assert match is not None
    assert modify(calendar.year(int(match["y"])), match).edtf == edtf


@pytest.mark.parametrize("between", ["-", "–", " to ", " until ", " through ", " and "])
def test_the_ends_of_a_stretch(between: str) -> None:
    assert re.fullmatch(TO, between)


@pytest.mark.parametrize("between", [" or ", " ", ", ", "to"])
def test_not_the_ends_of_a_stretch(between: str) -> None:
    assert not re.fullmatch(TO, between)
