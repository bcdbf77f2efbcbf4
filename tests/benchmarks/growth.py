"""Whether time grows in line with an article: ``python -m tests.benchmarks.growth FILE…``.

Processor time of extracting each article ten times over, as one text, over that of the article.
"""

import argparse
import statistics
import sys
from pathlib import Path

import claimx
from claimx.article import Article
from claimx.extraction import read_document
from tests.benchmarks.clock import clock


def main() -> None:
    """Print a row for each article."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("files", nargs="+", type=Path)
    arguments.add_argument("--times", type=int, default=10)
    arguments.add_argument("--rounds", type=int, default=3)
    options = arguments.parse_args()
    nlp = claimx.load()

    def cost(article: Article) -> float:
        return statistics.median(
            clock(lambda: read_document(article, nlp)) for _ in range(options.rounds)
        )

    for path in options.files:
        text = path.read_text(encoding="utf-8")
        once = Article(text=text)
        read_document(once, nlp)
        ratio = cost(Article(text="\n\n".join([text] * options.times))) / cost(once)
        words = len(text.split())
        sys.stdout.write(f"{path.name:28} {words:5} words, x {options.times}: {ratio:5.2f} x\n")


if __name__ == "__main__":
    main()
