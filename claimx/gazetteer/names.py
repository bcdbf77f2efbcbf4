"""How names of places are compared: accents, points, articles and short forms do not count."""

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "ð": "d",
        "þ": "th",
        "-": " ",
        "–": " ",
        "/": " ",
    }
)
_DROPPED = re.compile(r"[.,'’‘ʻʼ`´\"()]")
_SHORT = {
    "st": "saint",
    "ste": "sainte",
    "mt": "mount",
    "ft": "fort",
    "twp": "township",
    "co": "county",
}
_SMALL = frozenset(
    "of and the upon on under in de la del los las da do dos das di du des le les sur sous en et y"
    " e am an der im bei aan den".split()
)


def normalise(name: str) -> str:
    """Return ``name`` in lower case without accents, points, apostrophes, hyphens, leading article.

    "St.", "Mt.", "Ft.", "Twp." and "Co." are written out, so that either spelling finds the place.
    """
    text = name.lower()
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text.translate(_LETTERS))
        text = "".join(c for c in parts if not unicodedata.combining(c)).lower()
    text = _DROPPED.sub("", text.replace("-", " ").replace("/", " "))
    words = [_SHORT.get(word, word) for word in text.split()]
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(words)


def title(key: str) -> str:
    """Return a normalised name with capitals, as most places are written: "Stoke on Trent"."""
    words = key.split()
    return " ".join(
        word if n and word in _SMALL else word.capitalize() for n, word in enumerate(words)
    )
