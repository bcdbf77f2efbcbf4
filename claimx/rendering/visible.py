"""Text from articles made safe to show: nothing in it steers a terminal or reorders a line."""

import unicodedata

# Joiners build emoji and Indic letters; every other format character only hides or reorders text.
_KEPT_FORMATS = frozenset("\u200c\u200d")
# Embeddings, overrides and isolates: shown by number, since dropping them would hide an attack.
_REORDERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def visible(text: str) -> str:
    """Return ``text`` with controls as pictures and every kind of space as a plain one.

    ESC becomes "␛", a right-to-left override "<U+202E>"; invisible format characters are dropped.
    """
    return text if text.isascii() and text.isprintable() else "".join(map(_show, text))


def one_line(text: str) -> str:
    """Return :func:`visible` text with every run of white space as one space."""
    return " ".join(visible(text).split())


def _show(character: str) -> str:
    category = unicodedata.category(character)
    if character in "\t\n\r\f\v" or category in {"Zs", "Zl", "Zp"}:
        return " "
    if category == "Cc":
        code = ord(character)
        if code < 0x20:
            return chr(0x2400 + code)
        return "␡" if code == 0x7F else f"<U+{code:04X}>"
    if category == "Cf" and character not in _KEPT_FORMATS:
        return f"<U+{ord(character):04X}>" if character in _REORDERING else ""
    return "\ufffd" if category == "Cs" else character
