"""Where and when of hand-built parses: which place and time phrases belong to which verb."""

import pytest

from claimx.rules.clauses import find_clauses
from tests.clause_lines import lines
from tests.parses import parse

# sentence, its parse, its clauses as tests/clause_lines.py writes them
CASES = [
    pytest.param(
        """
Boats boat NOUN NNS 2 nsubj
sail sail VERB VBP 0 root
to to ADP IN 4 case
Varna Varna PROPN NNP 2 obl B-GPE
~, , PUNCT , 10 punct
where where ADV WRB 10 advmod
the the DET DT 8 det
cargo cargo NOUN NN 10 nsubj:pass
is be AUX VBZ 10 aux:pass
unloaded unload VERB VBN 4 acl:relcl
~. . PUNCT . 2 punct
""",
        [
            "sail | Boats | sail to Varna | - ; @ Varna",
            "is unloaded | the cargo | is unloaded | the cargo ; @ Varna",
        ],
        id="Boats sail to Varna, where the cargo is unloaded",
    ),
    pytest.param(
        """
The the DET DT 2 det
road road NOUN NN 5 nsubj:pass
has have AUX VBZ 5 aux
been be AUX VBN 5 aux:pass
shut shut VERB VBN 0 root
since since ADP IN 7 case
Monday Monday PROPN NNP 5 obl B-DATE
~, , PUNCT , 12 punct
when when ADV WRB 12 advmod
the the DET DT 11 det
dam dam NOUN NN 12 nsubj
burst burst VERB VBD 5 advcl
~. . PUNCT . 5 punct
""",
        [
            "has been shut | The road | has been shut | The road ; # since Monday",
            "burst | the dam | burst | - ; # Monday",
        ],
        id="The road has been shut since Monday, when the dam burst",
    ),
    pytest.param(
        """
Guests guest NOUN NNS 2 nsubj
walked walk VERB VBD 0 root
to to ADP IN 5 case
a a DET DT 5 det
school school NOUN NN 2 obl
a a DET DT 7 det
mile mile NOUN NN 8 obl:unmarked
away away ADV RB 2 advmod
~, , PUNCT , 12 punct
where where ADV WRB 12 advmod
nurses nurse NOUN NNS 12 nsubj
waited wait VERB VBD 2 advcl
~. . PUNCT . 2 punct
""",
        [
            "walked | Guests | walked to a school a mile away | - ; @ a school",
            "waited | nurses | waited | - ; @ a school",
        ],
        id="Guests walked to a school a mile away, where nurses waited",
    ),
    pytest.param(
        """
The the DET DT 2 det
hall hall NOUN NN 7 nsubj:pass
where where ADV WRB 5 advmod
they they PRON PRP 5 nsubj
met meet VERB VBD 2 acl:relcl
is be AUX VBZ 7 aux:pass
closed close VERB VBN 0 root
~. . PUNCT . 7 punct
""",
        [
            "met | they | met | - ; @ The hall",
            "is closed | The hall where they met | is closed | The hall where they met",
        ],
        id="The hall where they met is closed",
    ),
    pytest.param(
        """
The the DET DT 2 det
case case NOUN NN 7 nsubj:pass
where where ADV WRB 5 advmod
they they PRON PRP 5 nsubj
met meet VERB VBD 2 acl:relcl
is be AUX VBZ 7 aux:pass
closed close VERB VBN 0 root
~. . PUNCT . 7 punct
""",
        [
            "met | they | met | -",
            "is closed | The case where they met | is closed | The case where they met",
        ],
        id="The case where they met is closed",
    ),
    pytest.param(
        """
On on ADP IN 2 case
Friday Friday PROPN NNP 5 obl B-DATE
the the DET DT 4 det
crew crew NOUN NN 5 nsubj
left leave VERB VBD 0 root
Split Split PROPN NNP 5 obj B-GPE
and and CCONJ CC 8 cc
reached reach VERB VBD 5 conj
Bari Bari PROPN NNP 8 obj B-GPE
~. . PUNCT . 5 punct
""",
        [
            "left | the crew | left Split | Split ; # Friday",
            "reached | the crew | reached Bari | Bari ; # Friday",
        ],
        id="On Friday the crew left Split and reached Bari",
    ),
    pytest.param(
        """
On on ADP IN 2 case
Friday Friday PROPN NNP 5 obl B-DATE
the the DET DT 4 det
crew crew NOUN NN 5 nsubj
left leave VERB VBD 0 root
Split Split PROPN NNP 5 xcomp
and and CCONJ CC 10 cc
on on ADP IN 9 case
Sunday Sunday PROPN NNP 10 obl:unmarked B-DATE
reached reach VERB VBD 5 conj
Bari Bari PROPN NNP 10 obj B-GPE
~. . PUNCT . 5 punct
""",
        [
            "left | the crew | left Split | - ; # Friday",
            "reached | the crew | reached Bari | Bari ; # Sunday",
        ],
        id="On Friday the crew left Split and on Sunday reached Bari",
    ),
    pytest.param(
        """
There there PRON EX 2 expl
is be VERB VBZ 0 root
a a DET DT 4 det
well well NOUN NN 2 nsubj
in in ADP IN 7 case
the the DET DT 7 det
village village NOUN NN 4 nmod
~. . PUNCT . 2 punct
""",
        ["is | a well in the village | is a well in the village | - ; @ the village"],
        id="There is a well in the village",
    ),
    pytest.param(
        """
Two two NUM CD 2 nummod B-CARDINAL
men man NOUN NNS 4 nsubj:pass
were be AUX VBD 4 aux:pass
hit hit VERB VBN 0 root
by by ADP IN 7 case
a a DET DT 7 det
car car NOUN NN 4 obl:agent
in in ADP IN 9 case
Riga Riga PROPN NNP 7 nmod B-GPE
~. . PUNCT . 4 punct
""",
        ["were hit | Two men | were hit by a car in Riga | Two men ; by a car in Riga ; @ Riga"],
        id="Two men were hit by a car in Riga",
    ),
    pytest.param(
        """
The the DET DT 2 det
firm firm NOUN NN 3 nsubj
shifted shift VERB VBD 0 root
staff staff NOUN NN 3 obj
from from ADP IN 6 case
Malmo Malmo PROPN NNP 3 obl B-GPE
to to ADP IN 8 case
Turin Turin PROPN NNP 6 nmod B-GPE
~. . PUNCT . 3 punct
""",
        ["shifted | The firm | shifted staff from Malmo to Turin | staff ; @ Malmo ; @ Turin"],
        id="The firm shifted staff from Malmo to Turin",
    ),
    pytest.param(
        """
Sales sale NOUN NNS 2 nsubj
rose rise VERB VBD 0 root
to to ADP IN 6 case
9 9 NUM CD 5 compound B-MONEY
million million NUM CD 6 nummod I-MONEY
euros euro NOUN NNS 2 obl I-MONEY
in in ADP IN 10 case
the the DET DT 10 det
second second ADJ JJ 10 amod B-ORDINAL
quarter quarter NOUN NN 6 nmod
~. . PUNCT . 2 punct
""",
        ["rose | Sales | rose to 9 million euros | - ; # the second quarter"],
        id="Sales rose to 9 million euros in the second quarter",
    ),
    pytest.param(
        """
Sales sale NOUN NNS 2 nsubj
rose rise VERB VBD 0 root
from from ADP IN 6 case
9 9 NUM CD 5 compound B-MONEY
million million NUM CD 6 nummod I-MONEY
euros euro NOUN NNS 2 obl I-MONEY
last last ADJ JJ 8 amod B-DATE
year year NOUN NN 6 nmod:unmarked I-DATE
~. . PUNCT . 2 punct
""",
        ["rose | Sales | rose from 9 million euros last year | -"],
        id="Sales rose from 9 million euros last year",
    ),
    pytest.param(
        """
They they PRON PRP 2 nsubj
won win VERB VBD 0 root
the the DET DT 4 det
cup cup NOUN NN 2 obj
for for ADP IN 8 case
the the DET DT 8 det
first first ADJ JJ 8 amod B-ORDINAL
time time NOUN NN 4 nmod
in in ADP IN 11 case
nine nine NUM CD 11 nummod B-DATE
years year NOUN NNS 4 nmod I-DATE
~. . PUNCT . 2 punct
""",
        ["won | They | won the cup | the cup ; # the first time in nine years"],
        id="They won the cup for the first time in nine years",
    ),
    pytest.param(
        """
The the DET DT 2 det
party party NOUN NN 3 nsubj
lost lose VERB VBD 0 root
its its PRON PRP$ 5 nmod:poss
seats seat NOUN NNS 3 obj
in in ADP IN 9 case
Sunday Sunday PROPN NNP 9 nmod:poss B-DATE
~'s 's PART POS 7 case
election election NOUN NN 3 obl
~. . PUNCT . 3 punct
""",
        ["lost | The party | lost its seats | its seats ; # Sunday's election"],
        id="The party lost its seats in Sunday's election",
    ),
    pytest.param(
        """
The the DET DT 2 det
envoy envoy NOUN NN 3 nsubj
met meet VERB VBD 0 root
rebels rebel NOUN NNS 3 obj
there there ADV RB 4 advmod
~. . PUNCT . 3 punct
""",
        ["met | The envoy | met rebels | rebels ; @ there"],
        id="The envoy met rebels there",
    ),
    pytest.param(
        """
The the DET DT 2 det
minister minister NOUN NN 3 nsubj
ruled rule VERB VBD 0 root
out out ADP RP 3 compound:prt
a a DET DT 6 det
trip trip NOUN NN 3 obj
to to ADP IN 8 case
Minsk Minsk PROPN NNP 6 nmod B-GPE
~. . PUNCT . 3 punct
""",
        ["ruled out | The minister | ruled out a trip to Minsk | a trip to Minsk"],
        id="The minister ruled out a trip to Minsk",
    ),
    pytest.param(
        """
The the DET DT 2 det
minister minister NOUN NN 3 nsubj
made make VERB VBD 0 root
a a DET DT 5 det
trip trip NOUN NN 3 obj
to to ADP IN 7 case
Minsk Minsk PROPN NNP 5 nmod B-GPE
~. . PUNCT . 3 punct
""",
        ["made | The minister | made a trip to Minsk | a trip to Minsk ; @ Minsk"],
        id="The minister made a trip to Minsk",
    ),
    pytest.param(
        """
Heat heat NOUN NN 2 nsubj
led lead VERB VBD 0 root
to to ADP IN 4 case
blackouts blackout NOUN NNS 2 obl
in in ADP IN 6 case
Seville Seville PROPN NNP 4 nmod B-GPE
~. . PUNCT . 2 punct
""",
        ["led | Heat | led to blackouts in Seville | blackouts in Seville ; @ Seville"],
        id="Heat led to blackouts in Seville",
    ),
    pytest.param(
        """
They they PRON PRP 2 nsubj
called call VERB VBD 0 root
for for ADP IN 4 case
talks talk NOUN NNS 2 obl
in in ADP IN 6 case
Geneva Geneva PROPN NNP 4 nmod B-GPE
~. . PUNCT . 2 punct
""",
        ["called | They | called for talks in Geneva | talks in Geneva"],
        id="They called for talks in Geneva",
    ),
    pytest.param(
        """
The the DET DT 2 det
dam dam NOUN NN 5 nsubj
is be AUX VBZ 5 cop
the the DET DT 5 det
highest high ADJ JJS 0 root
since since ADP IN 7 case
May May PROPN NNP 5 obl B-DATE
~. . PUNCT . 5 punct
""",
        ["is | The dam | is the highest since May | -"],
        id="The dam is the highest since May",
    ),
    pytest.param(
        """
They they PRON PRP 2 nsubj
fixed fix VERB VBD 0 root
the the DET DT 4 det
roof roof NOUN NN 2 obj
of of ADP IN 7 case
a a DET DT 7 det
barn barn NOUN NN 4 nmod
in in ADP IN 9 case
Graz Graz PROPN NNP 2 obl B-GPE
~. . PUNCT . 2 punct
""",
        ["fixed | They | fixed the roof of a barn | the roof of a barn ; @ Graz"],
        id="They fixed the roof of a barn in Graz",
    ),
    pytest.param(
        """
The the DET DT 2 det
firm firm NOUN NN 5 nsubj
has have AUX VBZ 5 aux
since since ADV RB 5 advmod
closed close VERB VBN 0 root
the the DET DT 7 det
mine mine NOUN NN 5 obj
~. . PUNCT . 5 punct
""",
        ["has since closed | The firm | has since closed the mine | the mine ; # since"],
        id="The firm has since closed the mine",
    ),
    pytest.param(
        """
The the DET DT 2 det
barge barge NOUN NN 3 nsubj
sank sink VERB VBD 0 root
off off ADP IN 5 case
Rhodes Rhodes PROPN NNP 3 obl B-GPE
~. . PUNCT . 3 punct
""",
        ["sank | The barge | sank | - ; @ Rhodes"],
        id="The barge sank off Rhodes",
    ),
    pytest.param(
        """
The the DET DT 2 det
tile tile NOUN NN 3 nsubj
fell fall VERB VBD 0 root
off off ADP IN 6 case
the the DET DT 6 det
roof roof NOUN NN 3 obl
~. . PUNCT . 3 punct
""",
        ["fell | The tile | fell off the roof | - ; @ the roof"],
        id="The tile fell off the roof",
    ),
    pytest.param(
        """
The the DET DT 2 det
barn barn NOUN NN 3 nsubj
fell fall VERB VBD 6 ccomp
~, , PUNCT , 3 punct
Ana Ana PROPN NNP 6 nsubj B-PERSON
said say VERB VBD 0 root
on on ADP IN 8 case
Monday Monday PROPN NNP 3 obl B-DATE
~. . PUNCT . 6 punct
""",
        ["fell | The barn | fell | -", "said | Ana | said | - ; says"],
        id="The barn fell, Ana said on Monday",
    ),
    pytest.param(
        """
He he PRON PRP 3 nsubj:pass
was be AUX VBD 3 aux:pass
found find VERB VBN 0 root
guilty guilty ADJ JJ 3 xcomp
on on ADP IN 6 case
Friday Friday PROPN NNP 3 obl B-DATE
of of ADP IN 8 case
theft theft NOUN NN 3 obl
~. . PUNCT . 3 punct
""",
        ["was found | He | was found guilty on Friday of theft | He ; # Friday"],
        id="He was found guilty on Friday of theft",
    ),
    pytest.param(
        """
They they PRON PRP 2 nsubj
fined fine VERB VBD 0 root
the the DET DT 4 det
club club NOUN NN 2 obj
last last ADJ JJ 6 amod B-DATE
week week NOUN NN 2 obl:unmarked I-DATE
for for SCONJ IN 8 mark
failing fail VERB VBG 2 advcl
to to PART TO 10 mark
pay pay VERB VB 8 xcomp
~. . PUNCT . 2 punct
""",
        [
            "fined | They | fined the club last week for failing to pay | the club ; # last week",
            "failing to pay | They | failing to pay | - ; non-finite",
        ],
        id="They fined the club last week for failing to pay",
    ),
    pytest.param(
        """
A a DET DT 2 det
guard guard NOUN NN 3 nsubj
asked ask VERB VBD 0 root
not not PART RB 7 advmod
to to PART TO 7 mark
be be AUX VB 7 aux:pass
named name VERB VBN 3 xcomp
~. . PUNCT . 3 punct
""",
        ["asked not to be named | A guard | asked not to be named | A guard"],
        id="A guard asked not to be named",
    ),
    pytest.param(
        """
They they PRON PRP 2 nsubj
seem seem VERB VBP 0 root
not not PART RB 5 advmod
to to PART TO 5 mark
know know VERB VB 2 xcomp
~. . PUNCT . 2 punct
""",
        ["seem not to know | They | seem not to know | - ; not ; probable"],
        id="They seem not to know",
    ),
    pytest.param(
        """
She she PRON PRP 4 nsubj
has have AUX VBZ 4 aux
been be AUX VBN 4 aux
waiting wait VERB VBG 0 root
for for ADP IN 7 case
six six NUM CD 7 nummod B-DATE
years year NOUN NNS 4 obl I-DATE
~. . PUNCT . 4 punct
""",
        ["has been waiting | She | has been waiting | - ; # six years"],
        id="She has been waiting for six years",
    ),
    pytest.param(
        """
The the DET DT 2 det
firm firm NOUN NN 11 nsubj
~, , PUNCT , 7 punct
which which PRON WDT 7 nsubj
is be AUX VBZ 7 cop
to to PART TO 7 mark
publish publish VERB VB 2 acl:relcl
its its PRON PRP$ 9 nmod:poss
results result NOUN NNS 7 obj
~, , PUNCT , 2 punct
fell fall VERB VBD 0 root
~. . PUNCT . 11 punct
""",
        [
            "is to publish | The firm | is to publish its results | its results",
            "fell | The firm | fell | -",
        ],
        id="The firm, which is to publish its results, fell",
    ),
]


@pytest.mark.parametrize(("rows", "expected"), CASES)
def test_find_circumstances(rows: str, expected: list[str]) -> None:
    assert lines(find_clauses(parse(rows))) == expected
