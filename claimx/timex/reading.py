"""Find the expressions of time in a text and read each in the light of those before it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import zip_longest

from claimx.records import Tense
from claimx.timex import amounts, dates, fragments, relative, steps, years
from claimx.timex import calendar as cal
from claimx.timex.calendar import CALENDAR_GRAINS, Value
from claimx.timex.context import Context
from claimx.timex.grammar import Rule

# Where an expression may begin.
_WORD = re.compile(rf"(?<![\w$€£¥#])(?<!\d[.,/:])(?:{fragments.FIRST_WORD.pattern})")
# Two dates and what makes one stretch of them.
_TO = re.compile(r"\s*[-–—]\s*|,?\s+(?:to|until|till|through|thru|up\s+to)\s+", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
# A day and its hour, in both orders.
_AT = re.compile(r",?\s+(?:(?:at|on|from)\s+)?|,?\s*\(", re.IGNORECASE)
_DEICTIC = re.compile(
    r"\b(?:ago|yesterday|tonight|tomorrow|(?:[Ll]ast|[Tt]his|[Nn]ext) (?:week|weekend|month|year)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?![’']?s?,? (?:[A-Z]|\d)))\b"
)
_FULL_YEAR = re.compile(
    r"(?<![\w,.$])(1[0-9]\d\d|20\d\d)(?![\w%])"
    r"|\b(?:[Ii]n|c\.|around|about|until|by|–) ([1-9]\d\d)(?=[).,;]| [A-Z–-])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An expression, ``text[start:end]``, and what it means."""

    start: int
    end: int
    value: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the reader asks about a stretch of the text, in characters: the parse answers.

    ``is_other`` says that words of a rule's kind mean something else here ("May" the verb).
    """

    read_tense: Callable[[int, int], Tense | None] = lambda start, end: None
    number_sentence: Callable[[int], int] = lambda at: 0
    is_other: Callable[[str, int, int], bool] = lambda kind, start, end: False


def read_times(text: str, published: date | None, around: Surroundings) -> list[Found]:
    """Return every expression of time in ``text``, in order, without overlaps."""
    if published and not date.min.year + 1 < published.year < date.max.year - 1:
        published = None  # the years around it are none
    narrative = _is_narrative(text, published)
    found: list[Found] = []
    reference: Value | None = None
    told_at = end = 0
    for match, rule in find_matches(text):
        start, stop = match.span()
        if start < end or around.is_other(rule.kind, start, stop):
            continue
        sentence = around.number_sentence(start)
        context = Context(
            published=published,
            narrative=narrative,
            reference=reference,
            distance=sentence - told_at,
            read_tense=lambda start=start, stop=stop: around.read_tense(start, stop),  # type: ignore[misc]  # bound at once
        )
        value = rule.read(match, context)
        if value is None:
            continue
        end = stop
        here = Found(start=start, end=stop, value=value)
        joined = _join(text, found[-1], here) if found else None
        if joined:
            found[-1] = here = joined
        else:
            found.append(here)
        if (
            here.value.is_dated
            and here.value.grain in CALENDAR_GRAINS
            and not _is_aside(text, here)
        ):
            reference, told_at = here.value, sentence
    return found


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule of the grammar."""
    modules = (dates, years, relative, steps, amounts)
    return tuple(rule for module in modules for rule in module.make_rules())


@cache
def _rules_by_key() -> dict[str, list[Rule]]:
    """Return the rules by what their expressions can begin with."""
    found: dict[str, list[Rule]] = {}
    for rule in all_rules():
        for key in rule.opens:
            found.setdefault(key, []).append(rule)
    return found


def find_matches(text: str) -> list[tuple[re.Match[str], Rule]]:
    """Return the matches of all rules: the leftmost first, of these the longest.

    Those of one rule do not overlap.
    """
    rules = _rules_by_key()
    free: dict[Rule, int] = {}  # where the rule's last match ended
    matches = []
    words = list(_WORD.finditer(text))
    for word, following in zip_longest(words, words[1:]):
        at = word.start()
        for rule in rules.get(fragments.key(word[0], following[0] if following else ""), ()):
            if free.get(rule, 0) <= at and (match := rule.pattern.match(text, at)):
                free[rule] = match.end()
                matches.append((match, rule))
    return sorted(matches, key=lambda pair: (pair[0].start(), -pair[0].end()))


def _join(text: str, before: Found, here: Found) -> Found | None:
    """Return both as one where they are a stretch ("2004 to 2009") or a day with its hour."""
    gap = text[before.end : here.start]
    if len(gap) > 12 or "\n\n" in gap:
        return None
    left, right = before.value, here.value
    if _AT.fullmatch(gap) and "(" not in gap:
        for one, other in ((left, right), (right, left)):
            if (
                other.clock
                and one.grain == "day"
                and one.first
                and other.first in (None, one.first)
            ):
                value = cal.day(one.first, other.clock)
                return Found(start=before.start, end=here.end, value=value)
    if left.grain == "span" or right.grain == "span" or not (left.is_dated and right.is_dated):
        return None
    both_told = text[max(0, before.start - 20) : before.start].lower().split()[-1:] == ["between"]
    if _TO.fullmatch(gap) or (both_told and _AND.fullmatch(gap)):
        value = cal.between(left, right)
        if value.is_dated:
            return Found(start=before.start, end=here.end, value=value)
    return None


def _is_aside(text: str, found: Found) -> bool:
    """Say whether the expression stands in brackets, as years of birth do."""
    before = text[max(0, found.start - 3) : found.start].rstrip()
    after = text[found.end : found.end + 3].lstrip()
    return before[-1:] in ("(", "[") or after[:1] in (")", "]")


def _is_narrative(text: str, published: date | None) -> bool:
    """Say whether the text tells history: other years than now, no yesterday and no Friday."""
    years = [int(match[1] or match[2]) for match in _FULL_YEAR.finditer(text)]
    if len(years) < 3 or _DEICTIC.search(text):
        return False
    if published is None:
        return True
    return sum(abs(year - published.year) > 1 for year in years) * 5 >= len(years) * 3
