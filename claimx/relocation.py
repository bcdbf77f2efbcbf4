"""Records of a composed text moved to the text as read: offsets, quoted words, citations, ids."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from claimx.claims import claim_id, document_id
from claimx.reading.composed import Composed
from claimx.records import Citation, Document
from claimx.rules.citation import CONTEXT


def relocate(document: Document, composed: Composed, text: str) -> Document:
    """Return what was found in ``composed`` with its places in ``text``, the text as read.

    What quotes the article by its place is quoted as it stands there; wordings and names, which
    are compared from article to article, stay composed.
    """
    moved: Document = _Move(composed, text).move(document)
    source = replace(moved.document, id=document_id(text))
    claims = tuple(replace(claim, id=claim_id(source.id, claim)) for claim in moved.claims)
    ids = {old.id: new.id for old, new in zip(document.claims, claims, strict=True)}
    return replace(
        moved,
        document=source,
        claims=claims,
        summary=tuple(
            replace(line, claims=tuple(ids[claim] for claim in line.claims))
            for line in moved.summary
        ),
        relations=tuple(
            replace(fact, claim=ids[fact.claim] if fact.claim else None) for fact in moved.relations
        ),
    )


class _Move:
    """Moves records, and the records in them, from one text to the other."""

    def __init__(self, composed: Composed, text: str) -> None:
        self._restore = composed.restore
        self._text = text

    def move(self, value: Any) -> Any:
        """Return a record, or a tuple of them, with its places in the text as read."""
        if isinstance(value, tuple):
            return tuple(map(self.move, value))
        if isinstance(value, Citation):
            return self._cite(value)
        if not is_dataclass(value) or isinstance(value, type):
            return value
        parts = {field.name: self.move(getattr(value, field.name)) for field in fields(value)}
        if "start" in parts:
            start, end = self._restore(parts["start"], parts["end"])
            words = "exact" if "exact" in parts else "text"
            parts |= {"start": start, "end": end, words: self._text[start:end]}
        return replace(value, **parts)

    def _cite(self, cited: Citation) -> Citation:
        start, end = self._restore(cited.start, cited.end)
        # A line begins where the line end before it ends, whatever blanks were taken from it.
        _, line = self._restore(cited.start, cited.start - cited.column + 1)
        return replace(
            cited,
            start=start,
            end=end,
            column=start - line + 1,
            exact=self._text[start:end],
            prefix=self._text[max(0, start - CONTEXT) : start],
            suffix=self._text[end : end + CONTEXT],
        )
