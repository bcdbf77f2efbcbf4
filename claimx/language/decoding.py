"""From scores to structures that are whole: trees with one root, valid BIO sequences."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

# Relations that UD always draws from an earlier word to a later one.
HEAD_FIRST = frozenset({"appos", "conj", "fixed", "flat", "goeswith", "list"})

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
    if _find_cycle(heads):
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


def _find_cycle(heads: Integers) -> list[int]:
    """Return the words of one cycle, or nothing."""
    above: list[int] = heads.tolist()
    passed = [0] * len(above)  # by which word's way to the root, 0 for none
    for begin in range(1, len(above)):
        path = []
        at = begin
        while at and not passed[at]:
            passed[at] = begin
            path.append(at)
            at = above[at]
        if at and passed[at] == begin:
            return path[path.index(at) :]
    return []


def _spanning_tree(table: Floats) -> Integers:
    """Return the heads of the maximum spanning tree over a table of dependants by heads."""
    heads: Integers = table.argmax(axis=1)
    heads[0] = 0
    found = _find_cycle(heads)
    if not found:
        return heads
    cycle = np.array(found)
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


def best_relations(scores: Floats, heads: Sequence[Integers], names: Sequence[str]) -> Integers:
    """Return the best relation of each word to its head, out of those that the arc allows.

    ``scores``: (words of all windows, relations); ``heads``: of each window its words' heads as in
    :func:`best_tree`.  A root is known by its arc, and some relations never look back.
    """
    root = names.index("root")
    arcs = np.concatenate(heads)
    backward = arcs > np.concatenate([np.arange(1, len(own) + 1) for own in heads])
    first = np.array([name.split(":")[0] in HEAD_FIRST for name in names])
    allowed = scores.copy()
    allowed[:, root] = -np.inf
    allowed[backward[:, None] & first] = -np.inf
    found: Integers = np.where(arcs == 0, root, allowed.argmax(axis=1))
    return found


def best_labels(emissions: Sequence[Floats], moves: Floats, first: Floats) -> list[list[int]]:
    """Return the best label sequence of each window (Viterbi 1967).

    ``emissions``: (words, labels) for each window; ``moves[a, b]``: the score of b after a.
    """
    # The longest first, so that those with a word left are always the first ones.
    order = sorted(range(len(emissions)), key=lambda window: -len(emissions[window]))
    lengths = [len(emissions[window]) for window in order]
    best = np.zeros((max(lengths, default=0), len(order), len(first)), dtype=first.dtype)
    for column, window in enumerate(order):
        best[: lengths[column], column] = emissions[window]
    best[:1] += first
    back = np.zeros(best.shape, dtype=np.intp)
    left = len(order)
    for t in range(1, len(best)):
        while lengths[left - 1] <= t:
            left -= 1
        paths = best[t - 1, :left, :, None] + moves
        paths.argmax(axis=1, out=back[t, :left])
        best[t, :left] += paths.max(axis=1)
    found: list[list[int]] = [[] for _ in order]
    for column, window in enumerate(order):
        at = int(best[lengths[column] - 1, column].argmax())
        path = [at]
        for t in range(lengths[column] - 1, 0, -1):
            at = int(back[t, column, at])
            path.append(at)
        found[window] = path[::-1]
    return found
