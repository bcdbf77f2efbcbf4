"""Find what is said in numbers: TIME, DATE, MONEY, PERCENT, QUANTITY, ORDINAL and CARDINAL.

Each match starts at a number word and grows: over the rest of the number, then to the right over
its unit and to the left over a currency sign and words like "more than". Types as in OntoNotes 5.
"""

import re
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from claimx.language.entity_words import Group, phrases_of, words_of

DIGITS = re.compile(r"[+-]?\d[\d.,]*(?:m|bn|tn|k|mn)?|\d+/\d+", re.IGNORECASE)
CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[:.][0-5]\d")
NTH = re.compile(r"\d+(?:st|nd|rd|th)", re.IGNORECASE)
AGES = re.compile(r"\d{2,4}0['’]?s")
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
WORDS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
    "ninety".split()
)
HALVES = frozenset({"am", "pm", "a.m.", "p.m.", "a.m", "p.m"})
ZONES = frozenset({"gmt", "utc", "est", "edt", "bst", "cet", "cest", "pst", "pdt", "ist", "local"})
YEAR_OPENERS = frozenset(
    {"in", "since", "of", "until", "till", "early", "late", "mid", "by", "from"}
)
HYPHENS = frozenset({"-", "–", "‑"})
LONGEST = 4  # words in a lexicon entry such as "as many as"


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


@lru_cache(maxsize=1 << 15)
def _can_open(word: str) -> bool:
    """Tell whether an expression can begin with a word in lower case."""
    openers = ("tonight", "noon", "midnight", "midday", "a", "an", "half")
    return (
        _is_number(word)
        or word in openers
        or any(word in words_of(group) for group in ("deictic_date", "pointer", "ordinal"))
        or any(form.fullmatch(word) for form in (CLOCK, AGES, NTH))
    )


def _read_at(doc: Doc, at: int, left: int) -> Span | None:
    """Return the expression that ``doc[at]`` opens and that starts at ``left`` or later."""
    word = doc[at].lower_
    if CLOCK.fullmatch(word) and _is(doc, at + 1, HALVES | ZONES):
        return _clock(doc, at, left)
    if word in words_of("deictic_date"):
        return Span(doc, at, at + 1, "DATE")
    if word == "tonight" or word in ("noon", "midnight", "midday"):
        return Span(doc, at, at + 1, "TIME")
    if word in words_of("pointer"):
        return _pointed(doc, at)
    if AGES.fullmatch(word):
        return Span(doc, at, at + 1, "DATE")
    if _is_ordinal(doc[at]):
        return Span(doc, at, at + 1, "ORDINAL")
    start = at + 1 if word in ("a", "an", "half") else at
    if start > at and not _opens_amount(doc, start):
        return None
    if start == at and not _is_number(word):
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


def _amount(doc: Doc, at: int, start: int, left: int) -> Span | None:
    stands_for_one = start > at and doc[start].lower_ not in words_of("scale")  # "an hour"
    end = start if stands_for_one else _number_end(doc, start)
    if end - start == 1 and YEAR.fullmatch(doc[start].text) and at > left:
        before = doc[at - 1].lower_
        if before in YEAR_OPENERS and not _is_unit(doc, end):
            return Span(doc, at, end, "DATE")
    if end < len(doc) and doc[end].lower_ in HALVES:
        return _clock(doc, at, left)
    label, end = _unit(doc, end)
    while label == "TIME" and end < len(doc) and DIGITS.fullmatch(doc[end].text):
        smaller, after = _unit(doc, end + 1)  # "1 hour 12 minutes"
        if smaller != "TIME":
            break
        end = after
    begin = at
    if label == "CARDINAL" or label == "PERCENT":
        sign = _sign_before(doc, begin, left)
        if sign < begin:
            begin, label = sign, "MONEY"
    if label == "CARDINAL" and not _is_counted(doc, start):
        return None
    begin = _modifier_before(doc, begin, left)
    return Span(doc, begin, end, label)


@lru_cache(maxsize=1 << 15)
def _is_number(word: str) -> bool:
    return (
        bool(DIGITS.fullmatch(word))
        or word in WORDS
        or word in ("tens", "hundreds", "thousands", "millions", "billions", "dozens")
    )


def _is_counted(doc: Doc, at: int) -> bool:
    """Tell a number from the pronoun "one" and from the digits in a name."""
    token = doc[at]
    return token.lower_ != "one" or token.pos_ in ("NUM", "")


def _number_end(doc: Doc, at: int) -> int:
    """Return where the number that starts at ``at`` ends: "10 to 15", "two and a half million"."""
    end = at + 1
    while end < len(doc):
        word = doc[end].lower_
        if _is_number(word) or word in words_of("scale") and not _is_metre(doc, end):
            end += 1
        elif (
            (word in HYPHENS or word == "to")
            and end + 1 < len(doc)
            and _is_number(doc[end + 1].lower_)
        ):
            end += 2
        elif word == "and" and _is(doc, end + 1, {"a"}) and _is(doc, end + 2, {"half", "quarter"}):
            end += 3
        elif (
            word == "of"
            and doc[end - 1].lower_ in ("tens", "hundreds", "thousands")
            and _is(doc, end + 1, {"thousands", "millions", "billions"})
        ):
            end += 2
        else:
            break
    return end


def _is_metre(doc: Doc, at: int) -> bool:
    """Tell "5 m" of length from "$5 m"."""
    return doc[at].lower_ == "m" and not _is(doc, at - 2, words_of("currency_sign"))


def _unit(doc: Doc, end: int) -> tuple[str, int]:
    """Return the label that the words from ``end`` give a number, and where they end."""
    at = end + 1 if _is(doc, end, HYPHENS) else end
    groups: tuple[tuple[Group, str], ...] = (
        ("percent", "PERCENT"),
        ("currency", "MONEY"),
        ("clock_unit", "TIME"),
        ("calendar_unit", "DATE"),
        ("measure", "QUANTITY"),
    )
    for group, label in groups:
        after = _match(doc, at, group)
        if after:
            if label == "QUANTITY" and doc[at].lower_ in ("square", "cubic", "nautical"):
                after = _match(doc, at + 1, "measure") or after
            if (
                label == "DATE"
                and _is(doc, after, HYPHENS)
                and _is(doc, after + 1, {"old", "olds"})
            ):
                after += 2
            elif label == "DATE" and _is(doc, after, {"old", "ago"}):
                after += 1
            return label, after
    return "CARDINAL", end


def _is_unit(doc: Doc, at: int) -> bool:
    return _unit(doc, at)[0] != "CARDINAL"


def _sign_before(doc: Doc, at: int, left: int) -> int:
    return at - 1 if at > left and doc[at - 1].lower_ in words_of("currency_sign") else at


def _modifier_before(doc: Doc, at: int, left: int) -> int:
    for length in range(LONGEST, 0, -1):
        begin = at - length
        if begin >= left and _match(doc, begin, "about") == at:
            return begin
    return at


def _pointed(doc: Doc, at: int) -> Span | None:
    """Return "last month", "this morning", "the next two years" without the article."""
    end = at + 1
    while end < len(doc) and (_is_number(doc[end].lower_) or doc[end].lower_ in ("few", "couple")):
        end += 1
    word = doc[end].lower_ if end < len(doc) else ""
    if word in words_of("day_part") or word in words_of("clock_unit"):
        return Span(doc, at, end + 1, "TIME")
    if word in words_of("calendar_unit"):
        return Span(doc, at, end + 1, "DATE")
    return None


def _clock(doc: Doc, at: int, left: int) -> Span:
    end = at + 1
    while end < len(doc) and doc[end].lower_ in HALVES | ZONES:
        end += 1
    if _is(doc, end, {"time"}) and doc[end - 1].lower_ == "local":
        end += 1
    if doc[end - 1].lower_ in ("a.m", "p.m") and _is(doc, end, {"."}):
        end += 1  # one point ends both the abbreviation and the sentence
    return Span(doc, _modifier_before(doc, at, left), end, "TIME")


def _is_ordinal(token: Token) -> bool:
    if NTH.fullmatch(token.text):
        return True
    is_word = token.lower_ in words_of("ordinal")
    return is_word and not (token.lower_ == "second" and token.tag_ == "NN")


def _word(doc: Doc, at: int) -> str:
    return doc[at].lower_ if at < len(doc) else ""


def _is(doc: Doc, at: int, words: frozenset[str] | set[str]) -> bool:
    return 0 <= at < len(doc) and doc[at].lower_ in words


def _match(doc: Doc, at: int, group: Group) -> int:
    """Return where the longest phrase of ``group`` that starts at ``at`` ends, or 0."""
    if not 0 <= at < len(doc):
        return 0
    for phrase in phrases_of(group).get(doc[at].lower_, ()):
        end = at + len(phrase)
        if end <= len(doc) and all(doc[at + n].lower_ == phrase[n] for n in range(1, len(phrase))):
            return end
    return 0
