"""Negation by verb, subject, object and coordination."""

import pytest

from claimx.records import Polarity
from claimx.rules.polarity import polarity
from claimx.rules.predicates import chain
from tests.parses import parse
from tests.rules.bank import token


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The port is not open", "open", "negative"),
        ("She cannot swim", "swim", "negative"),
        ("No one was hurt", "hurt", "negative"),
        ("They neither ate nor slept", "ate", "negative"),
        ("They neither ate nor slept", "slept", "negative"),
        ("He did not sing and dance", "dance", "negative"),
        ("She left without paying.", "paying", "negative"),
        ("She left without paying.", "left", "positive"),
        ("The storm not only closed the port but sank boats.", "closed", "positive"),
        ("The storm not only closed the port but sank boats.", "sank", "positive"),
        ("The firm denied that it cheated", "denied", "positive"),
        ("Nurses went on strike and closed two wards", "closed", "positive"),
    ],
)
def test_polarity(text: str, word: str, expected: Polarity) -> None:
    assert polarity(chain(token(text, word))) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            "It it PRON PRP 2 nsubj\nhas have VERB VBZ 0 root\nno no DET DT 4 det\n"
            "plans plan NOUN NNS 2 obj",
            "negative",
            id="has no plans",
        ),
        pytest.param(
            "He he PRON PRP 4 nsubj\nno no DET DT 3 det\nlonger long ADV RBR 4 advmod\n"
            "sings sing VERB VBZ 0 root",
            "negative",
            id="no longer sings",
        ),
        pytest.param(
            "He he PRON PRP 3 nsubj\nhardly hardly ADV RB 3 advmod\nsings sing VERB VBZ 0 root",
            "negative",
            id="hardly sings",
        ),
        pytest.param(
            "It it PRON PRP 2 nsubj\nhas have VERB VBZ 0 root\nnot not PART RB 4 advmod\n"
            "just just ADV RB 5 advmod\nplans plan NOUN NNS 2 obj",
            "positive",
            id="has not just plans",
        ),
    ],
)
def test_polarity_of_arguments(rows: str, expected: Polarity) -> None:
    root = next(token for token in parse(rows) if token.dep_ == "root")
    assert polarity((root,)) == expected
