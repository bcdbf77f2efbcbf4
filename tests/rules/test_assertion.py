"""Which clauses are put forward as information."""

import pytest

from claimx.rules.assertion import complement_cue, governing_clause, is_asserted, is_imperative
from tests.rules.bank import token


@pytest.mark.parametrize(
    ("text", "word", "asserted"),
    [
        ("Critics say the law is weak", "weak", True),
        ("The firm denied that it cheated", "denied", True),
        ("The firm denied that it cheated", "cheated", False),
        ("Is the firm broke", "broke", False),
        ("Close the door", "Close", False),
        ("Buy two tickets, say, for the evening.", "Buy", False),
        ("He asked whether it rained", "asked", True),
        ("He asked whether it rained", "rained", False),
        ("The board asked that the hearing be held in May.", "asked", True),
        ("If rain falls, the match will end", "falls", False),
        ("If rain falls, the match will end", "end", True),
        ("The rebels, who hold the town, have freed a pilot", "hold", True),
        ("The claim that the bank was broke spread quickly.", "broke", True),
        ("They forced him to resign", "resign", True),
        # what somebody only hopes to say is not said
        ("She hopes to persuade voters that the plan is sound.", "sound", False),
    ],
)
def test_is_asserted(text: str, word: str, asserted: bool) -> None:
    assert is_asserted(token(text, word)) is asserted


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Close the door", "Close", True),
        ("Nurses went on strike and closed two wards", "closed", False),
        ("They forced him to resign", "resign", False),
    ],
)
def test_is_imperative(text: str, word: str, expected: bool) -> None:
    assert is_imperative(token(text, word)) is expected


@pytest.mark.parametrize(
    ("text", "word", "above"),
    [
        ("He asked whether it rained", "rained", "asked"),
        ("She hopes to persuade voters that the plan is sound.", "sound", "persuade"),
        ("The rebels, who hold the town, have freed a pilot", "hold", "freed"),
        ("Critics say the law is weak", "say", None),
    ],
)
def test_governing_clause(text: str, word: str, above: str | None) -> None:
    found = governing_clause(token(text, word))
    assert (found and found.text) == above


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("The firm denied that it cheated", "cheated", "deny"),
        ("The claim that the bank was broke spread quickly.", "broke", "claim"),
        ("It is clear that he lied", "lied", "clear"),
    ],
)
def test_complement_cue(text: str, word: str, lemma: str) -> None:
    clause = token(text, word)
    above = governing_clause(clause)
    assert above is not None
    cue = complement_cue(above, clause)
    assert cue is not None and cue.lemma == lemma
