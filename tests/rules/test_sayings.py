"""Cue words with what they attribute, read from the tree."""

import pytest

from claimx.rules.sayings import find_sayings, is_imperative_aside, is_question, verb_group
from tests.parses import parse
from tests.rules.bank import BANK, sentence, token

Told = tuple[str, str | None, str, str, bool]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The minister said that the dam is safe.",
            [("verb:clause", "minister", "said", "that the dam is safe", True)],
        ),
        (
            "As one engineer said, the bridge is weak.",
            [("verb:inserted", "engineer", "said", "the bridge is weak", True)],
        ),
        (
            "Parents were told by the principal that the school would close.",
            [
                (
                    "verb:clause",
                    "principal",
                    "were told",
                    "that the school would close",
                    True,
                )
            ],
        ),
        (
            "It was reported that two ships had sunk.",
            [("verb:clause", None, "was reported", "that two ships had sunk", True)],
        ),
        (
            "The bank is said to have failed.",
            [("verb:infinitive", None, "is said", "The bank to have failed", False)],
        ),
        (
            "The union hopes to end the strike.",
            [("verb:infinitive", "union", "hopes", "to end the strike", False)],
        ),
        (
            "The senator condemned the raid.",
            [("verb:phrase", "senator", "condemned", "the raid", False)],
        ),
        ("The pope called for peace.", [("verb:phrase", "pope", "called for", "peace", False)]),
        (
            "The claim that the bank was broke spread quickly.",
            [("noun", None, "claim", "that the bank was broke", True)],
        ),
        (
            "A statement by the army that the town had fallen was false.",
            [("noun", "army", "statement", "that the town had fallen", True)],
        ),
        (
            "The envoy made the claim that the border was open.",
            [("noun", "envoy", "made the claim", "that the border was open", True)],
        ),
        (
            "His hope is that the talks will resume.",
            [("noun", "His", "hope", "that the talks will resume", True)],
        ),
        (
            "The coach is confident that the team will win.",
            [("adjective", "coach", "is confident", "that the team will win", True)],
        ),
        (
            "The panel was critical of the police.",
            [("adjective", "panel", "was critical of", "the police", False)],
        ),
        (
            "The judge asked whether the door was locked.",
            [("verb:clause", "judge", "asked", "whether the door was locked", False)],
        ),
        (
            "The mayor praised the crew and said that the fire was out.",
            [
                ("verb:phrase", "mayor", "praised", "the crew", False),
                ("verb:clause", "mayor", "said", "that the fire was out", True),
            ],
        ),
        ("The boy runs the shop.", []),
        ("A certain doctor lived there.", []),
        ("Buy two tickets, say, for the evening.", []),
    ],
)
def test_find_sayings(text: str, expected: list[Told]) -> None:
    doc = sentence(text)
    assert [
        (
            saying.rule,
            saying.source.text if saying.source is not None else None,
            doc.span(*saying.cue).text,
            " ".join(doc[i].text for i in sorted(saying.content) if not doc[i].is_punct),
            saying.clausal,
        )
        for saying in find_sayings(doc)
    ] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("He asked whether it rained", "rained", True),
        ("Critics say the law is weak", "weak", False),
    ],
)
def test_is_question(text: str, word: str, expected: bool) -> None:
    assert is_question(token(text, word)) is expected


def test_an_aside_without_a_speaker() -> None:
    rows = BANK["Buy two tickets, say, for the evening."].replace("INTJ UH", "VERB VB")
    assert is_imperative_aside(parse(rows)[4])
    assert not is_imperative_aside(token("Critics say the law is weak", "say"))


def test_verb_group_takes_in_a_colon() -> None:
    doc = sentence("He said: We will rebuild the town.")
    assert doc.span(*verb_group(doc[1])).text == "said:"
