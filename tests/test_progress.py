"""What a person is told while a run goes on."""

import pytest

from claimx.cli.progress import Pace
from claimx.corpus.plan import Tally


class Clock:
    """A clock that is set by hand."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


def tally(done: int, *, kept: int = 0) -> Tally:
    """Return how a run stands after so many articles of 100 words and 1,000 bytes."""
    return Tally(
        articles=done,
        kept=kept,
        words=done * 100,
        kept_words=kept * 100,
        read=done * 1000,
        kept_read=kept * 1000,
    )


def test_words_a_second_and_time_left() -> None:
    clock = Clock()
    pace = Pace(100_000, clock=clock)
    clock.now += 60  # while workers start
    assert pace.tell(tally(1)) == "1 article, 0 failed"
    clock.now += 10
    assert pace.tell(tally(21)) == "21 articles, 0 failed, 200 words a second, 21%, 40 s left"
    clock.now += 10
    assert pace.tell(tally(100)).endswith("100%, 0 s left")


def test_what_an_earlier_run_did_is_no_speed_of_this_one() -> None:
    clock = Clock()
    pace = Pace(100_000, clock=clock)
    for kept in range(51):
        assert "second" not in pace.tell(tally(kept, kept=kept))
    clock.now += 5
    pace.tell(tally(51, kept=50))
    clock.now += 10
    told = pace.tell(tally(61, kept=50))
    assert told == "61 articles, 0 failed, 100 words a second, 61%, 39 s left"


def test_no_end_is_told_where_it_cannot_be_known() -> None:
    clock = Clock()
    pace = Pace(None, clock=clock)
    pace.tell(tally(1))
    clock.now += 10
    assert pace.tell(tally(11)) == "11 articles, 0 failed, 100 words a second"


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(59, "59 s"), (600, "10 min"), (3600 * 5 + 660, "5 h 11 min"), (86_400 * 9, "9 days")],
)
def test_long_times_are_told_roughly(seconds: int, told: str) -> None:
    clock = Clock()
    pace = Pace(1000 + 1000 * (seconds + 10), clock=clock)
    pace.tell(tally(1))
    clock.now += 10
    assert pace.tell(tally(11)).endswith(f", {told} left")
