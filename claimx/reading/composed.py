"""A text as the rules see it: composed letters, plain line ends, no white space before them.

"é" may be one code point or two, and a line may end in "\\r\\n" or in blanks: an article says the
same however it was stored.  Results still count in the text as read, so each edit is kept, and
:meth:`Composed.restore` leads back.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

_ENDS = "\r\n\v\f\x85\u2028\u2029"
_UNTIDY = re.compile(rf"\r|[^\S{_ENDS}][{_ENDS}]|[^\S\n]\Z|\s\s\Z")
_SPACE = re.compile(rf"\r\n?|[^\S{_ENDS}]+")


class Edit(NamedTuple):
    """A stretch of the text as read, and the stretch of the composed text in its place."""

    start: int
    end: int
    new_start: int
    new_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A text to read, and what was changed for it, in order."""

    text: str
    edits: tuple[Edit, ...] = ()

    def restore(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the composed text stands in the text as read.

        A letter that is several code points there is taken whole.
        """
        n = bisect_right(self.edits, start, key=_new_start) - 1
        m = bisect_left(self.edits, end, key=_new_start) - 1
        if n >= 0:
            edit = self.edits[n]
            inside = start < edit.new_end
            start = edit.start if inside else edit.end + start - edit.new_end
        if m >= 0:
            edit = self.edits[m]
            end = edit.end + max(0, end - edit.new_end)
        return start, end


def compose(text: str) -> Composed:
    """Return ``text`` in Normalisation Form C (Unicode Standard Annex 15), its lines tidied.

    White space at the end of a line goes, and all but one line end at the end of the text.
    """
    changes = [*_tidy(text), *_compose_letters(text)]
    if not changes:
        return Composed(text=text)
    parts: list[str] = []
    edits: list[Edit] = []
    read = written = 0
    for start, end, new in sorted(changes, key=lambda change: (change[0], -change[1])):
        if start < read:  # a kind of space that is another one composed, at the end of a line
            continue
        parts += text[read:start], new
        written += start - read
        edits.append(Edit(start, end, written, written + len(new)))
        read, written = end, written + len(new)
    return Composed(text="".join([*parts, text[read:]]), edits=tuple(edits))


def _tidy(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the white space to change: (start, end, what comes in its place)."""
    if not _UNTIDY.search(text):
        return
    last = len(text.rstrip())
    for found in _SPACE.finditer(text, 0, last):
        if found[0].startswith("\r"):
            yield found.start(), found.end(), "\n"
        elif found.end() < last and text[found.end()] in _ENDS:
            yield found.start(), found.end(), ""
    rest = text[last:]
    new = "\n" if any(end in rest for end in _ENDS) else ""
    if rest != new:
        yield last, len(text), new


def _compose_letters(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each letter with its marks that is not composed."""
    if unicodedata.is_normalized("NFC", text):
        return
    bounds = [0, *(n for n, letter in enumerate(text) if n and not _joins(letter)), len(text)]
    for start, end in pairwise(bounds):
        letter = text[start:end]
        if not letter.isascii():
            new = unicodedata.normalize("NFC", letter)
            if new != letter:
                yield start, end, new


def _joins(letter: str) -> bool:
    """Tell whether a code point may be one with that before it: a mark, a vowel of Hangul."""
    if letter < "\u0300":
        return False
    return unicodedata.category(letter).startswith("M") or "\u1160" <= letter <= "\u11ff"


def _new_start(edit: Edit) -> int:
    return edit.new_start
