"""Mentions brought together in one pass through the text."""

import pytest

from claimx.doc import Doc
from claimx.rules.candidates import Candidate, find_candidates
from claimx.rules.coreference import resolve
from claimx.rules.groups import Group
from claimx.rules.pronouns import Option
from tests.parses import parse

TWO = parse("""
Irina Irina PROPN NNP 3 nsubj B-PERSON
Kostova Kostova PROPN NNP 1 flat I-PERSON
met meet VERB VBD 0 root
a a DET DT 5 det
pilot pilot NOUN NN 3 obj

The the DET DT 2 det
pilot pilot NOUN NN 3 nsubj
praised praise VERB VBD 0 root
Kostova Kostova PROPN NNP 3 obj B-PERSON

She she PRON PRP 2 nsubj
left leave VERB VBD 0 root
""")


def told(doc: Doc, groups: list[Group]) -> list[list[str]]:
    return [[doc.span(one.start, one.end).text for one in group.mentions] for group in groups]


def nobody(pronoun: Candidate, options: list[Option]) -> Group | None:
    return None


def the_first(pronoun: Candidate, options: list[Option]) -> Group | None:
    return options[0].group if options else None


@pytest.mark.parametrize(
    ("chooser", "expected"),
    [
        pytest.param(
            nobody,
            [["Irina Kostova", "Kostova"], ["a pilot", "The pilot"]],
            id="names and repeated descriptions",
        ),
        pytest.param(
            the_first,
            [["Irina Kostova", "Kostova", "She"], ["a pilot", "The pilot"]],
            id="with a pronoun given to the one mentioned last",
        ),
    ],
)
def test_resolve(chooser: object, expected: list[list[str]]) -> None:
    groups = resolve(TWO, find_candidates(TWO), chooser)  # type: ignore[arg-type]
    assert told(TWO, groups) == expected


def test_without_candidates_there_are_no_entities() -> None:
    assert resolve(TWO, []) == []
