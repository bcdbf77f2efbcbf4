"""The content words of a stretch of English, so that two stretches can be compared."""

import re
from collections.abc import Iterator
from functools import lru_cache

# The closed classes: articles, pronouns, prepositions, conjunctions, auxiliaries, and verbs of
# saying, which recur in every article and say nothing about its subject.
_FUNCTION_WORDS = frozenset(
    """
    a about above after against all also although am amid among an and another any are around as at
    be became because become been before being below between both but by can could did do does doing
    down during each either even every few for from further had has have having he her here hers
    him his how however i if in into is it its itself just last least less like many may me might
    more most much must my neither new no nor not now of off on once one only onto or other our out
    over own per rather same she should since so some still such than that the their theirs them
    then there these they this those though through to too toward towards under until up upon us
    very was we were what when where whether which while who whom whose why will with within without
    would you your yet
    added announced reported said say saying says tell tells told
    """.split()
)
_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_ENDINGS = re.compile(r"(?:'s|ies|ing|ed|es|s|y|e)$")


@lru_cache(maxsize=1024)  # each sentence of an article is asked for again and again
def content_words(text: str) -> frozenset[str]:
    """Return the words that carry meaning, lower case, without their inflection."""
    found = (word.replace("_", "") for word in _WORD.findall(text.casefold()))
    return frozenset(
        stem(word)
        for word in found
        if word not in _FUNCTION_WORDS and (len(word) > 1 or word.isdigit())
    )


def words(text: str) -> Iterator[re.Match[str]]:
    """Yield each word with its place."""
    return _WORD.finditer(text)


@lru_cache(maxsize=1 << 12)
def stem(word: str) -> str:
    """Return a key that the forms of one word share: "blames", "blamed", "blaming" all "blam"."""
    if word[:1].isdigit() or len(word) < 4:
        return word
    short = _ENDINGS.sub("", word)
    # "stopped" and "stop" are one word, "fall" and "falling" too.
    short = short[:-1] if len(short) > 3 and short[-1] == short[-2] else short
    return short if len(short) > 2 else word


def share(part: frozenset[str], whole: frozenset[str]) -> float:
    """Return how much of ``whole`` is in ``part``, 0 where ``whole`` is empty."""
    return len(part & whole) / len(whole) if whole else 0.0


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the Dice coefficient of two sets of words, from 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
