"""Who is quoted, and the claims by and from a speaker."""

import io
import json
import sys
from types import ModuleType

import pytest
from typer.testing import CliRunner

import claimx
from claimx.article import Article
from claimx.cli import app
from claimx.errors import UsageError
from claimx.records import Document
from claimx.rendering.sources import render_json, render_text
from claimx.selection import Selection, read_selection, select
from claimx.speakers import entities_called, find_speakers
from tests.documents import TRUCE, TRUCE_ROWS, truce, write_document


@pytest.mark.parametrize(
    ("selection", "numbers"),
    [
        pytest.param(Selection(source="Kostova"), [3], id="source by a part of the name"),
        pytest.param(Selection(source="irina kostova"), [3], id="source in another case"),
        pytest.param(Selection(by="Kostova"), [2, 3], id="what she says and does"),
        pytest.param(Selection(source="ministry"), [1], id="source that no entity names"),
        pytest.param(Selection(source="the Omani ministry"), [1], id="words apart"),
        pytest.param(Selection(source="Kost"), [], id="half a word"),
        pytest.param(Selection(by="Nobody"), [], id="nobody"),
        pytest.param(Selection(by="Kostova", top=1), [3], id="with top"),
    ],
)
def test_select_by_speaker(selection: Selection, numbers: list[int]) -> None:
    assert [claim.n for claim in select(truce()[1], selection).claims] == numbers


def test_an_entity_is_called_by_any_part_of_its_name() -> None:
    document = truce()[1]
    ids = {entity.name: entity.id for entity in document.entities}
    assert entities_called(document, "Kostova") == {ids["Irina Kostova"]}


def test_a_blank_name_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="--by ' ': give a name"):
        read_selection(top=None, min_certainty=None, order="text", by=" ")


def test_find_speakers() -> None:
    document = truce()[1]
    found = [
        (one.name, one.count("direct"), one.count("mixed"), one.count("indirect"), one.cues())
        for one in find_speakers([document])
    ]
    assert found == [
        ("A Turkish official", 0, 0, 1, [("said", 1)]),
        ("Irina Kostova", 1, 0, 0, [("said", 1)]),
        ("Reyl", 0, 1, 0, [("accused", 1)]),
        ("the Omani foreign ministry", 0, 0, 1, [("said", 1)]),
    ]


def test_speakers_of_several_articles_are_joined_by_name() -> None:
    document = truce()[1]
    speakers = find_speakers([document, document])
    assert [len(one.sayings) for one in speakers] == [2, 2, 2, 2]


def test_render_sources() -> None:
    stream = io.StringIO()
    render_text(find_speakers([truce()[1]]), stream)
    assert stream.getvalue().splitlines()[2].split() == "Irina Kostova 1 1 0 0 said".split()
    stream = io.StringIO()
    render_json(find_speakers([truce()[1]]), stream)
    kostova = json.loads(stream.getvalue())["sources"][1]
    assert (kostova["name"], kostova["direct"], kostova["cues"]) == (
        "Irina Kostova",
        1,
        {"said": 1},
    )
    quote = kostova["quotes"][0]
    assert "not walking away" in TRUCE[quote["start"] : quote["end"]]


def test_nobody_is_quoted() -> None:
    stream = io.StringIO()
    render_text([], stream)
    assert stream.getvalue() == "Nobody is quoted.\n"


@pytest.fixture
def runner(monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    def read_document(article: Article, nlp: None) -> Document:
        return write_document(article, TRUCE_ROWS)

    extraction = ModuleType("claimx.extraction")
    extraction.read_document = read_document  # type: ignore[attr-defined]  # a module made by hand
    monkeypatch.setitem(sys.modules, "claimx.extraction", extraction)
    monkeypatch.setattr(claimx, "load", lambda model: None)
    return CliRunner()


def test_sources_command(runner: CliRunner) -> None:
    result = runner.invoke(app, ["sources", "-"], input=TRUCE)
    assert result.exit_code == 0
    assert len(json.loads(result.stdout)["sources"]) == 4


def test_sources_command_refuses_an_unknown_format(runner: CliRunner) -> None:
    result = runner.invoke(app, ["sources", "-", "--format", "csv"], input=TRUCE)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "unknown format 'csv'" in result.stderr


def test_sources_command_without_an_article(runner: CliRunner) -> None:
    result = runner.invoke(app, ["sources", "missing.txt"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "missing.txt" in result.stderr


@pytest.mark.parametrize(("option", "numbers"), [("--by", [2, 3]), ("--source", [3])])
def test_extract_by_speaker(runner: CliRunner, option: str, numbers: list[int]) -> None:
    result = runner.invoke(app, ["extract", "-", option, "Kostova", "-f", "json"], input=TRUCE)
    assert [claim["n"] for claim in json.loads(result.stdout)["claims"]] == numbers
