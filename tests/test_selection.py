"""Which claims are shown, and in what order."""

import json

import pytest

from claimx.errors import UsageError
from claimx.rendering.flat import read_fields
from claimx.selection import Selection, read_selection, select
from tests.documents import truce
from tests.test_formats import write


@pytest.mark.parametrize(
    ("selection", "numbers"),
    [
        pytest.param(Selection(), [1, 2, 3, 4, 5, 6, 7], id="everything"),
        pytest.param(Selection(top=3), [1, 3, 6], id="top, in text order"),
        pytest.param(Selection(top=3, order="salience"), [1, 6, 3], id="top, best first"),
        pytest.param(Selection(top=99), [1, 2, 3, 4, 5, 6, 7], id="fewer than top"),
        pytest.param(Selection(min_certainty="certain"), [1, 2, 3, 4, 5], id="certain"),
        pytest.param(Selection(min_certainty="probable"), [1, 2, 3, 4, 5, 7], id="probable"),
        pytest.param(Selection(min_certainty="certain", top=1), [1], id="top of the certain"),
        pytest.param(Selection(order="certainty"), [1, 2, 3, 4, 5, 7, 6], id="by certainty"),
        pytest.param(Selection(order="who"), [6, 2, 3, 4, 5, 7, 1], id="by who"),
        pytest.param(Selection(order="source"), [6, 3, 5, 1, 2, 4, 7], id="by source"),
    ],
)
def test_select(selection: Selection, numbers: list[int]) -> None:
    assert [claim.n for claim in select(truce()[1], selection).claims] == numbers


def test_what_rests_on_a_claim_goes_with_it() -> None:
    document = select(truce()[1], Selection(top=1))
    kept = {claim.id for claim in document.claims}
    assert {claim for line in document.summary for claim in line.claims} == kept
    assert {fact.claim for fact in document.relations} == kept
    assert len(document.entities) == len(truce()[1].entities)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"top": 0}, "--top 0: give a number from 1"),
        ({"min_certainty": "sure"}, "--min-certainty 'sure': choose certain, probable, possible"),
        ({"order": "up"}, "--sort 'up': choose text, salience, certainty, who, source"),
    ],
)
def test_a_wrong_argument_names_the_choices(arguments: dict[str, object], message: str) -> None:
    values = {"top": None, "min_certainty": None, "order": "text", **arguments}
    with pytest.raises(UsageError) as error:
        read_selection(**values)  # type: ignore[arg-type]  # wrong on purpose
    assert str(error.value) == message


def test_fields_of_json_lines_keep_their_values() -> None:
    fields = read_fields(["n", "where.exact", "who.name"])
    lines = write("jsonl", truce(), fields=fields).splitlines()
    assert json.loads(lines[1]) == {"n": 2, "where.exact": ["Geneva"], "who.name": "Irina Kostova"}
    assert json.loads(lines[3]) == {"n": 4, "where.exact": [], "who.name": "Reyl"}
