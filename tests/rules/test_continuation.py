"""Quotations without a cue of their own go on with the speaker before them."""

import pytest

from claimx.rules.continuation import carry_on
from claimx.rules.grammar import read_grammar
from claimx.rules.quotations import find_quoted
from tests.parses import parse

FIRST = """
“ “ PUNCT `` 4 punct
~We we PRON PRP 4 nsubj
are be AUX VBP 4 cop
tired tired ADJ JJ 8 ccomp
~, , PUNCT , 4 punct
~” ” PUNCT '' 4 punct
she she PRON PRP 8 nsubj
said say VERB VBD 0 root
~. . PUNCT . 8 punct
"""
SECOND = """
“ “ PUNCT `` 3 punct
~We we PRON PRP 3 nsubj
sleep sleep VERB VBP 0 root
badly badly ADV RB 3 advmod
~. . PUNCT . 3 punct
~” ” PUNCT '' 3 punct
"""
BETWEEN = """
Rain rain NOUN NN 2 nsubj
fell fall VERB VBD 0 root
~. . PUNCT . 2 punct
"""


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            f"{FIRST}\n{SECOND}", [["“We are tired,”", "“We sleep badly.”"]], id="right behind"
        ),
        pytest.param(
            f"{FIRST}\n{SECOND}\n{SECOND}",
            [["“We are tired,”", "“We sleep badly.”", "“We sleep badly.”"]],
            id="and on",
        ),
        pytest.param(f"{FIRST}\n{BETWEEN}\n{SECOND}", [["“We are tired,”"]], id="other words"),
        pytest.param(SECOND, [], id="nobody before"),
    ],
)
def test_carry_on(rows: str, expected: list[list[str]]) -> None:
    doc = parse(rows)
    found = carry_on(doc, read_grammar(doc), find_quoted(doc))
    assert [[span.text for span in item.content] for item in found] == expected
