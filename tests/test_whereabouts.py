"""Choosing claims by the place where they happen."""

from dataclasses import replace

import pytest

from claimx.errors import UsageError
from claimx.records import Document, Place, Where
from claimx.selection import read_selection, select
from claimx.whereabouts import happening_in
from tests.documents import truce


def place(name: str, country: str | None, kind: str, latitude: float | None = None) -> Place:
    return Place(
        name=name,
        country=country,
        geonameid=None,
        latitude=latitude,
        longitude=None if latitude is None else 0.0,
        kind=kind,
    )


AUSTIN = place("Austin", "US", "city", 30.26715)
PLACES = (AUSTIN, place("Ukraine", "UA", "country"), place("Kyiv", "UA", "city"), None)


def document() -> Document:
    """Return a document whose claims 1 to 4 happen in Austin, Ukraine, Kyiv and "the port"."""
    whole = truce()[1]
    claims = tuple(
        replace(
            claim,
            where=(Where(exact="the port" if at is None else at.name, start=0, end=1, place=at),),
        )
        for claim, at in zip(whole.claims, PLACES, strict=False)
    )
    return replace(whole, claims=claims)


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        pytest.param("UA", [2, 3], id="code"),
        pytest.param("US", [1], id="code-and-name"),
        pytest.param("Ukraine", [2, 3], id="country"),
        pytest.param("America", [1], id="alias"),
        pytest.param("Kyiv", [3], id="town"),
        pytest.param("Texas", [1], id="region"),
        pytest.param("the port", [4], id="words"),
        pytest.param("por", [], id="part-of-the-words"),
        pytest.param("DE", [], id="elsewhere"),
        pytest.param("Qwrtzpl", [], id="nowhere"),
    ],
)
def test_happening_in(name: str, numbers: list[int]) -> None:
    assert [claim.n for claim in happening_in(document(), name)] == numbers


def test_select_keeps_what_happens_there() -> None:
    wanted = read_selection(top=None, min_certainty=None, order="text", where="UA")
    assert [claim.n for claim in select(document(), wanted).claims] == [2, 3]


def test_an_empty_place_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="--where ' ': give a country"):
        read_selection(top=None, min_certainty=None, order="text", where=" ")
