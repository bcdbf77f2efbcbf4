"""``claimx stats``: what a database holds, as tables, JSON or a page with charts."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.cli.console import user_errors
from claimx.cli.options import MOST, Database, Debug, Output
from claimx.cli.output import open_output, safe
from claimx.errors import UsageError

if TYPE_CHECKING:
    from claimx.corpus.stats import Counts, Row, Stats

_FORMATS = ("auto", "text", "json", "html")
_BINS = 24


def stats(
    database: Database,
    top: Annotated[int, typer.Option(min=1, max=MOST, help="Rows of each list.")] = 10,
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="NAME", help=f"{', '.join(_FORMATS)}.")
    ] = "auto",
    output: Output = None,
    debug: Debug = False,
) -> None:
    """Count articles, claims, speakers, places and days of a database.

    Exit codes: 0 done; 1 the database cannot be read; 2 usage.

    Examples: claimx stats news.sqlite --format html -o news.html
    """
    with user_errors(debug=debug):
        from claimx.corpus.database import open_database
        from claimx.corpus.stats import read_stats
        from claimx.corpus.stats_page import render_page
        from claimx.reading.files import printable

        if format not in _FORMATS:
            raise UsageError(f"--format {format!r}: choose {', '.join(_FORMATS)}")
        with open_database(database) as db:
            found = read_stats(db, top=top)
        with open_output(output) as stream:
            name = format
            if format == "auto":
                name = "text" if stream.isatty() else "json"
            if name == "html":
                stream.write(render_page(found, title=f"Claims in {printable(database.name)}"))
            elif name == "json":
                stream.write(json.dumps(asdict(found), ensure_ascii=False) + "\n")
            else:
                safe(stream).write(_told(found))


def _told(found: "Stats") -> str:
    from claimx.corpus.stats import in_bins

    lines = [
        f"{found.articles:,} articles ({found.copies:,} repeated, {found.failed:,} failed,"
        f" {found.foreign:,} not in English), {found.words:,} words",
        f"{found.claims:,} claims, {found.attributed:,} of them attributed",
    ]
    for title, rows in (
        ("Cited", found.speakers),
        ("Cited without a name", found.unnamed),
        ("About", found.subjects),
        ("Where", found.places),
        ("In countries", found.countries),
        ("On days", found.dates),
    ):
        lines += _list(title, rows)
    for title, counts in (
        ("Published, articles", in_bins(found.published, most=_BINS)),
        ("Years told of, claims", in_bins(found.told, most=_BINS)),
        ("Certainty, claims", found.certainty),
        ("Polarity, claims", found.polarity),
        ("Quotation, claims", found.quotes),
    ):
        lines += _table(title, counts)
    return "\n".join(lines) + "\n"


def _list(title: str, rows: "tuple[Row, ...]") -> list[str]:
    if not rows:
        return []
    told = [f"  {row.claims:>7,}  {row.articles:>8,}  {' '.join(row.name.split())}" for row in rows]
    return ["", title, "   claims  articles", *told]


def _table(title: str, counts: "Counts") -> list[str]:
    return ["", title, *(f"  {count:>7,}  {name}" for name, count in counts)] if counts else []
