"""What matters most: salience, summary and brief, on claims made by hand."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.article import Article
from claimx.brief import find_main_event, read_brief
from claimx.records import Brief, Claim, Document, Entity, Mention, Place, When, Where
from claimx.salience import WEIGHTS, Signs, is_headline, rank, read_signs, weigh
from claimx.summary import choose, summarise
from claimx.wording import content_words, likeness, share, stem
from tests.documents import truce, write_document

TITLE = "Dam bursts above Serra"
TEXT = (
    "Dam bursts above Serra\n\n"
    "SERRA, Nov 6 – A dam burst above the town of Serra on Monday after five days of rain, and 31"
    " people died, police said.\n\n"
    "“We lost everything,” said Ana Ruiz. Officials had earlier counted 24 dead in Portugal. The"
    " rain may return on Friday. Water carried away two bridges. Water took two bridges away.\n"
)


def row(opening: str, who: str | None, what: str, predicate: str, **more: Any) -> dict[str, Any]:
    return {"in": opening, "who": who, "what": what, "predicate": predicate, **more}


ROWS: tuple[Mapping[str, Any], ...] = (
    row("Dam bursts", "Dam", "bursts above Serra", "bursts", lemma="burst"),
    row(
        "SERRA, Nov",
        "A dam",
        "burst above the town of Serra",
        "burst",
        when=[("Monday", "2025-11-03")],
    ),
    row("SERRA, Nov", "31 people", "died", "died", lemma="die", source="police", cue="said"),
    row("“We lost", "We", "lost everything", "lost", source="Ana Ruiz", cue="said", quote="direct"),
    row("Officials had", "Officials", "had earlier counted 24 dead", "had earlier counted"),
    row("The rain may", "The rain", "may return", "may return", certainty="possible"),
    row("Water carried", "Water", "carried away two bridges", "carried away"),
    row("Water took", "Water", "took two bridges away", "took"),
)


@pytest.fixture
def dam() -> Document:
    document = write_document(Article(text=TEXT, title=TITLE), ROWS)
    ranked = rank(document.claims, title=TITLE, text=TEXT, entities=document.entities)
    return replace(document, claims=ranked)


def signs_of(document: Document, n: int) -> Signs:
    signs = read_signs(document.claims, title=TITLE, text=TEXT, entities=document.entities)
    return signs[n - 1]


def test_salience_lies_between_nothing_and_everything(dam: Document) -> None:
    assert all(0 < claim.salience < 1 for claim in dam.claims)
    assert [claim.n for claim in dam.claims] == [1, 2, 3, 4, 5, 6, 7, 8]


@pytest.mark.parametrize(
    ("more", "less", "sign"),
    [
        pytest.param(2, 8, "early", id="the lead before the end"),
        pytest.param(2, 3, "opening", id="the main clause before what follows"),
        pytest.param(2, 6, "headline", id="what the headline says"),
        pytest.param(3, 6, "numbers", id="numbers"),
        pytest.param(6, 7, "outlook", id="what is to come"),
        pytest.param(3, 2, "attributed", id="a source"),
        pytest.param(7, 6, "central", id="what is said again"),
        pytest.param(4, 2, "aside", id="somebody's own words"),
        pytest.param(5, 2, "aside", id="what was said before"),
    ],
)
def test_signs(dam: Document, more: int, less: int, sign: str) -> None:
    assert getattr(signs_of(dam, more), sign) > getattr(signs_of(dam, less), sign)


def test_what_will_come_weighs_more_than_what_may(dam: Document) -> None:
    words = ("will return", "may return", "returned")
    claims = [
        replace(claim, predicate=replace(claim.predicate, exact=exact))
        for claim, exact in zip(dam.claims, words, strict=False)
    ]
    signs = read_signs(claims, title=TITLE, text=TEXT)
    assert [one.outlook for one in signs] == [1.0, 0.5, 0.0]


def test_a_relative_clause_stands_aside(dam: Document) -> None:
    rules = ("main", "adverbial", "relative", "cleft")
    claims = [replace(claim, rule=rule) for claim, rule in zip(dam.claims, rules, strict=False)]
    signs = read_signs(claims, title=TITLE, text=TEXT)
    assert [one.side for one in signs] == [0.0, 0.0, 1.0, 1.0]


def test_every_sign_is_a_share(dam: Document) -> None:
    for signs in read_signs(dam.claims, title=TITLE, text=TEXT, entities=dam.entities):
        for name in Signs.__slots__:
            assert 0 <= getattr(signs, name) <= 1, name


def test_every_sign_has_its_weight() -> None:
    none = Signs(**dict.fromkeys(Signs.__slots__, 0.0))
    for name in Signs.__slots__:
        change = weigh(replace(none, **{name: 1.0})) - weigh(none)
        assert change * getattr(WEIGHTS, name) > 0, name


def test_headlines_are_told_by_their_missing_full_stop(dam: Document) -> None:
    assert [claim.n for claim in dam.claims if is_headline(claim, TEXT)] == [1]


def test_points_above_an_article_are_headlines_and_points_in_it_are_not() -> None:
    text = "Dam bursts\n- Water took two bridges.\n\nIt rained.\n- Schools will close.\n"
    rows = [row("Water took", None, "took two bridges", "took")]
    rows += [row("Schools will", None, "will close", "will close")]
    claims = write_document(Article(text=text), rows).claims
    assert [is_headline(claim, text) for claim in claims] == [True, False]


def test_a_second_claim_of_a_sentence_waits() -> None:
    text = "Water took two bridges and hit ten barns. Schools will close."
    rows = [
        row("Water took", "Water", "took two bridges", "took"),
        row("Water took", "Water", "hit ten barns", "hit"),
        row("Schools will", "Schools", "will close", "will close"),
    ]
    first, second, third = write_document(Article(text=text), rows).claims
    claims = (
        replace(first, salience=0.5),
        replace(second, salience=0.4),
        replace(third, salience=0.3),
    )
    assert [claim.n for claim in choose(claims, text=text, lines=2)] == [1, 3]


def test_the_summary_says_each_point_once_and_no_headline(dam: Document) -> None:
    chosen = [claim.n for claim in choose(dam.claims, text=TEXT)]
    assert len(chosen) == 5
    assert 1 not in chosen
    assert len({7, 8} & set(chosen)) == 1
    assert chosen[0] == 2


def test_the_summary_is_best_first_and_cites(dam: Document) -> None:
    lines = summarise(dam.claims, text=TEXT)
    by_id = {claim.id: claim for claim in dam.claims}
    cited = [by_id[line.claims[0]] for line in lines]
    assert [claim.salience for claim in cited] == sorted(
        (claim.salience for claim in cited), reverse=True
    )
    assert all(line.citation == claim.citation for line, claim in zip(lines, cited, strict=True))
    assert "31 people died, according to police." in [line.text for line in lines]


def test_a_summary_of_a_lone_headline_is_that_headline() -> None:
    document = write_document(Article(text="Dam bursts above Serra"), ROWS[:1])
    assert [line.text for line in summarise(document.claims, text="Dam bursts above Serra")] == [
        "Dam bursts above Serra."
    ]


def test_nothing_has_no_summary_and_no_brief() -> None:
    assert summarise((), text="") == ()
    assert rank((), title=None, text="") == ()
    assert read_brief((), title=None, text="") == Brief()
    assert find_main_event((), title=None, text="") is None


def answers(brief: Brief) -> dict[str, str]:
    values = {name: getattr(brief, name) for name in Brief.__slots__}
    return {name: answer.text for name, answer in values.items() if answer is not None}


def test_the_brief_answers_for_the_headline_s_event(dam: Document) -> None:
    brief = read_brief(dam.claims, title=TITLE, text=TEXT, entities=dam.entities)
    assert answers(brief) == {
        "who": "A dam",
        "what": "burst above the town of Serra",
        "when": "Monday",
        "why": "five days of rain",
        "how": "burst",
    }
    for name in Brief.__slots__:
        answer = getattr(brief, name)
        assert answer is None or TEXT[answer.start : answer.end] == answer.text


def when(words: str, day: str | None) -> When:
    start = TEXT.index(words)
    end = start + len(words)
    return When(exact=words, start=start, end=end, edtf=day, earliest=day, latest=day)


def where(words: str, kind: str | None, country: str | None = "PT") -> Where:
    start = TEXT.index(words)
    place = kind and Place(
        name=words, country=country, geonameid=1, latitude=0.0, longitude=0.0, kind=kind
    )
    return Where(exact=words, start=start, end=start + len(words), place=place or None)


def without_circumstances(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    return tuple(replace(claim, when=(), where=()) for claim in claims)


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        pytest.param([("earlier", None), ("Friday", "2025-11-07")], "Friday", id="a day"),
        pytest.param([("Monday", "2025-11-03"), ("Friday", "2025-11-07")], "Monday", id="past"),
        pytest.param([("earlier", None)], None, id="no day"),
        pytest.param([("Friday", "1997-09-30")], None, id="long ago"),
        pytest.param([], None, id="nothing"),
    ],
)
def test_when(dam: Document, times: list[tuple[str, str | None]], expected: str | None) -> None:
    brief = read_brief(
        without_circumstances(dam.claims),
        title=TITLE,
        text=TEXT,
        times=[when(*time) for time in times],
        published="2025-11-06",
    )
    assert answers(brief).get("when") == expected


def test_when_is_the_time_inside_the_phrase(dam: Document) -> None:
    brief = read_brief(dam.claims[1:], title=TITLE, text=TEXT, times=[when("Monday", None)])
    assert answers(brief)["when"] == "Monday"
    long = replace(dam.claims[1].when[0], start=TEXT.index("town"), exact="town of Serra on Monday")
    claim = replace(dam.claims[1], when=(long,))
    brief = read_brief((claim,), title=TITLE, text=TEXT, times=[when("Monday", "2025-11-03")])
    assert answers(brief)["when"] == "Monday"


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        pytest.param([("Portugal", "country"), ("Serra", "city")], "Serra", id="town in country"),
        pytest.param([("SERRA", "city"), ("Portugal", "country")], "SERRA", id="dateline"),
        pytest.param([("Portugal", "country")], "Portugal", id="country"),
        pytest.param([], None, id="nowhere"),
    ],
)
def test_where(dam: Document, places: list[tuple[str, str]], expected: str | None) -> None:
    found = [where(*place) for place in places]
    brief = read_brief(without_circumstances(dam.claims), title=TITLE, text=TEXT, places=found)
    assert answers(brief).get("where") == expected


def test_the_larger_place_after_a_comma_belongs_to_the_answer() -> None:
    text = "A tram overturned in Croydon, London, on Monday."
    rows = [row("A tram", "A tram", "overturned", "overturned", where=[("Croydon", None)])]
    document = write_document(Article(text=text), rows)
    start = text.index("London")
    larger = Where(exact="London", start=start, end=start + 6)
    brief = read_brief(document.claims, title=None, text=text, places=[larger])
    assert answers(brief)["where"] == "Croydon, London"


@pytest.mark.parametrize(
    ("mentions", "expected"),
    [
        pytest.param(
            {"Aune": [("Torvald Aune", "name"), ("he", "pronoun")]}, "Torvald Aune", id="name"
        ),
        pytest.param({}, "he", id="unknown"),
    ],
)
def test_who_is_named_where_the_article_names_him(
    mentions: dict[str, list[tuple[str, Any]]], expected: str
) -> None:
    text = "Torvald Aune lives alone. Every day he climbs the tower."
    document = write_document(
        Article(text=text),
        [row("Every day", ("he", "Torvald Aune"), "climbs the tower", "climbs")],
    )
    who = document.claims[0].who
    assert who
    entities = [
        Entity(
            id=str(who.entity),
            name=found[0][0],
            label="PERSON",
            place=None,
            mentions=tuple(
                Mention(exact=w, start=text.index(w), end=text.index(w) + len(w), kind=kind)
                for w, kind in found
            ),
        )
        for found in mentions.values()
    ]
    brief = read_brief(document.claims, title=None, text=text, entities=entities)
    assert answers(brief)["who"] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A dam burst because of rain.", "rain"),
        ("A dam burst due to poor repairs, he said.", "poor repairs"),
        ("A dam burst in retaliation for air strikes.", "air strikes"),
        ("A dam burst after workers opened a gate and fled.", "workers opened a gate"),
        ("A dam burst that was due to close.", None),
        ("A dam burst after two hours.", None),
        ("A dam burst.", None),
        ("After A dam burst, people fled.", None),
    ],
)
def test_why(sentence: str, expected: str | None) -> None:
    document = write_document(Article(text=sentence), [row("A dam", "A dam", "burst", "burst")])
    brief = read_brief(document.claims, title=None, text=sentence)
    assert answers(brief).get("why") == expected


def test_the_main_event_is_not_what_was_before(dam: Document) -> None:
    claims = tuple(replace(claim, salience=0.5) for claim in dam.claims[4:6])
    event = find_main_event(claims, title=None, text=TEXT)
    assert event is not None
    assert event.n == 6


@pytest.mark.parametrize(
    ("sentence", "what", "predicate", "expected"),
    [
        pytest.param(
            "A dam burst above Serra as the town slept.",
            "burst above Serra",
            "burst",
            "burst above Serra",
            id="no clause without its verb",
        ),
        pytest.param(
            "A dam cost £2.3 million to build.", "cost £2.3 million", "cost", "cost £2.3 million",
            id="no number without its unit",
        ),
        pytest.param(
            "A dam fell down near the old town hall.", "fell down", "fell",
            "fell down near the old town", id="on to the headline's last word",
        ),
    ],
)  # fmt: skip
def test_what(sentence: str, what: str, predicate: str, expected: str) -> None:
    rows = [row("A dam", "A dam", what, predicate)]
    if "slept" in sentence:
        rows.append(row("A dam", "the town", "slept", "slept"))
    document = write_document(Article(text=sentence), rows)
    title = "Serra: dam of £2.3m falls on town"
    brief = read_brief(document.claims, title=title, text=sentence)
    assert answers(brief)["what"] == expected


def test_weekdays_are_news_where_no_date_is_known() -> None:
    text = "A dam burst. It was built in 2023. Police came on Tuesday."
    document = write_document(Article(text=text), [row("A dam", "A dam", "burst", "burst")])
    times = [
        When(exact=words, start=text.index(words), end=text.index(words) + len(words), **known)
        for words, known in (
            ("2023", {"earliest": "2023-01-01", "latest": "2023-12-31"}),
            ("Tuesday", {}),
        )
    ]
    brief = read_brief(document.claims, title=None, text=text, times=times)
    assert answers(brief)["when"] == "Tuesday"


@pytest.mark.parametrize(
    ("forms", "same"),
    [
        (("blames", "blamed", "blaming", "blame"), True),
        (("stopped", "stop", "stops"), True),
        (("city", "cities"), True),
        (("2016", "2017"), False),
        (("war", "warn"), False),
    ],
)
def test_stem(forms: tuple[str, ...], same: bool) -> None:
    assert (len(set(map(stem, forms))) == 1) is same


def test_content_words_leave_function_words_out() -> None:
    assert content_words("He said that they will have it by 2026") == {"2026"}


@given(st.text(), st.text())
def test_comparison_is_a_share(one: str, other: str) -> None:
    a, b = content_words(one), content_words(other)
    assert 0 <= share(a, b) <= 1
    assert likeness(a, b) == likeness(b, a)
    assert not a or likeness(a, a) == 1


@given(st.text(max_size=200), st.text(max_size=50))
def test_any_text_can_be_ranked(text: str, title: str) -> None:
    _, document = truce()
    ranked = rank(document.claims, title=title, text=text)
    assert len(summarise(ranked, text=text)) <= 5
