"""Dated claims in the order of the calendar: the order, the three formats, the command."""

import json
import re
import sys
from dataclasses import replace
from io import StringIO
from types import ModuleType

import pytest
from typer.testing import CliRunner

import claimx
from claimx.article import Article
from claimx.cli import app
from claimx.records import Document, When
from claimx.rendering.timeline import TIMELINE_FORMATS, render_html, render_json, render_text
from claimx.timeline import Entry, build_timeline
from tests.documents import TRUCE, one_claim, truce

TIMES = [
    ("2025-03-14", "2025-03-14", "2025-03-14"),
    ("2025-03-12", "2025-03-12", "2025-03-12"),
    ("2025-03", "2025-03-01", "2025-03-31"),
    ("../2024-12-31", None, "2024-12-31"),
    (None, None, None),
    ("2025-04", "2025-04-01", "2025-04-30"),
    ("2025-03-12/..", "2025-03-12", None),
]
IN_ORDER = [
    ("../2024-12-31", 4),
    ("2025-03", 3),
    ("2025-03-12", 2),
    ("2025-03-12/..", 7),
    ("2025-03-14", 1),
    ("2025-04", 6),
]


def dated(document: Document) -> Document:
    """Return the document with a time for each claim."""
    claims = tuple(
        replace(
            claim,
            when=(When(exact="then", start=0, end=4, edtf=edtf, earliest=first, latest=last),),
        )
        for claim, (edtf, first, last) in zip(document.claims, TIMES, strict=False)
    )
    return replace(document, claims=claims)


@pytest.fixture
def entries() -> list[Entry]:
    return build_timeline([dated(truce()[1])])


def test_entries_stand_in_calendar_order(entries: list[Entry]) -> None:
    assert [(entry.label, entry.claim.n) for entry in entries] == IN_ORDER


def test_text_shows_each_time_once(entries: list[Entry]) -> None:
    stream = StringIO()
    render_text([entries[2], entries[2], entries[5]], stream)
    lines = stream.getvalue().splitlines()
    assert [line[:23].strip() for line in lines if line[:23].strip()] == ["2025-03-12", "2025-04"]
    assert sum("Irina Kostova flew to Geneva. (truce.txt:5)" in line for line in lines) == 2
    assert all(len(line) <= 80 and line == line.rstrip() for line in lines)


def test_json_is_one_line(entries: list[Entry]) -> None:
    stream = StringIO()
    render_json(entries, stream)
    (line,) = stream.getvalue().splitlines()
    data = json.loads(line)
    assert [(item["edtf"], item["claim"]["n"]) for item in data["timeline"]] == IN_ORDER
    assert data["timeline"][2]["document"]["path"] == "truce.txt"


def test_html_escapes_what_articles_say() -> None:
    document = dated(one_claim("<script>alert(1)</script>", "fell")[1])
    stream = StringIO()
    render_html(build_timeline([document]), stream)
    page = stream.getvalue()
    assert "&lt;script&gt;" in page
    assert "<script" not in page
    assert re.findall(r"<h2>(.*?)</h2>", page) == ["2025-03-14"]


@pytest.mark.parametrize("name", TIMELINE_FORMATS)
def test_no_dated_claims(name: str) -> None:
    stream = StringIO()
    TIMELINE_FORMATS[name]([], stream)
    assert '"timeline": []' in stream.getvalue() or "No dated claims" in stream.getvalue()


@pytest.fixture
def runner(monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """Return a runner whose articles are read by hand, not by a model."""

    def read_document(article: Article, nlp: None) -> Document:
        return dated(truce()[1])

    extraction = ModuleType("claimx.extraction")
    extraction.read_document = read_document  # type: ignore[attr-defined]  # a module made by hand
    monkeypatch.setitem(sys.modules, "claimx.extraction", extraction)
    monkeypatch.setattr(claimx, "load", lambda model: None)
    return CliRunner()


@pytest.mark.parametrize(
    ("arguments", "numbers"),
    [
        pytest.param([], [4, 3, 2, 7, 1, 6], id="all"),
        pytest.param(["--since", "2025-03-13", "--until", "2025-03"], [3, 7, 1], id="period"),
        pytest.param(["--until", "2024"], [4], id="until"),
    ],
)
def test_timeline_command(runner: CliRunner, arguments: list[str], numbers: list[int]) -> None:
    result = runner.invoke(app, ["timeline", "-", *arguments], input=TRUCE)
    assert result.exit_code == 0, result.stderr
    entries = json.loads(result.stdout)["timeline"]
    assert [entry["claim"]["n"] for entry in entries] == numbers


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--format", "csv"], "unknown format 'csv'"),
        (["--since", "soon"], "--since 'soon'"),
        (["--since", "2025", "--until", "2024"], "--until 2024: before --since 2025"),
    ],
)
def test_timeline_usage(runner: CliRunner, arguments: list[str], message: str) -> None:
    result = runner.invoke(app, ["timeline", "-", *arguments], input=TRUCE)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""


def test_extract_keeps_the_claims_of_a_period(runner: CliRunner) -> None:
    result = runner.invoke(app, ["extract", "-", "-f", "json", "--since", "2025-04"], input=TRUCE)
    assert result.exit_code == 0, result.stderr
    assert [claim["n"] for claim in json.loads(result.stdout)["claims"]] == [6, 7]
