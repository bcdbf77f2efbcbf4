"""Verb groups: extent, voice, tense, finiteness, the chain of infinitives."""

import pytest

from claimx.rules.predicates import (
    chain,
    group,
    has_copula,
    helpers,
    is_acronym,
    is_finite,
    is_headline,
    is_needed_infinitive,
    is_passive,
    is_postposed,
    is_subjunctive,
    is_verbal,
    raised_subject,
    reach,
    shared_helpers,
    tense,
    voice,
)
from tests.parses import parse
from tests.rules.bank import token, words


@pytest.mark.parametrize(
    ("text", "word", "extent", "form"),
    [
        ("Nurses went on strike and closed two wards", "closed", "closed", "active past"),
        ("The bill was passed by parliament on Monday", "passed", "was passed", "passive past"),
        ("The cook got burned", "burned", "got burned", "passive past"),
        ("The clerk has signed and sealed the letter.", "signed", "has signed", "active past"),
        ("The clerk has signed and sealed the letter.", "sealed", "sealed", "active past"),
        ("Olga is a judge", "judge", "is", "active present"),
        ("The port is not open", "open", "is not", "active present"),
        ("Prices are expected to rise", "expected", "are expected to rise", "passive present"),
        ("She agreed to sell the farm", "agreed", "agreed to sell", "active past"),
        ("They forced him to resign", "forced", "forced", "active past"),
        ("He carried out the order", "carried", "carried out", "active past"),
        ("He must have known the risk", "known", "must have known", "active present"),
        ("If rain falls, the match will end", "end", "will end", "active future"),
        ("Talks to resume in Rome", "resume", "to resume", "active future"),
        ("Ten dead in hotel fire", "dead", "dead", "active present"),
        ("Ships built in Oslo sank", "built", "built", "passive None"),
        ("The board asked that the hearing be held in May.", "held", "be held", "passive None"),
    ],
)
def test_group(text: str, word: str, extent: str, form: str) -> None:
    head = token(text, word)
    assert group(head, chain(head)).text == extent
    assert f"{voice(head)} {tense(head)}" == form


@pytest.mark.parametrize(
    ("text", "word", "verbs", "reached"),
    [
        ("Prices are expected to rise", "expected", ["expected", "rise"], ["expected", "rise"]),
        # an object ends the chain, since the resigning is his; its circumstances still count
        ("They forced him to resign", "forced", ["forced"], ["forced", "resign"]),
        ("Troops were sent to guard the mine", "sent", ["sent"], ["sent"]),
        (
            "The firm seems likely to close the plant if sales fall.",
            "seems",
            ["seems"],
            ["seems", "likely", "close"],
        ),
    ],
)
def test_chain(text: str, word: str, verbs: list[str], reached: list[str]) -> None:
    head = token(text, word)
    assert words(chain(head)) == verbs
    assert words(reach(head)) == reached


@pytest.mark.parametrize(
    ("text", "word", "own", "shared"),
    [
        ("The clerk has signed and sealed the letter.", "sealed", [], ["has"]),
        ("He did not sing and dance", "dance", [], ["did"]),
        ("Nurses went on strike and closed two wards", "closed", [], []),
        ("He must have known the risk", "known", ["must", "have"], ["must", "have"]),
    ],
)
def test_helpers(text: str, word: str, own: list[str], shared: list[str]) -> None:
    head = token(text, word)
    assert (words(helpers(head)), words(shared_helpers(head))) == (own, shared)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Nurses went on strike and closed two wards", "closed", "finite"),
        ("The clerk has signed and sealed the letter.", "sealed", "finite"),
        ("Olga is a judge", "judge", "finite copula"),
        ("They forced him to resign", "resign", ""),
        ("Citing costs, the firm closed a plant", "Citing", ""),
        ("Ten dead in hotel fire", "dead", "headline"),
        ("Talks to resume in Rome", "resume", "headline"),
        ("Weather: Rain will fall", "Weather", ""),
        ("The board asked that the hearing be held in May.", "held", "subjunctive"),
    ],
)
def test_what_makes_a_clause(text: str, word: str, expected: str) -> None:
    head = token(text, word)
    facts = {
        "finite": is_finite(head),
        "copula": has_copula(head),
        "headline": is_headline(head),
        "subjunctive": is_subjunctive(head),
    }
    assert " ".join(name for name, holds in facts.items() if holds) == expected


def test_capitals_make_a_name_of_a_verb() -> None:
    assert is_acronym(token("The IS group fled.", "IS"))
    assert not is_acronym(token("The port is not open", "is"))
    fled = token("The IS group fled.", "fled")
    assert is_verbal(fled) and not is_verbal(token("He must have known the risk", "have"))


def test_a_participle_after_a_lone_noun_is_a_headline() -> None:
    doc = parse("""
Hundreds hundred NOUN NNS 0 root
dead dead ADJ JJ 1 amod
in in ADP IN 4 case
stampede stampede NOUN NN 2 obl
""")
    assert is_postposed(doc[1]) and not is_postposed(doc[0])


def test_an_infinitive_that_a_verb_of_control_needs() -> None:
    doc = parse("""
They they PRON PRP 2 nsubj
forced force VERB VBD 0 root
him he PRON PRP 2 obj
to to PART TO 5 mark
resign resign VERB VB 2 advcl
""")
    assert is_needed_infinitive(doc[4])
    assert not is_needed_infinitive(token("Troops were sent to guard the mine", "guard"))


def test_a_subject_that_the_parse_gave_to_the_infinitive() -> None:
    doc = parse("""
The the DET DT 2 det
rules rule NOUN NNS 4 nsubj
help help VERB VBP 0 root
protect protect VERB VB 3 xcomp
us we PRON PRP 4 obj
""")
    found = raised_subject(doc[2])
    assert found is not None and found.text == "rules"
    assert raised_subject(token("They forced him to resign", "forced")) is None


def test_the_last_verb_makes_a_chain_passive() -> None:
    doc = parse("""
It it PRON PRP 2 nsubj
needs need VERB VBZ 0 root
to to PART TO 5 mark
be be AUX VB 5 aux:pass
mended mend VERB VBN 2 xcomp
""")
    assert is_passive(chain(doc[1])) and voice(doc[1]) == "active"
