"""A note in Markdown: brief, summary with footnotes that quote the article, table of claims."""

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from claimx.records import Brief, Claim, Document, Party
from claimx.rendering import Reading
from claimx.rendering.phrases import answers, hidden_name
from claimx.rendering.visible import one_line

# All that Markdown, its tables, its footnotes, mathematics or HTML could read as a sign.
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~^$&!@])|:(?=\w+:)")
# "12." and "-" begin a list, "=" makes the line above a heading.
_LINE_START = re.compile(r"^(\d+(?=[.)])|(?=[-+=]))")


def render(readings: Iterable[Reading], stream: TextIO) -> None:
    """Write each article as a section of its own."""
    for number, (_, document) in enumerate(readings, 1):
        stream.write("\n---\n\n" if number > 1 else "")
        for line in _lines(document, number):
            stream.write(f"{line}\n")


def escape(text: str) -> str:
    """Return ``text`` on one line, shown by Markdown as it is."""
    signs = _SIGNS.sub(lambda match: f"\\{match[0]}", one_line(text))
    return _LINE_START.sub(r"\1\\", signs)


def _lines(document: Document, number: int) -> Iterator[str]:
    source = document.document
    yield f"# {escape(source.title or source.path or 'Untitled')}"
    facts = [source.published, source.path, source.url]
    if any(facts):
        yield ""
        yield " · ".join(escape(fact) for fact in facts if fact)
    yield from _brief(document.brief)
    notes = {claim.id: f"[^{number}-{claim.n}]" for claim in document.claims}
    cited = [claim for claim in document.claims if claim.id in _cited(document)]
    if document.summary:
        yield "\n## Summary\n"
        for line in document.summary:
            marks = "".join(notes[claim] for claim in line.claims if claim in notes)
            yield f"- {escape(line.text)}{marks}"
    if document.claims:
        yield "\n## Claims\n"
        yield "| | Who | What | Where | When | Source | Certainty | Line |"
        yield "|--:|---|---|---|---|---|---|--:|"
        yield from map(_row, document.claims)
    else:
        yield "\nNo claims found."
    if cited:
        yield ""
    for claim in cited:
        yield (
            f"{notes[claim.id]}: Line {claim.citation.line}, claim {claim.n}:"
            f" “{escape(claim.citation.exact)}”"
        )


def _cited(document: Document) -> frozenset[str]:
    return frozenset(claim for line in document.summary for claim in line.claims)


def _brief(brief: Brief) -> Iterator[str]:
    for number, (name, answer) in enumerate(answers(brief)):
        if number == 0:
            yield "\n## In brief\n"
        yield f"- **{name.capitalize()}:** {escape(answer)}"


def _row(claim: Claim) -> str:
    what = escape(claim.what.exact)
    cells = (
        str(claim.n),
        _party(claim.who),
        f"“{what}”" if claim.quote == "direct" and what[:1] not in "“\"'‘«" else what,
        "; ".join(escape(where.exact) for where in claim.where),
        "; ".join(escape(when.exact) for when in claim.when),
        _party(claim.source),
        claim.certainty + (", **negated**" if claim.polarity == "negative" else ""),
        str(claim.citation.line),
    )
    return f"| {' | '.join(cells)} |"


def _party(party: Party | None) -> str:
    if party is None:
        return ""
    name = hidden_name(party)
    return f"{escape(party.exact)} ({escape(name)})" if name else escape(party.exact)
