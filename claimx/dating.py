"""When an article was published, read from the head of its text.  Never today's date.

Two forms count.  A *date line* is a line that holds a full date and little else ("Friday, July 21,
2017", "Published: 21 July 2017, 14:05 GMT"), or opens with one and its weekday.  A *dateline* opens
a paragraph with the place ("KUWAIT CITY, July 30, 2016:").  A date without a year is not enough.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Literal

from claimx.timex.words import any_of, months, weekdays

DateSource = Literal["dateline", "text"]

# How far the head reaches: a title, a byline, a credit and bullet points stand before the date.
_HEAD_LINES = 12
_HEAD_CHARACTERS = 2000

# Words that a date line may hold beside the date: who wrote it, when it was changed, the hour.
_BESIDE = re.compile(
    r"(?:\b(?:published|posted|updated|created|modified|last|issued|date|dated|released?|first|on|at|by|"
    r"edt|est|gmt|utc|bst|ist|cet|cest|pdt|pst|et|pt|jst|am|pm|a\.m\.|p\.m\.|hrs?|hours|local|time)\b"
    r"|T?\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?Z?|[^\w\n])+",
    re.IGNORECASE,
)


def find_publication_date(text: str) -> tuple[date, DateSource] | None:
    """Return the publication date that the head of ``text`` states and its source, else None.

    The first one in text order counts; a later line of the head ("Updated …") does not.
    """
    for line in _head_lines(text):
        if match := _dateline().match(line):
            if found := _read(match):
                return found, "dateline"
        if match := _date().search(line):
            found = _read(match)
            if found and _is_date_line(line, match):
                return found, "text"
    return None


def _head_lines(text: str) -> Iterator[str]:
    lines = (" ".join(line.split()) for line in text[:_HEAD_CHARACTERS].splitlines())
    for count, line in enumerate(line for line in lines if line):
        if count == _HEAD_LINES:
            return
        yield line


def _is_date_line(line: str, match: re.Match[str]) -> bool:
    """Say whether ``line`` is there for its date's sake.

    "By Ann Lee | 21 July 2017" and "Leeds, 21 July 2017" are; "On 21 July 2017 the mayor resigned"
    is not; a weekday with a full date that opens the line and runs straight into a sentence is
    ("Friday, July 21, 2017 The mayor …"), as pages turned into text have it.
    """
    before, after = line[: match.start()], line[match.end() :]
    if _BESIDE.fullmatch(after) or not after:
        byline = re.fullmatch(r"(?i:by)\s+[^.!?]{1,60}[|,–—•·-]\s*", before)
        section = re.fullmatch(r"[^.!?]{1,60}[|•·]\s*", before)
        place = re.fullmatch(r"[A-Z][\w.'’-]*(?:[ -][A-Z][\w.'’]*){0,4},\s*", before)
        return bool(not before or _BESIDE.fullmatch(before) or byline or section or place)
    return not before and bool(match["weekday"]) and bool(re.match(r"\s+[A-Z“\"]", after))


def _read(match: re.Match[str]) -> date | None:
    """Return the date of a match, or None where the calendar has no such day."""
    parts = match.groupdict()
    year = parts["y1"] or parts["y2"] or parts["y3"] or parts["y4"]
    month = parts["m1"] or parts["m2"]
    number = months()[month.lower()] if month else int(parts["n3"] or parts["n4"])
    day = parts["d1"] or parts["d2"] or parts["d3"] or parts["d4"]
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def _full_date() -> str:
    month = any_of(months())
    weekday = any_of(weekdays())
    return (
        rf"(?:(?P<weekday>(?i:{weekday}))\.?,?\s+)?(?:"
        rf"(?P<m1>(?i:{month}))\.?\s+(?P<d1>[0-3]?\d)(?:st|nd|rd|th)?,?\s+(?P<y1>(?:1[6-9]|2[01])\d\d)"
        rf"|(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?[\s-](?:of\s+)?(?P<m2>(?i:{month}))\.?,?[\s-](?P<y2>(?:1[6-9]|2[01])\d\d)"
        r"|(?P<y3>(?:1[6-9]|2[01])\d\d)[-/.](?P<n3>[01]?\d)[-/.](?P<d3>[0-3]?\d)(?=\D|T\d|$)"
        r"|(?P<d4>[0-3]?\d)\.(?P<n4>[01]?\d)\.(?P<y4>(?:1[6-9]|2[01])\d\d)"
        r")(?!\d)"
    )


@cache
def _date() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.-]){_full_date()}")


@cache
def _dateline() -> re.Pattern[str]:
    # The place: capitals ("KUWAIT CITY"), or up to four capitalised words; an agency may follow it
    # ("GENEVA (AP), 3 May 2019 —") or the date may stand in brackets.
    name = r"[A-Z][\w.'’-]*"
    place = (
        rf"(?:{name}(?:\s+(?:of|de|al|el|[A-Z(][\w.'’)-]*)){{0,4}}"
        rf"(?:,\s*{name}(?:\s+{name}){{0,2}}){{0,2}})"
    )
    agency = r"(?:\s*[(/][\w .'’/-]{2,30}[)/])?"
    close = r"\s*\)?\s*(?:[:–—]|-{1,3}(?=\s)|\.(?=\s*[-–—])|\.\s)"
    return re.compile(rf"{place}{agency}\s*[,(/–—:-]*\s*{_full_date()}{agency}{close}")
