"""A spaCy pipeline that others made: loaded, checked, and fitted to what the rules read."""

import warnings
from pathlib import Path

import spacy
from spacy.about import __version__ as spacy_version
from spacy.language import Language
from spacy.tokens import Doc

from claimx.errors import ModelError
from claimx.language import clear, lemmas, pipeline  # noqa: F401  # they register factories
from claimx.language.fitting import missing

PROBE = "The mayor left Oslo on Monday."


def load_foreign(model: str) -> Language:
    """Return the spaCy pipeline of that name or folder, made to start sentences at blocks.

    Its lemmas become those of :mod:`claimx.language.lemmas`, other trees are turned into UD.  A
    pipeline for another release of spaCy gives a warning.

    Raises:
        ModelError: it does not load, is not for English or lacks a component.
    """
    nlp = _read(model)
    if nlp.lang != "en":
        raise ModelError(f"{model}: a pipeline for {nlp.lang!r}; claimx reads English")
    doc = _try(nlp, model)
    if lacking := missing(doc):
        raise ModelError(f"{model}: the pipeline has no {', no '.join(lacking)}")
    nlp.add_pipe("claimx_layout", first=True, config={"starts": True})
    nlp.add_pipe("claimx_lemmas")  # word lists hold lemmas of these rules: "’s" is "be"
    nlp.add_pipe("claimx_clear")  # last: it reads tags, lemmas and names too
    return nlp


def _read(model: str) -> Language:
    folder = Path(model)
    if folder.exists() and not (folder / "config.cfg").is_file():
        raise ModelError(f"{model}: no spaCy pipeline, which is a folder with a config.cfg")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            nlp = spacy.load(model)
        except OSError as error:
            if folder.exists():
                raise _unreadable(model, error) from error
            raise ModelError(
                f"{model}: no such spaCy pipeline; install it, give its folder,"
                " or leave --model out"
            ) from error
        except Exception as error:  # code and data of others, made for any release of spaCy
            raise _unreadable(model, error) from error
    if any("[W095]" in str(warning.message) for warning in caught):
        made_for = nlp.meta.get("spacy_version", "another")
        warnings.warn(
            f"{model}: made for spaCy {made_for}, read by spaCy {spacy_version};"
            " what it finds may be worse than it was",
            stacklevel=2,
        )
    return nlp


def _try(nlp: Language, model: str) -> Doc:
    try:
        return nlp(PROBE)
    except Exception as error:  # weights and components that do not fit are found out here
        raise _unreadable(model, error) from error


def _unreadable(model: str, error: Exception) -> ModelError:
    reason = " ".join(str(error).split()) or type(error).__name__
    return ModelError(f"{model}: spaCy cannot run this pipeline: {reason}")
