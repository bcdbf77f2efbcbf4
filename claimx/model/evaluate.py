"""Measure a pipeline on the development sets: ``python -m claimx.model.evaluate --help``.

Trees: paragraphs (or whole documents) of gold words, sentence boundaries predicted, labels compared
without their subtypes, punctuation counted; sentence F1 over the words that begin a sentence, and
over whole sentences.  Entities: exact spans and types of the model's own labels, before they are
turned into spaCy's types.  Attribution: exact spans, gold words split further as the pipeline's
tokenizer splits them.  Figures are per cent.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer
from spacy.language import Language
from spacy.tokens import Doc

from claimx.language import load
from claimx.language.labels import bio_spans
from claimx.language.manifest import read_manifest, write_manifest
from claimx.model.augment import GUISES
from claimx.model.corpora import Labelled, Tree, read_entities, read_treebank

COARSE = {"GPE": "LOC", "EVENT": "MISC", "WORK_OF_ART": "MISC", "LAW": "MISC", "LANGUAGE": "MISC"}
DATA_TYPES = {"PERSON", "ORG", "LOC", "FAC", "NORP", "PRODUCT", "MISC", "DATE", "MONEY"}


@dataclass(slots=True)
class Count:
    """Right, found and annotated items."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, found: set[tuple[int, int]], gold: set[tuple[int, int]]) -> None:
        """Count two sets of spans."""
        self.right += len(found & gold)
        self.found += len(found)
        self.gold += len(gold)

    @property
    def f1(self) -> float:
        """Return F1 in per cent."""
        return 200 * self.right / max(1, self.found + self.gold)


def annotate(nlp: Language, words: Sequence[str]) -> Doc:
    """Return the words as a Doc that has gone through the pipeline, its tokenizer left out."""
    return nlp(Doc(nlp.vocab, words=list(words), spaces=[True] * len(words)))


def score_trees(
    nlp: Language, documents: Iterable[Sequence[Tree]], change: Callable[[str], str] = str
) -> dict[str, float]:
    """Return UAS, LAS, sentence F1 and tag accuracies, each word in the guise of ``change``."""
    words = heads = labels = upos = xpos = 0
    starts, sentences = Count(), Count()
    for trees in documents:
        doc = annotate(nlp, [change(word) for tree in trees for word in tree.words])
        bounds, base = set(), 0
        for tree in trees:
            bounds.add((base, base + len(tree.words)))
            for i, (head, dep) in enumerate(zip(tree.heads, tree.deps, strict=True)):
                token = doc[base + i]
                right = token.head.i == (base + head - 1 if head else token.i)
                heads += right
                labels += right and token.dep_.split(":")[0].lower() == dep.split(":")[0]
                upos += token.pos_ == tree.upos[i]
                xpos += token.tag_ == tree.xpos[i]
            base += len(tree.words)
        words += base
        found = {(sent.start, sent.end) for sent in doc.sents}
        sentences.add(found, bounds)
        starts.add({(start, start) for start, _ in found}, {(start, start) for start, _ in bounds})
    return {
        "UAS": 100 * heads / words,
        "LAS": 100 * labels / words,
        "sentence starts": starts.f1,
        "whole sentences": sentences.f1,
        "UPOS": 100 * upos / words,
        "XPOS": 100 * xpos / words,
    }


def score_entities(nlp: Language, articles: Iterable[Sequence[Labelled]]) -> dict[str, float]:
    """Return entity F1, of all and of each type of the data."""
    counts: dict[str, Count] = {}
    for stretch in (stretch for article in articles for stretch in article):
        gold = set(bio_spans(stretch.labels))
        doc = annotate(nlp, stretch.words)
        found = {(e.start, e.end, COARSE.get(e.label_, e.label_)) for e in doc.ents}
        for kind in sorted(DATA_TYPES):
            wanted = {(s, e) for s, e, k in gold if k == kind}
            given = {(s, e) for s, e, k in found if k == kind}
            counts.setdefault("entities", Count()).add(given, wanted)
            counts.setdefault(kind, Count()).add(given, wanted)
    return {name: count.f1 for name, count in counts.items()}


def score_attributions(nlp: Language, rows: Iterable[Labelled]) -> dict[str, float]:
    """Return exact F1 of the attribution head's own spans."""
    counts = {part: Count() for part in ("source", "cue", "content")}
    for row in rows:
        words, owner = [], []
        for i, word in enumerate(row.words):
            parts = [token.text for token in nlp.tokenizer(word)] or [word]
            words += parts
            owner += [i] * len(parts)
        doc = annotate(nlp, words)
        gold = list(bio_spans(row.labels))
        spans = doc.spans.get("claimx_attribution", ())
        for part, count in counts.items():
            found = {(owner[s.start], owner[s.end - 1] + 1) for s in spans if s.label_ == part}
            count.add(found, {(s, e) for s, e, kind in gold if kind == part})
    return {part: count.f1 for part, count in counts.items()}


def read_sentences(path: Path) -> Iterator[Labelled]:
    """Yield PolNeAR's sentences as the CofeNet paper has them: tokens and BIO labels, JSONL."""
    plain = {"``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        words = tuple(plain.get(token, token) for token in row["tokens"])
        yield Labelled(words=words, labels=tuple(row["labels"]))


def evaluate(
    trees: Annotated[list[Path] | None, typer.Option(help="CoNLL-U file or folder.")] = None,
    entities: Annotated[Path | None, typer.Option(help="The newswire's dev folder.")] = None,
    attributions: Annotated[Path | None, typer.Option(help="PolNeAR sentences, JSONL.")] = None,
    guise: Annotated[str | None, typer.Option(help=f"Trees' words as {', '.join(GUISES)}.")] = None,
    unit: Annotated[str, typer.Option(help="What trees are read by: par or doc.")] = "par",
    model: Annotated[str | None, typer.Option(help="A pipeline or an exported folder.")] = None,
    record: Annotated[Path | None, typer.Option(help="Note the figures in its manifest.")] = None,
) -> None:
    """Print one JSON line a data set."""
    units = {"par": "doc|par", "doc": "doc"}
    if unit not in units:
        raise typer.BadParameter("par or doc", param_hint="--unit")
    if guise not in (None, *GUISES):
        raise typer.BadParameter(", ".join(GUISES), param_hint="--guise")
    change = GUISES[guise] if guise else str
    nlp = load(model)
    found: dict[str, dict[str, float]] = {}
    for path in trees or ():
        found[_name(path)] = _print(
            path, score_trees(nlp, read_treebank(path, unit=units[unit]), change)
        )
    if entities:
        own = {"claimx_entities"} & set(nlp.pipe_names)
        with nlp.select_pipes(disable=sorted(own)):
            scores = score_entities(nlp, read_entities(entities))
        found[_name(entities)] = _print(entities, scores)
    if attributions:
        scores = score_attributions(nlp, read_sentences(attributions))
        found[_name(attributions)] = _print(attributions, scores)
    if record:
        flat = {f"{name} {key}": value for name, row in found.items() for key, value in row.items()}
        write_manifest(record, replace(read_manifest(record), scores=flat))


def _name(path: Path) -> str:
    return f"{path.resolve().parent.name}/{path.stem}"


def _print(path: Path, scores: dict[str, float]) -> dict[str, float]:
    rounded = {key: round(value, 2) for key, value in scores.items()}
    typer.echo(json.dumps({"data": _name(path)} | rounded))
    return rounded


if __name__ == "__main__":
    typer.run(evaluate)
