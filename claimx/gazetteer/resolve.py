"""Which of the places of one name an article means: what it says, what is near by, what is bigger.

Relaxation labelling: every name starts from what speaks for each of its places alone (size, kind,
the region named behind it), then takes in, over a few rounds, how well each place goes with the
likely places of the other names.  A newspaper's home region shows itself that way: three towns of
one county outweigh a famous namesake.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimx.gazetteer.geometry import EARTH_KM, distance, lies_in
from claimx.gazetteer.index import Entry
from claimx.gazetteer.names import normalise

ROUNDS = 4
MOST_CANDIDATES = 40
# The weights were fitted by random search on local US news and on world news together.
# What a candidate's kind is worth against log10 of its population: "country first".
KIND_WEIGHT = {
    "country": 3.0,
    "continent": 3.0,
    "region": 0.5,
    "area": 2.7,
    "water": 1.0,
    "island": 1.0,
}
KIND_WEIGHT |= {"mountains": 1.0, "landmark": 3.0, "district": 0.0, "city": 0.0}
CAPITAL_WEIGHT = 1.22
ALTERNATE_WEIGHT = -1.6
SIZE_WEIGHT = 0.5
# What one other name adds at most, by how the two places lie to each other.
NEAR, NEAR_KM = 4.5, 150.0
SAME_REGION, SAME_COUNTRY = 2.5, 0.9
NAMED_REGION, NAMED_COUNTRY, SAME_PLACE = 2.1, 2.0, 4.5
CAPITAL_OF = 0.9
FAR_KM = 1500.0
NEIGHBOURS = 0.8
# Two places whose scores differ less than this cannot be told apart.
MARGIN = 0.05
# A smaller town is meant only if the article names something else of its country.
SMALL_TOWN = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A name in an article, the places it can mean, the toponym said to contain it, by position."""

    name: str
    candidates: tuple[Entry, ...]
    within: int | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """The place of a toponym; without one, still the country if all likely places lie in one."""

    entry: Entry | None = None
    country: str | None = None


def resolve(toponyms: Sequence[Toponym]) -> list[Meaning]:
    """Return the meaning of each toponym, empty where it has none or the article does not tell.

    A name means one place in an article, unless it is said to lie in different ones.
    """
    groups = _group(toponyms)
    candidates = [_narrow(toponyms, members) for members in groups]
    owner = np.array([n for n, entries in enumerate(candidates) for _ in entries], dtype=np.intp)
    flat = [entry for entries in candidates for entry in entries]
    found = [Meaning()] * len(toponyms)
    if not flat:
        return found
    alone = np.array([_prior(entry) for entry in flat])
    ties = _ties(flat)
    ties[owner[:, None] == owner[None, :]] = 0.0
    shares = _shares(alone, owner, len(groups))
    scores = alone
    for _ in range(ROUNDS):
        scores = alone + _support(ties, shares, owner, len(groups))
        shares = _shares(scores, owner, len(groups))
    meanings = [
        _best([(float(scores[i]), flat[i]) for i in np.flatnonzero(owner == n)])
        for n in range(len(groups))
    ]
    for n, members in enumerate(groups):
        if not _is_doubtful(n, meanings, len(candidates[n])) or any(
            toponyms[m].within is not None for m in members
        ):
            for member in members:
                found[member] = meanings[n]
    return found


def _is_doubtful(n: int, meanings: Sequence[Meaning], candidates: int) -> bool:
    """Tell whether a name means a small town in a country that nothing else speaks of.

    It is more likely a place that the gazetteer lacks, or no place at all.
    """
    entry = meanings[n].entry
    if entry is None or entry.kind not in ("city", "district") or entry.population >= SMALL_TOWN:
        return False
    others = [meaning.country for i, meaning in enumerate(meanings) if i != n and meaning.country]
    return entry.country not in others if others else candidates > 1


def _group(toponyms: Sequence[Toponym]) -> list[list[int]]:
    """Return the positions of the toponyms that share a meaning.

    A bare name joins the first of its name that has a container ("Lexington, Ky. … Lexington").
    """
    containers = {toponym.within for toponym in toponyms}
    groups: dict[tuple[str, str, bool], list[int]] = {}
    for n, toponym in enumerate(toponyms):
        container = "" if toponym.within is None else normalise(toponyms[toponym.within].name)
        key = (normalise(toponym.name), container, n in containers)
        groups.setdefault(key, []).append(n)
    for (name, container, contains), members in list(groups.items()):
        if not container and not contains:
            fuller = next((key for key in groups if key[0] == name and key[1]), None)
            if fuller:
                groups[fuller] += members
                del groups[name, container, contains]
    return list(groups.values())


def _narrow(toponyms: Sequence[Toponym], members: Sequence[int]) -> list[Entry]:
    """Return the candidates of a group, only those inside the container named with it."""
    entries = list(toponyms[members[0]].candidates)
    within = next((toponyms[n].within for n in members if toponyms[n].within is not None), None)
    if within is not None:
        containers = toponyms[within].candidates
        inside = [e for e in entries if any(lies_in(e, container) for container in containers)]
        entries = inside or entries
    parts = [toponym for toponym in toponyms if toponym.within == members[0]]
    if parts:
        around = [e for e in entries if any(lies_in(p, e) for t in parts for p in t.candidates)]
        entries = around or entries
    entries = [entry for entry in entries if not _is_seat_region(entry, entries)]
    entries.sort(key=lambda entry: -_prior(entry))
    return entries[:MOST_CANDIDATES]


def _is_seat_region(region: Entry, entries: Sequence[Entry]) -> bool:
    """Tell whether a region only bears the name of a town in it: "Homs" alone is the town."""
    return region.kind == "region" and any(
        e.kind == "city" and e.region == region.region and e.population > SMALL_TOWN
        for e in entries
    )


def _prior(entry: Entry) -> float:
    """Return what speaks for a place without any context."""
    size = (
        3.0 if entry.kind in ("country", "continent", "area") else math.log10(entry.population + 1)
    )
    score = SIZE_WEIGHT * size + KIND_WEIGHT[entry.kind]
    if entry.is_capital:
        score += CAPITAL_WEIGHT
    if entry.use == "alternate":
        score += ALTERNATE_WEIGHT
    return score


def _ties(flat: Sequence[Entry]) -> NDArray[np.float64]:
    """Return how much place j, if it is meant, speaks for place i."""
    latitude = np.radians([entry.latitude for entry in flat])
    longitude = np.radians([entry.longitude for entry in flat])
    turn = longitude[:, None] - longitude[None, :]
    part = np.sin((latitude[:, None] - latitude[None, :]) / 2) ** 2
    part += np.cos(latitude)[:, None] * np.cos(latitude)[None, :] * np.sin(turn / 2) ** 2
    km = 2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(part, 0.0, 1.0)))
    codes = _numbers([entry.country or f"?{n}" for n, entry in enumerate(flat)])
    regions = np.array([entry.region for entry in flat])
    kinds = np.array([entry.kind for entry in flat])
    same_country = codes[:, None] == codes[None, :]
    same_region = same_country & (regions[:, None] == regions[None, :])
    local = np.isin(kinds, ("city", "district", "landmark"))
    named_country, named_region = (kinds == "country")[None, :], (kinds == "region")[None, :]
    ties = np.where(local[:, None] & local[None, :], NEAR * np.exp(-km / NEAR_KM), 0.0)
    ties += np.where(
        same_region & ~named_country, np.where(named_region, NAMED_REGION, SAME_REGION), 0.0
    )
    # The bigger a town, the more its country speaks for it: "Odessa" and "Ukraine".
    weight = np.array([min(entry.population, 2e6) for entry in flat])
    size = np.where(kinds == "city", np.log10(weight + 1) / np.log10(2e6), 1.0)[:, None] ** 4
    ties += np.where(same_country, size * np.where(named_country, NAMED_COUNTRY, SAME_COUNTRY), 0.0)
    capital = np.array([entry.is_capital for entry in flat])[:, None]
    ties += np.where(same_country & named_country & capital, CAPITAL_OF, 0.0)
    ties += np.where(~same_country, NEIGHBOURS * np.exp(-km / FAR_KM), 0.0)
    numbers = np.array([entry.number for entry in flat])
    ties += np.where(numbers[:, None] == numbers[None, :], SAME_PLACE, 0.0)
    return ties


def _numbers(values: Sequence[str]) -> NDArray[np.intp]:
    known: dict[str, int] = {}
    return np.array([known.setdefault(value, len(known)) for value in values], dtype=np.intp)


def _shares(
    scores: NDArray[np.float64], owner: NDArray[np.intp], groups: int
) -> NDArray[np.float64]:
    """Return the share of belief each candidate has within its name."""
    best = np.full(groups, -np.inf)
    np.maximum.at(best, owner, scores)
    weights = np.exp(scores - best[owner])
    total = np.zeros(groups)
    np.add.at(total, owner, weights)
    shares: NDArray[np.float64] = weights / total[owner]
    return shares


def _support(
    ties: NDArray[np.float64], shares: NDArray[np.float64], owner: NDArray[np.intp], groups: int
) -> NDArray[np.float64]:
    """Return what the other names say for each candidate, shared by the root of their number."""
    total = ties @ shares
    others = max(groups - 1, 1)
    scaled: NDArray[np.float64] = total / math.sqrt(others)
    return scaled


def _best(scored: Sequence[tuple[float, Entry]]) -> Meaning:
    """Return the best candidate, or only its country when another one far from it is as good."""
    if not scored:
        return Meaning()
    ranked = sorted(scored, key=lambda pair: (-pair[0], pair[1].number))
    score, best = ranked[0]
    rivals = [entry for other, entry in ranked[1:] if score - other < MARGIN]
    if not any(distance(best, rival) > 50.0 for rival in rivals):
        return Meaning(best, best.country)
    countries = {entry.country for entry in [best, *rivals]}
    return Meaning(None, best.country if len(countries) == 1 else None)
