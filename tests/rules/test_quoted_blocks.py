"""Quotations whose speaker stands before a colon or after a dash."""

import pytest

from claimx.rules.attributed import Attributed
from claimx.rules.quotations import find_quotations
from claimx.rules.quoted_blocks import read_blocks, read_signatures
from tests.parses import parse

ANNOUNCED = """
The the DET DT 2 det
mayor mayor NOUN NN 3 nsubj
said say VERB VBD 0 root
~: : PUNCT : 3 punct

Rain rain NOUN NN 2 nsubj
fell fall VERB VBD 0 root
~. . PUNCT . 2 punct

Wind wind NOUN NN 2 nsubj
blew blow VERB VBD 0 root
~. . PUNCT . 2 punct
"""
SIGNED = """
“ “ PUNCT `` 4 punct
~We we PRON PRP 4 nsubj
are be AUX VBP 4 cop
ready ready ADJ JJ 0 root
~. . PUNCT . 4 punct
~” ” PUNCT '' 4 punct
– – PUNCT : 4 punct
Ann Ann PROPN NNP 4 parataxis B-PERSON
Lee Lee PROPN NNP 8 flat I-PERSON
~, , PUNCT , 11 punct
mayor mayor NOUN NN 8 appos
"""


def told(item: Attributed) -> tuple[str | None, str | None, str | None, list[str]]:
    parts = (item.source, item.speaker, item.cue)
    source, speaker, cue = (span.text if span is not None else None for span in parts)
    return source, speaker, cue, [span.text for span in item.content]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        pytest.param("paragraph", ["Rain fell."], id="of running text the next paragraph"),
        pytest.param("bullet", ["Rain fell.", "Wind blew."], id="of a list every point"),
    ],
)
def test_read_blocks(kind: str, expected: list[str]) -> None:
    blocks = [(0, 4, "paragraph"), (4, 7, kind), (7, 10, kind)]
    doc = parse(ANNOUNCED, {"claimx_blocks": blocks})
    assert [told(item) for item in read_blocks(doc)] == [
        ("The mayor", "The mayor", "said:", expected)
    ]


def test_a_colon_without_a_verb_of_saying_announces_nothing() -> None:
    rows = ANNOUNCED.replace("said say", "left leave")
    blocks = [(0, 4, "paragraph"), (4, 7, "paragraph"), (7, 10, "paragraph")]
    assert list(read_blocks(parse(rows, {"claimx_blocks": blocks}))) == []


def test_read_signatures() -> None:
    doc = parse(SIGNED, {"claimx_blocks": [(0, 11, "paragraph")]})
    assert [told(item) for item in read_signatures(doc, find_quotations(doc))] == [
        ("Ann Lee, mayor", "Ann Lee", "–", ["“We are ready.”"])
    ]
    unsigned = parse(SIGNED.replace("– – PUNCT", "; ; PUNCT"))
    assert list(read_signatures(unsigned, find_quotations(unsigned))) == []
