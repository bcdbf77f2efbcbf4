"""A parsed text as plain Python values, with spaCy's names: what the rules read.

spaCy makes a new Token at every step through its tree and a new string at every attribute, and the
rules take hundreds of steps a word.  :func:`claimx.language.snapshot.snapshot` asks spaCy once for
everything; from then on a text does not change, so that what rules ask of a token again and again
is kept with it: :func:`once_a_token`.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any, Literal, TypeVar

Flag = Literal["is_bracket", "like_num", "like_url", "like_email"]


@dataclass(slots=True, eq=False, init=False, repr=False)
class Token:
    """A word, sign of punctuation or stretch of white space, and its place in the tree.

    The attributes mean what they mean in spaCy; ``children`` are ``lefts`` and ``rights``, and
    ``relation`` is ``dep_`` without its subtype: "nsubj" for "nsubj:pass".  A root is its own
    ``head``.
    """

    doc: "Doc"
    answers: dict[Callable[..., Any], list[Any]]
    """What the tokens of the text have been asked already, by question and position."""
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    relation: str
    ent_type_: str
    ent_iob_: str
    whitespace_: str
    is_space: bool
    is_punct: bool
    is_sent_start: bool | None
    sent: "Span"
    head: "Token"
    children: tuple["Token", ...]
    lefts: tuple["Token", ...]
    rights: tuple["Token", ...]
    left_edge: "Token"
    right_edge: "Token"

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__

    @property
    def text_with_ws(self) -> str:
        """The word with the blank after it."""
        return self.text + self.whitespace_

    @property
    def is_bracket(self) -> bool:
        """Whether the word is a bracket."""
        return self.i in self.doc.flagged["is_bracket"]

    @property
    def like_num(self) -> bool:
        """Whether the word is a number, in figures or letters."""
        return self.i in self.doc.flagged["like_num"]

    @property
    def like_url(self) -> bool:
        """Whether the word is an address of the web."""
        return self.i in self.doc.flagged["like_url"]

    @property
    def like_email(self) -> bool:
        """Whether the word is an address of electronic mail."""
        return self.i in self.doc.flagged["like_email"]

    @property
    def is_alpha(self) -> bool:
        """Whether the word is all letters."""
        return self.text.isalpha()

    @property
    def is_lower(self) -> bool:
        """Whether the word has small letters only."""
        return self.text.islower()

    @property
    def is_title(self) -> bool:
        """Whether the word has a capital at its beginning only."""
        return self.text.istitle()

    @property
    def subtree(self) -> list["Token"]:
        """The token and all below it, left branches first: in text order where no arcs cross."""
        found = []
        # No recursion: a broken sentence can be deeper than Python's stack.
        open_: list[tuple[Token, bool]] = [(self, False)]
        while open_:
            token, opened = open_.pop()
            if opened or not token.children:
                found.append(token)
                continue
            open_ += [(child, False) for child in reversed(token.rights)]
            open_.append((token, True))
            open_ += [(child, False) for child in reversed(token.lefts)]
        return found

    def is_ancestor(self, other: "Token") -> bool:
        """Tell whether ``other`` hangs below this token."""
        while other.head is not other:
            other = other.head
            if other is self:
                return True
        return False

    def nbor(self, step: int = 1) -> "Token":
        """Return the token ``step`` places further on; raises ``IndexError`` beyond the text."""
        if self.i + step < 0:
            raise IndexError(f"no token {-step} places before {self.text!r}")
        return self.doc[self.i + step]


class Span:
    """The tokens of a Doc from ``start`` to ``end``, half-open, under a label."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: "Doc", start: int, end: int, label: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc[self.start : self.end])

    def __getitem__(self, at: int) -> Token:
        found = self.end + at if at < 0 else self.start + at
        if not self.start <= found < self.end:
            raise IndexError(f"no token {at} in {self.text!r}")
        return self.doc[found]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Span):
            return NotImplemented
        return (
            self.start == other.start
            and self.end == other.end
            and self.label_ == other.label_
            and self.doc is other.doc
        )

    def __hash__(self) -> int:
        return hash((self.start, self.end, self.label_))

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__

    @property
    def start_char(self) -> int:
        """Where the span begins in the text."""
        return self.doc[self.start].idx if self.start < len(self.doc) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Where the span ends in the text, the blank after it left out."""
        if self.start == self.end:
            return self.start_char
        last = self.doc[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The words as they stand in the text."""
        doc, start, end = self.doc, self.start, self.end
        if start >= end:
            return ""
        last = doc[end - 1]
        return doc.text[doc[start].idx : last.idx + len(last.text)]

    @property
    def sent(self) -> "Span":
        """The sentence that the span begins in."""
        return self.doc[self.start].sent

    @property
    def root(self) -> Token:
        """The token nearest to the root of its sentence, the first of several.

        White space and punctuation without children come last, unless they are roots.
        """
        words = self.doc[self.start : self.end]
        for token in words:
            if token.head is token:
                return token
        best, least = words[0], len(self.doc)
        for token in words:
            if not self.start <= token.head.i < self.end:
                depth = _depth(token)
                if depth < least:
                    best, least = token, depth
        return best


def _depth(token: Token) -> int:
    """Return how many steps a token is below the root of its sentence."""
    if (token.is_space or token.is_punct) and not token.children:
        return len(token.doc) - 1
    steps = 0
    while token.head is not token:
        token = token.head
        steps += 1
    return steps


class Doc(tuple[Token, ...]):
    """A text as the tuple of its tokens: ``doc[a:b]`` are tokens, ``doc.span(a, b)`` is a Span.

    ``ents``, ``sents`` and ``spans`` are those of spaCy; a text without sentence bounds is one
    sentence.  ``flagged`` are the positions of the tokens that are something which few are.
    """

    text: str
    is_parsed: bool
    ents: Sequence[Span]
    sents: Sequence[Span]
    spans: Mapping[str, Sequence[Span]]
    flagged: Mapping[Flag, frozenset[int]]
    answers: dict[Callable[..., Any], list[Any]]

    def __new__(
        cls,
        tokens: Iterable[Token],
        text: str,
        *,
        is_parsed: bool,
        flagged: Mapping[Flag, frozenset[int]],
    ) -> "Doc":
        """Take over the tokens, whose places in the tree are filled in already."""
        doc = super().__new__(cls, tokens)
        doc.text, doc.is_parsed, doc.flagged, doc.answers = text, is_parsed, flagged, {}
        starts = [token.i for token in doc if token.is_sent_start and token.i]
        doc.sents = tuple(
            Span(doc, start, end)
            for start, end in zip([0, *starts], [*starts, len(doc)], strict=True)
            if start < end
        )
        for sent in doc.sents:
            for token in sent:
                token.doc, token.sent, token.answers = doc, sent, doc.answers
        return doc

    def __hash__(self) -> int:
        return id(self)

    def span(self, start: int, end: int, label: str = "") -> Span:
        """Return the tokens from ``start`` to ``end``, what lies beyond the text cut off."""
        if not 0 <= start <= end <= len(self):
            start = min(max(start, 0), len(self))
            end = min(max(start, end), len(self))
        return Span(self, start, end, label)

    def char_span(self, start: int, end: int) -> Span | None:
        """Return the span of all tokens that the characters ``start`` to ``end`` touch.

        A blank belongs to the word before it.  None where the characters lie outside the text.
        """
        first, last = self._token_at(start), self._token_at(end - 1)
        if first is None or last is None:
            return None
        if start == first.idx + len(first.text):
            return self.span(first.i + 1, last.i + 1)
        return self.span(first.i, last.i + 1)

    def _token_at(self, at: int) -> Token | None:
        token = self[bisect_right(self._offsets, at) - 1] if self else None
        inside = token is not None and token.idx <= at < token.idx + len(token.text_with_ws)
        return token if inside else None

    @cached_property
    def _offsets(self) -> list[int]:
        return [token.idx for token in self]


_Answer = TypeVar("_Answer")
_UNASKED: Any = object()


def once_a_token(question: Callable[[Token], _Answer]) -> Callable[[Token], _Answer]:
    """Make a function of a Token ask only once and keep the answer with the Token's text.

    The answer is shared, so it must be a value that nobody alters.
    """

    @wraps(question)
    def ask(token: Token) -> _Answer:
        try:
            answer: _Answer = token.answers[question][token.i]
        except KeyError:
            token.answers[question] = [_UNASKED] * len(token.doc)
            answer = _UNASKED
        if answer is _UNASKED:
            answer = token.answers[question][token.i] = question(token)
        return answer

    return ask


def once_a_doc(question: Callable[[Doc], _Answer]) -> Callable[[Doc], _Answer]:
    """Make a function of a Doc ask only once, as :func:`once_a_token` does."""

    @wraps(question)
    def ask(doc: Doc) -> _Answer:
        if question not in doc.answers:
            doc.answers[question] = [question(doc)]
        answer: _Answer = doc.answers[question][0]
        return answer

    return ask
