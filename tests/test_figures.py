"""Amounts, dates and hours in words and figures, with the types of OntoNotes."""

import pytest
from spacy.lang.en import English

from claimx.language.figures import find_figures

ENGLISH = English()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost $5 million.", ["$5 million MONEY"]),
        ("It cost more than 30,000 euros.", ["more than 30,000 euros MONEY"]),
        ("$5 m", ["$5 m MONEY"]),
        ("5 m high", ["5 m QUANTITY"]),
        ("They ran 10 to 15 km.", ["10 to 15 km QUANTITY"]),
        ("5 square kilometres", ["5 square kilometres QUANTITY"]),
        ("Some 12 per cent voted.", ["Some 12 per cent PERCENT"]),
        ("Tens of thousands fled.", ["Tens of thousands CARDINAL"]),
        ("a dozen eggs and nearly 20 hens", ["a dozen CARDINAL", "nearly 20 CARDINAL"]),
        ("2014 people", ["2014 CARDINAL"]),
        ("in 2014", ["2014 DATE"]),
        ("in the 1990s", ["1990s DATE"]),
        ("She is 54 years old.", ["54 years old DATE"]),
        ("a three-year-old boy", ["three-year-old DATE"]),
        ("two weeks ago", ["two weeks ago DATE"]),
        ("last month, yesterday", ["last month DATE", "yesterday DATE"]),
        ("the next two years", ["next two years DATE"]),
        ("this morning and tonight", ["this morning TIME", "tonight TIME"]),
        ("at 5 pm or 14:30 GMT", ["5 pm TIME", "14:30 GMT TIME"]),
        ("at 12:30 local time", ["12:30 local time TIME"]),
        ("two and a half hours", ["two and a half hours TIME"]),
        ("1 hour 12 minutes", ["1 hour 12 minutes TIME"]),
        ("He came third on the second floor.", ["third ORDINAL", "second ORDINAL"]),
        ("a third of them, a third goal", ["a third CARDINAL", "third ORDINAL"]),
        ("two-thirds of it", ["two-thirds CARDINAL"]),
        ("half its cargo, half a mile", ["half CARDINAL", "half a mile QUANTITY"]),
        ("a quarter of a percentage point", ["a quarter of a percentage point PERCENT"]),
        ("half a percentage point", ["half a percentage point PERCENT"]),
        ("one in five, 5 in 12 hours", ["one in five CARDINAL", "5 CARDINAL", "12 hours TIME"]),
        ("in a week, $5 a week", ["a week DATE", "$5 MONEY"]),
        ("over a single day", ["a single day DATE"]),
        ("a day and a half", []),
        ("for a day and a half", ["a day and a half DATE"]),
        (
            "three weeks later, two hours earlier",
            ["three weeks later DATE", "two hours earlier TIME"],
        ),
        (
            "the third quarter, the first half of 2024",
            ["third quarter DATE", "first half of 2024 DATE"],
        ),
        ("the end of the year", ["end of the year DATE"]),
        ("won in 2:19:41", ["2:19:41 TIME"]),
        (
            "shortly before noon, at dawn, overnight",
            ["shortly before noon TIME", "dawn TIME", "overnight TIME"],
        ),
        ("1.2 degrees Celsius", ["1.2 degrees Celsius QUANTITY"]),
        ("No figures here.", []),
    ],
)
def test_find_figures(text: str, expected: list[str]) -> None:
    found = find_figures(ENGLISH(text))
    assert [f"{span.text} {span.label_}" for span in found] == expected
