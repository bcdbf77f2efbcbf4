"""Hand-built parses by their sentences, for the tables of single rules."""

from collections.abc import Iterable

from claimx.doc import Doc, Token
from tests.attribution_parses import FORMS, LOOKALIKES
from tests.parses import parse
from tests.test_clauses import CASES

# What the tables of whole clauses and attributions do not hold.
_OWN = {
    "She left without paying.": """
She she PRON PRP 2 nsubj
left leave VERB VBD 0 root
without without SCONJ IN 4 mark
paying pay VERB VBG 2 advcl
~. . PUNCT . 2 punct
""",
    "The IS group fled.": """
The the DET DT 3 det
IS be AUX VBZ 3 cop
group group NOUN NN 4 nsubj
fled flee VERB VBD 0 root
~. . PUNCT . 4 punct
""",
    "The clerk has signed and sealed the letter.": """
The the DET DT 2 det
clerk clerk NOUN NN 4 nsubj
has have AUX VBZ 4 aux
signed sign VERB VBN 0 root
and and CCONJ CC 6 cc
sealed seal VERB VBN 4 conj
the the DET DT 8 det
letter letter NOUN NN 6 obj
~. . PUNCT . 4 punct
""",
    "The board asked that the hearing be held in May.": """
The the DET DT 2 det
board board NOUN NN 3 nsubj
asked ask VERB VBD 0 root
that that SCONJ IN 8 mark
the the DET DT 6 det
hearing hearing NOUN NN 8 nsubj:pass
be be AUX VB 8 aux:pass
held hold VERB VBN 3 ccomp
in in ADP IN 10 case
May May PROPN NNP 8 obl B-DATE
~. . PUNCT . 3 punct
""",
    "The storm not only closed the port but sank boats.": """
The the DET DT 2 det
storm storm NOUN NN 5 nsubj
not not PART RB 4 advmod
only only ADV RB 5 advmod
closed close VERB VBD 0 root
the the DET DT 7 det
port port NOUN NN 5 obj
but but CCONJ CC 9 cc
sank sink VERB VBD 5 conj
boats boat NOUN NNS 9 obj
~. . PUNCT . 5 punct
""",
    "Ann Lee, a baker, lives in the town of Graz, Austria.": """
Ann Ann PROPN NNP 7 nsubj B-PERSON
Lee Lee PROPN NNP 1 flat I-PERSON
~, , PUNCT , 5 punct
a a DET DT 5 det
baker baker NOUN NN 1 appos
~, , PUNCT , 1 punct
lives live VERB VBZ 0 root
in in ADP IN 10 case
the the DET DT 10 det
town town NOUN NN 7 obl
of of ADP IN 12 case
Graz Graz PROPN NNP 10 nmod B-GPE
~, , PUNCT , 14 punct
Austria Austria PROPN NNP 12 appos B-GPE
~. . PUNCT . 7 punct
""",
    "The firm seems likely to close the plant if sales fall.": """
The the DET DT 2 det
firm firm NOUN NN 3 nsubj
seems seem VERB VBZ 0 root
likely likely ADJ JJ 3 xcomp
to to PART TO 6 mark
close close VERB VB 4 xcomp
the the DET DT 8 det
plant plant NOUN NN 6 obj
if if SCONJ IN 11 mark
sales sale NOUN NNS 11 nsubj
fall fall VERB VBP 3 advcl
~. . PUNCT . 3 punct
""",
    "Perhaps the rain could have helped the farmers.": """
Perhaps perhaps ADV RB 6 advmod
the the DET DT 3 det
rain rain NOUN NN 6 nsubj
could could AUX MD 6 aux
have have AUX VB 6 aux
helped help VERB VBN 0 root
the the DET DT 8 det
farmers farmer NOUN NNS 6 obj
~. . PUNCT . 6 punct
""",
}
BANK: dict[str, str] = {
    **FORMS,
    **LOOKALIKES,
    **{str(case.id): str(case.values[0]) for case in CASES},
    **_OWN,
}


def sentence(text: str) -> Doc:
    """Return the parse of one of the sentences."""
    return parse(BANK[text])


def token(text: str, word: str) -> Token:
    """Return the first token of a sentence that is ``word``."""
    return next(token for token in sentence(text) if token.text == word)


def words(tokens: Iterable[Token]) -> list[str]:
    """Return tokens by their words."""
    return [token.text for token in tokens]
