"""Output formats: each is one module with one function, ``render(readings, stream)``.

A renderer takes each article with what was found in it, one at a time and in input order, and
writes to a text stream that takes "\n" as it is.  ``stream.isatty()`` tells it that a person reads.
A new format is a module here and its name in ``FORMATS``.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import Protocol, TextIO, TypeAlias, cast

from claimx.article import Article
from claimx.records import Document

Reading: TypeAlias = tuple[Article, Document]

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

    def __call__(self, readings: Iterable[Reading], stream: TextIO) -> None: ...


def renderer(name: str) -> Renderer:
    """Return the renderer of one of ``FORMATS``; its module is imported only now."""
    module = import_module(f"claimx.rendering.{name.replace('-', '_')}")
    return cast(Renderer, module.render)
