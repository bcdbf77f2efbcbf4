import re

import pytest
import spacy
from spacy.tokens import Doc, Span

from claimx.language.entities import read_entities
from claimx.language.entity_words import read_groups

NLP = spacy.blank("en")
CASES = [
    pytest.param(sentence, found, id=f"{row.group}-{kind}")
    for row in read_groups()
    for kind, sentence, found in (
        ("example", row.example, row.finds),
        ("not", row.not_example, row.not_finds),
    )
]


def read_brackets(sentence: str) -> Doc:
    """Return the Doc of a sentence whose bracketed stretches are the model's entities."""
    pieces = re.split(r"\[(.+?) ([A-Z]+)\]", sentence)
    spans, text = [], ""
    for n in range(0, len(pieces) - 1, 3):
        text += pieces[n]
        spans.append((len(text), len(text) + len(pieces[n + 1]), pieces[n + 2]))
        text += pieces[n + 1]
    doc = NLP(text + pieces[-1])
    ents = [doc.char_span(start, end, label=label) for start, end, label in spans]
    doc.ents = [ent for ent in ents if isinstance(ent, Span)]
    return doc


def found_in(sentence: str) -> list[str]:
    return [f"{ent.text} {ent.label_}" for ent in read_entities(read_brackets(sentence))]


@pytest.mark.parametrize(("sentence", "found"), CASES)
def test_every_word_group_has_its_evidence(sentence: str, found: tuple[str, ...]) -> None:
    assert found_in(sentence) == list(found)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("[the Baltic Sea LOC]'s ports", ["Baltic Sea LOC"]),
        ("He met [her PERSON] and [Iran's LOC] envoy.", ["Iran GPE"]),
        ("[Mr PERSON] spoke.", []),
        ("[Prime Minister Lena Brandt PERSON] spoke.", ["Lena Brandt PERSON"]),
        ("in [southern Europe LOC]", ["southern Europe LOC"]),
        ("in [southern Sweden LOC]", ["southern Sweden GPE"]),
        (
            "The [Boeing 737 PRODUCT] landed at 8:30 p.m. GMT.",
            ["Boeing 737 PRODUCT", "8:30 p.m. GMT TIME"],
        ),
        ("A [£5 MONEY] million loan", ["£5 million MONEY"]),
        ("a 36-year-old man", ["36-year-old DATE"]),
        ("ten to 15 barrels", ["ten to 15 barrels QUANTITY"]),
        ("in the 1990s", ["1990s DATE"]),
        ("since 2015", ["2015 DATE"]),
        ("this morning", ["this morning TIME"]),
        ("the 21st century's first two days", ["21st century DATE", "first two days DATE"]),
        ("at least as good", []),
        (
            "The [World Health Organization ORG] (WHO) left. The WHO left.",
            ["World Health Organization ORG", "WHO ORG", "WHO ORG"],
        ),
        ("An F-16 hit Covid-19 wards near the I-95 highway.", ["F-16 PRODUCT"]),
        ("in early [May DATE] and by the end of 2026", ["early May DATE", "end of 2026 DATE"]),
        ("[Port Sudan FAC] and the [Port of Ghent FAC]", ["Port Sudan GPE", "Port of Ghent FAC"]),
        ("[Monday MISC] evening, [Labour Day MISC]", ["Monday evening TIME", "Labour Day DATE"]),
        ("[Model Y MISC] and [Terminal 5 MISC]", ["Model Y PRODUCT", "Terminal 5 FAC"]),
        ("It began at about 4 a.m.", ["about 4 a.m. TIME"]),
        ("She won in 1 hour 12 minutes.", ["1 hour 12 minutes TIME"]),
        ("[Anna Holm PERSON], 54, left.", ["Anna Holm PERSON", "54 DATE"]),
        ("[Anna Holm PERSON] won, 54 lost.", ["Anna Holm PERSON", "54 CARDINAL"]),
        ("", []),
    ],
)
def test_read_entities(sentence: str, found: list[str]) -> None:
    assert found_in(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param(
            "[Bo Aune LOC] counts. [Aune PERSON] left.",
            ["Bo Aune PERSON", "Aune PERSON"],
            id="a person by the last word",
        ),
        pytest.param(
            "[Cape Town LOC] counts. [Town PERSON] left.",
            ["Cape Town GPE", "Town PERSON"],
            id="a place that is known",
        ),
        pytest.param(
            "[Bo Aune LOC] counts. [Aune ORG] left.", ["Bo Aune GPE", "Aune ORG"], id="no person"
        ),
    ],
)
def test_a_name_is_a_person_where_its_last_word_is_one(sentence: str, found: list[str]) -> None:
    assert found_in(sentence) == found
