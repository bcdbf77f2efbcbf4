"""Numbers in words and digits, what may stand before them, and the units that may follow."""

import re
from functools import lru_cache

from spacy.tokens import Doc

from claimx.language.entity_words import LONGEST, Group, is_at, match_at, words_of

DIGITS = re.compile(r"[+-]?\d[\d.,]*(?:m|bn|tn|k|mn)?|\d+/\d+", re.IGNORECASE)
WORDS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
    "ninety".split()
)
HYPHENS = frozenset({"-", "–", "‑"})
SHIFTS = frozenset({"ago", "later", "earlier"})
AND_HALF = frozenset({"and a half"})
UNITS: tuple[tuple[Group, str], ...] = (
    ("percent", "PERCENT"),
    ("currency", "MONEY"),
    ("clock_unit", "TIME"),
    ("calendar_unit", "DATE"),
    ("measure", "QUANTITY"),
)
SCALES = frozenset({"celsius", "fahrenheit", "c", "f"})


@lru_cache(maxsize=1 << 12)
def is_number(word: str) -> bool:
    """Tell whether a word in lower case counts: "12,5", "1/3", "seven", "thousands"."""
    return (
        bool(DIGITS.fullmatch(word))
        or word in WORDS
        or word in ("tens", "hundreds", "thousands", "millions", "billions", "dozens")
    )


def number_end(doc: Doc, at: int) -> int:
    """Return where the number that starts at ``at`` ends: "10 to 15", "two and a half million"."""
    end = at + 1
    while end < len(doc):
        word = doc[end].lower_
        if is_number(word) or word in words_of("scale") and not _is_metre(doc, end):
            end += 1
        elif (
            (word in HYPHENS or word == "to")
            and end + 1 < len(doc)
            and is_number(doc[end + 1].lower_)
        ):
            end += 2
        elif word == "in" and _is_odds(doc, end):
            end += 2
        elif (
            word == "and"
            and is_at(doc, end + 1, {"a"})
            and is_at(doc, end + 2, {"half", "quarter"})
        ):
            end += 3
        elif (
            word == "of"
            and doc[end - 1].lower_ in ("tens", "hundreds", "thousands")
            and is_at(doc, end + 1, {"thousands", "millions", "billions"})
        ):
            end += 2
        else:
            break
    return end


def _is_odds(doc: Doc, at: int) -> bool:
    """Tell whether "in" stands between two small numbers: "one in five", no "5 in 2014"."""
    small = [doc[i].text for i in (at - 1, at + 1) if i < len(doc)]
    return (
        len(small) == 2
        and all(word.lower() in WORDS or word.isdigit() and len(word) < 4 for word in small)
        and not is_unit(doc, at + 2)
    )


def _is_metre(doc: Doc, at: int) -> bool:
    """Tell "5 m" of length from "$5 m"."""
    return doc[at].lower_ == "m" and not is_at(doc, at - 2, words_of("currency_sign"))


def read_unit(doc: Doc, end: int) -> tuple[str, int]:
    """Return the label that the words from ``end`` give a number, and where they end."""
    at = end + 1 if is_at(doc, end, HYPHENS) else end
    for group, label in UNITS:
        after = match_at(doc, at, words_of(group))
        if after and label == "QUANTITY" and doc[at].lower_ in ("square", "cubic", "nautical"):
            after = match_at(doc, at + 1, words_of("measure")) or after
        if after:
            return label, _unit_end(doc, after, label)
    return "CARDINAL", end


def _unit_end(doc: Doc, after: int, label: str) -> int:
    """Return where "years old", "weeks later", "days and a half" or "degrees Celsius" ends."""
    if label == "QUANTITY":
        return after + 1 if is_at(doc, after, SCALES) else after
    if label == "DATE" and is_at(doc, after, HYPHENS) and is_at(doc, after + 1, {"old", "olds"}):
        return after + 2
    if label in ("DATE", "TIME"):
        after = match_at(doc, after, AND_HALF) or after
        ends = SHIFTS | {"old"} if label == "DATE" else SHIFTS
        return after + 1 if is_at(doc, after, ends) else after
    return after


def is_unit(doc: Doc, at: int) -> bool:
    """Tell whether a unit stands at ``at``."""
    return read_unit(doc, at)[0] != "CARDINAL"


def sign_before(doc: Doc, at: int, left: int) -> int:
    """Return where the currency sign before ``at`` stands, ``at`` itself without one."""
    return at - 1 if at > left and doc[at - 1].lower_ in words_of("currency_sign") else at


def modifier_before(doc: Doc, at: int, left: int) -> int:
    """Return where "more than" and the like before ``at`` begin, not before ``left``."""
    for length in range(LONGEST, 0, -1):
        begin = at - length
        if begin >= left and match_at(doc, begin, words_of("about")) == at:
            return begin
    return at
