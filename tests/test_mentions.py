import re

import pytest

from claimx.doc import Doc
from claimx.records import QuoteKind
from claimx.rules.attributed import Attributed
from claimx.rules.candidates import find_candidates
from claimx.rules.groups import Group
from claimx.rules.mentions import find_clusters, name_speakers
from claimx.rules.names import Alias, aliases, is_short_for, key_of, read_aliases
from claimx.rules.persons import Nouns, read_given_names, read_nouns
from tests.parses import parse


def clusters(doc: Doc) -> list[tuple[str | None, str, list[str]]]:
    return [
        (cluster.name, cluster.label, [f"{span.text}/{kind}" for span, kind in cluster.mentions])
        for cluster in find_clusters(doc)
    ]


FULL_THEN_SHORT = parse("""
Irina irina PROPN NNP 3 nsubj B-PERSON
Kostova kostova PROPN NNP 1 flat I-PERSON
left leave VERB VBD 0 root
Oslo oslo PROPN NNP 3 obj B-GPE
~. . PUNCT . 3 punct

Kostova kostova PROPN NNP 2 nsubj B-PERSON
said say VERB VBD 0 root
she she PRON PRP 5 nsubj
was be AUX VBD 5 cop
ill ill ADJ JJ 2 ccomp
~. . PUNCT . 2 punct
""")
SHORT_THEN_FULL = parse("""
Kostova kostova PROPN NNP 2 nsubj B-PERSON
resigns resign VERB VBZ 0 root

Irina irina PROPN NNP 3 nsubj B-PERSON
Kostova kostova PROPN NNP 1 flat I-PERSON
resigned resign VERB VBD 0 root
~. . PUNCT . 3 punct
""")
TWO_SURNAMES = parse("""
Irina irina PROPN NNP 3 nsubj B-PERSON
Kostova kostova PROPN NNP 1 flat I-PERSON
met meet VERB VBD 0 root
Boris boris PROPN NNP 3 obj B-PERSON
Kostova kostova PROPN NNP 4 flat I-PERSON
~. . PUNCT . 3 punct
""")
APPOSITION = parse("""
Anton anton PROPN NNP 8 nsubj B-PERSON
Reyl reyl PROPN NNP 1 flat I-PERSON
~, , PUNCT , 6 punct
the the DET DT 6 det
foreign foreign ADJ JJ 6 amod
minister minister NOUN NN 1 appos
~, , PUNCT , 1 punct
left leave VERB VBD 0 root
~. . PUNCT . 8 punct

The the DET DT 2 det
minister minister NOUN NN 3 nsubj
smiled smile VERB VBD 0 root
~. . PUNCT . 3 punct
""")
OTHER_MINISTER = parse("""
Foreign foreign ADJ JJ 2 amod
minister minister NOUN NN 3 nmod:desc
Anton anton PROPN NNP 5 nsubj B-PERSON
Reyl reyl PROPN NNP 3 flat I-PERSON
left leave VERB VBD 0 root
~. . PUNCT . 5 punct

The the DET DT 3 det
finance finance NOUN NN 3 compound
minister minister NOUN NN 4 nsubj
smiled smile VERB VBD 0 root
~. . PUNCT . 4 punct
""")
TITLE = parse("""
Foreign foreign ADJ JJ 2 amod
minister minister NOUN NN 3 nmod:desc
Anton anton PROPN NNP 5 nsubj B-PERSON
Reyl reyl PROPN NNP 3 flat I-PERSON
left leave VERB VBD 0 root
~. . PUNCT . 5 punct

The the DET DT 3 det
foreign foreign ADJ JJ 3 amod
minister minister NOUN NN 4 nsubj
smiled smile VERB VBD 0 root
~. . PUNCT . 4 punct
""")
COPULA = parse("""
Reyl reyl PROPN NNP 4 nsubj B-PERSON
is be AUX VBZ 4 cop
a a DET DT 4 det
lawyer lawyer NOUN NN 0 root
~. . PUNCT . 4 punct
""")
NEGATED_COPULA = parse("""
Reyl reyl PROPN NNP 5 nsubj B-PERSON
is be AUX VBZ 5 cop
not not PART RB 5 advmod
a a DET DT 5 det
lawyer lawyer NOUN NN 0 root
~. . PUNCT . 5 punct
""")
ACRONYM = parse("""
The the DET DT 4 det
World world PROPN NNP 4 compound B-ORG
Health health PROPN NNP 4 compound I-ORG
Organization organization PROPN NNP 5 nsubj I-ORG
met meet VERB VBD 0 root
~. . PUNCT . 5 punct

The the DET DT 2 det
WHO who PROPN NNP 3 nsubj B-ORG
voted vote VERB VBD 0 root
~. . PUNCT . 3 punct
""")
OTHER_ACRONYM = parse("""
The the DET DT 4 det
World world PROPN NNP 4 compound B-ORG
Health health PROPN NNP 4 compound I-ORG
Organization organization PROPN NNP 5 nsubj I-ORG
met meet VERB VBD 0 root
~. . PUNCT . 5 punct

The the DET DT 2 det
WTO wto PROPN NNP 3 nsubj B-ORG
voted vote VERB VBD 0 root
~. . PUNCT . 3 punct
""")
OBJECT = parse("""
Anton anton PROPN NNP 2 nsubj B-PERSON
praised praise VERB VBD 0 root
him he PRON PRP 2 obj
~. . PUNCT . 2 punct
""")
CONTROL = parse("""
Anton anton PROPN NNP 2 nsubj B-PERSON
wanted want VERB VBD 0 root
to to PART TO 4 mark
help help VERB VB 2 xcomp
him he PRON PRP 4 obj
~. . PUNCT . 2 punct
""")
OWN = parse("""
Anton anton PROPN NNP 2 nsubj B-PERSON
praised praise VERB VBD 0 root
his he PRON PRP$ 4 nmod:poss
mother mother NOUN NN 2 obj
~. . PUNCT . 2 punct
""")
DUMMY = parse("""
Oslo oslo PROPN NNP 2 nsubj B-GPE
slept sleep VERB VBD 0 root
~. . PUNCT . 2 punct

It it PRON PRP 2 expl
rained rain VERB VBD 0 root
~. . PUNCT . 2 punct
""")
REPORTER = parse("""
Nordfin nordfin PROPN NNP 2 nsubj B-ORG
said say VERB VBD 0 root
it it PRON PRP 5 nsubj
would would AUX MD 5 aux
close close VERB VB 2 ccomp
~. . PUNCT . 2 punct
""")
NAMELESS_PLANT = parse("""
Evin evin PROPN NNP 8 nsubj B-FAC
~, , PUNCT , 6 punct
the the DET DT 6 det
Fordo fordo PROPN NNP 6 compound
nuclear nuclear ADJ JJ 6 amod
plant plant NOUN NN 1 appos
~, , PUNCT , 1 punct
burned burn VERB VBD 0 root
""")


@pytest.mark.parametrize(
    ("doc", "expected"),
    [
        pytest.param(
            FULL_THEN_SHORT,
            [
                (
                    "Irina Kostova",
                    "PERSON",
                    ["Irina Kostova/name", "Kostova/name", "she/pronoun"],
                ),
                ("Oslo", "GPE", ["Oslo/name"]),
            ],
            id="a surname and a pronoun",
        ),
        pytest.param(
            SHORT_THEN_FULL,
            [("Irina Kostova", "PERSON", ["Kostova/name", "Irina Kostova/name"])],
            id="a headline gives the surname first",
        ),
        pytest.param(
            TWO_SURNAMES,
            [
                ("Irina Kostova", "PERSON", ["Irina Kostova/name"]),
                ("Boris Kostova", "PERSON", ["Boris Kostova/name"]),
            ],
            id="two people with one surname",
        ),
        pytest.param(
            APPOSITION,
            [
                (
                    "Anton Reyl",
                    "PERSON",
                    ["Anton Reyl/name", "the foreign minister/nominal", "The minister/nominal"],
                )
            ],
            id="apposition, then the noun alone",
        ),
        pytest.param(
            TITLE,
            [("Anton Reyl", "PERSON", ["Anton Reyl/name", "The foreign minister/nominal"])],
            id="office before the name",
        ),
        pytest.param(
            OTHER_MINISTER,
            [("Anton Reyl", "PERSON", ["Anton Reyl/name"])],
            id="another office",
        ),
        pytest.param(COPULA, [("Reyl", "PERSON", ["Reyl/name", "a lawyer/nominal"])], id="copula"),
        pytest.param(NEGATED_COPULA, [("Reyl", "PERSON", ["Reyl/name"])], id="is not"),
        pytest.param(
            ACRONYM,
            [
                (
                    "World Health Organization",
                    "ORG",
                    ["World Health Organization/name", "WHO/name"],
                )
            ],
            id="acronym",
        ),
        pytest.param(
            OTHER_ACRONYM,
            [
                ("World Health Organization", "ORG", ["World Health Organization/name"]),
                ("WTO", "ORG", ["WTO/name"]),
            ],
            id="another acronym",
        ),
        pytest.param(OBJECT, [("Anton", "PERSON", ["Anton/name"])], id="he praised him"),
        pytest.param(CONTROL, [("Anton", "PERSON", ["Anton/name"])], id="wanted to help him"),
        pytest.param(
            OWN, [("Anton", "PERSON", ["Anton/name", "his/pronoun"])], id="praised his mother"
        ),
        pytest.param(
            REPORTER,
            [("Nordfin", "ORG", ["Nordfin/name", "it/pronoun"])],
            id="a firm said it would",
        ),
        pytest.param(DUMMY, [("Oslo", "GPE", ["Oslo/name"])], id="it rained"),
        pytest.param(NAMELESS_PLANT, [("Evin", "FAC", ["Evin/name"])], id="a list, no apposition"),
    ],
)
def test_find_clusters(doc: Doc, expected: list[tuple[str | None, str, list[str]]]) -> None:
    assert clusters(doc) == expected


@pytest.mark.parametrize(
    ("short", "long", "same"),
    [
        ("putin", "vladimir putin", True),
        ("v putin", "vladimir putin", True),
        ("vladimir v putin", "vladimir putin", True),
        ("vladimir", "vladimir putin", True),
        ("maria putin", "vladimir putin", False),
        ("putin", "vladimir putinov", False),
    ],
)
def test_short_forms_of_a_name(short: str, long: str, same: bool) -> None:
    assert is_short_for(short.split(), long.split()) is same


def _sentence(text: str, *, name: bool) -> Doc:
    """Return the parse of a lexicon example: "NAME lost her keys." or "The NOUN said she left."."""
    words = text.rstrip(".").split()
    if name:
        subject, pronoun = words[0], words[2]
        return parse(f"""
{subject} _ PROPN NNP 2 nsubj B-PERSON
lost lose VERB VBD 0 root
{pronoun} _ PRON PRP$ 4 nmod:poss
keys key NOUN NNS 2 obj
""")
    subject, pronoun = words[1], words[-2]
    return parse(f"""
The the DET DT 2 det
{subject} _ NOUN NN 3 nsubj
said say VERB VBD 0 root
{pronoun} _ PRON PRP 5 nsubj
left leave VERB VBD 3 ccomp
""")


GIVEN = [(row.region, row.gender, row.example, row.not_example) for row in read_given_names()]
NOUNS = [
    (row.kind, row.gender, row.example, row.not_example)
    for row in read_nouns()
    if row.kind in ("person", "title")
]


@pytest.mark.parametrize(("region", "gender", "example", "not_example"), GIVEN)
def test_given_names_tell_the_gender(
    region: str, gender: str, example: str, not_example: str
) -> None:
    assert [len(c.mentions) for c in find_clusters(_sentence(example, name=True))] == [2]
    assert [len(c.mentions) for c in find_clusters(_sentence(not_example, name=True))] == [1]


@pytest.mark.parametrize(("kind", "gender", "example", "not_example"), NOUNS)
def test_nouns_for_people_tell_the_gender(
    kind: str, gender: str, example: str, not_example: str
) -> None:
    assert [len(c.mentions) for c in find_clusters(_sentence(example, name=False))] == [2]
    assert find_clusters(_sentence(not_example, name=False)) == []


@pytest.mark.parametrize("row", read_nouns(), ids=lambda row: f"{row.kind} {row.gender}")
def test_nouns_agree_with_their_pronouns(row: Nouns) -> None:
    agreeing = []
    for sentence in (row.example, row.not_example):
        noun, pronoun = find_candidates(_sentence(sentence, name=False))
        group = Group(gender=noun.gender, being=noun.being, number=noun.number)
        agreeing.append(group.agrees(pronoun))
    assert agreeing == [True, False]


@pytest.mark.parametrize("row", read_aliases(), ids=lambda row: row.names[0])
def test_aliases_meet_in_one_name(row: Alias) -> None:
    keys = {aliases()[key_of(name.split())] for name in row.names}
    named = [name for name in row.names if re.search(rf"\b{re.escape(name)}(?!\w)", row.example)]
    assert (len(keys), len(named) >= 2) == (1, True)
    others = re.findall(r"(?:[A-Z][\w.]*(?: of)? ?)+", row.not_example)
    strangers = [key_of(other.split()) for other in others]
    assert any(aliases().get(key) not in keys for key in strangers)


SPEECH = parse("""
" _ PUNCT `` 3 punct
~I i PRON PRP 3 nsubj
quit quit VERB VBP 7 ccomp
~, , PUNCT , 3 punct
~" " PUNCT '' 3 punct
Holm holm PROPN NNP 7 nsubj B-PERSON
said say VERB VBD 0 root
~. . PUNCT . 7 punct
""")


@pytest.mark.parametrize(
    ("quote", "mentions"), [("direct", ["I/pronoun", "Holm/name"]), (None, ["Holm/name"])]
)
def test_a_speaker_says_i(quote: QuoteKind | None, mentions: list[str]) -> None:
    source, cue, content = SPEECH.span(5, 6), SPEECH.span(6, 7), SPEECH.span(1, 3)
    said = Attributed(source=source, cue=cue, content=(content,), quote="direct")
    (cluster,) = name_speakers(SPEECH, find_clusters(SPEECH), [said] if quote else [])
    assert [f"{span.text}/{kind}" for span, kind in cluster.mentions] == mentions


def test_a_name_is_a_candidate_once() -> None:
    assert [c.kind for c in find_candidates(TITLE)] == ["name", "nominal"]


def test_long_texts_take_linear_time() -> None:
    rows = "\n\n".join(
        ["Anton anton PROPN NNP 2 nsubj B-PERSON\nleft leave VERB VBD 0 root"] * 3000
    )
    doc = parse(rows + "\n\nHe he PRON PRP 2 nsubj\nleft leave VERB VBD 0 root")
    (cluster,) = find_clusters(doc)
    assert len(cluster.mentions) == 3001


def test_nothing_in_nothing() -> None:
    assert find_clusters(parse("")) == []
