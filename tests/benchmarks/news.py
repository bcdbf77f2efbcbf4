"""Articles for benchmarks: sentences of the samples, shuffled, with names and figures of their own.

As in real news, each article brings words that no other has, so that what remembers words grows.
"""

import random
import re
from pathlib import Path

SAMPLES = Path(__file__).parent.parent.parent / "samples"
_SYLLABLES = "ba be da do fa ka ki la le lo ma mi mo na ne no pa ra ri ro sa se so ta to va vi zo"
_NEW = 0.04  # of the words: about 30,000 different ones in 5,000 articles of 150 words


def write_news(folder: Path, count: int, *, words: int) -> None:
    """Write ``count`` articles of at least so many words each, the same ones every time."""
    dice = random.Random(count)
    sentences = [
        sentence.split()
        for path in sorted(SAMPLES.glob("*.txt"))
        for sentence in re.split(r"(?<=[.!?”])\s+", path.read_text("utf-8"))
    ]
    sentences = [sentence for sentence in sentences if len(sentence) > 5]
    for n in range(count):
        lines: list[str] = []
        size = 0
        while size < words:
            sentence = [_replaced(word, dice) for word in dice.choice(sentences)]
            size += len(sentence)
            lines.append(" ".join(sentence))
        path = folder / f"{n // 1000:03}" / f"{n:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join(lines) + "\n", "utf-8")


def _replaced(word: str, dice: random.Random) -> str:
    if dice.random() >= _NEW:
        return word
    if word[0].isdigit():
        return str(dice.randrange(10**5))
    return "".join(dice.choices(_SYLLABLES.split(), k=3)).capitalize()
