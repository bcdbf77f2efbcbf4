"""Trees and label sequences against an exhaustive search."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from claimx.language.decoding import best_labels, best_relations, best_tree
from claimx.language.labels import OUTSIDE, bio_labels, bio_spans, may_follow

SCORES = st.integers(2, 5).flatmap(
    lambda n: arrays(np.float64, (n, n + 1), elements=st.integers(-50, 50).map(float))
)


def is_single_rooted_tree(heads: tuple[int, ...]) -> bool:
    if heads.count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        seen = set()
        while word and word not in seen:
            seen.add(word)
            word = heads[word - 1]
        if word:
            return False
    return True


@given(SCORES)
def test_best_tree_is_the_best_of_all_trees(scores: np.ndarray) -> None:
    words = range(len(scores))

    def total(heads: tuple[int, ...]) -> float:
        return float(sum(scores[i, heads[i]] for i in words))

    trees = filter(is_single_rooted_tree, product(range(len(scores) + 1), repeat=len(scores)))
    found = tuple(int(head) for head in best_tree(scores))
    assert is_single_rooted_tree(found)
    assert total(found) == max(map(total, trees))


def test_best_tree_of_one_word_is_its_root() -> None:
    assert best_tree(np.array([[-3.0, 9.0]])).tolist() == [0]


@pytest.mark.parametrize("seed", range(5))
def test_best_labels_are_the_best_of_all_valid_sequences(seed: int) -> None:
    labels = bio_labels(("source", "cue"))
    random = np.random.default_rng(seed)
    emissions = [random.normal(size=(length, len(labels))) for length in (3, 4, 1)]
    moves = random.normal(size=(len(labels), len(labels)))
    first = random.normal(size=len(labels))
    for a, b in product(range(len(labels)), repeat=2):
        moves[a, b] += 0 if may_follow(labels[a], labels[b]) else -1e4
        first[b] += 0 if may_follow(None, labels[b]) else -1e4

    def total(window: int, path: tuple[int, ...]) -> float:
        score = first[path[0]] + sum(emissions[window][t, label] for t, label in enumerate(path))
        return float(score + sum(moves[a, b] for a, b in zip(path, path[1:], strict=False)))

    for window, path in enumerate(best_labels(emissions, moves, first)):
        every = product(range(len(labels)), repeat=len(emissions[window]))
        assert tuple(path) == max(every, key=lambda p: total(window, p))


def test_no_windows_have_no_labels() -> None:
    assert best_labels([], np.zeros((3, 3)), np.zeros(3)) == []


@pytest.mark.parametrize(
    ("labels", "spans"),
    [
        ([], []),
        (["O", "O"], []),
        (["B-cue"], [(0, 1, "cue")]),
        (["B-cue", "B-cue"], [(0, 1, "cue"), (1, 2, "cue")]),
        (["B-source", "I-source", "O", "B-cue"], [(0, 2, "source"), (3, 4, "cue")]),
        (["O", "I-cue", "I-cue"], [(1, 3, "cue")]),
        (["B-source", "I-cue"], [(0, 1, "source"), (1, 2, "cue")]),
    ],
)
def test_bio_spans(labels: list[str], spans: list[tuple[int, int, str]]) -> None:
    assert list(bio_spans(labels)) == spans


def test_bio_labels_start_with_outside() -> None:
    assert bio_labels(("cue",)) == (OUTSIDE, "B-cue", "I-cue")


def test_relations_fit_their_arcs() -> None:
    names = ["root", "nsubj", "appos", "flat:foreign"]
    scores = np.array([[9, 1, 8, 7], [9, 1, 8, 7], [1, 2, 8, 7], [9, 0, 1, 2]], dtype=np.float32)
    windows = [np.array([2, 0, 1]), np.array([0])]  # two windows, each counting from 1
    found = best_relations(scores, windows, names)
    assert [names[i] for i in found] == ["nsubj", "root", "appos", "root"]
