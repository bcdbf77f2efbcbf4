"""Measure time expressions on GUM's TEI dates: ``python -m claimx.model.evaluate_times PATH…``.

PATH is a CoNLL-U file or a folder of them.  GUM marks dates in the MISC column
(``XML=<date when:::"2015-05-07">`` on the first word, ``</date>`` on the last).  The words and
trees are the treebank's own, so that no language model is needed; relative expressions are read
against ``meta::dateCreated``.  What is counted:

found   annotated expressions that share a word with one of ours.
value   of those, the ones whose first and last day agree with the annotation at its precision:
        ``when="2015"`` wants a first and a last day in 2015.., month and year for ``2015-05``;
        ``from``/``to`` want the first and the last day; ``notBefore``/``notAfter`` are bounds that
        ours must keep; a date without a year (``--10``) wants its month and day only; a year
        before Christ (``-0508``) is compared as such.  Where the
        annotation marks both ends of a stretch ("2004 to 2009") and ours is one expression, each
        end is compared with its own side.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from spacy.lang.en import English
from spacy.tokens import Doc

from claimx.language.snapshot import snapshot
from claimx.model.conllu import Text, make_doc, read_texts
from claimx.rules.times import TimeExpression, find_times

GENRES = ("news", "interview", "bio", "speech")
_VOCAB = English().vocab
_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
# GUM writes a season without a year as the months that it begins and ends in.
_SEASONS = {
    "XXXX-SP": ("--03", "--06"),
    "XXXX-SU": ("--06", "--09"),
    "XXXX-FA": ("--09", "--12"),
    "XXXX-WI": ("--12", "--03"),
}
_ATTRIBUTE = re.compile(r'(\w+):::"([^"]*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDate:
    """One annotated date: words ``start`` to ``end``, half-open, and its attributes."""

    start: int
    end: int
    values: dict[str, str]


def read_annotations(text: Text) -> list[GoldDate]:
    """Return the dates that the MISC column marks, in text order."""
    opened: list[tuple[int, dict[str, str]]] = []
    found: list[GoldDate] = []
    words = [word for sentence in text.sentences for word in sentence]
    for at, word in enumerate(words):
        for closing, name, attributes in _TAG.findall(word.misc.partition("XML=")[2]):
            if name != "date":
                continue
            if closing and opened:
                start, values = opened.pop()
                found.append(GoldDate(start=start, end=at + 1, values=values))
            elif not closing:
                opened.append((at, dict(_ATTRIBUTE.findall(attributes))))
    return sorted(found, key=lambda gold: gold.start)


def read_dates(path: Path) -> dict[str, date]:
    """Return ``meta::dateCreated`` of each document."""
    created = {}
    for file in sorted(path.glob("*.conllu")) if path.is_dir() else [path]:
        name = ""
        for line in file.read_text(encoding="utf-8").splitlines():
            if opening := re.match(r"# newdoc id = (\S+)", line):
                name = opening[1]
            elif stated := re.match(r"# meta::dateCreated = (\d{4}-\d{2}-\d{2})", line):
                created[name] = date.fromisoformat(stated[1])
    return created


def agrees(gold: GoldDate, ours: TimeExpression) -> bool:
    """Say whether ``ours`` means what is annotated, at the annotation's precision."""
    first, last = _sides(gold, ours)
    values = gold.values
    when = values.get("when")
    if ours.timex in _SEASONS:
        return (values.get("from"), values.get("to")) == _SEASONS[ours.timex]
    if when and re.fullmatch(r"-\d{3,4}", when):
        return ours.timex == f"BC{-int(when):04d}"
    if when:
        return _same(when, first) and _same(when, last)
    checks = []
    if "from" in values:
        checks.append(_same(values["from"], ours.earliest))
    if "to" in values:
        checks.append(_same(values["to"], ours.latest))
    if "notBefore" in values:
        low = values["notBefore"]
        checks.append(ours.earliest is not None and ours.earliest[: len(low)] >= low)
    if "notAfter" in values:
        high = values["notAfter"]
        checks.append(ours.latest is not None and ours.latest[: len(high)] <= high)
    return bool(checks) and all(checks)


def _sides(gold: GoldDate, ours: TimeExpression) -> tuple[str | None, str | None]:
    """Return our first and last day, or the end of our stretch that the annotation stands at."""
    parts = (ours.timex or "").split("/")
    if len(parts) == 2 and gold.end - gold.start < ours.span.end - ours.span.start:
        if gold.start == ours.span.start or gold.end < ours.span.end:
            return _cut(parts[0], ours.earliest), _cut(parts[0], ours.earliest)
        return _cut(parts[1], ours.latest), _cut(parts[1], ours.latest)
    if "T" in (ours.timex or "") and "T" in gold.values.get("when", ""):
        return ours.timex, ours.timex
    return ours.earliest, ours.latest


def _cut(timex: str, day: str | None) -> str | None:
    """Return ``day`` with no more precision than ``timex`` has."""
    return day[: len(timex)] if day and re.fullmatch(r"\d{4}(-\d\d){0,2}", timex) else day


def _same(annotated: str, day: str | None) -> bool:
    if day is None:
        return False
    if annotated.startswith("--"):
        return day[5 : 3 + len(annotated)] == annotated[2:]
    if "T" in annotated:
        return day == annotated[: len(day)] and len(day) > 10
    return day[: len(annotated)] == annotated


def main(
    paths: Annotated[list[Path], typer.Argument(help="CoNLL-U files of GUM, or folders of them.")],
    genre: Annotated[
        list[str] | None, typer.Option(help=f"Genres to count; else {', '.join(GENRES)}.")
    ] = None,
    show: Annotated[bool, typer.Option(help="Print what was missed or read otherwise.")] = False,
) -> None:
    """Print how many annotated dates were found and how many of them have the annotated value."""
    genres = genre or list(GENRES)
    counts: Counter[str] = Counter()
    for path in paths:
        created = read_dates(path)
        for text in read_texts(path):
            if text.id.split("_")[1] in genres:
                for line in _measure(text, created.get(text.id), counts):
                    if show:
                        typer.echo(line)
    for kind in ("all", *genres, "when", "from/to", "bounds"):
        total, found, right = (counts[f"{kind} {what}"] for what in ("total", "found", "right"))
        if total:
            typer.echo(
                f"{kind:10} {total:5} annotated  {found:5} found {found / total:.3f}"
                f"  {right:5} with the value {right / max(found, 1):.3f}"
            )


def _measure(text: Text, created: date | None, counts: Counter[str]) -> Iterator[str]:
    """Count one document into ``counts`` and yield a line for each expression missed or misread."""
    doc = make_doc(_VOCAB, text)
    ours = find_times(snapshot(doc), created)
    genre = text.id.split("_")[1]
    for gold in read_annotations(text):
        when = "when" in gold.values
        sort = "when" if when else "from/to" if "from" in gold.values else "bounds"
        best = _best(gold, ours)
        right = best is not None and agrees(gold, best)
        for kind in ("all", genre, sort):
            counts[f"{kind} total"] += 1
            counts[f"{kind} found"] += best is not None
            counts[f"{kind} right"] += right
        if not right:
            yield _describe(doc, text.id, gold, best)


def _best(gold: GoldDate, ours: list[TimeExpression]) -> TimeExpression | None:
    def shared(one: TimeExpression) -> int:
        return min(gold.end, one.span.end) - max(gold.start, one.span.start)

    best = max(ours, key=shared, default=None)
    return best if best is not None and shared(best) > 0 else None


def _describe(doc: Doc, name: str, gold: GoldDate, best: TimeExpression | None) -> str:
    around = doc[max(gold.start - 6, 0) : gold.end + 4].text
    read = f"{best.span.text!r} {best.timex} {best.earliest}..{best.latest}" if best else "MISSED"
    return f"{name}: [{doc[gold.start : gold.end].text}] {gold.values} {read}   … {around}"


if __name__ == "__main__":
    typer.run(main)
