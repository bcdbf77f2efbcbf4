"""Read CoNLL-U files whole: every word with its lemma, tags, tree and MISC column."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One syntactic word; ``head`` counts from 1 within the sentence, 0 is the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    dep: str
    misc: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One document of a treebank; ``paragraphs`` are the sentence numbers that open one."""

    id: str
    sentences: tuple[tuple[Word, ...], ...]
    paragraphs: frozenset[int]


def read_texts(path: Path) -> Iterator[Text]:
    """Yield the documents of a CoNLL-U file, or of every ``*.conllu`` of a folder in name order."""
    for file in sorted(path.glob("*.conllu")) if path.is_dir() else [path]:
        name, sentences, paragraphs = file.stem, list[tuple[Word, ...]](), set[int]()
        for block in re.split(r"\n\s*\n", file.read_text(encoding="utf-8")):
            opening = re.search(r"^# newdoc id = (.+)$", block, re.MULTILINE)
            if opening and sentences:
                yield Text(id=name, sentences=tuple(sentences), paragraphs=frozenset(paragraphs))
                sentences, paragraphs = [], set()
            if opening:
                name = opening.group(1).strip()
            if re.search(r"^# new(doc|par)\b", block, re.MULTILINE):
                paragraphs.add(len(sentences))
            words = tuple(_read_words(block))
            if words:
                sentences.append(words)
        if sentences:
            yield Text(id=name, sentences=tuple(sentences), paragraphs=frozenset(paragraphs))


def _read_words(block: str) -> Iterator[Word]:
    """Yield the words of a sentence; a multiword token ("Iran's") keeps its parts together."""
    glued_until = 0
    for line in block.splitlines():
        fields = line.split("\t")
        if len(fields) != 10:
            continue
        span = re.fullmatch(r"(\d+)-(\d+)", fields[0])
        if span and "SpaceAfter=No" not in fields[9]:
            glued_until = int(span.group(2))
        elif span:
            glued_until = int(span.group(2)) + 1
        elif fields[0].isdigit():
            misc = fields[9]
            if int(fields[0]) < glued_until and "SpaceAfter=No" not in misc:
                misc = "SpaceAfter=No" if misc == "_" else f"{misc}|SpaceAfter=No"
            yield Word(
                form=fields[1],
                lemma=fields[2],
                upos=fields[3],
                xpos=fields[4],
                head=int(fields[6]),
                dep=fields[7],
                misc=misc,
            )


def make_doc(vocab: Vocab, text: Text) -> Doc:
    """Return the text as a Doc with the treebank's own tags, lemmas, trees and sentences."""
    words = [word for sentence in text.sentences for word in sentence]
    heads: list[int] = []
    for sentence in text.sentences:
        first = len(heads)
        heads += [first + (word.head - 1 if word.head else i) for i, word in enumerate(sentence)]
    starts: list[bool | int | None] = [
        i == 0 for sentence in text.sentences for i in range(len(sentence))
    ]
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=["SpaceAfter=No" not in word.misc for word in words],
        tags=[word.xpos for word in words],
        pos=[word.upos for word in words],
        lemmas=[word.lemma for word in words],
        heads=heads,
        deps=[word.dep for word in words],
        sent_starts=starts,
    )
