"""Statistics as one self-contained HTML page with bar charts; no script, nothing to fetch."""

from html import escape

from claimx.corpus.stats import Counts, Stats

_STYLE = """
:root { color-scheme: light dark; --bar: #3b6ea8; --line: #8884; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
dl { display: flex; flex-wrap: wrap; gap: 0 2.5rem; }
dt { font-size: .85rem; opacity: .75; }
dd { margin: 0 0 .75rem; font-size: 1.5rem; font-variant-numeric: tabular-nums; }
table { border-collapse: collapse; width: 100%; margin-bottom: 2rem; }
caption { text-align: left; font-weight: 600; font-size: 1.1rem; padding: .5rem 0; }
th { font-weight: 400; text-align: left; width: 16rem; overflow-wrap: anywhere; }
th, td { padding: .15rem .5rem .15rem 0; border-top: 1px solid var(--line); }
td.number { width: 4rem; text-align: right; font-variant-numeric: tabular-nums; }
svg { display: block; width: 100%; height: 1rem; }
rect { fill: var(--bar); }
"""


def render_page(stats: Stats, *, title: str) -> str:
    """Return the page; ``title`` is shown as text."""
    numbers = (
        ("Articles", stats.articles),
        ("Repeated", stats.copies),
        ("Failed", stats.failed),
        ("Not in English", stats.foreign),
        ("Words", stats.words),
        ("Claims", stats.claims),
        ("Attributed claims", stats.attributed),
    )
    items = "".join(f"<div><dt>{name}</dt><dd>{value:,}</dd></div>" for name, value in numbers)
    tables = "".join(
        _table(caption, counts)
        for caption, counts in (
            ("Who is cited, by claims", stats.speakers),
            ("Who claims are about", stats.subjects),
            ("Where, by claims", stats.places),
            ("Day of publication, by articles", stats.days),
            ("Certainty", stats.certainty),
            ("Polarity", stats.polarity),
        )
        if counts
    )
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>\n"
        f"<body><h1>{escape(title)}</h1><dl>{items}</dl>\n{tables}</body></html>\n"
    )


def _table(caption: str, counts: Counts) -> str:
    most = max(count for _, count in counts)
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td class="number">{count:,}</td>'
        f'<td><svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect width="{100 * count / most:.2f}" height="1"/></svg></td></tr>\n'
        for name, count in counts
    )
    return f"<table><caption>{caption}</caption><tbody>\n{rows}</tbody></table>\n"
