"""Words to word pieces and shapes: what the encoder reads.

The word pieces are those of an uncased WordPiece vocabulary (Wu et al. 2016), so the letter case
that names need travels beside them as one of a few shapes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tokenizers import Tokenizer

MAX_PIECES = 12  # a URL or a 10,000-character token is read by its first pieces only

SHAPES = ("lower", "title", "upper", "initial", "mixed", "digits", "punctuation")
SHAPE_COUNT = 1 + 2 * len(SHAPES)  # 0 is for the marks around a window and for padding


@dataclass(frozen=True, slots=True)
class Pieces:
    """The piece and shape ids of one word, at least one of each."""

    ids: tuple[int, ...]
    shapes: tuple[int, ...]


def shape_of(word: str) -> str:
    """Return the name of the word's letter pattern."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return "digits" if any(c.isdigit() for c in word) else "punctuation"
    if all(not c.isupper() for c in letters):
        return "lower"
    if all(c.isupper() for c in letters):
        return "upper" if len(letters) > 1 else "initial"
    if letters[0].isupper() and not any(c.isupper() for c in letters[1:]):
        return "title"
    return "mixed"


class Splitter:
    """Splits words with the vocabulary of a ``tokenizer.json``."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self.cls = piece_id(tokenizer, "[CLS]")
        self.sep = piece_id(tokenizer, "[SEP]")
        self.unknown = piece_id(tokenizer, "[UNK]")
        self.split = lru_cache(maxsize=1 << 12)(self._split)

    def _split(self, word: str) -> Pieces:
        ids = self._tokenizer.encode(word[:512], add_special_tokens=False).ids[:MAX_PIECES]
        ids = ids or [self.unknown]
        first = 1 + SHAPES.index(shape_of(word))
        return Pieces(tuple(ids), (first, *[first + len(SHAPES)] * (len(ids) - 1)))

    def split_all(self, words: Sequence[str]) -> list[Pieces]:
        """Return the pieces of each word, in order."""
        return [self.split(word) for word in words]


def piece_id(tokenizer: Tokenizer, token: str) -> int:
    """Return the number of a piece that every vocabulary must have."""
    found = tokenizer.token_to_id(token)
    if found is None:
        raise ValueError(f"the vocabulary has no {token}")
    return int(found)
