"""Tell which names are names of the same thing: "Vladimir Putin" and "Putin", "WHO" and its words.

The exact, acronym and head-word sieves of Lee et al. (2013) for proper names. Longer names are read
first, so that a short one finds its full form wherever in the article that stands.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from claimx.doc import Doc
from claimx.lexicon import Evidenced, read_lexicon
from claimx.rules.candidates import Candidate
from claimx.rules.persons import Gender, given_names, nouns

IGNORED = frozenset({"the", "'s", "’s", "'", "’", ".", ",", '"', "“", "”", "-", "–"})
SKIPPED_INITIALS = frozenset({"of", "the", "and", "for", "&", "in", "on", "to", "de", "du", "la"})
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "junior", "senior"})
COMPANY_ENDS = frozenset(
    "inc ltd llc plc corp corporation company co group limited ag sa nv gmbh holdings bank party "
    "airlines motors university club".split()
)
PLACES = frozenset({"GPE", "LOC"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias(Evidenced):
    """A row of ``lexicons/name_aliases.toml``: names that mean the same."""

    names: tuple[str, ...]


def read_aliases() -> tuple[Alias, ...]:
    """Return the rows of the lexicon."""
    return read_lexicon("name_aliases", "alias", Alias)


@cache
def aliases() -> dict[str, str]:
    """Return the first name of its row for each alias, as :func:`key_of` writes it."""
    return {
        key_of(name.split()): key_of(row.names[0].split())
        for row in read_aliases()
        for name in row.names
    }


@dataclass(slots=True)
class _Named:
    """One entity while names are sorted: its words and the names that it got so far."""

    words: tuple[str, ...]
    gender: Gender
    members: list[int] = field(default_factory=list)


def words_of(doc: Doc, name: Candidate) -> tuple[str, ...]:
    """Return the words of a name in lower case, without articles, titles, points and suffixes."""
    words = [
        token.text.lower().replace(".", "").replace("’", "'")
        for token in doc[name.start : name.end]
        if not token.is_space and token.text.lower() not in IGNORED
    ]
    if name.label == "PERSON":
        words = [word for word in words if word not in SUFFIXES]
        while len(words) > 1 and words[0] in nouns("title"):
            words.pop(0)
    return tuple(word for word in words if word)


def key_of(words: Iterable[str]) -> str:
    """Return the words as one string that spelling variants share."""
    return " ".join(word.lower().replace(".", "") for word in words if word.lower() not in IGNORED)


def cluster_names(doc: Doc, candidates: Sequence[Candidate]) -> list[list[int]]:
    """Return groups of indexes into ``candidates``, each the names of one entity, in text order."""
    words = {i: words_of(doc, name) for i, name in enumerate(candidates) if name.kind == "name"}
    labels = _vote_labels({i: (words[i], candidates[i].label) for i in words})
    people = [i for i in words if labels[i] == "PERSON" and words[i]]
    persons = _cluster_people(people, words, candidates)
    others = [i for i in words if i not in set(people)]
    groups = [entity.members for entity in persons]
    groups += _cluster_others(others, words, labels)
    return sorted((sorted(group) for group in groups if group), key=lambda group: group[0])


def _vote_labels(names: dict[int, tuple[tuple[str, ...], str]]) -> dict[int, str]:
    """Return one label a name; names with the same words are all PERSON or none of them."""
    votes: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for words, label in names.values():
        votes[words][label] += 1
    surnames = {
        words[-1] for words, label in names.values() if label == "PERSON" and len(words) > 1
    }
    decided: dict[int, str] = {}
    for i, (words, label) in names.items():
        top, count = votes[words].most_common(1)[0]
        unsure = label in ("ORG", "MISC", "PRODUCT", "FAC")
        if len(words) == 1 and words[0] in surnames and unsure:
            decided[i] = "PERSON"  # "Norton" taken for a firm beside "Joshua Norton"
        elif "PERSON" in (top, label) and (
            not surnames.intersection(words[-1:]) or 3 * count >= 2 * votes[words].total()
        ):
            decided[i] = top
        else:
            decided[i] = label
    return decided


def _cluster_people(
    names: Sequence[int], words: dict[int, tuple[str, ...]], candidates: Sequence[Candidate]
) -> list[_Named]:
    entities: list[_Named] = []
    by_word: dict[str, list[_Named]] = defaultdict(list)
    for i in sorted(names, key=lambda i: (-len(words[i]), i)):
        gender = candidates[i].gender
        fitting = [
            entity
            for entity in {id(e): e for word in words[i] for e in by_word[word]}.values()
            if is_short_for(words[i], entity.words) and _agree(gender, entity.gender)
        ]
        exact = [entity for entity in fitting if entity.words == words[i] and len(words[i]) > 1]
        chosen = _nearest(exact or fitting, i)
        if chosen is None:
            chosen = _Named(words[i], gender)
            entities.append(chosen)
            for word in words[i]:
                by_word[word].append(chosen)
        chosen.members.append(i)
        if chosen.gender == "any":
            chosen.gender = gender
    return entities


def is_short_for(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether a person's name can be a shorter form of another, or the same.

    "Putin", "V. Putin" and "Vladimir V. Putin" go with "Vladimir Putin"; "Maria Putin" does not.
    A given name alone ("Vladimir") does, when it is known as one.
    """
    if tuple(short) == tuple(long):
        return True
    if len(short) == 1:
        return short[0] == long[-1] or (
            short[0] == long[0] and (short[0] in given_names() or len(long) == 2)
        )
    if short[-1] != long[-1]:
        return len(short) < len(long) and tuple(long[-len(short) :]) == tuple(short)
    first, other = short[0], long[0]
    same_first = first == other or (1 in (len(first), len(other)) and first[0] == other[0])
    return same_first or tuple(long[-len(short) :]) == tuple(short)


def _agree(one: Gender, other: Gender) -> bool:
    return "any" in (one, other) or one == other


def _nearest(entities: Sequence[_Named], i: int) -> _Named | None:
    """Return the entity named last before name ``i``, else the one named first after it."""
    if len(entities) == 1:
        return entities[0]
    before = [(max(m for m in e.members if m < i), e) for e in entities if min(e.members) < i]
    if before:
        return max(before, key=lambda pair: pair[0])[1]
    after = [(min(e.members), e) for e in entities]
    return min(after, key=lambda pair: pair[0])[1] if after else None


def _cluster_others(
    names: Sequence[int], words: dict[int, tuple[str, ...]], labels: dict[int, str]
) -> list[list[int]]:
    groups: dict[str, list[int]] = {}
    for i in names:
        key = key_of(words[i]) or str(i)
        groups.setdefault(aliases().get(key, key), []).append(i)
    long_forms = sorted((key for key in groups if " " in key), key=lambda key: groups[key][0])
    by_initials: dict[str, list[str]] = defaultdict(list)
    by_start: dict[str, list[str]] = defaultdict(list)
    for key in long_forms:
        parts = key.split()
        by_initials["".join(p[0] for p in parts if p not in SKIPPED_INITIALS)].append(key)
        by_initials["".join(p[0] for p in parts)].append(key)
        if parts[-1] in COMPANY_ENDS:
            by_start[" ".join(parts[:-1])].append(key)
    for key in sorted(groups, key=lambda key: groups[key][0]):
        label = labels[groups[key][0]]
        if label in PLACES and key not in by_initials:
            continue
        fuller = {*by_initials.get(key, ()), *by_start.get(key, ())} - {key}
        fuller = {long for long in fuller if long in groups}
        if len(fuller) == 1:
            groups[fuller.pop()] += groups.pop(key)
    return list(groups.values())
