"""``claimx search``: claims of a database, each with its place."""

import json
import sys
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.cli.console import say, user_errors
from claimx.cli.options import MOST, Database, Debug
from claimx.cli.output import open_output, safe
from claimx.errors import UsageError

if TYPE_CHECKING:
    from claimx.corpus.search import Hit


def search(
    database: Database,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[QUERY]...",
            help='Words that must all occur; "a phrase"; beginn*; -without.',
            show_default=False,
        ),
    ] = None,
    speaker: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who is cited, or part of the name.")
    ] = None,
    who: Annotated[
        str | None, typer.Option(metavar="NAME", help="Whom the claim is about.")
    ] = None,
    place: Annotated[
        str | None, typer.Option(metavar="NAME", help="Where: a name, or a country code (PT).")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Happened or published on that day or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Happened or published by that day.")
    ] = None,
    certainty: Annotated[
        str | None, typer.Option(metavar="KIND", help="certain, probable or possible.")
    ] = None,
    polarity: Annotated[
        str | None, typer.Option(metavar="KIND", help="positive or negative.")
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=1, max=MOST, help="At most so many.")
    ] = 20,
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="NAME", help="auto, text or json.")
    ] = "auto",
    debug: Debug = False,
) -> None:
    """Find claims in a database.

    Exit codes: 0 done, also when nothing is found; 1 the database cannot be read; 2 usage.

    Examples: claimx search news.sqlite "death toll" --speaker police --since 2025-11-01
    """
    with user_errors(debug=debug):
        from claimx.corpus.database import open_database
        from claimx.corpus.search import Query
        from claimx.corpus.search import search as find

        _check("--format", format, ("auto", "text", "json"))
        _check("--certainty", certainty, ("certain", "probable", "possible"))
        _check("--polarity", polarity, ("positive", "negative"))
        query = Query(
            words=" ".join(words or ()),
            speaker=speaker,
            who=who,
            place=place,
            since=_day("--since", since),
            until=_day("--until", until),
            certainty=certainty,
            polarity=polarity,
        )
        with open_database(database) as db:
            hits = find(db, query, limit=limit)
        with open_output(None) as stream:
            if format == "json" or (format == "auto" and not sys.stdout.isatty()):
                safe(stream).write(json.dumps([asdict(hit) for hit in hits], ensure_ascii=False))
                stream.write("\n")
            else:
                out = safe(stream)
                for n, hit in enumerate(hits, start=1):
                    out.write(_told(n, hit))
        if not hits:
            say("nothing found")


def _told(n: int, hit: "Hit") -> str:
    """Return a hit as a few lines: the claim, what is known of it, its sentence."""
    facts = [hit.certainty] + (["negative"] if hit.polarity == "negative" else [])
    if hit.source:
        facts.insert(0, f"{hit.source} {hit.cue or ''}".strip())
    elif hit.cue:
        facts.insert(0, hit.cue)
    article = ", ".join(filter(None, (hit.title, hit.published)))
    sentence = " ".join(hit.sentence.split())
    return (
        f"[{n}] {hit.claim}\n    {'; '.join(facts)}\n"
        f"    {hit.path or hit.url or '-'}:{hit.line} ({article})\n    “{sentence}”\n"
    )


def _check(option: str, value: str | None, allowed: tuple[str, ...]) -> None:
    if value is not None and value not in allowed:
        raise UsageError(f"{option} {value!r}: choose {', '.join(allowed)}")


def _day(option: str, day: str | None) -> str | None:
    if day is None:
        return None
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError as error:
        raise UsageError(f"{option} {day!r}: not a day; write it as 2025-03-14") from error
