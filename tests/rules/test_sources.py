"""Whose words: the phrase that a cue attributes its content to."""

import pytest

from claimx.rules.sources import (
    agent,
    antecedent_of,
    has_finite_mark,
    is_passive,
    own_subject,
    source_head,
    source_span,
    speaker_span,
)
from tests.rules.bank import token


@pytest.mark.parametrize(
    ("text", "word", "source", "speaker"),
    [
        (
            '"The road is closed," said Ann Lee, a baker in Leeds.',
            "said",
            "Ann Lee, a baker in Leeds",
            "Ann Lee",
        ),
        (
            "Parents were told by the principal that the school would close.",
            "told",
            "the principal",
            "the principal",
        ),
        (
            "The clerk, who said the safe was empty, has fled.",
            "said",
            "who",
            "The clerk",
        ),
        ("A letter warning that the dam was weak was found.", "warning", "A letter", "A letter"),
        ("The mayor resigned, saying that he was ill.", "saying", "The mayor", "The mayor"),
        ("She hopes to persuade voters that the plan is sound.", "persuade", "She", "She"),
        (
            "The mayor praised the crew and said that the fire was out.",
            "said",
            "The mayor",
            "The mayor",
        ),
        ("They forced him to resign", "resign", "him", "him"),
        (
            "The army and the police said that the road was open.",
            "said",
            "The army and the police",
            "The army and the police",
        ),
        ("It was reported that two ships had sunk.", "reported", None, None),
    ],
)
def test_source(text: str, word: str, source: str | None, speaker: str | None) -> None:
    verb = token(text, word)
    head = source_head(verb)
    found = (
        (source_span(head, stop=verb.i).text, speaker_span(head, stop=verb.i).text)
        if head is not None
        else (None, None)
    )
    assert found == (source, speaker)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Parents were told by the principal that the school would close.",
            "told",
            (True, "principal", "Parents"),
        ),
        ("The mayor resigned, saying that he was ill.", "saying", (False, None, None)),
        ("The bill was passed by parliament on Monday", "passed", (True, "parliament", "bill")),
        ("Ships built in Oslo sank", "built", (True, None, None)),
        ("Nurses went on strike and closed two wards", "went", (False, None, "Nurses")),
    ],
)
def test_voice_agent_and_subject(
    text: str, word: str, expected: tuple[bool, str | None, str | None]
) -> None:
    verb = token(text, word)
    by, subject = agent(verb), own_subject(verb)
    assert (is_passive(verb), by and by.text, subject and subject.text) == expected


def test_antecedents_and_marks() -> None:
    clerk = antecedent_of(token("The clerk, who said the safe was empty, has fled.", "who"))
    assert clerk is not None and clerk.text == "clerk"
    assert antecedent_of(token("Olga is a judge", "Olga")) is None
    assert has_finite_mark(token("The team left because the heating failed", "failed"))
    assert not has_finite_mark(token("She agreed to sell the farm", "sell"))
