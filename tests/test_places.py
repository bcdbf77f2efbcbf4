"""Finding and resolving the places of hand-built parses; no network, no exception."""

import socket
from typing import NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy import tokens
from spacy.lang.en import English

from claimx.doc import Doc
from claimx.gazetteer import index
from claimx.gazetteer.names import normalise
from claimx.language.snapshot import snapshot
from claimx.rules.places import find_demonyms, find_places, locate
from tests.parses import parse

NLP = English()


def tagged(*entries: str) -> Doc:
    """Return a Doc of words, "word/LABEL" for entities ("+" joins an entity's words).

    A word glued to the one before it begins with "~".  Capitalised words are PROPN.
    """
    words: list[str] = []
    spaces: list[bool] = []
    ents: list[tuple[int, int, str]] = []
    for entry in entries:
        text, _, label = entry.partition("/")
        parts = text.split("+")
        if parts[0].startswith("~") and spaces:
            spaces[-1] = False
            parts[0] = parts[0][1:]
        if label:
            ents.append((len(words), len(words) + len(parts), label))
        words += parts
        spaces += [True] * len(parts)
    pos = ["PROPN" if word[0].isupper() else "PUNCT" if word in ",.-" else "NOUN" for word in words]
    doc = tokens.Doc(NLP.vocab, words=words, spaces=spaces, pos=pos)
    doc.set_ents([tokens.Span(doc, start, end, label) for start, end, label in ents])
    return snapshot(doc)


def found(doc: Doc) -> list[tuple[str, str | None]]:
    """Return each toponym with the name and country of its place."""
    return [
        (span.text, f"{place.name} {place.country or '-'} {place.kind}" if place else None)
        for span, place in find_places(doc)
    ]


@pytest.mark.parametrize(
    ("doc", "places"),
    [
        pytest.param(
            tagged("Rain", "fell", "in", "Syria/GPE", "~'s", "Homs/GPE", "~."),
            [("Syria", "Syria SY country"), ("Homs", "Homs SY city")],
            id="owner",
        ),
        pytest.param(
            tagged("the", "port", "city", "of", "Latakia/GPE"),
            [("Latakia", "Latakia SY city")],
            id="noun-of",
        ),
        pytest.param(
            tagged("in", "Homs/GPE", "province", "in", "Syria/GPE"),
            [("Homs", "Homs SY region"), ("Syria", "Syria SY country")],
            id="province",
        ),
        pytest.param(
            tagged("Springfield+,+Illinois/GPE"),
            [("Springfield", "Springfield US city"), ("Illinois", "Illinois US region")],
            id="city-state-in-one-entity",
        ),
        pytest.param(
            tagged("He", "lives", "in", "Cookville", "~,", "Texas/GPE", "~."),
            [("Cookville", "Cookville US place"), ("Texas", "Texas US region")],
            id="container-of-an-unknown-town",
        ),
        pytest.param(
            tagged("He", "lives", "in", "Logan", "~,", "W.Va./GPE", "today"),
            [("Logan", "Logan US city"), ("W.Va.", "West Virginia US region")],
            id="abbreviated-state",
        ),
        pytest.param(
            tagged("across", "northern+Syria/GPE"), [("Syria", "Syria SY country")], id="direction"
        ),
        pytest.param(
            tagged("the", "Province+of+Ontario/GPE"),
            [("Ontario", "Ontario CA region")],
            id="noun-in-entity",
        ),
        pytest.param(
            tagged("Protests", "in", "Damascus", "grew"),
            [("Damascus", "Damascus SY city")],
            id="missed-by-the-model",
        ),
        pytest.param(tagged("She", "met", "Damascus", "again"), [], id="name-alone"),
        pytest.param(tagged("He", "spoke", "in", "Congress", "~."), [], id="no-place"),
        pytest.param(
            tagged("Paris+Hilton/PERSON", "met", "the", "Bank+of+England/ORG"), [], id="no-names"
        ),
        pytest.param(
            tagged("in", "Homs/GPE", "and", "Homs/PERSON", "~,", "Homs"),
            [("Homs", "Homs SY city"), ("Homs", "Homs SY city")],
            id="said-again",
        ),
        pytest.param(
            tagged("GENEVA", "(", "~Agency", "~)", "–", "Talks", "opened", "in", "Switzerland/GPE"),
            [("GENEVA", "Geneva CH city"), ("Switzerland", "Switzerland CH country")],
            id="dateline",
        ),
        pytest.param(
            tagged("Laurel+County+Sheriff/ORG", "in", "Kentucky/GPE"),
            [("Laurel County", "Laurel County US district"), ("Kentucky", "Kentucky US region")],
            id="county-in-a-body",
        ),
        pytest.param(
            tagged("Gainesville+Police/ORG", "in", "Florida/GPE"),
            [("Gainesville", "Gainesville US city"), ("Florida", "Florida US region")],
            id="town-of-police",
        ),
        pytest.param(
            tagged("Lincoln+Memorial+Society/ORG", "in", "Ohio/GPE"),
            [("Ohio", "Ohio US region")],
            id="no-town-of-a-society",
        ),
        pytest.param(
            tagged("Lee/PERSON", "~,", "D", "~-", "~Charleston", "~,", "of", "Ohio/GPE"),
            [("Charleston", "Charleston US city"), ("Ohio", "Ohio US region")],
            id="party-home",
        ),
        pytest.param(
            tagged("Barrow/GPE", "and", "Oconee/GPE", "counties", "near", "Atlanta/GPE"),
            [
                ("Barrow", "Barrow County US district"),
                ("Oconee", "Oconee County US district"),
                ("Atlanta", "Atlanta US city"),
            ],
            id="counties",
        ),
        pytest.param(
            tagged("the", "southern", "city", "of", "Qwrtzim", "~,", "in", "Oman/GPE"),
            [("Qwrtzim", "Qwrtzim OM place"), ("Oman", "Oman OM country")],
            id="called-a-city",
        ),
        pytest.param(
            tagged("the", "North/LOC", "and", "South+Korea/GPE"),
            [("North", "North Korea KP country"), ("South Korea", "South Korea KR country")],
            id="the-north-of-korea",
        ),
        pytest.param(tagged("snow", "in", "the", "North/LOC"), [("North", None)], id="the-north"),
        pytest.param(
            tagged("the", "Gulf+of+Aden/LOC", "and", "the", "Kremlin/FAC"),
            [("Gulf of Aden", "Gulf of Aden - water"), ("Kremlin", "Kremlin RU landmark")],
            id="water-and-landmark",
        ),
        pytest.param(
            tagged("Qwrtz+Valley/LOC", "fell"), [("Qwrtz Valley", None)], id="unknown-stays-null"
        ),
        pytest.param(tagged("us", "and", "them", "in", "time"), [], id="lower-case"),
        pytest.param(tagged(), [], id="empty"),
    ],
)  # fmt: skip
def test_find_places(doc: Doc, places: list[tuple[str, str | None]]) -> None:
    assert found(doc) == places


def test_a_place_has_its_id_and_point() -> None:
    ((_, place),) = find_places(tagged("in", "Kyiv/GPE"))
    assert place is not None
    assert (place.name, place.country, place.geonameid, place.kind) == (
        "Kyiv",
        "UA",
        703448,
        "city",
    )
    assert place.latitude == pytest.approx(50.45, abs=0.05)
    assert place.longitude == pytest.approx(30.52, abs=0.05)


def test_an_unknown_town_has_no_point() -> None:
    (_, place), _ = find_places(tagged("in", "Cookville", "~,", "Texas/GPE"))
    assert place is not None
    assert (place.geonameid, place.latitude, place.longitude) == (None, None, None)


def test_demonyms_have_places_but_are_no_toponyms() -> None:
    doc = tagged("Syrian/NORP", "troops", "met", "Danes", "in", "Homs/GPE")
    assert [(s.text, p.country) for s, p in find_demonyms(doc) if p] == [
        ("Syrian", "SY"),
        ("Danes", "DK"),
    ]
    assert found(doc) == [("Homs", "Homs SY city")]


def test_locate_reads_given_spans() -> None:
    doc = tagged("Dublin", "and", "Cork")
    located = locate(doc, [doc.span(0, 1), doc.span(2, 3)])
    assert [place.country for _, place in located if place] == ["IE", "IE"]


def test_places_of_a_parse() -> None:
    doc = parse(
        """
        Troops troop NOUN NNS 2 nsubj
        entered enter VERB VBD 0 root
        Kharkiv Kharkiv PROPN NNP 2 obj B-GPE
        ~, , PUNCT , 5 punct
        Ukraine Ukraine PROPN NNP 3 appos B-GPE
        """
    )
    assert found(doc) == [("Kharkiv", "Kharkiv UA city"), ("Ukraine", "Ukraine UA country")]


def test_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    index.load.cache_clear()
    assert found(tagged("in", "Kyiv/GPE")) == [("Kyiv", "Kyiv UA city")]


LABELS = st.sampled_from(["GPE", "LOC", "FAC", "ORG", "PERSON", "NORP", "MISC", "EVENT"])


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 12), st.integers(1, 4), LABELS)))
def test_find_places_never_raises(text: str, ents: list[tuple[int, int, str]]) -> None:
    parsed = NLP(text)
    free = 0
    spans = []
    for start, length, label in sorted(ents):
        if start >= free and start + length <= len(parsed):
            spans.append(tokens.Span(parsed, start, start + length, label))
            free = start + length
    parsed.set_ents(spans)
    doc = snapshot(parsed)
    places = find_places(doc)
    assert [span.start for span, _ in places] == sorted({span.start for span, _ in places})
    for span, _ in [*places, *find_demonyms(doc)]:
        assert doc.text[span.start_char : span.end_char] == span.text and span.text.strip()


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_normalise_is_stable(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
