"""A timeline as text, as one JSON object, and as a page that needs nothing but a browser."""

import json
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from textwrap import wrap
from typing import Any, TextIO

from claimx.records import SCHEMA
from claimx.rendering import json as lines
from claimx.rendering.pages import dress, template
from claimx.rendering.visible import one_line
from claimx.timeline import Entry

_WIDTH, _LABEL = 80, 23


def render_text(entries: Sequence[Entry], stream: TextIO) -> None:
    """Write one paragraph an entry, its time in the margin where it changes."""
    if not entries:
        stream.write("No dated claims found.\n")
    shown = None
    for entry in entries:
        words = f"{one_line(_sentence(entry))} ({one_line(_place(entry))})"
        label = "" if entry.label == shown else entry.label
        shown = entry.label
        first, *rest = wrap(words, _WIDTH - _LABEL, break_on_hyphens=False) or [""]
        if len(label) >= _LABEL:
            stream.write(f"{label}\n")
            label = ""
        stream.write(f"{label:<{_LABEL}}{first}\n")
        for line in rest:
            stream.write(f"{'':<{_LABEL}}{line}\n")


def render_json(entries: Sequence[Entry], stream: TextIO) -> None:
    """Write one object on one line: the times in order, each with its claim and article."""
    data = {"schema": SCHEMA, "timeline": [_plain(entry) for entry in entries]}
    stream.write(lines.one_line(json.dumps(data, ensure_ascii=False)))


def render_html(entries: Sequence[Entry], stream: TextIO) -> None:
    """Write a page with a heading for each time."""
    groups: list[tuple[str, Iterable[tuple[str, str, str]]]] = [
        (label, [(_sentence(entry), entry.when.exact, _place(entry)) for entry in group])
        for label, group in groupby(entries, key=lambda entry: entry.label)
    ]
    page = template("timeline.html")
    stream.write(page.render(title="Timeline", groups=groups, **dress("timeline.css")))


TIMELINE_FORMATS: dict[str, Callable[[Sequence[Entry], TextIO], None]] = {
    "text": render_text,
    "json": render_json,
    "html": render_html,
}


def _sentence(entry: Entry) -> str:
    """Return the claim as a sentence, with its source unless it says so itself."""
    source = entry.claim.source
    name = source and (source.name or source.exact)
    if not name or name in entry.claim.standalone:
        return entry.claim.standalone
    return f"{entry.claim.standalone} – {name}"


def _place(entry: Entry) -> str:
    """Return where the claim stands: "talks.txt:4", or the title of an article without a path."""
    document = entry.document
    name = document.path or document.title or document.id
    return f"{name}:{entry.claim.citation.line}"


def _plain(entry: Entry) -> dict[str, Any]:
    when, claim, document = entry.when, entry.claim, entry.document
    return {
        "earliest": when.earliest,
        "latest": when.latest,
        "edtf": when.edtf,
        "timex": when.timex,
        "exact": when.exact,
        "start": when.start,
        "end": when.end,
        "claim": {
            "id": claim.id,
            "n": claim.n,
            "standalone": claim.standalone,
            "source": claim.source and (claim.source.name or claim.source.exact),
            "certainty": claim.certainty,
            "polarity": claim.polarity,
            "line": claim.citation.line,
        },
        "document": {
            "id": document.id,
            "path": document.path,
            "url": document.url,
            "title": document.title,
            "published": document.published,
        },
    }
