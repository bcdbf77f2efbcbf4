"""Read GUM's entities and coreference from the MISC column of its CoNLL-U files.

``Entity=(12-person-giv:act-…-1,3-coref-Ada_Lovelace`` opens mention 12, ``12)`` closes it; the
field after "centering" names the words of the mention that hold its head (Zeldes 2017).
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from claimx.model.conllu import Text, Word

LABELS = {
    "person": "PERSON",
    "organization": "ORG",
    "place": "GPE",
    "event": "EVENT",
    "object": "PRODUCT",
}
PIECE = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMention:
    """One mention: words ``start`` to ``end``, half-open, and its entity.

    ``heads`` are the head of the phrase and the words that GUM gives as its core; ``named`` is
    true when the head is a proper noun.
    """

    start: int
    end: int
    heads: tuple[int, ...]
    entity: str
    kind: str
    named: bool


def read_mentions(text: Text) -> list[GoldMention]:
    """Return the mentions of a document in text order, longer first, split ones left out."""
    words = [word for sentence in text.sentences for word in sentence]
    tops: list[int] = []
    for sentence in text.sentences:
        first = len(tops)
        tops += [first + word.head - 1 if word.head else -1 for word in sentence]
    opened: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    found: list[GoldMention] = []
    for at, word in enumerate(words):
        match = re.search(r"(?:^|\|)Entity=([^|]*)", word.misc)
        for piece in PIECE.finditer(match.group(1)) if match else ():
            opening, closes_at_once, closing = piece.groups()
            if opening:
                fields = opening.split("-")
                opened[fields[0]].append((at, fields[1], _head_words(fields)))
            name = opening.split("-")[0] if opening and closes_at_once else closing
            if name and opened[name]:
                start, kind, heads = opened[name].pop()
                if "[" not in name:
                    found.append(_mention(words, tops, start, at + 1, name, kind, heads))
    return sorted(found, key=lambda mention: (mention.start, -mention.end))


def _head_words(fields: list[str]) -> str:
    """Return the minimal span, "1" or "2,3": the field after the centering one ("cf1*")."""
    for field, after in zip(fields, fields[1:], strict=False):
        if re.fullmatch(r"cf\d+\*?", field) or re.fullmatch(r"cb\d*\*?", field):
            return after
    return "1"


def _mention(
    words: list[Word], tops: list[int], start: int, end: int, entity: str, kind: str, heads: str
) -> GoldMention:
    numbers = [int(number) for number in heads.split(",") if number.isdigit()]
    root = next((i for i in range(start, end) if not start <= tops[i] < end), start)
    spans = {start + number - 1 for number in numbers if start + number <= end}
    return GoldMention(
        start=start,
        end=end,
        heads=(root, *sorted(spans - {root})),
        entity=entity,
        kind=kind,
        named=words[root].upos == "PROPN",
    )


def gold_names(doc: Doc, mentions: Iterable[GoldMention]) -> list[Span]:
    """Return the named mentions as a perfect recogniser of names would find them."""
    found = []
    for mention in mentions:
        if mention.named and mention.kind in LABELS:
            start, end = min(mention.heads), max(mention.heads) + 1
            while start > mention.start and doc[start - 1].pos_ == "PROPN":
                start -= 1
            while end < mention.end and _goes_on(doc, end, mention.end):
                end += 1
            found.append(Span(doc, start, end, label=LABELS[mention.kind]))
    return filter_spans(found)


def _goes_on(doc: Doc, at: int, end: int) -> bool:
    if doc[at].pos_ == "PROPN":
        return True
    return doc[at].lower_ in ("of", "and", "for") and at + 1 < end and doc[at + 1].pos_ == "PROPN"
