"""Statistics as one page with charts that needs nothing but a browser, and runs nothing in it."""

from dataclasses import dataclass

from claimx.corpus.stats import Counts, Stats, in_bins
from claimx.rendering.pages import dress, template

_BINS = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """A chart over time: a column a bin, ``most`` high at most."""

    title: str
    unit: str
    bins: Counts
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A part of a bar: where it begins and how long it is, in percent."""

    name: str
    count: int
    start: float
    width: float


def render_page(stats: Stats, *, title: str) -> str:
    """Return the page; whatever articles say in it is shown as text."""
    return template("stats.html").render(
        title=title,
        **dress("stats.css"),
        numbers=(
            ("articles", stats.articles),
            ("repeated", stats.copies),
            ("failed", stats.failed),
            ("not in English", stats.foreign),
            ("words", stats.words),
            ("claims", stats.claims),
            ("attributed", stats.attributed),
        ),
        charts=[
            chart
            for chart in (
                _columns("When articles were published", "articles", stats.published),
                _columns("What years claims tell of", "claims", stats.told),
            )
            if chart.bins
        ],
        shares=[
            (name, _segments(counts))
            for name, counts in (
                ("Certainty", stats.certainty),
                ("Polarity", stats.polarity),
                ("Quotation", stats.quotes),
            )
            if counts
        ],
        lists=[
            (name, rows, max(row.claims for row in rows))
            for name, rows in (
                ("Who is cited", stats.speakers),
                ("Who is cited without a name", stats.unnamed),
                ("Who claims are about", stats.subjects),
                ("Where", stats.places),
                ("In which countries", stats.countries),
                ("On which days", stats.dates),
            )
            if rows
        ],
    )


def _columns(title: str, unit: str, counts: Counts) -> Columns:
    bins = in_bins(counts, most=_BINS)
    return Columns(
        title=title, unit=unit, bins=bins, most=max((count for _, count in bins), default=0)
    )


def _segments(counts: Counts) -> list[Segment]:
    whole = sum(count for _, count in counts)
    found: list[Segment] = []
    start = 0.0
    for name, count in counts:
        width = 100 * count / whole
        found.append(Segment(name=name, count=count, start=start, width=width))
        start += width
    return found
