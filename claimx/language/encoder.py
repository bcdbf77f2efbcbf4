"""The embedded model at run time: an ONNX session that scores words, window by window.

The session's int8 matrix products take their scale from the whole batch, so a batch never holds
windows of two articles: the same article always comes out the same.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from claimx.language.decoding import Floats, Integers, best_labels, best_relations, best_tree
from claimx.language.manifest import Manifest, read_manifest
from claimx.language.pieces import Splitter

WINDOW_WORDS = 100
WINDOW_PIECES = 300
BATCH_PIECES = 512
LOOK_AHEAD = 24  # words of a cut window that are read again in the next one
BIO_HEADS = ("entity", "attribution")
# Added to the score of a label at each word.  The model lets content run on and begins it too
# seldom: on either half of PolNeAR's development sentences this adds a point or more of exact F1.
OFFSETS = {"attribution": {"B-content": 0.3, "I-content": -0.1}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What the model says of a run of words, one value a word.

    ``heads`` are positions in the same run, a root's its own; ``starts`` tells where a sentence
    begins; ``entity`` and ``attribution`` are BIO labels.
    """

    starts: list[bool]
    upos: list[str]
    xpos: list[str]
    heads: list[int]
    deps: list[str]
    entity: list[str]
    attribution: list[str]


@dataclass(slots=True)
class _Window:
    start: int
    end: int
    limit: int
    ids: list[int]
    shapes: list[int]
    nodes: list[int]


@dataclass(frozen=True, slots=True)
class _Labelled:
    """What a window says of the labels of its words; ``start`` is the first word."""

    start: int
    scores: dict[str, Floats]


class Encoder:
    """The model's files in one folder: session, vocabulary, labels and small weights."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.manifest: Manifest = read_manifest(folder)
        self.labels: dict[str, list[str]] = json.loads(
            (folder / "labels.json").read_text(encoding="utf-8")
        )
        with np.load(folder / "transitions.npz", allow_pickle=False) as weights:
            self._transitions = {name: weights[name] for name in weights.files}
        for head, offsets in OFFSETS.items():
            added = np.array([offsets.get(n, 0.0) for n in self.labels[head]], dtype=np.float32)
            for part in ("moves", "first"):
                self._transitions[f"{head}.{part}"] = self._transitions[f"{head}.{part}"] + added

    @cached_property
    def _splitter(self) -> Splitter:
        return Splitter(Tokenizer.from_file(str(self.folder / "tokenizer.json")))

    @cached_property
    def _session(self) -> Any:
        return _open_session(self.folder / "encoder.onnx")

    @cached_property
    def _labeller(self) -> Any:
        return _open_session(self.folder / "labeller.onnx")

    def analyse(self, words: Sequence[str], stretches: Sequence[tuple[int, int]]) -> Analysis:
        """Read the words; no sentence crosses the bounds of a stretch (start, end).

        Each stretch is read through windows.  Of a window that ends before its stretch does, only
        the sentences that are complete count; the next window begins where the last one was cut.
        """
        pieces = self._splitter.split_all(words)
        size = len(words)
        result = Analysis(
            starts=[False] * size,
            upos=["X"] * size,
            xpos=["XX"] * size,
            heads=list(range(size)),
            deps=["root"] * size,
            entity=["O"] * size,
            attribution=["O"] * size,
        )
        pending = [(start, end) for start, end in stretches if end > start]
        read: list[_Labelled] = []
        while pending:
            windows = [self._window(pieces, start, end) for start, end in pending]
            pending = []
            for batch in _batches(windows):
                pending += self._read(batch, result, read)
            pending.sort()
        self._label(read, result)
        return result

    def _window(self, pieces: Sequence[Any], start: int, limit: int) -> _Window:
        window = _Window(start, start, limit, [self._splitter.cls], [0], [0])
        for at in range(start, min(limit, start + WINDOW_WORDS)):
            if len(window.ids) + len(pieces[at].ids) > WINDOW_PIECES and at > start:
                break
            window.nodes.append(len(window.ids))
            window.ids += pieces[at].ids
            window.shapes += pieces[at].shapes
            window.end = at + 1
        window.ids.append(self._splitter.sep)
        window.shapes.append(0)
        return window

    def scores(self, windows: Sequence[_Window]) -> dict[str, Floats]:
        """Return the session's outputs for windows as one padded batch."""
        feed = {
            "pieces": _pad([w.ids for w in windows]),
            "shapes": _pad([w.shapes for w in windows]),
            "present": _pad([[1] * len(w.ids) for w in windows]),
            "nodes": _pad([w.nodes for w in windows]),
        }
        names = [output.name for output in self._session.get_outputs()]
        return dict(zip(names, self._session.run(names, feed), strict=True))

    def _read(
        self, windows: Sequence[_Window], result: Analysis, read: list[_Labelled]
    ) -> list[tuple[int, int]]:
        """Fill in the trees of the windows, add their label scores to ``read``.

        Returns what is left of their stretches.
        """
        scores = self.scores(windows)
        left = []
        nodes = []
        for row, window in enumerate(windows):
            words = window.end - window.start
            begins = scores["starts"][row, :words] > 0
            begins[0] = True
            if window.end < window.limit:
                words = _complete(begins)
                left.append((window.start + words, window.limit))
            nodes.append(self._read_trees(row, window.start, begins[:words], scores, result))
            labelled = {head: scores[head][row, :words] for head in BIO_HEADS}
            read.append(_Labelled(window.start, labelled))
        self._read_labels(windows, nodes, scores, result)
        return left

    def _label(self, read: Sequence[_Labelled], result: Analysis) -> None:
        """Fill in the entities and attributions, for all windows of a text at once."""
        for head in BIO_HEADS:
            moves, first = self._transitions[f"{head}.moves"], self._transitions[f"{head}.first"]
            paths = best_labels([window.scores[head] for window in read], moves, first)
            names, target = self.labels[head], getattr(result, head)
            for window, path in zip(read, paths, strict=True):
                target[window.start : window.start + len(path)] = [names[i] for i in path]

    def _read_trees(
        self, row: int, base: int, begins: Any, scores: dict[str, Floats], result: Analysis
    ) -> Integers:
        """Fill in tags, sentence starts and heads; return the words' heads as nodes."""
        size = len(begins)
        for head in ("upos", "xpos"):
            names, best = self.labels[head], scores[head][row, :size].argmax(axis=1)
            getattr(result, head)[base : base + size] = [names[i] for i in best]
        nodes = np.zeros(size, dtype=np.int64)
        bounds = [*np.flatnonzero(begins).tolist(), size]
        for start, end in zip(bounds, bounds[1:], strict=False):
            columns = [0, *range(start + 1, end + 1)]
            heads = best_tree(scores["arcs"][row, start:end][:, columns])
            nodes[start:end] = np.where(heads == 0, 0, heads + start)
            result.starts[base + start] = True
        heads = np.where(nodes == 0, np.arange(size), nodes - 1) + base
        result.heads[base : base + size] = heads.tolist()
        return nodes

    def _read_labels(
        self,
        windows: Sequence[_Window],
        nodes: Sequence[Integers],
        scores: dict[str, Floats],
        result: Analysis,
    ) -> None:
        dependants = [scores["dependants"][row, : len(own)] for row, own in enumerate(nodes)]
        heads = [scores["heads"][row][own] for row, own in enumerate(nodes)]
        feed = {"dependants": np.concatenate(dependants), "heads": np.concatenate(heads)}
        (labels,) = self._labeller.run(None, feed)
        names = self.labels["deps"]
        best = best_relations(labels, nodes, names)
        at = 0
        for window, own in zip(windows, nodes, strict=True):
            row = best[at : at + len(own)]
            result.deps[window.start : window.start + len(own)] = [names[i] for i in row]
            at += len(own)


def _open_session(path: Path) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_mem_pattern = False  # it keeps one for each shape, and each article has its own
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _complete(begins: Any) -> int:
    """Return how many words of a cut window to keep: up to its last sentence start, if any."""
    found = np.flatnonzero(begins)
    return int(found[-1]) or max(1, len(begins) - LOOK_AHEAD)


def _batches(windows: Sequence[_Window]) -> list[list[_Window]]:
    """Put windows of like length together, each batch padded to a bounded number of pieces."""
    batches: list[list[_Window]] = []
    for window in sorted(windows, key=lambda w: (len(w.ids), w.start)):
        if not batches or len(window.ids) * (len(batches[-1]) + 1) > BATCH_PIECES:
            batches.append([])
        batches[-1].append(window)
    return batches


def _pad(rows: Sequence[Sequence[int]]) -> Integers:
    padded = np.zeros((len(rows), max(map(len, rows))), dtype=np.int64)
    for i, row in enumerate(rows):
        padded[i, : len(row)] = row
    return padded
