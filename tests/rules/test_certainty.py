"""How sure a clause is by its own words and by what governs it."""

import pytest

from claimx.records import Certainty, Polarity
from claimx.rules.certainty import certainty, factuality, weakest
from claimx.rules.predicates import chain
from tests.rules.bank import token


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Nurses went on strike and closed two wards", "closed", "certain"),
        ("The chief has reportedly left.", "left", "probable"),
        ("The chief has repeatedly left.", "left", "certain"),
        ("Prices are expected to rise", "expected", "probable"),
        ("Perhaps the rain could have helped the farmers.", "helped", "possible"),
        ("Should it fail, the firm may close", "close", "possible"),
        ("If rain falls, the match will end", "end", "possible"),
        ("If rain falls, the match will end", "falls", "certain"),
        ("He must have known the risk", "known", "certain"),
        ("She cannot swim", "swim", "certain"),
        ("It is clear that he lied", "lied", "certain"),
        ("The firm seems likely to close the plant if sales fall.", "close", "probable"),
    ],
)
def test_certainty(text: str, word: str, expected: Certainty) -> None:
    assert certainty(chain(token(text, word))) == expected


@pytest.mark.parametrize(
    ("grades", "expected"),
    [
        ((), "certain"),
        (("certain", "probable"), "probable"),
        (("possible", "certain", "probable"), "possible"),
    ],
)
def test_weakest(grades: tuple[Certainty, ...], expected: Certainty) -> None:
    assert weakest(*grades) == expected


@pytest.mark.parametrize(
    ("grade", "sign", "code"),
    [
        ("certain", "positive", "CT+"),
        ("certain", "negative", "CT-"),
        ("probable", "positive", "PR+"),
        ("possible", "negative", "PS-"),
    ],
)
def test_factuality(grade: Certainty, sign: Polarity, code: str) -> None:
    assert factuality(grade, sign) == code
