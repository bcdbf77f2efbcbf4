"""Windows, word pieces and the manifest, without the model's session."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.errors import ModelError
from claimx.language.encoder import WINDOW_PIECES, WINDOW_WORDS, Encoder, _Window
from claimx.language.manifest import Manifest, checksum, read_manifest, write_manifest
from claimx.language.pieces import MAX_PIECES, Pieces, Splitter, shape_of
from claimx.language.pipeline import model_folder


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("talks", "lower"),
        ("Ankara", "title"),
        ("NATO", "upper"),
        ("A", "initial"),
        ("McNeil", "mixed"),
        ("iPhone", "mixed"),
        ("U.S.", "upper"),
        ("1,200", "digits"),
        ("7th", "lower"),
        ("—", "punctuation"),
        ("“", "punctuation"),
    ],
)
def test_shape_of(word: str, shape: str) -> None:
    assert shape_of(word) == shape


@pytest.fixture(scope="module")
def splitter() -> Splitter:
    return Encoder(model_folder())._splitter


def test_a_word_has_one_shape_a_piece(splitter: Splitter) -> None:
    pieces = splitter.split("Khamenei")
    assert len(pieces.ids) == len(pieces.shapes) > 1
    assert pieces.shapes[0] == 2
    assert set(pieces.shapes[1:]) == {9}


@pytest.mark.parametrize("word", ["x" * 10_000, "\u200b", "\x00", "\ufffd", "😀"])
def test_every_word_has_a_few_pieces(splitter: Splitter, word: str) -> None:
    assert 1 <= len(splitter.split(word).ids) <= MAX_PIECES


class Scripted(Encoder):
    """An encoder that says where sentences start and makes every word hang on the one before."""

    def __init__(self, starts: set[int]) -> None:
        self._starts = starts
        self.labels = {
            "upos": ["NOUN"],
            "xpos": ["NN"],
            "deps": ["dep", "root"],
            "entity": ["O"],
            "attribution": ["O"],
        }
        zero = np.zeros((1, 1), dtype=np.float32)
        self._transitions = {f"{head}.moves": zero for head in ("entity", "attribution")}
        self._transitions |= {f"{head}.first": zero[0] for head in ("entity", "attribution")}
        self.read: list[tuple[int, int]] = []

    @property
    def _splitter(self) -> Splitter:  # type: ignore[override]
        class OnePiece:
            cls = sep = 0

            def split_all(self, words: list[str]) -> list[Pieces]:
                return [Pieces((1,), (1,)) for _ in words]

        return OnePiece()  # type: ignore[return-value]

    @property
    def _labeller(self) -> Any:  # type: ignore[override]
        class NoLabel:
            def run(self, names: None, feed: dict[str, np.ndarray]) -> list[np.ndarray]:
                return [np.zeros((len(feed["heads"]), 2))]

        return NoLabel()

    def scores(self, windows: list[_Window]) -> dict[str, np.ndarray]:  # type: ignore[override]
        self.read += [(w.start, w.end) for w in windows]
        size = max(w.end - w.start for w in windows)
        shape = (len(windows), size)
        starts = np.full(shape, -1.0)
        for row, window in enumerate(windows):
            for at in self._starts & set(range(window.start, window.end)):
                starts[row, at - window.start] = 1.0
        arcs = np.zeros((*shape, size + 1))
        arcs[:, np.arange(size), np.arange(size)] = 1.0
        return {
            "starts": starts,
            "upos": np.zeros((*shape, 1)),
            "xpos": np.zeros((*shape, 1)),
            "entity": np.zeros((*shape, 1)),
            "attribution": np.zeros((*shape, 1)),
            "arcs": arcs,
            "dependants": np.zeros((*shape, 1)),
            "heads": np.zeros((len(windows), size + 1, 1)),
        }


@given(
    starts=st.sets(st.integers(0, 399)),
    bounds=st.sets(st.integers(1, 399), max_size=6),
)
def test_windows_read_every_sentence_whole(starts: set[int], bounds: set[int]) -> None:
    at = [0, *sorted(bounds), 400]
    stretches = list(zip(at, at[1:], strict=False))
    analysis = Scripted(starts).analyse(["w"] * 400, stretches)
    expected = starts | {start for start, _ in stretches}
    found = {i for i, begins in enumerate(analysis.starts) if begins}
    assert expected <= found
    longest = max(
        b - a for a, b in zip(sorted(expected), [*sorted(expected)[1:], 400], strict=True)
    )
    if longest < WINDOW_WORDS:
        assert found == expected
    assert [i if i in found else i - 1 for i in range(400)] == analysis.heads


def test_a_window_is_bounded_and_work_is_linear() -> None:
    encoder = Scripted(set())
    encoder.analyse(["w"] * 5_000, [(0, 5_000)])
    assert max(end - start for start, end in encoder.read) == WINDOW_WORDS < WINDOW_PIECES
    assert sum(end - start for start, end in encoder.read) < 1.5 * 5_000


def test_manifest_names_the_damaged_file(tmp_path: Path) -> None:
    (tmp_path / "encoder.onnx").write_bytes(b"weights")
    files = {"encoder.onnx": checksum(tmp_path / "encoder.onnx")}
    manifest = Manifest(name="claimx-en", version="1", files=files, scores={"LAS": 90.0})
    write_manifest(tmp_path, manifest)
    assert read_manifest(tmp_path) == manifest
    (tmp_path / "encoder.onnx").write_bytes(b"weighty")
    with pytest.raises(ModelError, match="encoder.onnx: damaged"):
        read_manifest(tmp_path)
    (tmp_path / "encoder.onnx").unlink()
    with pytest.raises(ModelError, match="encoder.onnx: missing"):
        read_manifest(tmp_path)


def test_a_folder_without_manifest_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no readable manifest"):
        read_manifest(tmp_path)


def test_the_shipped_files_match_their_manifest() -> None:
    assert set(read_manifest(model_folder()).files) == {
        "encoder.onnx",
        "labeller.onnx",
        "labels.json",
        "tokenizer.json",
        "transitions.npz",
    }
