"""Where the time of extraction goes: ``python -m tests.benchmarks.shares FILE…``.

Percent of the processor time of whole extraction for each step, the steps inside it not counted:
"analyse" is the encoder without its ONNX session, "read_document" what no other row has.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import claimx
from claimx import extraction
from claimx.article import Article

STEPS = (
    "compose date_article fit snapshot find_times find_places find_attributions find_clusters"
    " name_speakers find_clauses read_claims rank read_brief summarise relocate read_document"
).split()


class Ledger:
    """Processor time by step, each without the steps that it calls."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self._open: list[str] = []
        self._since = 0.0

    def watch(self, owner: Any, name: str, label: str = "") -> None:
        """Put a clock around ``owner.name``."""
        setattr(owner, name, self.clocked(getattr(owner, name), label or name))

    def clocked(self, step: Callable[..., Any], label: str) -> Callable[..., Any]:
        """Return ``step`` with a clock around it."""

        @wraps(step)
        def run(*arguments: Any, **options: Any) -> Any:
            self._turn()
            self._open.append(label)
            try:
                return step(*arguments, **options)
            finally:
                self._turn()
                self._open.pop()

        return run

    def _turn(self) -> None:
        """Book the time since the last turn to the step that has run."""
        now = time.process_time()
        if self._open:
            self.spent[self._open[-1]] += now - self._since
        self._since = now


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("files", nargs="+", type=Path)
    arguments.add_argument("--rounds", type=int, default=7)
    options = arguments.parse_args()
    articles = [Article(text=path.read_text(encoding="utf-8")) for path in options.files]
    nlp = claimx.load()
    for article in articles:
        extraction.read_document(article, nlp)
    ledger = Ledger()
    for step in STEPS:
        ledger.watch(extraction, step)
    encoder = nlp.get_pipe("claimx_encoder").encoder  # type: ignore[attr-defined]  # ours
    ledger.watch(encoder, "scores", "ONNX session")
    ledger.watch(encoder, "analyse")
    ledger.watch(nlp, "make_doc", "tokenizer")
    # spaCy has no public way to put another function in a component's place.
    nlp._components = [(name, ledger.clocked(pipe, name)) for name, pipe in nlp.pipeline]
    for _ in range(options.rounds):
        for article in articles:
            extraction.read_document(article, nlp)
    whole = ledger.spent.total()
    for name, seconds in ledger.spent.most_common():
        sys.stdout.write(f"{name:20} {seconds / whole:6.1%}\n")


if __name__ == "__main__":
    main()
