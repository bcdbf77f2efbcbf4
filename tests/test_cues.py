"""The cue lexicons: every entry carries its own evidence."""

import re

import pytest

from claimx.rules.cues import (
    Cue,
    cue_adjectives,
    cue_adverbs,
    cue_nouns,
    cue_of,
    cue_phrases,
    cue_verbs,
)
from tests.parses import parse

WORDS = [*cue_verbs().values(), *cue_nouns().values(), *cue_adjectives().values()]


@pytest.mark.parametrize("cue", WORDS, ids=lambda cue: cue.lemma)
def test_example_holds_the_cue_and_a_complement(cue: Cue) -> None:
    stem = cue.lemma[: max(2, len(cue.lemma) - 1)]
    irregular = {
        "tell": "told",
        "think": "thought",
        "feel": "felt",
        "know": "knew",
        "see": "saw",
        "say": "sa",
    }
    irregular |= {
        "find": "found",
        "hear": "hear",
        "swear": "swore",
        "speak": "spoke",
        "hold": "hold",
    }
    irregular |= {
        "forget": "forg",
        "understand": "underst",
        "mean": "means",
        "cry": "cri",
        "deny": "deni",
        "write": "wrote",
        "begin": "began",
    }
    assert re.search(rf"\b({stem}|{irregular.get(cue.lemma, stem)})", cue.example, re.I), (
        cue.example
    )
    assert cue.complements or cue.prepositions
    assert cue.example != cue.not_example


def test_certainty_of_common_cues() -> None:
    verbs = cue_verbs()
    assert verbs["say", None].certainty == "certain"
    assert verbs["claim", None].certainty == "probable"
    assert verbs["know", None].factive
    assert not verbs["deny", None].asserted
    assert verbs["tell", None].recipient
    assert cue_adverbs()["allegedly"].report
    assert not cue_adverbs()["presumably"].report


def test_phrases_have_a_place_for_the_source() -> None:
    assert all(phrase.words.split().count("X") <= 1 for phrase in cue_phrases())


POINTED_OUT = """
The the DET DT 2 det
doctor doctor NOUN NN 3 nsubj
pointed point VERB VBD 0 root
out out ADP RP 3 compound:prt
the the DET DT 6 det
error error NOUN NN 3 obj
"""


def test_a_verb_is_looked_up_with_its_particle() -> None:
    cue = cue_of(parse(POINTED_OUT)[2])
    assert cue is not None and cue.particle == "out"


def test_a_particle_that_the_verb_does_not_take_is_no_cue() -> None:
    assert cue_of(parse(POINTED_OUT.replace("out", "up").replace("point", "say"))[2]) is None
