"""The component ``claimx``: whatever English pipeline it ends, each Doc gets ``doc._.claimx``."""

from spacy.language import Language
from spacy.tokens import Doc

from claimx.extraction import read_parsed
from claimx.records import Document

KEY = "claimx"


class Claims:
    """Reads what a Doc says, and leaves its annotation as it is."""

    def __init__(self, nlp: Language) -> None:
        """Name ``nlp`` in documents; its other components have annotated each Doc by then."""
        self._nlp = nlp

    def __call__(self, doc: Doc) -> Doc:
        """Keep the document as JSON, which goes through processes and files along with the Doc.

        Raises:
            InputError: the text holds half of a surrogate pair.
            ModelError: the pipeline lacks a component.
        """
        doc.user_data[KEY] = read_parsed(doc.copy(), self._nlp).to_json()
        return doc


def _document(doc: Doc) -> Document | None:
    kept = doc.user_data.get(KEY)
    return None if kept is None else Document.from_json(kept)


Doc.set_extension("claimx", getter=_document, force=True)


@Language.factory(
    "claimx",
    requires=["token.tag", "token.dep", "token.head", "doc.ents"],
    assigns=["doc._.claimx"],
)
def make_claims(nlp: Language, name: str) -> Claims:
    """Return the component ``claimx``."""
    return Claims(nlp)
