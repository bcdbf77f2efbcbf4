"""Hang punctuation where UD does: pairs on what they enclose, the rest on what it sets off.

After the rules of UD's guidelines on punct, as Udapi's FixPunct reads them (Popel et al. 2017).
"""

from bisect import bisect_left

from spacy.tokens import Doc

from claimx.language.trees import Tree

PAIRS = {"(": ")", "[": "]", "{": "}", "“": "”", "‘": "’", '"': '"', "``": "''"}
# A unit with such a label keeps the comma beside it; "They" in "In Ghent, they left" does not.
SET_OFF = frozenset(
    "acl acl:relcl advcl advcl:relcl advmod amod appos ccomp conj csubj dep discourse dislocated"
    " list nmod nmod:unmarked obl obl:unmarked orphan parataxis vocative xcomp".split()
)


def hang_punctuation(doc: Doc, tree: Tree) -> None:
    """Give every punctuation mark that hangs as one its head in UD."""
    marks = [t.i for t in doc if tree.deps[t.i] == "punct" and not tree.children(t.i)]
    unhung = set(marks)
    extents = _extents(tree, [t.i for t in doc if t.i not in unhung and not t.is_space])
    for sent in doc.sents:
        words = [i for i in range(sent.start, sent.end) if i in extents]
        inside = [mark for mark in marks if sent.start <= mark < sent.end] if words else []
        heads = _pair_heads(doc, tree, inside, words)
        for mark in inside:
            head = heads[mark] if mark in heads else _unit_beside(tree, mark, words, extents)
            tree.move(mark, head, "punct")


def _extents(tree: Tree, words: list[int]) -> dict[int, tuple[int, int]]:
    """Return the first and the last word of the phrase of each of ``words``."""
    extents = {i: (i, i) for i in words}
    depths = tree.depths()
    for i in sorted(words, key=lambda i: -depths[i]):
        head = tree.heads[i]
        if head in extents:
            (first, last), (start, end) = extents[head], extents[i]
            extents[head] = min(first, start), max(last, end)
    return extents


def _pair_heads(doc: Doc, tree: Tree, marks: list[int], words: list[int]) -> dict[int, int]:
    """Return the head of what each closed pair of brackets or quotation marks encloses."""
    heads: dict[int, int] = {}
    open_: list[int] = []
    for mark in marks:
        partner = next((o for o in reversed(open_) if PAIRS[doc[o].text] == doc[mark].text), None)
        if partner is None:
            if doc[mark].text in PAIRS:
                open_.append(mark)
            continue
        del open_[open_.index(partner) :]
        inside = words[bisect_left(words, partner) : bisect_left(words, mark)]
        tops = [i for i in inside if tree.is_root(i) or not partner < tree.heads[i] < mark]
        if len(tops) == 1:
            heads[partner] = heads[mark] = tops[0]
    return heads


def _unit_beside(
    tree: Tree, mark: int, words: list[int], extents: dict[int, tuple[int, int]]
) -> int:
    """Return the highest word that ``mark`` sets off: its phrase lies beside the mark."""
    at = bisect_left(words, mark)
    if at in (0, len(words)):
        return _root_above(tree, words[at - 1 if at else 0])
    left, right = words[at - 1], words[at]
    while not tree.is_root(left) and extents[tree.heads[left]][1] < mark:
        left = tree.heads[left]
    while not tree.is_root(right) and extents[tree.heads[right]][0] > mark:
        right = tree.heads[right]
    if tree.is_root(left) or extents[left][1] > mark:
        return right
    if tree.is_root(right) or extents[right][0] < mark:
        return left
    opens = tree.deps[left] not in SET_OFF or tree.heads[left] < left  # "on Monday, saying ..."
    return right if opens and tree.deps[right] in SET_OFF else left


def _root_above(tree: Tree, i: int) -> int:
    while not tree.is_root(i):
        i = tree.heads[i]
    return i
