"""Windows of labelled words, and batches of windows as tensors; each batch serves one task."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor

from claimx.language.pieces import Splitter
from claimx.model.augment import vary
from claimx.model.corpora import Labelled, Tree, mend

IGNORED = -100
MAX_WORDS = 110
POOL = 60  # batches that are sorted by length together


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Label to number, for every head."""

    upos: dict[str, int]
    xpos: dict[str, int]
    deps: dict[str, int]
    entity: dict[str, int]
    attribution: dict[str, int]


@dataclass(slots=True, kw_only=True)
class Window:
    """What the network reads at once: words and the label numbers of one task."""

    words: list[str]
    labels: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    upos: list[int] = field(default_factory=list)
    xpos: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[int] = field(default_factory=list)


def tree_windows(
    paragraphs: Sequence[Sequence[Tree]],
    vocabulary: Vocabulary,
    sizes: Sequence[int],
    chance: random.Random,
) -> Iterator[Window]:
    """Yield windows of one to several sentences of a paragraph, or of paragraphs that follow."""
    sentences: list[Tree] = []
    limit = chance.choice(sizes)
    for paragraph in paragraphs:
        for tree in paragraph:
            if sentences and sum(len(t.words) for t in sentences) + len(tree.words) > limit:
                yield _tree_window(sentences, vocabulary)
                sentences, limit = [], chance.choice(sizes)
            sentences.append(tree)
        if sentences and chance.random() < 0.5:
            yield _tree_window(sentences, vocabulary)
            sentences, limit = [], chance.choice(sizes)
    if sentences:
        yield _tree_window(sentences, vocabulary)


def _tree_window(sentences: Sequence[Tree], vocabulary: Vocabulary) -> Window:
    window = Window(words=[])
    for number, tree in enumerate(sentences):
        base = len(window.words)
        if base + len(tree.words) > 2 * MAX_WORDS:
            break
        window.words += tree.words
        window.sentences += [number] * len(tree.words)
        window.upos += [vocabulary.upos.get(tag, IGNORED) for tag in tree.upos]
        window.xpos += [vocabulary.xpos.get(tag, IGNORED) for tag in tree.xpos]
        window.heads += [base + head if head else 0 for head in tree.heads]
        window.deps += [vocabulary.deps.get(dep, IGNORED) for dep in tree.deps]
    return window


def label_windows(
    articles: Sequence[Sequence[Labelled]],
    numbers: dict[str, int],
    sizes: Sequence[int],
    chance: random.Random,
) -> Iterator[Window]:
    """Yield windows of one or more stretches of an article, long stretches cut."""
    for article in articles:
        window, limit = Window(words=[]), chance.choice(sizes)
        for stretch in article:
            for at in range(0, len(stretch.words), MAX_WORDS):
                words = stretch.words[at : at + MAX_WORDS]
                labels = mend(stretch.labels[at : at + MAX_WORDS])
                if window.words and len(window.words) + len(words) > limit:
                    yield window
                    window, limit = Window(words=[]), chance.choice(sizes)
                window.words += words
                window.labels += [numbers[label] for label in labels]
        if window.words:
            yield window


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Tensors of several windows, padded: (B, T) pieces, (B, N) nodes, (B, W) labels."""

    pieces: Tensor
    shapes: Tensor
    present: Tensor
    nodes: Tensor
    words: Tensor
    labels: dict[str, Tensor]


def make_batches(
    windows: Sequence[Window],
    splitter: Splitter,
    size: int,
    chance: random.Random,
    *,
    guises: float,
) -> Iterator[Batch]:
    """Yield batches of at most ``size`` padded pieces, windows of like length together."""
    order = list(windows)
    chance.shuffle(order)
    pool: list[tuple[int, Window, list[str]]] = []
    filled = 0
    for window in order:
        words = vary(window.words, chance, guises)
        length = 2 + sum(len(splitter.split(word).ids) for word in words)
        if length > 500:
            continue
        pool.append((length, window, words))
        filled += length
        if filled > size * POOL:
            yield from _cut(pool, splitter, size, chance)
            pool, filled = [], 0
    yield from _cut(pool, splitter, size, chance)


def _cut(
    pool: list[tuple[int, Window, list[str]]], splitter: Splitter, size: int, chance: random.Random
) -> Iterator[Batch]:
    pool.sort(key=lambda row: row[0])
    groups: list[list[tuple[int, Window, list[str]]]] = []
    for row in pool:
        if not groups or row[0] * (len(groups[-1]) + 1) > size:
            groups.append([])
        groups[-1].append(row)
    chance.shuffle(groups)
    for group in groups:
        yield collate([w for _, w, _ in group], [words for _, _, words in group], splitter)


def collate(windows: Sequence[Window], texts: Sequence[Sequence[str]], splitter: Splitter) -> Batch:
    """Return the windows as one batch; ``texts`` are their words as the network shall read them."""
    ids, shapes, nodes = [], [], []
    for words in texts:
        row, forms, starts = [splitter.cls], [0], [0]
        for piece in splitter.split_all(words):
            starts.append(len(row))
            row += piece.ids
            forms += piece.shapes
        ids.append([*row, splitter.sep])
        shapes.append([*forms, 0])
        nodes.append(starts)
    names = ("labels", "sentences", "upos", "xpos", "heads", "deps")
    return Batch(
        pieces=_pad(ids),
        shapes=_pad(shapes),
        present=_pad([[1] * len(row) for row in ids]),
        nodes=_pad(nodes),
        words=_pad([[1] * len(words) for words in texts]),
        labels={
            name: _pad([getattr(w, name) for w in windows], 0 if name == "labels" else IGNORED)
            for name in names
            if getattr(windows[0], name)
        },
    )


def _pad(rows: Sequence[Sequence[int]], value: int = 0) -> Tensor:
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[value] * (longest - len(row))] for row in rows])
