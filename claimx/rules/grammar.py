"""Attributions that the grammar shows: cue words with their complements, and fixed frames."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimx.doc import Doc, Span, Token
from claimx.rules.attributed import Attributed
from claimx.rules.contents import extend_over_quotation, stretches
from claimx.rules.cues import cue_of
from claimx.rules.frames import Frame, find_frames
from claimx.rules.quotations import SPEECH, find_quoted, is_mark, quote_kind
from claimx.rules.quoted_blocks import read_blocks, read_signatures
from claimx.rules.sayings import Saying, find_sayings, verb_group
from claimx.rules.sources import source_head, source_span, speaker_span
from claimx.rules.tree import ancestors, mark

_VERBAL = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})
_TEMPORAL = frozenset({"as", "while", "after", "before", "until", "once"})
_REACH = 14  # tokens from a quotation to the verb beside it that says whose it is


def read_grammar(doc: Doc) -> list[Attributed]:
    """Return the attributions that the tree and the quotation marks show, in text order."""
    quoted = find_quoted(doc)
    speech = [span for span in quoted if span.label_ == SPEECH]
    found = [_from_frame(doc, frame, quoted) for frame in find_frames(doc)]
    framed = {item.trigger.start for item in found if item.trigger is not None}
    sayings = (saying for saying in find_sayings(doc) if saying.word.i not in framed)
    found += [_from_saying(saying, quoted, speech) for saying in sayings]
    taken = {_start(item) for item in found if item.content}
    found += [item for item in _blocks(doc, speech) if _start(item) not in taken]
    taken |= {_start(item) for item in found}
    found += _beside_quotations(doc, speech, taken)
    kept = [item for item in found if item.content]
    return sorted(kept, key=lambda item: item.cue.start if item.cue else item.content[0].start)


def _blocks(doc: Doc, speech: Sequence[Span]) -> Iterator[Attributed]:
    yield from read_blocks(doc)
    yield from read_signatures(doc, speech)


def _start(item: Attributed) -> int:
    return item.trigger.start if item.trigger is not None else -1


def _from_saying(saying: Saying, quoted: Sequence[Span], speech: Sequence[Span]) -> Attributed:
    doc = saying.word.doc
    cue = doc.span(*saying.cue)
    content = stretches(doc, _without_gaps(saying), quoted)
    if saying.clausal:
        content = extend_over_quotation(_without_tail(content, cue), cue, speech)
    head = saying.source
    return Attributed(
        source=None if head is None else source_span(head, stop=saying.word.i),
        cue=cue,
        content=content,
        quote=quote_kind((t for span in content for t in span), quoted),
        speaker=None if head is None else speaker_span(head, stop=saying.word.i),
        trigger=doc.span(saying.word.i, saying.word.i + 1),
        clausal=saying.clausal,
        kind=saying.entry.kind,
        rule=saying.rule,
    )


def _without_tail(content: tuple[Span, ...], cue: Span) -> tuple[Span, ...]:
    """Leave off a phrase after a cue that closes the sentence: "..., she said on Monday".

    In "The plan, she said, will work" the piece after the cue has the verb and stays; what only
    tells when it was said does not: "..., she said as the talks began".
    """
    if not any(span.start < cue.start for span in content):
        return content
    return tuple(
        span
        for span in content
        if span.start < cue.start
        or any(token.tag_ in _VERBAL for token in span)
        and not _frames(span)
    )


def _frames(span: Span) -> bool:
    """Tell whether an unquoted piece says when or of whom: "as the talks began", "whose son"."""
    if is_mark(span[0]):
        return False
    verb = next(token for token in span if token.tag_ in _VERBAL)
    top = next(
        token
        for token in ancestors(verb)
        if token.head is token or not span.start <= token.head.i < span.end
    )
    return is_frame(top)


def is_frame(clause: Token) -> bool:
    """Tell whether a clause after a cue says when or of whom: "as he left", "whose son died"."""
    if clause.relation == "advcl":
        return mark(clause) in _TEMPORAL or any(child.lower_ == "when" for child in clause.lefts)
    return clause.dep_ == "acl:relcl"


def _without_gaps(saying: Saying) -> set[int]:
    """Return the positions of the content, gaps filled where neither cue nor source stands in them.

    A wrong arc may hang part of the clause elsewhere: "that [his efforts] will be remembered".
    """
    doc = saying.word.doc
    positions = set(saying.content) - set(range(*saying.cue))
    own = set(range(*saying.cue))
    if saying.source is not None:
        own |= {token.i for token in saying.source.subtree} - positions
    runs = sorted(positions)
    for i, k in zip(runs, runs[1:], strict=False):
        gap = range(i + 1, k)
        if saying.clausal and not own.intersection(gap) and not any(is_mark(doc[g]) for g in gap):
            positions.update(gap)
    return positions


def _from_frame(doc: Doc, frame: Frame, quoted: Sequence[Span]) -> Attributed:
    source = None if frame.source is None else doc.span(*frame.source)
    content = stretches(doc, frame.content, quoted)
    spoken = quote_kind((t for span in content for t in span), quoted)
    return Attributed(
        source=source,
        cue=doc.span(*frame.cue),
        content=content,
        quote="direct" if frame.rule == "turn" else spoken,
        speaker=source if source is None else _plain(source),
        trigger=doc.span(*frame.cue),
        clausal=True,
        kind="say",
        rule=frame.rule,
    )


def _plain(source: Span) -> Span:
    """Return the source without its appositions, as a claim cites it."""
    span = speaker_span(source.root)
    return span if span.start >= source.start and span.end <= source.end else source


def _beside_quotations(doc: Doc, speech: Sequence[Span], taken: set[int]) -> Iterator[Attributed]:
    """Yield attributions of quotations beside a clause of saying that does not govern them.

    "“Who knows?” the mayor asked." is often two sentences to the parser.
    """
    spoken: dict[int, list[Span]] = {}
    for quote in speech:
        for verb in _verbs_beside(doc, quote):
            entry = cue_of(verb)
            if entry is not None and "quote" in entry.complements and verb.i not in taken:
                spoken.setdefault(verb.i, []).append(quote)
                break
    for i, quotes in spoken.items():
        entry, head = cue_of(doc[i]), source_head(doc[i])
        if entry is None or head is None:
            continue
        start, end = verb_group(doc[i])
        yield Attributed(
            source=source_span(head),
            cue=doc.span(start, end),
            content=tuple(quotes),
            quote="direct",
            speaker=speaker_span(head),
            trigger=doc.span(i, i + 1),
            clausal=True,
            kind=entry.kind,
            rule="verb:beside",
        )


def _verbs_beside(doc: Doc, quote: Span) -> Iterator[Token]:
    """Yield the verbs of the clauses right after and right before a quotation, same paragraph."""
    for token in () if _is_over(doc, quote) else doc[quote.end : quote.end + _REACH]:
        if token.is_space or is_mark(token) or (token.is_sent_start and token.i > quote.end + 1):
            break
        if token.pos_ == "VERB":
            yield token
            break
    before = doc[max(0, quote.start - _REACH) : quote.start]
    if len(before) and before[-1].text in (":", ","):
        for token in reversed(list(before)):
            if token.is_space or token.text == ".":
                break
            if token.pos_ == "VERB":
                yield token
                break


def _is_over(doc: Doc, quote: Span) -> bool:
    """Tell whether a full stop ends the quotation, and a sentence of its own comes next."""
    last = next((token for token in reversed(list(quote)) if not is_mark(token)), quote[-1])
    return last.text == "." and quote.end < len(doc) and bool(doc[quote.end].is_sent_start)


def with_quote(item: Attributed, quoted: Sequence[Span]) -> Attributed:
    """Return ``item`` with its kind of quotation read again from its content."""
    if item.rule == "turn":
        return item
    return replace(item, quote=quote_kind((t for span in item.content for t in span), quoted))
