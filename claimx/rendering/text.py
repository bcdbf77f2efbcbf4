"""What a journalist reads on a terminal: headline, brief, summary, claims in reading order.

Nothing rests on colour: certainty, negation and quotation are words or marks.  All text of the
article enters rich as ``Text``, with control and reordering characters made visible.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from io import StringIO
from typing import TextIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimx.records import Brief, Claim, Document, Party, SummaryLine
from claimx.rendering import Reading
from claimx.rendering.phrases import answers, days, hidden_name
from claimx.rendering.visible import one_line

# Below this many columns a table of claims is all hyphens; a list reads better.
TABLE_WIDTH = 100


def document_text(document: Document, *, width: int, cite: bool = False) -> RenderableType:
    """Return one document laid out for ``width`` columns; ``cite`` adds each claim's sentence."""
    numbers = {claim.id: claim.n for claim in document.claims}
    parts: list[RenderableType] = [*_head(document)]
    if brief := list(_brief(document.brief)):
        parts += [_title("In brief"), _pairs(brief)]
    if document.summary:
        parts += [_title("Summary"), _pairs(_summary(document.summary, numbers))]
    if document.claims:
        count = len(document.claims)
        parts.append(_title(f"{count} claim{'' if count == 1 else 's'}"))
        layout = _table if width >= TABLE_WIDTH else _list
        parts.append(layout(document.claims, cite))
    else:
        parts.append(Text("No claims found."))
    return Group(*parts)


def render(readings: Iterable[Reading], stream: TextIO, *, cite: bool = False) -> None:
    """Write each document in the width of the terminal, a rule between two; COLUMNS overrules it.

    Off a terminal there is no colour and no space at line ends, and the width is 80.
    """
    is_terminal = stream.isatty()
    for number, (_, document) in enumerate(readings):
        out = stream if is_terminal else StringIO()
        console = Console(file=out, markup=False, emoji=False, highlight=False)
        if number:
            console.rule(characters="─")
        console.print(document_text(document, width=console.width, cite=cite))
        if isinstance(out, StringIO):
            for line in out.getvalue().splitlines():
                stream.write(f"{line.rstrip(' ')}\n")


def _head(document: Document) -> Iterator[RenderableType]:
    source = document.document
    heading = source.title or (source.path and source.path.rsplit("/", 1)[-1]) or "Untitled"
    yield Text(one_line(heading), style="bold")
    facts = [_day(source.published), source.path, source.url]
    facts.append(f"{source.words} words")
    yield Text(" · ".join(one_line(fact) for fact in facts if fact), style="dim")


def _day(published: str | None) -> str | None:
    if published is None:
        return None
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return published
    return f"{day.day} {day:%B %Y}"


def _title(words: str) -> RenderableType:
    return Padding(Text(words, style="bold underline"), (1, 0, 0, 0))


def _pairs(rows: Iterable[tuple[Text, Text]]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for label, words in rows:
        grid.add_row(label, words)
    return grid


def _brief(brief: Brief) -> Iterator[tuple[Text, Text]]:
    for question, answer in answers(brief):
        yield Text(question.capitalize(), style="bold"), Text(one_line(answer))


def _summary(lines: Iterable[SummaryLine], numbers: dict[str, int]) -> Iterator[tuple[Text, Text]]:
    for line in lines:
        cited = "".join(f"[{numbers[claim]}]" for claim in line.claims if claim in numbers)
        words = Text(one_line(line.text))
        words.append(f" {cited or f'[line {line.citation.line}]'}", style="dim")
        yield Text("•"), words


def _list(claims: Iterable[Claim], cite: bool) -> Table:
    """Return each claim as one sentence with its circumstances under it."""
    rows: list[tuple[Text, Text]] = []
    paragraph = 0
    for claim in claims:
        if paragraph and claim.citation.paragraph != paragraph:
            rows.append((Text(""), Text("")))
        paragraph = claim.citation.paragraph
        words = Text.assemble(_party(claim.who), " " if claim.who else "", _what(claim))
        details = [
            _named("where", _where(claim)),
            _named("when", _when(claim)),
            _named("why", _why(claim)),
            _named("source", _source(claim)),
            _status(claim, ", "),
            Text(f"line {claim.citation.line}"),
        ]
        words.append("\n")
        words.append_text(Text(" · ").join(part for part in details if part))
        if cite:
            words.append_text(_sentence(claim, "\n"))
        rows.append((Text(f"[{claim.n}]", style="dim"), words))
    return _pairs(rows)


def _table(claims: tuple[Claim, ...], cite: bool) -> Table:
    """Return a table of claims, a gap between paragraphs."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), expand=True)
    table.add_column("", no_wrap=True, justify="right", style="dim")
    for name, ratio in (("who", 5), ("what", 11), ("where", 4), ("when", 4), ("source", 5)):
        table.add_column(name, ratio=ratio, overflow="fold")
    table.add_column("certainty", no_wrap=True, min_width=9)
    table.add_column("line", no_wrap=True, justify="right")
    for claim, following in zip(claims, (*claims[1:], None), strict=True):
        what = _what(claim)
        if why := _why(claim):
            what.append_text(Text.assemble("\n", ("why ", "dim"), why))
        if cite:
            what.append_text(_sentence(claim, "\n"))
        table.add_row(
            Text(f"[{claim.n}]"),
            _party(claim.who),
            what,
            _where(claim),
            _when(claim),
            _source(claim),
            _status(claim, "\n"),
            Text(str(claim.citation.line)),
            end_section=following is not None
            and following.citation.paragraph != claim.citation.paragraph,
        )
    return table


def _party(party: Party | None) -> Text:
    """Return the words of the article, with the name they stand for in brackets if it says more."""
    if party is None:
        return Text("")
    words = Text(one_line(party.exact), style="bold")
    if name := hidden_name(party):
        words.append(f" ({one_line(name)})", style="not bold")
    return words


def _what(claim: Claim) -> Text:
    words = one_line(claim.what.exact)
    if claim.quote == "direct" and not words.startswith(("“", '"', "‘", "'", "«")):
        words = f"“{words}”"
    return Text(words)


def _where(claim: Claim) -> Text:
    return Text("; ".join(one_line(where.exact) for where in claim.where))


def _when(claim: Claim) -> Text:
    shown = []
    for when in claim.when:
        words = one_line(when.exact)
        day = days(when)
        shown.append(f"{words} ({day})" if day and day not in words else words)
    return Text("; ".join(shown))


def _why(claim: Claim) -> Text:
    return Text("; ".join(one_line(why.exact) for why in claim.why))


def _source(claim: Claim) -> Text:
    if claim.source is not None:
        words = _party(claim.source)
        words.stylize("not bold")
    elif claim.cue is not None:
        words = Text(f"unnamed: {one_line(claim.cue.exact)}")
    else:
        return Text("")
    if claim.quote in {"direct", "mixed"}:
        words.append(" [quoted]" if claim.quote == "direct" else " [partly quoted]")
    return words


def _status(claim: Claim, between: str) -> Text:
    words = Text(claim.certainty, style="" if claim.certainty == "certain" else "yellow")
    if claim.polarity == "negative":
        words.append(f"{between}NEGATED", style="bold red")
    return words


def _named(name: str, words: Text) -> Text:
    return Text.assemble((f"{name} ", "dim"), words) if words else words


def _sentence(claim: Claim, before: str) -> Text:
    return Text(f"{before}│ {one_line(claim.citation.exact)}", style="italic dim")
