"""What a UD tree tells of single tokens: phrases, function words, what governs."""

import pytest

from claimx.rules.tree import (
    ancestors,
    first_child,
    first_conjunct,
    governing,
    has_to,
    is_loose,
    is_within,
    mark,
    phrase,
    phrase_end,
    preposition,
    set_off,
    trim,
    word_before,
)
from tests.parses import parse
from tests.rules.bank import sentence, token, words

ANN = "Ann Lee, a baker, lives in the town of Graz, Austria."
NURSES = "Nurses went on strike and closed two wards"
COACH = "According to the coach, the team is tired."
FIRM = "The firm seems likely to close the plant if sales fall."
QUOTED = '"The road is closed," said Ann Lee, a baker in Leeds.'
HOUSE = "The house that Jack built collapsed"


@pytest.mark.parametrize(
    ("text", "word", "bare", "with_adposition"),
    [
        pytest.param(ANN, "Ann", "Ann Lee", "Ann Lee", id="an apposition is left off"),
        pytest.param(ANN, "town", "the town of Graz", "in the town of Graz", id="a preposition"),
        pytest.param(COACH, "coach", "the coach", "According to the coach", id="of two words"),
        pytest.param(
            "The rebels, who hold the town, have freed a pilot",
            "rebels",
            "The rebels",
            "The rebels",
            id="a relative clause between commas",
        ),
        pytest.param(
            HOUSE, "house", "The house that Jack built", "The house that Jack built", id="no commas"
        ),
    ],
)
def test_phrase(text: str, word: str, bare: str, with_adposition: str) -> None:
    noun = token(text, word)
    assert phrase(noun).text == bare
    assert phrase(noun, adposition=True).text == with_adposition


def test_a_phrase_does_not_hold_the_word_that_it_hangs_on() -> None:
    doc = parse("""
The the DET DT 2 det
ship ship NOUN NN 6 nsubj:pass
~, , PUNCT , 4 punct
Lantern Lantern PROPN NNP 8 compound
was be AUX VBD 6 aux:pass
chartered charter VERB VBN 0 root
in in ADP IN 8 case
Oslo Oslo PROPN NNP 6 obl
""")
    assert phrase(doc[7]).text == "Oslo"
    assert phrase(doc[7], adposition=True).text == "in Oslo"


def test_a_phrase_ends_where_it_is_told_to() -> None:
    house = token(HOUSE, "house")
    that = token(HOUSE, "that")
    assert phrase(house, stop=that.i).text == "The house"
    assert phrase(house, cut=frozenset({token(HOUSE, "built").i})).text == "The house"
    assert phrase_end(house, frozenset({token(HOUSE, "built").i})) == house.i + 1


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param(COACH, "coach", ("according to", "", False), id="a fixed preposition"),
        pytest.param(NURSES, "strike", ("on", "", False), id="a preposition"),
        pytest.param(NURSES, "wards", ("", "", False), id="an object"),
        pytest.param(FIRM, "fall", ("", "if", False), id="a subordinator"),
        pytest.param(FIRM, "close", ("", "", True), id="an infinitive"),
        pytest.param("A certain doctor lived there.", "lived", ("", "", False), id="a main verb"),
    ],
)
def test_function_words(text: str, word: str, expected: tuple[str, str, bool]) -> None:
    head = token(text, word)
    assert (preposition(head), mark(head), has_to(head)) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("baker", (True, True)), ("Austria", (True, True)), ("town", (False, False))],
)
def test_what_a_comma_sets_off(word: str, expected: tuple[bool, bool]) -> None:
    head = token(ANN, word)
    assert (set_off(head), is_loose(head)) == expected


@pytest.mark.parametrize(
    ("text", "word", "above"),
    [
        (NURSES, "wards", "closed"),
        (NURSES, "went", None),
        (COACH, "coach", "tired"),
        (FIRM, "plant", "close"),
        (FIRM, "likely", "seems"),
    ],
)
def test_governing(text: str, word: str, above: str | None) -> None:
    found = governing(token(text, word))
    assert (found and found.text) == above


def test_ways_up_and_down() -> None:
    wards, went = token(NURSES, "wards"), token(NURSES, "went")
    assert words(ancestors(wards)) == ["wards", "closed", "went"]
    assert is_within(wards, wards.head) and not is_within(wards.head, wards)
    assert first_conjunct(wards.head).text == "went" and first_conjunct(went) is went
    child = first_child(token("The bill was passed by parliament on Monday", "passed"), "nsubj")
    assert child is not None and (child.text, child.dep_, child.relation) == (
        "bill",
        "nsubj:pass",
        "nsubj",
    )
    assert first_child(wards, "nsubj") is None


def test_word_before() -> None:
    first = token(NURSES, "Nurses")
    before = word_before(token(NURSES, "went"))
    assert before is not None and before.text == "Nurses"
    assert word_before(first) is None


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        pytest.param((0, 7), '"The road is closed,"', id="a pair of marks stays"),
        pytest.param((0, 5), "The road is closed", id="half a pair goes"),
        pytest.param((7, 11), "said Ann Lee", id="a comma goes"),
        pytest.param((10, 11), ",", id="never nothing"),
    ],
)
def test_trim(bounds: tuple[int, int], expected: str) -> None:
    assert trim(sentence(QUOTED), *bounds).text == expected
