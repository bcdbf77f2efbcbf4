"""Who is cited for a clause, and who is not: hearers, and what only frames the saying."""

import pytest

from claimx.records import Claim
from claimx.rules.attributions import find_attributions
from tests.parses import parse
from tests.test_claims import read

# parse, and for each claim its words, "<<" whom it cites, "/" by which word
CASES = [
    pytest.param(
        """
The the DET DT 2 det
dam dam NOUN NN 4 nsubj
will will AUX MD 4 aux
hold hold VERB VB 8 ccomp
~, , PUNCT , 8 punct
the the DET DT 7 det
mayor mayor NOUN NN 8 nsubj
said say VERB VBD 0 root
as as SCONJ IN 12 mark
the the DET DT 11 det
rain rain NOUN NN 12 nsubj
began begin VERB VBD 4 advcl
~. . PUNCT . 8 punct
""",
        ["The dam will hold << the mayor / said"],
        id="The dam will hold, the mayor said as the rain began",
    ),
    pytest.param(
        """
The the DET DT 2 det
dam dam NOUN NN 4 nsubj
will will AUX MD 4 aux
hold hold VERB VB 8 ccomp
~, , PUNCT , 8 punct
the the DET DT 7 det
mayor mayor NOUN NN 8 nsubj
said say VERB VBD 0 root
because because SCONJ IN 12 mark
the the DET DT 11 det
rain rain NOUN NN 12 nsubj
stopped stop VERB VBD 4 advcl
~. . PUNCT . 8 punct
""",
        ["The dam will hold << the mayor / said", "the rain stopped << the mayor / said"],
        id="The dam will hold, the mayor said because the rain stopped",
    ),
    pytest.param(
        """
“ “ PUNCT `` 3 punct
~We we PRON PRP 3 nsubj
won win VERB VBD 7 ccomp
~, , PUNCT , 3 punct
~” ” PUNCT '' 3 punct
Ana Ana PROPN NNP 7 nsubj B-PERSON
says say VERB VBZ 0 root
~, , PUNCT , 9 punct
wiping wipe VERB VBG 7 ccomp
a a DET DT 11 det
table table NOUN NN 9 obj
that that PRON WDT 14 obj
Bo Bo PROPN NNP 14 nsubj B-PERSON
bought buy VERB VBD 11 acl:relcl
~. . PUNCT . 7 punct
""",
        ["We won << Ana / says", "Bo bought"],
        id="“We won,” Ana says, wiping a table that Bo bought",
    ),
    pytest.param(
        """
The the DET DT 2 det
dam dam NOUN NN 3 nsubj
broke break VERB VBD 7 ccomp
~, , PUNCT , 7 punct
the the DET DT 6 det
court court NOUN NN 7 nsubj
heard hear VERB VBD 0 root
~. . PUNCT . 7 punct
""",
        ["The dam broke << - / heard"],
        id="The dam broke, the court heard",
    ),
    pytest.param(
        """
The the DET DT 2 det
mayor mayor NOUN NN 4 nsubj:pass
was be AUX VBD 4 aux:pass
told tell VERB VBN 0 root
that that SCONJ IN 8 mark
the the DET DT 7 det
dam dam NOUN NN 8 nsubj
broke break VERB VBD 4 ccomp
~. . PUNCT . 4 punct
""",
        ["the dam broke << - / told"],
        id="The mayor was told that the dam broke",
    ),
    pytest.param(
        """
Bo Bo PROPN NNP 2 nsubj B-PERSON
said say VERB VBD 0 root
he he PRON PRP 5 nsubj:pass
was be AUX VBD 5 aux:pass
told tell VERB VBN 2 ccomp
that that SCONJ IN 9 mark
the the DET DT 8 det
dam dam NOUN NN 9 nsubj
broke break VERB VBD 5 ccomp
~. . PUNCT . 2 punct
""",
        ["the dam broke << Bo / said"],
        id="Bo said he was told that the dam broke",
    ),
    pytest.param(
        """
Dam dam NOUN NN 2 nsubj
broke break VERB VBD 5 ccomp
~, , PUNCT , 5 punct
court court NOUN NN 5 nsubj
told tell VERB VBD 0 root
""",
        ["Dam broke << - / told"],
        id="Dam broke, court told",
    ),
    pytest.param(
        """
Ana Ana PROPN NNP 2 nsubj B-PERSON
used use VERB VBD 0 root
to to PART TO 4 mark
say say VERB VB 2 xcomp
that that SCONJ IN 9 mark
the the DET DT 7 det
dam dam NOUN NN 9 nsubj
was be AUX VBD 9 cop
safe safe ADJ JJ 4 ccomp
~. . PUNCT . 2 punct
""",
        ["the dam was safe << Ana / say"],
        id="Ana used to say that the dam was safe",
    ),
    pytest.param(
        """
The the DET DT 2 det
mayor mayor NOUN NN 3 nsubj
had have VERB VBD 0 root
to to PART TO 5 mark
admit admit VERB VB 3 xcomp
that that SCONJ IN 10 mark
the the DET DT 8 det
dam dam NOUN NN 10 nsubj
was be AUX VBD 10 cop
unsafe unsafe ADJ JJ 5 ccomp
~. . PUNCT . 3 punct
""",
        ["the dam was unsafe << The mayor / admit"],
        id="The mayor had to admit that the dam was unsafe",
    ),
    pytest.param(
        """
The the DET DT 2 det
dam dam NOUN NN 3 nsubj
leaks leak VERB VBZ 0 root
~, , PUNCT , 8 punct
according accord VERB VBG 8 case
to to ADP IN 5 fixed
Serbian Serbian ADJ JJ 8 compound B-NORP
television television NOUN NN 3 obl
~, , PUNCT , 12 punct
and and CCONJ CC 12 cc
might might AUX MD 12 aux
break break VERB VB 3 conj
~. . PUNCT . 3 punct
""",
        [
            "The dam leaks << Serbian television / according to",
            "The dam might break << Serbian television / according to",
        ],
        id="The dam leaks, according to Serbian television, and might break",
    ),
    pytest.param(
        """
Messages message NOUN NNS 2 nsubj
show show VERB VBP 0 root
that that SCONJ IN 6 mark
the the DET DT 5 det
owner owner NOUN NN 6 nsubj
paid pay VERB VBD 2 ccomp
Bo Bo PROPN NNP 6 iobj B-PERSON
~. . PUNCT . 2 punct
""",
        ["the owner paid Bo << Messages / show"],
        id="Messages show that the owner paid Bo",
    ),
]
GUARD = """
A a DET DT 2 det
guard guard NOUN NN 8 nsubj
~, , PUNCT , 6 punct
who who PRON WP 6 nsubj
was be AUX VBD 6 cop
cold cold ADJ JJ 2 acl:relcl
~, , PUNCT , 2 punct
said say VERB VBD 0 root
Bo Bo PROPN NNP 10 nsubj B-PERSON
left leave VERB VBD 8 ccomp
~. . PUNCT . 8 punct
"""
NEXT = """
“ “ PUNCT `` 3 punct
~We we PRON PRP 3 nsubj
won win VERB VBD 6 ccomp
~, , PUNCT , 3 punct
~” ” PUNCT '' 3 punct
said say VERB VBD 0 root
Ana Ana PROPN NNP 6 nsubj B-PERSON
~. . PUNCT . 6 punct

“ “ PUNCT `` 3 punct
~Bo Bo PROPN NNP 3 nsubj B-PERSON
lost lose VERB VBD 0 root
~. . PUNCT . 3 punct
~” ” PUNCT '' 3 punct

The the DET DT 2 det
boys boy NOUN NNS 3 nsubj
pleaded plead VERB VBD 0 root
guilty guilty ADJ JJ 3 xcomp
~. . PUNCT . 3 punct
"""
QUOTED_SAYING = """
“ “ PUNCT `` 3 punct
~We we PRON PRP 3 nsubj
won win VERB VBD 6 ccomp
~, , PUNCT , 3 punct
~” ” PUNCT '' 3 punct
said say VERB VBD 0 root
Ana Ana PROPN NNP 6 nsubj B-PERSON
~. . PUNCT . 6 punct

“ “ PUNCT `` 3 punct
~I I PRON PRP 3 nsubj
say say VERB VBP 0 root
Bo Bo PROPN NNP 5 nsubj B-PERSON
lost lose VERB VBD 3 ccomp
~. . PUNCT . 3 punct
~” ” PUNCT '' 3 punct
"""
ALLEGEDLY = """
Files file NOUN NNS 3 nsubj
allegedly allegedly ADV RB 3 advmod
show show VERB VBP 0 root
that that SCONJ IN 6 mark
Bo Bo PROPN NNP 6 nsubj B-PERSON
paid pay VERB VBD 3 ccomp
~. . PUNCT . 3 punct
"""


def line(claim: Claim) -> str:
    """Return the claim's words with its source and cue."""
    if claim.cue is None:
        return claim.text
    return f"{claim.text} << {claim.source.exact if claim.source else '-'} / {claim.cue.exact}"


@pytest.mark.parametrize(("rows", "expected"), CASES)
def test_whom_a_claim_cites(rows: str, expected: list[str]) -> None:
    assert [line(claim) for claim in read(parse(rows)).claims] == expected


def test_what_only_describes_the_source_is_not_its_word() -> None:
    marked = [(0, 2, "source"), (3, 6, "content"), (7, 8, "cue"), (8, 10, "content")]
    claims = read(parse(GUARD, {"claimx_attribution": marked})).claims
    assert [line(claim) for claim in claims] == ["A guard was cold", "Bo left << A guard / said"]


def test_a_quotation_belongs_to_the_speaker_before_it_not_to_the_next_sentence() -> None:
    marked = [(0, 5, "content"), (5, 6, "cue"), (6, 7, "source"), (8, 13, "content")]
    marked += [(13, 15, "source"), (15, 16, "cue")]
    claims = read(parse(NEXT, {"claimx_attribution": marked})).claims
    assert [line(claim) for claim in claims] == [
        "We won << Ana / said",
        "Bo lost << Ana / said",
        "The boys pleaded guilty",
    ]


def test_an_adverb_beside_the_cue_hedges_what_is_said() -> None:
    claims = read(parse(ALLEGEDLY)).claims
    assert [(line(claim), claim.certainty) for claim in claims] == [
        ("Bo paid << Files / show", "probable")
    ]


def test_a_saying_inside_a_quotation_does_not_hide_whose_quotation_it_is() -> None:
    marked = [(0, 5, "content"), (5, 6, "cue"), (6, 7, "source"), (8, 15, "content")]
    found = find_attributions(parse(QUOTED_SAYING, {"claimx_attribution": marked}))
    assert [(str(one.source), [str(span) for span in one.content]) for one in found] == [
        ("Ana", ["“We won,”", "“I say Bo lost.”"]),
        ("I", ["Bo lost"]),
    ]


def test_a_quotation_without_an_opening_mark_keeps_the_cue_inside() -> None:
    marked = [(0, 5, "content"), (5, 6, "cue"), (6, 7, "source"), (8, 9, "source")]
    marked += [(9, 10, "cue"), (10, 12, "content")]
    rows = QUOTED_SAYING.replace(
        "“ “ PUNCT `` 3 punct\n~I I PRON PRP 3 nsubj", "But but CCONJ CC 3 cc\nI I PRON PRP 3 nsubj"
    )
    found = find_attributions(parse(rows, {"claimx_attribution": marked}))
    assert ("Ana", ["“We won,”"]) in [
        (str(one.source), [str(span) for span in one.content]) for one in found
    ]
