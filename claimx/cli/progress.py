"""How far a run over many articles is, on a line that renews itself, where a person sees it."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.corpus.plan import Plan, Tally


class Pace:
    """Tells how fast a run is, and when it will be done.

    The clock starts with the first article of this run, so that neither what an earlier one has
    done nor the start of the workers counts.
    """

    def __init__(self, total: int | None, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Take the bytes of all inputs; None where that cannot be known."""
        self._total = total
        self._clock = clock
        self._start: tuple[float, int, int] | None = None

    def tell(self, tally: "Tally") -> str:
        """Return articles, failures, words a second, and the time that is left."""
        bad = tally.failed + tally.foreign
        plural = "" if tally.articles == 1 else "s"
        parts = [f"{tally.articles:,} article{plural}", f"{bad:,} failed"]
        words, read = tally.words - tally.kept_words, tally.read - tally.kept_read
        if self._start is None and tally.articles + bad > tally.kept:
            self._start = (self._clock(), words, read)
        if self._start is not None:
            began, words_then, read_then = self._start
            passed = self._clock() - began
            if passed < 1:  # results may come in heaps
                return ", ".join(parts)
            parts.append(f"{(words - words_then) / passed:,.0f} words a second")
            rate = (read - read_then) / passed
            if self._total and rate > 0:
                share = min(1.0, tally.read / self._total)
                left = max(0, self._total - tally.read) / rate
                parts.append(f"{share:.0%}, {_told(left)} left")
        return ", ".join(parts)


@contextmanager
def progress(plan: "Plan", *, quiet: bool) -> "Iterator[Callable[[Tally], None]]":
    """Give what shows how far a run is; without a person to see it, it does nothing."""
    if quiet or not sys.stderr.isatty():
        yield lambda tally: None
        return
    from rich.console import Console
    from rich.status import Status
    from rich.text import Text

    from claimx.corpus.batch import input_size

    console = Console(stderr=True)
    with Status(Text("starting"), console=console, refresh_per_second=4) as status:
        pace = Pace(input_size(plan))
        yield lambda tally: status.update(Text(pace.tell(tally)))


def _told(seconds: float) -> str:
    minutes = round(seconds / 60)
    if seconds < 60:
        return f"{seconds:.0f} s"
    if minutes < 60:
        return f"{minutes} min"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours < 48 else f"{hours / 24:.0f} days"
