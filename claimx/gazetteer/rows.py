"""The rows of our own place lists, ``lexicons/{countries,cities,lands,landmarks}.toml``."""

from dataclasses import dataclass

from pydantic import ConfigDict

from claimx.lexicon import read_lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country or territory; its name, GeoNames id and capital come from GeoNames."""

    __pydantic_config__ = ConfigDict(extra="forbid")
    code: str
    latitude: float
    longitude: float
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """Former and English names of a city that GeoNames holds under ``name``."""

    __pydantic_config__ = ConfigDict(extra="forbid")
    name: str
    country: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """A region, area, island, water or mountain; ``geonames``: its name in GeoNames."""

    __pydantic_config__ = ConfigDict(extra="forbid")
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
class Landmark:
    """A building, square or site; a ``metonym`` also stands for the body that sits there."""

    __pydantic_config__ = ConfigDict(extra="forbid")
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
