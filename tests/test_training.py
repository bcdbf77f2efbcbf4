"""The training recipe: settings, guises, and a run of a few steps where torch is installed."""

import json
import random
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimx.language.pipeline import model_folder
from claimx.model.augment import vary
from claimx.model.plan import Plan, read_plan, write_plan

WORDS = ["“", "Rates", "rise", "”", "—", "Fed"]


def test_settings_change_the_plan_and_nothing_else() -> None:
    changed = read_plan(['turns=["tree"]', "steps=8", 'weights={"arcs":2}', "guises=0"])
    weights = Plan().weights | {"arcs": 2.0}
    assert changed == replace(Plan(), turns=("tree",), steps=8, weights=weights, guises=0.0)


@pytest.mark.parametrize(
    ("setting", "problem"),
    [
        pytest.param("steps", "KEY=VALUE expected", id="no value"),
        pytest.param("stepz=3", "KEY=VALUE expected", id="no such key"),
        pytest.param('turns=["trees"]', "turns", id="no such task"),
        pytest.param("steps=many", "Expecting value", id="no JSON"),
    ],
)
def test_a_setting_that_means_nothing_is_refused(setting: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        read_plan([setting])


def test_a_plan_is_stored_as_it_is(tmp_path: Path) -> None:
    write_plan(Plan(), tmp_path / "plan.json")
    stored = json.loads((tmp_path / "plan.json").read_text("utf-8"))
    assert read_plan([f"{key}={json.dumps(value)}" for key, value in stored.items()]) == Plan()


def test_words_keep_their_guise_when_none_is_asked_for() -> None:
    chance = random.Random(1)
    assert [vary(WORDS, chance, 0) for _ in range(50)] == [WORDS] * 50


def test_guises_are_as_frequent_as_asked_for() -> None:
    chance = random.Random(1)
    varied = [vary(WORDS, chance, 1.0) for _ in range(2000)]
    letters = [[word for word in words if word.isalpha()] for words in varied]
    shares = {
        "lower": sum(words == ["rates", "rise", "fed"] for words in letters) / 2000,
        "capitals": sum(words == ["RATES", "RISE", "FED"] for words in letters) / 2000,
        "title": sum(words == ["Rates", "Rise", "Fed"] for words in letters) / 2000,
        "marks": sum(words[0] != "“" or words[4] != "—" for words in varied) / 2000,
    }
    assert {name: round(share, 2) for name, share in shares.items()} == {
        "lower": 0.04,
        "capitals": 0.03,
        "title": 0.05,
        "marks": 0.28,
    }
    assert {len(words) for words in varied} == {len(WORDS)}


CONLLU = """# newdoc id = ours
1\tRates\trate\tNOUN\tNNS\t_\t2\tnsubj\t_\t_
2\trise\trise\tVERB\tVBP\t_\t0\troot\t_\t_
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

1\tBo\tBo\tPROPN\tNNP\t_\t2\tnsubj\t_\t_
2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_

"""
NEWSWIRE = "Bo\tB-Person\nleft\tO\nOslo\tB-Location\n.\tO\n"
ARTICLE = "Bo said rates rise."
SPANS = "T1\tSource 0 2\tBo\nT2\tCue 3 7\tsaid\nT3\tContent 8 18\trates rise\n"


@pytest.fixture
def corpora(tmp_path: Path) -> list[str]:
    """Write one document of each kind; return the options that name them."""
    files = {
        "trees/a.conllu": CONLLU,
        "ner/a.tsv": NEWSWIRE,
        "said/text/a.txt": ARTICLE,
        "said/attributions/a.ann": SPANS,
    }
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    named = {"trees": "trees", "entities": "ner", "attributions": "said"}
    options = [f"--{option}={tmp_path / name}" for option, name in named.items()]
    return [*options, f"--pretrained={model_folder()}"]


@pytest.mark.model
def test_the_weights_of_an_exported_model_come_back(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="torch is for training only")
    pytest.importorskip("onnx", reason="onnx is for training only")
    from claimx.model.checkpoints import read_labels
    from claimx.model.export import write_graph
    from claimx.model.restore import read_weights
    from claimx.model.trainee import Trainee

    trainee = Trainee(read_labels(model_folder()))
    weights = read_weights(model_folder())
    lacking = trainee.load_state_dict(weights, strict=False)
    assert {name.split(".")[-1] for name in lacking.missing_keys} == {
        "forbidden",
        "forbidden_first",
    }
    assert lacking.unexpected_keys == []
    write_graph(trainee.eval(), tmp_path / "encoder.onnx")
    for name in ("labeller.onnx", "transitions.npz", "labels.json"):
        (tmp_path / name).write_bytes((model_folder() / name).read_bytes())
    again = read_weights(tmp_path)
    assert {name for name in weights if not torch.equal(again[name], weights[name])} == set()


def test_hidden_pieces_are_those_of_words() -> None:
    torch = pytest.importorskip("torch", reason="torch is for training only")
    from claimx.model.batches import Batch
    from claimx.model.train import hide

    pieces = torch.tensor([[101, 7592, 2088, 102, 0]])
    shapes = torch.tensor([[0, 2, 9, 0, 0]])
    batch = Batch(
        pieces=pieces, shapes=shapes, present=pieces, nodes=pieces, words=pieces, labels={}
    )
    assert hide(batch, 1.0, 103).pieces.tolist() == [[101, 103, 103, 102, 0]]
    assert hide(batch, 0.0, 103).pieces.tolist() == [[101, 7592, 2088, 102, 0]]


@pytest.mark.model
def test_a_run_that_was_cut_off_ends_as_one_that_was_not(
    tmp_path: Path, corpora: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    torch = pytest.importorskip("torch", reason="torch is for training only")
    pytest.importorskip("onnx", reason="onnx is for training only")
    import typer

    from claimx.model import train as training
    from claimx.model.network import Encoder

    monkeypatch.setattr(Encoder, "load_pretrained", lambda self, path: None)
    command = typer.Typer()
    command.command()(training.train)

    def run(name: str, steps: int) -> dict[str, object]:
        plan = [f"--set={key}={value}" for key, value in {"steps": steps, "fall": 0.01}.items()]
        out = tmp_path / name
        result = CliRunner().invoke(command, [*corpora, *plan, f"--out={out}", "--save-every=2"])
        assert (result.exit_code, result.output) == (0, "") or result.exception is None
        return dict(torch.load(out / "checkpoint.pt", weights_only=True))

    whole = run("whole", 6)
    run("cut", 4)
    resumed = run("cut", 6)
    assert whole["step"] == resumed["step"] == 6
    ours, theirs = whole["average"], resumed["average"]
    assert isinstance(ours, dict) and isinstance(theirs, dict)
    assert {name for name in ours if not torch.equal(ours[name], theirs[name])} == set()
    assert asdict(Plan())["steps"] == 4200
