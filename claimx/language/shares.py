"""Find shares of a whole: "a third", "two-thirds", "half its cargo", "half a percentage point"."""

from spacy.tokens import Doc, Span

from claimx.language.entity_words import is_at, match_at, words_of
from claimx.language.numbers import HYPHENS, WORDS, modifier_before, read_unit

OF_WHOLE = frozenset(
    {"of", "the", "its", "their", "his", "her", "our", "my", "your", "this", "that"}
)
AFTER_SHARE = frozenset(
    "of to from since by lower higher more less fewer larger smaller cheaper below above were are"
    " have had".split()
)


def read_share(doc: Doc, at: int, left: int) -> Span | None:
    """Return "a third", "two-thirds", "half" of something or "half a mile"."""
    word = doc[at].lower_
    if word == "half" and not is_at(doc, at - 1, HYPHENS | words_of("ordinal") | {"and"}):
        if is_at(doc, at + 1, {"a", "an"}):
            label, end = read_unit(doc, at + 2)
            if label not in ("CARDINAL", "DATE"):
                return Span(doc, modifier_before(doc, at, left), end, label)
        if is_at(doc, at + 1, OF_WHOLE):
            return Span(doc, modifier_before(doc, at, left), at + 1, "CARDINAL")
    if word not in WORDS | {"a", "an"} or is_at(doc, at - 1, {"and"}):  # "a day and a half"
        return None
    part = at + 2 if is_at(doc, at + 1, HYPHENS) else at + 1
    if not is_at(doc, part, words_of("share")) or not _ends_share(doc, part + 1):
        return None
    begin, end = modifier_before(doc, at, left), part + 1
    if is_at(doc, end, {"of"}) and is_at(doc, end + 1, {"a"}):
        after = match_at(doc, end + 2, words_of("percent"))
        if after:
            return Span(doc, begin, after, "PERCENT")
    return Span(doc, begin, end, "CARDINAL")


def _ends_share(doc: Doc, at: int) -> bool:
    """Tell a share from a rank, "a third of them" from "a third goal"."""
    if doc[at - 1].lower_ in ("quarter", "quarters"):
        return is_at(doc, at, {"of"})
    return at == len(doc) or doc[at].is_punct or is_at(doc, at, AFTER_SHARE)
