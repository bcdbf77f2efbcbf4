"""Quotation marks: paired, nested, repeated, missing; speech told from names and titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English

from claimx.doc import Doc, Span
from claimx.language.snapshot import snapshot
from claimx.rules.quotations import find_quotations, find_quoted, quote_kind
from tests.parses import parse

NLP = English()
NLP.add_pipe("sentencizer")


def quoted(text: str) -> list[str]:
    return [span.text for span in find_quoted(snapshot(NLP(text)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param('"We won," he said.', ['"We won,"'], id="straight"),
        pytest.param("“We won,” he said.", ["“We won,”"], id="curly"),
        pytest.param("'We won,' he said.", ["'We won,'"], id="single"),
        pytest.param("‘We won,’ he said.", ["‘We won,’"], id="single curly"),
        pytest.param("«We won», he said.", ["«We won»"], id="guillemets"),
        pytest.param("„We won“, he said.", ["„We won“"], id="low opening"),
        pytest.param("``We won,'' he said.", ["``We won,''"], id="typewriter"),
        pytest.param("''We won,'' he said.", ["''We won,''"], id="double apostrophes"),
        pytest.param('" We won " he said.', ['" We won "'], id="blanks inside"),
        pytest.param("“He said ‘no’ to me,” she said.", ["“He said ‘no’ to me,”"], id="nested"),
        pytest.param(
            "“He said “no” to me,” she said.", ["“He said “no” to me,”"], id="nested same"
        ),
        pytest.param('"One," he said, "two."', ['"One,"', '"two."'], id="broken by the cue"),
        pytest.param('"One. Two. Three," he said.', ['"One. Two. Three,"'], id="sentences"),
        pytest.param(
            "“One.\n\n“Two.\n\n“Three,” he said. “Four.”",
            ["“One.\n\n“Two.\n\n“Three,”", "“Four.”"],
            id="opening mark repeated",
        ),
        pytest.param('"One.\n\n"Two," he said.', ['"One.\n\n"Two,"'], id="straight mark repeated"),
        pytest.param("“One.\n\nNo mark. “Two,” he said.", ["“One.", "“Two,”"], id="never closed"),
        pytest.param(
            "Go “on. He left. “Two,” he said.", ["“on.", "“Two,”"], id="unclosed in a paragraph"
        ),
        pytest.param("We won,” he said. “Two.”", ["We won,”", "“Two.”"], id="never opened"),
        pytest.param("The workers' rights and the boys' caps.", [], id="possessives"),
        pytest.param("Rock 'n' roll isn't over.", ["'n'"], id="elision"),
        pytest.param("It's the '90s and don't ask.", [], id="apostrophes"),
        pytest.param(
            "‘The workers’ rep left,’ he said.", ["‘The workers’"], id="possessive untagged"
        ),
        pytest.param('A 5" pipe burst.', [], id="inches"),
        pytest.param("", [], id="empty"),
    ],
)
def test_find_quoted(text: str, found: list[str]) -> None:
    assert quoted(text) == found


@given(st.text(alphabet="ab .,\n\"'“”‘’«»„`-", max_size=80))
def test_any_marks_give_ordered_stretches_of_the_text(text: str) -> None:
    spans = find_quoted(snapshot(NLP(text)))
    assert all(0 <= span.start < span.end <= len(span.doc) for span in spans)
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))


def test_a_mark_never_closed_does_not_lose_the_article() -> None:
    rest = " ".join(f"“Part {n},” he said." for n in range(2000))
    assert len(quoted(f"He “left.\n\nSo: {rest}")) == 2001


def test_blocks_of_the_layout_are_the_paragraphs() -> None:
    doc = snapshot(NLP("“One.\n“Two,” he said."))
    doc.spans["claimx_blocks"] = [
        Span(doc, 0, 3, label="paragraph"),
        Span(doc, 4, 11, label="paragraph"),
    ]
    assert [span.text for span in find_quoted(doc)] == ["“One.\n“Two,”"]


SPEECH = """
“ “ PUNCT `` 3 punct
~We we PRON PRP 3 nsubj
won win VERB VBD 6 ccomp
~” ” PUNCT '' 3 punct
he he PRON PRP 6 nsubj
said say VERB VBD 0 root
"""
SCARE = """
The the DET DT 3 det
“ “ PUNCT `` 3 punct
~truce truce NOUN NN 5 nsubj
~” ” PUNCT '' 3 punct
broke break VERB VBD 0 root
"""
TITLE = """
He he PRON PRP 2 nsubj
wrote write VERB VBD 0 root
“ “ PUNCT `` 4 punct
~Gone go VERB VBN 2 obj
With with ADP IN 7 case
the the DET DT 7 det
Wind wind NOUN NN 4 obl
~” ” PUNCT '' 4 punct
"""
NICKNAME = """
Dwayne Dwayne PROPN NNP 7 nsubj
“ “ PUNCT `` 4 punct
~The the DET DT 4 det
Rock Rock PROPN NNP 1 appos
~” ” PUNCT '' 4 punct
Johnson Johnson PROPN NNP 1 flat
acts act VERB VBZ 0 root
"""
FRAGMENT = """
He he PRON PRP 2 nsubj
promised promise VERB VBD 0 root
“ “ PUNCT `` 8 punct
~a a DET DT 8 det
long long ADJ JJ 8 amod
and and CCONJ CC 7 cc
bitter bitter ADJ JJ 5 conj
fight fight NOUN NN 2 obj
~” ” PUNCT '' 8 punct
"""


@pytest.mark.parametrize(
    ("parsed", "found"),
    [
        pytest.param(SPEECH, ["“We won”"], id="speech"),
        pytest.param(FRAGMENT, ["“a long and bitter fight”"], id="fragment of speech"),
        pytest.param(SCARE, [], id="scare quotes"),
        pytest.param(TITLE, [], id="title"),
        pytest.param(NICKNAME, [], id="nickname"),
    ],
)
def test_speech_is_told_from_names_and_titles(parsed: str, found: list[str]) -> None:
    assert [span.text for span in find_quotations(parse(parsed))] == found


@pytest.mark.parametrize(
    ("start", "end", "kind"), [(0, 4, "direct"), (0, 6, "mixed"), (4, 6, "indirect")]
)
def test_quote_kind(start: int, end: int, kind: str) -> None:
    doc: Doc = parse(SPEECH)
    assert quote_kind(doc[start:end], find_quoted(doc)) == kind
