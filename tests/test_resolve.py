"""Which place a name means: the names of an article, as they stand in it, and the answer."""

import pytest

from claimx.gazetteer.geometry import distance, lies_in
from claimx.gazetteer.index import load
from claimx.gazetteer.resolve import Toponym, resolve


def meanings(*names: str) -> dict[str, str | None]:
    """Return what the names of one article mean, as "name country" or the country alone."""
    toponyms = []
    for name in names:
        uses = ("name", "alternate", "adjective", "people")
        candidates = tuple(e for e in load().lookup(name) if e.use in uses)
        toponyms.append(Toponym(name=name, candidates=candidates))
    found = {}
    for name, meaning in zip(names, resolve(toponyms), strict=True):
        entry = meaning.entry
        region = load().regions[entry.region][1] if entry and entry.country == "US" else ""
        found[name] = f"{entry.country} {region}".strip() if entry else meaning.country
    return found


@pytest.mark.parametrize(
    ("names", "meant"),
    [
        pytest.param(["London"], {"London": "GB"}, id="prior"),
        pytest.param(["Paris", "France", "U.S."], {"Paris": "FR"}, id="capital"),
        pytest.param(["Paris", "Lamar County", "Texas"], {"Paris": "US Texas"}, id="county"),
        pytest.param(["Athens", "Atlanta", "Georgia"], {"Georgia": "US Georgia"}, id="state"),
        pytest.param(["Georgia", "Tbilisi", "Russia"], {"Georgia": "GE"}, id="country"),
        pytest.param(["Tripoli", "Beirut", "Lebanon"], {"Tripoli": "LB"}, id="named-country"),
        pytest.param(["Tripoli", "Libya"], {"Tripoli": "LY"}, id="other-country"),
        pytest.param(["Homs", "Latakia", "Syrian"], {"Homs": "SY", "Latakia": "SY"}, id="towns"),
        pytest.param(["Cambridge", "Boston"], {"Cambridge": "US Massachusetts"}, id="us"),
        pytest.param(["Cambridge", "Oxford", "England"], {"Cambridge": "GB"}, id="uk"),
        pytest.param(["Gaza", "Israel", "Rafah"], {"Gaza": "PS", "Rafah": "PS"}, id="gaza"),
        pytest.param(["Kiev", "Bombay"], {"Kiev": "UA", "Bombay": "IN"}, id="old-names"),
        pytest.param(["Mecca", "Saudi Arabia"], {"Mecca": "SA"}, id="hamlet-of-the-name"),
        pytest.param(["Dublin", "Columbus", "Ohio"], {"Dublin": "US Ohio"}, id="home"),
        pytest.param(["Jordan", "Amman", "U.S."], {"Jordan": "JO"}, id="country-first"),
        pytest.param(["Geneva", "U.S.", "Iran", "Washington"], {"Geneva": "CH"}, id="abroad"),
        pytest.param(["Brod"], {"Brod": None}, id="small-town-alone"),
        pytest.param(["Qwrtzpl"], {"Qwrtzpl": None}, id="unknown"),
    ],
)  # fmt: skip
def test_resolve(names: list[str], meant: dict[str, str | None]) -> None:
    found = meanings(*names)
    assert {name: found[name] for name in meant} == meant


def test_one_name_can_lie_in_two_states() -> None:
    def cities(name: str) -> Toponym:
        return Toponym(name=name, candidates=tuple(load().lookup(name)))

    lexington = Toponym(name="Lexington", candidates=cities("Lexington").candidates, within=1)
    other = Toponym(name="Lexington", candidates=cities("Lexington").candidates, within=3)
    toponyms = [lexington, cities("Kentucky"), other, cities("Virginia"), cities("Lexington")]
    found = [meaning.entry for meaning in resolve(toponyms)]
    regions = [load().regions[entry.region][1] for entry in found if entry]
    assert regions == ["Kentucky", "Kentucky", "Virginia", "Virginia", "Kentucky"]


def test_the_country_is_told_where_the_town_is_not() -> None:
    (springfield,) = [tuple(load().lookup("Springfield"))]
    rivals = [e for e in springfield if e.geonameid in (4409896, 4951788)]
    twins = tuple(e._replace(population=1e5) for e in rivals)
    (meaning,) = resolve([Toponym(name="Springfield", candidates=twins)])
    assert meaning.entry is None
    assert meaning.country == "US"


def test_nothing_gives_nothing() -> None:
    assert resolve([]) == []


def test_lies_in_and_distance() -> None:
    (springfield,) = [e for e in load().lookup("Springfield") if e.geonameid == 4250542]
    (illinois,) = [e for e in load().lookup("Illinois") if e.kind == "region"]
    (usa,) = [e for e in load().lookup("United States") if e.kind == "country"]
    assert lies_in(springfield, illinois) and lies_in(springfield, usa) and lies_in(illinois, usa)
    assert not lies_in(illinois, springfield) and not lies_in(usa, usa)
    (paris,) = [e for e in load().lookup("Paris") if e.is_capital]
    (london,) = [e for e in load().lookup("London") if e.is_capital]
    assert 330 < distance(paris, london) < 350
