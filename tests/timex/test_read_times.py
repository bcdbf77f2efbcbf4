"""Expressions in the light of one another: stretches, a day with its hour, history."""

from datetime import date

import pytest

from claimx.timex.reading import Surroundings, read_times

WEDNESDAY = date(2023, 5, 17)


def told(text: str, around: Surroundings | None = None) -> list[tuple[str, str | None]]:
    found = read_times(text, WEDNESDAY, around or Surroundings())
    return [(text[one.start : one.end], one.value.timex) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from 2004 to 2009", [("2004 to 2009", "2004/2009")]),
        ("between 2004 and 2009", [("2004 and 2009", "2004/2009")]),
        ("in 2004 and 2009", [("2004", "2004"), ("2009", "2009")]),
        ("on 3 May 2023 at 5 pm", [("3 May 2023 at 5 pm", "2023-05-03T17:00")]),
        ("at 5 pm on 3 May 2023", [("5 pm on 3 May 2023", "2023-05-03T17:00")]),
        ("in 2004\n\n2009 was dry", [("2004", "2004"), ("2009", "2009")]),
    ],
)
def test_what_belongs_together(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(text) == expected


def test_a_text_of_other_years_tells_history() -> None:
    text = "Born in 1880, she sailed in 1901 and in 1903. In March she died."
    assert told(text)[-1] == ("March", "1903-03")
    assert told("She left yesterday. In March she died.")[-1] == ("March", "2023-03")


def test_the_parse_may_say_that_a_word_is_no_time() -> None:
    def is_verb(kind: str, start: int, end: int) -> bool:
        return kind == "month"

    assert told("They met in May.", Surroundings(is_other=is_verb)) == []
    assert told("They met in May.") == [("May", "2023-05")]


def test_of_the_tense_the_reader_asks_around() -> None:
    later = Surroundings(read_tense=lambda start, end: "future")
    assert told("on Friday") == [("Friday", "2023-05-12")]
    assert told("on Friday", later) == [("Friday", "2023-05-19")]
