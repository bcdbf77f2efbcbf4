"""Triples of hand-built parses: one fact each, coordination taken apart."""

import pytest

from claimx.rules.triples import find_triples
from tests.parses import parse

MOVED = """
Ana Ana PROPN NNP 4 nsubj
and and CCONJ CC 3 cc
Bo Bo PROPN NNP 1 conj
moved move VERB VBD 0 root
a a DET DT 6 det
tank tank NOUN NN 4 obj
from from ADP IN 8 case
Kyiv Kyiv PROPN NNP 4 obl
~. . PUNCT . 4 punct
"""
COPULA = """
Ana Ana PROPN NNP 4 nsubj
is be AUX VBZ 4 cop
a a DET DT 4 det
judge judge NOUN NN 0 root
in in ADP IN 6 case
Rome Rome PROPN NNP 4 nmod
~. . PUNCT . 4 punct
"""
AGREED = """
She she PRON PRP 2 nsubj
agreed agree VERB VBD 0 root
to to PART TO 4 mark
sell sell VERB VB 2 xcomp
the the DET DT 6 det
farm farm NOUN NN 4 obj
~. . PUNCT . 2 punct
"""
RAIN = """
It it PRON PRP 2 nsubj
rained rain VERB VBD 0 root
~. . PUNCT . 2 punct
"""


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            MOVED,
            [
                ("Ana", "moved", "a tank"),
                ("Bo", "moved", "a tank"),
                ("Ana", "moved a tank from", "Kyiv"),
                ("Bo", "moved a tank from", "Kyiv"),
            ],
            id="object and phrase",
        ),
        pytest.param(
            COPULA, [("Ana", "is", "a judge"), ("Ana", "is a judge in", "Rome")], id="copula"
        ),
        pytest.param(AGREED, [("She", "agreed to sell", "the farm")], id="control"),
        pytest.param(RAIN, [], id="no object"),
    ],
)
def test_find_triples(rows: str, expected: list[tuple[str, str, str]]) -> None:
    found = find_triples(parse(rows))
    assert [(one.subject, one.relation, one.object) for one in found] == expected
