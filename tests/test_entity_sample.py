"""How well the whole pipeline types entities, on sentences that we wrote and annotated."""

import re
from pathlib import Path

import pytest
from spacy.language import Language

SAMPLE = Path(__file__).parent / "entity_sample.txt"
BRACKETS = re.compile(r"\[(.+?) ([A-Z]+)\]")
PINNED = 0.93  # F1 over exact stretch and type; put it up when the pipeline does better


def read_sample() -> list[tuple[str, set[tuple[int, int, str]]]]:
    """Return each sentence with its entities as (start, end, type)."""
    sample = []
    for line in SAMPLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            text, entities = "", set()
            pieces = BRACKETS.split(line)
            for n in range(0, len(pieces) - 1, 3):
                text += pieces[n]
                entities.add((len(text), len(text) + len(pieces[n + 1]), pieces[n + 2]))
                text += pieces[n + 1]
            sample.append((text + pieces[-1], entities))
    return sample


@pytest.mark.model
def test_entities_of_the_sample(nlp: Language) -> None:
    gold, found, right = 0, 0, 0
    misses = []
    for text, entities in read_sample():
        read = {(ent.start_char, ent.end_char, ent.label_) for ent in nlp(text).ents}
        gold += len(entities)
        found += len(read)
        right += len(read & entities)
        misses += [(text[a:b], label, "missed") for a, b, label in sorted(entities - read)]
        misses += [(text[a:b], label, "wrong") for a, b, label in sorted(read - entities)]
    f1 = 2 * right / (gold + found)
    assert f1 >= PINNED, f"F1 {f1:.3f} of {gold}: {misses}"
