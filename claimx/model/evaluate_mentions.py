"""Measure coreference on GUM: pronouns and definite descriptions of named entities.

    python -m claimx.model.evaluate_mentions GUM/dev.conllu            embedded pipeline, raw text
    python -m claimx.model.evaluate_mentions GUM/dev.conllu --gold     gold trees and names

Counted are third-person pronouns, and definite noun phrases ("the minister"), whose gold entity
has a proper name. A link is what a mention's group offers as its antecedent: the nearest mention
before it that is no pronoun, else the nearest after it, else the nearest pronoun. It is right when
that mention is one of the same gold entity. *linked*: right links of the mentions counted.
*right*: right links of all that are made from any such pronoun or phrase, also one whose gold
entity has no name. *given*: links into a group that has a name, and how many of them are right.
"""

import argparse
import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from claimx.language.snapshot import snapshot
from claimx.model.conllu import Text, make_doc, read_texts
from claimx.model.gum import GoldMention, gold_names, read_mentions
from claimx.records import MentionKind
from claimx.rules.candidates import DEFINITE
from claimx.rules.mentions import find_clusters

KINDS = {
    "he/she": frozenset({"he", "him", "his", "she", "her"}),
    "it": frozenset({"it", "its"}),
    "they": frozenset({"they", "them", "their"}),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A mention that was found: the gold number of its head word, its kind, and its cluster."""

    head: int
    kind: MentionKind
    cluster: int


@dataclass(frozen=True, slots=True)
class Link:
    """What became of one mention: whether its entity has a name, and whether the link is right."""

    kind: str
    text: str
    named: bool
    antecedent: int | None
    right: bool
    given: bool


def lay_out(text: Text) -> tuple[str, list[int]]:
    """Return a document as text, paragraphs set apart by blank lines, and where its words start."""
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for number, sentence in enumerate(text.sentences):
        if number and number in text.paragraphs:
            parts.append("\n\n")
            length += 2
        for word in sentence:
            piece = word.form + ("" if "SpaceAfter=No" in word.misc else " ")
            starts.append(length)
            parts.append(piece)
            length += len(piece)
    return "".join(parts), starts


def find_mentions(doc: Doc, starts: Sequence[int]) -> list[Found]:
    """Return the mentions of all clusters of a Doc by the gold words their heads fall on."""
    return [
        Found(bisect_right(starts, span.root.idx) - 1, kind, number)
        for number, cluster in enumerate(find_clusters(snapshot(doc)))
        for span, kind in cluster.mentions
    ]


def read_links(text: Text, gold: Sequence[GoldMention], found: Sequence[Found]) -> Iterator[Link]:
    """Yield what became of each pronoun and definite description of a document."""
    words = [word for sentence in text.sentences for word in sentence]
    entities: dict[int, set[str]] = defaultdict(set)
    for mention in gold:
        for head in mention.heads:
            entities[head].add(mention.entity)
    named = {mention.entity for mention in gold if mention.named}
    clusters: dict[int, list[Found]] = defaultdict(list)
    for item in found:
        clusters[item.cluster].append(item)
    cluster_of = {item.head: item.cluster for item in found}
    for mention in gold:
        head, opener = mention.heads[0], words[mention.start].form.lower()
        form = words[head].form.lower()
        kind = next((k for k, forms in KINDS.items() if form in forms), "")
        if kind and mention.end - mention.start > 1:
            continue
        if not kind and words[head].upos == "NOUN" and opener in DEFINITE:
            kind = "the …"
        if kind:
            others = [m for m in clusters.get(cluster_of.get(head, -1), ()) if m.head != head]
            best = _antecedent(head, others)
            right = best is not None and mention.entity in entities[best]
            stretch = " ".join(word.form for word in words[mention.start : mention.end])
            is_named = mention.entity in named
            given = any(m.kind == "name" for m in others)
            yield Link(kind, f"{text.id}:{head} {stretch}", is_named, best, right, given)


def _antecedent(head: int, others: Sequence[Found]) -> int | None:
    full = [m.head for m in others if m.kind != "pronoun"]
    for heads in (full, [m.head for m in others]):
        before = [other for other in heads if other < head]
        if before or heads:
            return max(before) if before else min(heads)
    return None


def main(arguments: list[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m claimx.model.evaluate_mentions")
    parser.add_argument("treebank", type=Path, help="a CoNLL-U file of GUM, or a folder of them")
    parser.add_argument("--gold", action="store_true", help="gold trees, lemmas and names")
    parser.add_argument("--model", help="another spaCy pipeline than the embedded one")
    parser.add_argument("--wrong", action="store_true", help="list what is wrong or missing")
    options = parser.parse_args(arguments)
    nlp = spacy.blank("en") if options.gold else _load(options.model)
    total: Counter[tuple[str, str]] = Counter()
    for text in read_texts(options.treebank):
        gold = read_mentions(text)
        if options.gold:
            doc = make_doc(nlp.vocab, text)
            doc.set_ents(gold_names(doc, gold))
            starts = [token.idx for token in doc]
        else:
            raw, starts = lay_out(text)
            doc = nlp(raw)
        words = [word.form for sentence in text.sentences for word in sentence]
        for link in read_links(text, gold, find_mentions(doc, starts)):
            total[link.kind, "named"] += link.named
            total[link.kind, "made"] += link.antecedent is not None
            total[link.kind, "right"] += link.right
            total[link.kind, "named right"] += link.named and link.right
            total[link.kind, "given"] += link.given
            total[link.kind, "given right"] += link.given and link.right
            if options.wrong and not link.right and (link.named or link.antecedent is not None):
                to = "-" if link.antecedent is None else words[link.antecedent]
                sys.stdout.write(f"{link.text} → {to}\n")
    sys.stdout.write("kind      named  linked   links   right   given   right\n")
    for kind in (*KINDS, "the …"):
        row = {name: total[kind, name] for name in ("named", "made", "right", "named right")}
        linked = row["named right"] / max(row["named"], 1)
        right = row["right"] / max(row["made"], 1)
        given_right = total[kind, "given right"] / max(total[kind, "given"], 1)
        sys.stdout.write(
            f"{kind:8}{row['named']:7}{linked:8.1%}{row['made']:8}{right:8.1%}"
            f"{total[kind, 'given']:8}{given_right:8.1%}\n"
        )


def _load(model: str | None) -> Language:
    from claimx.language import load

    return load(model)


if __name__ == "__main__":
    main()
