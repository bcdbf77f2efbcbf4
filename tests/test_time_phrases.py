"""Time phrases of clauses: their extent and what a preposition makes of their value."""

from datetime import date

import pytest

from claimx.rules.time_phrases import fit, read_phrase
from claimx.rules.times import find_times
from tests.parses import find, parse

PUBLISHED = date(2023, 5, 17)
ROWS = {
    "until": "until until ADP IN 2 case\n2021 2021 NUM CD 0 root",
    "since": "since since SCONJ IN 2 case\n2021 2021 NUM CD 0 root",
    "after": "after after ADP IN 3 case\nearly early ADJ JJ 3 amod\n2021 2021 NUM CD 0 root",
    "in": "in in ADP IN 2 case\n2021 2021 NUM CD 0 root",
    "event": "before before ADP IN 2 case\nproduction production NOUN NN 0 root\n"
    "in in ADP IN 4 case\n2021 2021 NUM CD 2 nmod",
    "lull": "after after ADP IN 5 case\na a DET DT 5 det\n11 11 NUM CD 5 compound\n"
    "year year NOUN NN 3 goeswith\nlull lull NOUN NN 0 root",
    "years": "after after ADP IN 3 case\ntwo two NUM CD 3 nummod\nyears year NOUN NNS 0 root",
    "named": "the the DET DT 3 det\n2021 2021 NUM CD 3 nmod:unmarked\nHajj hajj PROPN NNP 0 root",
    "none": "after after ADP IN 2 case\nquarrels quarrel NOUN NNS 0 root",
}


@pytest.mark.parametrize(
    ("rows", "value"),
    [
        ("until", ("2021", "../2021", None, "2021-12-31")),
        ("since", ("2021", "2021/..", "2021-01-01", None)),
        ("after", ("2021", "2021-05-01/..", "2021-05-01", None)),
        ("in", ("2021", "2021", "2021-01-01", "2021-12-31")),
        ("event", (None, "../2021-12-31", None, "2021-12-31")),
        ("years", ("P2Y", None, None, None)),
        ("named", ("2021", "2021", "2021-01-01", "2021-12-31")),
        ("lull", None),
        ("none", None),
    ],
)
def test_read_phrase(rows: str, value: tuple[str | None, ...] | None) -> None:
    doc = parse(ROWS[rows])
    read = read_phrase(doc.span(0, len(doc)), find_times(doc, PUBLISHED))
    assert (read and (read.timex, read.edtf, read.earliest, read.latest)) == value


@pytest.mark.parametrize(
    ("phrase", "whole"),
    [
        ("on Monday July 26", "Monday July 26, 2022"),
        ("Monday July 26, 2022", "Monday July 26, 2022"),
        ("rapidly, within 48 hours", "within 48 hours"),
        ("after Monday July 26", "after Monday July 26, 2022"),
    ],
)
def test_fit(phrase: str, whole: str) -> None:
    doc = parse("""
        It it PRON PRP 2 nsubj
        fell fall VERB VBD 0 root
        on on ADP IN 5 case
        Monday Monday PROPN NNP 5 compound
        July July PROPN NNP 2 obl
        26 26 NUM CD 5 nummod
        ~, , PUNCT , 8 punct
        2022 2022 NUM CD 5 nmod:unmarked
        and and CCONJ CC 10 cc
        fell fall VERB VBD 2 conj
        rapidly rapidly ADV RB 15 advmod
        ~, , PUNCT , 15 punct
        within within ADP IN 15 case
        48 48 NUM CD 15 nummod
        hours hour NOUN NNS 10 obl
        after after ADP IN 18 case
        Monday Monday PROPN NNP 18 compound
        July July PROPN NNP 10 obl
        26 26 NUM CD 18 nummod
        ~, , PUNCT , 21 punct
        2022 2022 NUM CD 18 nmod:unmarked
    """)
    assert fit(find(doc, phrase), find_times(doc, PUBLISHED)).text == whole
