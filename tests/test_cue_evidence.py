"""The cue lexicons against the language model: examples are read as attributions, others are not.

A parser errs now and then, so a share of the examples of each lexicon must be right, not each.
"""

from collections.abc import Collection

import pytest
from spacy.language import Language

from claimx.language.snapshot import snapshot
from claimx.rules.cues import cue_adjectives, cue_adverbs, cue_nouns, cue_phrases, cue_verbs
from claimx.rules.grammar import read_grammar

pytestmark = pytest.mark.model


def cues_in(nlp: Language, text: str) -> list[str]:
    return [
        token.lemma_.lower()
        for item in read_grammar(snapshot(nlp(text)))
        if item.trigger is not None
        for token in item.trigger
    ]


@pytest.mark.parametrize(
    ("entries", "least"),
    [
        pytest.param(cue_verbs().values(), 0.97, id="verbs"),
        pytest.param(cue_nouns().values(), 0.85, id="nouns"),
        pytest.param(cue_adjectives().values(), 0.9, id="adjectives"),
        pytest.param(cue_adverbs().values(), 1.0, id="adverbs"),
    ],
)
def test_examples_and_counter_examples(
    nlp: Language, entries: Collection[object], least: float
) -> None:
    rows = [(e.lemma, e.example, e.not_example) for e in entries]  # type: ignore[attr-defined]  # every row type has them
    missed = [example for lemma, example, _ in rows if lemma not in cues_in(nlp, example)]
    wrong = [other for lemma, _, other in rows if lemma in cues_in(nlp, other)]
    assert len(missed) <= (1 - least) * len(rows), missed
    assert len(wrong) <= 0.03 * len(rows), wrong


def test_phrases(nlp: Language) -> None:
    def is_read(text: str) -> bool:
        return any(item.rule.startswith("phrase") for item in read_grammar(snapshot(nlp(text))))

    missed = [one.example for one in cue_phrases() if not is_read(one.example)]
    wrong = [one.not_example for one in cue_phrases() if is_read(one.not_example)]
    assert len(missed) <= 3, missed
    assert wrong == []
