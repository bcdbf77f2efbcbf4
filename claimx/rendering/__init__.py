"""Output formats: each is one module with one function, ``render(readings, stream)``.

A renderer takes each article with what was found in it, one at a time and in input order, and
writes to a text stream that takes "\n" as it is.  ``stream.isatty()`` tells it that a person reads.
A new format is a module here and its name in ``FORMATS``.
"""

from collections.abc import Iterable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, TextIO, TypeAlias, cast

if TYPE_CHECKING:  # the names of formats stand in the help, which is instant
    from claimx.article import Article
    from claimx.records import Document

Reading: TypeAlias = "tuple[Article, Document]"

# Formats that take ``fields``, the columns to show.
TABLES = ("csv", "tsv", "jsonl")
FORMATS = (
    "text",
    "json",
    "jsonl",
    "csv",
    "tsv",
    "markdown",
    "html",
    "triples",
    "label-studio",
    "prodigy",
    "brat",
    "web-annotation",
    "jsonld",
)


class Renderer(Protocol):
    """Write readings to a stream as they come, holding no more than one of them."""

    def __call__(self, readings: Iterable[Reading], stream: TextIO) -> None:
        """Write all of them, in the order given."""


def renderer(name: str, **options: Any) -> Renderer:
    """Return the renderer of one of ``FORMATS``; its module is imported only now.

    ``options`` are keyword arguments of its ``render``, such as ``fields`` of the tables.
    """
    module = import_module(f"claimx.rendering.{name.replace('-', '_')}")
    return cast(Renderer, partial(module.render, **options))
