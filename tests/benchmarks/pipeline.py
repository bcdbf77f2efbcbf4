"""What the pipeline costs beside its bare encoder: ``python -m tests.benchmarks.pipeline FILE…``.

Processor time of ``nlp(text)`` and of whole extraction over that of the encoder's session on the
same word pieces, medians of several rounds within one run; and the time to load the pipeline over
importing spaCy.  Ratios compare across machines, times do not.
"""

import argparse
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

import claimx
from claimx.article import Article
from claimx.extraction import read_document
from tests.benchmarks.clock import clock

LOAD = """
import time
import spacy
began = time.perf_counter()
import claimx
claimx.load()
print(time.perf_counter() - began)
"""


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("files", nargs="+", type=Path)
    arguments.add_argument("--rounds", type=int, default=7)
    options = arguments.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in options.files]
    nlp = claimx.load()
    encoder: Any = nlp.get_pipe("claimx_encoder").encoder  # type: ignore[attr-defined]  # ours
    batches: list[Any] = []
    ask = encoder.scores

    def remember(windows: Any) -> Any:
        batches.append(windows)
        return ask(windows)

    encoder.scores = remember
    words = sum(len(nlp(text)) for text in texts)
    encoder.scores = ask
    pieces = sum(len(window.ids) for batch in batches for window in batch)
    rows: list[tuple[float, float, float]] = []
    for _ in range(options.rounds):
        bare = clock(lambda: [ask(batch) for batch in batches])
        parsed = clock(lambda: [nlp(text) for text in texts])
        whole = clock(lambda: [read_document(Article(text=text), nlp) for text in texts])
        rows.append((bare, parsed, whole))
    bare, parsed, whole = (statistics.median(column) for column in zip(*rows, strict=True))
    loading = [float(run(LOAD)) for _ in range(3)]
    table = [
        f"{len(texts)} articles, {words} tokens, {pieces} word pieces, {options.rounds} rounds",
        f"encoder session   {pieces / bare:8.0f} pieces/s",
        f"nlp(text)         {words / parsed:8.0f} tokens/s  {parsed / bare:5.2f} x the session",
        f"extraction        {words / whole:8.0f} tokens/s  {whole / bare:5.2f} x the session",
        f"claimx.load()     {min(loading):8.2f} s beyond import spacy",
    ]
    sys.stdout.write("\n".join(table) + "\n")


def run(code: str) -> str:
    """Return what a fresh interpreter prints."""
    command = [sys.executable, "-c", code]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
