"""One page that needs only a browser: articles with claims highlighted, and a table of claims."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TextIO

from claimx.article import Article
from claimx.records import Claim
from claimx.rendering import Reading
from claimx.rendering.pages import dress, template
from claimx.rendering.phrases import answers
from claimx.rendering.visible import one_line, visible

_PARAGRAPH = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters that the same claims cover in the same role; ``ends`` are claims that end here."""

    text: str
    role: str
    claims: str
    ends: tuple[Claim, ...]


def render(readings: Iterable[Reading], stream: TextIO) -> None:
    """Write the page, one article after the other."""
    parts = dress("style.css", "script.js")
    stream.write(template("start.html").render(title="Claims", **parts))
    section = template("article.html")
    for article, document in readings:
        stream.write(
            section.render(
                source=document.document,
                title=one_line(document.document.title or document.document.path or "Untitled"),
                brief=list(answers(document.brief)),
                summary=[
                    (line, [claim for claim in document.claims if claim.id in line.claims])
                    for line in document.summary
                ],
                claims=document.claims,
                paragraphs=list(_paragraphs(article, document.claims)),
            )
        )
    stream.write(template("end.html").render(**parts))


def _paragraphs(article: Article, claims: Sequence[Claim]) -> Iterator[list[Run]]:
    """Yield the article line by line, each as runs."""
    roles = list(_roles(claims))
    for match in _PARAGRAPH.finditer(article.text):
        if match[0].strip():
            yield list(_runs(article.text, match.start(), match.end(), claims, roles))


def _roles(claims: Sequence[Claim]) -> Iterator[tuple[int, int, str, str]]:
    """Yield start, end, role and claim of every stretch to highlight."""
    for claim in claims:
        for value in (claim.who, claim.what, *claim.where, *claim.when, *claim.why):
            if value is not None:
                yield value.start, value.end, "content", claim.id
        if claim.source is not None:
            yield claim.source.start, claim.source.end, "source", claim.id
        if claim.cue is not None:
            yield claim.cue.start, claim.cue.end, "cue", claim.id


def _runs(
    text: str,
    start: int,
    end: int,
    claims: Sequence[Claim],
    roles: Sequence[tuple[int, int, str, str]],
) -> Iterator[Run]:
    inside = [role for role in roles if role[0] < end and role[1] > start]
    ends = {claim.id: claim.what.end for claim in claims if start < claim.what.end <= end}
    cuts = sorted(
        {
            start,
            end,
            *ends.values(),
            *(at for role in inside for at in role[:2] if start < at < end),
        }
    )
    for left, right in zip(cuts, cuts[1:], strict=False):
        covering = [role for role in inside if role[0] <= left and right <= role[1]]
        # The shortest stretch says most about these words; its claim is the one that a click means.
        covering.sort(key=lambda role: role[1] - role[0])
        names = {role[2] for role in covering}
        yield Run(
            text=visible(text[left:right]),
            role=next((name for name in ("cue", "source", "content") if name in names), ""),
            claims=" ".join(dict.fromkeys(role[3] for role in covering)),
            ends=tuple(claim for claim in claims if ends.get(claim.id) == right),
        )
