"""Make a Doc that any English pipeline has annotated hold what the rules read."""

from spacy.language import Language
from spacy.tokens import Doc

from claimx.errors import ModelError
from claimx.language.clear import ClearToUD, has_clear_parser
from claimx.language.lemmas import Lemmatiser
from claimx.language.pipeline import BLOCKS, mark_blocks

# What a Doc must hold, and the component that gives it in most pipelines.
NEEDED = {"TAG": "tagger", "DEP": "parser", "ENT_IOB": "ner", "POS": "attribute_ruler"}


def fit(doc: Doc, nlp: Language) -> Doc:
    """Return ``doc``, which ``nlp`` has annotated, with the blocks, lemmas and trees of rules.

    A Doc of a pipeline that :func:`claimx.load` returned comes back as it is.

    Raises:
        ModelError: the pipeline lacks a component.
    """
    if len(doc) == 0 or {"claimx_encoder", "claimx_clear"} & set(nlp.pipe_names):
        return doc
    if lacking := missing(doc):
        raise ModelError(f"the pipeline has no {', no '.join(lacking)}")
    if BLOCKS not in doc.spans:
        mark_blocks(doc)
    return ClearToUD(lambda: has_clear_parser(nlp))(Lemmatiser()(doc))


def missing(doc: Doc) -> list[str]:
    """Return the names of the components whose work ``doc`` lacks."""
    return [name for annotation, name in NEEDED.items() if not doc.has_annotation(annotation)]
