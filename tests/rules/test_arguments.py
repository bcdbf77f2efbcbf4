"""Who does it, to whom, and by whom."""

import pytest

from claimx.rules.arguments import (
    Argument,
    describes,
    direct_object,
    find_actor,
    find_target,
    find_who,
)
from claimx.rules.predicates import chain
from tests.parses import parse
from tests.rules.bank import token


def text_of(found: Argument | None) -> str | None:
    return found.span.text if found is not None else None


@pytest.mark.parametrize(
    ("text", "word", "who", "target", "actor"),
    [
        ("The firm added two workers.", "added", "The firm", "two workers", None),
        ("Nurses went on strike and closed two wards", "closed", "Nurses", "two wards", None),
        ("The clerk has signed and sealed the letter.", "signed", "The clerk", None, None),
        (
            "The bill was passed by parliament on Monday",
            "passed",
            "The bill",
            "The bill",
            "parliament",
        ),
        ("He was given a medal", "given", "He", "He", None),
        ("The plan depends on rain", "depends", "The plan", "rain", None),
        ("The port is not open", "open", "The port", None, None),
        ("There is a hole in the roof", "is", "a hole in the roof", None, None),
        ("It is clear that he lied", "clear", None, None, None),
        ("It was Ana who won the race", "won", "Ana", "the race", None),
        (
            "The rebels, who hold the town, have freed a pilot",
            "hold",
            "The rebels",
            "the town",
            None,
        ),
        ("The house that Jack built collapsed", "built", "Jack", "The house", None),
        ("They forced him to resign", "resign", "him", None, None),
        ("She agreed to sell the farm", "sell", "She", "the farm", None),
        ("Citing costs, the firm closed a plant", "Citing", "the firm", "costs", None),
        ("A fire broke out, causing panic", "causing", None, "panic", None),
        ("Ships built in Oslo sank", "built", "Ships", "Ships", None),
        (
            "The fund, which owns hotels, fell, which pleased rivals",
            "pleased",
            None,
            "rivals",
            None,
        ),
    ],
)
def test_arguments(
    text: str, word: str, who: str | None, target: str | None, actor: str | None
) -> None:
    verbs = chain(token(text, word))
    subject = find_who(verbs[0])
    found = (subject, find_target(verbs, subject, frozenset()), find_actor(verbs))
    assert tuple(map(text_of, found)) == (who, target, actor)


def test_a_number_that_measures_a_change_is_no_target() -> None:
    doc = parse("""
Shares share NOUN NNS 2 nsubj
fell fall VERB VBD 0 root
11 11 NUM CD 4 nummod B-PERCENT
percent percent NOUN NN 2 obj I-PERCENT
""")
    assert find_target((doc[1],), find_who(doc[1]), frozenset()) is None


def test_a_relative_clause_describes_the_noun_that_it_agrees_with() -> None:
    doc = parse("""
The the DET DT 2 det
head head NOUN NN 8 nsubj
of of ADP IN 4 case
banks bank NOUN NNS 2 nmod
~, , PUNCT , 7 punct
which which PRON WDT 7 nsubj
lend lend VERB VBP 2 acl:relcl
left leave VERB VBD 0 root
""")
    assert describes(doc[6]).text == "banks"
    assert describes(token("The house that Jack built collapsed", "built")).text == "house"


@pytest.mark.parametrize(
    ("part", "verb", "described"),
    [
        pytest.param("Eleven eleven NUM CD", "were be AUX VBD", "Eleven", id="several"),
        pytest.param("One one NUM CD", "was be AUX VBD", "One", id="one of them"),
        pytest.param("One one NUM CD", "were be AUX VBD", "crew", id="all of them"),
        pytest.param("Some some DET DT", "was be AUX VBD", "crew", id="the mass"),
        pytest.param("Friends friend NOUN NNS", "were be AUX VBD", "crew", id="no part"),
    ],
)
def test_a_relative_clause_describes_the_part_or_the_whole(
    part: str, verb: str, described: str
) -> None:
    doc = parse(f"""
{part} 9 nsubj
of of ADP IN 4 case
the the DET DT 4 det
crew crew NOUN NN 1 nmod
~, , PUNCT , 8 punct
who who PRON WP 8 nsubj
{verb} 8 cop
ill ill ADJ JJ 4 acl:relcl
left leave VERB VBD 0 root
""")
    assert describes(doc[7]).text == described


def test_direct_object() -> None:
    found = direct_object(token("The firm added two workers.", "added"))
    assert found is not None and found.text == "workers"
    assert direct_object(token("The plan depends on rain", "depends")) is None
