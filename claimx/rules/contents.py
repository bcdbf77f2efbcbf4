"""What is said: the stretches that a cue attributes, cut at the cue and snapped to quotation.

"The plan, he said, will work" gives two stretches.  Marks of quotation belong to the content, the
comma before the cue and the full stop of the sentence do not (PolNeAR's guidelines).
"""

from collections.abc import Iterable, Sequence

from claimx.doc import Doc, Span, Token
from claimx.rules.quotations import is_mark

_EDGES = frozenset({",", ";", ":", ".", "-", "--", "–", "—", "...", "…"})


def subtree(head: Token, *, without: Iterable[Token] = ()) -> set[int]:
    """Return the token positions of the phrase of ``head``, less the phrases of ``without``."""
    positions = {token.i for token in head.subtree}
    for other in without:
        positions -= {token.i for token in other.subtree}
    return positions


def stretches(doc: Doc, positions: Iterable[int], quoted: Sequence[Span]) -> tuple[Span, ...]:
    """Return the runs of ``positions`` as spans, trimmed and snapped to the marks of quotation."""
    runs: list[list[int]] = []
    for i in sorted(positions):
        if doc[i].is_space:
            continue
        if runs and all(doc[k].is_space or is_mark(doc[k]) for k in range(runs[-1][1], i)):
            runs[-1][1] = i + 1
        else:
            runs.append([i, i + 1])
    spans = (_trim(doc, start, end, quoted) for start, end in runs)
    return tuple(span for span in spans if span is not None)


def _trim(doc: Doc, start: int, end: int, quoted: Sequence[Span]) -> Span | None:
    while start < end and (doc[start].text in _EDGES or doc[start].is_space):
        start += 1
    while end > start and (doc[end - 1].text in _EDGES or doc[end - 1].is_space):
        end -= 1
    if start == end or all(is_mark(doc[i]) or doc[i].is_punct for i in range(start, end)):
        return None
    for quote in quoted:
        first, last = quote.start, quote.end
        if start <= first < end < last and all(doc[i].is_punct for i in range(end, last)):
            end = last  # “We won,” he said: the comma and the mark belong to the quotation
        elif start <= first < end < last and _marks_only(doc, first, end):
            end = first  # the opening mark of what follows was attached here
        if first < start < last <= end and all(doc[i].is_punct for i in range(first, start)):
            start = first
    if start < end and is_mark(doc[end - 1]) and not _within(doc[end - 1], quoted, start):
        end -= 1
    return doc.span(start, end) if start < end else None


def _marks_only(doc: Doc, start: int, end: int) -> bool:
    return all(is_mark(doc[i]) for i in range(start, end))


def _within(mark: Token, quoted: Sequence[Span], start: int) -> bool:
    return any(span.start <= mark.i < span.end and span.start >= start for span in quoted) or any(
        span.start < start < span.end for span in quoted
    )


def extend_over_quotation(
    content: tuple[Span, ...], cue: Span, quotations: Sequence[Span]
) -> tuple[Span, ...]:
    """Let content that lies in a quotation run on to the quotation's end, over sentences.

    A cue that stands inside the quotation itself is the quoted speaker's and reaches no further.
    """
    result: list[Span] = []
    for span in content:
        home = next((q for q in quotations if q.start <= span.start and span.end <= q.end), None)
        if home is None or home.start <= cue.start < home.end:
            grown = span
        else:
            grown = home
        if result and grown.start < result[-1].end:
            continue
        result.append(grown)
    return tuple(result)
