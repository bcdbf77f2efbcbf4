"""Expressions of time: where they are, and what they mean beside a publication date."""

import re
from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.language import Language

from claimx.doc import Doc
from claimx.language.snapshot import snapshot
from claimx.lexicon import Evidenced, read_lexicon
from claimx.rules.times import TimeExpression, bound, find_times
from claimx.timex.reading import all_rules, find_matches
from claimx.timex.words import TABLES, ContextRow, context_words
from tests.parses import parse

_ENGLISH = English()


def _words(text: str) -> Doc:
    return snapshot(_ENGLISH(text))


WEDNESDAY = date(2023, 5, 17)


class Read(NamedTuple):
    """An expression with its TIMEX3 value, EDTF form, first and last day."""

    text: str
    timex: str | None
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None


def read(doc: Doc, published: date | None = WEDNESDAY) -> list[Read]:
    return [_plain(expression) for expression in find_times(doc, published)]


def _plain(one: TimeExpression) -> Read:
    return Read(one.span.text, one.timex, one.edtf, one.earliest, one.latest)


def same(text: str, value: str) -> Read:
    """Return an expression whose three forms are one calendar value."""
    return Read(text, value, value, *_ends(value))


def _ends(value: str) -> tuple[str, str]:
    first = date(*[*map(int, value.split("-")), 1, 1][:3])
    if len(value) == 10:
        return value, value
    if len(value) == 4:
        return f"{value}-01-01", f"{value}-12-31"
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return first.isoformat(), date.fromordinal(following.toordinal() - 1).isoformat()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # full and partial dates
        ("Friday, July 21, 2017", same("Friday, July 21, 2017", "2017-07-21")),
        ("Wednesday, May 24", same("Wednesday, May 24", "2023-05-24")),
        (
            "this Tuesday morning, May 16",
            Read(
                "this Tuesday morning, May 16",
                "2023-05-16TMO",
                "2023-05-16",
                "2023-05-16",
                "2023-05-16",
            ),
        ),
        ("on 21st July 2017", same("21st July 2017", "2017-07-21")),
        ("on the 3rd of May, 2010", same("the 3rd of May, 2010", "2010-05-03")),
        ("on 2017-07-21", same("2017-07-21", "2017-07-21")),
        ("on 21/07/2017", same("21/07/2017", "2017-07-21")),
        ("on 21-07-2017", same("21-07-2017", "2017-07-21")),
        ("on 12/05/2023", Read("12/05/2023", None)),  # May or December: nobody can tell
        ("in March 2021", same("March 2021", "2021-03")),
        ("in March of last year", same("March of last year", "2022-03")),
        ("since April last year", same("April last year", "2022-04")),
        ("in 2021", same("2021", "2021")),
        ("by the year 2030", same("the year 2030", "2030")),
        ("in 44 BC", Read("44 BC", "BC0044", "-0043")),
        # relative to publication
        ("yesterday", same("yesterday", "2023-05-16")),
        ("the day before yesterday", same("the day before yesterday", "2023-05-15")),
        ("last month", same("last month", "2023-04")),
        ("next year", same("next year", "2024")),
        ("three months ago", same("three months ago", "2023-02")),
        ("nearly a decade ago", same("nearly a decade ago", "2013")),
        ("24 hours ago", same("24 hours ago", "2023-05-16")),
        ("four and a half months ago", same("four and a half months ago", "2023-01")),
        ("5,000 years ago", Read("5,000 years ago", None)),
        ("last Friday", same("last Friday", "2023-05-12")),
        ("next Friday", same("next Friday", "2023-05-19")),
        ("Friday last week", same("Friday last week", "2023-05-12")),
        (
            "two weeks ago",
            Read("two weeks ago", "2023-W18", "2023-05-01/2023-05-07", "2023-05-01", "2023-05-07"),
        ),
        (
            "over the weekend",
            Read(
                "over the weekend",
                "2023-W19-WE",
                "2023-05-13/2023-05-14",
                "2023-05-13",
                "2023-05-14",
            ),
        ),
        (
            "the past 30 days",
            Read("the past 30 days", "P30D", "2023-04-17/2023-05-17", "2023-04-17", "2023-05-17"),
        ),
        ("recent weeks", Read("recent weeks", "PXW", "../2023-05-17", None, "2023-05-17")),
        (
            "last night",
            Read("last night", "2023-05-16TNI", "2023-05-16", "2023-05-16", "2023-05-16"),
        ),
        # longer stretches
        ("in the 1990s", Read("the 1990s", "199", "199X", "1990-01-01", "1999-12-31")),
        ("in the 1930’s", Read("the 1930’s", "193", "193X", "1930-01-01", "1939-12-31")),
        ("in the sixties", Read("the sixties", "196", "196X", "1960-01-01", "1969-12-31")),
        (
            "the early 2000s",
            Read("the early 2000s", "200", "2000~/2004~", "2000-01-01", "2004-12-31"),
        ),
        ("the 1800s", Read("the 1800s", "18", "18XX", "1800-01-01", "1899-12-31")),
        ("the 90s", Read("the 90s", "199", "199X", "1990-01-01", "1999-12-31")),
        ("class of '71", same("'71", "1971")),
        ("the 20th century", Read("the 20th century", "19", "19XX", "1900-01-01", "1999-12-31")),
        ("in Q3 2022", Read("Q3 2022", "2022-Q3", "2022-07/2022-09", "2022-07-01", "2022-09-30")),
        (
            "the third quarter of last year",
            Read(
                "the third quarter of last year",
                "2022-Q3",
                "2022-07/2022-09",
                "2022-07-01",
                "2022-09-30",
            ),
        ),
        ("in spring 2020", Read("spring 2020", "2020-SP", "2020-21", "2020-03-01", "2020-06-20")),
        (
            "the winter of 2019-20",
            Read("the winter of 2019-20", "2019-WI", "2019-24", "2019-12-01", "2020-03-19"),
        ),
        ("in fiscal 2023", Read("fiscal 2023", "FY2023")),
        (
            "the 2021-22 financial year",
            Read(
                "the 2021-22 financial year", "2021/2022", "2021/2022", "2021-01-01", "2022-12-31"
            ),
        ),
        # parts and doubts
        ("early 2019", Read("early 2019", "2019", "2019-01~/2019-04~", "2019-01-01", "2019-04-30")),
        (
            "in mid-June 2020",
            Read("mid-June 2020", "2020-06", "2020-06-10~/2020-06-20~", "2020-06-10", "2020-06-20"),
        ),
        (
            "the end of 2024",
            Read("the end of 2024", "2024", "2024-10~/2024-12~", "2024-10-01", "2024-12-31"),
        ),
        (
            "the end of June 2020",
            Read(
                "the end of June 2020",
                "2020-06",
                "2020-06-23~/2020-06-30~",
                "2020-06-23",
                "2020-06-30",
            ),
        ),
        (
            "the beginning of the 19th century",
            Read(
                "the beginning of the 19th century", "18", "1800~/1824~", "1800-01-01", "1824-12-31"
            ),
        ),
        (
            "late last week",
            Read(
                "late last week", "2023-W19", "2023-05-12~/2023-05-14~", "2023-05-12", "2023-05-14"
            ),
        ),
        ("circa 1818", Read("circa 1818", "1818", "1818~", "1818-01-01", "1818-12-31")),
        # ranges
        (
            "from 2004 to 2009",
            Read("2004 to 2009", "2004/2009", "2004/2009", "2004-01-01", "2009-12-31"),
        ),
        (
            "the 2009-2018 average",
            Read("2009-2018", "2009/2018", "2009/2018", "2009-01-01", "2018-12-31"),
        ),
        (
            "the year 2021/22",
            Read("the year 2021/22", "2021/2022", "2021/2022", "2021-01-01", "2022-12-31"),
        ),
        (
            "the 2020/2021 harvest",
            Read("2020/2021", "2020/2021", "2020/2021", "2020-01-01", "2021-12-31"),
        ),
        (
            "the last decade",
            Read("the last decade", "P1DE", "2013-05-17/2023-05-17", "2013-05-17", "2023-05-17"),
        ),
        ("(2013 – present)", Read("2013 – present", "2013/PRESENT_REF", "2013/..", "2013-01-01")),
        ("(1871–72)", Read("1871–72", "1871/1872", "1871/1872", "1871-01-01", "1872-12-31")),
        (
            "March 3-5, 2021",
            Read(
                "March 3-5, 2021",
                "2021-03-03/2021-03-05",
                "2021-03-03/2021-03-05",
                "2021-03-03",
                "2021-03-05",
            ),
        ),
        (
            "January 23 – March 9 2014",
            Read(
                "January 23 – March 9 2014",
                "2014-01-23/2014-03-09",
                "2014-01-23/2014-03-09",
                "2014-01-23",
                "2014-03-09",
            ),
        ),
        (
            "between May and June in 1981",
            Read(
                "May and June in 1981",
                "1981-05/1981-06",
                "1981-05/1981-06",
                "1981-05-01",
                "1981-06-30",
            ),
        ),
        # hours
        (
            "Monday July 26, 2022 at 3 p.m. EST",
            Read(
                "Monday July 26, 2022 at 3 p.m. EST",
                "2022-07-26T15:00-05:00",
                "2022-07-26T15:00:00-05:00",
                "2022-07-26",
                "2022-07-26",
            ),
        ),
        (
            "14:30 GMT on Monday",
            Read(
                "14:30 GMT on Monday",
                "2023-05-15T14:30Z",
                "2023-05-15T14:30:00Z",
                "2023-05-15",
                "2023-05-15",
            ),
        ),
        ("at 22:30", Read("22:30", "T22:30")),
        # durations and sets
        ("within 48 hours", Read("48 hours", "PT48H")),
        ("almost 40 years", Read("almost 40 years", "P40Y")),
        ("half an hour", Read("half an hour", "PT0.5H")),
        ("half a century", Read("half a century", "P50Y")),
        ("a couple of weeks", Read("a couple of weeks", "P2W")),
        ("two and a half years", Read("two and a half years", "P2.5Y")),
        ("every Friday", Read("every Friday", "XXXX-WXX-5")),
        ("on Sundays", Read("Sundays", "XXXX-WXX-7")),
        ("twice a week", Read("twice a week", "P1W")),
        ("every two weeks", Read("every two weeks", "P2W")),
        # holidays, named periods
        ("Christmas 2019", same("Christmas 2019", "2019-12-25")),
        ("on Christmas Eve", same("Christmas Eve", "2022-12-24")),
        ("during Ramadan", Read("Ramadan", None)),
        ("after 9/11", same("9/11", "2001-09-11")),
        # none
        ("a second time", None),
        ("12 years old", None),
        ("5.5 million people", None),
        ("Room 2010", same("2010", "2010")),
        ("$2010", None),
        ("2010%", None),
        ("They march and may fall.", None),
        ("the day", None),
    ],
)
def test_values(text: str, expected: Read | None) -> None:
    assert read(_words(text)) == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Friday", Read("Friday", "XXXX-WXX-5")),
        ("in March", Read("March", "XXXX-03")),
        ("on March 3", Read("March 3", "XXXX-03-03")),
        ("last week", Read("last week", None)),
        ("yesterday", Read("yesterday", None)),
        ("two weeks ago", Read("two weeks ago", None)),
        ("in March 2021", same("March 2021", "2021-03")),
    ],
)
def test_without_a_publication_date_relative_times_stay_open(text: str, expected: Read) -> None:
    assert read(_words(text), None) == [expected]


OPENED = """
The     the     DET    DT   2  det
fair    fair    NOUN   NN   3  nsubj
opened  open    VERB   VBD  0  root
{rows}
"""
OPENS = """
The     the     DET    DT   2  det
fair    fair    NOUN   NN   4  nsubj
will    will    AUX    MD   4  aux
open    open    VERB   VB   0  root
{rows}
"""
IS_TO_OPEN = """
The     the     DET    DT   2  det
fair    fair    NOUN   NN   5  nsubj
is      be      AUX    VBZ  5  aux
to      to      PART   TO   5  mark
open    open    VERB   VB   0  root
{rows}
"""
ON_FRIDAY = "on on ADP IN {noun} case\nFriday Friday PROPN NNP {verb} obl"
IN_JULY = "in in ADP IN {noun} case\nJuly July PROPN NNP {verb} obl"
ON_MAY_20 = "on on ADP IN {noun} case\nMay May PROPN NNP {verb} obl\n20 20 NUM CD {noun} nummod"
WEEKEND = (
    "over over ADP IN {last} case\nthe the DET DT {last} det\nweekend weekend NOUN NN {verb} obl"
)
IN_WEEKS = (
    "in in ADP IN {last} case\nthree three NUM CD {last} nummod\nweeks week NOUN NNS {verb} obl"
)
IN_SUMMER = "in in ADP IN {last} case\nthe the DET DT {last} det\nsummer summer NOUN NN {verb} obl"
AHEAD = (
    "ahead ahead ADP IN {last} case\nof of ADP IN {noun} fixed\nFriday Friday PROPN NNP {verb} obl"
)


@pytest.mark.parametrize(
    ("frame", "rows", "timex"),
    [
        pytest.param(OPENED, ON_FRIDAY, "2023-05-12", id="opened-on-Friday"),
        pytest.param(OPENS, ON_FRIDAY, "2023-05-19", id="will-open-on-Friday"),
        pytest.param(IS_TO_OPEN, ON_FRIDAY, "2023-05-19", id="is-to-open-on-Friday"),
        pytest.param(OPENED, IN_JULY, "2022-07", id="opened-in-July"),
        pytest.param(OPENS, IN_JULY, "2023-07", id="will-open-in-July"),
        pytest.param(OPENED, ON_MAY_20, "2022-05-20", id="opened-on-May-20"),
        pytest.param(OPENS, ON_MAY_20, "2023-05-20", id="will-open-on-May-20"),
        pytest.param(OPENS, IN_WEEKS, "2023-W23", id="will-open-in-three-weeks"),
        pytest.param(OPENED, IN_WEEKS, "P3W", id="opened-in-three-weeks"),
        pytest.param(OPENED, IN_SUMMER, "2022-SU", id="opened-in-the-summer"),
        pytest.param(OPENS, IN_SUMMER, "2023-SU", id="will-open-in-the-summer"),
        pytest.param(OPENED, AHEAD, "2023-05-19", id="opened-ahead-of-Friday"),
        pytest.param(OPENED, WEEKEND, "2023-W19-WE", id="opened-over-the-weekend"),
        pytest.param(OPENS, WEEKEND, "2023-W20-WE", id="will-open-over-the-weekend"),
    ],
)
def test_tense_decides(frame: str, rows: str, timex: str) -> None:
    verb = frame.strip().count("\n")
    words = rows.format(verb=verb, noun=verb + 2, last=verb + 3)
    assert [one.timex for one in read(parse(frame.format(rows=words)))] == [timex]


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("In 1939 he came. That same year he left.", ["1939", "1939"]),
        ("He came in 1724. Two years later he died.", ["1724", "1726"]),
        ("She won on 3 May 2019. The next day she left.", ["2019-05-03", "2019-05-04"]),
        ("It shut in March 2021. The following month it opened.", ["2021-03", "2021-04"]),
        ("It shut in January 2022. Two days later it opened.", ["2022-01", None]),
        ("It shut in January 2022. Two months later it opened.", ["2022-01", "2022-03"]),
        ("It shut in 2015, up from the year before.", ["2015", "2014"]),
        ("It opened in 2010. Born on 3 May 1899, wed in 1920, he died on 5 June.",
         ["2010", "1899-05-03", "1920", "1920-06-05"]),
    ],
)  # fmt: skip
def test_times_count_from_the_one_before(text: str, timex: list[str]) -> None:
    assert [one.timex for one in read(_words(text))] == timex


IS_EXPECTED = """
    Friday   Friday PROPN NNP 3 nmod:poss
    ~'s      's     PART  POS 1 case
    vote     vote   NOUN  NN  5 nsubj:pass
    is       be     AUX   VBZ 5 aux:pass
    {verb} {lemma} VERB VBN 0 root
"""


@pytest.mark.parametrize(
    ("verb", "lemma", "timex"),
    [("expected", "expect", "2023-05-19"), ("criticised", "criticise", "2023-05-12")],
)
def test_a_day_that_owns_an_event(verb: str, lemma: str, timex: str) -> None:
    doc = parse(IS_EXPECTED.format(verb=verb, lemma=lemma))
    assert [one.timex for one in read(doc)] == [timex]


@pytest.mark.parametrize(("cue", "timex"), [("said VBD", "2023-05-12"), ("will MD", "2023-05-19")])
def test_a_verb_of_saying_before_the_day_looks_back(cue: str, timex: str) -> None:
    word, tag = cue.split()
    doc = parse(f"""
        Prices price NOUN NNS 3 nsubj
        will   will  AUX  MD  3 aux
        rise   rise  VERB VB  0 root
        it     it    PRON PRP 3 parataxis
        {word} {word} VERB {tag} 3 parataxis
        Friday Friday PROPN NNP 3 obl:unmarked
    """)
    assert [one.timex for one in read(doc)] == [timex]


def test_a_verb_is_no_month() -> None:
    doc = parse("""
        May   may   AUX  MD 3 aux
        they  they  PRON PRP 3 nsubj
        go    go    VERB VB 0 root
    """)
    assert read(doc) == []


def test_a_count_is_no_year() -> None:
    doc = parse("""
        It     it     PRON PRP 2 nsubj
        has    have   VERB VBZ 0 root
        2010   2010   NUM  CD  4 nummod
        people person NOUN NNS 2 obj
    """)
    assert read(doc) == []


def test_entities_that_the_grammar_does_not_know_stay_unresolved() -> None:
    doc = parse("""
        They they PRON PRP 2 nsubj
        met  meet VERB VBD 0 root
        in   in   ADP  IN  5 case
        the  the  DET  DT  5 det B-DATE
        interregnum interregnum NOUN NN 2 obl I-DATE
    """)
    assert read(doc) == [Read("the interregnum", None)]


@pytest.mark.parametrize(
    ("preposition", "edtf", "earliest", "latest"),
    [
        ("since", "2021-03/..", "2021-03-01", None),
        ("until", "../2021-03", None, "2021-03-31"),
        ("by", "../2021-03", None, "2021-03-31"),
        ("after", "2021-04-01/..", "2021-04-01", None),
        ("before", "../2021-02-28", None, "2021-02-28"),
        ("in", "2021-03", "2021-03-01", "2021-03-31"),
    ],
)
def test_prepositions_set_bounds(
    preposition: str, edtf: str, earliest: str | None, latest: str | None
) -> None:
    (month,) = find_times(_words("in March 2021"), None)
    bounded = bound(month, preposition)
    assert (bounded.edtf, bounded.earliest, bounded.latest) == (edtf, earliest, latest)


def _rows() -> list[tuple[str, Evidenced]]:
    return [
        (table, row) for table, kind in TABLES.items() for row in read_lexicon("times", table, kind)
    ]


def _forms(row: Evidenced) -> re.Pattern[str]:
    names: list[str] = []
    for slot in ("names", "short", "name", "words"):
        value = getattr(row, slot, ())
        names += [value] if isinstance(value, str) else list(value)
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}" for name in names), re.IGNORECASE)


@pytest.mark.parametrize("row", [pytest.param(row, id=f"{t}-{row.example}") for t, row in _rows()])
def test_each_word_has_its_evidence(row: Evidenced) -> None:
    forms = _forms(row)
    assert any(forms.search(one.text) for one in read(_words(row.example)))


@pytest.mark.parametrize(
    "row",
    [pytest.param(row, id=f"{table}-{row.not_example}") for table, row in _rows()],
)
def test_each_word_has_its_counter_example(row: Evidenced) -> None:
    doc = _words(row.not_example)
    assert read(doc) == []


# Words that begin, fill or follow expressions of time: the patterns' own, the lexicon's, figures.
FIGURES = (
    "5 21 05:30 1990s '71 ’90s 2,000 348 1991 2014-05 7pm Q3 FY H1 A.D. c. $5 (1912 mid- early-"
)
PIECES = sorted(
    {word for rule in all_rules() for word in re.findall(r"[A-Za-z’']{2,}", rule.pattern.pattern)}
    | {word for _, row in _rows() for word in row.example.split()}
    | set(FIGURES.split())
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from([" ", "  ", " \n", "-", ""]))
def test_rules_are_found_by_the_words_that_open_them(pieces: list[str], gap: str) -> None:
    text = gap.join(pieces)
    everywhere = [(match, rule) for rule in all_rules() for match in rule.pattern.finditer(text)]
    everywhere.sort(key=lambda pair: (pair[0].start(), -pair[0].end()))
    assert [(match.span(), rule) for match, rule in find_matches(text)] == [
        (match.span(), rule) for match, rule in everywhere
    ]


CONTEXT = read_lexicon("time_context", "word", ContextRow)


@pytest.mark.model
@pytest.mark.parametrize("row", [pytest.param(row, id=row.kind) for row in CONTEXT])
def test_each_context_word_has_its_evidence(nlp: Language, row: ContextRow) -> None:
    docs = [snapshot(nlp(text)) for text in (row.example, row.not_example)]
    values = [[one.timex for one in read(doc)] for doc in docs]
    assert values == ([["2014"], []] if row.kind == "yearly" else [["2023-05-19"], ["2023-05-12"]])


@pytest.mark.parametrize("verb", sorted(context_words("moved")))
def test_what_is_moved_to_a_day_lies_ahead(verb: str) -> None:
    doc = parse(f"""
        It      it     PRON PRP 3 nsubj:pass
        was     be     AUX  VBD 3 aux:pass
        {verb}ed {verb} VERB VBN 0 root
        to      to     ADP  IN  5 case
        Friday  Friday PROPN NNP 3 obl
    """)
    assert [one.timex for one in read(doc)] == ["2023-05-19"]


WORDS = st.sampled_from(
    "the last next this Friday May 3 5th March 2021 1990s years two ago later at 14:30 p.m. to - – "
    "from between and early mid- end of century 20th winter Q3 FY 0000 9999 31 February 29 0 BC "
    "every past 9999999999 billion , . ( ) \n \n\n 's Christmas quarter week before".split(" ")
)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=60),
    st.sampled_from([None, WEDNESDAY, date.min, date.max]),
)
def test_any_text_is_read_and_spans_stay_apart(text: str, published: date | None) -> None:
    doc = _words(text)
    end = 0
    for one in find_times(doc, published):
        assert one.span.start >= end
        end = one.span.end
        assert doc.text[one.span.start_char : one.span.end_char] == one.span.text
        for day in filter(None, (one.earliest, one.latest)):
            date.fromisoformat(day)
        if one.earliest and one.latest:
            assert one.earliest <= one.latest
