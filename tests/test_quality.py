"""The quality gate: extraction is no worse than it was, by the same articles and measures."""

import json
from pathlib import Path

import pytest
from spacy.language import Language
from typer.testing import CliRunner

from claimx.cli import app
from claimx.errors import InputError
from claimx.evaluation.gold import GoldArticle, Scored, read_gold
from claimx.evaluation.scores import MEASURES, Scores
from tests.pin_quality import ARTICLES, FLOORS, corpus_digest, measure, next_floors

SAMPLES = Path(__file__).parent.parent / "samples"

TEXT = "Ann Lee said the port was closed on Friday. Nobody has opened it.\n"
NUM = "S1\tAnn Lee said the port was closed on Friday.\nS2\tNobody has opened it.\n"
ROWS = (
    {
        "s": 1,
        "pred": "was closed",
        "who": "the port",
        "what": "was closed",
        "target": "the port",
        "when": ["Friday"],
        "source": "Ann Lee",
        "cue": "said",
        "quote": "indirect",
        "key": True,
    },
    {
        "s": 2,
        "pred": "has opened",
        "who": "Nobody",
        "what": "has opened it",
        "target": "it",
        "polarity": "-",
    },
)


def write_gold(folder: Path, *, num: str = NUM, **changes: object) -> Path:
    (folder / "a.txt").write_text(TEXT, "utf-8")
    (folder / "a.num").write_text(num, "utf-8")
    rows = [{**ROWS[0], **changes}, ROWS[1]]
    (folder / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return folder


def gold(folder: Path, **changes: object) -> GoldArticle:
    (article,) = read_gold(write_gold(folder, **changes))  # type: ignore[arg-type]  # of a claim
    return article


def figures(annotated: tuple[Scored, ...], found: tuple[Scored, ...]) -> dict[str, str]:
    scores = Scores()
    scores.add(TEXT, annotated, found)
    return {
        name: f"{count.right}/{count.found}/{count.annotated}"
        for name, count in scores.counts.items()
        if (count.right, count.found, count.annotated) != (0, 0, 0)
    }


def test_what_is_annotated_scores_full(tmp_path: Path) -> None:
    claims = gold(tmp_path).claims
    assert figures(claims, claims) == {
        "claims": "2/2/2",
        "who": "2/2/2",
        "what": "2/2/2",
        "target": "2/2/2",
        "when": "1/1/1",
        "source": "1/1/1",
        "cue": "1/1/1",
        "polarity": "1/1/1",
        "whole": "2/2/2",
        "key@5": "1/1/1",
    }


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({"who": "port"}, {"who": "2/2/2", "whole": "2/2/2"}, id="half of the words"),
        pytest.param({"who": "Ann Lee"}, {"who": "1/2/2", "whole": "1/2/2"}, id="another"),
        pytest.param({"who": None}, {"who": "1/1/2", "whole": "1/2/2"}, id="none"),
        pytest.param({"when": []}, {"when": "0/0/1", "whole": "1/2/2"}, id="no time"),
        pytest.param(
            {"polarity": "-"}, {"polarity": "1/2/1", "whole": "1/2/2"}, id="falsely negative"
        ),
        pytest.param({"certainty": "possible"}, {"certainty": "0/1/0"}, id="falsely uncertain"),
        pytest.param({"quote": "direct"}, {"quote": "0/1/0", "whole": "2/2/2"}, id="no quotation"),
        pytest.param({"key": False}, {"key@5": "0/0/1"}, id="not in the summary"),
        pytest.param({"pred": "said"}, {"claims": "1/2/2"}, id="another predicate"),
    ],
)
def test_each_measure(tmp_path: Path, changes: dict[str, object], expected: dict[str, str]) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "found").mkdir()
    annotated = gold(tmp_path / "gold").claims
    found = gold(tmp_path / "found", **changes).claims
    counted = figures(annotated, found)
    assert {name: counted.get(name) for name in expected} == expected


def test_optional_claims_cost_nothing(tmp_path: Path) -> None:
    claims = gold(tmp_path, optional=True).claims
    assert figures(claims, claims)["claims"] == "1/1/1"
    assert figures(claims, claims[1:])["claims"] == "1/1/1"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        pytest.param({"pred": "was shut"}, "a.jsonl:1: 'was shut' is not in its", id="words"),
        pytest.param({"who": "the#9"}, "a.jsonl:1: 'the#9' is not in its", id="occurrence"),
        pytest.param({"s": 9}, "a.jsonl:1: no sentence S9", id="number"),
        pytest.param({"polarity": "no"}, "a.jsonl:1: polarity: input should be '", id="value"),
        pytest.param(
            {"when": ["Friday", 5]}, "a.jsonl:1: when: 1: input should be", id="in a list"
        ),
        pytest.param({"what": ""}, "a.jsonl:1: what: string should have", id="no words"),
        pytest.param({"polarty": "-"}, "a.jsonl:1: unknown key 'polarty'", id="key"),
        pytest.param({"num": "S1\tSomething else\n"}, "a.num: S1: not in the", id="sentence"),
    ],
)
def test_bad_annotations_are_named(
    tmp_path: Path, changes: dict[str, object], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        gold(tmp_path, **changes)
    done = CliRunner().invoke(app, ["evaluate", str(tmp_path)])
    assert (done.exit_code, done.stdout) == (1, "")


def test_a_line_cut_short_is_named(tmp_path: Path) -> None:
    write_gold(tmp_path)
    (tmp_path / "a.jsonl").write_text('{"s": 1}\n{"s": 1', "utf-8")
    with pytest.raises(InputError, match="a.jsonl:1: pred: field required"):
        list(read_gold(tmp_path))
    (tmp_path / "a.jsonl").write_text('\n{"s": 1', "utf-8")
    with pytest.raises(InputError, match="a.jsonl:2: invalid json: .* at column 7"):
        list(read_gold(tmp_path))


def test_claims_need_their_article(tmp_path: Path) -> None:
    write_gold(tmp_path)
    (tmp_path / "b.jsonl").touch()
    with pytest.raises(InputError, match="b.txt: no such file"):
        list(read_gold(tmp_path))


def test_marks_and_line_ends_of_other_editors(tmp_path: Path) -> None:
    (annotated,) = read_gold(write_gold(tmp_path))
    for name in ("a.num", "a.jsonl"):
        lines = (tmp_path / name).read_text("utf-8").splitlines()
        (tmp_path / name).write_bytes("\r\n".join(lines).encode("utf-8-sig"))
    assert list(read_gold(tmp_path)) == [annotated]


def test_a_folder_without_annotations(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no annotated article"):
        list(read_gold(tmp_path))


def test_every_sample_is_annotated() -> None:
    annotated = {article.name: article.text for article in read_gold(ARTICLES)}
    for sample in SAMPLES.glob("*.txt"):
        assert annotated[sample.stem] == sample.read_text("utf-8")


def test_each_article_has_its_key_points() -> None:
    for article in read_gold(ARTICLES):
        assert sum(claim.key for claim in article.claims) == 5, article.name


def test_floors_fall_only_on_demand() -> None:
    old = {"claims": 0.9, "who": 0.5}
    assert next_floors(old, {"claims": 0.902, "who": 0.8}, lower=False) == {
        "claims": 0.9,
        "who": 0.795,
    }
    with pytest.raises(ValueError, match="worse than pinned: claims; --lower"):
        next_floors(old, {"claims": 0.8, "who": 0.8}, lower=False)
    assert next_floors(old, {"claims": 0.8, "who": 0.8}, lower=True)["claims"] == 0.795


def test_floors_are_of_this_corpus() -> None:
    pinned = json.loads(FLOORS.read_text("utf-8"))
    assert pinned["corpus"] == corpus_digest(), "pin again: python -m tests.pin_quality"
    assert tuple(pinned["f1"]) == MEASURES


@pytest.mark.model
def test_extraction_is_no_worse(nlp: Language) -> None:
    floors = json.loads(FLOORS.read_text("utf-8"))["f1"]
    reached = measure(nlp)
    assert {name: f1 for name, f1 in reached.items() if f1 < floors[name]} == {}
