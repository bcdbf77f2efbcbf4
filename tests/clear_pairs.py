"""The same sentences parsed in both schemes: ``word lemma upos xpos head dep [head dep] [ent]``.

The first head and label are ClearNLP's, the second UD's, left out where they are the same.
Otherwise the conventions of ``tests/parses.py`` hold.
"""

PAIRS = {
    "active": """
Rebels rebel NOUN NNS 2 nsubj
shelled shell VERB VBD 0 root
the the DET DT 4 det
port port NOUN NN 2 dobj 2 obj
~. . PUNCT . 2 punct
""",
    "passive without agent": """
Two two NUM CD 2 nummod
bridges bridge NOUN NNS 4 nsubjpass 4 nsubj:pass
were be AUX VBD 4 auxpass 4 aux:pass
destroyed destroy VERB VBN 0 root
on on ADP IN 4 prep 6 case
Monday Monday PROPN NNP 5 pobj 4 obl
~. . PUNCT . 4 punct
""",
    "passive with agent": """
The the DET DT 2 det
ferry ferry NOUN NN 5 nsubjpass 5 nsubj:pass
has have AUX VBZ 5 aux
been be AUX VBN 5 auxpass 5 aux:pass
seized seize VERB VBN 0 root
by by ADP IN 5 agent 8 case
the the DET DT 8 det
guard guard NOUN NN 6 pobj 5 obl:agent
~. . PUNCT . 5 punct
""",
    "passive with a deed as agent": """
They they PRON PRP 3 nsubjpass 3 nsubj:pass
were be AUX VBD 3 auxpass 3 aux:pass
saved save VERB VBN 0 root
by by ADP IN 3 agent 5 mark
climbing climb VERB VBG 4 pcomp 3 advcl
a a DET DT 7 det
tree tree NOUN NN 5 dobj 5 obj
~. . PUNCT . 3 punct
""",
    "copula with noun": """
Vos Vos PROPN NNP 3 nsubj 7 nsubj
has have AUX VBZ 3 aux 7 aux
been be AUX VBN 0 root 7 cop
the the DET DT 7 det
company company NOUN NN 7 poss 7 nmod:poss
~'s 's PART POS 5 case
chief chief NOUN NN 3 attr 0 root
since since SCONJ IN 3 prep 9 case
May May PROPN NNP 8 pobj 7 obl
~. . PUNCT . 3 punct 7 punct
""",
    "copula with adjective": """
The the DET DT 2 det
numbers number NOUN NNS 3 nsubj 5 nsubj
are be AUX VBP 0 root 5 cop
not not PART RB 3 neg 5 advmod
final final ADJ JJ 3 acomp 0 root
~. . PUNCT . 3 punct 5 punct
""",
    "copula with preposition": """
Both both DET DT 2 det
envoys envoy NOUN NNS 3 nsubj 5 nsubj
were be AUX VBD 0 root 5 cop
in in ADP IN 3 prep 5 case
Geneva Geneva PROPN NNP 4 pobj 0 root
on on ADP IN 3 prep 7 case
Friday Friday PROPN NNP 6 pobj 5 obl
~. . PUNCT . 3 punct 5 punct
""",
    "copula with adverb": """
The the DET DT 2 det
aid aid NOUN NN 3 nsubj 5 nsubj
is be AUX VBZ 0 root 5 cop
already already ADV RB 3 advmod 5 advmod
here here ADV RB 3 advmod 0 root
~. . PUNCT . 3 punct 5 punct
""",
    "copula after its place": """
Among among ADP IN 4 prep 3 case
the the DET DT 3 det
dead dead NOUN NN 1 pobj 0 root
were be AUX VBD 0 root 3 cop
four four NUM CD 6 nummod
nurses nurse NOUN NNS 4 attr 3 nsubj
~. . PUNCT . 4 punct 3 punct
""",
    "copula with a clause": """
The the DET DT 2 det
problem problem NOUN NN 3 nsubj 6 nsubj:outer
is be AUX VBZ 0 root 6 cop
that that SCONJ IN 6 mark
nobody nobody PRON NN 6 nsubj
came come VERB VBD 3 ccomp 0 root
~. . PUNCT . 3 punct 6 punct
""",
    "copula with an infinitive": """
Its its PRON PRP$ 2 poss 2 nmod:poss
aim aim NOUN NN 3 nsubj 5 nsubj:outer
was be AUX VBD 0 root 5 cop
to to PART TO 5 aux 5 mark
split split VERB VB 3 xcomp 0 root
the the DET DT 7 det
army army NOUN NN 5 dobj 5 obj
~. . PUNCT . 3 punct 5 punct
""",
    "be to, a modal": """
Kostova Kostova PROPN NNP 2 nsubj 4 nsubj
is be AUX VBZ 0 root 4 aux
to to PART TO 4 aux 4 mark
fly fly VERB VB 2 xcomp 0 root
to to ADP IN 4 prep 6 case
Muscat Muscat PROPN NNP 5 pobj 4 obl
~. . PUNCT . 2 punct 4 punct
""",
    "be to, a passive": """
The the DET DT 2 det
tower tower NOUN NN 3 nsubj 6 nsubj:pass
was be AUX VBD 0 root 6 aux
to to PART TO 6 aux 6 mark
be be AUX VB 6 auxpass 6 aux:pass
sold sell VERB VBN 3 xcomp 0 root
~. . PUNCT . 3 punct 6 punct
""",
    "other linking verbs": """
Tariffs tariff NOUN NNS 2 nsubj
remain remain VERB VBP 0 root
a a DET DT 4 det
worry worry NOUN NN 2 attr 2 xcomp
and and CCONJ CC 2 cc 6 cc
seem seem VERB VBP 2 conj
permanent permanent ADJ JJ 6 acomp 6 xcomp
~. . PUNCT . 2 punct
""",
    "relative clause, subject": """
Rescuers rescuer NOUN NNS 6 nsubj
who who PRON WP 3 nsubj
reached reach VERB VBD 1 relcl 1 acl:relcl
the the DET DT 5 det
town town NOUN NN 3 dobj 3 obj
found find VERB VBD 0 root
survivors survivor NOUN NNS 6 dobj 6 obj
~. . PUNCT . 6 punct
""",
    "relative clause, object left out": """
The the DET DT 2 det
map map NOUN NN 5 nsubj 8 nsubj
they they PRON PRP 4 nsubj
signed sign VERB VBD 2 relcl 2 acl:relcl
is be AUX VBZ 0 root 8 cop
still still ADV RB 5 advmod 8 advmod
a a DET DT 8 det
secret secret NOUN NN 5 attr 0 root
~. . PUNCT . 5 punct 8 punct
""",
    "relative clause, preposition with it": """
The the DET DT 2 det
firm firm NOUN NN 8 nsubj
for for ADP IN 6 prep 4 case
which which PRON WDT 3 pobj 6 obl
he he PRON PRP 6 nsubj
worked work VERB VBD 2 relcl 2 acl:relcl
has have AUX VBZ 8 aux
closed close VERB VBN 0 root
~. . PUNCT . 8 punct
""",
    "relative clause, preposition left behind": """
The the DET DT 2 det
house house NOUN NN 6 nsubj
he he PRON PRP 4 nsubj
lived live VERB VBD 2 relcl 2 acl:relcl
in in ADP IN 4 prep 4 obl
burned burn VERB VBD 0 root
down down ADP RP 6 prt 6 compound:prt
~. . PUNCT . 6 punct
""",
    "relative clause, copula": """
Haagen Haagen PROPN NNP 9 nsubj
~, , PUNCT , 1 punct 6 punct
who who PRON WP 4 nsubj 6 nsubj
is be AUX VBZ 1 relcl 6 cop
no no DET DT 6 neg 6 det
optimist optimist NOUN NN 4 attr 1 acl:relcl
~, , PUNCT , 1 punct
was be AUX VBD 9 aux
smiling smile VERB VBG 0 root
~. . PUNCT . 9 punct
""",
    "coordinated verbs": """
Police police NOUN NNS 2 nsubj
stormed storm VERB VBD 0 root
the the DET DT 4 det
school school NOUN NN 2 dobj 2 obj
~, , PUNCT , 2 punct 6 punct
arrested arrest VERB VBD 2 conj
nine nine NUM CD 8 nummod
men man NOUN NNS 6 dobj 6 obj
and and CCONJ CC 6 cc 10 cc
left leave VERB VBD 6 conj 2 conj
~. . PUNCT . 2 punct
""",
    "coordinated subjects": """
Ankara Ankara PROPN NNP 6 nsubj
~, , PUNCT , 1 punct 3 punct
Cairo Cairo PROPN NNP 1 conj
and and CCONJ CC 3 cc 5 cc
Muscat Muscat PROPN NNP 3 conj 1 conj
agreed agree VERB VBD 0 root
~. . PUNCT . 6 punct
""",
    "coordinated copulas": """
The the DET DT 2 det
truce truce NOUN NN 3 nsubj 4 nsubj
is be AUX VBZ 0 root 4 cop
fragile fragile ADJ JJ 3 acomp 0 root
but but CCONJ CC 3 cc 7 cc
is be AUX VBZ 7 aux
holding hold VERB VBG 3 conj 4 conj
~. . PUNCT . 3 punct 4 punct
""",
    "both and": """
Both both CCONJ CC 2 preconj 2 cc:preconj
shops shop NOUN NNS 5 nsubj
and and CCONJ CC 2 cc 4 cc
banks bank NOUN NNS 2 conj
closed close VERB VBD 0 root
all all DET PDT 8 predet 8 det:predet
the the DET DT 8 det
week week NOUN NN 5 npadvmod 5 obl:unmarked
~. . PUNCT . 5 punct
""",
    "coordinated prepositions": """
Fires fire NOUN NNS 2 nsubj
broke break VERB VBD 0 root
out out ADP RP 2 prt 2 compound:prt
in in ADP IN 2 prep 5 case
Brod Brod PROPN NNP 4 pobj 2 obl
and and CCONJ CC 4 cc 8 cc
near near ADP IN 4 conj 8 case
Lesna Lesna PROPN NNP 7 pobj 5 conj
~. . PUNCT . 2 punct
""",
    "clausal subject": """
What what PRON WP 3 dobj 4 nsubj
they they PRON PRP 3 nsubj
saw see VERB VBD 4 csubj 1 acl:relcl
shocked shock VERB VBD 0 root
everyone everyone PRON NN 4 dobj 4 obj
~. . PUNCT . 4 punct
""",
    "clausal subject, gerund": """
Building build VERB VBG 5 csubj 6 csubj
dams dam NOUN NNS 1 dobj 1 obj
has have AUX VBZ 5 aux 6 aux
never never ADV RB 5 neg 6 advmod
been be AUX VBN 0 root 6 cop
cheap cheap ADJ JJ 5 acomp 0 root
~. . PUNCT . 5 punct 6 punct
""",
    "clausal subject at the end": """
It it PRON PRP 2 nsubj 3 expl
is be AUX VBZ 0 root 3 cop
clear clear ADJ JJ 2 acomp 0 root
that that SCONJ IN 7 mark
the the DET DT 6 det
talks talk NOUN NNS 7 nsubj
failed fail VERB VBD 2 ccomp 3 csubj
~. . PUNCT . 2 punct 3 punct
""",
    "clausal complement": """
Analysts analyst NOUN NNS 2 nsubj
fear fear VERB VBP 0 root
that that SCONJ IN 6 mark
prices price NOUN NNS 6 nsubj
may may AUX MD 6 aux
rise rise VERB VB 2 ccomp
~. . PUNCT . 2 punct
""",
    "clausal complement with copula": """
She she PRON PRP 2 nsubj
believes believe VERB VBZ 0 root
he he PRON PRP 4 nsubj 5 nsubj
is be AUX VBZ 2 ccomp 5 cop
innocent innocent ADJ JJ 4 acomp 2 ccomp
~. . PUNCT . 2 punct
""",
    "clause of a noun": """
The the DET DT 2 det
charge charge NOUN NN 7 nsubj
that that SCONJ IN 5 mark
he he PRON PRP 5 nsubj
stole steal VERB VBD 2 ccomp 2 acl
has have AUX VBZ 7 aux
collapsed collapse VERB VBN 0 root
~. . PUNCT . 7 punct
""",
    "control by the subject": """
Russia Russia PROPN NNP 2 nsubj
offered offer VERB VBD 0 root
to to PART TO 4 aux 4 mark
send send VERB VB 2 xcomp
observers observer NOUN NNS 4 dobj 4 obj
~. . PUNCT . 2 punct
""",
    "control by the object": """
The the DET DT 2 det
judge judge NOUN NN 3 nsubj
told tell VERB VBD 0 root
jurors juror NOUN NNS 3 dobj 3 iobj
to to PART TO 6 aux 6 mark
wait wait VERB VB 3 xcomp
~. . PUNCT . 3 punct
""",
    "subject raised to object": """
Banks bank NOUN NNS 2 nsubj
expect expect VERB VBP 0 root
rates rate NOUN NNS 5 nsubj 2 obj
to to PART TO 5 aux 5 mark
fall fall VERB VB 2 ccomp 2 xcomp
~. . PUNCT . 2 punct
""",
    "subject raised over a passive": """
They they PRON PRP 2 nsubj
want want VERB VBP 0 root
him he PRON PRP 6 nsubjpass 2 obj
to to PART TO 6 aux 6 mark
be be AUX VB 6 auxpass 6 aux:pass
freed free VERB VBN 2 ccomp 2 xcomp
~. . PUNCT . 2 punct
""",
    "bare infinitive": """
Neighbours neighbour NOUN NNS 2 nsubj
heard hear VERB VBD 0 root
the the DET DT 4 det
dam dam NOUN NN 5 nsubj 2 obj
burst burst VERB VB 2 ccomp 2 xcomp
~. . PUNCT . 2 punct
""",
    "raising adjective": """
The the DET DT 2 det
rain rain NOUN NN 3 nsubj 4 nsubj
is be AUX VBZ 0 root 4 cop
likely likely ADJ JJ 3 acomp 0 root
to to PART TO 6 aux 6 mark
return return VERB VB 4 xcomp
~. . PUNCT . 3 punct 4 punct
""",
    "reported passive with infinitive": """
Hundreds hundred NOUN NNS 5 nsubjpass 5 nsubj:pass
of of ADP IN 1 prep 3 case
people people NOUN NNS 2 pobj 1 nmod
are be AUX VBP 5 auxpass 5 aux:pass
thought think VERB VBN 0 root
to to PART TO 8 aux 8 mark
have have AUX VB 8 aux
drowned drown VERB VBN 5 xcomp
~. . PUNCT . 5 punct
""",
    "object with a name for it": """
Critics critic NOUN NNS 2 nsubj
called call VERB VBD 0 root
the the DET DT 4 det
deal deal NOUN NN 2 dobj 2 obj
a a DET DT 6 det
fraud fraud NOUN NN 2 oprd 2 xcomp
~. . PUNCT . 2 punct
""",
    "existential there": """
There there PRON EX 2 expl
is be VERB VBZ 0 root
no no DET DT 4 neg 4 det
sign sign NOUN NN 2 attr 2 nsubj
of of ADP IN 4 prep 6 case
life life NOUN NN 5 pobj 4 nmod
in in ADP IN 2 prep 9 case
the the DET DT 9 det
mine mine NOUN NN 7 pobj 2 obl
~. . PUNCT . 2 punct
""",
    "dative, two objects": """
Mexico Mexico PROPN NNP 2 nsubj
gave give VERB VBD 0 root
the the DET DT 4 det
refugees refugee NOUN NNS 2 dative 2 iobj
visas visa NOUN NNS 2 dobj 2 obj
~. . PUNCT . 2 punct
""",
    "dative, with to": """
Mexico Mexico PROPN NNP 2 nsubj
gave give VERB VBD 0 root
visas visa NOUN NNS 2 dobj 2 obj
to to ADP IN 2 dative 6 case
the the DET DT 6 det
refugees refugee NOUN NNS 4 pobj 2 obl
~. . PUNCT . 2 punct
""",
    "possessives": """
Her her PRON PRP$ 2 poss 2 nmod:poss
brother brother NOUN NN 4 poss 4 nmod:poss
~'s 's PART POS 2 case
lawyer lawyer NOUN NN 5 nsubj
appealed appeal VERB VBD 0 root
~. . PUNCT . 5 punct
""",
    "negation": """
Neither neither DET DT 2 det
side side NOUN NN 5 nsubj
did do AUX VBD 5 aux
~n't not PART RB 5 neg 5 advmod
blame blame VERB VB 0 root
the the DET DT 7 det
other other ADJ JJ 5 dobj 5 obj
~. . PUNCT . 5 punct
""",
    "particle": """
Oslo Oslo PROPN NNP 2 nsubj
called call VERB VBD 0 root
the the DET DT 4 det
summit summit NOUN NN 2 dobj 2 obj
off off ADP RP 2 prt 2 compound:prt
~. . PUNCT . 2 punct
""",
    "said, after": """
The the DET DT 2 det
company company NOUN NN 4 nsubj
is be AUX VBZ 4 aux
hiring hire VERB VBG 7 ccomp
~, , PUNCT , 7 punct 4 punct
Vos Vos PROPN NNP 7 nsubj
said say VERB VBD 0 root
~. . PUNCT . 7 punct
""",
    "said, in the middle": """
The the DET DT 2 det
deal deal NOUN NN 7 nsubj 8 nsubj
~, , PUNCT , 5 punct
he he PRON PRP 5 nsubj
said say VERB VBD 0 root 8 parataxis
~, , PUNCT , 5 punct
is be AUX VBZ 5 ccomp 8 cop
dead dead ADJ JJ 7 acomp 0 root
~. . PUNCT . 5 punct 8 punct
""",
    "according to": """
Exports export NOUN NNS 2 nsubj
fell fall VERB VBD 0 root
~, , PUNCT , 2 punct 7 punct
according accord VERB VBG 2 prep 7 case
to to ADP IN 4 prep 4 fixed
the the DET DT 7 det
ministry ministry NOUN NN 5 pobj 2 obl
~. . PUNCT . 2 punct
""",
    "because of": """
Schools school NOUN NNS 2 nsubj
closed close VERB VBD 0 root
because because SCONJ IN 2 prep 5 case
of of ADP IN 3 pcomp 3 fixed
smoke smoke NOUN NN 4 pobj 2 obl
~. . PUNCT . 2 punct
""",
    "such as": """
Ports port NOUN NNS 5 nsubj
such such ADJ JJ 3 amod 4 case
as as ADP IN 1 prep 2 fixed
Lesna Lesna PROPN NNP 3 pobj 1 nmod
suffered suffer VERB VBD 0 root
~. . PUNCT . 5 punct
""",
    "as well as": """
Ships ship NOUN NNS 6 nsubj
as as ADV RB 3 advmod 5 cc
well well ADV RB 4 advmod 2 fixed
as as ADP IN 1 cc 2 fixed
trains train NOUN NNS 1 conj
stopped stop VERB VBD 0 root
~. . PUNCT . 6 punct
""",
    "more than": """
More more ADJ JJR 3 amod 3 advmod
than than ADP IN 3 quantmod 1 fixed
300 300 NUM CD 4 nummod
people people NOUN NNS 5 nsubj
fled flee VERB VBD 0 root
~. . PUNCT . 5 punct
""",
    "at least": """
At at ADP IN 2 advmod 2 case
least least ADJ JJS 3 advmod 3 nmod
12 12 NUM CD 4 nsubj
died die VERB VBD 0 root
~. . PUNCT . 4 punct
""",
    "amount": """
It it PRON PRP 2 nsubj
lost lose VERB VBD 0 root
about about ADV RB 6 advmod 4 advmod
$ $ SYM $ 6 quantmod 2 obj
~70 70 NUM CD 6 compound
million million NUM CD 2 dobj 4 nummod
~. . PUNCT . 2 punct
""",
    "person with a title": """
Finance finance PROPN NNP 2 compound
Minister minister PROPN NNP 4 compound 3 nmod:desc
Anna Anna PROPN NNP 4 compound 5 nsubj B-PERSON
Berg Berg PROPN NNP 5 nsubj 3 flat I-PERSON
resigned resign VERB VBD 0 root
~. . PUNCT . 5 punct
""",
    "time measured from an event": """
He he PRON PRP 2 nsubj
died die VERB VBD 0 root
two two NUM CD 4 nummod
days day NOUN NNS 5 npadvmod 7 nmod:unmarked
after after ADP IN 2 prep 7 case
the the DET DT 7 det
fire fire NOUN NN 5 pobj 2 obl
~. . PUNCT . 2 punct
""",
    "time before now": """
She she PRON PRP 2 nsubj
left leave VERB VBD 0 root
three three NUM CD 4 nummod
years year NOUN NNS 5 npadvmod 5 obl:unmarked
ago ago ADV RB 2 advmod
~. . PUNCT . 2 punct
""",
    "preposition with a clause": """
He he PRON PRP 2 nsubj
died die VERB VBD 0 root
without without ADP IN 2 prep 4 mark
naming name VERB VBG 3 pcomp 2 advcl
an an DET DT 6 det
heir heir NOUN NN 4 dobj 4 obj
~. . PUNCT . 2 punct
""",
    "noun with a clause": """
The the DET DT 2 det
risk risk NOUN NN 6 nsubj
of of ADP IN 2 prep 4 mark
losing lose VERB VBG 3 pcomp 2 acl
everything everything PRON NN 4 dobj 4 obj
grew grow VERB VBD 0 root
~. . PUNCT . 6 punct
""",
    "preposition after preposition": """
Shots shot NOUN NNS 2 nsubj
came come VERB VBD 0 root
from from ADP IN 2 prep 6 case
behind behind ADP IN 3 prep 6 case
the the DET DT 6 det
wall wall NOUN NN 4 pobj 2 obl
~. . PUNCT . 2 punct
""",
    "adverbial clause": """
When when SCONJ WRB 3 advmod
it it PRON PRP 3 nsubj
rained rain VERB VBD 6 advcl
~, , PUNCT , 6 punct 3 punct
villagers villager NOUN NNS 6 nsubj
fled flee VERB VBD 0 root
~. . PUNCT . 6 punct
""",
    "interjection": """
Well well INTJ UH 4 intj 4 discourse
~, , PUNCT , 4 punct 1 punct
they they PRON PRP 4 nsubj
lost lose VERB VBD 0 root
~! ! PUNCT . 4 punct
""",
    "free relative after a preposition": """
They they PRON PRP 2 nsubj
ran run VERB VBD 0 root
from from ADP IN 2 prep 4 case
what what PRON WP 6 dobj 2 obl
they they PRON PRP 6 nsubj
saw see VERB VBD 3 pcomp 4 acl:relcl
~. . PUNCT . 2 punct
""",
    "free relative as object": """
Rebels rebel NOUN NNS 2 nsubj
burned burn VERB VBD 0 root
what what PRON WP 6 dobj 2 obj
they they PRON PRP 6 nsubj
could can AUX MD 6 aux
carry carry VERB VB 2 ccomp 3 acl:relcl
~. . PUNCT . 2 punct
""",
    "free relative over an infinitive": """
The the DET DT 2 det
plan plan NOUN NN 3 nsubj 4 nsubj
is be AUX VBZ 0 root 4 cop
what what PRON WP 8 dobj 0 root
they they PRON PRP 6 nsubj
want want VERB VBP 3 ccomp 4 acl:relcl
to to PART TO 8 aux 8 mark
see see VERB VB 6 xcomp
~. . PUNCT . 3 punct 4 punct
""",
    "question as object": """
Doctors doctor NOUN NNS 2 nsubj
know know VERB VBP 0 root
what what PRON WP 4 nsubj
killed kill VERB VBD 2 ccomp
him he PRON PRP 4 dobj 4 obj
~. . PUNCT . 2 punct
""",
    "clauses in a row": """
The the DET DT 2 det
port port NOUN NN 4 nsubjpass 4 nsubj:pass
is be AUX VBZ 4 auxpass 4 aux:pass
shut shut VERB VBN 7 ccomp 0 root
~; ; PUNCT : 7 punct
ships ship NOUN NNS 7 nsubj
wait wait VERB VBP 0 root 4 parataxis
outside outside ADV RB 7 advmod
~. . PUNCT . 7 punct 4 punct
""",
    "three clauses in a row": """
Banks bank NOUN NNS 2 nsubj
closed close VERB VBD 8 ccomp 0 root
~, , PUNCT , 8 punct 5 punct
trains train NOUN NNS 5 nsubj
stopped stop VERB VBD 8 ccomp 2 parataxis
~, , PUNCT , 8 punct
schools school NOUN NNS 8 nsubj
emptied empty VERB VBD 0 root 2 parataxis
~. . PUNCT . 8 punct 2 punct
""",
    "a clause beside what is said": """
Police police NOUN NNS 2 nsubj
said say VERB VBD 0 root
ten ten NUM CD 4 nsubj
died die VERB VBD 8 ccomp 2 ccomp
~; ; PUNCT : 8 punct
the the DET DT 7 det
count count NOUN NN 8 nsubj
rose rise VERB VBD 2 ccomp 2 parataxis
later later ADV RB 8 advmod
~. . PUNCT . 2 punct
""",
    "speaker taken for an object": """
~" " PUNCT `` 4 punct
We we PRON PRP 4 nsubj
are be AUX VBP 4 aux
leaving leave VERB VBG 7 ccomp
~, , PUNCT , 7 punct 4 punct
~" " PUNCT '' 7 punct 4 punct
added add VERB VBD 0 root
Berg Berg PROPN NNP 7 dobj 7 nsubj
~. . PUNCT . 7 punct
""",
    "speaker taken for an apposition": """
~" " PUNCT `` 3 punct
Shells shell NOUN NNS 3 nsubj
hit hit VERB VBD 9 ccomp
houses house NOUN NNS 3 dobj 3 obj
~, , PUNCT , 9 punct 3 punct
~" " PUNCT '' 9 punct 3 punct
General general PROPN NNP 8 compound
Berg Berg PROPN NNP 4 appos 9 nsubj
said say VERB VBD 0 root
~. . PUNCT . 9 punct
""",
    "clausal subject at the end, infinitive": """
It it PRON PRP 2 nsubj 3 expl
is be AUX VBZ 0 root 3 cop
hard hard ADJ JJ 2 acomp 0 root
for for SCONJ IN 7 mark
ships ship NOUN NNS 7 nsubj
to to PART TO 7 aux 7 mark
dock dock VERB VB 2 advcl 3 csubj
~. . PUNCT . 2 punct 3 punct
""",
    "a thing that is ready": """
It it PRON PRP 2 nsubj 3 nsubj
is be AUX VBZ 0 root 3 cop
ready ready ADJ JJ 2 acomp 0 root
to to PART TO 5 aux 5 mark
sail sail VERB VB 2 xcomp 3 xcomp
~. . PUNCT . 2 punct 3 punct
""",
    "it seems": """
It it PRON PRP 2 nsubj 2 expl
seems seem VERB VBZ 0 root
that that SCONJ IN 5 mark
prices price NOUN NNS 5 nsubj
fell fall VERB VBD 2 ccomp
~. . PUNCT . 2 punct
""",
    "it was agreed": """
It it PRON PRP 3 nsubjpass 3 expl
was be AUX VBD 3 auxpass 3 aux:pass
agreed agree VERB VBN 0 root
that that SCONJ IN 7 mark
troops troop NOUN NNS 7 nsubj
would would AUX MD 7 aux
leave leave VERB VB 3 ccomp 3 csubj:pass
~. . PUNCT . 3 punct
""",
    "make sure": """
Guards guard NOUN NNS 2 nsubj
made make VERB VBD 0 root
sure sure ADJ JJ 2 ccomp 2 xcomp
that that SCONJ IN 6 mark
nobody nobody PRON NN 6 nsubj
left leave VERB VBD 3 ccomp 3 ccomp
~. . PUNCT . 2 punct
""",
    "have something done": """
He he PRON PRP 2 nsubj
had have VERB VBD 0 root
the the DET DT 4 det
bridge bridge NOUN NN 5 nsubj 2 obj
closed close VERB VBN 2 ccomp 2 xcomp
~. . PUNCT . 2 punct
""",
    "preposition in a clause after a preposition": """
He he PRON PRP 2 nsubj
escaped escape VERB VBD 0 root
by by ADP IN 2 prep 4 mark
hiding hide VERB VBG 3 pcomp 2 advcl
in in ADP IN 4 prep 7 case
a a DET DT 7 det
cellar cellar NOUN NN 5 pobj 4 obl
~. . PUNCT . 2 punct
""",
    "instead of": """
They they PRON PRP 2 nsubj
fled flee VERB VBD 0 root
instead instead ADV RB 4 advmod 5 mark
of of ADP IN 2 cc 3 fixed
fighting fight VERB VBG 4 pcomp 2 advcl
each each DET DT 7 det 5 obj
other other ADJ JJ 5 dobj 6 fixed
~. . PUNCT . 2 punct
""",
    "in order to": """
She she PRON PRP 2 nsubj
left leave VERB VBD 0 root
in in ADP IN 2 prep 6 mark
order order NOUN NN 3 pobj 3 fixed
to to PART TO 6 aux 6 mark
win win VERB VB 4 acl 2 advcl
~. . PUNCT . 2 punct
""",
    "prior to, as well": """
Ports port NOUN NNS 2 nsubj
closed close VERB VBD 0 root
as as ADV RB 4 advmod 2 advmod
well well ADV RB 2 advmod 3 fixed
prior prior ADV RB 2 advmod 8 case
to to ADP IN 5 prep 5 fixed
the the DET DT 8 det
storm storm NOUN NN 6 pobj 2 obl
~. . PUNCT . 2 punct
""",
    "as if": """
Of of ADP IN 5 prep 5 advmod
course course NOUN NN 1 pobj 1 fixed
~, , PUNCT , 5 punct 1 punct
they they PRON PRP 5 nsubj
acted act VERB VBD 0 root
as as SCONJ IN 9 mark
if if SCONJ IN 9 mark 6 fixed
nothing nothing PRON NN 9 nsubj
happened happen VERB VBD 5 advcl
~. . PUNCT . 5 punct
""",
    "number after its noun": """
Terminal terminal NOUN NN 3 nsubj
2 2 NUM CD 1 nummod 1 flat
reopened reopen VERB VBD 0 root
~. . PUNCT . 3 punct
""",
    "hyphenated participle": """
A a DET DT 5 det
state state NOUN NN 4 npadvmod 4 compound
~- - PUNCT HYPH 4 punct 2 punct
~run run VERB VBN 5 amod
bank bank NOUN NN 6 nsubj
failed fail VERB VBD 0 root
~. . PUNCT . 6 punct
""",
    "most of them": """
Most most ADJ JJS 4 nsubj
of of ADP IN 1 prep 3 case
them they PRON PRP 2 pobj 1 nmod
left leave VERB VBD 0 root
~. . PUNCT . 4 punct
""",
    "somebody told": """
He he PRON PRP 2 nsubj
told tell VERB VBD 0 root
reporters reporter NOUN NNS 2 dobj 2 iobj
that that SCONJ IN 6 mark
rates rate NOUN NNS 6 nsubj
fell fall VERB VBD 2 ccomp
~. . PUNCT . 2 punct
""",
    "a lie told": """
He he PRON PRP 2 nsubj
told tell VERB VBD 0 root
a a DET DT 4 det
lie lie NOUN NN 2 dobj 2 obj
~. . PUNCT . 2 punct
""",
    "a town in its country": """
The the DET DT 2 det
fair fair NOUN NN 7 nsubj
in in ADP IN 2 prep 4 case
Bergen Bergen PROPN NNP 3 pobj 2 nmod B-GPE
~, , PUNCT , 4 punct 6 punct
Norway Norway PROPN NNP 4 appos 4 nmod:unmarked B-GPE
opened open VERB VBD 0 root
~. . PUNCT . 7 punct
""",
    "a date": """
Talks talk NOUN NNS 2 nsubj
began begin VERB VBD 0 root
on on ADP IN 2 prep 5 case
May May PROPN NNP 3 pobj 5 compound B-DATE
3 3 NUM CD 4 nummod 2 obl I-DATE
~, , PUNCT , 4 punct 7 punct I-DATE
2024 2024 NUM CD 4 nummod 5 nmod:unmarked I-DATE
~. . PUNCT . 2 punct
""",
    "an age": """
Police police NOUN NNS 2 nsubj
freed free VERB VBD 0 root
Anna Anna PROPN NNP 4 compound 2 obj B-PERSON
Berg Berg PROPN NNP 2 dobj 3 flat I-PERSON
~, , PUNCT , 4 punct 6 punct
54 54 NUM CD 4 appos 3 amod B-DATE
~. . PUNCT . 2 punct
""",
    "conjunction hung too low": """
Strikes strike NOUN NNS 2 nsubj
ended end VERB VBD 0 root
in in ADP IN 2 prep 4 case
August August PROPN NNP 3 pobj 2 obl
and and CCONJ CC 4 cc 7 cc
trains train NOUN NNS 7 nsubj
ran run VERB VBD 2 conj 2 conj
~. . PUNCT . 2 punct
""",
}
