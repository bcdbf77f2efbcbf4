"""Clauses of hand-built parses: every construction with what it gives and what it does not."""

import pytest

from claimx.rules.clauses import find_clauses
from tests.clause_lines import lines
from tests.parses import parse

# sentence, its parse, its clauses as tests/clause_lines.py writes them
CASES = [
    pytest.param(
        """
Nurses nurse NOUN NNS 2 nsubj
went go VERB VBD 0 root
on on ADP IN 4 case
strike strike NOUN NN 2 obl
and and CCONJ CC 6 cc
closed close VERB VBD 2 conj
two two NUM CD 8 nummod B-CARDINAL
wards ward NOUN NNS 6 obj
~. . PUNCT . 2 punct
""",
        ["went | Nurses | went on strike | -", "closed | Nurses | closed two wards | two wards"],
        id="Nurses went on strike and closed two wards",
    ),
    pytest.param(
        """
The the DET DT 2 det
bill bill NOUN NN 4 nsubj:pass
was be AUX VBD 4 aux:pass
passed pass VERB VBN 0 root
by by ADP IN 6 case
parliament parliament NOUN NN 4 obl:agent
on on ADP IN 8 case
Monday Monday PROPN NNP 4 obl B-DATE
~. . PUNCT . 4 punct
""",
        ["was passed | The bill | was passed by parliament | The bill ; by parliament ; # Monday"],
        id="The bill was passed by parliament on Monday",
    ),
    pytest.param(
        """
The the DET DT 2 det
cook cook NOUN NN 4 nsubj:pass
got get AUX VBD 4 aux:pass
burned burn VERB VBN 0 root
~. . PUNCT . 4 punct
""",
        ["got burned | The cook | got burned | The cook"],
        id="The cook got burned",
    ),
    pytest.param(
        """
Olga Olga PROPN NNP 4 nsubj B-PERSON
is be AUX VBZ 4 cop
a a DET DT 4 det
judge judge NOUN NN 0 root
~. . PUNCT . 4 punct
""",
        ["is | Olga | is a judge | -"],
        id="Olga is a judge",
    ),
    pytest.param(
        """
The the DET DT 2 det
port port NOUN NN 5 nsubj
is be AUX VBZ 5 cop
not not PART RB 5 advmod
open open ADJ JJ 0 root
~. . PUNCT . 5 punct
""",
        ["is not | The port | is not open | - ; not"],
        id="The port is not open",
    ),
    pytest.param(
        """
There there PRON EX 2 expl
is be VERB VBZ 0 root
a a DET DT 4 det
hole hole NOUN NN 2 nsubj
in in ADP IN 7 case
the the DET DT 7 det
roof roof NOUN NN 4 nmod
~. . PUNCT . 2 punct
""",
        ["is | a hole in the roof | is a hole in the roof | - ; @ the roof"],
        id="There is a hole in the roof",
    ),
    pytest.param(
        """
It it PRON PRP 3 expl
was be AUX VBD 3 cop
Ana Ana PROPN NNP 0 root B-PERSON
who who PRON WP 5 nsubj
won win VERB VBD 3 advcl:relcl
the the DET DT 7 det
race race NOUN NN 5 obj
~. . PUNCT . 3 punct
""",
        ["won | Ana | won the race | the race"],
        id="It was Ana who won the race",
    ),
    pytest.param(
        """
The the DET DT 2 det
rebels rebel NOUN NNS 10 nsubj
~, , PUNCT , 5 punct
who who PRON WP 5 nsubj
hold hold VERB VBP 2 acl:relcl
the the DET DT 7 det
town town NOUN NN 5 obj
~, , PUNCT , 2 punct
have have AUX VBP 10 aux
freed free VERB VBN 0 root
a a DET DT 12 det
pilot pilot NOUN NN 10 obj
~. . PUNCT . 10 punct
""",
        [
            "hold | The rebels | hold the town | the town",
            "have freed | The rebels | have freed a pilot | a pilot",
        ],
        id="The rebels, who hold the town, have freed a pilot",
    ),
    pytest.param(
        """
The the DET DT 2 det
house house NOUN NN 6 nsubj
that that PRON WDT 5 obj
Jack Jack PROPN NNP 5 nsubj B-PERSON
built build VERB VBD 2 acl:relcl
collapsed collapse VERB VBD 0 root
~. . PUNCT . 6 punct
""",
        [
            "built | Jack | built | The house",
            "collapsed | The house that Jack built | collapsed | -",
        ],
        id="The house that Jack built collapsed",
    ),
    pytest.param(
        """
The the DET DT 2 det
team team NOUN NN 3 nsubj
left leave VERB VBD 0 root
because because SCONJ IN 7 mark
the the DET DT 6 det
heating heating NOUN NN 7 nsubj
failed fail VERB VBD 3 advcl
~. . PUNCT . 3 punct
""",
        [
            "left | The team | left | - ; why the heating failed",
            "failed | the heating | failed | -",
        ],
        id="The team left because the heating failed",
    ),
    pytest.param(
        """
If if SCONJ IN 3 mark
rain rain NOUN NN 3 nsubj
falls fall VERB VBZ 8 advcl
~, , PUNCT , 3 punct
the the DET DT 6 det
match match NOUN NN 8 nsubj
will will AUX MD 8 aux
end end VERB VB 0 root
~. . PUNCT . 8 punct
""",
        ["will end | the match | will end | - ; possible"],
        id="If rain falls, the match will end",
    ),
    pytest.param(
        """
Should should AUX MD 3 aux
it it PRON PRP 3 nsubj
fail fail VERB VB 8 advcl
~, , PUNCT , 3 punct
the the DET DT 6 det
firm firm NOUN NN 8 nsubj
may may AUX MD 8 aux
close close VERB VB 0 root
~. . PUNCT . 8 punct
""",
        ["may close | the firm | may close | - ; possible"],
        id="Should it fail, the firm may close",
    ),
    pytest.param(
        """
Is be AUX VBZ 4 cop
the the DET DT 3 det
firm firm NOUN NN 4 nsubj
broke broke ADJ JJ 0 root
~? ? PUNCT . 4 punct
""",
        [],
        id="Is the firm broke",
    ),
    pytest.param(
        """
Close close VERB VB 0 root
the the DET DT 3 det
door door NOUN NN 1 obj
~. . PUNCT . 1 punct
""",
        [],
        id="Close the door",
    ),
    pytest.param(
        """
He he PRON PRP 2 nsubj
asked ask VERB VBD 0 root
whether whether SCONJ IN 5 mark
it it PRON PRP 5 nsubj
rained rain VERB VBD 2 ccomp
~. . PUNCT . 2 punct
""",
        ["asked | He | asked whether it rained | -"],
        id="He asked whether it rained",
    ),
    pytest.param(
        """
Critics critic NOUN NNS 2 nsubj
say say VERB VBP 0 root
the the DET DT 4 det
law law NOUN NN 6 nsubj
is be AUX VBZ 6 cop
weak weak ADJ JJ 2 ccomp
~. . PUNCT . 2 punct
""",
        ["say | Critics | say the law is weak | - ; says", "is | the law | is weak | -"],
        id="Critics say the law is weak",
    ),
    pytest.param(
        """
The the DET DT 2 det
firm firm NOUN NN 3 nsubj
denied deny VERB VBD 0 root
that that SCONJ IN 6 mark
it it PRON PRP 6 nsubj
cheated cheat VERB VBD 3 ccomp
~. . PUNCT . 3 punct
""",
        ["denied | The firm | denied that it cheated | -"],
        id="The firm denied that it cheated",
    ),
    pytest.param(
        """
Prices price NOUN NNS 3 nsubj:pass
are be AUX VBP 3 aux:pass
expected expect VERB VBN 0 root
to to PART TO 5 mark
rise rise VERB VB 3 xcomp
~. . PUNCT . 3 punct
""",
        ["are expected to rise | Prices | are expected to rise | - ; probable"],
        id="Prices are expected to rise",
    ),
    pytest.param(
        """
She she PRON PRP 2 nsubj
agreed agree VERB VBD 0 root
to to PART TO 4 mark
sell sell VERB VB 2 xcomp
the the DET DT 6 det
farm farm NOUN NN 4 obj
~. . PUNCT . 2 punct
""",
        ["agreed to sell | She | agreed to sell the farm | the farm"],
        id="She agreed to sell the farm",
    ),
    pytest.param(
        """
They they PRON PRP 2 nsubj
forced force VERB VBD 0 root
him he PRON PRP 2 obj
to to PART TO 5 mark
resign resign VERB VB 2 xcomp
~. . PUNCT . 2 punct
""",
        ["forced | They | forced him to resign | him"],
        id="They forced him to resign",
    ),
    pytest.param(
        """
He he PRON PRP 2 nsubj
carried carry VERB VBD 0 root
out out ADP RP 2 compound:prt
the the DET DT 5 det
order order NOUN NN 2 obj
~. . PUNCT . 2 punct
""",
        ["carried out | He | carried out the order | the order"],
        id="He carried out the order",
    ),
    pytest.param(
        """
The the DET DT 2 det
plan plan NOUN NN 3 nsubj
depends depend VERB VBZ 0 root
on on ADP IN 5 case
rain rain NOUN NN 3 obl
~. . PUNCT . 3 punct
""",
        ["depends | The plan | depends on rain | rain"],
        id="The plan depends on rain",
    ),
    pytest.param(
        """
He he PRON PRP 3 nsubj:pass
was be AUX VBD 3 aux:pass
given give VERB VBN 0 root
a a DET DT 5 det
medal medal NOUN NN 3 obj
~. . PUNCT . 3 punct
""",
        ["was given | He | was given a medal | He"],
        id="He was given a medal",
    ),
    pytest.param(
        """
Citing cite VERB VBG 6 advcl
costs cost NOUN NNS 1 obj
~, , PUNCT , 1 punct
the the DET DT 5 det
firm firm NOUN NN 6 nsubj
closed close VERB VBD 0 root
a a DET DT 8 det
plant plant NOUN NN 6 obj
~. . PUNCT . 6 punct
""",
        [
            "Citing | the firm | Citing costs | costs ; non-finite",
            "closed | the firm | closed a plant | a plant",
        ],
        id="Citing costs, the firm closed a plant",
    ),
    pytest.param(
        """
A a DET DT 2 det
fire fire NOUN NN 3 nsubj
broke break VERB VBD 0 root
out out ADP RP 3 compound:prt
~, , PUNCT , 6 punct
causing cause VERB VBG 3 advcl
panic panic NOUN NN 6 obj
~. . PUNCT . 3 punct
""",
        ["broke out | A fire | broke out | -", "causing | - | causing panic | panic ; non-finite"],
        id="A fire broke out, causing panic",
    ),
    pytest.param(
        """
Ships ship NOUN NNS 5 nsubj
built build VERB VBN 1 acl
in in ADP IN 4 case
Oslo Oslo PROPN NNP 2 obl B-GPE
sank sink VERB VBD 0 root
~. . PUNCT . 5 punct
""",
        [
            "built | Ships | built | Ships ; @ Oslo ; non-finite",
            "sank | Ships built in Oslo | sank | -",
        ],
        id="Ships built in Oslo sank",
    ),
    pytest.param(
        """
They they PRON PRP 3 nsubj
neither neither PART RB 3 advmod
ate eat VERB VBD 0 root
nor nor CCONJ CC 5 cc
slept sleep VERB VBD 3 conj
~. . PUNCT . 3 punct
""",
        ["ate | They | ate | - ; not", "slept | They | slept | - ; not"],
        id="They neither ate nor slept",
    ),
    pytest.param(
        """
No no DET DT 2 det
one one PRON NN 4 nsubj:pass
was be AUX VBD 4 aux:pass
hurt hurt VERB VBN 0 root
~. . PUNCT . 4 punct
""",
        ["was hurt | No one | was hurt | No one ; not"],
        id="No one was hurt",
    ),
    pytest.param(
        """
He he PRON PRP 4 nsubj
did do AUX VBD 4 aux
not not PART RB 4 advmod
sing sing VERB VB 0 root
and and CCONJ CC 6 cc
dance dance VERB VB 4 conj
~. . PUNCT . 4 punct
""",
        ["did not sing | He | did not sing | - ; not", "dance | He | dance | - ; not"],
        id="He did not sing and dance",
    ),
    pytest.param(
        """
Ten ten NUM CD 2 nsubj B-CARDINAL
dead dead ADJ JJ 0 root
in in ADP IN 5 case
hotel hotel NOUN NN 5 compound
fire fire NOUN NN 2 obl
""",
        ["dead | Ten | dead in hotel fire | -"],
        id="Ten dead in hotel fire",
    ),
    pytest.param(
        """
Talks talk NOUN NNS 3 nsubj
to to PART TO 3 mark
resume resume VERB VB 0 root
in in ADP IN 5 case
Rome Rome PROPN NNP 3 obl B-GPE
""",
        ["to resume | Talks | to resume | - ; @ Rome"],
        id="Talks to resume in Rome",
    ),
    pytest.param(
        """
The the DET DT 2 det
fund fund NOUN NN 8 nsubj
~, , PUNCT , 5 punct
which which PRON WDT 5 nsubj
owns own VERB VBZ 2 acl:relcl
hotels hotel NOUN NNS 5 obj
~, , PUNCT , 2 punct
fell fall VERB VBD 0 root
~, , PUNCT , 11 punct
which which PRON WDT 11 nsubj
pleased please VERB VBD 8 advcl:relcl
rivals rival NOUN NNS 11 obj
~. . PUNCT . 8 punct
""",
        [
            "owns | The fund | owns hotels | hotels",
            "fell | The fund | fell | -",
            "pleased | - | pleased rivals | rivals",
        ],
        id="The fund, which owns hotels, fell, which pleased rivals",
    ),
    pytest.param(
        """
It it PRON PRP 3 expl
is be AUX VBZ 3 cop
clear clear ADJ JJ 0 root
that that SCONJ IN 6 mark
he he PRON PRP 6 nsubj
lied lie VERB VBD 3 ccomp
~. . PUNCT . 3 punct
""",
        ["is | - | is clear that he lied | -", "lied | he | lied | -"],
        id="It is clear that he lied",
    ),
    pytest.param(
        """
Troops troop NOUN NNS 3 nsubj:pass
were be AUX VBD 3 aux:pass
sent send VERB VBN 0 root
to to PART TO 5 mark
guard guard VERB VB 3 advcl
the the DET DT 7 det
mine mine NOUN NN 5 obj
~. . PUNCT . 3 punct
""",
        [
            "were sent | Troops | were sent | Troops ; why to guard the mine",
            "to guard | Troops | to guard the mine | the mine ; non-finite",
        ],
        id="Troops were sent to guard the mine",
    ),
    pytest.param(
        """
He he PRON PRP 4 nsubj
must must AUX MD 4 aux
have have AUX VB 4 aux
known know VERB VBN 0 root
the the DET DT 6 det
risk risk NOUN NN 4 obj
~. . PUNCT . 4 punct
""",
        ["must have known | He | must have known the risk | the risk"],
        id="He must have known the risk",
    ),
    pytest.param(
        """
She she PRON PRP 4 nsubj
can can AUX MD 4 aux
~not not PART RB 4 advmod
swim swim VERB VB 0 root
~. . PUNCT . 4 punct
""",
        ["cannot swim | She | cannot swim | - ; not"],
        id="She cannot swim",
    ),
    pytest.param(
        """
The the DET DT 2 det
mayor mayor NOUN NN 3 nsubj
said say VERB VBD 0 root
on on ADP IN 5 case
Friday Friday PROPN NNP 3 obl B-DATE
that that SCONJ IN 10 mark
the the DET DT 8 det
bridge bridge NOUN NN 10 nsubj
would would AUX MD 10 aux
open open VERB VB 3 ccomp
in in ADP IN 12 case
May May PROPN NNP 10 obl B-DATE
~. . PUNCT . 3 punct
""",
        [
            "said | The mayor | said on Friday that the bridge would open in May | - "
            "; # Friday ; says",
            "would open | the bridge | would open | - ; # May",
        ],
        id="The mayor said on Friday that the bridge would open in May",
    ),
    pytest.param(
        """
The the DET DT 2 det
army army NOUN NN 3 nsubj
moved move VERB VBD 0 root
tanks tank NOUN NNS 3 obj
from from ADP IN 6 case
Kyiv Kyiv PROPN NNP 3 obl B-GPE
to to ADP IN 9 case
the the DET DT 9 det
border border NOUN NN 3 obl
in in ADP IN 11 case
June June PROPN NNP 3 obl B-DATE
~. . PUNCT . 3 punct
""",
        [
            "moved | The army | moved tanks from Kyiv to the border | tanks "
            "; @ Kyiv ; @ the border ; # June"
        ],
        id="The army moved tanks from Kyiv to the border in June",
    ),
    pytest.param(
        """
Rain rain NOUN NN 2 nsubj
fell fall VERB VBD 0 root
for for ADP IN 5 case
three three NUM CD 5 nummod B-DATE
days day NOUN NNS 2 obl I-DATE
after after ADP IN 8 case
the the DET DT 8 det
storm storm NOUN NN 2 obl
~. . PUNCT . 2 punct
""",
        ["fell | Rain | fell | - ; # three days ; # after the storm"],
        id="Rain fell for three days after the storm",
    ),
    pytest.param(
        """
What what PRON WP 4 nsubj
they they PRON PRP 3 nsubj
saw see VERB VBD 1 acl:relcl
shocked shock VERB VBD 0 root
everyone everyone PRON NN 4 obj
~. . PUNCT . 4 punct
""",
        ["shocked | What they saw | shocked everyone | everyone"],
        id="What they saw shocked everyone",
    ),
    pytest.param(
        """
What what PRON WP 2 nsubj
shocked shock VERB VBD 0 root
them they PRON PRP 2 obj
""",
        [],
        id="What shocked them, a question that lost its mark",
    ),
]


@pytest.mark.parametrize(("rows", "expected"), CASES)
def test_find_clauses(rows: str, expected: list[str]) -> None:
    assert lines(find_clauses(parse(rows))) == expected


MOTTO = """
Ana Ana PROPN NNP 2 nsubj
left leave VERB VBD 0 root
~. . PUNCT . 2 punct

“ “ PUNCT `` 4 punct
~Words word NOUN NNS 4 nsubj
are be AUX VBP 4 cop
weapons weapon NOUN NNS 0 root
~. . PUNCT . 4 punct
~” ” PUNCT '' 4 punct
~— — PUNCT : 4 punct
~Unknown unknown ADJ JJ 4 parataxis
"""


def test_a_motto_at_the_foot_makes_no_claim() -> None:
    blocks = {"claimx_blocks": [(0, 3, "paragraph"), (3, 11, "paragraph")]}
    assert lines(find_clauses(parse(MOTTO, blocks))) == ["left | Ana | left | -"]
    known = parse(MOTTO.replace("Unknown", "Ana"), blocks)
    assert len(find_clauses(known)) == 2
