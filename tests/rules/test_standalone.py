"""A claim as a sentence that can be quoted alone."""

from datetime import date

import pytest

from claimx.doc import Doc
from claimx.records import When
from claimx.rules.clauses import find_clauses
from claimx.rules.mentions import find_clusters
from claimx.rules.naming import Names
from claimx.rules.standalone import write_standalone
from tests.parses import parse
from tests.rules.bank import sentence


def told(doc: Doc, when: tuple[When, ...] = ()) -> list[str]:
    names = Names(find_clusters(doc), [])
    return [write_standalone(clause, names, when) for clause in find_clauses(doc)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Nurses went on strike and closed two wards",
            ["Nurses went on strike.", "Nurses closed two wards."],
            id="a shared subject",
        ),
        pytest.param(
            "The house that Jack built collapsed",
            ["Jack built the house.", "The house that Jack built collapsed."],
            id="the antecedent in its place",
        ),
        pytest.param("Ten dead in hotel fire", ["Ten [are] dead in hotel fire."], id="headline"),
        pytest.param("Talks to resume in Rome", ["Talks to resume in Rome."], id="infinitive"),
        pytest.param(
            "There is a hole in the roof", ["There is a hole in the roof."], id="existential"
        ),
        pytest.param(
            "Ships built in Oslo sank",
            ["Ships [were] built in Oslo.", "Ships built in Oslo sank."],
            id="participle",
        ),
        pytest.param(
            "A fire broke out, causing panic",
            ["A fire broke out.", "[This was] causing panic."],
            id="a participle about the whole event",
        ),
        pytest.param(
            "Citing costs, the firm closed a plant",
            ["The firm [was] citing costs.", "The firm closed a plant."],
            id="a participle in front",
        ),
        pytest.param(
            "She left without paying.",
            ["She left.", "She [was not] paying."],
            id="what was not done",
        ),
        pytest.param(
            "Troops were sent to guard the mine",
            ["Troops were sent.", "Troops [sought] to guard the mine."],
            id="purpose",
        ),
        pytest.param(
            "Rain fell for three days after the storm",
            ["Rain fell for three days after the storm."],
            id="times outside the verb phrase",
        ),
        pytest.param(
            "Perhaps the rain could have helped the farmers.",
            ["The rain could have helped the farmers, perhaps."],
            id="a hedge in front",
        ),
        pytest.param(
            "The chief has reportedly left.",
            ["The chief has reportedly left."],
            id="inside",
        ),
    ],
)
def test_write_standalone(text: str, expected: list[str]) -> None:
    assert told(sentence(text)) == expected


def test_a_pronoun_gives_way_to_its_name() -> None:
    doc = parse("""
Ana Ana PROPN NNP 2 nsubj B-PERSON
left leave VERB VBD 0 root
~. . PUNCT . 2 punct

She she PRON PRP 2 nsubj
sold sell VERB VBD 0 root
her she PRON PRP$ 4 nmod:poss
boat boat NOUN NN 2 obj
~. . PUNCT . 2 punct
""")
    assert told(doc) == ["Ana left.", "[Ana] sold [Ana’s] boat."]


def test_a_relative_time_gets_its_date() -> None:
    doc = parse("""
Ana Ana PROPN NNP 2 nsubj B-PERSON
left leave VERB VBD 0 root
yesterday yesterday NOUN NN 2 obl:unmarked B-DATE
~. . PUNCT . 2 punct
""")
    day = date(2025, 3, 13).isoformat()
    yesterday = When(exact="yesterday", start=9, end=18, edtf=day, earliest=day, latest=day)
    assert told(doc, (yesterday,)) == ["Ana left yesterday [2025-03-13]."]
