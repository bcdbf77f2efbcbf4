"""Parses of our own sentences: one for each form of attribution, and some that only look so.

Each is (sentence, rows for ``tests.parses.parse``); the trees are UD v2, checked by hand.
"""

FORMS = {
    "The minister said that the dam is safe.": """
The the DET DT 2 det
minister minister NOUN NN 3 nsubj
said say VERB VBD 0 root
that that SCONJ IN 8 mark
the the DET DT 6 det
dam dam NOUN NN 8 nsubj
is be AUX VBZ 8 cop
safe safe ADJ JJ 3 ccomp
~. . PUNCT . 3 punct
""",
    "Officials said the road had flooded.": """
Officials official NOUN NNS 2 nsubj
said say VERB VBD 0 root
the the DET DT 4 det
road road NOUN NN 6 nsubj
had have AUX VBD 6 aux
flooded flood VERB VBN 2 ccomp
~. . PUNCT . 2 punct
""",
    '"The road is closed," said Ann Lee, a baker in Leeds.': """
" " PUNCT `` 5 punct
~The the DET DT 3 det
road road NOUN NN 5 nsubj:pass
is be AUX VBZ 5 aux:pass
closed close VERB VBN 8 ccomp
~, , PUNCT , 5 punct
~" " PUNCT '' 5 punct
said say VERB VBD 0 root
Ann Ann PROPN NNP 8 nsubj B-PERSON
Lee Lee PROPN NNP 9 flat I-PERSON
~, , PUNCT , 13 punct
a a DET DT 13 det
baker baker NOUN NN 9 appos
in in ADP IN 15 case
Leeds Leeds PROPN NNP 13 nmod B-GPE
~. . PUNCT . 8 punct
""",
    "The plan, he said, will work.": """
The the DET DT 2 det
plan plan NOUN NN 8 nsubj
~, , PUNCT , 5 punct
he he PRON PRP 5 nsubj
said say VERB VBD 0 root
~, , PUNCT , 5 punct
will will AUX MD 8 aux
work work VERB VB 5 ccomp
~. . PUNCT . 5 punct
""",
    "Taxes will fall, the ministry said on Monday.": """
Taxes tax NOUN NNS 3 nsubj
will will AUX MD 3 aux
fall fall VERB VB 7 ccomp
~, , PUNCT , 7 punct
the the DET DT 6 det
ministry ministry NOUN NN 7 nsubj
said say VERB VBD 0 root
on on ADP IN 9 case
Monday Monday PROPN NNP 3 obl B-DATE
~. . PUNCT . 7 punct
""",
    "As one engineer said, the bridge is weak.": """
As as SCONJ IN 4 mark
one one NUM CD 3 nummod B-CARDINAL
engineer engineer NOUN NN 4 nsubj
said say VERB VBD 9 advcl
~, , PUNCT , 4 punct
the the DET DT 7 det
bridge bridge NOUN NN 9 nsubj
is be AUX VBZ 9 cop
weak weak ADJ JJ 0 root
~. . PUNCT . 9 punct
""",
    "He said: We will rebuild the town.": """
He he PRON PRP 2 nsubj
said say VERB VBD 0 root
~: : PUNCT : 6 punct
We we PRON PRP 6 nsubj
will will AUX MD 6 aux
rebuild rebuild VERB VB 2 ccomp
the the DET DT 8 det
town town NOUN NN 6 obj
~. . PUNCT . 2 punct
""",
    "Parents were told by the principal that the school would close.": """
Parents parent NOUN NNS 3 nsubj:pass
were be AUX VBD 3 aux:pass
told tell VERB VBN 0 root
by by ADP IN 6 case
the the DET DT 6 det
principal principal NOUN NN 3 obl:agent
that that SCONJ IN 11 mark
the the DET DT 9 det
school school NOUN NN 11 nsubj
would would AUX MD 11 aux
close close VERB VB 3 ccomp
~. . PUNCT . 3 punct
""",
    "It was reported that two ships had sunk.": """
It it PRON PRP 3 nsubj:pass
was be AUX VBD 3 aux:pass
reported report VERB VBN 0 root
that that SCONJ IN 8 mark
two two NUM CD 6 nummod B-CARDINAL
ships ship NOUN NNS 8 nsubj
had have AUX VBD 8 aux
sunk sink VERB VBN 3 ccomp
~. . PUNCT . 3 punct
""",
    "The bank is said to have failed.": """
The the DET DT 2 det
bank bank NOUN NN 4 nsubj:pass
is be AUX VBZ 4 aux:pass
said say VERB VBN 0 root
to to PART TO 7 mark
have have AUX VB 7 aux
failed fail VERB VBN 4 xcomp
~. . PUNCT . 4 punct
""",
    "Voters think that prices will rise.": """
Voters voter NOUN NNS 2 nsubj
think think VERB VBP 0 root
that that SCONJ IN 6 mark
prices price NOUN NNS 6 nsubj
will will AUX MD 6 aux
rise rise VERB VB 2 ccomp
~. . PUNCT . 2 punct
""",
    "The union hopes to end the strike.": """
The the DET DT 2 det
union union NOUN NN 3 nsubj
hopes hope VERB VBZ 0 root
to to PART TO 5 mark
end end VERB VB 3 xcomp
the the DET DT 7 det
strike strike NOUN NN 5 obj
~. . PUNCT . 3 punct
""",
    "The senator condemned the raid.": """
The the DET DT 2 det
senator senator NOUN NN 3 nsubj
condemned condemn VERB VBD 0 root
the the DET DT 5 det
raid raid NOUN NN 3 obj
~. . PUNCT . 3 punct
""",
    "The budget was approved by parliament.": """
The the DET DT 2 det
budget budget NOUN NN 4 nsubj:pass
was be AUX VBD 4 aux:pass
approved approve VERB VBN 0 root
by by ADP IN 6 case
parliament parliament NOUN NN 4 obl:agent
~. . PUNCT . 4 punct
""",
    "According to the coach, the team is tired.": """
According accord VERB VBG 4 case
to to ADP IN 1 fixed
the the DET DT 4 det
coach coach NOUN NN 9 obl
~, , PUNCT , 4 punct
the the DET DT 7 det
team team NOUN NN 9 nsubj
is be AUX VBZ 9 cop
tired tired ADJ JJ 0 root
~. . PUNCT . 9 punct
""",
    "The team is tired, according to the coach.": """
The the DET DT 2 det
team team NOUN NN 4 nsubj
is be AUX VBZ 4 cop
tired tired ADJ JJ 0 root
~, , PUNCT , 6 punct
according accord VERB VBG 9 case
to to ADP IN 6 fixed
the the DET DT 9 det
coach coach NOUN NN 4 obl
~. . PUNCT . 4 punct
""",
    "The trip was, in the words of the bishop, a disgrace.": """
The the DET DT 2 det
trip trip NOUN NN 13 nsubj
was be AUX VBD 13 cop
~, , PUNCT , 7 punct
in in ADP IN 7 case
the the DET DT 7 det
words word NOUN NNS 13 obl
of of ADP IN 10 case
the the DET DT 10 det
bishop bishop NOUN NN 7 nmod
~, , PUNCT , 7 punct
a a DET DT 13 det
disgrace disgrace NOUN NN 0 root
~. . PUNCT . 13 punct
""",
    "In her view, the price is fair.": """
In in ADP IN 3 case
her her PRON PRP$ 3 nmod:poss
view view NOUN NN 8 obl
~, , PUNCT , 3 punct
the the DET DT 6 det
price price NOUN NN 8 nsubj
is be AUX VBZ 8 cop
fair fair ADJ JJ 0 root
~. . PUNCT . 8 punct
""",
    "The mine will close, the paper said, citing a manager.": """
The the DET DT 2 det
mine mine NOUN NN 4 nsubj
will will AUX MD 4 aux
close close VERB VB 8 ccomp
~, , PUNCT , 8 punct
the the DET DT 7 det
paper paper NOUN NN 8 nsubj
said say VERB VBD 0 root
~, , PUNCT , 10 punct
citing cite VERB VBG 4 advcl
a a DET DT 12 det
manager manager NOUN NN 10 obj
~. . PUNCT . 8 punct
""",
    "The claim that the bank was broke spread quickly.": """
The the DET DT 2 det
claim claim NOUN NN 8 nsubj
that that SCONJ IN 7 mark
the the DET DT 5 det
bank bank NOUN NN 7 nsubj
was be AUX VBD 7 cop
broke broke ADJ JJ 2 acl
spread spread VERB VBD 0 root
quickly quickly ADV RB 8 advmod
~. . PUNCT . 8 punct
""",
    "A statement by the army that the town had fallen was false.": """
A a DET DT 2 det
statement statement NOUN NN 12 nsubj
by by ADP IN 5 case
the the DET DT 5 det
army army NOUN NN 2 nmod
that that SCONJ IN 10 mark
the the DET DT 8 det
town town NOUN NN 10 nsubj
had have AUX VBD 10 aux
fallen fall VERB VBN 2 acl
was be AUX VBD 12 cop
false false ADJ JJ 0 root
~. . PUNCT . 12 punct
""",
    "The envoy made the claim that the border was open.": """
The the DET DT 2 det
envoy envoy NOUN NN 3 nsubj
made make VERB VBD 0 root
the the DET DT 5 det
claim claim NOUN NN 3 obj
that that SCONJ IN 10 mark
the the DET DT 8 det
border border NOUN NN 10 nsubj
was be AUX VBD 10 cop
open open ADJ JJ 5 acl
~. . PUNCT . 3 punct
""",
    "His hope is that the talks will resume.": """
His his PRON PRP$ 2 nmod:poss
hope hope NOUN NN 8 nsubj:outer
is be AUX VBZ 8 cop
that that SCONJ IN 8 mark
the the DET DT 6 det
talks talk NOUN NNS 8 nsubj
will will AUX MD 8 aux
resume resume VERB VB 0 root
~. . PUNCT . 8 punct
""",
    "The pope called for peace.": """
The the DET DT 2 det
pope pope NOUN NN 3 nsubj
called call VERB VBD 0 root
for for ADP IN 5 case
peace peace NOUN NN 3 obl
~. . PUNCT . 3 punct
""",
    "The coach is confident that the team will win.": """
The the DET DT 2 det
coach coach NOUN NN 4 nsubj
is be AUX VBZ 4 cop
confident confident ADJ JJ 0 root
that that SCONJ IN 9 mark
the the DET DT 7 det
team team NOUN NN 9 nsubj
will will AUX MD 9 aux
win win VERB VB 4 ccomp
~. . PUNCT . 4 punct
""",
    "The panel was critical of the police.": """
The the DET DT 2 det
panel panel NOUN NN 4 nsubj
was be AUX VBD 4 cop
critical critical ADJ JJ 0 root
of of ADP IN 7 case
the the DET DT 7 det
police police NOUN NN 4 obl
~. . PUNCT . 4 punct
""",
    "The chief has reportedly left.": """
The the DET DT 2 det
chief chief NOUN NN 5 nsubj
has have AUX VBZ 5 aux
reportedly reportedly ADV RB 5 advmod
left leave VERB VBN 0 root
~. . PUNCT . 5 punct
""",
    "The clerk, who said the safe was empty, has fled.": """
The the DET DT 2 det
clerk clerk NOUN NN 12 nsubj
~, , PUNCT , 5 punct
who who PRON WP 5 nsubj
said say VERB VBD 2 acl:relcl
the the DET DT 7 det
safe safe NOUN NN 9 nsubj
was be AUX VBD 9 cop
empty empty ADJ JJ 5 ccomp
~, , PUNCT , 2 punct
has have AUX VBZ 12 aux
fled flee VERB VBN 0 root
~. . PUNCT . 12 punct
""",
    "A letter warning that the dam was weak was found.": """
A a DET DT 2 det
letter letter NOUN NN 10 nsubj:pass
warning warn VERB VBG 2 acl
that that SCONJ IN 8 mark
the the DET DT 6 det
dam dam NOUN NN 8 nsubj
was be AUX VBD 8 cop
weak weak ADJ JJ 3 ccomp
was be AUX VBD 10 aux:pass
found find VERB VBN 0 root
~. . PUNCT . 10 punct
""",
    "The mayor resigned, saying that he was ill.": """
The the DET DT 2 det
mayor mayor NOUN NN 3 nsubj
resigned resign VERB VBD 0 root
~, , PUNCT , 5 punct
saying say VERB VBG 3 advcl
that that SCONJ IN 9 mark
he he PRON PRP 9 nsubj
was be AUX VBD 9 cop
ill ill ADJ JJ 5 ccomp
~. . PUNCT . 3 punct
""",
    "The mayor praised the crew and said that the fire was out.": """
The the DET DT 2 det
mayor mayor NOUN NN 3 nsubj
praised praise VERB VBD 0 root
the the DET DT 5 det
crew crew NOUN NN 3 obj
and and CCONJ CC 7 cc
said say VERB VBD 3 conj
that that SCONJ IN 12 mark
the the DET DT 10 det
fire fire NOUN NN 12 nsubj
was be AUX VBD 12 cop
out out ADV RB 7 ccomp
~. . PUNCT . 3 punct
""",
    "She hopes to persuade voters that the plan is sound.": """
She she PRON PRP 2 nsubj
hopes hope VERB VBZ 0 root
to to PART TO 4 mark
persuade persuade VERB VB 2 xcomp
voters voter NOUN NNS 4 iobj
that that SCONJ IN 10 mark
the the DET DT 8 det
plan plan NOUN NN 10 nsubj
is be AUX VBZ 10 cop
sound sound ADJ JJ 4 ccomp
~. . PUNCT . 2 punct
""",
    "The army and the police said that the road was open.": """
The the DET DT 2 det
army army NOUN NN 6 nsubj
and and CCONJ CC 5 cc
the the DET DT 5 det
police police NOUN NN 2 conj
said say VERB VBD 0 root
that that SCONJ IN 11 mark
the the DET DT 9 det
road road NOUN NN 11 nsubj
was be AUX VBD 11 cop
open open ADJ JJ 6 ccomp
~. . PUNCT . 6 punct
""",
    "A report by the commission found that the brakes had failed.": """
A a DET DT 2 det
report report NOUN NN 6 nsubj
by by ADP IN 5 case
the the DET DT 5 det
commission commission NOUN NN 2 nmod
found find VERB VBD 0 root
that that SCONJ IN 11 mark
the the DET DT 9 det
brakes brake NOUN NNS 11 nsubj
had have AUX VBD 11 aux
failed fail VERB VBN 6 ccomp
~. . PUNCT . 6 punct
""",
    "Reuters reported that the talks had failed.": """
Reuters Reuters PROPN NNP 2 nsubj B-ORG
reported report VERB VBD 0 root
that that SCONJ IN 7 mark
the the DET DT 5 det
talks talk NOUN NNS 7 nsubj
had have AUX VBD 7 aux
failed fail VERB VBN 2 ccomp
~. . PUNCT . 2 punct
""",
    "Minister: Rates will rise": """
Minister minister NOUN NN 0 root
~: : PUNCT : 1 punct

Rates rate NOUN NNS 3 nsubj
will will AUX MD 3 aux
rise rise VERB VB 0 root
""",
    "Rates will rise, says bank": """
Rates rate NOUN NNS 3 nsubj
will will AUX MD 3 aux
rise rise VERB VB 5 ccomp
~, , PUNCT , 5 punct
says say VERB VBZ 0 root
bank bank NOUN NN 5 nsubj
""",
    "Bank will close ten branches - report": """
Bank bank NOUN NN 3 nsubj
will will AUX MD 3 aux
close close VERB VB 0 root
ten ten NUM CD 7 nummod B-CARDINAL
branches branch NOUN NNS 3 obj
- - PUNCT : 7 punct
report report NOUN NN 3 obj
""",
    "They fired under the pretext that a shell had landed.": """
They they PRON PRP 2 nsubj
fired fire VERB VBD 0 root
under under ADP IN 5 case
the the DET DT 5 det
pretext pretext NOUN NN 2 obl
that that SCONJ IN 10 mark
a a DET DT 8 det
shell shell NOUN NN 10 nsubj
had have AUX VBD 10 aux
landed land VERB VBN 5 acl
~. . PUNCT . 2 punct
""",
    "The judge asked whether the door was locked.": """
The the DET DT 2 det
judge judge NOUN NN 3 nsubj
asked ask VERB VBD 0 root
whether whether SCONJ IN 8 mark
the the DET DT 6 det
door door NOUN NN 8 nsubj:pass
was be AUX VBD 8 aux:pass
locked lock VERB VBN 3 ccomp
~. . PUNCT . 3 punct
""",
}

LOOKALIKES = {
    "The boy runs the shop.": """
The the DET DT 2 det
boy boy NOUN NN 3 nsubj
runs run VERB VBZ 0 root
the the DET DT 5 det
shop shop NOUN NN 3 obj
~. . PUNCT . 3 punct
""",
    "The firm added two workers.": """
The the DET DT 2 det
firm firm NOUN NN 3 nsubj
added add VERB VBD 0 root
two two NUM CD 5 nummod B-CARDINAL
workers worker NOUN NNS 3 obj
~. . PUNCT . 3 punct
""",
    "The sirens warned the town.": """
The the DET DT 2 det
sirens siren NOUN NNS 3 nsubj
warned warn VERB VBD 0 root
the the DET DT 5 det
town town NOUN NN 3 obj
~. . PUNCT . 3 punct
""",
    "The cards were sorted according to size.": """
The the DET DT 2 det
cards card NOUN NNS 4 nsubj:pass
were be AUX VBD 4 aux:pass
sorted sort VERB VBN 0 root
according according ADP VBG 7 case
to to ADP IN 5 fixed
size size NOUN NN 4 obl
~. . PUNCT . 4 punct
""",
    "The view from the tower is fine.": """
The the DET DT 2 det
view view NOUN NN 7 nsubj
from from ADP IN 5 case
the the DET DT 5 det
tower tower NOUN NN 2 nmod
is be AUX VBZ 7 cop
fine fine ADJ JJ 0 root
~. . PUNCT . 7 punct
""",
    "A certain doctor lived there.": """
A a DET DT 3 det
certain certain ADJ JJ 3 amod
doctor doctor NOUN NN 4 nsubj
lived live VERB VBD 0 root
there there ADV RB 4 advmod
~. . PUNCT . 4 punct
""",
    "The fee is ten euros per head.": """
The the DET DT 2 det
fee fee NOUN NN 5 nsubj
is be AUX VBZ 5 cop
ten ten NUM CD 5 nummod B-MONEY
euros euros SYM NNS 0 root I-MONEY
per per ADP IN 7 case
head head NOUN NN 5 nmod
~. . PUNCT . 5 punct
""",
    "Buy two tickets, say, for the evening.": """
Buy buy VERB VB 0 root
two two NUM CD 3 nummod B-CARDINAL
tickets ticket NOUN NNS 1 obj
~, , PUNCT , 5 punct
say say INTJ UH 1 discourse
~, , PUNCT , 5 punct
for for ADP IN 9 case
the the DET DT 9 det
evening evening NOUN NN 1 obl
~. . PUNCT . 1 punct
""",
    "The chief has repeatedly left.": """
The the DET DT 2 det
chief chief NOUN NN 5 nsubj
has have AUX VBZ 5 aux
repeatedly repeatedly ADV RB 5 advmod
left leave VERB VBN 0 root
~. . PUNCT . 5 punct
""",
    "Weather: Rain will fall": """
Weather weather NOUN NN 0 root
~: : PUNCT : 1 punct

Rain rain NOUN NN 3 nsubj
will will AUX MD 3 aux
fall fall VERB VB 0 root
""",
    "She gave the boy a book that he liked.": """
She she PRON PRP 2 nsubj
gave give VERB VBD 0 root
the the DET DT 4 det
boy boy NOUN NN 2 iobj
a a DET DT 6 det
book book NOUN NN 2 obj
that that PRON WDT 9 obj
he he PRON PRP 9 nsubj
liked like VERB VBD 6 acl:relcl
~. . PUNCT . 2 punct
""",
}
