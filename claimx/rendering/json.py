"""One document object an article, one a line: the same bytes alone or among others."""

from collections.abc import Iterable
from typing import TextIO

from claimx.rendering import Reading

# JSON lets these stand as they are, but a terminal obeys DEL and the C1 controls, and several
# readers of lines break at NEL and the Unicode separators.  They only occur inside strings.
_ESCAPED = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029)}


def render(readings: Iterable[Reading], stream: TextIO) -> None:
    """Write each document on a line of its own."""
    for _, document in readings:
        stream.write(one_line(document.to_json()))


def one_line(json: str) -> str:
    """Return JSON text as one line that is safe to print and to split at line ends."""
    return json.translate(_ESCAPED) + "\n"
