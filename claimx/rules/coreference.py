"""Bring the mentions of an article together, one entity a group.

Deterministic sieves after Lee, Chang, Peirsman, Chambers, Surdeanu and Jurafsky (2013),
"Deterministic coreference resolution based on entity-centric, precision-ranked rules": names first,
over the whole article (:mod:`claimx.rules.names`); then, in one pass through the text, appositions,
copulas and repeated descriptions (:mod:`claimx.rules.descriptions`) and pronouns
(:mod:`claimx.rules.pronouns`).  Everything known of an entity is used for each later mention.
"""

from collections import Counter
from collections.abc import Callable, Sequence

from claimx.doc import Doc
from claimx.rules.candidates import Candidate
from claimx.rules.descriptions import find_described, find_repeated, note_owner
from claimx.rules.groups import Group
from claimx.rules.names import cluster_names
from claimx.rules.pronouns import Option, choose, find_options, find_reporter

Chooser = Callable[[Candidate, Sequence[Option]], Group | None]
KEPT = 400  # mentions that are looked back over at most, whatever the sentences
MOST = 30  # entities with the same describing noun that are looked back over


def resolve(doc: Doc, candidates: Sequence[Candidate], chooser: Chooser = choose) -> list[Group]:
    """Return the entities of a Doc, in the order of their first mentions.

    Every candidate is a mention of one group, but for pronouns that ``chooser`` leaves open.
    """
    owners: dict[int, Group] = {}
    for members in cluster_names(doc, candidates):
        group = _start([candidates[i] for i in members])
        for i in members:
            owners[candidates[i].head] = group
    groups: list[Group] = []
    recent: list[tuple[Candidate, Group]] = []
    by_head: dict[str, list[Group]] = {}
    for mention in candidates:
        found = _find_group(doc, mention, owners, recent, by_head, chooser)
        if found is None:
            continue
        if not found.mentions:
            groups.append(found)
        found.add(doc, mention)
        note_owner(doc, mention, found, owners)
        owners[mention.head] = found
        recent.append((mention, found))
        if len(recent) > 2 * KEPT:
            del recent[:KEPT]
        for head in found.heads:
            ranked = by_head.setdefault(head, [])
            if found in ranked:
                ranked.remove(found)
            ranked.insert(0, found)
            del ranked[MOST:]
    return groups


def _find_group(
    doc: Doc,
    mention: Candidate,
    owners: dict[int, Group],
    recent: Sequence[tuple[Candidate, Group]],
    by_head: dict[str, list[Group]],
    chooser: Chooser,
) -> Group | None:
    if mention.kind == "name":
        return owners[mention.head]
    if mention.kind == "pronoun":
        reported = find_reporter(doc, mention, owners)
        return reported or chooser(mention, find_options(doc, mention, recent))
    described = find_described(doc, mention, owners)
    if described is not None:
        return described
    ranked = by_head.get(doc[mention.head].lemma_.lower(), ())
    repeated = find_repeated(doc, mention, ranked, owners)
    return repeated or _start([mention])


def _start(mentions: Sequence[Candidate]) -> Group:
    """Return a new group with what its first mentions, or all its names, agree on."""
    genders = Counter(mention.gender for mention in mentions if mention.gender != "any")
    beings = Counter(mention.being for mention in mentions)
    return Group(
        gender=genders.most_common(1)[0][0] if genders else "any",
        being=beings.most_common(1)[0][0],
        number=mentions[0].number,
        names=sum(mention.kind == "name" for mention in mentions),
    )
