"""The word lists of the clause rules: a row works in its example, not in its counter-example."""

import pytest
from spacy.language import Language

from claimx.language.snapshot import snapshot
from claimx.lexicon import read_lexicon
from claimx.rules.certainty import Hedge, hedges
from claimx.rules.clauses import Clause, find_clauses
from claimx.rules.wordlists import (
    CircumstanceWords,
    ComplementVerbs,
    PrepositionalVerbs,
    circumstance,
    complement_verbs,
    prepositional_verbs,
)

PLACES = read_lexicon("circumstances", "words", CircumstanceWords)
VERBS = read_lexicon("prepositional_verbs", "verbs", PrepositionalVerbs)
CLASSES = read_lexicon("complement_verbs", "verbs", ComplementVerbs)


def first(nlp: Language, sentence: str) -> Clause:
    """Return the last clause of a sentence, the governed one where there are two."""
    return find_clauses(snapshot(nlp(sentence)))[-1]


@pytest.mark.model
@pytest.mark.parametrize("row", hedges(), ids=lambda row: row.words[0])
def test_hedges_lower_certainty(nlp: Language, row: Hedge) -> None:
    assert first(nlp, row.example).certainty == row.certainty
    assert first(nlp, row.not_example).certainty == "certain"


@pytest.mark.model
@pytest.mark.parametrize("row", VERBS, ids=lambda row: row.preposition)
def test_prepositional_verbs_have_a_target(nlp: Language, row: PrepositionalVerbs) -> None:
    assert first(nlp, row.example).target is not None
    other = first(nlp, row.not_example).target
    assert other is None or row.preposition not in row.not_example.split(other.text)[0].split()


@pytest.mark.parametrize("row", [*PLACES, *VERBS, *CLASSES], ids=lambda row: row.words[0])
def test_rows_hold_words_and_evidence(
    row: CircumstanceWords | PrepositionalVerbs | ComplementVerbs,
) -> None:
    assert len(set(row.words)) == len(row.words)
    assert row.example != row.not_example
    assert all(word == word.lower() for word in row.words)


def test_word_lists_tell_classes_apart() -> None:
    assert "valley" in circumstance("place_noun") and "silence" not in circumstance("place_noun")
    assert "fail" in complement_verbs("negative") and "manage" not in complement_verbs("negative")
    assert ("consist", "of") in prepositional_verbs()
    assert ("consist", "on") not in prepositional_verbs()
