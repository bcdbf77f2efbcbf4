"""The language pipeline: the embedded model, or any spaCy pipeline that the user names."""

from pathlib import Path

from spacy.language import Language

from claimx.errors import ModelError
from claimx.gazetteer.index import load as load_gazetteer
from claimx.reading.files import reason
from claimx.records import Model

EMBEDDED = "claimx-en"


def load(model: str | None = None) -> Language:
    """Return the embedded pipeline, or the spaCy pipeline of that name or path.

    A folder that holds an exported claimx model gives the embedded pipeline with that model.

    Raises:
        ModelError: the model is not there, is damaged, or lacks a component.
        SetupError: the gazetteer is not there or is damaged.
    """
    load_gazetteer()  # rather now than in the middle of an article
    if model is None or model == EMBEDDED:
        return _load_own(None)
    try:
        is_own = (Path(model) / "encoder.onnx").exists()
    except OSError as error:  # a name that is too long, or a folder that is closed
        raise ModelError(f"{model}: {reason(error)}") from error
    if is_own:
        return _load_own(model)
    from claimx.language.foreign import load_foreign

    return load_foreign(model)


def identify(nlp: Language) -> Model:
    """Return the name, as spaCy users write it ("en_core_web_sm"), and version of a pipeline."""
    name, version = nlp.meta["name"], nlp.meta["version"]
    own = "claimx_encoder" in nlp.pipe_names
    return Model(name=name if own else f"{nlp.lang}_{name}", version=version)


def scores(nlp: Language) -> dict[str, float]:
    """Return what the makers of a pipeline measured, in per cent."""
    noted = {k: v for k, v in nlp.meta.get("performance", {}).items() if isinstance(v, float)}
    own = "claimx_encoder" in nlp.pipe_names
    rates = (name for name in noted if not name.endswith("speed") and not name.endswith("loss"))
    return noted if own else {name: 100 * noted[name] for name in rates}


def _load_own(folder: str | None) -> Language:
    import spacy

    from claimx.language import entities, lemmas, pipeline  # noqa: F401  # they register factories

    nlp = spacy.blank("en")
    nlp.max_length = 100_000_000
    nlp.add_pipe("claimx_layout")
    encoder = nlp.add_pipe("claimx_encoder", config={"folder": folder})
    nlp.add_pipe("claimx_lemmas")
    nlp.add_pipe("claimx_entities")
    manifest = encoder.encoder.manifest  # type: ignore[attr-defined]  # our own component
    nlp.meta["name"], nlp.meta["version"] = manifest.name, manifest.version
    nlp.meta["performance"] = dict(manifest.scores)
    return nlp
