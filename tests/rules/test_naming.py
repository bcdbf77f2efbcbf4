"""Spans of claims joined to the entities of the article."""

import pytest

from claimx.records import Party
from claimx.rules.mentions import find_clusters
from claimx.rules.naming import Names
from tests.parses import find, parse

DOC = parse("""
President President PROPN NNP 2 nmod:desc
Irina Irina PROPN NNP 4 nsubj B-PERSON
Kostova Kostova PROPN NNP 2 flat I-PERSON
left leave VERB VBD 0 root
Oslo Oslo PROPN NNP 4 obj B-GPE
and and CCONJ CC 7 cc
Rome Rome PROPN NNP 5 conj B-GPE

She she PRON PRP 2 nsubj
slept sleep VERB VBD 0 root
""")
NAMES = Names(find_clusters(DOC), [])


def test_entities_are_numbered_in_the_order_of_their_mentions() -> None:
    assert [
        (entity.id, entity.name, entity.label, [one.exact for one in entity.mentions])
        for entity in NAMES.entities
    ] == [
        ("e1", "Irina Kostova", "PERSON", ["Irina Kostova", "She"]),
        ("e2", "Oslo", "GPE", ["Oslo"]),
        ("e3", "Rome", "GPE", ["Rome"]),
    ]
    assert NAMES.pronouns == {7: "Irina Kostova"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("President Irina Kostova", ("Irina Kostova", "e1")),
        ("She", ("Irina Kostova", "e1")),
        ("Rome", ("Rome", "e3")),
        ("Oslo and Rome", (None, None)),
        ("slept", (None, None)),
    ],
)
def test_find(words: str, expected: tuple[str | None, str | None]) -> None:
    span = find(DOC, words)
    assert NAMES.find(span.root, span) == expected


def test_party() -> None:
    assert NAMES.party(None, None) is None
    assert NAMES.party(None, find(DOC, "She")) == Party(
        exact="She", start=43, end=46, name="Irina Kostova", entity="e1"
    )
