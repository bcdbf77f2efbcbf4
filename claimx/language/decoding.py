"""From scores to structures that are whole: trees with one root, valid BIO sequences."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]


def best_tree(scores: Floats) -> Integers:
    """Return each word's head in the best tree with one root; 0 is the root, words count from 1.

    ``scores[i, j]`` is that of word i + 1 under node j; shape (words, words + 1).  The maximum
    spanning tree of Chu and Liu (1965) and Edmonds (1967), tried greedily first.
    """
    words = len(scores)
    table = np.full((words + 1, words + 1), -np.inf)
    table[1:] = scores
    np.fill_diagonal(table, -np.inf)
    heads: Integers = table.argmax(axis=1)
    heads[0] = 0
    if len(_find_cycle(heads)):
        heads = _spanning_tree(table)
    roots = (np.flatnonzero(heads[1:] == 0) + 1).tolist()
    if len(roots) > 1:
        heads = max((_rooted_at(table, root) for root in roots), key=lambda h: _total(table, h))
    found: Integers = heads[1:]
    return found


def _total(table: Floats, heads: Integers) -> float:
    return float(table[np.arange(1, len(heads)), heads[1:]].sum())


def _rooted_at(table: Floats, root: int) -> Integers:
    only = table.copy()
    only[1:, 0] = -np.inf
    only[root] = -np.inf
    only[root, 0] = 0.0
    return _spanning_tree(only)


def _find_cycle(heads: Integers) -> Integers:
    """Return the words of one cycle, or nothing."""
    state = np.zeros(len(heads), dtype=np.int8)
    state[0] = 2
    for begin in range(1, len(heads)):
        path = []
        at = begin
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if state[at] == 1:
            return np.array(path[path.index(at) :])
        state[path] = 2
    return np.array([], dtype=np.int64)


def _spanning_tree(table: Floats) -> Integers:
    """Return the heads of the maximum spanning tree over a table of dependants by heads."""
    heads: Integers = table.argmax(axis=1)
    heads[0] = 0
    cycle = _find_cycle(heads)
    if not len(cycle):
        return heads
    inside = np.zeros(len(table), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    weight = table[cycle, heads[cycle]]
    # The cycle becomes one node, the last of a smaller table.
    entering = table[np.ix_(cycle, outside)] - weight[:, None]
    leaving = table[np.ix_(outside, cycle)]
    smaller = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    smaller[:-1, :-1] = table[np.ix_(outside, outside)]
    smaller[-1, :-1] = entering.max(axis=0)
    smaller[:-1, -1] = leaving.max(axis=1)
    smaller[0] = -np.inf
    solved = _spanning_tree(smaller)
    result = heads.copy()
    for i in range(1, len(outside)):
        head = solved[i]
        result[outside[i]] = cycle[leaving[i].argmax()] if head == len(outside) else outside[head]
    above = solved[-1]
    broken = cycle[entering[:, above].argmax()]
    result[broken] = outside[above]
    return result


def best_labels(
    emissions: Floats, lengths: Integers, moves: Floats, first: Floats
) -> list[Integers]:
    """Return the best label sequence of each window (Viterbi 1967).

    ``emissions``: (windows, words, labels), padded; ``moves[a, b]``: the score of b after a.
    """
    windows, words, labels = emissions.shape
    back = np.zeros((words, windows, labels), dtype=np.int64)
    best = first + emissions[:, 0]
    for t in range(1, words):
        paths = best[:, :, None] + moves
        back[t] = paths.argmax(axis=1)
        reached = paths.max(axis=1) + emissions[:, t]
        best = np.where((t < lengths)[:, None], reached, best)
    found = []
    for window, length in enumerate(lengths):
        at = int(best[window].argmax())
        path = [at]
        for t in range(length - 1, 0, -1):
            at = int(back[t, window, at])
            path.append(at)
        found.append(np.array(path[::-1]))
    return found
