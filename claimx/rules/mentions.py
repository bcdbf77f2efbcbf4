"""Who is who in an article: its entities with their names, descriptions and pronouns.

The method is that of Lee et al. (2013), see :mod:`claimx.rules.coreference`.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from claimx.records import MentionKind
from claimx.rules.candidates import find_candidates
from claimx.rules.coreference import resolve
from claimx.rules.groups import Group


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """One entity: its fullest proper name (None when it has none), its type, its mentions."""

    name: str | None
    label: str
    mentions: tuple[tuple[Span, MentionKind], ...]


def find_clusters(doc: Doc) -> list[Cluster]:
    """Return the entities of a Doc in the order of their first mentions.

    Every name is in one; a description or a pronoun is where the article ties it to something.
    Entities without a name are given when they have two mentions or more.
    """
    candidates = find_candidates(doc)
    return [
        _cluster(doc, group)
        for group in resolve(doc, candidates)
        if group.names or len(group.mentions) > 1
    ]


def _cluster(doc: Doc, group: Group) -> Cluster:
    mentions = tuple((doc[m.start : m.end], m.kind) for m in group.mentions)
    names = [span for span, kind in mentions if kind == "name"]
    labels = Counter(m.label for m in group.mentions if m.kind == "name")
    fallback = "PERSON" if group.being == "person" else "MISC"
    label = labels.most_common(1)[0][0] if labels else fallback
    return Cluster(
        name=fullest_name(names) if names else None,
        label=label,
        mentions=tuple(sorted(mentions, key=lambda pair: (pair[0].start, pair[0].end))),
    )


def fullest_name(names: Sequence[Span]) -> str:
    """Return the name with the most words, of these the most frequent, of these the first."""
    texts = [" ".join(name.text.split()) for name in names]
    counts = Counter(texts)
    return max(texts, key=lambda text: (len(text.split()), counts[text]))
