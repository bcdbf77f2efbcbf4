"""What a reader sees at a glance: title, subheads, bullet points, datelines, paragraphs.

A plain text says this by its lines alone.  A line end inside a paragraph is either a wrap, where
the next word would not have fitted, or the end of the paragraph; :func:`_find_width` tells which
habit a text has.  Marks (a bullet, a "#", a quotation's ">") lie outside the blocks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from claimx.article import Block, BlockKind
from claimx.reading.composed import compose
from claimx.reading.datelines import find_dateline, has_speaker_labels, is_dateline

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_INK = "[^\\s\u200b\u2060\ufeff]"
_CONTENT = re.compile(f"{_INK}(?:.*{_INK})?")

_BULLET = re.compile(r"(?:[-*+•‣⁃▪▫■□●○◦◆►▶➤✓·–—]|\(?\d{1,2}[.)]|\(?[a-zA-Z]\))\s+(?=\S)")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_MARKDOWN_QUOTE = re.compile(r"(?:>\s?)+(?=\S)")
_MARKS: tuple[tuple[re.Pattern[str], BlockKind | None], ...] = (
    (_MARKDOWN_QUOTE, None),
    (_MARKDOWN_HEADING, "heading"),
    (_BULLET, "bullet"),
)
_FRONT_MATTER = re.compile(
    r"---[ \t]*\r?\n(?:[\w-]+[ \t]*:.*\r?\n|[ \t]+.*\r?\n|- .*\r?\n)+---[ \t]*(?:\r?\n|$)"
)
_RULE = re.compile(r"(?:[-*_=~#.•·]\s*){3,}")
_UNDERLINE = re.compile(r"=+|-{2,}")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")

# What closes a sentence, perhaps inside a quotation or bracket.
_SENTENCE_END = re.compile(r"""[.!?…:;,]["'”’»)\]]*$""")
_ABBREVIATION_END = re.compile(r"\b(?:[A-Z]\.){2,}$")

_NARROWEST, _WIDEST = 40, 120  # columns that a hard-wrapped text may have
_TITLE_WORDS, _HEADING_WORDS = 32, 16


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with something on it: its content, without marks and outer space."""

    text: str
    start: int
    end: int
    width: int  # from the margin to the end of the content
    gap: bool  # an empty line, or a rule, comes before
    kind: BlockKind | None = None  # what its marks say


def lay_out(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text in order; they do not overlap, and no sentence crosses one.

    White space, marks and rules between blocks belong to none.  Empty text has no blocks.
    """
    groups = list(_group(list(_read_lines(text))))
    return tuple(_split_datelines(text, list(_name(groups))))


def find_title(text: str) -> str | None:
    """Return the title that the text opens with, on one line, or None."""
    text = compose(text).text
    first = next(iter(lay_out(text)), None)
    if first is None or first.kind != "title":
        return None
    return " ".join(text[first.start : first.end].split())


def _read_lines(text: str) -> Iterator[_Line]:
    """Yield the lines with content; marks become kinds, rules become gaps."""
    pending: _Line | None = None
    last_end = _front_matter_end(text)
    gap = True
    for match in _LINE.finditer(text, last_end):
        gap = gap or _is_gap(text[last_end : match.start()])
        last_end = match.end()
        content = _CONTENT.search(match[0])
        if content is None:
            gap = True
            continue
        words = content[0]
        if pending is not None and not gap and pending.kind is None and _UNDERLINE.fullmatch(words):
            pending = replace(pending, kind="heading")  # Setext: the line above is a heading
            gap = True
            continue
        if _RULE.fullmatch(words):
            gap = True
            continue
        start, end = match.start() + content.start(), match.start() + content.end()
        line = replace(_strip_marks(words, start), width=end - match.start(), gap=gap)
        if not line.text:  # "# #", a heading without words
            gap = True
            continue
        if pending is not None:
            yield pending
        pending = line
        gap = line.kind == "heading"
    if pending is not None:
        yield pending


def _is_gap(between: str) -> bool:
    """Tell whether line ends leave at least one empty line."""
    return len(re.findall(r"\r\n|[\r\n\v\f\x85\u2028\u2029]", between)) > 1 or "\u2029" in between


def _front_matter_end(text: str) -> int:
    """Return where the article begins after a Markdown file's "---" header, 0 without one."""
    header = _FRONT_MATTER.match(text)
    return header.end() if header else 0


def _strip_marks(words: str, start: int) -> _Line:
    """Return a line without its leading marks, with the kind that they give it."""
    kind: BlockKind | None = None
    end = start + len(words)
    for mark, meaning in _MARKS:
        if kind is None and (found := mark.match(words)):
            kind = meaning
            words, start = words[found.end() :], start + found.end()
    if kind == "heading":  # "## Results ##"
        words = words.rstrip("#").rstrip()
        end = start + len(words)
    if bold := _BOLD.fullmatch(words):
        kind = kind or "heading"
        start, end, words = start + bold.start(2), start + bold.end(2), bold[2]
    return _Line(words, start, end, 0, False, kind)


def _group(lines: list[_Line]) -> Iterator[list[_Line]]:
    """Yield the lines of each block."""
    width = _find_width(lines)
    group: list[_Line] = []
    for line in lines:
        if group and not _continues(group, line, width):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _find_width(lines: list[_Line]) -> int:
    """Return the column at which a text is hard-wrapped, 0 when its lines are paragraphs.

    A wrapped text has hardly a line beyond the margin, and most of its line ends inside a
    paragraph pass the test of a wrap: the next word would not have fitted.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap and b.kind is None]
    if not pairs or sum(line.width > _WIDEST for line in lines) > len(lines) / 10:
        return 0
    width = max((line.width for line in lines if line.width <= _WIDEST), default=0)
    wrapped = sum(_is_full(a, b, width) for a, b in pairs)
    return width if width >= _NARROWEST and wrapped >= 3 and wrapped >= len(pairs) / 2 else 0


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    """Tell whether the first word of the following line would not have fitted on this one.

    Two columns of grace: some writers wrap a little before the margin.
    """
    return line.width + 1 + len(following.text.split(maxsplit=1)[0]) > width - 2


def _continues(group: list[_Line], line: _Line, width: int) -> bool:
    """Tell whether a line goes on with the block before it."""
    last = group[-1]
    if line.gap or line.kind is not None or last.kind == "heading":
        return False
    if width and _is_full(last, line, width):
        return True
    # A sentence cut by a stray line end; a title or a subhead is followed by a capital.
    return line.text[0].islower() and not _SENTENCE_END.search(last.text)


def _name(groups: list[list[_Line]]) -> Iterator[Block]:
    """Give each group of lines its kind."""
    opening = True  # nothing but title, datelines, bullets and headings so far
    for number, group in enumerate(groups):
        first, last = group[0], group[-1]
        words = " ".join(line.text for line in group)
        followed = number + 1 < len(groups)
        kind: BlockKind = first.kind or "paragraph"
        if opening and is_dateline(words):
            kind = "dateline"
        elif number == 0 and followed and kind in {"heading", "paragraph"}:
            if kind == "heading" or _is_title(words):
                kind = "title"
        elif kind == "paragraph" and followed and _is_heading(words, groups[number + 1]):
            kind = "heading"
        opening = opening and kind != "paragraph"
        yield Block(kind=kind, start=first.start, end=last.end)


def _is_title(words: str) -> bool:
    return (
        len(words.split()) <= _TITLE_WORDS
        and not _ends_sentence(words)
        and find_dateline(words, first=True) == 0
    )


def _is_heading(words: str, following: list[_Line]) -> bool:
    """Tell whether a line is a subhead: short, no full stop, and something longer under it."""
    length = sum(len(line.text) for line in following)
    return (
        len(words.split()) <= _HEADING_WORDS
        and any(character.isalpha() for character in words)
        and not words.endswith("?")
        and not _ends_sentence(words)
        and (length > len(words) or following[0].kind == "bullet")
    )


def _ends_sentence(words: str) -> bool:
    """Tell whether words end as a sentence does; "?" and "!" stand in titles too."""
    found = _SENTENCE_END.search(words)
    return found is not None and found[0][0] not in "?!" and not _ABBREVIATION_END.search(words)


def _split_datelines(text: str, blocks: list[Block]) -> Iterator[Block]:
    """Part "LONDON, May 5 (Agency) -" from the paragraph that it opens."""
    labels = has_speaker_labels([text[b.start : b.end] for b in blocks if b.kind == "paragraph"])
    first = not labels
    for block in blocks:
        if block.kind != "paragraph":
            yield block
            continue
        words = text[block.start : block.end]
        length = find_dateline(words, first=first)
        if not 0 < length < len(words):
            yield block
        else:
            yield replace(block, kind="dateline", end=block.start + len(words[:length].rstrip()))
            yield replace(block, start=block.start + length)
        first = False
