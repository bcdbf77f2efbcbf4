"""The dated claims of many articles in the order of the calendar."""

from collections.abc import Iterable
from dataclasses import dataclass

from claimx.records import Claim, Document, Source, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A claim at one of its times."""

    when: When
    claim: Claim
    document: Source

    @property
    def label(self) -> str:
        """Return the time as EDTF writes it: "2021-03", "2005-01-01/..", "2019~"."""
        return self.when.edtf or f"{self.when.earliest or '..'}/{self.when.latest or '..'}"


def build_timeline(documents: Iterable[Document]) -> list[Entry]:
    """Return an entry for each dated time of each claim, earliest first.

    A time without a beginning ("until 2005") stands where it ends.  Of times that begin together
    the shorter comes first; then the order of articles and of their text.
    """
    entries = [
        Entry(when=when, claim=claim, document=document.document)
        for document in documents
        for claim in document.claims
        for when in claim.when
        if when.earliest or when.latest
    ]
    return sorted(entries, key=_order)


def _order(entry: Entry) -> tuple[str, str]:
    first, last = entry.when.earliest, entry.when.latest
    return first or last or "", last or "9999-12-31"
