"""What a rule for expressions of time is made of: a pattern, and a reader of its matches.

The rules themselves are in the modules ``dates``, ``years``, ``relative``, ``steps`` and
``amounts``; :mod:`claimx.timex.reading` lets them all loose on a text.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from claimx.timex import calendar as cal
from claimx.timex import fragments as f
from claimx.timex import words
from claimx.timex.calendar import Value
from claimx.timex.context import Context

Reader = Callable[[re.Match[str], Context], Value | None]

# White space between two words of one expression: some blanks, one line end; no paragraph's end,
# and no way to take the same blanks twice.
_SPACE = r"(?:[^\S\n]{1,8}(?:\n[^\S\n]{0,8})?|\n[^\S\n]{0,8})"

# What stands between the two ends of a stretch.
TO = rf"(?:{f.DASH}| (?:to|until|through|and) )"


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A pattern, what reads its matches, and what kind of words it is about.

    ``opens`` are the keys (:func:`claimx.timex.fragments.key`) of the words that its matches can
    begin with; ``kind`` is for those who know the parse: "May" may be a verb, "2010" a number of
    things.
    """

    opens: frozenset[str]
    pattern: re.Pattern[str]
    read: Reader
    kind: str = ""


def rule(opens: frozenset[str], pattern: str, read: Reader, kind: str = "") -> Rule:
    """Return a rule whose pattern begins and ends at word boundaries.

    A space in the pattern is white space within a paragraph.
    """
    spaced = re.sub(r"(?<!\\) ", lambda match: _SPACE, pattern)
    return Rule(opens, re.compile(rf"(?<![\w$€£¥#])(?<!\d[.,/:]){spaced}(?!\w)"), read, kind)


def modifier() -> str:
    """Return a pattern, its group ``mod``, for a word that :func:`modify` reads, or none at all."""
    return rf"(?P<mod>(?i:{words.any_of(words.modifiers())})[\s-]*)?"


def modify(value: Value, match: re.Match[str]) -> Value:
    """Return ``value`` cut down or made uncertain by the modifier of ``match``, if it has one."""
    found = match.groupdict().get("mod") or match[0].partition(" ")[0]
    word = f.plain(found).strip()
    mod = words.modifiers().get(word) or words.modifiers().get(word.rstrip("-"))
    return cal.modified(value, mod) if mod else value
