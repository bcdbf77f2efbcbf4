"""What a clause's time phrase means: the expression of time in it, seen through its preposition."""

from collections.abc import Sequence
from dataclasses import replace

from claimx.doc import Span
from claimx.rules.times import TimeExpression, bound

# "on Monday" is Monday; "until Monday" is not.
_SILENT = frozenset({"on", "in", "at", "during", "for"})
_OPENS = frozenset({"after", "following", "since"})
_CLOSES = frozenset({"before", "until", "till", "by", "prior"})


def fit(span: Span, times: Sequence[TimeExpression]) -> Span:
    """Return the phrase with the whole of the time at its end and without an empty preposition.

    The parse may cut "Monday July 26" off ", 2022", or leave "rapidly," before "within 48 hours".
    """
    start, end = span.start, span.end
    for time in times:
        if time.span.start < end <= time.span.end:
            end = time.span.end
        comma = time.span.start - 2
        if start < comma < end and span.doc[comma].text == "," and span[0].pos_ == "ADV":
            start = comma + 1
    while start < end - 1 and (span.doc[start].lower_ in _SILENT or span.doc[start].is_space):
        start += 1
    return span.doc.span(start, end)


def read_phrase(span: Span, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """Return the value of a phrase, None when it holds no expression of time.

    "until last week" ends with last week; "the 1991 Hajj" is in 1991.  Of an event with a time of
    its own only one side is known: "before mass production in 2026" ends with 2026 at the latest.
    """
    inside = [time for time in times if time.span.start < span.end and span.start < time.span.end]
    best = max(inside, key=lambda time: (time.timex is not None, len(time.span)), default=None)
    if best is None:
        return None
    word = span[0].lower_
    if word not in _OPENS | _CLOSES:
        return best
    between = span.doc[span.start + 1 : best.span.start]
    if all(token.pos_ in ("DET", "ADV", "ADP", "SPACE") for token in between):
        return best if _is_duration(best) else bound(best, word)
    if best.earliest is None or best.latest is None or _is_duration(best):
        return None
    if word in _OPENS:
        return replace(best, timex=None, edtf=f"{best.earliest}/..", latest=None)
    return replace(best, timex=None, edtf=f"../{best.latest}", earliest=None)


def _is_duration(time: TimeExpression) -> bool:
    return time.timex is not None and time.timex.startswith("P") and not time.timex.endswith("_REF")
