"""A saying with its author at the head or foot of an article is no news."""

import pytest

from claimx.rules.mottos import motto_tokens
from tests.parses import parse

NEWS = """
Ana Ana PROPN NNP 2 nsubj
left leave VERB VBD 0 root
~. . PUNCT . 2 punct
"""
SAYING = """
“ “ PUNCT `` 4 punct
~Words word NOUN NNS 4 nsubj
are be AUX VBP 4 cop
weapons weapon NOUN NNS 0 root
~. . PUNCT . 4 punct
~” ” PUNCT '' 4 punct
~— — PUNCT : 4 punct
~Unknown unknown ADJ JJ 4 parataxis
"""


@pytest.mark.parametrize(
    ("rows", "blocks", "expected"),
    [
        pytest.param(f"{NEWS}\n{SAYING}", [(0, 3), (3, 11)], range(3, 11), id="at the foot"),
        pytest.param(f"{SAYING}\n{NEWS}", [(0, 8), (8, 11)], range(8), id="at the head"),
        pytest.param(
            f"{NEWS}\n{SAYING}\n{NEWS}", [(0, 3), (3, 11), (11, 14)], (), id="in the middle"
        ),
        pytest.param(
            f"{NEWS}\n{SAYING.replace('Unknown', 'Ana')}", [(0, 3), (3, 11)], (), id="of somebody"
        ),
        pytest.param(SAYING, [(0, 8)], (), id="alone"),
    ],
)
def test_motto_tokens(rows: str, blocks: list[tuple[int, int]], expected: range) -> None:
    spans = {"claimx_blocks": [(start, end, "paragraph") for start, end in blocks]}
    assert motto_tokens(parse(rows, spans)) == frozenset(expected)
