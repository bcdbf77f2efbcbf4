"""The publication date out of the head of a text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.dating import find_publication_date

MAY_3 = date(2019, 5, 3)


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("KUWAIT CITY, May 3, 2019: The minister resigned.", id="place-date-colon"),
        pytest.param("GENEVA (AP), 3 May 2019 — The minister resigned.", id="agency"),
        pytest.param("LONDON, 3 May 2019 (Reuters) - The minister resigned.", id="agency-after"),
        pytest.param("Washington, D.C. (May 3, 2019) - The minister resigned.", id="brackets"),
        pytest.param("Minister resigns\n\nNEW YORK – May 3, 2019 – The minister", id="below-title"),
    ],
)
def test_dateline(head: str) -> None:
    assert find_publication_date(head) == (MAY_3, "dateline")


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("Friday, May 3, 2019\n\nThe minister resigned.", id="weekday"),
        pytest.param("Minister resigns\nPublished: 3 May 2019, 14:05 GMT\nText", id="published"),
        pytest.param("By Ann Lee | 3rd May 2019\nText", id="byline"),
        pytest.param("Minister resigns\nThe Hague, 3 May 2019\nText", id="place"),
        pytest.param("Updated 1:05 PM ET, Fri May 3, 2019", id="updated"),
        pytest.param("2019-05-03T14:05:00Z", id="iso"),
        pytest.param("Friday, May 3, 2019 The minister resigned.", id="runs-on"),
        pytest.param("03.05.2019\nUpdated 4 May 2019", id="first-one-counts"),
    ],
)
def test_date_line(head: str) -> None:
    assert find_publication_date(head) == (MAY_3, "text")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("On 3 May 2019 the minister resigned.", id="sentence"),
        pytest.param("May 3, 2019 was a bad day.", id="subject"),
        pytest.param("PARIS, May 3 (Reuters) - The minister resigned.", id="no-year"),
        pytest.param("Feb 30, 2019", id="no-such-day"),
        pytest.param("Line\n" * 30 + "May 3, 2019", id="below-the-head"),
        pytest.param("", id="empty"),
    ],
)
def test_no_date(text: str) -> None:
    assert find_publication_date(text) is None


@given(st.text(alphabet="May 3,2019:-(AP)\n", max_size=80) | st.text(max_size=200))
def test_never_raises(text: str) -> None:
    find_publication_date(text)
