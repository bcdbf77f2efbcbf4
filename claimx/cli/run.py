"""A run over articles: what commands that read them have in common."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, TextIO

import typer

from claimx.article import Article
from claimx.cli.console import say
from claimx.errors import InputError, UsageError
from claimx.rendering import Reading

if TYPE_CHECKING:
    from spacy.language import Language

    from claimx.records import Document

AUTO = "auto"  # the format that suits a terminal or a pipe


@dataclass(kw_only=True)
class Run:
    """One run over the inputs, and what came of it."""

    inputs: list[str]
    encoding: str | None
    published: str | None
    title: str | None
    model: str | None
    max_bytes: int
    quiet: bool
    read: int = 0
    failed: int = 0
    claims: int = 0

    def readings(self) -> Iterator[Reading]:
        """Yield each article with what was found in it; report what cannot be read and go on."""
        from claimx.reading import read_inputs

        nlp = None
        articles = read_inputs(
            self.inputs, encoding=self.encoding, warn=self._warn, limit=self.max_bytes
        )
        for article in articles:
            try:
                if isinstance(article, InputError):
                    raise article
                if nlp is None:
                    import claimx

                    nlp = claimx.load(self.model)
                article = self._describe(article)
                document = _extract(article, nlp)
            except InputError as error:
                self.failed += 1
                say(f"error: {error}")
                continue
            self.read += 1
            self.claims += len(document.claims)
            yield article, document

    def finish(self) -> None:
        """Say what was read, where it is not one article, and exit with 1 if an input failed."""
        if not self.quiet and self.read + self.failed > 1:
            say(self.tally())
        if self.failed:
            raise typer.Exit(1)

    def tally(self) -> str:
        """Return one line on what was read and what failed."""
        articles = f"{self.read} article{'' if self.read == 1 else 's'}"
        claims = f"{self.claims} claim{'' if self.claims == 1 else 's'}"
        return f"{articles}, {claims}, {self.failed} failed"

    def _describe(self, article: Article) -> Article:
        from claimx.reading.files import writable

        if self.published is not None:
            article = replace(article, published=self.published, date_source="option")
        return article if self.title is None else replace(article, title=writable(self.title))

    def _warn(self, message: str) -> None:
        if not self.quiet:
            say(f"warning: {message}")


def _extract(article: Article, nlp: "Language") -> "Document":
    from claimx.extraction import read_document

    try:
        return read_document(article, nlp)
    except InputError as error:
        raise InputError(f"{article.path or 'standard input'}: {error}") from error


def choose_inputs(inputs: list[str] | None) -> list[str]:
    """Return what to read: the arguments, or standard input where a pipe stands."""
    if inputs:
        return inputs
    if sys.stdin is not None and sys.stdin.isatty():
        raise UsageError("nothing to read; name a file or a folder, or - for standard input")
    return ["-"]


def check_format(name: str, formats: Sequence[str]) -> None:
    """Raise ``UsageError`` for a format that a command does not have."""
    if name not in (AUTO, *formats):
        raise UsageError(f"unknown format {name!r}; choose {', '.join((AUTO, *formats))}")


def choose_format(name: str, stream: TextIO) -> str:
    """Return the format to write: ``name``, for "auto" text on a terminal and json in a pipe."""
    if name != AUTO:
        return name
    return "text" if stream.isatty() else "json"


def check_encoding_name(name: str | None) -> str | None:
    """Return an encoding's name, or None; raises ``UsageError`` for one that nobody knows."""
    if name is not None:
        from claimx.reading.decoding import check_encoding

        check_encoding(name)
    return name


def check_day(day: str | None) -> str | None:
    """Return ``--published`` as an ISO date, or None; raises ``UsageError`` for other words."""
    if day is None:
        return None
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError as error:
        raise UsageError(f"--published {day!r}: not a day; write it as 2025-03-14") from error
