"""Quotations whose speaker stands before a colon or after a dash, with no clause to carry them.

"The mayor said:" and then a paragraph of its own; “We are ready.” – Ann Lee, mayor of Leeds.
"""

from collections.abc import Iterator, Sequence

from claimx.doc import Doc, Span, Token
from claimx.rules.attributed import Attributed
from claimx.rules.cues import cue_of
from claimx.rules.quotations import is_mark, paragraphs, without_space
from claimx.rules.sayings import verb_group
from claimx.rules.sources import source_head, source_span, speaker_span

_DASHES = frozenset({"-", "–", "—", "--"})
_NOMINAL = frozenset({"NOUN", "PROPN", "DET", "ADJ", "ADP", "PUNCT", "PART", "CCONJ", "NUM"})
_SIGNATURE = 14  # words of "Ann Lee, mayor of Leeds" at most


def read_blocks(doc: Doc) -> Iterator[Attributed]:
    """Yield the paragraphs that a clause of saying before a colon announces.

    Of a list after the colon all points are said; of running text one paragraph.
    """
    kinds = {span.start: span.label_ for span in doc.spans.get("claimx_blocks", ())}
    ranges = [without_space(doc, *block) for block in paragraphs(doc)]
    for n, (start, end) in enumerate(ranges[:-1]):
        if end <= start or doc[end - 1].text != ":":
            continue
        verb = _last_cue(doc, start, end)
        head = source_head(verb) if verb is not None else None
        if verb is None or head is None:
            continue
        block_starts = [block[0] for block in paragraphs(doc)]
        said = [n + 1]
        while _is_bullet(kinds, block_starts, said) and said[-1] + 1 < len(ranges):
            said.append(said[-1] + 1)
        if len(said) > 1 and not _is_bullet(kinds, block_starts, said):
            said.pop()
        first, last = verb_group(verb)
        entry = cue_of(verb)
        yield Attributed(
            source=source_span(head),
            cue=doc.span(first, last),
            content=tuple(doc.span(*ranges[k]) for k in said if ranges[k][0] < ranges[k][1]),
            quote="indirect",
            speaker=speaker_span(head),
            trigger=doc.span(verb.i, verb.i + 1),
            clausal=True,
            kind=entry.kind if entry is not None else None,
            rule="block",
        )


def read_signatures(doc: Doc, speech: Sequence[Span]) -> Iterator[Attributed]:
    """Yield the quotations that a name after a dash signs, at the end of a paragraph."""
    ends = {without_space(doc, *block)[1] for block in paragraphs(doc)}
    for quote in speech:
        at = quote.end
        while at < len(doc) and doc[at].is_space:
            at += 1
        if at >= len(doc) or doc[at].text not in _DASHES:
            continue
        end = min((e for e in ends if e > at), default=len(doc))
        words = [token for token in doc[at + 1 : end] if not token.is_space]
        named = any(token.pos_ == "PROPN" for token in words)
        if not named or len(words) > _SIGNATURE or any(t.pos_ not in _NOMINAL for t in words):
            continue
        source = doc.span(words[0].i, end - 1 if doc[end - 1].text == "." else end)
        comma = next((token.i for token in source if token.text == ","), source.end)
        yield Attributed(
            source=source,
            cue=doc.span(at, at + 1),
            content=(quote,),
            quote="direct",
            speaker=doc.span(source.start, comma),
            trigger=doc.span(at, at + 1),
            clausal=True,
            kind="say",
            rule="signature",
        )


def _last_cue(doc: Doc, start: int, end: int) -> Token | None:
    """Return the verb of saying that the colon at the end of a paragraph belongs to."""
    sentence = doc[end - 1].sent
    for token in reversed(list(doc[max(start, sentence.start) : end])):
        if token.pos_ == "VERB":
            entry = cue_of(token)
            takes_quote = entry is not None and "quote" in entry.complements
            return token if takes_quote and not is_mark(doc[end - 2]) else None
    return None


def _is_bullet(kinds: dict[int, str], starts: Sequence[int], said: Sequence[int]) -> bool:
    return kinds.get(starts[said[-1]]) == "bullet"
