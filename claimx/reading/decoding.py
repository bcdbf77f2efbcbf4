"""Bytes to text, once: byte order mark, UTF-8, the encoding asked for, cp1252 as the last resort.

The text is never edited: line ends stay as they are, and offsets count its code points.  Only a
byte order mark is left out, since it marks the encoding and is no character of the text.
"""

import codecs
import re
from dataclasses import dataclass

from claimx.errors import InputError, UsageError

# Longest first: the mark of UTF-32-LE begins with that of UTF-16-LE.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text and the encoding it was read with; ``warning`` says what had to be guessed."""

    text: str
    encoding: str
    warning: str | None = None


def check_encoding(name: str) -> None:
    """Accept the name of a text encoding.

    Raises:
        UsageError: Python knows no such encoding.
    """
    try:
        "a".encode(name)
    except (LookupError, ValueError) as error:
        raise UsageError(f"unknown encoding {name!r}; try utf-8, cp1252 or utf-16") from error


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of ``data``.

    Raises:
        InputError: empty, binary, or not in the encoding asked for.
    """
    decoded = _decode_as(data, encoding) if encoding else _guess(data)
    if not decoded.text.strip():
        raise InputError("holds no text" if data else "empty")
    if "\x00" in decoded.text:
        raise InputError("holds NUL characters; not a text, or in another encoding (--encoding)")
    return decoded


def _decode_as(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeError as error:
        raise InputError(f"not {encoding}{_place(error)}; name the encoding it has") from error
    return Decoded(text=text.removeprefix("\ufeff"), encoding=encoding)


def _guess(data: bytes) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding)
    if b"\x00" in data:
        at = data.index(b"\x00")
        raise InputError(f"binary (NUL at byte {at}); if it is UTF-16, say --encoding utf-16")
    try:
        return Decoded(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError as error:
        return _guess_legacy(data, error)


def _guess_legacy(data: bytes, error: UnicodeDecodeError) -> Decoded:
    """Return text that is not UTF-8: damaged UTF-8 if most of it would be, else cp1252."""
    repaired = data.decode("utf-8", errors="replace")
    lost = repaired.count("\ufffd")
    if sum(not character.isascii() for character in repaired) > 2 * lost:
        warning = f"damaged UTF-8{_place(error)}; {lost} characters read as \ufffd"
        return Decoded(text=repaired, encoding="utf-8", warning=warning)
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as second:
        raise InputError(
            f"neither UTF-8{_place(error)} nor cp1252{_place(second)}; say --encoding"
        ) from second
    if found := _CONTROL.search(text):
        raise InputError(f"binary (control character at byte {found.start()})")
    warning = f"not UTF-8{_place(error)}; read as cp1252 (see --encoding)"
    return Decoded(text=text, encoding="cp1252", warning=warning)


def _place(error: UnicodeError) -> str:
    return f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
