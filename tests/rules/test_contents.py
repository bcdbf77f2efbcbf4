"""What is said, as stretches: cut at the cue, snapped to quotation marks."""

import pytest

from claimx.rules.contents import extend_over_quotation, stretches, subtree
from claimx.rules.quotations import find_quoted
from tests.parses import find, parse
from tests.rules.bank import sentence


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        pytest.param(
            "The plan, he said, will work.", "work", ["The plan", "will work"], id="two stretches"
        ),
        pytest.param(
            '"The road is closed," said Ann Lee, a baker in Leeds.',
            "closed",
            ['"The road is closed,"'],
            id="marks and the comma inside them belong to it",
        ),
        pytest.param(
            "The minister said that the dam is safe.",
            "safe",
            ["that the dam is safe"],
            id="stop",
        ),
    ],
)
def test_stretches(text: str, head: str, expected: list[str]) -> None:
    doc = sentence(text)
    token = next(token for token in doc if token.text == head)
    found = stretches(doc, subtree(token), find_quoted(doc))
    assert [span.text for span in found] == expected


def test_subtree_without() -> None:
    doc = sentence("The clerk, who said the safe was empty, has fled.")
    fled, said = (next(t for t in doc if t.text == word) for word in ("fled", "said"))
    left = subtree(fled, without=[said])
    assert " ".join(doc[i].text for i in sorted(left) if doc[i].is_alpha) == "The clerk has fled"


def test_marks_alone_are_nothing() -> None:
    doc = sentence("The plan, he said, will work.")
    assert stretches(doc, {2, 5}, ()) == ()


SPOKEN = parse("""
She she PRON PRP 2 nsubj
said say VERB VBD 0 root
~: : PUNCT : 2 punct
“ “ PUNCT `` 6 punct
~Rain rain NOUN NN 6 nsubj
fell fall VERB VBD 2 ccomp
~. . PUNCT . 2 punct

Wind wind NOUN NN 2 nsubj
blew blow VERB VBD 0 root
~. . PUNCT . 2 punct
~” ” PUNCT '' 2 punct
""")


def test_content_runs_to_the_end_of_its_quotation() -> None:
    content, whole = find(SPOKEN, "Rain fell"), find(SPOKEN, "“Rain fell. Wind blew.”")
    cue, inner = find(SPOKEN, "said"), find(SPOKEN, "blew")
    assert extend_over_quotation((content,), cue, [whole]) == (whole,)
    assert extend_over_quotation((content,), inner, [whole]) == (content,)
    assert extend_over_quotation((content, find(SPOKEN, "Wind blew")), cue, [whole]) == (whole,)
