"""The main job on the samples, with the language model: laws that every document obeys."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from spacy.language import Language

import claimx
from claimx.article import Article
from claimx.extraction import read_document
from claimx.reading import read_inputs
from claimx.records import Document, json_schema
from tests.laws import check_laws

pytestmark = pytest.mark.model

SAMPLES = Path(__file__).parent.parent / "samples"
COMMAND = [sys.executable, "-m", "claimx", "extract"]


@pytest.fixture(scope="session")
def readings(nlp: Language) -> list[tuple[Article, Document]]:
    articles = read_inputs([str(SAMPLES)], encoding=None, warn=pytest.fail)
    return [(item, read_document(item, nlp)) for item in articles if isinstance(item, Article)]


def test_every_sample_has_claims(readings: list[tuple[Article, Document]]) -> None:
    assert len(readings) == len(list(SAMPLES.glob("*.txt"))) >= 6
    assert [article.path for article, document in readings if len(document.claims) < 10] == []


def test_every_sample_keeps_the_laws(readings: list[tuple[Article, Document]]) -> None:
    for article, document in readings:
        check_laws(article.text, document)


def test_documents_keep_the_schema(readings: list[tuple[Article, Document]]) -> None:
    validator = jsonschema.Draft202012Validator(json_schema())
    for _, document in readings:
        validator.validate(document.to_dict())


def test_the_same_article_gives_the_same_bytes_alone_or_among_others(
    readings: list[tuple[Article, Document]],
) -> None:
    articles = [article for article, _ in readings]
    again = claimx.extract_many(reversed(articles))
    assert [document.to_json() for document in again] == [
        document.to_json() for _, document in reversed(readings)
    ]


def test_what_a_caller_gives_is_kept(nlp: Language) -> None:
    document = claimx.extract(
        "The dam held on Monday, the mayor said.",
        title="Dam holds",
        published="2025-03-14",
        url="https://news.example/dam",
        model=nlp,
    )
    source = document.document
    assert (source.title, source.published, source.url, source.path) == (
        "Dam holds",
        "2025-03-14",
        "https://news.example/dam",
        None,
    )
    (claim,) = document.claims
    assert claim.who is not None and claim.source is not None
    assert (claim.who.exact, claim.source.exact) == ("The dam", "the mayor")
    assert [when.edtf for when in claim.when] == ["2025-03-10"]


@pytest.mark.parametrize(
    "text", ["", " ", "\r\n", "…", "Oh!", "- \n- \n", "“", "\u200b", "A" * 5000]
)
def test_a_text_without_claims_gives_none(nlp: Language, text: str) -> None:
    assert claimx.extract(text, model=nlp).claims == ()


def test_a_real_pipe(readings: list[tuple[Article, Document]]) -> None:
    article, document = readings[0]
    assert article.path is not None
    with Path(article.path).open("rb") as stdin:
        done = subprocess.run([*COMMAND, "-"], stdin=stdin, capture_output=True, check=True)
    (line,) = done.stdout.decode().splitlines()
    source = document.to_dict() | {"document": json.loads(line)["document"]}
    assert json.loads(line) == source
    assert json.loads(line)["document"]["path"] is None
    assert done.stderr == b""


def test_a_reader_that_goes_away_ends_it_quietly() -> None:
    with subprocess.Popen(
        [*COMMAND, str(SAMPLES)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert (process.wait(), process.stderr.read()) == (141, b"")


@pytest.mark.model
def test_the_main_event_is_told_in_the_text_not_in_the_points_above_it() -> None:
    text = (
        "- Mayor of Lisbon resigns over dam contract.\n"
        "- Council calls a meeting.\n"
        "Amid anger over the dam, Mayor Ines Duarte resigned in Lisbon, her office said.\n"
    )
    brief = claimx.extract(text).brief
    answers = (brief.who, brief.what, brief.where)
    assert [answer and answer.text for answer in answers] == [
        "Ines Duarte",
        "resigned",
        "Lisbon",
    ]


@pytest.mark.model
def test_the_summary_keeps_what_is_only_alleged() -> None:
    text = "Exporters, which allegedly lost 40 million euros in a strike, may sue the port."
    lines = [line.text for line in claimx.extract(text).summary]
    assert [line for line in lines if "lost" in line] == [
        "Exporters lost 40 million euros in a strike, allegedly."
    ]
