"""Whom a pronoun stands for: who is ruled out, what speaks for the others."""

import pytest

from claimx.doc import Doc
from claimx.rules.candidates import find_candidates
from claimx.rules.groups import Group
from claimx.rules.pronouns import (
    Option,
    choose,
    coarse_role,
    family_of,
    find_options,
    find_reporter,
    governing_subjects,
    score,
    understood_subject,
    weights_of,
)
from tests.parses import parse
from tests.rules.bank import token, words

OBJECT = parse("""
Anton Anton PROPN NNP 2 nsubj B-PERSON
praised praise VERB VBD 0 root
him he PRON PRP 2 obj
""")
OWN = parse("""
Anton Anton PROPN NNP 2 nsubj B-PERSON
praised praise VERB VBD 0 root
his he PRON PRP$ 4 nmod:poss
mother mother NOUN NN 2 obj
""")
REPORTER = parse("""
Nordfin Nordfin PROPN NNP 2 nsubj B-ORG
said say VERB VBD 0 root
it it PRON PRP 5 nsubj
would would AUX MD 5 aux
close close VERB VB 2 ccomp
""")


def options(doc: Doc) -> list[Option]:
    """Return the options of the first pronoun, all mentions before it being groups of their own."""
    candidates = find_candidates(doc)
    at = next(i for i, one in enumerate(candidates) if one.kind == "pronoun")
    recent = []
    for one in candidates[:at]:
        group = Group(gender=one.gender, being=one.being, number=one.number, names=1)
        group.add(doc, one)
        recent.append((one, group))
    return find_options(doc, candidates[at], recent)


@pytest.mark.parametrize(
    ("doc", "factors"),
    [
        pytest.param(OBJECT, [], id="he praised him: two people"),
        pytest.param(
            OWN,
            [
                "alone distance_0 gender_known governs here_subject last_name named names often "
                "often_lately own_subject rank_0 subject_here words_between"
            ],
            id="his own",
        ),
    ],
)
def test_find_options(doc: Doc, factors: list[str]) -> None:
    assert [" ".join(sorted(option.factors)) for option in options(doc)] == factors


def test_choose_takes_nobody_where_nobody_is_likely() -> None:
    (option,) = options(OWN)
    his = next(one for one in find_candidates(OWN) if one.kind == "pronoun")
    assert choose(his, [option]) is option.group
    assert choose(his, []) is None
    unlikely = Option(option.group, {"distance_4": 9.0})
    assert choose(his, [unlikely]) is None
    assert score({"a": 2.0, "b": 1.0}, {"a": 0.5}) == 1.0
    assert 0 < weights_of("person").threshold < 1


def test_find_reporter() -> None:
    nordfin = Group(gender="any", being="thing", number="singular", names=1)
    it = next(one for one in find_candidates(REPORTER) if one.kind == "pronoun")
    assert find_reporter(REPORTER, it, {0: nordfin}) is nordfin
    assert find_reporter(REPORTER, it, {}) is None


@pytest.mark.parametrize(
    ("word", "family"), [("he", "person"), ("it", "thing"), ("they", "plural")]
)
def test_family_of(word: str, family: str) -> None:
    (one,) = find_candidates(parse(f"{word} {word} PRON PRP 2 nsubj\nleft leave VERB VBD 0 root"))
    assert (family_of(one), coarse_role(one)) == (family, "subject")


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Nurses went on strike and closed two wards", "closed", "Nurses"),
        ("She agreed to sell the farm", "sell", "She"),
        ("They forced him to resign", "resign", "him"),
        ("Close the door", "Close", None),
    ],
)
def test_understood_subject(text: str, verb: str, subject: str | None) -> None:
    found = understood_subject(token(text, verb))
    assert (found and found.text) == subject


def test_governing_subjects() -> None:
    safe = token("The minister said that the dam is safe.", "dam")
    assert words(governing_subjects(safe)) == ["minister"]
