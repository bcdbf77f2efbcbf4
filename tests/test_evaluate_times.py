"""The measure of time expressions: what it finds in a treebank and what it counts as right."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimx.model.conllu import read_texts
from claimx.model.evaluate_times import GoldDate, agrees, main, read_annotations, read_dates
from claimx.rules.times import find_times
from tests.parses import parse

# The bridge opened last year and shut on 3 May; from 2004 to 2009 in winter it leaked.
ROWS = """\
The the DET DT 2 det _
bridge bridge NOUN NN 3 nsubj _
opened open VERB VBD 0 root _
last last ADJ JJ 5 amod XML=<date when:::"2022">
year year NOUN NN 3 obl:unmarked XML=</date>
and and CCONJ CC 7 cc _
shut shut VERB VBD 3 conj _
on on ADP IN 10 case _
3 3 NUM CD 10 nummod XML=<date when:::"2023-05-04">
May May PROPN NNP 7 obl SpaceAfter=No|XML=</date>
; ; PUNCT : 3 punct _
from from ADP IN 13 case _
2004 2004 NUM CD 18 obl XML=<date when:::"2004"></date>
to to ADP IN 15 case _
2009 2009 NUM CD 13 nmod XML=<date when:::"2009"></date>
it it PRON PRP 18 nsubj _
often often ADV RB 18 advmod _
leaked leak VERB VBD 3 parataxis XML=<ref>
once once ADV RB 18 advmod XML=<date notAfter:::"2023-05-17"></date></ref>
. . PUNCT . 3 punct _
"""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "tiny.conllu"
    lines = ["# newdoc id = GUM_news_tiny", "# meta::dateCreated = 2023-05-17"]
    for number, row in enumerate(ROWS.splitlines(), 1):
        form, lemma, upos, xpos, head, dep, misc = row.split(" ", 6)
        lines.append("\t".join([str(number), form, lemma, upos, xpos, "_", head, dep, "_", misc]))
    path.write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    return path


def test_annotations_are_read_with_their_words(treebank: Path) -> None:
    (text,) = read_texts(treebank)
    assert read_annotations(text) == [
        GoldDate(start=3, end=5, values={"when": "2022"}),
        GoldDate(start=8, end=10, values={"when": "2023-05-04"}),
        GoldDate(start=12, end=13, values={"when": "2004"}),
        GoldDate(start=14, end=15, values={"when": "2009"}),
        GoldDate(start=18, end=19, values={"notAfter": "2023-05-17"}),
    ]
    assert {name: day.isoformat() for name, day in read_dates(treebank).items()} == {
        "GUM_news_tiny": "2023-05-17"
    }


def test_the_command_counts(treebank: Path) -> None:
    import typer

    app = typer.Typer()
    app.command()(main)
    result = CliRunner().invoke(app, [str(treebank), "--show"])
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert [line.split()[1] for line in lines[:2]] == ["[3", "[once]"]
    assert lines[2].split()[:7] == ["all", "5", "annotated", "4", "found", "0.800", "3"]


@pytest.mark.parametrize(
    ("text", "values", "right"),
    [
        ("March 2021", {"when": "2021-03"}, True),
        ("March 2021", {"when": "2021"}, True),  # finer than the annotation
        ("2021", {"when": "2021-03"}, False),
        ("the 1990s", {"from": "1990-01-01", "to": "1999-12-31"}, True),
        ("the 1990s", {"from": "1990", "to": "1998"}, False),
        ("early 2019", {"notBefore": "2019", "notAfter": "2019"}, True),
        ("early 2019", {"notAfter": "2018"}, False),
        ("March", {"when": "--03"}, True),
        ("March", {"when": "--04"}, False),
        ("44 BC", {"when": "-0044"}, True),
        ("three years", {"when": "2020"}, False),
    ],
)
def test_agrees(text: str, values: dict[str, str], right: bool) -> None:
    from datetime import date

    rows = "\n".join(f"{word} _ X X {0 if not n else 1} dep" for n, word in enumerate(text.split()))
    doc = parse(rows)
    (ours,) = find_times(doc, date(2023, 5, 17))
    assert agrees(GoldDate(start=0, end=len(doc), values=values), ours) is right
