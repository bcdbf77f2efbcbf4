"""Clauses that state no fact but what another one depends on."""

import pytest

from claimx.rules.conditions import has_condition, is_condition, is_inverted_condition
from tests.parses import parse
from tests.rules.bank import token


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("If rain falls, the match will end", "falls", "condition"),
        ("If rain falls, the match will end", "end", "has one"),
        ("Should it fail, the firm may close", "fail", "condition inverted"),
        ("Should it fail, the firm may close", "close", "has one"),
        ("The team left because the heating failed", "failed", ""),
        ("The team left because the heating failed", "left", ""),
        ("Is the firm broke", "broke", ""),
    ],
)
def test_conditions(text: str, word: str, expected: str) -> None:
    head = token(text, word)
    facts = {
        "condition": is_condition(head),
        "inverted": is_inverted_condition(head),
        "has one": has_condition(head),
    }
    assert " ".join(name for name, holds in facts.items() if holds) == expected


def test_what_happened_hangs_on_no_condition() -> None:
    doc = parse("""
Guards guard NOUN NNS 2 nsubj
waited wait VERB VBD 0 root
if if SCONJ IN 5 mark
he he PRON PRP 5 nsubj
returns return VERB VBZ 2 advcl
""")
    assert is_condition(doc[4])
    assert not has_condition(doc[1])
