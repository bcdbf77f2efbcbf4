"""Noun phrases that the article says describe an entity."""

import pytest

from claimx.doc import Doc
from claimx.rules.candidates import find_candidates
from claimx.rules.descriptions import find_described, find_repeated, note_owner
from claimx.rules.groups import Group
from tests.parses import parse

APPOSITION = parse("""
Reyl Reyl PROPN NNP 7 nsubj B-PERSON
~, , PUNCT , 5 punct
the the DET DT 5 det
foreign foreign ADJ JJ 5 amod
minister minister NOUN NN 1 appos
~, , PUNCT , 1 punct
left leave VERB VBD 0 root

The the DET DT 2 det
minister minister NOUN NN 3 nsubj
smiled smile VERB VBD 0 root
""")
COPULA = parse("""
Reyl Reyl PROPN NNP 4 nsubj B-PERSON
is be AUX VBZ 4 cop
a a DET DT 4 det
lawyer lawyer NOUN NN 0 root
""")
DENIED = parse("""
Reyl Reyl PROPN NNP 5 nsubj B-PERSON
is be AUX VBZ 5 cop
not not PART RB 5 advmod
a a DET DT 5 det
lawyer lawyer NOUN NN 0 root
""")
AGE = parse("""
Reyl Reyl PROPN NNP 5 nsubj B-PERSON
~, , PUNCT , 3 punct
ships ship NOUN NNS 1 appos
~, , PUNCT , 1 punct
left leave VERB VBD 0 root
""")


def reyl() -> Group:
    return Group(gender="any", being="person", number="singular", names=1)


@pytest.mark.parametrize(
    ("doc", "described"),
    [
        pytest.param(APPOSITION, True, id="apposition"),
        pytest.param(COPULA, True, id="copula"),
        pytest.param(DENIED, False, id="denied"),
        pytest.param(AGE, False, id="unlike things side by side"),
    ],
)
def test_find_described(doc: Doc, described: bool) -> None:
    phrase = next(one for one in find_candidates(doc) if one.kind == "nominal")
    group = reyl()
    assert find_described(doc, phrase, {0: group}) is (group if described else None)


def test_find_repeated() -> None:
    doc = APPOSITION
    earlier, later = (one for one in find_candidates(doc) if one.kind == "nominal")
    group = reyl()
    group.add(doc, earlier)
    assert find_repeated(doc, later, [group], {}) is group
    plural = Group(gender="any", being="person", number="plural", mentions=[earlier])
    assert find_repeated(doc, later, [plural], {}) is None


def test_a_phrase_with_a_modifier_of_its_own_repeats_nobody() -> None:
    doc = APPOSITION
    earlier, later = (one for one in find_candidates(doc) if one.kind == "nominal")
    bare = reyl()
    bare.add(doc, later)
    assert find_repeated(doc, earlier, [bare], {}) is None


def test_note_owner() -> None:
    doc = parse("""
Ana Ana PROPN NNP 3 nmod:poss B-PERSON
~'s 's PART POS 1 case
mother mother NOUN NN 4 nsubj
left leave VERB VBD 0 root
""")
    mother = next(one for one in find_candidates(doc) if one.kind == "nominal")
    owner, owned = reyl(), reyl()
    note_owner(doc, mother, owned, {0: owner})
    assert owned.owned == {(id(owner), "mother")}
