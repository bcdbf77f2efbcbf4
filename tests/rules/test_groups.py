"""What is known of one entity while its mentions are gathered."""

from dataclasses import replace

import pytest

from claimx.rules.candidates import Candidate, find_candidates
from claimx.rules.groups import Group, modifiers
from tests.parses import parse

DOC = parse("""
The the DET DT 4 det
former former ADJ JJ 4 amod
foreign foreign ADJ JJ 4 amod
minister minister NOUN NN 5 nsubj
met meet VERB VBD 0 root
the the DET DT 9 det
World World PROPN NNP 9 compound B-ORG
Trade Trade PROPN NNP 9 compound I-ORG
Organization Organization PROPN NNP 5 obj I-ORG
""")
MINISTER, BODY = find_candidates(DOC)


def test_modifiers_leave_out_what_restricts_nothing() -> None:
    assert list(modifiers(DOC[3])) == ["foreign"]


def test_a_group_learns_from_each_mention() -> None:
    group = Group(gender="any", being="any", number="singular")
    group.add(DOC, replace(MINISTER, gender="female"))
    assert (group.gender, group.being) == ("female", "person")
    assert group.heads == {"minister"} and group.words == {"minister", "foreign"}
    body = Group(gender="any", being="thing", number="singular")
    body.add(DOC, BODY)
    assert body.heads == {"organization"} and body.words == {"world", "trade", "organization"}


THEY = replace(MINISTER, kind="pronoun", being="any", number="plural")


@pytest.mark.parametrize(
    ("group", "other", "agrees"),
    [
        pytest.param({"gender": "female"}, replace(MINISTER, gender="male"), False, id="gender"),
        pytest.param({"gender": "female"}, MINISTER, True, id="a gender that is not known"),
        pytest.param({"being": "thing"}, MINISTER, False, id="a thing is no person"),
        pytest.param({"number": "plural"}, MINISTER, False, id="number"),
        pytest.param({"being": "thing", "names": 1}, THEY, True, id="a body takes they"),
        pytest.param({"being": "person", "names": 1}, THEY, False, id="a person does not"),
    ],
)
def test_agrees(group: dict[str, object], other: Candidate, agrees: bool) -> None:
    facts = {"gender": "any", "being": "person", "number": "singular"} | group
    assert Group(**facts).agrees(other) is agrees  # type: ignore[arg-type]
