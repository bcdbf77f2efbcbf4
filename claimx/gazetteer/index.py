"""The gazetteer's file: sorted names, fixed-size places, mapped into memory, searched by bisection.

``b"CLAIMXG1"``, the length of a JSON header as eight bytes, the header, and the sections it lists
(name, offset, length in bytes), each aligned to eight bytes, all numbers little-endian:

``names`` ``name_ends``    the places' normalised names, sorted, joined; where each one ends
``first``                  index of the first place of each name; those of one name are neighbours
``places``                 GeoNames id (0: none), degrees times 100,000, number of the region in the
                           header's ``regions``, eight times log2 of the population, kind with flags
``spelt`` ``spellings`` ``spelling_ends``  places not spelt as their name with capitals, and how
``aliases`` ``alias_ends`` ``alias_places`` ``alias_uses``  further names, one row a place
"""

import json
import mmap
import struct
import sys
from bisect import bisect_left, bisect_right
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Literal, NamedTuple

from claimx.errors import SetupError
from claimx.gazetteer.names import normalise, title

MAGIC = b"CLAIMXG1"
FILE, SUM = "places.bin", "places.sha256"  # the latter as sha256sum writes it
KINDS = (
    "city",
    "country",
    "region",
    "district",
    "continent",
    "area",
    "island",
    "water",
    "mountains",
    "landmark",
)
CAPITAL, METONYM = 0x40, 0x80

Use = Literal["name", "alternate", "abbreviation", "adjective", "people"]
USES: tuple[Use, ...] = ("name", "alternate", "abbreviation", "adjective", "people")


PLACE = struct.Struct("<IiiHBB")
_STEP = 128  # strings from one mark of a sorted list to the next


class Entry(NamedTuple):
    """One place that a name can mean, and how the name is used for it.  A tuple, for speed."""

    number: int
    name: str
    kind: str
    country: str | None
    region: int
    geonameid: int | None
    latitude: float
    longitude: float
    population: float
    is_capital: bool
    is_metonym: bool
    use: Use


class Gazetteer:
    """Places by name.  Reads nothing but its one file; safe to share between threads.

    ``lookup(name)`` gives every place of a name, its own names first, then further ones, and
    remembers the names of an article, which the rules ask for again and again.
    """

    def __init__(self, data: "mmap.mmap | bytes") -> None:
        if data[: len(MAGIC)] != MAGIC or sys.byteorder != "little":
            raise SetupError(
                f"gazetteer/{FILE}: not a gazetteer for this machine; install claimx again"
            )
        size = int.from_bytes(data[8:16], "little")
        header: dict[str, Any] = json.loads(data[16 : 16 + size].decode())
        self.credit: str = header["credit"]
        self.regions: list[tuple[str, str]] = [(code, name) for code, name in header["regions"]]
        view = memoryview(data)
        start = 16 + size
        start += -start % 8

        def section(name: str) -> memoryview:
            offset, length = header["sections"][name]
            return view[start + offset : start + offset + length]

        self._names = _Names(section("names"), section("name_ends").cast("I"))
        self._aliases = _Names(section("aliases"), section("alias_ends").cast("I"))
        self._spellings = _Names(section("spellings"), section("spelling_ends").cast("I"))
        self._first, self._spelt = section("first").cast("I"), section("spelt").cast("I")
        self._places, self._alias_uses = section("places"), section("alias_uses")
        self._alias_places = section("alias_places").cast("I")
        self.lookup = lru_cache(maxsize=8192)(self._lookup)

    def __len__(self) -> int:
        return len(self._places) // PLACE.size

    def _lookup(self, name: str) -> tuple[Entry, ...]:
        """Return every place of this name, own names first, then further ones; () for none."""
        key = normalise(name).encode()
        found: list[Entry] = []
        if not key:
            return ()
        row = self._names.find(key)
        if row is not None:
            text = title(key.decode())
            found = [
                self._entry(n, "name", text) for n in range(self._first[row], self._first[row + 1])
            ]
        row = self._aliases.find(key)
        while row is not None and row < len(self._aliases) and self._aliases[row] == key:
            found.append(self._entry(self._alias_places[row], USES[self._alias_uses[row]]))
            row += 1
        return tuple(found)

    def entry(self, number: int) -> Entry:
        """Return the place of a number, by its own name."""
        return self._entry(number, "name")

    def __contains__(self, name: object) -> bool:
        key = normalise(name).encode() if isinstance(name, str) else b""
        return bool(key) and any(
            names.find(key) is not None for names in (self._names, self._aliases)
        )

    def _entry(self, n: int, use: Use, text: str | None = None) -> Entry:
        geonameid, latitude, longitude, region, size, flags = PLACE.unpack_from(
            self._places, n * PLACE.size
        )
        at = bisect_left(self._spelt, n)
        if at < len(self._spelt) and self._spelt[at] == n:
            text = self._spellings[at].decode()
        elif text is None:
            text = title(self._names[bisect_right(self._first, n) - 1].decode())
        return Entry(
            n,
            text,
            KINDS[flags & 0x3F],
            self.regions[region][0] or None,
            region,
            geonameid or None,
            latitude / 1e5,
            longitude / 1e5,
            2.0 ** (size / 8),
            bool(flags & CAPITAL),
            bool(flags & METONYM),
            use,
        )


class _Names:
    """Sorted byte strings laid end to end, as a sequence."""

    def __init__(self, text: memoryview, ends: memoryview) -> None:
        self._text, self._ends = text, ends

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, n: int) -> bytes:
        return bytes(self._text[self._ends[n - 1] if n else 0 : self._ends[n]])

    @cached_property
    def _marks(self) -> list[bytes]:
        """Every so-manieth string: a list is searched faster than the file."""
        return [self[n] for n in range(0, len(self), _STEP)]

    def find(self, key: bytes) -> int | None:
        """Return the position of the first string that is ``key``, or None."""
        mark = bisect_left(self._marks, key)
        row = bisect_left(self, key, max(0, (mark - 1) * _STEP), min(len(self), mark * _STEP + 1))
        return row if row < len(self) and self[row] == key else None


@cache
def load() -> Gazetteer:
    """Return the gazetteer that comes with claimx, checked and mapped once.

    Raises:
        SetupError: the file is missing, is damaged, or is no gazetteer.
    """
    with as_file(files("claimx").joinpath("gazetteer")) as folder:
        return open_checked(folder)


def open_checked(folder: Path) -> Gazetteer:
    """Return the gazetteer of a folder, whose SHA-256 must be that in the file beside it.

    Raises:
        SetupError: it is not, or a file is missing.
    """
    try:
        data = _map(folder / FILE)
        expected = (folder / SUM).read_text("utf-8").split()[0]
    except (OSError, ValueError, IndexError) as error:  # mmap finds an empty file of no value
        raise SetupError(f"{folder / FILE}: missing or empty; install claimx again") from error
    if sha256(data).hexdigest() != expected:
        raise SetupError(f"{folder / FILE}: damaged (wrong SHA-256); install claimx again")
    return Gazetteer(data)


def open_file(path: Path) -> Gazetteer:
    """Return the gazetteer in the file ``path``, mapped into memory."""
    return Gazetteer(_map(path))


def _map(path: Path) -> mmap.mmap:
    with path.open("rb") as stream:
        return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
