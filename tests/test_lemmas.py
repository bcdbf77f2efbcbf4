import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from claimx.language.lemmas import lemmatise, read_lemma
from claimx.lexicon import read_lexicon
from claimx.model.conllu import Word
from claimx.model.lemma_table import IrregularVerb, derive, measure


@pytest.mark.parametrize(
    ("form", "upos", "xpos", "lemma"),
    [
        ("said", "VERB", "VBD", "say"),
        ("KILLED", "VERB", "VBD", "kill"),
        ("Denies", "VERB", "VBZ", "deny"),
        ("hitting", "VERB", "VBG", "hit"),
        ("fleeing", "VERB", "VBG", "flee"),
        ("strafed", "VERB", "VBD", "strafe"),
        ("overthrew", "VERB", "VBD", "overthrow"),
        ("wo", "AUX", "MD", "will"),
        ("n’t", "PART", "RB", "not"),
        ("ministries", "NOUN", "NNS", "ministry"),
        ("children", "NOUN", "NNS", "child"),
        ("worst", "ADJ", "JJS", "bad"),
        ("Australian", "ADJ", "JJ", "Australian"),
        ("Heavy", "ADJ", "JJ", "heavy"),
        ("Lagarde", "PROPN", "NNP", "Lagarde"),
        ("NATO", "PROPN", "NNP", "NATO"),
        ("left", "ADJ", "JJ", "left"),
        ("found", "VERB", "VB", "found"),
        ("", "X", "FW", ""),
    ],
)
def test_lemmatise(form: str, upos: str, xpos: str, lemma: str) -> None:
    assert lemmatise(form, upos, xpos) == lemma


def test_every_irregular_verb_has_its_forms() -> None:
    verbs = read_lexicon("irregular_verbs", "verb", IrregularVerb)
    forms = [(form, verb.lemma) for verb in verbs for form in (*verb.past, *verb.participle)]
    shared = {"found", "lay", "saw", "wound", "ground", "bore", "bound"}  # also another verb's base
    wrong = [
        (form, lemma)
        for form, lemma in forms
        if form not in shared
        and lemmatise(form, "AUX" if lemma == "be" else "VERB", "VBN") != lemma
    ]
    assert (len(verbs) > 150, wrong) == (True, [])


@pytest.mark.parametrize(("tag", "dep", "lemma"), [("VBN", "aux", "have"), ("VBG", "aux", "be")])
def test_contracted_auxiliary(tag: str, dep: str, lemma: str) -> None:
    words = ["He", "'s", "gone"]
    doc = Doc(
        Vocab(),
        words=words,
        tags=["PRP", "VBZ", tag],
        pos=["PRON", "AUX", "VERB"],
        heads=[2, 2, 2],
        deps=["nsubj", dep, "root"],
    )
    assert read_lemma(doc[1]) == lemma


def test_derive_keeps_only_what_changes() -> None:
    forms = ["cats", "dogs", "hens", "cows", "mice"]
    lemmas = ["cat", "dog", "hen", "cow", "mouse"]
    words = [
        Word(form=form, lemma=lemma, upos="NOUN", xpos="NNS", head=0, dep="root", misc="_")
        for form, lemma in zip(forms, lemmas, strict=True)
    ]
    table = derive(words, ())["NOUN NNS a"]
    assert sorted(table) == ["^mice", "s"]


def test_measure_counts_words_and_right_ones() -> None:
    words = [
        Word(form=form, lemma=lemma, upos="VERB", xpos="VBD", head=0, dep="root", misc="_")
        for form, lemma in (("went", "go"), ("sang", "sung"))
    ]
    assert list(measure(words)) == [("VERB", 2, 1), ("all", 2, 1)]
