"""The rows of our own place lists, ``lexicons/{countries,cities,lands,landmarks}.toml``."""

from dataclasses import dataclass

from claimx.lexicon import Row, read_lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Country(Row):
    """A country or territory; its name, GeoNames id and capital come from GeoNames."""

    code: str
    latitude: float
    longitude: float
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class City(Row):
    """Former and English names of a city that GeoNames holds under ``name``."""

    name: str
    country: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Land(Row):
    """A region, area, island, water or mountain; ``geonames``: its name in GeoNames."""

    name: str
    kind: str
    latitude: float
    longitude: float
    country: str | None = None
    geonameid: int | None = None
    geonames: str | None = None
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Landmark(Row):
    """A building, square or site; a ``metonym`` also stands for the body that sits there."""

    name: str
    country: str
    latitude: float
    longitude: float
    aliases: tuple[str, ...] = ()
    metonym: bool = False


def read_countries() -> tuple[Country, ...]:
    """Return the countries, in the order of the list."""
    return read_lexicon("countries", "country", Country)


def read_cities() -> tuple[City, ...]:
    """Return the cities with further names."""
    return read_lexicon("cities", "city", City)


def read_lands() -> tuple[Land, ...]:
    """Return the regions, areas, waters and mountains."""
    return read_lexicon("lands", "land", Land)


def read_landmarks() -> tuple[Landmark, ...]:
    """Return the landmarks of the news."""
    return read_lexicon("landmarks", "landmark", Landmark)
