"""Read a UD tree: children by relation, and the stretch of text that a phrase covers."""

from collections.abc import Iterator

from claimx.doc import Doc, Span, Token, once_a_token

FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
RELATIVES = frozenset({"who", "whom", "which", "that", "whose", "where", "when"})
_MARKS = frozenset({",", ";", ":", "-", "–", "—", "--", ".", "?", "!", "...", "…"})
_OPEN = {"(": ")", "[": "]", "“": "”", "‘": "’", "``": "''"}
_CLOSE = {close: opening for opening, close in _OPEN.items()}
_EVEN = frozenset({'"', "'"})
# What a noun phrase can go without when a comma sets it off: "the team, which consists of girls".
_LOOSE = frozenset({"acl", "appos", "parataxis", "advcl", "nmod", "amod", "advmod", "obl", "list"})


def first_child(token: Token, *labels: str) -> Token | None:
    """Return the first child whose relation, with or without its subtype, is one of ``labels``."""
    for child in token.children:
        if child.dep_ in labels or child.relation in labels:
            return child
    return None


def first_conjunct(token: Token) -> Token:
    """Return the head of the coordination of ``token``, ``token`` itself without one."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def ancestors(token: Token) -> Iterator[Token]:
    """Yield ``token`` and the heads above it, up to the root."""
    yield token
    while token.head != token:
        token = token.head
        yield token


def is_within(token: Token, top: Token) -> bool:
    """Tell whether ``token`` is ``top`` or hangs below it."""
    return token == top or top.is_ancestor(token)


def word_before(token: Token) -> Token | None:
    """Return the token before ``token`` that is no white space, or None at the start of the Doc."""
    at = token.i - 1
    while at >= 0 and token.doc[at].is_space:
        at -= 1
    return token.doc[at] if at >= 0 else None


@once_a_token
def preposition(token: Token) -> str:
    """Return the adposition of a phrase in lower case, fixed parts joined ("because of"), or ""."""
    for child in token.children:
        if child.dep_ == "case" and child.lower_ not in ("'s", "’s", "'", "’"):
            rest = [part.lower_ for part in child.children if part.dep_ == "fixed"]
            return " ".join([child.lower_, *rest])
    return ""


@once_a_token
def mark(token: Token) -> str:
    """Return the subordinator of a clause in lower case, fixed parts joined ("as if"), or ""."""
    for child in token.children:
        if child.dep_ == "mark" and child.i < token.i and child.lower_ != "to":
            rest = [part.lower_ for part in child.children if part.dep_ == "fixed"]
            return " ".join([child.lower_, *rest])
    return ""


@once_a_token
def has_to(token: Token) -> bool:
    """Tell whether ``token`` is an infinitive with "to"."""
    return any(child.dep_ == "mark" and child.lower_ == "to" for child in token.children)


@once_a_token
def set_off(token: Token) -> bool:
    """Tell whether a comma or a dash stands before the phrase of ``token``."""
    first = token.doc[token.left_edge.i]
    if first.text in _MARKS and first.i < token.i:
        return True
    before = word_before(first)
    if before is not None and before.text in _EVEN | {"“", "”", "’’"}:
        before = word_before(before)
    return before is not None and before.text in _MARKS


def is_loose(token: Token) -> bool:
    """Tell whether ``token`` heads a modifier that a comma sets off from its noun."""
    loose = token.relation in _LOOSE or (
        token.pos_ == "NUM" and token.dep_ == "flat"  # an age, taken for a part of the name
    )
    return loose and set_off(token)


def _is_aside(token: Token) -> bool:
    """Tell whether ``token`` heads a long remark in brackets; "(KCNA)" is none."""
    opening = token.doc[token.left_edge.i]
    before = word_before(opening)
    bracket = opening.text in "([" or (before is not None and before.text in "([")
    return bracket and token.right_edge.i - token.left_edge.i > 4


def phrase_end(token: Token, cut: frozenset[int] = frozenset()) -> int:
    """Return where the phrase of ``token`` ends, trailing comma material left off.

    ``cut`` holds the positions of further tokens whose phrases do not count.
    """
    end = token.i + 1
    open_ = [token]  # no recursion: a broken sentence can be deeper than Python's stack
    while open_:
        here = open_.pop()
        end = max(end, here.i + 1)
        for child in here.rights:
            if child.dep_ == "punct" or child.is_space or child.i in cut:
                continue
            if not is_loose(child) and not _is_aside(child):
                open_.append(child)
    return end


def phrase(
    token: Token,
    *,
    stop: int | None = None,
    adposition: bool = False,
    cut: frozenset[int] = frozenset(),
) -> Span:
    """Return the phrase of ``token`` without its adposition and without trailing comma material.

    ``stop`` ends it earlier, before the relative clause that starts there; ``adposition`` keeps the
    leading preposition.  "the law" in "under the law, which ...".
    """
    doc = token.doc
    start = token.left_edge.i
    if start <= token.head.i < token.i:
        start = token.head.i + 1  # arcs that cross: no phrase holds the word that it hangs on
    for child in token.lefts:
        loose = child.dep_ == "punct" and child.text in _MARKS
        skip = (loose or child.dep_ in ("case", "cc", "mark")) and not adposition
        if child.right_edge.i < token.i and (skip or child.is_space) and child.left_edge.i <= start:
            start = child.right_edge.i + 1
    end = phrase_end(token, cut)
    if stop is not None:
        end = max(token.i + 1, min(end, stop))
    if not adposition and doc[start].lower_ == "according" and start + 2 <= token.i:
        start += 2
    return trim(doc, min(start, token.i), end)


def trim(doc: Doc, start: int, end: int) -> Span:
    """Return ``doc[start:end]`` without outer commas, unpaired quotes and white space.

    A closing bracket or quotation mark that follows its partner inside is taken in.
    """
    first, last = start, end
    while first < last - 1 and _is_edge(doc, first, first, last, left=True):
        first += 1
    while last > first + 1 and _is_edge(doc, last - 1, first, last, left=False):
        last -= 1
    if last < len(doc) and not doc[last].is_space:
        inside = [token.text for token in doc[first:last]]
        after = doc[last].text
        opening = _CLOSE.get(after)
        if opening and inside.count(opening) > inside.count(after):
            last += 1
        elif after in _EVEN and inside.count(after) % 2 and doc[last].tag_ != "POS":
            last += 1
    return doc.span(first, last)


def _is_edge(doc: Doc, at: int, start: int, end: int, *, left: bool) -> bool:
    token = doc[at]
    text = token.text
    if token.is_space or text in _MARKS:
        return True
    if text in _EVEN and token.tag_ != "POS":
        return sum(other.text == text for other in doc[start:end]) % 2 == 1
    if left and text in _CLOSE:
        return True
    if not left and text in _OPEN:
        return True
    partner = _OPEN.get(text) if left else _CLOSE.get(text)
    return partner is not None and all(other.text != partner for other in doc[start:end])


def governing(token: Token) -> Token | None:
    """Return the nearest verb or copular predicate above ``token``, or None at the root."""
    while token.head != token and token.head.i != token.i:
        token = token.head
        if token.pos_ in ("VERB", "AUX") or first_child(token, "cop") is not None:
            return token
    return None
