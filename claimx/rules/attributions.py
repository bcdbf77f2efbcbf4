"""Who says so: every attribution of an article, from the tree and from the model's own reading.

The language model marks words as source, cue and content; the grammar knows which of them belong
together and finds forms that the model has not learnt.  Where both see the same cue, the model's
stretches stand and the grammar ties them together; what only the grammar sees is added for the
rules that are right more often than not (``_TRUSTED``).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from claimx.rules.attributed import Attributed
from claimx.rules.continuation import carry_on
from claimx.rules.grammar import read_grammar, with_quote
from claimx.rules.linking import link
from claimx.rules.quotations import find_quoted

__all__ = ["Attributed", "find_attributions", "innermost"]

GROUP = "claimx_attribution"
_TRUSTED = frozenset(
    {
        "verb:clause",
        "verb:parataxis",
        "verb:inserted",
        "verb:beside",
        "noun",
        "adjective",
        "adverb",
        "phrase",
        "phrase:citing",
        "headline",
        "turn",
    }
)


def find_attributions(doc: Doc) -> list[Attributed]:
    """Return every attribution of ``doc`` in the sense of PARC and PolNeAR, in text order."""
    grammar = read_grammar(doc)
    quoted = find_quoted(doc)
    if GROUP in doc.spans:
        found = link(doc, list(doc.spans[GROUP]), grammar)
        found += _unseen(grammar, found)
    else:
        found = grammar
    found = carry_on(doc, sorted(found, key=_place), quoted)
    return [with_quote(item, quoted) for item in found]


def innermost(word: Token, attributions: Iterable[Attributed]) -> Attributed | None:
    """Return the attribution in whose clause or quotation ``word`` stands, the narrowest one.

    A word of the cue or the source itself does not count as said.
    """
    best: Attributed | None = None
    width = 0
    for item in attributions:
        if not item.clausal or _names(item, word.i):
            continue
        for span in item.content:
            if span.start <= word.i < span.end and (best is None or len(span) < width):
                best, width = item, len(span)
    return best


def _names(item: Attributed, i: int) -> bool:
    return any(span is not None and span.start <= i < span.end for span in (item.cue, item.source))


def _unseen(grammar: Sequence[Attributed], found: Sequence[Attributed]) -> list[Attributed]:
    taken = {
        i for item in found if item.cue is not None for i in range(item.cue.start, item.cue.end)
    }
    return [
        replace(item, rule=f"grammar {item.rule}")
        for item in grammar
        if item.rule in _TRUSTED
        and item.trigger is not None
        and not taken.intersection(range(item.trigger.start, item.trigger.end))
    ]


def _place(item: Attributed) -> tuple[int, int]:
    spans = [span for span in (item.cue, item.source, *item.content) if span is not None]
    return (item.cue or spans[0]).start, min(span.start for span in spans)
