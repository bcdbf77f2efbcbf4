"""Names of the people and things in a claim: spans joined to the entities of the article."""

from collections.abc import Sequence

from claimx.doc import Span, Token
from claimx.records import Entity, Mention, Party, Place
from claimx.rules.mentions import Cluster
from claimx.rules.metonyms import is_metonym

_NAME_PARTS = ("flat", "nmod:desc", "appos", "compound")


class Names:
    """The entities of one article, looked up by the tokens of their mentions."""

    def __init__(self, clusters: Sequence[Cluster], places: Sequence[tuple[Span, Place | None]]):
        self.entities: tuple[Entity, ...] = tuple(
            _entity(n, cluster, places) for n, cluster in enumerate(clusters, 1) if cluster.name
        )
        named = [cluster for cluster in clusters if cluster.name]
        self._by_root: dict[int, tuple[str, str]] = {}
        self._by_token: dict[int, tuple[str, str, Span]] = {}
        self.pronouns: dict[int, str] = {}
        for entity, cluster in zip(self.entities, named, strict=True):
            for span, kind in cluster.mentions:
                self._by_root.setdefault(span.root.i, (entity.name, entity.id))
                for token in span:
                    self._by_token.setdefault(token.i, (entity.name, entity.id, span))
                if kind == "pronoun":
                    self.pronouns[span.start] = entity.name

    def find(self, head: Token, span: Span) -> tuple[str | None, str | None]:
        """Return the fullest name and the id of the entity that ``span`` with ``head`` means."""
        if any(c.dep_ == "conj" and span.start <= c.i < span.end for c in head.children):
            return None, None  # "Oslo and Rome" are not Oslo
        found = self._by_root.get(head.i)
        if found:
            return found
        inside = self._by_token.get(head.i)
        if inside and span.start <= inside[2].start and inside[2].end <= span.end:
            return inside[0], inside[1]
        for child in head.children:
            # "President Ada Lovelace" is headed by the title in some parses
            part = child.dep_.startswith(_NAME_PARTS) and child.i in self._by_root
            if part and span.start <= child.i < span.end and child.dep_ != "compound":
                return self._by_root[child.i]
        return None, None

    def party(self, head: Token | None, span: Span | None) -> Party | None:
        """Return ``span`` as a record with its entity, None for None."""
        if span is None:
            return None
        name, entity = self.find(head if head is not None else span.root, span)
        return Party(
            exact=span.text, start=span.start_char, end=span.end_char, name=name, entity=entity
        )


def _entity(n: int, cluster: Cluster, places: Sequence[tuple[Span, Place | None]]) -> Entity:
    mentions = tuple(
        Mention(
            exact=span.text,
            start=span.start_char,
            end=span.end_char,
            kind=kind,
            metonym=kind == "name" and is_metonym(span),
        )
        for span, kind in cluster.mentions
    )
    spots = {(m.start, m.end) for m in mentions if m.kind == "name"}
    place = next((p for span, p in places if p and (span.start_char, span.end_char) in spots), None)
    return Entity(
        id=f"e{n}", name=cluster.name or "", label=cluster.label, mentions=mentions, place=place
    )
