"""Attribution by phrases, adverbs, headlines and speaker labels."""

import pytest

from claimx.doc import Doc
from claimx.rules.frames import clause_of, find_frames, speakers
from tests.parses import parse
from tests.rules.bank import sentence, token

Told = tuple[str, str | None, str, str]


def told(doc: Doc) -> list[Told]:
    return [
        (
            frame.rule,
            doc.span(*frame.source).text if frame.source is not None else None,
            doc.span(*frame.cue).text,
            " ".join(doc[i].text for i in sorted(frame.content) if not doc[i].is_punct),
        )
        for frame in find_frames(doc)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "According to the coach, the team is tired.",
            ("phrase", "the coach", "According to", "the team is tired"),
        ),
        (
            "The team is tired, according to the coach.",
            ("phrase", "the coach", "according to", "The team is tired"),
        ),
        (
            "The trip was, in the words of the bishop, a disgrace.",
            ("phrase", "the bishop", "in the words of", "The trip was a disgrace"),
        ),
        ("In her view, the price is fair.", ("phrase", "her", "view", "the price is fair")),
        (
            "The mine will close, the paper said, citing a manager.",
            ("phrase:citing", "a manager", "citing", "The mine will close"),
        ),
        ("The chief has reportedly left.", ("adverb", None, "reportedly", "The chief has left")),
        ("Minister: Rates will rise", ("headline", "Minister", ":", "Rates will rise")),
        (
            "Bank will close ten branches - report",
            ("headline", "report", "-", "Bank will close ten branches"),
        ),
        ("The cards were sorted according to size.", None),
        ("The fee is ten euros per head.", None),
        ("The view from the tower is fine.", None),
        ("The chief has repeatedly left.", None),
        ("Weather: Rain will fall", None),
    ],
)
def test_find_frames(text: str, expected: Told | None) -> None:
    assert told(sentence(text)) == ([expected] if expected is not None else [])


TURNS = """
Q Q NOUN NN 4 nsubj
~: : PUNCT : 1 punct
Did do AUX VBD 4 aux
rain rain NOUN NN 0 root

LEE Lee PROPN NNP 4 nsubj
~: : PUNCT : 1 punct
It it PRON PRP 4 nsubj
rained rain VERB VBD 0 root

Snow snow NOUN NN 2 nsubj
fell fall VERB VBD 0 root
"""


def test_labels_of_speakers_need_another_one() -> None:
    blocks = [(0, 4, "paragraph"), (4, 8, "paragraph"), (8, 10, "paragraph")]
    doc = parse(TURNS, {"claimx_blocks": blocks})
    assert told(doc) == [
        ("turn", "Q", ":", "Did rain"),
        ("turn", "LEE", ":", "It rained Snow fell"),
    ]
    alone = parse(TURNS.partition("\n\n")[2], {"claimx_blocks": [(0, 4, "p"), (4, 6, "p")]})
    assert told(alone) == []


def test_speakers_and_clauses() -> None:
    assert {"minister", "report"} <= speakers() and "weather" not in speakers()
    tired = clause_of(token("According to the coach, the team is tired.", "coach"))
    assert tired.text == "tired"
