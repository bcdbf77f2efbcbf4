"""The label sets of the embedded model, in the order of its output columns, and BIO bookkeeping."""

from collections.abc import Iterator, Sequence

OUTSIDE = "O"
ENTITY_TYPES = ("PERSON", "ORG", "LOC", "FAC", "NORP", "PRODUCT", "MISC", "DATE", "MONEY")
ATTRIBUTION_PARTS = ("source", "cue", "content")


def bio_labels(types: Sequence[str]) -> tuple[str, ...]:
    """Return O, then B- and I- of each type."""
    return (OUTSIDE, *(f"{mark}-{kind}" for kind in types for mark in "BI"))


def may_follow(previous: str | None, label: str) -> bool:
    """Tell whether ``label`` may stand after ``previous``; None is the start of a sequence."""
    if not label.startswith("I-"):
        return True
    return previous is not None and previous != OUTSIDE and previous[2:] == label[2:]


def bio_spans(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, type) of each span; an I- without its B- opens a span of its own."""
    start, kind = 0, ""
    for i, label in enumerate((*labels, OUTSIDE)):
        if kind and not (label.startswith("I-") and label[2:] == kind):
            yield start, i, kind
            kind = ""
        if label != OUTSIDE and not kind:
            start, kind = i, label[2:]
