"""Pin what extraction reaches on the annotated articles: ``python -m tests.pin_quality``.

Floors only rise.  With ``--lower`` they also fall, which a commit has to give reasons for; a corpus
that has changed is measured anew, and needs ``--lower`` if a figure is worse for it.
"""

import hashlib
import json
import sys
from pathlib import Path

from spacy.language import Language

import claimx
from claimx.evaluation.gold import as_scored, read_gold
from claimx.evaluation.scores import Scores

QUALITY = Path(__file__).parent / "quality"
ARTICLES, FLOORS = QUALITY / "articles", QUALITY / "floors.json"
_SLACK = 0.005  # a claim or two of a measure's rounding


def measure(nlp: Language) -> dict[str, float]:
    """Return F1 of each measure over the annotated articles."""
    scores = Scores()
    for article in read_gold(ARTICLES):
        document = claimx.extract(article.text, model=nlp)
        scores.add(article.text, article.claims, as_scored(document))
    return {name: count.f1 for name, count in scores.counts.items()}


def corpus_digest() -> str:
    """Return a digest of the annotated articles."""
    digest = hashlib.sha256()
    for path in sorted(ARTICLES.iterdir()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def next_floors(
    old: dict[str, float], reached: dict[str, float], *, lower: bool
) -> dict[str, float]:
    """Return the floors to pin, or raise ``ValueError`` naming those that would fall."""
    new = {name: round(max(0.0, value - _SLACK), 3) for name, value in reached.items()}
    if lower:
        return new
    fallen = [name for name in new if reached[name] < old.get(name, 0.0)]
    if fallen:
        raise ValueError(f"worse than pinned: {', '.join(fallen)}; --lower pins that all the same")
    return {name: max(value, old.get(name, 0.0)) for name, value in new.items()}


def main() -> None:
    """Measure and pin."""
    old = json.loads(FLOORS.read_text("utf-8"))["f1"] if FLOORS.exists() else {}
    floors = next_floors(old, measure(claimx.load()), lower="--lower" in sys.argv[1:])
    pinned = {"corpus": corpus_digest(), "f1": floors}
    FLOORS.write_text(json.dumps(pinned, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
