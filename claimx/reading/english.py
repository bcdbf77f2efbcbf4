"""Whether a text is English, told by how many of its words are the commonest English ones."""

import re

_WORD = re.compile(r"[^\W\d_]+")
# About four in ten words of English news are among these; of Dutch or German, one in fifteen.
_COMMON = frozenset(
    "the of and to in a that is was for on with as by at from it he said has have had are be an"
    " were which his her their its not but they this who will would been after about more than she"
    " i we you or one two there when also up out over could into if new all".split()
)
_ENOUGH_WORDS = 20
_SHARE = 0.18


def is_english(text: str, *, stated: str | None = None) -> bool:
    """Tell whether ``text`` is English; of a few words, what is ``stated`` of them is believed.

    Where nothing is stated, they are given the benefit of the doubt.
    """
    words = _WORD.findall(text[:20_000].lower())
    if len(words) < _ENOUGH_WORDS:
        if stated is not None:
            return stated.lower().partition("-")[0] == "en"
        # Chinese or Thai makes one "word" of a sentence
        return sum(map(len, words)) < 200 and _is_latin(text)
    return sum(word in _COMMON for word in words) >= _SHARE * len(words)


def _is_latin(text: str) -> bool:
    letters = [character for character in text[:20_000] if character.isalpha()]
    return sum(letter < "\u0250" for letter in letters) >= len(letters) / 2
