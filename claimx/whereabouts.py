"""Which claims happen in a place that the user names."""

from claimx.errors import UsageError
from claimx.gazetteer.geometry import lies_in
from claimx.gazetteer.index import Entry, load
from claimx.gazetteer.names import normalise
from claimx.records import Claim, Document, Place, Where


def happening_in(document: Document, name: str) -> tuple[Claim, ...]:
    """Return the claims that happen in a place, in text order.

    ``name`` is a country's ISO 3166-1 code ("UA"), the name of a country, region or town, which
    also takes in the places inside it ("Ukraine", "Texas"), or the article's words ("the port").
    """
    wanted = _Wanted(name)
    return tuple(claim for claim in document.claims if any(map(wanted.meets, claim.where)))


def read_place_name(option: str, name: str | None) -> str | None:
    """Return the name that an option gives, as it stands.

    Raises:
        UsageError: the name is empty.
    """
    if name is not None and not normalise(name):
        raise UsageError(f"{option} {name!r}: give a country, its code, or a place")
    return name


class _Wanted:
    """The place asked for, as code, as name and as what the gazetteer knows of it."""

    def __init__(self, name: str) -> None:
        self._key = normalise(name)
        entries = [entry for entry in load().lookup(name) if entry.use == "name"]
        self._around = [entry for entry in entries if entry.kind != "city"]
        self._codes = {e.country for e in entries if e.kind == "country"}
        if len(name) == 2 and name.isupper():
            self._codes.add(name)
            self._around = []

    def meets(self, where: Where) -> bool:
        place = where.place
        if self._key in (normalise(where.exact), normalise(place.name) if place else None):
            return True
        if place is None:
            return False
        if place.country is not None and place.country in self._codes:
            return True
        entry = _entry(place)
        return entry is not None and any(lies_in(entry, around) for around in self._around)


def _entry(place: Place) -> Entry | None:
    """Return the gazetteer's entry of a place."""
    if place.latitude is None:
        return None
    for entry in load().lookup(place.name):
        if round(entry.latitude, 5) == place.latitude and entry.country == place.country:
            return entry
    return None
