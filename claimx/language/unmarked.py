"""Names that the model leaves unmarked and their form gives away: "Republican", "(WHO)", "F-16"."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from claimx.language.entity_words import is_at, words_of

ACRONYM = re.compile(r"[A-Z][A-Z&.-]{1,7}")
DESIGNATION = re.compile(r"(?!COVID|Covid|G-\d)[A-Z][A-Za-z]{0,2}-\d{1,3}[A-Za-z]{0,2}")


def find_unmarked(doc: Doc, names: Sequence[Span]) -> list[Span]:
    """Return the names to add to ``names``; none overlaps one of these."""
    taken = {token.i for name in names for token in name}
    acronyms = _acronyms(doc, names)
    found = []
    for token in doc:
        label = None if token.i in taken else _label(doc, token, acronyms)
        if label is not None:
            found.append(Span(doc, token.i, token.i + 1, label))
    return [*found, *_numbered_facilities(doc, taken)]


def _acronyms(doc: Doc, names: Sequence[Span]) -> dict[str, str]:
    """Return the labels of acronyms that stand in brackets behind a name."""
    labels = {}
    for name in names:
        at = name.end + 1
        if is_at(doc, name.end, {"("}) and is_at(doc, at + 1, {")"}):
            if ACRONYM.fullmatch(doc[at].text) and name.label_ in (
                "ORG",
                "PRODUCT",
                "EVENT",
                "FAC",
            ):
                labels[doc[at].text] = name.label_
    return labels


def _label(doc: Doc, token: Token, acronyms: dict[str, str]) -> str | None:
    if token.text in acronyms:
        return acronyms[token.text]
    if DESIGNATION.fullmatch(token.text) and not is_at(doc, token.i + 1, words_of("road")):
        return "PRODUCT"
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    stands_alone = after is None or not after.is_title
    if token.is_title and token.lower_ in words_of("party") and stands_alone:
        return "NORP"
    return None


def _numbered_facilities(doc: Doc, taken: set[int]) -> Iterator[Span]:
    """Yield "Highway 1" and "Terminal 3"."""
    for token in doc[:-1]:
        number = doc[token.i + 1]
        if token.i in taken or number.i in taken or not (token.is_title and number.is_digit):
            continue
        if token.lower_ in words_of("fac_head") | words_of("road") and not _opens(doc, token):
            yield Span(doc, token.i, number.i + 1, "FAC")


def _opens(doc: Doc, token: Token) -> bool:
    """Tell whether the number after ``token`` counts what follows: "Base 5 tonnes"."""
    return is_at(doc, token.i + 2, words_of("measure") | words_of("percent"))
