"""Claims from hand-built parses: who is cited, which sayings vanish, names, citations, wording."""

import pytest

import claimx
from claimx.article import Article
from claimx.claims import Read, document_id, read_claims
from claimx.doc import Doc
from claimx.rules.attributions import find_attributions
from claimx.rules.clauses import find_clauses
from claimx.rules.mentions import Cluster
from tests.attribution_parses import FORMS
from tests.parses import find, parse

SAID = """
Critics critic NOUN NNS 2 nsubj
say say VERB VBP 0 root
the the DET DT 4 det
law law NOUN NN 6 nsubj
is be AUX VBZ 6 cop
weak weak ADJ JJ 2 ccomp
~. . PUNCT . 2 punct
"""
DENIED = """
The the DET DT 2 det
firm firm NOUN NN 3 nsubj
denied deny VERB VBD 0 root
that that SCONJ IN 6 mark
it it PRON PRP 6 nsubj
cheated cheat VERB VBD 3 ccomp
~. . PUNCT . 3 punct
"""
THOUGHT = """
The the DET DT 2 det
firm firm NOUN NN 4 nsubj:pass
is be AUX VBZ 4 aux:pass
thought think VERB VBN 0 root
to to PART TO 7 mark
have have AUX VB 7 aux
failed fail VERB VBN 4 xcomp
~. . PUNCT . 4 punct
"""
QUOTED = """
“ “ PUNCT `` 3 punct
~We we PRON PRP 3 nsubj
won win VERB VBD 6 ccomp
~, , PUNCT , 3 punct
~” ” PUNCT '' 3 punct
said say VERB VBD 0 root
Ana Ana PROPN NNP 6 nsubj B-PERSON
~. . PUNCT . 6 punct
"""
CONDEMNED = """
Ana Ana PROPN NNP 2 nsubj B-PERSON
condemned condemn VERB VBD 0 root
the the DET DT 4 det
raid raid NOUN NN 2 obj
that that PRON WDT 6 nsubj
killed kill VERB VBD 4 acl:relcl
ten ten NUM CD 6 obj
~. . PUNCT . 2 punct
"""
NESTED = """
Ana Ana PROPN NNP 2 nsubj B-PERSON
said say VERB VBD 0 root
Bo Bo PROPN NNP 4 nsubj B-PERSON
believes believe VERB VBZ 2 ccomp
the the DET DT 6 det
bank bank NOUN NN 7 nsubj
failed fail VERB VBD 4 ccomp
~. . PUNCT . 2 punct
"""
REPORTEDLY = """
Ana Ana PROPN NNP 4 nsubj B-PERSON
has have AUX VBZ 4 aux
reportedly reportedly ADV RB 4 advmod
left leave VERB VBN 0 root
~, , PUNCT , 8 punct
but but CCONJ CC 8 cc
Bo Bo PROPN NNP 8 nsubj B-PERSON
stayed stay VERB VBD 4 conj
~. . PUNCT . 4 punct
"""


def read(doc: Doc, clusters: tuple[Cluster, ...] = ()) -> Read:
    """Read the claims of a hand-built Doc."""
    return read_claims(
        doc,
        Article(text=doc.text),
        clauses=find_clauses(doc),
        attributions=find_attributions(doc),
        clusters=clusters,
        places=[],
        times=[],
    )


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(SAID, ["the law is weak << Critics / say indirect certain"], id="content"),
        pytest.param(DENIED, ["The firm denied that it cheated certain"], id="denial"),
        pytest.param(
            THOUGHT,
            ["The firm is thought to have failed << - / thought indirect probable"],
            id="raised",
        ),  # fmt: skip
        pytest.param(QUOTED, ["We won << Ana / said direct certain"], id="quotation"),
        pytest.param(
            CONDEMNED,
            ["Ana condemned the raid that killed ten certain", "the raid killed ten certain"],
            id="noun phrase",
        ),  # fmt: skip
        pytest.param(
            NESTED, ["the bank failed << Bo / believes indirect probable"], id="innermost"
        ),
        pytest.param(
            REPORTEDLY,
            ["Ana has reportedly left << - / reportedly indirect probable", "Bo stayed certain"],
            id="adverb of one clause",
        ),
        pytest.param(
            REPORTEDLY.replace("reportedly", "presumably"),
            ["Ana has presumably left probable", "Bo stayed certain"],
            id="adverb that infers",
        ),
        pytest.param(
            FORMS["The claim that the bank was broke spread quickly."],
            [
                "the bank was broke << - / claim indirect probable",
                "The claim that the bank was broke spread quickly certain",
            ],
            id="a noun is not its own speaker",
        ),
    ],
)
def test_sources_of_claims(rows: str, expected: list[str]) -> None:
    lines = []
    for claim in read(parse(rows)).claims:
        line = claim.text
        if claim.cue is not None:
            source = claim.source.exact if claim.source is not None else "-"
            line = f"{line} << {source} / {claim.cue.exact} {claim.quote}"
        lines.append(f"{line} {claim.certainty}")
    assert lines == expected


def test_every_span_slices_back_to_its_text() -> None:
    doc = parse(QUOTED)
    text = doc.text
    for claim in read(doc).claims:
        spans = [claim.who, claim.what, claim.predicate, claim.target, claim.source, claim.cue]
        assert [text[s.start : s.end] for s in spans if s] == [s.exact for s in spans if s]
        cited = claim.citation
        assert text[cited.start : cited.end] == cited.exact == text
        assert (cited.line, cited.column, cited.paragraph, cited.sentence) == (1, 1, 1, 1)


def test_ids_are_stable_and_tell_claims_apart() -> None:
    first = [claim.id for claim in read(parse(REPORTEDLY)).claims]
    assert first == [claim.id for claim in read(parse(REPORTEDLY)).claims]
    assert len(set(first)) == 2 and all(len(one) == 16 for one in first)
    assert document_id("é") == document_id("é") != document_id("e")


def test_factuality_joins_certainty_and_polarity() -> None:
    claims = read(parse(NESTED)).claims + read(parse(SAID)).claims
    assert [claim.factuality for claim in claims] == ["PR+", "CT+"]


PRONOUN = """
Ana Ana PROPN NNP 2 nsubj B-PERSON
left leave VERB VBD 0 root
~. . PUNCT . 2 punct

She she PRON PRP 2 nsubj
sold sell VERB VBD 0 root
her her PRON PRP$ 4 nmod:poss
farm farm NOUN NN 2 obj
~. . PUNCT . 2 punct
"""


def test_standalone_puts_the_name_for_the_pronoun() -> None:
    doc = parse(PRONOUN)
    ana = Cluster(
        name="Ana Ruiz",
        label="PERSON",
        mentions=(
            (find(doc, "Ana"), "name"),
            (doc.span(3, 4), "pronoun"),
            (doc.span(5, 6), "pronoun"),
        ),
    )
    read_ = read(doc, (ana,))
    assert [claim.standalone for claim in read_.claims] == [
        "Ana left.",
        "[Ana Ruiz] sold [Ana Ruiz’s] farm.",
    ]
    assert [claim.who.name for claim in read_.claims if claim.who] == ["Ana Ruiz", "Ana Ruiz"]
    assert [entity.name for entity in read_.entities] == ["Ana Ruiz"]


HEADLINE = """
Ten ten NUM CD 2 nsubj
dead dead ADJ JJ 0 root
in in ADP IN 5 case
hotel hotel NOUN NN 5 compound
fire fire NOUN NN 2 obl
"""
REDUCED = """
Ships ship NOUN NNS 5 nsubj
built build VERB VBN 1 acl
in in ADP IN 4 case
Oslo Oslo PROPN NNP 2 obl B-GPE
sank sink VERB VBD 0 root
~. . PUNCT . 5 punct
"""
EXISTS = """
There there PRON EX 2 expl
is be VERB VBZ 0 root
no no DET DT 4 det
plan plan NOUN NN 2 nsubj
~. . PUNCT . 2 punct
"""


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(HEADLINE, ["Ten [are] dead in hotel fire."], id="headline"),
        pytest.param(
            REDUCED, ["Ships [were] built in Oslo.", "Ships built in Oslo sank."], id="participle"
        ),
        pytest.param(EXISTS, ["There is no plan."], id="existential"),
    ],
)
def test_standalone_supplies_what_is_left_out(rows: str, expected: list[str]) -> None:
    assert [claim.standalone for claim in read(parse(rows)).claims] == expected


@pytest.mark.model
def test_a_place_that_speaks_is_marked_as_its_government() -> None:
    text = "Moscow said on Monday that it would send aid. The envoy left Moscow for Damascus."
    document = claimx.extract(text)
    marks = {m.start: m.metonym for e in document.entities for m in e.mentions if m.kind == "name"}
    assert marks == {0: True, text.index("Moscow for"): False, text.index("Damascus"): False}
    assert ["Moscow"] not in [[w.exact for w in claim.where] for claim in document.claims[:1]]
