"""Make training text look like what news brings: headlines, capitals, other quotation marks."""

import random
from collections.abc import Callable, Sequence

LOWER_SHARE = 0.04
CAPITALS_SHARE = 0.03
TITLE_SHARE = 0.05
MARKS_SHARE = 0.30

SMALL_WORDS = frozenset(
    "a an and as at but by for from in into nor of off on or over per the to up via vs with".split()
)
DOUBLE_MARKS = (('"', '"'), ("“", "”"), ("``", "''"), ("«", "»"), ("'", "'"), ("‘", "’"))
OPENING = {"``", "“", "«"}
CLOSING = {"''", "”", "»"}
DASHES = ("-", "--", "–", "—")


def headline(word: str) -> str:
    """Return the word as headlines in title case have it."""
    return word if word in SMALL_WORDS else word[:1].upper() + word[1:]


GUISES: dict[str, Callable[[str], str]] = {
    "lower": str.lower,
    "capitals": str.upper,
    "headline": headline,
}


def vary(words: Sequence[str], chance: random.Random, often: float) -> list[str]:
    """Return the words in another guise, or as they are; their number never changes.

    The shares above are multiplied by ``often``.
    """
    varied = list(words)
    if chance.random() < MARKS_SHARE * often:
        varied = _change_marks(varied, chance)
    draw = chance.random() / often if often else 1.0
    change: Callable[[str], str] | None = None
    if draw < LOWER_SHARE:
        change = GUISES["lower"]
    elif draw < LOWER_SHARE + CAPITALS_SHARE:
        change = GUISES["capitals"]
    elif draw < LOWER_SHARE + CAPITALS_SHARE + TITLE_SHARE:
        change = GUISES["headline"]
    return [change(word) for word in varied] if change else varied


def _change_marks(words: Sequence[str], chance: random.Random) -> list[str]:
    opening, closing = chance.choice(DOUBLE_MARKS)
    long_dash = chance.choice(DASHES[1:])
    curly = chance.random() < 0.5
    is_open = False
    changed = []
    for word in words:
        if word == '"' or word in OPENING or word in CLOSING:
            is_open = not is_open if word == '"' else word in OPENING
            word = opening if is_open else closing
        elif word in DASHES[1:]:
            word = long_dash
        elif "'" in word or "’" in word:
            word = word.replace("'", "’") if curly else word.replace("’", "'")
        changed.append(word)
    return changed
