"""Extractors that need no language model, for tests of everything around them.

Named in a task as "tests.extractors:load"; worker processes import this module.
"""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

from claimx.article import Article
from claimx.records import Document
from tests.documents import write_document


def load(model: str | None) -> Callable[[Article], Document]:
    """Return an extractor that makes each line "X did something." a claim."""
    return extract


def load_slow(model: str | None) -> Callable[[Article], Document]:
    """Return one that takes a hundredth of a second."""

    def slow(article: Article) -> Document:
        time.sleep(0.01)
        return extract(article)

    return slow


def extract(article: Article) -> Document:
    """Read an article; words in capitals in it make trouble."""
    if "CRASH" in article.text:
        raise ValueError("a bug")
    if "EXIT" in article.text:
        os._exit(7)
    if "HANG" in article.text:
        time.sleep(60)
    if "KILL ONCE" in article.text:
        mark = Path(os.environ["CLAIMX_TEST_MARK"])
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    elif "KILL PARENT" in article.text:
        os.kill(os.getppid(), signal.SIGKILL)
        time.sleep(60)
    elif "KILL" in article.text:
        os.kill(os.getpid(), signal.SIGKILL)
    rows = []
    for line in dict.fromkeys(article.text.splitlines()):
        words = line.rstrip(".").split()
        if len(words) > 2 and line.endswith("."):
            row = {"in": line, "who": words[0], "what": " ".join(words[1:]), "predicate": words[1]}
            rows.append(row | ({"source": words[-2], "cue": "said"} if words[-1] == "said" else {}))
    return write_document(article, rows)
