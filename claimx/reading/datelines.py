"""Where and when an article was filed and by whom: datelines, date lines, bylines."""

import re

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:(?:{_WEEKDAY},?\s+)?(?:{_MONTH}\s+{_DAY}(?:,?\s+\d{{4}})?|{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}})?)"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})"
)
_ZONE = r"(?:[A-Z]{2,4}|[+-]\d{2}:?\d{2})"
_TIME = rf"(?:at\s+)?\d{{1,2}}(?:[:.]\d{{2}}){{0,2}}\s*(?:[ap]\.?m\.?)?(?:\s*{_ZONE})?"
_DATE_LINE = re.compile(
    rf"""(?:(?:(?:first\s+|last\s+)?(?:published|updated|posted|modified|issued)(?:\s+on)?|date):?\s+)?
    (?:{_TIME}\s*[,|·–-]?\s+)?(?:{_WEEKDAY}\s*[,|]?\s+)?{_DATE}(?:\s*[,|·T–-]?\s*{_TIME})?[.]?""",
    re.VERBOSE | re.IGNORECASE,
)

_NAME = r"[A-Z][\w.'’-]*"
_BYLINE = re.compile(
    rf"""(?:[Bb]y|BY|[Ff]rom|(?:[Ww]ords|Story)\ by)\s+
    {_NAME}(?:\s+(?:{_NAME}|de|van|von|der|bin|al|el|la|di|da))*
    (?:(?:\s*,\s*|\s+(?:and|AND|in|IN|for|of)\s+|\s*[|/·]\s*|\s+[–—-]\s+){_NAME}(?:\s+(?:of|the|and|{_NAME}))*)*""",
    re.VERBOSE,
)
_LONGEST_BYLINE = 14  # words

# "KUWAIT CITY", "MOUNT VERNON, Ohio", "ST. LOUIS"; "Kuwait City" needs a date or an agency too.
_CAPITALS = r"[A-Z][A-Z.'’]+(?:[ -][A-Z.'’]{2,}){0,3}(?:,\s+[A-Z][\w.]*(?:\s[A-Z][\w.]*)?)?"
_LINK = r"(?:[ -](?:of|on|upon|the|de|da|do|del|du|la|le|al|el|am|an|bei|sur))"
_WORD = r"[A-Z][\w.'’]*"  # without a hyphen, or "A-A-A" could be read in a thousand ways
_PLACE = rf"{_WORD}(?:{_LINK}{{0,2}}[ -]{_WORD}){{0,3}}(?:,\s+{_WORD}(?:\s{_WORD})?)?"
_AGENCY = r"\([A-Z][\w.&’'-]*(?:[ /][A-Z\d][\w.&’'-]*){0,3}\)"  # or a date: "(Nov. 6)"
_DASH = r"(?:[-–—―]{1,2}|:)"
_DATELINE = re.compile(
    rf"(?:(?:{_CAPITALS}|{_PLACE})(?:,?\s+{_DATE})(?:,?\s*{_AGENCY})?\s*{_DASH}"
    rf"|(?:{_CAPITALS}|{_PLACE})\s*{_AGENCY}(?:,?\s+{_DATE})?\s*{_DASH}"
    rf"|{_CAPITALS}\s*(?:--|[–—―]|\s-)"
    r")\s+(?=\S)"
)
# "KUWAIT: The premier": a dateline where an article opens, a speaker's name elsewhere.
_COLON_DATELINE = re.compile(rf"{_CAPITALS}:\s+(?=\S)")
_PLACE_AND_DATE = re.compile(rf"{_PLACE},?\s+{_DATE}")
_NO_PLACE = re.compile(
    r"(?:UPDATE|BREAKING|NEWS|OPINION|ANALYSIS|EXCLUSIVE|WATCH|VIDEO|READ|NOTE|CORRECTION)\b"
)


def is_dateline(line: str) -> bool:
    """Tell whether a line is only a date, a byline, or a dateline: "Friday, July 21, 2017"."""
    line = " ".join(line.split())  # a run of blanks could be shared out in very many ways
    if _DATE_LINE.fullmatch(line) or _PLACE_AND_DATE.fullmatch(line):
        return True
    if len(line.split()) <= _LONGEST_BYLINE and _BYLINE.fullmatch(line):
        return True
    return find_dateline(f"{line} …", first=False) == len(line) + 1


def find_dateline(paragraph: str, *, first: bool) -> int:
    """Return the length of the dateline that opens a paragraph, with its space; 0 without one.

    ``first`` allows the form that only the first paragraph of an article has: "KUWAIT: The".
    """
    found = _DATELINE.match(paragraph) or (_COLON_DATELINE.match(paragraph) if first else None)
    return found.end() if found and not _NO_PLACE.match(paragraph) else 0


def has_speaker_labels(paragraphs: list[str]) -> bool:
    """Tell whether paragraphs open with speakers, as in an interview: "REPORTER: What now?"."""
    return sum(_COLON_DATELINE.match(paragraph) is not None for paragraph in paragraphs) > 1
