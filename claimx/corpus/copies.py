"""Which articles repeat an earlier one: the same text, or with sketches nearly the same."""

from collections.abc import Iterable, Iterator

from claimx.corpus.sketch import group
from claimx.corpus.task import Outcome


def find_copies(outcomes: Iterable[Outcome]) -> dict[int, str]:
    """Return, by place among the outcomes, the name of the article that one repeats."""
    copies: dict[int, str] = {}
    names: dict[int, str] = {}
    firsts: dict[str, int] = {}

    def sketches() -> Iterator[tuple[int, str]]:
        for i, outcome in enumerate(outcomes):
            if outcome.id is None:
                continue
            first = firsts.setdefault(outcome.id, i)
            if first != i:
                copies[i] = names[first]
                continue
            names[i] = outcome.name
            if outcome.sketch is not None:
                yield i, outcome.sketch

    for i, first in group(sketches()):
        copies[i] = names[first]
    return copies
