"""Read the training corpora into sentences of labelled words.

* UD treebanks (CoNLL-U): tags, trees and sentence starts.
* English Worldwide Newswire (Shan et al. 2023): BIO entities, a word and a label a line.
* PolNeAR (Newell et al. 2018): articles with brat stand-off spans of source, cue and content.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language

from claimx.language.labels import OUTSIDE

ENTITY_NAMES = {
    "Person": "PERSON",
    "Organization": "ORG",
    "Location": "LOC",
    "Facility": "FAC",
    "NORP": "NORP",
    "Product": "PRODUCT",
    "Misc": "MISC",
    "Date": "DATE",
    "Money": "MONEY",
}
MAX_LONE = 64  # a paragraph of PolNeAR longer than this many words is cut at its sentence ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """One sentence of a treebank; ``heads`` count from 1, 0 is the root; ``deps`` keep subtypes."""

    words: tuple[str, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A stretch of words with one BIO label a word."""

    words: tuple[str, ...]
    labels: tuple[str, ...]


def read_treebank(path: Path, *, unit: str = "doc|par") -> Iterator[list[Tree]]:
    """Yield lists of trees: the paragraphs of a CoNLL-U file, or of every file of a folder.

    ``unit="doc"`` keeps the paragraphs of a document together.
    """
    for file in sorted(path.glob("*.conllu")) if path.is_dir() else [path]:
        paragraph: list[Tree] = []
        for block in re.split(r"\n\s*\n", file.read_text(encoding="utf-8")):
            lines = block.splitlines()
            if any(re.match(rf"# new({unit})\b", line) for line in lines) and paragraph:
                yield paragraph
                paragraph = []
            rows = [line.split("\t") for line in lines if re.match(r"\d+\t", line)]
            if rows:
                paragraph.append(_tree(rows))
        if paragraph:
            yield paragraph


def _tree(rows: Sequence[Sequence[str]]) -> Tree:
    return Tree(
        words=tuple(row[1] for row in rows),
        upos=tuple(row[3] for row in rows),
        xpos=tuple(row[4] for row in rows),
        heads=tuple(int(row[6]) for row in rows),
        deps=tuple(row[7] for row in rows),
    )


def read_entities(folder: Path) -> Iterator[list[Labelled]]:
    """Yield the paragraphs of each article of the newswire corpus, words as spaCy splits them."""
    nlp = spacy.blank("en")
    for file in sorted(folder.glob("*.tsv")):
        paragraphs = []
        for block in re.split(r"\n\s*\n", file.read_text(encoding="utf-8")):
            words: list[str] = []
            labels: list[str] = []
            for line in block.splitlines():
                word, tab, label = line.partition("\t")
                label = label.split("\t")[0].strip()
                if not tab or not label or not word.strip():
                    continue
                mark, _, name = label.partition("-")
                for i, part in enumerate(_split(nlp, word.strip())):
                    words.append(part)
                    inner = mark if i == 0 else "I"
                    labels.append(f"{inner}-{ENTITY_NAMES[name]}" if name else OUTSIDE)
            if words:
                paragraphs.append(Labelled(words=tuple(words), labels=mend(labels)))
        if paragraphs:
            yield paragraphs


def _split(nlp: Language, word: str) -> list[str]:
    return [token.text for token in nlp.tokenizer(word) if not token.is_space] or [word]


def mend(labels: Sequence[str]) -> tuple[str, ...]:
    """Turn an I- that continues nothing into a B-."""
    mended: list[str] = []
    for label in labels:
        before = mended[-1] if mended else OUTSIDE
        if label.startswith("I-") and before[2:] != label[2:]:
            label = "B-" + label[2:]
        mended.append(label)
    return tuple(mended)


def read_attributions(folder: Path) -> Iterator[list[Labelled]]:
    """Yield the stretches of each PolNeAR article: paragraphs, long ones cut at sentence ends.

    Where spans overlap (a saying inside what somebody else says), the later, inner one is kept.
    """
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    annotations: dict[str, Path] = {}
    for file in sorted((folder / "attributions").glob("*.ann"), reverse=True):
        annotations[file.stem] = file
    for file in sorted((folder / "text").glob("*.txt")):
        found = [path for name, path in annotations.items() if name.startswith(file.stem)]
        if found:
            text = file.read_bytes().decode("utf-8")
            spans = list(_brat_spans(min(found)))
            yield list(_stretches(nlp, text, spans))


def _brat_spans(path: Path) -> Iterator[tuple[int, int, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        match = re.match(r"T\d+\t(Source|Cue|Content) ([\d ;]+)\t", line)
        if match:
            for piece in match.group(2).split(";"):
                start, end = piece.split()
                yield int(start), int(end), match.group(1).lower()


def _stretches(
    nlp: Language, text: str, spans: Sequence[tuple[int, int, str]]
) -> Iterator[Labelled]:
    doc = nlp(text)
    labels = [OUTSIDE] * len(doc)
    for start, end, kind in sorted(spans, key=lambda s: (s[0], -s[1])):
        inside = [t.i for t in doc.char_span(start, end, alignment_mode="expand") or ()]
        for at in inside:
            labels[at] = ("B-" if at == inside[0] else "I-") + kind
    words: list[str] = []
    kept: list[str] = []
    for sent in doc.sents:
        for token in sent:
            if token.is_space and "\n" in token.text and words:
                yield Labelled(words=tuple(words), labels=mend(kept))
                words, kept = [], []
            if not token.is_space:
                words.append(token.text)
                kept.append(labels[token.i])
        if len(words) >= MAX_LONE:
            yield Labelled(words=tuple(words), labels=mend(kept))
            words, kept = [], []
    if words:
        yield Labelled(words=tuple(words), labels=mend(kept))
