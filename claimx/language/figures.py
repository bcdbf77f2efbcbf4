"""Find what is said in numbers: TIME, DATE, MONEY, PERCENT, QUANTITY, ORDINAL and CARDINAL.

Each match starts at a number word and grows: over the rest of the number, then to the right over
its unit and to the left over a currency sign and words like "more than". Types as in OntoNotes 5.
"""

import re
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from claimx.language.entity_words import is_at, match_at, words_of
from claimx.language.numbers import (
    DIGITS,
    SHIFTS,
    is_number,
    is_unit,
    modifier_before,
    number_end,
    read_unit,
    sign_before,
)
from claimx.language.shares import read_share

CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[:.][0-5]\d")
NTH = re.compile(r"\d+(?:st|nd|rd|th)", re.IGNORECASE)
AGES = re.compile(r"\d{2,4}0['’]?s")
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
HALVES = frozenset({"am", "pm", "a.m.", "p.m.", "a.m", "p.m"})
ZONES = frozenset({"gmt", "utc", "est", "edt", "bst", "cet", "cest", "pst", "pdt", "ist", "local"})
YEAR_OPENERS = frozenset(
    {"in", "since", "of", "until", "till", "early", "late", "mid", "by", "from"}
)
STOPWATCH = re.compile(r"\d{1,2}(?::[0-5]\d){1,2}(?:\.\d+)?")
HOURS = frozenset({"tonight", "noon", "midnight", "midday"})
TWILIGHT = frozenset({"dawn", "dusk", "sunrise", "sunset", "nightfall", "daybreak"})
BEFORE_TWILIGHT = frozenset({"at", "before", "after", "by", "until", "from", "since"})
BOUNDS = frozenset({"end", "start", "beginning", "middle", "turn"})
OF_THE = frozenset({"of", "of the"})
WHOLE = frozenset({"single", "full", "whole"})


def find_figures(doc: Doc) -> list[Span]:
    """Return the expressions in text order, none overlapping another."""
    found: list[Span] = []
    end = 0
    for token in doc:
        if token.i >= end and _can_open(token.lower_):
            span = _read_at(doc, token.i, end)
            if span:
                found.append(span)
                end = span.end
    return found


@lru_cache(maxsize=1 << 12)
def _can_open(word: str) -> bool:
    """Tell whether an expression can begin with a word in lower case."""
    return (
        is_number(word)
        or word in HOURS | TWILIGHT | BOUNDS | {"a", "an", "half", "overnight"}
        or any(word in words_of(group) for group in ("deictic_date", "pointer", "ordinal"))
        or any(form.fullmatch(word) for form in (CLOCK, STOPWATCH, AGES, NTH))
    )


def _read_at(doc: Doc, at: int, left: int) -> Span | None:
    """Return the expression that ``doc[at]`` opens and that starts at ``left`` or later."""
    word = doc[at].lower_
    if CLOCK.fullmatch(word) and is_at(doc, at + 1, HALVES | ZONES):
        return _clock(doc, at, left)
    if word in words_of("deictic_date"):
        return Span(doc, at, at + 1, "DATE")
    if word in HOURS or word in TWILIGHT and is_at(doc, at - 1, BEFORE_TWILIGHT):
        return Span(doc, _clock_modifier_before(doc, at, left), at + 1, "TIME")
    if word == "overnight" and doc[at].pos_ in ("ADV", ""):  # no "overnight train"
        return Span(doc, at, at + 1, "TIME")
    if STOPWATCH.fullmatch(word):
        return Span(doc, at, at + 1, "TIME")
    if word in words_of("pointer"):
        return _pointed(doc, at)
    if AGES.fullmatch(word):
        return Span(doc, at, at + 1, "DATE")
    share = read_share(doc, at, left)
    if share is not None:
        return share
    if _is_ordinal(doc[at]):
        return _numbered(doc, at)
    if word in BOUNDS and (end := match_at(doc, at + 1, OF_THE)) and _is_calendar_unit(doc, end):
        return Span(doc, at, end + 1, "DATE")  # "the end of the year"
    start = at + 1 if word in ("a", "an", "half") else at
    if start > at and is_at(doc, start, WHOLE):
        start += 1
    if start > at and not _opens_amount(doc, start) and not _opens_span(doc, at, start):
        return None
    if start == at and not is_number(doc[at].lower_):
        return None
    return _amount(doc, at, start, left)


def _opens_amount(doc: Doc, at: int) -> bool:
    """Tell whether "a" or "half" before ``doc[at]`` counts: "a dozen", "an hour"."""
    counted = words_of("scale") | words_of("clock_unit") | {"percent"}
    return (
        at < len(doc)
        and doc[at].lower_ in counted
        and doc[at].lower_ not in ("m", "second", "minute")
    )


def _opens_span(doc: Doc, at: int, unit: int) -> bool:
    """Tell whether "a" before a unit of the calendar measures time: no rate, as in "$5 a day"."""
    if not _is_calendar_unit(doc, unit) or is_at(doc, at, {"half"}):
        return False
    if is_at(doc, unit + 1, SHIFTS | {"before", "after"}):
        return True
    return is_at(doc, at - 1, words_of("span_opener"))


def _is_calendar_unit(doc: Doc, at: int) -> bool:
    return is_at(doc, at, words_of("calendar_unit"))


def _numbered(doc: Doc, at: int) -> Span:
    """Return "third", "third quarter", "first two days" or "first half of 2024"."""
    end = at + 1
    while end < len(doc) and is_number(doc[end].lower_):
        end += 1
    if _is_calendar_unit(doc, end):
        return Span(doc, at, end + 1, "DATE")
    if is_at(doc, at + 1, {"half"}):
        after = match_at(doc, at + 2, OF_THE)
        if after and (_is_calendar_unit(doc, after) or YEAR.fullmatch(doc[after : after + 1].text)):
            return Span(doc, at, after + 1, "DATE")
    return Span(doc, at, at + 1, "ORDINAL")


def _amount(doc: Doc, at: int, start: int, left: int) -> Span | None:
    stands_for_one = start > at and doc[start].lower_ not in words_of("scale")  # "an hour"
    end = start if stands_for_one else number_end(doc, start)
    if end - start == 1 and YEAR.fullmatch(doc[start].text) and at > left:
        before = doc[at - 1].lower_
        if before in YEAR_OPENERS and not is_unit(doc, end):
            return Span(doc, at, end, "DATE")
    if end < len(doc) and doc[end].lower_ in HALVES:
        return _clock(doc, at, left)
    label, end = read_unit(doc, end)
    while label == "TIME" and end < len(doc) and DIGITS.fullmatch(doc[end].text):
        smaller, after = read_unit(doc, end + 1)  # "1 hour 12 minutes"
        if smaller != "TIME":
            break
        end = after
    begin = at
    if label == "CARDINAL" or label == "PERCENT":
        sign = sign_before(doc, begin, left)
        if sign < begin:
            begin, label = sign, "MONEY"
    if label == "CARDINAL" and not _is_counted(doc, start):
        return None
    if not (stands_for_one and is_at(doc, begin - 1, {"over", "under"})):  # "over a weekend"
        begin = modifier_before(doc, begin, left)
    return Span(doc, begin, end, label)


def _is_counted(doc: Doc, at: int) -> bool:
    """Tell a number from the pronoun "one" and from the digits in a name."""
    token = doc[at]
    return token.lower_ != "one" or token.pos_ in ("NUM", "")


def _pointed(doc: Doc, at: int) -> Span | None:
    """Return "last month", "this morning", "the next two years" without the article."""
    end = at + 1
    while end < len(doc) and (is_number(doc[end].lower_) or doc[end].lower_ in ("few", "couple")):
        end += 1
    word = doc[end].lower_ if end < len(doc) else ""
    if word in words_of("day_part") or word in words_of("clock_unit"):
        return Span(doc, at, end + 1, "TIME")
    if word in words_of("calendar_unit") | words_of("season"):
        return Span(doc, at, end + 1, "DATE")
    return None


def _clock(doc: Doc, at: int, left: int) -> Span:
    end = at + 1
    while end < len(doc) and doc[end].lower_ in HALVES | ZONES:
        end += 1
    if is_at(doc, end, {"time"}) and doc[end - 1].lower_ == "local":
        end += 1
    if doc[end - 1].lower_ in ("a.m", "p.m") and is_at(doc, end, {"."}):
        end += 1  # one point ends both the abbreviation and the sentence
    return Span(doc, _clock_modifier_before(doc, at, left), end, "TIME")


def _clock_modifier_before(doc: Doc, at: int, left: int) -> int:
    begin = at - 2
    is_near = begin >= left and match_at(doc, begin, words_of("clock_about")) == at
    return begin if is_near else modifier_before(doc, at, left)  # "shortly before noon"


def _is_ordinal(token: Token) -> bool:
    if NTH.fullmatch(token.text):
        return True
    is_word = token.lower_ in words_of("ordinal")
    return is_word and not (token.lower_ == "second" and token.tag_ == "NN")
