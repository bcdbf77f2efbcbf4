"""The ``what`` of a clause: where the verb phrase ends."""

import pytest

from claimx.doc import Doc, Token
from claimx.rules.circumstances import find_circumstances
from claimx.rules.clauses import clause_rule
from claimx.rules.extents import what_span
from claimx.rules.place_and_time import Known
from claimx.rules.predicates import chain, group
from tests.rules.bank import sentence


def what(doc: Doc, head: Token, target: Token | None = None) -> str:
    marks = find_circumstances(head, Known.of(doc, [], []))
    clauses = frozenset(token.i for token in doc if clause_rule(token))
    return what_span(head, group(head, chain(head)), marks, clauses, target, frozenset()).text


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param(
            "The army moved tanks from Kyiv to the border in June",
            "moved",
            "moved tanks from Kyiv to the border",
            id="directions stay, a time at the end goes",
        ),
        pytest.param(
            "The mayor said on Friday that the bridge would open in May",
            "said",
            "said on Friday that the bridge would open in May",
            id="a time inside stays",
        ),
        pytest.param(
            "The team left because the heating failed", "left", "left", id="a reason goes"
        ),
        pytest.param("A fire broke out, causing panic", "broke", "broke out", id="a participle"),
        pytest.param(
            "Taxes will fall, the ministry said on Monday.", "fall", "will fall", id="who says so"
        ),
        pytest.param(
            "Nurses went on strike and closed two wards",
            "went",
            "went on strike",
            id="another verb is another claim",
        ),
        pytest.param("Prices are expected to rise", "expected", "are expected to rise", id="chain"),
        pytest.param("Olga is a judge", "judge", "is a judge", id="predicate noun"),
        pytest.param(
            "There is a hole in the roof",
            "is",
            "is a hole in the roof",
            id="existential",
        ),
    ],
)
def test_what_span(text: str, word: str, expected: str) -> None:
    doc = sentence(text)
    assert what(doc, next(token for token in doc if token.text == word)) == expected


def test_a_target_that_the_parse_hangs_later_is_taken_in() -> None:
    doc = sentence("The plan depends on rain")
    assert what(doc, doc[2], target=doc[4]) == "depends on rain"
