"""From bytes to articles: decoded once, laid out, never edited."""

from claimx.reading.files import make_article, read_article, read_inputs
from claimx.reading.layout import find_title, lay_out

__all__ = ["find_title", "lay_out", "make_article", "read_article", "read_inputs"]
