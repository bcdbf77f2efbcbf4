"""One attribution as spans of a Doc."""

from dataclasses import dataclass

from claimx.doc import Span
from claimx.records import QuoteKind
from claimx.rules.cues import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """Somebody's saying, thinking or feeling.

    ``source``, ``cue`` and ``content`` are cut as PolNeAR cuts them ("who", "had also said:").
    A claim cites ``speaker``, the source with "who" replaced by its antecedent and loose modifiers
    left off, and ``trigger``, the bare word or phrase that reports ("said", "according to").
    ``clausal`` tells a content that is a clause or quoted speech, whose claims are the source's,
    from one that only names its topic ("condemned the strikes").  ``listed`` is false for what
    serves claims only: a saying inside what somebody else says, which PolNeAR leaves out, and what
    the grammar alone sees and is often wrong about.  ``scope`` is
    where the claims are that the speaker answers for; empty: the content.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    quote: QuoteKind
    speaker: Span | None = None
    trigger: Span | None = None
    clausal: bool = False
    kind: Kind | None = None
    listed: bool = True
    scope: tuple[Span, ...] = ()
    rule: str = ""
