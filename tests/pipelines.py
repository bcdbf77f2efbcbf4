"""Pipelines that look like en_core_web_* and know nothing: real components, random weights."""

from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

WORDS = ["Oslo", "sold", "ships", "to", "Ghent", "."]
HEADS = [1, 1, 1, 1, 3, 1]
CLEAR = ["nsubj", "ROOT", "dobj", "dative", "pobj", "punct"]
UNIVERSAL = ["nsubj", "ROOT", "obj", "case", "obl", "punct"]
TAGS = ["NNP", "VBD", "NNS", "IN", "NNP", "."]
COMPONENTS = ("tagger", "parser", "ner", "attribute_ruler")


def make_pipeline(*left_out: str, labels: list[str] = CLEAR) -> Language:
    """Return a pipeline without the components of ``left_out``, its parser with ``labels``."""
    nlp = spacy.blank("en")
    nlp.meta["name"], nlp.meta["version"] = "toy_web", "1.2.3"
    for name in COMPONENTS:
        if name not in left_out:
            nlp.add_pipe(name)
    made = Doc(
        nlp.vocab, words=WORDS, tags=TAGS, heads=HEADS, deps=labels,
        ents=["B-GPE", "O", "O", "O", "B-GPE", "O"],
    )  # fmt: skip
    nlp.initialize(lambda: [Example(made, made)])
    if "attribute_ruler" not in left_out:
        ruler = nlp.get_pipe("attribute_ruler")
        ruler.add([[{}]], {"POS": "NOUN"})  # type: ignore[attr-defined]  # the ruler's own method
    return nlp


def save_pipeline(folder: Path, *left_out: str, labels: list[str] = CLEAR) -> str:
    """Write the pipeline to ``folder`` and return that as text, for ``--model``."""
    make_pipeline(*left_out, labels=labels).to_disk(folder)
    return str(folder)
