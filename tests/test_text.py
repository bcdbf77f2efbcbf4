"""What the terminal shows: everything a journalist checks, at any width, without colour."""

import re
from collections.abc import Callable
from io import StringIO

import pytest
from rich.cells import cell_len

from claimx.rendering import Reading
from claimx.rendering.text import render
from claimx.rendering.visible import one_line, visible
from tests.documents import one_claim, truce, write_document

Show = Callable[..., str]


class Terminal(StringIO):
    """A stream that a person reads."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")


@pytest.fixture
def show(monkeypatch: pytest.MonkeyPatch) -> Show:
    def show(
        reading: Reading, width: int = 120, *, cite: bool = False, to: StringIO | None = None
    ) -> str:
        monkeypatch.setenv("COLUMNS", str(width))
        out = StringIO() if to is None else to
        render([reading], out, cite=cite)
        return out.getvalue()

    return show


@pytest.mark.parametrize("width", [60, 230])
def test_everything_is_said_without_colour(show: Show, width: int) -> None:
    shown = " ".join(show(truce(), width).split())
    for words in (
        "Velmar and Norvenia Extend Truce",
        "14 March 2025",
        "Who Velmar and Norvenia",
        "• Ankara might host a second round. [6]",
        "NEGATED",
        "probable",
        "possible",
        "Wednesday (2025-03-12)",
        "[quoted]",
        "“are not walking away from this table”",
        "[partly quoted]",
    ):
        assert words in shown
    assert "\x1b" not in shown


def test_claims_stand_in_reading_order(show: Show) -> None:
    rows = re.findall(r"^ ?\[(\d)\]", show(truce()), re.M)
    assert rows == ["1", "2", "3", "4", "5", "6", "7"]


def test_cite_prints_the_sentence(show: Show) -> None:
    sentence = "Irina Kostova flew to Geneva on Wednesday."
    assert sentence in show(truce(), 80, cite=True)
    assert sentence not in show(truce(), 80)


@pytest.mark.parametrize("width", [24, 50, 80, 100, 140])
@pytest.mark.parametrize(
    "words",
    [
        pytest.param("signs 停戦を二週間延長することで合意した文書に署名した", id="wide"),
        pytest.param("praises e\u0301le\u0301gant ma\u0308nner " * 6, id="combining"),
        pytest.param("cheers 👩\u200d🚒🇺🇦👍🏽 " * 9, id="emoji"),
        pytest.param("says " + "x" * 5000, id="unbroken"),
        pytest.param("signs " + "a long paragraph " * 300, id="long"),
    ],
)
def test_no_line_is_wider_than_the_terminal(show: Show, width: int, words: str) -> None:
    reading = one_claim("Vera", words.strip())
    assert max(map(cell_len, show(reading, width).splitlines())) <= width


@pytest.mark.parametrize("width", [50, 140])
@pytest.mark.parametrize(
    ("words", "shown"),
    [
        pytest.param("signs [bold]it[/bold]", "[bold]it[/bold]", id="markup"),
        pytest.param("signs [/x]", "[/x]", id="closing tag"),
        pytest.param("signs :smile:", ":smile:", id="emoji code"),
        pytest.param("signs \x1b[31mred\x1b[0m", "␛[31mred␛[0m", id="ansi"),
        pytest.param("signs \x9b31mred", "<U+009B>31mred", id="c1"),
        pytest.param("signs \u202egnp.exe\u202c", "<U+202E>gnp.exe<U+202C>", id="override"),
        pytest.param("signs a\u200bb\ufeffc", "abc", id="hidden"),
        pytest.param("signs a\x07\x08b", "a␇␈b", id="bell"),
    ],
)
def test_article_text_cannot_steer_the_terminal(
    show: Show, width: int, words: str, shown: str
) -> None:
    reading = one_claim("Vera", words)
    out = show(reading, width, cite=True)
    assert shown in out
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", out)


def test_colour_can_be_had(show: Show) -> None:
    assert "\x1b[33mpossible" in show(truce(), to=Terminal())


def test_colour_can_be_refused(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search("\x1b\\[[0-9;]*3[0-7]m", show(truce(), to=Terminal()))


def test_no_claims_is_a_sentence(show: Show) -> None:
    article, _ = truce()
    assert "No claims found." in show((article, write_document(article, [])))


def test_visible_keeps_what_is_harmless() -> None:
    assert visible("naïve 停戦 עברית 👩\u200d🚒 “quoted”") == "naïve 停戦 עברית 👩\u200d🚒 “quoted”"
    assert one_line("a\n b\u2028c\u00a0d") == "a b c d"
    assert visible("\ud800") == "\ufffd"
