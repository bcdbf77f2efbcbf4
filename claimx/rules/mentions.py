"""Who is who in an article: its entities with their names, descriptions and pronouns.

The method is that of Lee et al. (2013), see :mod:`claimx.rules.coreference`.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimx.doc import Doc, Span
from claimx.records import MentionKind
from claimx.rules.attributed import Attributed
from claimx.rules.candidates import find_candidates, read_positions
from claimx.rules.coreference import resolve
from claimx.rules.groups import Group

FIRST = frozenset({"i", "me", "my", "mine", "myself"})


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


def name_speakers(
    doc: Doc, clusters: Sequence[Cluster], attributions: Sequence[Attributed]
) -> list[Cluster]:
    """Return the clusters with "I" and "my" in a quotation added to the cluster of its speaker.

    The speaker sieve of Lee et al. (2013). "We" stays open: it is seldom the speaker alone.
    """
    quoted = read_positions(doc).quotations
    owner = {span.root.i: n for n, c in enumerate(clusters) for span, _ in c.mentions}
    spoken: dict[int, int] = {}
    for said in sorted(attributions, key=lambda said: sum(map(len, said.content))):
        speaker = said.speaker or said.source
        number = owner.get(speaker.root.i) if speaker is not None else None
        if speaker is None or number is None or clusters[number].label not in ("PERSON", "MISC"):
            continue
        for token in (token for span in said.content for token in span):
            is_inside = quoted[token.i] >= 0 and quoted[token.i] != quoted[speaker.root.i]
            if is_inside and token.lower_ in FIRST and token.pos_ == "PRON":
                spoken.setdefault(token.i, number)
    added: dict[int, list[tuple[Span, MentionKind]]] = {}
    for at, number in spoken.items():
        added.setdefault(number, []).append((doc.span(at, at + 1), "pronoun"))
    return [
        replace(cluster, mentions=_in_order((*cluster.mentions, *added[n])))
        if n in added
        else cluster
        for n, cluster in enumerate(clusters)
    ]


def _in_order(
    mentions: Sequence[tuple[Span, MentionKind]],
) -> tuple[tuple[Span, MentionKind], ...]:
    return tuple(sorted(mentions, key=lambda pair: (pair[0].start, pair[0].end)))


def _cluster(doc: Doc, group: Group) -> Cluster:
    mentions = tuple((doc.span(m.start, m.end), m.kind) for m in group.mentions)
    names = [span for span, kind in mentions if kind == "name"]
    labels = Counter(m.label for m in group.mentions if m.kind == "name")
    fallback = "PERSON" if group.being == "person" else "MISC"
    label = labels.most_common(1)[0][0] if labels else fallback
    return Cluster(
        name=fullest_name(names) if names else None,
        label=label,
        mentions=_in_order(mentions),
    )


def fullest_name(names: Sequence[Span]) -> str:
    """Return the name with the most words, of these the most frequent, of these the first."""
    texts = [" ".join(name.text.split()) for name in names]
    counts = Counter(texts)
    return max(texts, key=lambda text: (len(text.split()), counts[text]))
