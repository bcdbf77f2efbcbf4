"""Who is quoted in a set of articles: how often, directly or not, and with what.

A saying counts once, however many claims it holds: claims that share a cue share the saying.  A
speaker is an entity of an article; articles are joined by the speaker's full name.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from unicodedata import normalize

from claimx.records import Citation, Claim, Document, Party, QuoteKind

_WORD = re.compile(r"\w+")
_TITLES = frozenset("the a an mr mrs ms dr sir of".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One thing said: its words, the cue, and where it stands."""

    text: str
    cue: str
    quote: QuoteKind
    path: str | None
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """One speaker; ``label`` is the entity type, None for a speaker whom no entity names."""

    name: str
    label: str | None
    sayings: tuple[Saying, ...]

    def count(self, *kinds: QuoteKind) -> int:
        """Return how many sayings are quoted in one of the ways ``kinds``."""
        return sum(saying.quote in kinds for saying in self.sayings)

    def cues(self) -> list[tuple[str, int]]:
        """Return the cues with their counts, the commonest first."""
        counts = Counter(saying.cue for saying in self.sayings)
        return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


@dataclass(slots=True)
class _Draft:
    name: str
    label: str | None
    sayings: list[Saying] = field(default_factory=list)


def find_speakers(documents: Iterable[Document]) -> list[Speaker]:
    """Return everybody whom ``documents`` cite, the most quoted first, then by name."""
    drafts: dict[str, _Draft] = {}
    for document in documents:
        labels = {entity.id: entity.label for entity in document.entities}
        for claims in _sayings(document.claims):
            source = claims[0].source
            if source is None:
                continue
            name = source.name or source.exact
            label = labels.get(source.entity) if source.entity else None
            draft = drafts.setdefault(name.casefold(), _Draft(name, label))
            draft.label = draft.label or label
            draft.sayings.append(_saying(document, claims))
    speakers = [
        Speaker(name=draft.name, label=draft.label, sayings=tuple(draft.sayings))
        for draft in drafts.values()
    ]
    return sorted(speakers, key=lambda one: (-len(one.sayings), one.name.casefold()))


def cited_from(document: Document, name: str) -> list[Claim]:
    """Return the claims for which ``name`` is cited, by any mention of its entity."""
    known = entities_called(document, name)
    return [claim for claim in document.claims if _is_called(claim.source, name, known)]


def told_by(document: Document, name: str) -> list[Claim]:
    """Return the claims for which ``name`` is cited and those that tell what ``name`` did."""
    known = entities_called(document, name)
    return [
        claim
        for claim in document.claims
        if _is_called(claim.source, name, known) or _is_called(claim.who, name, known)
    ]


def entities_called(document: Document, name: str) -> frozenset[str]:
    """Return the ids of the entities of which some name or description holds the words of ``name``.

    "Araghchi" finds "Abbas Araghchi" with all his mentions, "the foreign minister" whoever is
    called so; a pronoun finds nobody.
    """
    return frozenset(
        entity.id
        for entity in document.entities
        if _holds(entity.name, name)
        or any(_holds(one.exact, name) for one in entity.mentions if one.kind != "pronoun")
    )


def _is_called(party: Party | None, name: str, known: Collection[str]) -> bool:
    if party is None:
        return False
    if party.entity is not None:
        return party.entity in known
    return _holds(party.name or party.exact, name)


def _holds(text: str, name: str) -> bool:
    wanted = set(_words(name))
    return bool(wanted) and wanted <= set(_words(text))


def _words(text: str) -> list[str]:
    words = _WORD.findall(normalize("NFC", text).casefold())  # an accent may stand apart
    return [word for word in words if word not in _TITLES] or words


def _sayings(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Return the claims that somebody is cited for, those of one cue together, in text order."""
    groups: dict[tuple[int, int], list[Claim]] = {}
    for claim in claims:
        if claim.source is not None:
            place = claim.cue.start if claim.cue is not None else claim.citation.start
            groups.setdefault((place, claim.source.start), []).append(claim)
    return list(groups.values())


def _saying(document: Document, claims: Sequence[Claim]) -> Saying:
    kinds = {claim.quote for claim in claims if claim.quote is not None}
    return Saying(
        text=" … ".join(claim.text for claim in claims),
        cue=claims[0].cue.lemma if claims[0].cue is not None else "",
        quote=kinds.pop() if len(kinds) == 1 else "mixed",
        path=document.document.path,
        citation=claims[0].citation,
    )
