"""How sure a clause is by its own words: modals, comparisons, conditions."""

import pytest

from claimx.rules.clauses import find_clauses
from tests.clause_lines import lines
from tests.parses import parse

# sentence, its parse, its clauses as tests/clause_lines.py writes them
CASES = [
    pytest.param(
        """
The the DET DT 2 det
bill bill NOUN NN 4 nsubj
would would AUX MD 4 aux
ban ban VERB VB 0 root
toys toy NOUN NNS 4 obj
~. . PUNCT . 4 punct
""",
        ["would ban | The bill | would ban toys | toys ; possible"],
        id="The bill would ban toys",
    ),
    pytest.param(
        """
The the DET DT 2 det
club club NOUN NN 5 nsubj
would would AUX MD 5 aux
later late ADV RBR 5 advmod
resign resign VERB VB 0 root
~. . PUNCT . 5 punct
""",
        ["would later resign | The club | would later resign | - ; # later"],
        id="The club would later resign",
    ),
    pytest.param(
        """
The the DET DT 2 det
firm firm NOUN NN 5 nsubj
would would AUX MD 5 aux
not not PART RB 5 advmod
comment comment VERB VB 0 root
~. . PUNCT . 5 punct
""",
        ["would not comment | The firm | would not comment | - ; not"],
        id="The firm would not comment",
    ),
    pytest.param(
        """
“ “ PUNCT `` 4 punct
~We we PRON PRP 4 nsubj
would would AUX MD 4 aux
sell sell VERB VB 10 ccomp
the the DET DT 6 det
farm farm NOUN NN 4 obj
~, , PUNCT , 4 punct
~” ” PUNCT '' 4 punct
Ana Ana PROPN NNP 10 nsubj B-PERSON
said say VERB VBD 0 root
~. . PUNCT . 10 punct
""",
        [
            "would sell | We | would sell the farm | the farm ; possible",
            "said | Ana | said | - ; says",
        ],
        id="“We would sell the farm,” Ana said",
    ),
    pytest.param(
        """
Ana Ana PROPN NNP 2 nsubj B-PERSON
said say VERB VBD 0 root
it it PRON PRP 5 nsubj
would would AUX MD 5 aux
rain rain VERB VB 2 ccomp
~. . PUNCT . 2 punct
""",
        ["said | Ana | said it would rain | - ; says", "would rain | it | would rain | -"],
        id="Ana said it would rain",
    ),
    pytest.param(
        """
They they PRON PRP 3 nsubj
would would AUX MD 3 aux
like like VERB VB 0 root
to to PART TO 5 mark
leave leave VERB VB 3 xcomp
~. . PUNCT . 3 punct
""",
        ["would like to leave | They | would like to leave | -"],
        id="They would like to leave",
    ),
    pytest.param(
        """
Roofs roof NOUN NNS 4 nsubj:pass
can can AUX MD 4 aux
be be AUX VB 4 aux:pass
mended mend VERB VBN 0 root
~. . PUNCT . 4 punct
""",
        ["can be mended | Roofs | can be mended | Roofs ; possible"],
        id="Roofs can be mended",
    ),
    pytest.param(
        """
The the DET DT 2 det
barn barn NOUN NN 5 nsubj
is be AUX VBZ 5 cop
more more ADV RBR 5 advmod
likely likely ADJ JJ 0 root
to to PART TO 7 mark
burn burn VERB VB 5 xcomp
than than ADP IN 10 case
the the DET DT 10 det
house house NOUN NN 7 obl
~. . PUNCT . 5 punct
""",
        ["is more likely to burn | The barn | is more likely to burn than the house | -"],
        id="The barn is more likely to burn than the house",
    ),
    pytest.param(
        """
Old old ADJ JJ 2 amod
barns barn NOUN NNS 3 nsubj
tend tend VERB VBP 0 root
to to PART TO 5 mark
burn burn VERB VB 3 xcomp
~. . PUNCT . 3 punct
""",
        ["tend to burn | Old barns | tend to burn | -"],
        id="Old barns tend to burn",
    ),
    pytest.param(
        """
She she PRON PRP 2 nsubj
carried carry VERB VBD 0 root
him he PRON PRP 2 obj
so so SCONJ IN 8 mark
that that SCONJ IN 4 fixed
he he PRON PRP 8 nsubj
could could AUX MD 8 aux
see see VERB VB 2 advcl
~. . PUNCT . 2 punct
""",
        ["carried | She | carried him | him ; why he could see", "could see | he | could see | -"],
        id="She carried him so that he could see",
    ),
    pytest.param(
        """
The the DET DT 2 det
barn barn NOUN NN 4 nsubj
will will AUX MD 4 aux
burn burn VERB VB 0 root
even even ADV RB 8 advmod
if if SCONJ IN 8 mark
it it PRON PRP 8 nsubj
rains rain VERB VBZ 4 advcl
~. . PUNCT . 4 punct
""",
        ["will burn | The barn | will burn | -"],
        id="The barn will burn even if it rains",
    ),
]


@pytest.mark.parametrize(("rows", "expected"), CASES)
def test_certainty(rows: str, expected: list[str]) -> None:
    assert lines(find_clauses(parse(rows))) == expected
