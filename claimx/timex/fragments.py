"""Pieces of regular expressions that several rules share, and the numbers they stand for."""

import re
from functools import cache

from claimx.timex import words

YEAR = r"(?:1\d{3}|20\d{2}|2100)(?![\d%])(?![.,]\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:\s?(?:st|nd|rd|th))?(?![\w%])(?![.,:]\d)"
DASH = r"\s*[-–—]\s*"
UNIT = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|fortnights?|months?|quarters?|years?"
    r"|decades?|century|centuries|millennium|millennia)"
)
SHORT_UNITS = {"hr": "hour", "min": "minute", "sec": "second", "yr": "year", "mth": "month"}
APPROX = (
    r"(?:(?:only|just|about|around|nearly|almost|roughly|approximately|some|at\s+least|at\s+most|"
    r"more\s+than|less\s+than|fewer\s+than|over|under|up\s+to|well\s+over|another|every)\s+){0,2}"
)
VAGUE = r"(?:several|many|a\s+few|few|some|countless|numerous|a\s+number\s+of|recent|a\s+little)"
# A word as it may open an expression: letters, a figure, the apostrophe of "'71".
FIRST_WORD = re.compile(r"[^\W\d_]+|\d|[’'‘]")
FIGURE, QUOTE = "0", "'"
_ONES = "one two three four five six seven eight nine".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
).split()


def key(word: str, following: str = "") -> str:
    """Return by what a rule is found that a word can open: its first letters, or what it is else.

    Three letters are few enough to see "mid" in "midsummer".  "The" tells so little that the word
    after it counts too.
    """
    if word[0].isdigit():
        return FIGURE
    letters = word[:3].lower() if word[0].isalpha() else QUOTE
    return f"the {key(following)}" if following and word.lower() == "the" else letters


def keys(*phrases: str) -> frozenset[str]:
    """Return the keys of the words that ``phrases`` begin with."""
    return frozenset(key(*FIRST_WORD.findall(phrase)[:2]) for phrase in phrases)


def after_the(openings: frozenset[str]) -> frozenset[str]:
    """Return the keys of what ``openings`` begin, with "the" before it."""
    return frozenset(f"the {opening[:3]}" for opening in openings)


def with_the(openings: frozenset[str]) -> frozenset[str]:
    """Return the keys of what ``openings`` begin, with and without "the" before it."""
    return openings | after_the(openings)


@cache
def unit_keys() -> frozenset[str]:
    """Return what ``UNIT`` and the short units can begin with."""
    return keys(
        *"second minute hour day night week fortnight month quarter year decade century".split(),
        *("millennium", *SHORT_UNITS, "hrs", "yrs"),
    )


@cache
def number_keys() -> frozenset[str]:
    """Return what ``number()`` can begin with."""
    return keys(FIGURE, *words.numbers())


@cache
def amount_keys() -> frozenset[str]:
    """Return what ``APPROX`` and what follows it, ``VAGUE`` or a number, can begin with."""
    return number_keys() | keys(
        *"only just about around nearly almost roughly approximately some at more less fewer over"
        " under up well another every several many a few countless numerous recent".split()
    )


def ordinal_keys() -> frozenset[str]:
    """Return what ``ordinal()`` can begin with."""
    return keys(FIGURE, *_ORDINALS)


def plain(text: str) -> str:
    """Return words in lower case with single blanks between them."""
    return re.sub(r"\s+", " ", text.lower())


def text_before(match: re.Match[str]) -> str:
    """Return the words before a match, as many as rules ever ask for."""
    return match.string[max(0, match.start() - 100) : match.start()]


def text_after(match: re.Match[str]) -> str:
    """Return the words after a match, as many as rules ever ask for."""
    return match.string[match.end() : match.end() + 40]


@cache
def month() -> str:
    """Return month names and short forms with a capital; a short form may have its full stop."""
    full = words.long_months()
    short = [name.title() for name in words.months() if name.title() not in full]
    return (
        rf"(?:(?:{words.any_of([*full, *(name.upper() for name in full)])})\b"
        rf"|(?:{words.any_of([*short, *(name.upper() for name in short)])})\b\.?)"
    )


@cache
def long_month() -> str:
    """Return full month names with a capital."""
    return rf"(?:{words.any_of(words.long_months())})\b"


@cache
def weekday() -> str:
    """Return weekday names with a capital; a short form needs its full stop or a comma."""
    full = words.long_weekdays()
    short = [name.title() for name in words.weekdays() if name.title() not in full]
    return (
        rf"(?:(?:{words.any_of([*full, *(name.upper() for name in full)])})\b"
        rf"|(?:{words.any_of(short)})(?:\.|(?=,)))"
    )


@cache
def number() -> str:
    """Return figures and written numbers: "2 1/2", "two and a half", "ninety-one", "2 billion"."""
    written = words.any_of(words.numbers())
    tens = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    return (
        r"(?:\d{1,3}(?:,\d{3})+|\d+\s1/2|\d+(?:\.\d+)?(?:\s(?:million|billion))?"
        rf"|(?i:{tens}[\s-](?:{'|'.join(_ONES)})|{written})(?:\s+and\s+a\s+half)?)(?!\w)"
    )


def read_number(text: str) -> float | None:
    """Return what ``number()`` matched as a number, None for what it did not."""
    plain = re.sub(r"[\s-]+", " ", text.lower().replace(",", "")).strip()
    if plain in words.numbers():
        return words.numbers()[plain]
    if plain.endswith(" and a half"):
        whole = read_number(plain.removesuffix(" and a half"))
        return None if whole is None else whole + 0.5
    if found := re.fullmatch(r"(\d+) 1/2", plain):
        return int(found[1]) + 0.5
    if found := re.fullmatch(r"(\d+(?:\.\d+)?)(?: (million|billion))?", plain):
        scale = {None: 1, "million": 10**6, "billion": 10**9}[found[2]]
        return float(found[1]) * scale
    tens, _, ones = plain.partition(" ")
    if tens in words.numbers() and ones in _ONES:
        return words.numbers()[tens] + _ONES.index(ones) + 1
    return None


def read_unit(text: str) -> str:
    """Return the singular of a unit of time."""
    plain = text.lower().rstrip(".")
    irregular = {"centuries": "century", "millennia": "millennium"}
    single = irregular.get(plain, plain.removesuffix("s"))
    return SHORT_UNITS.get(single, single)


def ordinal() -> str:
    """Return ordinals from the first to the 31st, in words and figures."""
    return rf"(?:\d{{1,2}}(?:st|nd|rd|th)|(?i:{words.any_of(_ORDINALS)}))"


def read_ordinal(text: str) -> int:
    """Return what ``ordinal()`` matched as a number."""
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else _ORDINALS.index(text.lower()) + 1


def read_month(text: str) -> int:
    """Return the number of a month's name."""
    return words.months()[text.lower().rstrip(".")]


def read_weekday(text: str) -> int:
    """Return the number of a weekday's name, 1 for Monday."""
    return words.weekdays()[text.lower().rstrip(".")]


def read_day(text: str) -> int:
    """Return the day of the month in "3" or "3rd"."""
    return int(re.match(r"\d+", text)[0])  # type: ignore[index]  # DAY begins with a figure
