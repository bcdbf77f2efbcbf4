"""Mottos: a saying at the head or foot of an article with the name of its author, no news.

“In war, weapons are words.”—Unknown
"""

import re

from claimx.doc import Doc
from claimx.rules.quotations import paragraphs

# A quotation, a dash and at most five words
_MOTTO = re.compile(r"\s*[\"“][^\n]+[\"”]\s*[-–—]{1,2}\s*(?P<name>[\w.'’]+(?: [\w.'’]+){0,4})\s*")


def motto_tokens(doc: Doc) -> frozenset[int]:
    """Return the positions of the tokens of mottos.

    A motto is a first or last paragraph that is nothing but a quotation, a dash and a name that the
    article does not know otherwise.
    """
    blocks = [(a, b) for a, b in paragraphs(doc) if any(not token.is_space for token in doc[a:b])]
    if len(blocks) < 2:
        return frozenset()
    ends = {blocks[0], blocks[-1]}
    return frozenset(i for a, b in ends if _is_motto(doc, a, b) for i in range(a, b))


def _is_motto(doc: Doc, start: int, end: int) -> bool:
    found = _MOTTO.fullmatch(doc.span(start, end).text)
    if found is None:
        return False
    name = set(re.findall(r"\w+", found["name"]))
    others = {token.text for token in doc if not start <= token.i < end}
    return not name & others
