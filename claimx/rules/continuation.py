"""Speech that goes on: quotations in later sentences and paragraphs without a cue of their own.

"“We are tired,” the mayor said. “We want to sleep.”": the second quotation has no speaker but the
mayor.  It joins the attribution that went before when only quotations stand between the two.
"""

from collections.abc import Sequence
from dataclasses import replace

from claimx.doc import Doc, Span
from claimx.rules.attributed import Attributed
from claimx.rules.quotations import SPEECH, is_mark


def carry_on(doc: Doc, found: list[Attributed], quoted: Sequence[Span]) -> list[Attributed]:
    """Return ``found`` with each quotation that nobody claims added to the speaker before it."""
    result = list(found)
    speech = [span for span in quoted if span.label_ == SPEECH]
    for quote in speech:
        if not _is_sentence(doc, quote) or any(_claims(item, quote) for item in found):
            continue
        speaker = _speaker_before(doc, quote, result)
        if speaker is None:
            continue
        item = result[speaker]
        result[speaker] = replace(
            item,
            content=(*item.content, quote),
            scope=(*item.scope, quote) if item.scope else (),
            clausal=True,
        )
    return result


def _claims(item: Attributed, quote: Span) -> bool:
    """Say whether the quotation is partly said by ``item``, whose cue stands outside it.

    A quotation that lost its opening mark may begin too early, with the cue that it belongs to.
    """
    if item.cue is None or is_mark(quote[0]) and quote.start <= item.cue.start < quote.end:
        return False
    return any(span.start < quote.end and quote.start < span.end for span in item.content)


def _is_sentence(doc: Doc, quote: Span) -> bool:
    """Say whether the quotation is a sentence or more, no fragment in the writer's own."""
    first = next((t for t in quote if not (is_mark(t) or t.is_space)), quote[0])
    starts = quote[0].is_sent_start or first.is_sent_start or quote.start == 0
    last = next((t for t in reversed(list(quote)) if not (is_mark(t) or t.is_space)), quote[-1])
    after = next((t for t in doc[quote.end : quote.end + 2] if not t.is_space), None)
    closed = after is None or bool(after.is_sent_start) or after.text in (".", "!", "?")
    return bool(starts) and (closed or last.text in (".", "!", "?"))


def _speaker_before(doc: Doc, quote: Span, found: Sequence[Attributed]) -> int | None:
    """Return which attribution ends right before the quotation, None when other text does.

    The sentence before must hold the cue, or be a quotation that the same speaker already has.
    """
    before = quote.start - 1
    while before >= 0 and (doc[before].is_space or is_mark(doc[before])):
        before -= 1
    if before < 0:
        return None
    sentence = doc[before].sent
    best: int | None = None
    for n, item in enumerate(found):
        if item.kind not in ("say", "ask", "think") or item.source is None:
            continue
        parts = [span for span in (item.cue, *item.content) if span is not None]
        if any(
            sentence.start <= span.start < sentence.end and span.end <= quote.start
            for span in parts[:1]
        ):
            best = n
        elif any(span.end > before >= span.start for span in parts[1:]):
            best = n
    return best
