"""The language pipeline: the embedded model, or any spaCy pipeline that the user names."""

from pathlib import Path

from spacy.language import Language

from claimx.errors import ModelError

EMBEDDED = "claimx-en"
NEEDED = ("tagger", "parser", "ner")


def load(model: str | None = None) -> Language:
    """Return the embedded pipeline, or the spaCy pipeline of that name or path.

    A folder that holds an exported claimx model gives the embedded pipeline with that model.

    Raises:
        ModelError: the model is not there, is damaged, or lacks a component.
    """
    if model is None or model == EMBEDDED:
        return _load_own(None)
    if (Path(model) / "encoder.onnx").exists():
        return _load_own(model)
    return _load_foreign(model)


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


def _load_foreign(model: str) -> Language:
    import spacy

    from claimx.language import clear, pipeline  # noqa: F401  # they register factories

    try:
        nlp = spacy.load(model)
    except OSError as error:
        raise ModelError(
            f"{model}: no such spaCy pipeline; install it, give its folder, or leave --model out"
        ) from error
    missing = [name for name in NEEDED if name not in nlp.pipe_names]
    if missing:
        raise ModelError(f"{model}: the pipeline has no {', no '.join(missing)}")
    nlp.add_pipe("claimx_layout", first=True)
    if clear.is_clear(nlp.get_pipe("parser").labels):  # type: ignore[attr-defined]  # spaCy's parser has labels
        nlp.add_pipe("claimx_clear")  # last: it reads tags, lemmas and names too
    return nlp
