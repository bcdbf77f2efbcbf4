"""The embedded pipeline as spaCy components: layout, then the encoder's tags, trees and spans."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD, IS_SPACE, POS, TAG
from spacy.language import Language
from spacy.symbols import IDS
from spacy.tokens import Doc, Span

from claimx.language.decoding import Integers
from claimx.language.encoder import Analysis, Encoder
from claimx.language.labels import bio_spans
from claimx.reading.layout import lay_out

BLOCKS = "claimx_blocks"
ATTRIBUTION = "claimx_attribution"


def model_folder() -> Path:
    """Return the folder of the model files that come with claimx."""
    return Path(str(files("claimx.model").joinpath("shipped")))


@cache
def read_encoder(folder: Path) -> Encoder:
    """Return the encoder of a folder, read once a process."""
    return Encoder(folder)


def mark_blocks(doc: Doc) -> Doc:
    """Put the layout of the text into ``doc.spans["claimx_blocks"]``, labelled by kind."""
    found = (
        doc.char_span(block.start, block.end, label=block.kind, alignment_mode="expand")
        for block in lay_out(doc.text)
    )
    doc.spans[BLOCKS] = [span for span in found if span is not None]
    return doc


def block_bounds(doc: Doc) -> list[int]:
    """Return the positions where a block begins or what follows one does, in ascending order."""
    bounds = {0, len(doc)}
    for block in doc.spans.get(BLOCKS, ()):
        bounds |= {block.start, block.end}
    return sorted(bounds)


def stretches(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the stretches, in words without white space, that sentences stay in."""
    words = np.cumsum(doc.to_array([IS_SPACE]) == 0)
    at = sorted({int(words[bound - 1]) if bound else 0 for bound in block_bounds(doc)})
    yield from zip(at, at[1:], strict=False)


def annotate(doc: Doc, analysis: Analysis) -> Doc:
    """Write an analysis of the Doc's words into it; white space hangs on the word before it."""
    is_space = doc.to_array([IS_SPACE]) > 0
    at = np.flatnonzero(~is_space)
    if len(doc):
        places = np.arange(len(doc))
        before = np.maximum(np.cumsum(~is_space) - 1, 0)
        heads = at[before] if len(at) else places
        heads[~is_space] = at[analysis.heads]
        table: Any = np.empty((len(doc), 4), dtype=np.uint64)
        table[:, 0], table[:, 1] = doc.vocab.strings.add("_SP"), IDS["SPACE"]
        table[:, 3] = doc.vocab.strings.add("dep")
        # Relative heads may be negative; the array is unsigned, so in two's complement.
        table[:, 2] = (heads - places).astype(np.uint64)
        table[~is_space, 0] = _numbers(doc, analysis.xpos)
        table[~is_space, 1] = [IDS[label] for label in analysis.upos]
        table[~is_space, 3] = _numbers(doc, analysis.deps)
        doc.from_array([TAG, POS, HEAD, DEP], table)
    doc.set_ents(_spans(doc, at, analysis.entity))
    doc.spans[ATTRIBUTION] = _spans(doc, at, analysis.attribution)
    return doc


def _numbers(doc: Doc, labels: Sequence[str]) -> list[int]:
    """Return spaCy's numbers for labels."""
    known = {label: doc.vocab.strings.add(label) for label in set(labels)}
    return [known[label] for label in labels]


def _spans(doc: Doc, at: Integers, labels: Sequence[str]) -> list[Span]:
    return [Span(doc, at[s], at[e - 1] + 1, label) for s, e, label in bio_spans(labels)]


class EncoderComponent:
    """Analyses a Doc with an encoder."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder

    def __call__(self, doc: Doc) -> Doc:
        """Return ``doc`` with tags, trees, names and attributions; sentences stay in blocks."""
        words = [token.text for token in doc if not token.is_space]
        return annotate(doc, self.encoder.analyse(words, list(stretches(doc))))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 1) -> Iterator[Doc]:
        """Analyse one Doc after the other: a batch never mixes articles."""
        return map(self, stream)


class Layout:
    """Marks the blocks of a Doc, and where sentences start at them."""

    def __init__(self, *, starts: bool) -> None:
        self._starts = starts

    def __call__(self, doc: Doc) -> Doc:
        """Return ``doc`` with its blocks under ``doc.spans["claimx_blocks"]``."""
        mark_blocks(doc)
        if self._starts:
            for start in sentence_starts(doc):
                doc[start].is_sent_start = True
        return doc


def sentence_starts(doc: Doc) -> list[int]:
    """Return the positions of the words that a sentence must start at, because a block does."""
    words = [token.i for token in doc if not token.is_space]
    found = (bisect_left(words, bound) for bound in block_bounds(doc))
    return [words[n] for n in sorted(set(found)) if n < len(words)]


@Language.factory(
    "claimx_layout",
    assigns=["doc.spans", "token.is_sent_start"],
    default_config={"starts": False},
)
def make_layout(nlp: Language, name: str, starts: bool) -> Layout:
    """Return the component that marks blocks.

    ``starts`` makes the parser of another pipeline, which comes after, start sentences at them.
    """
    return Layout(starts=starts)


@Language.factory(
    "claimx_encoder",
    requires=["doc.spans"],
    assigns=["token.tag", "token.pos", "token.dep", "token.head", "doc.ents", "doc.spans"],
    default_config={"folder": None},
)
def make_encoder(nlp: Language, name: str, folder: str | None) -> EncoderComponent:
    """Return the component that reads words with the model of a folder, or the embedded one."""
    return EncoderComponent(read_encoder(Path(folder) if folder else model_folder()))
