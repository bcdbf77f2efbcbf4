"""Which place names stand for a government, on hand-built parses and on the lexicon's evidence."""

import re
from typing import Any

import pytest

from claimx.doc import Span
from claimx.language.snapshot import snapshot
from claimx.lexicon import read_lexicon
from claimx.rules.metonyms import is_metonym, stands_for_people
from claimx.rules.place_words import PlaceWords
from claimx.rules.places import locate
from claimx.rules.toponyms import find_toponyms
from tests.parses import find, parse

ROWS = read_lexicon("place_words", "word", PlaceWords)


@pytest.mark.parametrize(
    ("rows", "name", "expected"),
    [
        pytest.param(
            """
            Moscow _ PROPN NNP 2 nsubj B-GPE
            denied deny VERB VBD 0 root
            it it PRON PRP 2 obj
            """,
            "Moscow",
            True,
            id="subject-of-acting",
        ),
        pytest.param(
            """
            Moscow _ PROPN NNP 2 nsubj B-GPE
            suffered suffer VERB VBD 0 root
            a a DET DT 4 det
            storm storm NOUN NN 2 obj
            """,
            "Moscow",
            False,
            id="subject-of-suffering",
        ),
        pytest.param(
            """
            Oslo _ PROPN NNP 4 nsubj B-GPE
            is be AUX VBZ 4 cop
            very very ADV RB 4 advmod
            ready ready ADJ JJ 0 root
            """,
            "Oslo",
            True,
            id="attitude",
        ),
        pytest.param(
            """
            Oslo _ PROPN NNP 3 nsubj B-GPE
            is be AUX VBZ 3 cop
            cold cold ADJ JJ 0 root
            """,
            "Oslo",
            False,
            id="weather",
        ),
        pytest.param(
            """
            It it PRON PRP 3 nsubj:pass
            was be AUX VBD 3 aux:pass
            approved approve VERB VBN 0 root
            by by ADP IN 5 case
            Berlin _ PROPN NNP 3 obl:agent B-GPE
            """,
            "Berlin",
            True,
            id="agent",
        ),
        pytest.param(
            """
            Kyiv _ PROPN NNP 3 nsubj:pass B-GPE
            was be AUX VBD 3 aux:pass
            shelled shell VERB VBN 0 root
            """,
            "Kyiv",
            False,
            id="object-of-shelling",
        ),
        pytest.param(
            """
            They they PRON PRP 2 nsubj
            met meet VERB VBD 0 root
            in in ADP IN 4 case
            Geneva _ PROPN NNP 2 obl B-GPE
            """,
            "Geneva",
            False,
            id="where",
        ),
        pytest.param(
            """
            Talks talk NOUN NNS 5 nsubj
            between between ADP IN 3 case
            Rome _ PROPN NNP 1 nmod B-GPE
            now now ADV RB 5 advmod
            stalled stall VERB VBD 0 root
            """,
            "Rome",
            True,
            id="party-to-talks",
        ),
        pytest.param(
            """
            The the DET DT 2 det
            Danube _ PROPN NNP 3 nsubj B-LOC
            rose rise VERB VBD 0 root
            """,
            "Danube",
            False,
            id="river",
        ),
        pytest.param(
            """
            The the DET DT 2 det
            Kremlin _ PROPN NNP 3 nsubj B-FAC
            denied deny VERB VBD 0 root
            it it PRON PRP 3 obj
            """,
            "Kremlin",
            True,
            id="seat-of-power",
        ),
    ],
)
def test_is_metonym(rows: str, name: str, expected: bool) -> None:
    assert is_metonym(find(parse(rows), name)) is expected


def test_without_a_parse_nothing_is_a_metonym() -> None:
    doc = parse("Moscow _ PROPN NNP 0 root B-GPE")
    assert not is_metonym(doc.span(0, 1))


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Iran", True), ("Tehran", True), ("the Pentagon", True), ("Red Square", False), ("", False)],
)
def test_stands_for_people(name: str, expected: bool) -> None:
    assert stands_for_people(name) is expected


SENTENCES = [
    pytest.param(sentence, finds, id=f"{row.group}-{kind}")
    for row in ROWS
    for kind, sentence, finds in (
        ("example", row.example, row.finds),
        ("not-example", row.not_example, row.not_finds),
    )
]


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "finds"), SENTENCES)
def test_the_lexicon_shows_its_words_at_work(nlp: Any, sentence: str, finds: str) -> None:
    (inside,) = re.findall(r"\[(.+?)\]", sentence)
    doc = snapshot(nlp(re.sub(r"[\[\]]", "", sentence)))
    start = sentence.index("[")
    span = doc.char_span(start, start + len(inside))
    assert isinstance(span, Span)
    if finds in ("metonym", "literal"):
        assert is_metonym(span) is (finds == "metonym")
    elif finds in ("city", "region", "country"):
        ((_, place),) = locate(doc, [span])
        assert place is not None and place.kind == finds
    else:
        inner = set(range(span.start, span.end))
        found = [one.text for one in find_toponyms(doc) if inner & {t.i for t in one}]
        assert found == ([finds] if finds else [])
