"""Blocks of a text: whole results, and the laws that every text obeys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.reading import find_title, lay_out

WRAPPED = """\
Harbour bridge to close

Engineers will close the harbour bridge for six weeks from Monday after
cracks were found in two of its piers, the city council said. Buses will
take the ferry.
The work had been planned for 2027 but could not wait, the council said,
since a storm in May had made the cracks wider than expected.
What drivers should know
A toll of two pounds will be charged on the northern tunnel while the
bridge is shut, and lorries must use the ring road.
"""

CASES = [
    pytest.param("", [], id="empty"),
    pytest.param(" \n\t\n\u00a0\n", [], id="white space"),
    pytest.param("The dam broke", [("paragraph", "The dam broke")], id="a line alone is no title"),
    pytest.param(
        "Dam breaks\n\nThe dam broke. It fell.\n\nNobody was hurt.\n",
        [
            ("title", "Dam breaks"),
            ("paragraph", "The dam broke. It fell."),
            ("paragraph", "Nobody was hurt."),
        ],
        id="title and paragraphs",
    ),
    pytest.param(
        "Dam breaks\r\n\r\nThe dam broke.\r\nIt fell.\r\n",
        [("title", "Dam breaks"), ("paragraph", "The dam broke."), ("paragraph", "It fell.")],
        id="Windows line ends, a paragraph a line",
    ),
    pytest.param(
        "Will the dam hold?\nThe dam held, the mayor said.",
        [("title", "Will the dam hold?"), ("paragraph", "The dam held, the mayor said.")],
        id="a question as title",
    ),
    pytest.param(
        "Storm heads for the U.S.\n\nA storm is near.",
        [("title", "Storm heads for the U.S."), ("paragraph", "A storm is near.")],
        id="a title may end in an abbreviation",
    ),
    pytest.param(
        "The dam broke on Monday.\n\nNobody was hurt.",
        [("paragraph", "The dam broke on Monday."), ("paragraph", "Nobody was hurt.")],
        id="a sentence is no title",
    ),
    pytest.param(
        "- Two towns are flooded.\n• Roads are closed\n3) Trains run\n\nThe rain goes on.",
        [
            ("bullet", "Two towns are flooded."),
            ("bullet", "Roads are closed"),
            ("bullet", "Trains run"),
            ("paragraph", "The rain goes on."),
        ],
        id="bullets without their marks",
    ),
    pytest.param(
        "- The council has promised\n  to rebuild the dam.\n- Work starts in May.",
        [
            ("bullet", "The council has promised\n  to rebuild the dam."),
            ("bullet", "Work starts in May."),
        ],
        id="a bullet over two lines",
    ),
    pytest.param(
        WRAPPED,
        [
            ("title", "Harbour bridge to close"),
            (
                "paragraph",
                "Engineers will close the harbour bridge for six weeks from Monday after\n"
                "cracks were found in two of its piers, the city council said. Buses will\n"
                "take the ferry.",
            ),
            (
                "paragraph",
                "The work had been planned for 2027 but could not wait, the council said,\n"
                "since a storm in May had made the cracks wider than expected.",
            ),
            ("heading", "What drivers should know"),
            (
                "paragraph",
                "A toll of two pounds will be charged on the northern tunnel while the\n"
                "bridge is shut, and lorries must use the ring road.",
            ),
        ],
        id="hard-wrapped lines",
    ),
    pytest.param(
        "The mayor, who signed the plan\nin the town hall, left early.\n",
        [("paragraph", "The mayor, who signed the plan\nin the town hall, left early.")],
        id="a stray line end inside a sentence",
    ),
    pytest.param(
        "Results beat forecasts\nBy Jane Doe and Ali Khan, Example News\nFriday, July 21, 2017\n"
        "Updated 3:45 PM GMT, 22 July 2017\n\nSales rose.\n",
        [
            ("title", "Results beat forecasts"),
            ("dateline", "By Jane Doe and Ali Khan, Example News"),
            ("dateline", "Friday, July 21, 2017"),
            ("dateline", "Updated 3:45 PM GMT, 22 July 2017"),
            ("paragraph", "Sales rose."),
        ],
        id="byline and dates",
    ),
    pytest.param(
        "Ferry seized\nKUWAIT CITY, July 30: A ferry was seized.\nIt was towed.",
        [
            ("title", "Ferry seized"),
            ("dateline", "KUWAIT CITY, July 30:"),
            ("paragraph", "A ferry was seized."),
            ("paragraph", "It was towed."),
        ],
        id="dateline with a date",
    ),
    pytest.param(
        "Ponte da Serra, Portugal (Agency) – The river rose.",
        [
            ("dateline", "Ponte da Serra, Portugal (Agency) –"),
            ("paragraph", "The river rose."),
        ],
        id="dateline with an agency",
    ),
    pytest.param(
        "ACCRA — The port opened.\n\nLIMA: It did not close.",
        [
            ("dateline", "ACCRA —"),
            ("paragraph", "The port opened."),
            ("paragraph", "LIMA: It did not close."),
        ],
        id="a colon makes a dateline only where the article opens",
    ),
    pytest.param(
        "REPORTER: What went wrong with the gates?\nAUNE: They were never closed.",
        [
            ("paragraph", "REPORTER: What went wrong with the gates?"),
            ("paragraph", "AUNE: They were never closed."),
        ],
        id="speakers are no datelines",
    ),
    pytest.param(
        "The river rose.\n\nA night on the roof\n\nFamilies waited for boats until dawn.\n\nEnds",
        [
            ("paragraph", "The river rose."),
            ("heading", "A night on the roof"),
            ("paragraph", "Families waited for boats until dawn."),
            ("paragraph", "Ends"),
        ],
        id="a subhead stands over something",
    ),
    pytest.param(
        "---\ntitle: x\ntags:\n- y\n---\n# Bridge closed #\n\n**What we know**\n\n"
        "> The bridge is shut.\n\n---\n\nNext steps\n----------\nWork starts.\n\n* * *\n",
        [
            ("title", "Bridge closed"),
            ("heading", "What we know"),
            ("paragraph", "The bridge is shut."),
            ("heading", "Next steps"),
            ("paragraph", "Work starts."),
        ],
        id="Markdown",
    ),
    pytest.param(
        "The dam broke.\n# #\nit fell.",
        [("paragraph", "The dam broke."), ("paragraph", "it fell.")],
        id="a heading without words parts like a rule",
    ),
]


@pytest.mark.parametrize(("text", "blocks"), CASES)
def test_lay_out(text: str, blocks: list[tuple[str, str]]) -> None:
    assert [(block.kind, text[block.start : block.end]) for block in lay_out(text)] == blocks


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Bridge\u00a0closed  for\nweeks, maybe months\n\nIt is shut.",
            "Bridge closed for weeks, maybe months",
        ),
        ("The bridge is closed.\n\nIt is shut.", None),
        ("", None),
    ],
)
def test_find_title(text: str, title: str | None) -> None:
    assert find_title(text) == title


LINES = st.lists(
    st.one_of(
        st.text(max_size=30),
        st.sampled_from(
            ["", "- a point", "# head", "---", "LIMA, May 5 (X) -", "By A B", "> said"]
        ),
        st.text(alphabet="ab .", min_size=60, max_size=80),
    ),
    max_size=12,
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r", "\n\n"]))
def test_blocks_stand_in_order_without_outer_space(lines: list[str], end: str) -> None:
    text = end.join(lines)
    at = 0
    for block in lay_out(text):
        assert at <= block.start < block.end <= len(text)
        words = text[block.start : block.end]
        assert words == words.strip()
        at = block.end


UNITS = ["A-", "A of ", "A.", "'\"", "- ", "**", "LIMA ", "\n> ", "9:", " "]


@pytest.mark.parametrize("unit", UNITS)
def test_odd_lines_take_no_time(unit: str) -> None:
    # a pattern that backtracks would never end
    text = f"By {unit * 3000}!\n\n0{unit * 3000}!\n\n{unit * 3000}."
    assert lay_out(text)
