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
        ("No figures here.", []),
    ],
)
def test_find_figures(text: str, expected: list[str]) -> None:
    found = find_figures(ENGLISH(text))
    assert [f"{span.text} {span.label_}" for span in found] == expected
