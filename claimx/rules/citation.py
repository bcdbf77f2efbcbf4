"""Where a sentence stands in its article, as a reader and as a machine would look it up."""

from bisect import bisect_right
from collections.abc import Sequence

from claimx.doc import Doc
from claimx.records import Citation
from claimx.rules.quotations import paragraphs

CONTEXT = 32


class Citer:
    """Cites the sentences of one Doc."""

    def __init__(self, doc: Doc) -> None:
        self._text = doc.text
        self._lines = [0, *(i + 1 for i, char in enumerate(self._text) if char == "\n")]
        self._paragraphs = [doc[start].idx for start, _ in paragraphs(doc)]
        self._sentences = _stretches(doc)
        self._starts = [start for start, _ in self._sentences]

    def cite(self, at: int) -> Citation:
        """Return the citation of the sentence that holds the code point ``at``."""
        n = max(0, bisect_right(self._starts, at) - 1)
        start, end = self._sentences[n]
        line = bisect_right(self._lines, start)
        return Citation(
            line=line,
            column=start - self._lines[line - 1] + 1,
            paragraph=max(1, bisect_right(self._paragraphs, start)),
            sentence=n + 1,
            start=start,
            end=end,
            exact=self._text[start:end],
            prefix=self._text[max(0, start - CONTEXT) : start],
            suffix=self._text[end : end + CONTEXT],
        )


def _stretches(doc: Doc) -> Sequence[tuple[int, int]]:
    """Return the sentences that hold a word, without outer white space."""
    found = []
    for sent in doc.sents:
        words = [token for token in sent if not token.is_space]
        if any(any(char.isalnum() for char in token.text) for token in words):
            found.append((words[0].idx, words[-1].idx + len(words[-1])))
    return found or [(0, len(doc.text))]
