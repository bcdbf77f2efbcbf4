"""Where a sentence stands, as line and column and as a quotation with its context."""

from dataclasses import astuple

import pytest
from spacy.lang.en import English

from claimx.doc import Doc
from claimx.language.snapshot import snapshot
from claimx.rules.citation import CONTEXT, Citer

TEXT = "Rain fell.  Wind blew.\n\nSnow lay on the hills and in the valleys of the far north.\n"


def split(text: str) -> Doc:
    nlp = English()
    nlp.add_pipe("sentencizer")
    return snapshot(nlp(text))


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (0, (1, 1, 1, 1, 0, 10, "Rain fell.", "", "  Wind blew.\n\nSnow lay on the hi")),
        (5, (1, 1, 1, 1, 0, 10, "Rain fell.", "", "  Wind blew.\n\nSnow lay on the hi")),
        (
            12,
            (
                1,
                13,
                1,
                2,
                12,
                22,
                "Wind blew.",
                "Rain fell.  ",
                "\n\nSnow lay on the hills and in t",
            ),
        ),
        (30, (3, 1, 2, 3, 24, 82, TEXT[24:82], "Rain fell.  Wind blew.\n\n", "\n")),
    ],
)
def test_cite(at: int, expected: tuple[object, ...]) -> None:
    cited = Citer(split(TEXT)).cite(at)
    assert astuple(cited) == expected
    assert TEXT[cited.start : cited.end] == cited.exact
    assert len(cited.suffix) <= CONTEXT


def test_a_text_without_words_is_one_sentence() -> None:
    assert astuple(Citer(split("...")).cite(0)) == (1, 1, 1, 1, 0, 3, "...", "", "")
