"""What can be a mention, with what its words tell."""

import pytest

from claimx.doc import Doc
from claimx.rules.candidates import (
    Candidate,
    descriptors,
    find_candidates,
    name_gender,
    noun_phrase,
    read_positions,
    role_of,
)
from tests.parses import find, parse
from tests.rules.bank import sentence, token, words


def told(doc: Doc, one: Candidate) -> str:
    facts = [one.kind, one.label, one.gender, one.being, one.number, one.role]
    facts += ["definite"] if one.definite else []
    return f"{doc.span(one.start, one.end).text}: {' '.join(filter(None, facts))}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Lee, a baker, lives in the town of Graz, Austria.",
            [
                "Ann Lee: name PERSON female person singular nsubj",
                "a baker: nominal any person singular appos",
                "the town of Graz, Austria: nominal any thing singular obl definite",
                "Graz: name GPE any thing singular nmod",
                "Austria: name GPE any thing singular appos",
            ],
        ),
        (
            "The army and the police said that the road was open.",
            [
                "The army: nominal any thing singular nsubj definite",
                "the police: nominal any any plural nsubj definite",
                "the road: nominal any thing singular nsubj definite",
            ],
        ),
        (
            "In her view, the price is fair.",
            [
                "her: pronoun female person singular nmod:poss",
                "her view: nominal any thing singular obl definite",
                "the price: nominal any thing singular nsubj definite",
            ],
        ),
    ],
)
def test_find_candidates(text: str, expected: list[str]) -> None:
    doc = sentence(text)
    assert [told(doc, one) for one in find_candidates(doc)] == expected


DENIED = parse("""
Reyl Reyl PROPN NNP 5 nsubj B-PERSON
is be AUX VBZ 5 cop
not not PART RB 5 advmod
a a DET DT 5 det
lawyer lawyer NOUN NN 0 root
""")
TITLED = parse("""
Russian russian ADJ JJ 2 amod B-NORP
President president PROPN NNP 3 nmod:desc
Vladimir Vladimir PROPN NNP 5 nsubj B-PERSON
Putin Putin PROPN NNP 3 flat I-PERSON
left leave VERB VBD 0 root
""")


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        (noun_phrase(DENIED[4]), "a lawyer"),
        (noun_phrase(token("The house that Jack built collapsed", "house")), "The house"),
        (noun_phrase(token("There is a hole in the roof", "hole")), "a hole in the roof"),
    ],
)
def test_noun_phrase(phrase: object, expected: str) -> None:
    assert str(phrase) == expected


def test_what_stands_before_a_name() -> None:
    name = find(TITLED, "Vladimir Putin")
    assert words(descriptors(name)) == ["President"]
    assert name_gender(name) == "male"
    assert role_of(token("The army and the police said that the road was open.", "police")) == (
        "nsubj"
    )


def test_positions_number_sentences_and_quotations() -> None:
    doc = parse("""
“ “ PUNCT `` 2 punct
~Go go VERB VB 5 ccomp
~! ! PUNCT . 2 punct
~” ” PUNCT '' 2 punct
said say VERB VBD 0 root
Ana Ana PROPN NNP 5 nsubj B-PERSON

She she PRON PRP 2 nsubj
left leave VERB VBD 0 root
""")
    positions = read_positions(doc)
    assert list(positions.sentences) == [1, 1, 1, 1, 1, 1, 2, 2]
    assert list(positions.quotations) == [0, 0, 0, 0, -1, -1, -1, -1]
