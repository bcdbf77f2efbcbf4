"""The model's spans tied together: which source and which content belong to which cue."""

import pytest

from claimx.doc import Span
from claimx.rules.grammar import read_grammar
from claimx.rules.linking import is_clause, link
from tests.parses import find
from tests.rules.bank import sentence

Told = tuple[str | None, str | None, str | None, list[str]]


@pytest.mark.parametrize(
    ("text", "marked", "expected"),
    [
        pytest.param(
            '"The road is closed," said Ann Lee, a baker in Leeds.',
            {"content": ['"The road is closed,"'], "cue": ["said"], "source": ["Ann Lee, a baker"]},
            [("Ann Lee, a baker", "Ann Lee", "said", ['"The road is closed,"'])],
            id="a claim cites the source up to its apposition",
        ),
        pytest.param(
            "The plan, he said, will work.",
            {"content": ["The plan,", "will work"], "cue": ["said"], "source": ["he"]},
            [("he", "he", "said", ["The plan", "will work"])],
            id="two stretches, trimmed",
        ),
        pytest.param(
            "The mayor praised the crew and said that the fire was out.",
            {
                "source": ["The mayor"],
                "cue": ["praised", "said"],
                "content": ["the crew", "that the fire was out"],
            },
            [
                ("The mayor", "The mayor", "praised", ["the crew"]),
                ("The mayor", "The mayor", "said", ["that the fire was out"]),
            ],
            id="one source, two cues",
        ),
        pytest.param(
            "Officials said the road had flooded.",
            {"cue": ["said"]},
            [("Officials", "Officials", "said", ["the road had flooded"])],
            id="the grammar gives what the model left out",
        ),
        pytest.param(
            "Nurses went on strike and closed two wards",
            {"source": ["Nurses"], "content": ["closed two wards"]},
            [(None, None, None, ["closed two wards"])],
            id="a content that no cue takes, a source without a cue",
        ),
    ],
)
def test_link(text: str, marked: dict[str, list[str]], expected: list[Told]) -> None:
    doc = sentence(text)
    spans = [
        Span(doc, (at := find(doc, words)).start, at.end, label)
        for label, all_words in marked.items()
        for words in all_words
    ]
    assert [
        (
            *(span and span.text for span in (item.source, item.speaker, item.cue)),
            [span.text for span in item.content],
        )
        for item in link(doc, spans, read_grammar(doc))
    ] == expected


def test_is_clause() -> None:
    doc = sentence("The mayor praised the crew and said that the fire was out.")
    assert is_clause(find(doc, "that the fire was out"))
    assert not is_clause(find(doc, "the crew"))
