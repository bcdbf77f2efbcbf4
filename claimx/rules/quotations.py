"""What stands in quotation marks, and which of it is speech.

One pass over the tokens pairs the marks.  News style opens every paragraph of a long quotation
again and closes it once, so a quotation may run over paragraphs; a mark that is never closed ends
with its paragraph, and the rest of the article is read as usual (the lesson of textacy's quotation
reader, which gave up on the whole text).
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimx.doc import Doc, Span, Token, once_a_doc
from claimx.records import QuoteKind

SPEECH, MENTION = "quotation", "mention"

_FAMILY = dict.fromkeys(("“", "”", "„", "‟", '"', "``", "''"), "double")
_FAMILY |= dict.fromkeys(("‘", "’", "‚", "'", "`"), "single")
_FAMILY |= dict.fromkeys("«»", "angle") | dict.fromkeys("‹›", "single angle")
_OPENS = frozenset("“„‟‘‚«‹`") | {"``"}
_CLOSES = frozenset("”’»›")
_STRAIGHT = frozenset({'"', "'", "''"})
_ENDS = frozenset(".,!?;…") | {"--", "—", "–", "-", "..."}
_BEFORE = frozenset('([{-–—“‘«„"') | {"--"}
_CONTENT_POS = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN", "PRON"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def find_quotations(doc: Doc) -> list[Span]:
    """Return the stretches of quoted speech with their marks, outermost only, in text order.

    Names, titles, nicknames and words held at arm's length are left out: see :func:`find_quoted`.
    """
    return [span for span in find_quoted(doc) if span.label_ == SPEECH]


@once_a_doc
def find_quoted(doc: Doc) -> tuple[Span, ...]:
    """Return every outermost stretch in quotation marks, labelled ``quotation`` or ``mention``."""
    found = []
    for start, end in _pair_marks(doc):
        span = Span(doc, start, end)
        found.append(Span(doc, start, end, label=SPEECH if is_speech(span) else MENTION))
    return tuple(found)


def quote_kind(words: Iterable[Token], quoted: Sequence[Span]) -> QuoteKind:
    """Say whether all, some or none of ``words`` stand in the ``quoted`` stretches of a Doc."""
    flags = [_is_inside(t.i, quoted) for t in words if not (t.is_punct or t.is_space or is_mark(t))]
    if flags and all(flags):
        return "direct"
    return "mixed" if any(flags) else "indirect"


def _is_inside(i: int, quoted: Sequence[Span]) -> bool:
    """Say whether the token of that number stands in one of the stretches, which do not overlap."""
    before = bisect_right(quoted, i, key=_start)
    return before > 0 and i < quoted[before - 1].end


def _start(span: Span) -> int:
    return span.start


def is_mark(token: Token) -> bool:
    """Say whether ``token`` is a quotation mark by its form."""
    return token.text in _FAMILY


def paragraphs(doc: Doc) -> list[tuple[int, int]]:
    """Return the token ranges of the blocks of the text, or of stretches between blank lines."""
    if "claimx_blocks" in doc.spans and len(doc.spans["claimx_blocks"]):
        return [(block.start, block.end) for block in doc.spans["claimx_blocks"]]
    cuts = [0, *(t.i + 1 for t in doc if t.is_space and t.text.count("\n") > 1), len(doc)]
    return [(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if a < b]


def is_speech(span: Span) -> bool:
    """Say whether a quoted stretch is speech rather than a name, a title or a distrusted word.

    Speech has a finite verb, or ends in punctuation of its own, or is too long for a name: "a
    total and utter disgrace".  "Meet the Press" is a title, Dwayne "The Rock" Johnson has a
    nickname, and a "truce" is a word that the writer does not trust.
    """
    words = [t for t in span if not (t.is_punct or t.is_space or is_mark(t))]
    if not words:
        return False
    last = next((t for t in reversed(list(span)) if not (is_mark(t) or t.is_space)), words[-1])
    ended = last.text in _ENDS
    if _is_nickname(span):
        return False
    named = [t for t in words if t.is_alpha and t.pos_ in _CONTENT_POS]
    titled = len(words) > 1 and len(named) > 1 and all(t.text[0].isupper() for t in named)
    if titled and last.text not in ("!", "?", "."):
        return False
    if ended and (last.text != "," or _begins_sentence(span)):
        return True
    finite = any(t.tag_ in _FINITE for t in words)
    return (finite and len(words) > 1) or len(words) > 4


def _begins_sentence(span: Span) -> bool:
    first = next((t for t in span if not (is_mark(t) or t.is_space)), span[0])
    return span[0].is_sent_start is True or first.is_sent_start is True or first.is_title


def _is_nickname(span: Span) -> bool:
    """`Dwayne "The Rock" Johnson`: a quoted name between two names."""
    before = span.doc[span.start - 1] if span.start else None
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return (
        before is not None
        and after is not None
        and before.pos_ == after.pos_ == "PROPN"
        and len(span) < 7
        and all(t.pos_ != "VERB" for t in span)
    )


@dataclass(frozen=True, slots=True)
class _Mark:
    """A quotation mark at tokens ``start`` to ``end`` ("``" is two tokens) and what it may do."""

    start: int
    end: int
    family: str
    opens: bool
    closes: bool


def _pair_marks(doc: Doc) -> Iterator[tuple[int, int]]:
    trimmed = (without_space(doc, start, end) for start, end in paragraphs(doc))
    blocks = [(start, end) for start, end in trimmed if start < end]
    marks = [_marks(doc, start, end) for start, end in blocks]
    opener: _Mark | None = None
    for n, (start, end) in enumerate(blocks):
        left = Counter(mark.family for mark in marks[n] if mark.closes)  # still to come
        depth = 0
        closed_at = start
        for mark in marks[n]:
            left[mark.family] -= mark.closes
            if opener is None:
                if mark.opens and (mark.family != "single" or left["single"]):
                    opener = mark
                elif not mark.opens and mark.family != "single" and _ends_speech(doc, mark.start):
                    # The mark that opened it is missing: "We shall win,” he said.
                    yield max(closed_at, _sentence_start(doc, mark.start, start)), mark.end
                    closed_at = mark.end
            elif mark.family != opener.family or (mark.start == start and mark.opens):
                continue  # nested marks of another kind; the mark that a new paragraph repeats
            elif mark.closes:
                if depth:
                    depth -= 1
                    continue
                yield opener.start, mark.end
                opener, closed_at = None, mark.end
            elif left[mark.family] > depth + 1:
                depth += 1
            else:  # the first was never closed
                yield _unclosed(doc, opener.start, mark.start, start)
                opener = mark
        if opener is not None:
            if n + 1 < len(blocks) and _reopens(marks[n + 1], blocks[n + 1][0], opener):
                continue
            yield _unclosed(doc, opener.start, end, start)
            opener = None


def without_space(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return a range of tokens without the white space at its ends; it may be empty."""
    while start < end and doc[start].is_space:
        start += 1
    while start < end and doc[end - 1].is_space:
        end -= 1
    return start, end


def _marks(doc: Doc, start: int, end: int) -> list[_Mark]:
    marks = []
    i = start
    while i < end:
        text, stop = doc[i].text, i + 1
        if text in ("`", "'") and stop < end and doc[stop].text == text and not doc[i].whitespace_:
            text, stop = text * 2, i + 2
        if text in _FAMILY:
            opens, closes = _directions(doc, text, i, stop, start, end)
            if opens or closes:
                marks.append(_Mark(i, stop, _FAMILY[text], opens, closes))
        i = stop
    return marks


def _directions(doc: Doc, text: str, i: int, stop: int, start: int, end: int) -> tuple[bool, bool]:
    """Return whether the mark may open and may close, by its form and the blanks around it."""
    before = doc[i - 1] if i > start else None
    after = doc[stop] if stop < end else None
    left_free = before is None or bool(before.whitespace_) or before.is_space
    left_free = left_free or (before is not None and before.text in _BEFORE)
    glued = not doc[stop - 1].whitespace_ and after is not None and not after.is_space
    right_free = not glued or (after is not None and after.is_punct)
    if _FAMILY[text] == "single" and text not in ("‘", "‚"):
        # Not the apostrophe of "the workers' rights" or "rock 'n' roll".
        closes = text != "`" and not left_free and right_free and doc[i].tag_ != "POS"
        return text in ("'", "`") and left_free and glued, closes
    if text in _STRAIGHT:
        return left_free or not right_free, right_free or not left_free
    return text in _OPENS, text in _CLOSES or (text == "“" and not left_free and right_free)


def _reopens(marks: Sequence[_Mark], start: int, opener: _Mark) -> bool:
    if not marks or marks[0].start != start:
        return False
    return marks[0].opens and marks[0].family == opener.family


def _unclosed(doc: Doc, start: int, end: int, block_start: int) -> tuple[int, int]:
    """Return the stretch of a quotation whose closing mark is missing.

    One that opens its paragraph, or runs over several, takes it whole; any other its sentence.
    """
    if start <= block_start:
        return start, end
    for i in range(start + 2, end):
        if doc[i].is_sent_start:
            return start, i
    return start, end


def _ends_speech(doc: Doc, i: int) -> bool:
    return i > 0 and doc[i - 1].text in (",", ".", "!", "?")


def _sentence_start(doc: Doc, i: int, start: int) -> int:
    while i > start and not doc[i].is_sent_start:
        i -= 1
    return i
