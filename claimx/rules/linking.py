"""Tie the model's spans together: which source and which content belong to which cue.

The model labels words source, cue or content, flat.  A cue that the grammar reads too takes the
spans that overlap the grammar's; any other takes what stands nearest, as English orders them:
source cue content, content source cue, content cue source.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claimx.doc import Doc, Span, Token
from claimx.rules.attributed import Attributed
from claimx.rules.cues import cue_of
from claimx.rules.quotations import is_mark
from claimx.rules.sources import antecedent_of, speaker_span
from claimx.rules.tree import trim

_FAR = 40
_EDGES = frozenset({",", ";", ":"})
_COMMAS = frozenset({",", "-", "–", "—", "--"})
_LOOSE = frozenset({"appos", "acl", "advcl", "nmod", "obl", "parataxis", "list", "amod"})
_CLAUSES = frozenset({"ccomp", "root", "parataxis", "csubj", "conj", "advcl", "dep"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(slots=True)
class _Draft:
    """An attribution in the making."""

    cue: Span
    grammar: Attributed | None
    source: Span | None = None
    content: list[Span] = field(default_factory=list)


class _Reach:
    """What stands near a word, found without a look at all of a long article's cues and sources."""

    def __init__(self, drafts: Sequence[_Draft], sources: Sequence[Span]) -> None:
        self._drafts = sorted(drafts, key=lambda draft: draft.cue.start)
        self._starts = [draft.cue.start for draft in self._drafts]
        self._longest = max((len(draft.cue) for draft in drafts), default=0)
        self._tied: dict[int, list[int]] = {}
        for n, draft in enumerate(self._drafts):
            for own in draft.grammar.content if draft.grammar is not None else ():
                for i in range(own.start, own.end):
                    self._tied.setdefault(i, []).append(n)
        self._sources = sorted(sources, key=lambda source: source.start)
        self._source_starts = [source.start for source in self._sources]
        self.source_at = {i: source for source in sources for i in range(source.start, source.end)}

    def drafts_near(self, content: Span) -> list[_Draft]:
        """Return those whose cue stands near, or whose content the grammar sees there, in order."""
        first = bisect_left(self._starts, content.start - 2 * _FAR - self._longest)
        last = bisect_right(self._starts, content.end + 2 * _FAR)
        found = set(range(first, last))
        for i in range(content.start, content.end):
            found.update(self._tied.get(i, ()))
        return [self._drafts[n] for n in sorted(found)]

    def sources_near(self, cue: Span) -> list[Span]:
        """Return the sources that begin near a cue, in order."""
        first = bisect_left(self._source_starts, cue.start - 2 * _FAR)
        return self._sources[first : bisect_right(self._source_starts, cue.start + 2 * _FAR)]

    def count_cues(self, start: int, end: int) -> int:
        """Return how many cues begin from ``start`` to ``end``, none where these overlap."""
        return max(0, bisect_left(self._starts, end) - bisect_left(self._starts, start))


def link(doc: Doc, spans: Sequence[Span], grammar: Sequence[Attributed]) -> list[Attributed]:
    """Return one attribution for every cue of ``spans``, and content that no cue took by itself."""
    rank = {item.trigger.start: n for n, item in enumerate(grammar) if item.trigger is not None}
    drafts = [
        _Draft(span, _reading_of(span, grammar, rank)) for span in spans if span.label_ == "cue"
    ]
    sources = [span for span in spans if span.label_ == "source"]
    reach = _Reach(drafts, sources)
    loose = []
    for content in (span for span in spans if span.label_ == "content"):
        draft = _nearest(content, reach)
        if draft is None:
            loose.append(content)
        else:
            draft.content.append(content)
    _give_sources(drafts, sources, reach)
    found = [_finish(draft) for draft in drafts]
    found += [_alone(span) for span in map(_trimmed, loose) if len(span)]
    return found


def _reading_of(
    cue: Span, grammar: Sequence[Attributed], rank: Mapping[int, int]
) -> Attributed | None:
    """Return the grammar's attribution whose bare cue word lies in ``cue``, the last of several.

    ``rank`` is the place in ``grammar`` of the attribution whose cue begins at a position.
    """
    own = max((rank[i] for i in range(cue.start, cue.end) if i in rank), default=None)
    return None if own is None else grammar[own]


def _nearest(content: Span, reach: _Reach) -> _Draft | None:
    best, least = None, _FAR
    for draft in reach.drafts_near(content):
        cost = _distance(content, draft, reach)
        if cost < least:
            best, least = draft, cost
    return best


def _distance(content: Span, draft: _Draft, reach: _Reach) -> int:
    """Count the words between a cue and a content, free of charge where the grammar ties them."""
    if draft.grammar is not None and any(
        max(content.start, own.start) < min(content.end, own.end) for own in draft.grammar.content
    ):
        return 0
    first, last = sorted((content, draft.cue), key=lambda span: span.start)
    if last.start - first.end > 2 * _FAR:
        return _FAR
    if content.sent.start != draft.cue.sent.start and not (
        _is_quoted(content, draft.cue) and _speaks(draft) and not _is_over(content, draft.cue)
    ):
        return _FAR  # other sentences are the writer's own words again
    between = content.doc[first.end : last.start]
    words = sum(
        1
        for token in between
        if token.i not in reach.source_at and not token.is_punct and not token.is_space
    )
    others = reach.count_cues(first.end, last.start)
    stops = sum(1 for token in content.doc[first.end + 1 : last.start + 1] if token.is_sent_start)
    return 1 + 2 * words + 12 * others + 6 * stops + (content.start < draft.cue.start)


def _speaks(draft: _Draft) -> bool:
    """Say whether the cue can introduce a quotation: who wants or feels does not thereby speak."""
    if draft.grammar is not None:
        return draft.grammar.kind not in ("want", "feel", "know", "show")
    entry = cue_of(_trigger(draft.cue).root)
    return entry is not None and "quote" in entry.complements


def _is_over(content: Span, cue: Span) -> bool:
    """Tell whether a quotation before the cue's sentence ends with a full stop of its own."""
    last = next((token for token in reversed(list(content)) if not is_mark(token)), content[-1])
    return content.end <= cue.start and last.text == "."


def _is_quoted(content: Span, cue: Span) -> bool:
    return is_mark(content[0]) or is_mark(content[-1]) or cue[-1].text == ":"


def _give_sources(drafts: Sequence[_Draft], sources: Sequence[Span], reach: _Reach) -> None:
    """Give every cue its source, then what is left to the nearest cue without one."""
    used: set[int] = set()
    for draft in drafts:
        own = draft.grammar.source if draft.grammar is not None else None
        match = reach.source_at.get(own.root.i) if own is not None else None
        if match is None and not (own is not None and _is_phrase(draft.grammar)):
            match = _nearest_source(draft.cue, reach)
        if match is not None:
            draft.source = match
            used.add(match.start)
    by_sentence: dict[int, list[_Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.cue.sent.start, []).append(draft)
    for source in sources:
        if source.start not in used:
            near = [d for d in by_sentence.get(source.sent.start, ()) if d.source is None]
            if near:
                near.sort(key=lambda d: abs(d.cue.start - source.start))
                near[0].source = source
                used.add(source.start)


def _is_phrase(reading: Attributed | None) -> bool:
    """ "According to A, citing B": a phrase names its source itself."""
    return reading is not None and reading.rule == "phrase"


def _nearest_source(cue: Span, reach: _Reach) -> Span | None:
    best, least = None, 14
    for source in reach.sources_near(cue):
        if source.sent.start != cue.sent.start:
            continue
        first, last = sorted((source, cue), key=lambda span: span.start)
        others = reach.count_cues(first.end, last.start)
        cost = (last.start - first.end) + 8 * others + 2 * (source.start > cue.start)
        if cost < least:
            best, least = source, cost
    return best


def _finish(draft: _Draft) -> Attributed:
    reading = draft.grammar
    trimmed = (_trimmed(span) for span in sorted(draft.content, key=lambda span: span.start))
    content = tuple(span for span in trimmed if len(span))
    if not content and reading is not None:
        content = reading.content
    trigger = reading.trigger if reading is not None else _trigger(draft.cue)
    entry = None if trigger is None else cue_of(trigger.root)
    source = draft.source
    speaker = _whom(source, reading)
    if source is None and reading is not None:
        source, speaker = reading.source, reading.speaker
    clausal = reading.clausal if reading is not None else any(map(is_clause, content))
    return Attributed(
        source=source,
        cue=draft.cue,
        content=content,
        quote="indirect",
        speaker=speaker,
        trigger=trigger,
        clausal=clausal,
        scope=(*content, *reading.content) if clausal and reading is not None else (),
        kind=reading.kind if reading is not None else (entry.kind if entry else None),
        rule="model" if reading is None else f"model {reading.rule}",
    )


def _alone(content: Span) -> Attributed:
    """Return a content without cue or source: speech that goes on from an earlier sentence."""
    return Attributed(source=None, cue=None, content=(content,), quote="indirect", rule="model")


def _trimmed(content: Span) -> Span:
    """Return the content without the commas and blanks at its ends."""
    start, end = content.start, content.end
    doc = content.doc
    while start < end and (doc[start].is_space or doc[start].text in _EDGES):
        start += 1
    while start < end and (doc[end - 1].is_space or doc[end - 1].text in _EDGES):
        end -= 1
    return doc.span(start, end)


def _trigger(cue: Span) -> Span:
    """Return the bare cue word of a verb group: its verb, else its head."""
    root = cue.root
    if root.pos_ not in ("VERB", "NOUN", "ADJ"):
        root = next((t for t in cue if t.pos_ in ("VERB", "NOUN", "ADJ")), root)
    return cue.doc.span(root.i, root.i + 1)


def _whom(source: Span | None, reading: Attributed | None) -> Span | None:
    """Return whom a claim cites; "the paper wrote, citing the mayor" cites the mayor."""
    if reading is not None and reading.rule == "phrase:citing":
        return reading.speaker
    return None if source is None else _speaker(source)


def _comma_of(child: Token) -> int | None:
    """Return where the comma or dash stands that sets a phrase off, if one does.

    In UD it hangs on the phrase ("Ann Lee, a farmer, said"), after a bracket too ("(UNO), a body").
    """
    doc, first = child.doc, child.left_edge.i
    for at in (first, first - 1, first + 1):
        if not 0 <= at <= child.i or doc[at].text not in _COMMAS:
            continue
        if at <= first or doc[first].text in (")", "]"):
            return at
    return None


def _speaker(source: Span) -> Span:
    """Return whom a claim cites: the source up to the comma of an apposition or relative clause."""
    root = source.root
    if antecedent_of(root) is not None or root.tag_ == "PRP$":
        return speaker_span(root)
    start, end = source.start, source.end
    for child in root.rights:
        loose = (
            child.relation in _LOOSE
            or child.pos_ == "NUM"  # an age
            or (child.dep_ == "conj" and child.ent_type_ != root.ent_type_)
        )
        at = _comma_of(child)
        if loose and at is not None and start < at < end:
            end = at
            break
    for token in source.doc[start + 1 : source.end]:
        if token.i < end and token.tag_ in ("WP", "WDT", "WP$") and token.nbor(-1).text == ",":
            end = token.i - 1
    if start < root.left_edge.i <= root.i and source.doc[root.left_edge.i - 1].text == ",":
        start = root.left_edge.i  # "after the exchange of fire, North Korea" cut too wide
    return trim(source.doc, start, max(end, start + 1))


def is_clause(span: Span) -> bool:
    """Say whether a stretch of content is a finite clause rather than a noun phrase."""
    root = span.root
    if root.relation not in _CLAUSES:
        return False
    verbs: list[Token] = [root, *(c for c in root.children if c.dep_ in ("aux", "cop", "aux:pass"))]
    return any(token.tag_ in _FINITE for token in verbs)
