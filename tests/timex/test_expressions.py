"""The rules of time expressions, each at work in one phrase at least."""

from datetime import date
from types import ModuleType

import pytest

from claimx.timex import amounts, dates, relative, steps, years
from claimx.timex.reading import Surroundings, find_matches, read_times

WEDNESDAY = date(2023, 5, 17)
# phrase, its expression, TIMEX3, EDTF
TABLES: dict[ModuleType, list[tuple[str, str | None, str | None, str | None]]] = {
    dates: [
        ("Friday, July 21, 2017", "Friday, July 21, 2017", "2017-07-21", "2017-07-21"),
        ("the 21st of July 2017", "the 21st of July 2017", "2017-07-21", "2017-07-21"),
        ("21-Jul-2017", "21-Jul-2017", "2017-07-21", "2017-07-21"),
        ("March 3-5, 2021", "March 3-5, 2021", "2021-03-03/2021-03-05", "2021-03-03/2021-03-05"),
        ("3–5 March 2021", "3–5 March 2021", "2021-03-03/2021-03-05", "2021-03-03/2021-03-05"),
        ("2017-07-21", "2017-07-21", "2017-07-21", "2017-07-21"),
        ("21.07.2017", "21.07.2017", "2017-07-21", "2017-07-21"),
        ("21/07/2017", "21/07/2017", "2017-07-21", "2017-07-21"),
        ("early March 2021", "early March 2021", "2021-03", "2021-03-01~/2021-03-15~"),
        ("March of last year", "March of last year", "2022-03", "2022-03"),
        ("May to June 1981", "May to June 1981", "1981-05/1981-06", "1981-05/1981-06"),
        ("30 September 420.", "30 September 420", "0420-09-30", "0420-09-30"),
        ("September 420.", "September 420", "0420-09", "0420-09"),
        ("Christmas 2021", "Christmas 2021", "2021-12-25", "2021-12-25"),
    ],
    years: [
        ("the year 2030", "the year 2030", "2030", "2030"),
        ("2015-16", "2015-16", "2015/2016", "2015/2016"),
        ("2013 – present", "2013 – present", "2013/PRESENT_REF", "2013/.."),
        ("in 348,", None, None, None),  # a year only where a text tells history
        ("44 BC", "44 BC", "BC0044", "-0043"),
        ("AD 79", "AD 79", "0079", "0079"),
        ("class of '71", "'71", "1971", "1971"),
        ("the early 1990s", "the early 1990s", "199", "1990~/1994~"),
        ("the early 1930’s", "the early 1930’s", "193", "1930~/1934~"),
        ("the '90s", "the '90s", "199", "199X"),
        ("the 60s", "the 60s", "196", "196X"),
        ("the sixties", "the sixties", "196", "196X"),
        ("the late 19th century", "the late 19th century", "18", "1850~/1899~"),
        ("the 15th to the 19th century", "the 15th to the 19th century", "14/18", "1400/1899"),
        ("the winter of 2019-20", "the winter of 2019-20", "2019-WI", "2019-24"),
        ("Q3 2021", "Q3 2021", "2021-Q3", "2021-07/2021-09"),
        ("H1 2024", "H1 2024", "2024-H1", "2024-01/2024-06"),
        ("the second quarter of 2021", "the second quarter of 2021", "2021-Q2", "2021-04/2021-06"),
        ("fiscal 2021", "fiscal 2021", "FY2021", None),
        ("the 2021-22 fiscal year", "the 2021-22 fiscal year", "2021/2022", "2021/2022"),
        ("World War II", "World War II", "1939-09-01/1945-09-02", "1939-09-01/1945-09-02"),
    ],
    relative: [
        ("last Friday", "last Friday", "2023-05-12", "2023-05-12"),
        ("yesterday", "yesterday", "2023-05-16", "2023-05-16"),
        ("the day before yesterday", "the day before yesterday", "2023-05-15", "2023-05-15"),
        ("this morning", "this morning", "2023-05-17TMO", "2023-05-17"),
        ("over the weekend", "over the weekend", "2023-W19-WE", "2023-05-13/2023-05-14"),
        ("last month", "last month", "2023-04", "2023-04"),
        ("last March", "last March", "2023-03", "2023-03"),
        ("next summer", "next summer", "2023-SU", "2023-22"),
        ("in the summer", "the summer", "2022-SU", "2022-22"),
        ("the end of the year", "the end of the year", "2023", "2023-10~/2023-12~"),
        (
            "the first quarter of last year",
            "the first quarter of last year",
            "2022-Q1",
            "2022-01/2022-03",
        ),
        ("at that time", "at that time", None, None),
    ],
    steps: [
        ("two weeks ago", "two weeks ago", "2023-W18", "2023-05-01/2023-05-07"),
        ("in two years' time", "two years' time", "2025", "2025"),
        ("the past 30 days", "the past 30 days", "P30D", "2023-04-17/2023-05-17"),
        ("recent weeks", "recent weeks", "PXW", "../2023-05-17"),
        ("the months ahead", "the months ahead", "PXM", "2023-05-17/.."),
        ("the day before", "the day before", None, None),
    ],
    amounts: [
        ("three weeks", "three weeks", "P3W", None),
        ("several weeks", "several weeks", "PXW", None),
        ("all day", "all day", "P1D", None),
        ("for years", "years", "PXY", None),
        ("twice a week", "twice a week", "P1W", None),
        ("every Friday", "every Friday", "XXXX-WXX-5", None),
        ("Fridays", "Fridays", "XXXX-WXX-5", None),
        ("weekends", "weekends", "XXXX-WXX-WE", None),
        ("daily", "daily", "P1D", None),
        ("5 pm", "5 pm", "T17:00", None),
        ("14:30 GMT", "14:30 GMT", "T14:30Z", None),
        ("1430 GMT", "1430 GMT", "T14:30Z", None),
        ("six o’clock", "six o’clock", "TXX:XX", None),
        ("noon", "noon", "T12:00", None),
        ("now", "now", "PRESENT_REF", None),
    ],
}


@pytest.mark.parametrize(
    ("phrase", "expression", "timex", "edtf"), [row for rows in TABLES.values() for row in rows]
)
def test_each_phrase(
    phrase: str, expression: str | None, timex: str | None, edtf: str | None
) -> None:
    found = read_times(phrase, WEDNESDAY, Surroundings())
    assert [(phrase[one.start : one.end], one.value.timex, one.value.edtf) for one in found] == (
        [(expression, timex, edtf)] if expression is not None else []
    )


@pytest.mark.parametrize("module", TABLES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_every_rule_matches_a_phrase(module: ModuleType) -> None:
    rules = {rule.pattern for rule in module.make_rules()}
    phrases = [row[0] for row in TABLES[module]]
    matched = {rule.pattern for phrase in phrases for _, rule in find_matches(phrase)}
    assert rules - matched == set()
