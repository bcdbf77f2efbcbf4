"""Pipelines that a user brings: taken as they are, or refused with a line that says why."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

import claimx
from claimx.errors import InputError, ModelError
from claimx.language.pipeline import BLOCKS
from tests.pipelines import UNIVERSAL, WORDS, make_pipeline, save_pipeline

NEWS = "Ships sold again\n\n- Oslo sold ships\n- Ghent bought them\n\nOslo sold ships to Ghent."


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "claimx", *arguments]
    return subprocess.run(command, input=NEWS, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    return save_pipeline(tmp_path_factory.mktemp("pipelines") / "toy")


def test_sentences_start_at_blocks(model: str) -> None:
    doc = claimx.load(model)(NEWS)
    starts = {token.i for token in doc if token.is_sent_start}
    assert {block.start for block in doc.spans[BLOCKS]} <= starts
    assert not any("\n\n-" in sent.text.rstrip("\n-") for sent in doc.sents)


def test_labels_and_lemmas_are_what_rules_read(model: str) -> None:
    doc = claimx.load(model)(NEWS)
    assert not {token.dep_ for token in doc} & {"ROOT", "dobj", "pobj", "dative", ""}
    assert all(token.lemma_ for token in doc)


def test_another_universal_pipeline(tmp_path: Path) -> None:
    doc = claimx.load(save_pipeline(tmp_path / "ud", labels=UNIVERSAL))(NEWS)
    roots = [sent.root.dep_ for sent in doc.sents]
    assert roots == ["root"] * len(roots) != []


def test_a_document_names_its_pipeline(model: str) -> None:
    made = claimx.extract(NEWS, model=model).document.model
    assert (made.name, made.version) == ("en_toy_web", "1.2.3")


@pytest.mark.parametrize("name", ["tagger", "parser", "ner", "attribute_ruler"])
def test_a_missing_component_is_named(name: str, tmp_path: Path) -> None:
    folder = save_pipeline(tmp_path / "lacking", name)
    with pytest.raises(ModelError, match=re.escape(f"{folder}: the pipeline has no {name}") + "$"):
        claimx.load(folder)


def empty_folder(folder: Path) -> str:
    folder.mkdir()
    return "no spaCy pipeline, which is a folder with a config.cfg"


def plain_file(folder: Path) -> str:
    folder.write_text("The dam held.", encoding="utf-8")
    return "no spaCy pipeline, which is a folder with a config.cfg"


def german(folder: Path) -> str:
    spacy.blank("de").to_disk(folder)
    return "a pipeline for 'de'; claimx reads English"


def cut_weights(folder: Path) -> str:
    save_pipeline(folder)
    (folder / "parser" / "model").write_bytes(b"\x81")
    return "spaCy cannot run this pipeline: "


def unknown_factory(folder: Path) -> str:
    save_pipeline(folder)
    config = folder / "config.cfg"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace('factory = "ner"', 'factory = "oracle"'), encoding="utf-8")
    return "spaCy cannot run this pipeline: [E002] Can't find factory for 'oracle'"


def without_meta(folder: Path) -> str:
    save_pipeline(folder)
    (folder / "meta.json").unlink()
    return "spaCy cannot run this pipeline: [E053] Could not read meta.json"


@pytest.mark.parametrize(
    "damage", [empty_folder, plain_file, german, cut_weights, unknown_factory, without_meta]
)
def test_what_is_no_pipeline_is_refused(damage: Callable[[Path], str], tmp_path: Path) -> None:
    folder = tmp_path / "model"
    reason = damage(folder)
    with pytest.raises(ModelError) as caught:
        claimx.load(str(folder))
    assert str(caught.value).startswith(f"{folder}: {reason}")
    assert "\n" not in str(caught.value)


def test_a_pipeline_of_another_release_gives_one_line_of_warning(tmp_path: Path) -> None:
    folder = save_pipeline(tmp_path / "old")
    meta = tmp_path / "old" / "meta.json"
    facts = json.loads(meta.read_text(encoding="utf-8"))
    meta.write_text(json.dumps({**facts, "spacy_version": ">=3.1.0,<3.2.0"}), encoding="utf-8")
    done = run("extract", "-", "--format", "json", "--model", folder)
    assert json.loads(done.stdout)["document"]["model"]["name"] == "en_toy_web"
    assert done.returncode == 0
    warning = f"claimx: warning: {folder}: made for spaCy >=3.1.0,<3.2.0, read by spaCy "
    assert done.stderr.startswith(warning)
    assert done.stderr.count("\n") == 1


def test_info_tells_what_a_pipeline_is(model: str) -> None:
    done = run("info", "--model", model)
    facts = {line[:25].strip(): line[25:] for line in done.stdout.splitlines()}
    assert (done.returncode, done.stderr) == (0, "")
    assert facts["model"] == "en_toy_web 1.2.3"
    assert facts["components"] == (
        "claimx_layout, tagger, parser, ner, attribute_ruler, claimx_lemmas, claimx_clear"
    )


def test_an_article_longer_than_a_pipeline_takes_fails_alone(model: str) -> None:
    nlp = claimx.load(model)
    nlp.max_length = 10
    with pytest.raises(InputError, match="^82 characters, and en_toy_web takes 10; "):
        claimx.extract(NEWS, model=nlp)


def test_trees_of_a_plain_pipeline_are_cut_at_blocks() -> None:
    from claimx.language.clear import ClearToUD
    from claimx.language.pipeline import mark_blocks

    nlp = make_pipeline()
    words = ["Ships", "sold", "\n\n", *WORDS]
    heads = [1, 4, 1, *(3 + head for head in (1, 1, 1, 1, 3, 1))]
    deps = ["nsubj", "ccomp", "", "nsubj", "ROOT", "dobj", "dative", "pobj", "punct"]
    spaces = [True, False, False, *([True] * 4), False, False]
    doc = Doc(nlp.vocab, words=words, spaces=spaces, heads=heads, deps=deps)
    doc = ClearToUD(lambda: True)(mark_blocks(doc))
    assert [sent.text for sent in doc.sents] == ["Ships sold\n\n", "Oslo sold ships to Ghent."]
    assert [sent.root.text for sent in doc.sents] == ["sold", "sold"]
