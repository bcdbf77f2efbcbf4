"""Who says what: every form of attribution, and sentences that only look like one."""

import pytest

import claimx
from claimx.doc import Doc, Span
from claimx.rules.attributions import find_attributions
from claimx.rules.grammar import read_grammar
from tests.attribution_parses import FORMS, LOOKALIKES
from tests.parses import parse

Found = list[tuple[str | None, str, list[str]]]


def found(doc: Doc) -> Found:
    return [
        (
            item.source.text if item.source is not None else None,
            item.cue.text if item.cue is not None else "",
            [span.text for span in item.content],
        )
        for item in find_attributions(doc)
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "The minister said that the dam is safe.",
            [("The minister", "said", ["that the dam is safe"])],
        ),
        pytest.param(
            "Officials said the road had flooded.",
            [("Officials", "said", ["the road had flooded"])],
        ),
        pytest.param(
            '"The road is closed," said Ann Lee, a baker in Leeds.',
            [("Ann Lee, a baker in Leeds", "said", ['"The road is closed,"'])],
        ),
        pytest.param("The plan, he said, will work.", [("he", "said", ["The plan", "will work"])]),
        pytest.param(
            "Taxes will fall, the ministry said on Monday.",
            [("the ministry", "said", ["Taxes will fall"])],
        ),
        pytest.param(
            "As one engineer said, the bridge is weak.",
            [("one engineer", "said", ["the bridge is weak"])],
        ),
        pytest.param(
            "He said: We will rebuild the town.", [("He", "said:", ["We will rebuild the town"])]
        ),
        pytest.param(
            "Parents were told by the principal that the school would close.",
            [("the principal", "were told", ["that the school would close"])],
        ),
        pytest.param(
            "It was reported that two ships had sunk.",
            [(None, "was reported", ["that two ships had sunk"])],
        ),
        pytest.param(
            "The bank is said to have failed.", [(None, "is said", ["The bank", "to have failed"])]
        ),
        pytest.param(
            "Voters think that prices will rise.", [("Voters", "think", ["that prices will rise"])]
        ),
        pytest.param(
            "The union hopes to end the strike.", [("The union", "hopes", ["to end the strike"])]
        ),
        pytest.param(
            "The senator condemned the raid.", [("The senator", "condemned", ["the raid"])]
        ),
        pytest.param(
            "The budget was approved by parliament.",
            [("parliament", "was approved", ["The budget"])],
        ),
        pytest.param(
            "According to the coach, the team is tired.",
            [("the coach", "According to", ["the team is tired"])],
        ),
        pytest.param(
            "The team is tired, according to the coach.",
            [("the coach", "according to", ["The team is tired"])],
        ),
        pytest.param(
            "The trip was, in the words of the bishop, a disgrace.",
            [("the bishop", "in the words of", ["The trip was", "a disgrace"])],
        ),
        pytest.param("In her view, the price is fair.", [("her", "view", ["the price is fair"])]),
        pytest.param(
            "The mine will close, the paper said, citing a manager.",
            [
                ("the paper", "said", ["The mine will close"]),
                ("a manager", "citing", ["The mine will close"]),
            ],
        ),
        pytest.param(
            "The claim that the bank was broke spread quickly.",
            [(None, "claim", ["that the bank was broke"])],
        ),
        pytest.param(
            "A statement by the army that the town had fallen was false.",
            [("the army", "statement", ["that the town had fallen"])],
        ),
        pytest.param(
            "The envoy made the claim that the border was open.",
            [("The envoy", "made the claim", ["that the border was open"])],
        ),
        pytest.param(
            "His hope is that the talks will resume.",
            [("His", "hope", ["that the talks will resume"])],
        ),
        pytest.param("The pope called for peace.", [("The pope", "called for", ["peace"])]),
        pytest.param(
            "The coach is confident that the team will win.",
            [("The coach", "is confident", ["that the team will win"])],
        ),
        pytest.param(
            "The panel was critical of the police.",
            [("The panel", "was critical of", ["the police"])],
        ),
        pytest.param(
            "The chief has reportedly left.", [(None, "reportedly", ["The chief has", "left"])]
        ),
        pytest.param(
            "The clerk, who said the safe was empty, has fled.",
            [("who", "said", ["the safe was empty"])],
        ),
        pytest.param(
            "A letter warning that the dam was weak was found.",
            [("A letter", "warning", ["that the dam was weak"])],
        ),
        pytest.param(
            "The mayor resigned, saying that he was ill.",
            [("The mayor", "saying", ["that he was ill"])],
        ),
        pytest.param(
            "The mayor praised the crew and said that the fire was out.",
            [
                ("The mayor", "praised", ["the crew"]),
                ("The mayor", "said", ["that the fire was out"]),
            ],
        ),
        pytest.param(
            "She hopes to persuade voters that the plan is sound.",
            [
                ("She", "hopes", ["to persuade voters that the plan is sound"]),
                ("She", "to persuade", ["that the plan is sound"]),
            ],
        ),
        pytest.param(
            "The army and the police said that the road was open.",
            [("The army and the police", "said", ["that the road was open"])],
        ),
        pytest.param(
            "A report by the commission found that the brakes had failed.",
            [("A report by the commission", "found", ["that the brakes had failed"])],
        ),
        pytest.param(
            "Reuters reported that the talks had failed.",
            [("Reuters", "reported", ["that the talks had failed"])],
        ),
        pytest.param("Minister: Rates will rise", [("Minister", ":", ["Rates will rise"])]),
        pytest.param("Rates will rise, says bank", [("bank", "says", ["Rates will rise"])]),
        pytest.param(
            "Bank will close ten branches - report",
            [("report", "-", ["Bank will close ten branches"])],
        ),
        pytest.param(
            "They fired under the pretext that a shell had landed.",
            [("They", "pretext", ["that a shell had landed"])],
        ),
        pytest.param(
            "The judge asked whether the door was locked.",
            [("The judge", "asked", ["whether the door was locked"])],
        ),
    ],
)
def test_forms(sentence: str, expected: Found) -> None:
    assert found(parse(FORMS[sentence])) == expected


@pytest.mark.parametrize("sentence", LOOKALIKES)
def test_lookalikes(sentence: str) -> None:
    assert found(parse(LOOKALIKES[sentence])) == []


def test_every_parse_is_of_its_sentence() -> None:
    parses = {**FORMS, **LOOKALIKES}
    assert [parse(rows).text for rows in parses.values()] == list(parses)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ('"The road is closed," said Ann Lee, a baker in Leeds.', "Ann Lee"),
        ("The clerk, who said the safe was empty, has fled.", "The clerk"),
        ("In her view, the price is fair.", "her"),
        ("The army and the police said that the road was open.", "The army and the police"),
        ("A letter warning that the dam was weak was found.", "A letter"),
    ],
)
def test_the_speaker_goes_without_loose_modifiers(sentence: str, speaker: str) -> None:
    (item,) = find_attributions(parse(FORMS[sentence]))
    assert item.speaker is not None and item.speaker.text == speaker


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("The bank is said to have failed.", "said"),
        ("The pope called for peace.", "called"),
        ("According to the coach, the team is tired.", "According to"),
        ("The coach is confident that the team will win.", "confident"),
    ],
)
def test_the_trigger_is_the_bare_word(sentence: str, trigger: str) -> None:
    (item,) = find_attributions(parse(FORMS[sentence]))
    assert item.trigger is not None and item.trigger.text == trigger


@pytest.mark.parametrize(
    ("sentence", "clausal"),
    [
        ("The minister said that the dam is safe.", True),
        ("The senator condemned the raid.", False),
        ("The union hopes to end the strike.", False),
        ("The judge asked whether the door was locked.", False),
        ("The claim that the bank was broke spread quickly.", True),
    ],
)
def test_only_clauses_and_speech_hold_claims(sentence: str, clausal: bool) -> None:
    (item,) = find_attributions(parse(FORMS[sentence]))
    assert item.clausal is clausal


NESTED = """
Police police NOUN NNS 2 nsubj
say say VERB VBP 0 root
the the DET DT 4 det
clerk clerk NOUN NN 5 nsubj
claimed claim VERB VBD 2 ccomp
that that SCONJ IN 9 mark
he he PRON PRP 9 nsubj
was be AUX VBD 9 cop
ill ill ADJ JJ 5 ccomp
~. . PUNCT . 2 punct
"""


def test_an_attribution_inside_what_another_says_is_not_listed() -> None:
    doc = parse(NESTED)
    items = find_attributions(doc)
    assert [(item.speaker and item.speaker.text, item.listed) for item in items] == [
        ("Police", True),
        ("the clerk", False),
    ]


SENTENCES = """
“ “ PUNCT `` 4 punct
~We we PRON PRP 4 nsubj
are be AUX VBP 4 cop
tired tired ADJ JJ 8 ccomp
~, , PUNCT , 4 punct
~” ” PUNCT '' 4 punct
she she PRON PRP 8 nsubj
said say VERB VBD 0 root
~. . PUNCT . 8 punct

“ “ PUNCT `` 4 punct
~We we PRON PRP 4 nsubj
must must AUX MD 4 aux
sleep sleep VERB VB 0 root
~. . PUNCT . 4 punct

They they PRON PRP 2 nsubj
wait wait VERB VBP 0 root
~. . PUNCT . 2 punct
~” ” PUNCT '' 2 punct

The the DET DT 2 det
night night NOUN NN 4 nsubj
was be AUX VBD 4 cop
cold cold ADJ JJ 0 root
~. . PUNCT . 4 punct

“ “ PUNCT `` 2 punct
~Stop stop VERB VB 0 root
~! ! PUNCT . 2 punct
~” ” PUNCT '' 2 punct
"""


def test_a_quotation_without_a_cue_goes_on_from_the_speaker_before() -> None:
    assert found(parse(SENTENCES)) == [
        ("she", "said", ["“We are tired,”", "“We must sleep. They wait.”"])
    ]  # "Stop!" follows the writer's own sentence and is nobody's


def test_a_cue_in_a_quotation_takes_it_from_no_speaker() -> None:
    rows = SENTENCES.replace(
        "wait wait VERB VBP 0 root", "want want VERB VBP 0 root\nit it PRON PRP 2 obj"
    )
    assert found(parse(rows)) == [
        ("she", "said", ["“We are tired,”", "“We must sleep. They want it.”"]),
        ("They", "want", ["it"]),
    ]


QUESTION = """
“ “ PUNCT `` 3 punct
~Who who PRON WP 3 nsubj
knows know VERB VBZ 0 root
~? ? PUNCT . 3 punct
~” ” PUNCT '' 3 punct

the the DET DT 2 det
mayor mayor NOUN NN 3 nsubj
asked ask VERB VBD 0 root
~. . PUNCT . 3 punct
"""
BROKEN = """
“ “ PUNCT `` 2 punct
~Go go VERB VB 0 root
~, , PUNCT , 2 punct
~” ” PUNCT '' 2 punct
the the DET DT 6 det
guard guard NOUN NN 7 nsubj
told tell VERB VBD 2 dep
us we PRON PRP 7 obj
~, , PUNCT , 2 punct
“ “ PUNCT `` 13 punct
~and and CCONJ CC 13 cc
never never ADV RB 13 advmod
return return VERB VB 2 conj
~. . PUNCT . 13 punct
~” ” PUNCT '' 13 punct
"""


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(QUESTION, [("the mayor", "asked", ["“Who knows?”"])], id="two sentences"),
        pytest.param(
            BROKEN,
            [("the guard", "told", ["“Go,”", "“and never return.”"])],
            id="broken by the cue",
        ),
    ],
)
def test_quotations_beside_a_cue(rows: str, expected: Found) -> None:
    (item,) = [one for one in read_grammar(parse(rows)) if one.rule == "verb:beside"]
    assert [span.text for span in item.content] == expected[0][2]
    assert found(parse(rows)) == expected


TURNS = """
SMITH smith PROPN NNP 4 dep
~: : PUNCT : 1 punct
We we PRON PRP 4 nsubj
lost lose VERB VBD 0 root
~. . PUNCT . 4 punct

JONES jones PROPN NNP 4 dep
~: : PUNCT : 1 punct
We we PRON PRP 4 nsubj
won win VERB VBD 0 root
~. . PUNCT . 4 punct
"""


def turns(rows: str) -> Doc:
    doc = parse(rows)
    doc.spans["claimx_blocks"] = [
        Span(doc, sent.start, sent.end, label="paragraph") for sent in doc.sents
    ]
    return doc


def test_transcripts() -> None:
    items = find_attributions(turns(TURNS))
    assert [(str(one.source), [span.text for span in one.content], one.quote) for one in items] == [
        ("SMITH", ["We lost"], "direct"),
        ("JONES", ["We won"], "direct"),
    ]


def test_questions_and_answers() -> None:
    doc = turns(TURNS.replace("SMITH smith", "Q q").replace("JONES jones", "A a"))
    assert [(str(one.source), one.quote) for one in find_attributions(doc)] == [
        ("Q", "direct"),
        ("A", "direct"),
    ]


def test_one_label_is_no_transcript() -> None:
    doc = turns(TURNS.replace("JONES jones PROPN", "Then then ADV"))
    assert find_attributions(doc) == []


MODEL = """
The the DET DT 2 det
firm firm NOUN NN 3 nsubj
grilled grill VERB VBD 0 root
its its PRON PRP$ 5 nmod:poss
boss boss NOUN NN 3 obj
~, , PUNCT , 3 punct
saying say VERB VBG 3 advcl
he he PRON PRP 9 nsubj
lied lie VERB VBD 7 ccomp
~. . PUNCT . 3 punct
"""


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        pytest.param(
            [(0, 2, "source"), (2, 3, "cue"), (3, 5, "content")],
            [("The firm", "grilled", ["its boss"]), ("The firm", "saying", ["he lied"])],
            id="a cue of the model, and one of the grammar",
        ),
        pytest.param(
            [(0, 2, "source"), (6, 7, "cue"), (7, 9, "content")],
            [("The firm", "saying", ["he lied"])],
            id="both see the same cue",
        ),
        pytest.param(
            [(0, 2, "source"), (6, 7, "cue")],
            [("The firm", "saying", ["he lied"])],
            id="the grammar gives a cue its content",
        ),
        pytest.param(
            [(0, 2, "source"), (6, 7, "cue"), (6, 9, "content")],
            [("The firm", "saying", ["saying he lied"])],
            id="the model's stretch leads",
        ),
        pytest.param([(3, 5, "source")], [("The firm", "saying", ["he lied"])], id="stray source"),
        pytest.param(
            [(6, 7, "cue"), (7, 10, "content")],
            [("The firm", "saying", ["he lied."])],
            id="the grammar gives a cue its source",
        ),
    ],
)
def test_model_and_grammar(spans: list[tuple[int, int, str]], expected: Found) -> None:
    assert found(parse(MODEL, {"claimx_attribution": spans})) == expected


BLOCK = """
The the DET DT 2 det
mayor mayor NOUN NN 3 nsubj
wrote write VERB VBD 0 root
~: : PUNCT : 3 punct

We we PRON PRP 3 nsubj
are be AUX VBP 3 cop
ready ready ADJ JJ 0 root
~. . PUNCT . 3 punct

The the DET DT 2 det
river river NOUN NN 3 nsubj
rose rise VERB VBD 0 root
~. . PUNCT . 3 punct
"""
SIGNED = """
“ “ PUNCT `` 4 punct
~We we PRON PRP 4 nsubj
are be AUX VBP 4 cop
ready ready ADJ JJ 0 root
~. . PUNCT . 4 punct
~” ” PUNCT '' 4 punct
– – PUNCT , 8 punct
Ann Ann PROPN NNP 4 parataxis
~, , PUNCT , 10 punct
mayor mayor NOUN NN 8 appos
"""


def blocks(doc: Doc, *labels: str) -> Doc:
    doc.spans["claimx_blocks"] = [
        Span(doc, sent.start, sent.end, label=label)
        for sent, label in zip(doc.sents, labels, strict=True)
    ]
    return doc


@pytest.mark.parametrize(
    ("labels", "content"),
    [
        (("paragraph", "paragraph", "paragraph"), ["We are ready."]),
        (("paragraph", "bullet", "bullet"), ["We are ready.", "The river rose."]),
        (("paragraph", "bullet", "paragraph"), ["We are ready."]),
    ],
)
def test_a_block_after_a_colon(labels: tuple[str, ...], content: list[str]) -> None:
    doc = blocks(parse(BLOCK), *labels)
    assert found(doc) == [("The mayor", "wrote:", content)]
    assert find_attributions(doc)[0].quote == "indirect"


def test_a_colon_without_a_cue_announces_no_speech() -> None:
    doc = blocks(parse(BLOCK.replace("wrote write", "left leave")), *["paragraph"] * 3)
    assert found(doc) == []


def test_a_quotation_signed_after_a_dash() -> None:
    (item,) = find_attributions(parse(SIGNED))
    assert (str(item.source), str(item.speaker), item.quote) == ("Ann, mayor", "Ann", "direct")
    assert [span.text for span in item.content] == ["“We are ready.”"]


def test_a_dash_before_a_clause_signs_nothing() -> None:
    rows = SIGNED.replace("Ann Ann PROPN NNP 4 parataxis", "leave leave VERB VB 4 parataxis")
    assert find_attributions(parse(rows)) == []


@pytest.mark.model
def test_a_quotation_over_paragraphs_keeps_its_speaker() -> None:
    text = (
        "The town is empty now.\n\n"
        "“We waited for a week,” the mayor, Ines Duarte, said. “Nobody came.\n\n"
        "“The roads were closed. The phones were dead.\n\n"
        "“So we left on foot.”\n\n"
        "The council wants to return in May.\n"
    )
    claims = claimx.extract(text).claims
    assert [(claim.what.exact, claim.source and claim.source.name) for claim in claims] == [
        ("is empty", None),
        ("waited", "Ines Duarte"),
        ("came", "Ines Duarte"),
        ("were closed", "Ines Duarte"),
        ("were dead", "Ines Duarte"),
        ("left on foot", "Ines Duarte"),
        ("wants to return", None),
    ]
