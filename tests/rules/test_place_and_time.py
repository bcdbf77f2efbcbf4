"""Whether a noun phrase says where or when."""

import pytest

from claimx.rules.place_and_time import Known, is_ordinal_time, is_place, is_time, time_span
from claimx.rules.tree import preposition
from tests.parses import find, parse
from tests.rules.bank import sentence

TANKS = "The army moved tanks from Kyiv to the border in June"
RAIN = "Rain fell for three days after the storm"
ROOF = "There is a hole in the roof"
BILL = "The bill was passed by parliament on Monday"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param(TANKS, "Kyiv", "where", id="a named place"),
        pytest.param(TANKS, "border", "where", id="a noun for a place"),
        pytest.param(TANKS, "June", "when", id="a date"),
        pytest.param(RAIN, "days", "when", id="a span of time"),
        pytest.param(RAIN, "storm", "when", id="an event after which"),
        pytest.param(ROOF, "roof", "where", id="a part of a house"),
        pytest.param(BILL, "parliament", "", id="an agent"),
        pytest.param("The plan depends on rain", "rain", "", id="an object"),
    ],
)
def test_is_place_and_is_time(text: str, word: str, expected: str) -> None:
    doc = sentence(text)
    known = Known.of(doc, [], [])
    head = next(token for token in doc if token.text == word)
    place, time = is_place(head, known), is_time(head, preposition(head), known)
    assert ("where" if place else "") + ("when" if time else "") == expected


def test_known_tokens_are_those_of_spans_and_entities() -> None:
    doc = sentence(TANKS)
    known = Known.of(doc, [find(doc, "the border"), find(doc, "June")], [])
    assert [doc[i].text for i in sorted(known.places)] == ["Kyiv", "the", "border"]
    assert [doc[i].text for i in sorted(known.times)] == ["June"]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [(RAIN, "storm", "after the storm"), (RAIN, "days", "three days"), (TANKS, "June", "June")],
)
def test_time_span_keeps_a_preposition_that_tells(text: str, word: str, expected: str) -> None:
    head = next(token for token in sentence(text) if token.text == word)
    assert time_span(head, preposition(head)).text == expected


def test_ordinals_count_times_and_halves() -> None:
    doc = parse("""
They they PRON PRP 2 nsubj
scored score VERB VBD 0 root
in in ADP IN 6 case
the the DET DT 6 det
first first ADJ JJ 6 amod
half half NOUN NN 2 obl
for for ADP IN 10 case
the the DET DT 10 det
third third ADJ JJ 10 amod
time time NOUN NN 2 obl
""")
    assert is_ordinal_time(doc[5], "in") and is_ordinal_time(doc[9], "for")
    assert not is_ordinal_time(doc[5], "for")
