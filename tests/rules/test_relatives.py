"""The place or time that a relative clause is about."""

import pytest

from claimx.rules.place_and_time import Known
from claimx.rules.relatives import find_antecedent
from tests.parses import parse

WHERE = """
Talks talk NOUN NNS 2 nsubj
ended end VERB VBD 0 root
in in ADP IN 4 case
Graz Graz PROPN NNP 2 obl B-GPE
~, , PUNCT , 8 punct
where where ADV WRB 8 advmod
envoys envoy NOUN NNS 8 nsubj
met meet VERB VBD 4 acl:relcl
"""
WHICH = """
The the DET DT 2 det
valley valley NOUN NN 7 nsubj
in in ADP IN 4 case
which which PRON WDT 6 obl
she she PRON PRP 6 nsubj
lived live VERB VBD 2 acl:relcl
flooded flood VERB VBD 0 root
"""
WHO = """
The the DET DT 2 det
clerk clerk NOUN NN 5 nsubj
who who PRON WP 4 nsubj
lied lie VERB VBD 2 acl:relcl
left leave VERB VBD 0 root
"""
WHEN = """
Shops shop NOUN NNS 2 nsubj
shut shut VERB VBD 0 root
on on ADP IN 4 case
Monday Monday PROPN NNP 2 obl B-DATE
~, , PUNCT , 8 punct
when when ADV WRB 8 advmod
rain rain NOUN NN 8 nsubj
fell fall VERB VBD 2 advcl
"""

ASTRAY = """
Talks talk NOUN NNS 2 nsubj
failed fail VERB VBD 0 root
badly badly ADV RB 2 advmod
~, , PUNCT , 7 punct
when when ADV WRB 7 advmod
rain rain NOUN NN 7 nsubj
fell fall VERB VBD 1 acl:relcl
"""


@pytest.mark.parametrize(
    ("rows", "verb", "expected"),
    [
        pytest.param(WHERE, "met", ("where", "Graz"), id="where"),
        pytest.param(WHICH, "lived", ("where", "The valley"), id="in which"),
        pytest.param(WHEN, "fell", ("when", "Monday"), id="when"),
        pytest.param(ASTRAY, "fell", None, id="hung on the subject, beyond the root"),
        pytest.param(WHO, "lied", None, id="who"),
        pytest.param(WHERE, "ended", None, id="a main clause"),
    ],
)
def test_find_antecedent(rows: str, verb: str, expected: tuple[str, str] | None) -> None:
    doc = parse(rows)
    head = next(token for token in doc if token.text == verb)
    found = find_antecedent(head, Known.of(doc, [], []))
    assert (found and (found[0], found[2].text)) == expected
