"""What a worker does with one item: read it as an article, look at its language, extract."""

import gc
from collections.abc import Callable
from contextlib import ExitStack
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, cast

from claimx.article import Article
from claimx.corpus.inputs import Item
from claimx.corpus.store import load_store
from claimx.corpus.task import Outcome, Task
from claimx.errors import ClaimxError, SetupError

if TYPE_CHECKING:
    from claimx.records import Document

Extract: TypeAlias = "Callable[[Article], Document]"


_ZONE = 200  # articles; a new zone costs the time to meet the common words again


def load_extractor(model: str | None) -> Extract:
    """Return the extractor of the project, with its language model.

    It forgets the words of articles from time to time, of which spaCy otherwise keeps every one
    that it has ever met, so that it can go on for ever.
    """
    import claimx
    from claimx.extraction import read_document

    nlp = claimx.load(model)
    zone = ExitStack()
    numbers = count()

    def extract(article: Article) -> "Document":
        if next(numbers) % _ZONE == 0:
            zone.close()
            zone.enter_context(nlp.memory_zone())
        return read_document(article, nlp)

    return extract


class Worker:
    """Turns items into outcomes; holds the language model."""

    def __init__(self, task: Task) -> None:
        """Load what ``task`` needs.

        Raises:
            SetupError: the language model is missing or damaged.
        """
        self._task = task
        self._prepare = load_store(task.store).prepare
        module, function = task.extractor.split(":")
        self._extract = cast(Extract, getattr(import_module(module), function)(task.model))
        gc.freeze()  # what is loaded by now stays: looking through it again would find nothing

    def read(self, item: Item, digest: str) -> Outcome:
        """Return the outcome of one item; an article that cannot be read is a failed one."""
        if item.problem is not None:
            return failed(item, digest, item.problem)
        try:
            article = read_item(item, self._task)
            if not self._task.any_language and not _is_english(article):
                problem = "not in English; --any-language reads it all the same"
                return Outcome(name=item.name, digest=digest, status="foreign", problem=problem)
            document = self._extract(article)
        except ClaimxError as error:  # also where a package for this kind of input is missing
            return failed(item, digest, str(error))
        if self._task.keep_text is not None:
            _keep(article, document.document.id, Path(self._task.keep_text))
        return Outcome(
            name=item.name,
            digest=digest,
            status="done",
            id=document.document.id,
            words=document.document.words,
            claims=len(document.claims),
            sketch=_sketch(article.text) if self._task.sketches else None,
            share=self._prepare(document, item.name),
        )


def failed(item: Item, digest: str, problem: str) -> Outcome:
    """Return the outcome of an item that nothing could be made of."""
    return Outcome(name=item.name, digest=digest, status="failed", problem=problem)


def read_item(item: Item, task: Task) -> Article:
    """Return the article in an item.

    Raises:
        InputError: there is none, or it cannot be decoded.
        SetupError: a package for this kind of input is missing.
    """
    from claimx.reading.decoding import decode
    from claimx.reading.files import is_page, make_article

    if item.kind == "stored":
        from claimx.reading.stored import parse_json, read_stored

        return read_stored(parse_json(item.data), name=item.name, text_field=task.text_field)
    if item.kind == "text":
        text = decode(item.data, task.encoding).text
        if not is_page(text):
            return make_article(text, path=item.name)
    from claimx.reading.html import read_page

    return read_page(item.data, name=item.name, url=item.url, encoding=task.encoding)


def _is_english(article: Article) -> bool:
    from claimx.reading.english import is_english

    return is_english(article.text, stated=article.language)


def _sketch(text: str) -> str:
    from claimx.corpus.sketch import sketch

    return sketch(text)


def _keep(article: Article, name: str, folder: Path) -> None:
    """Store the text that offsets count in; equal texts have one name and one file."""
    from claimx.corpus.atomic import write_whole

    try:
        write_whole(folder / f"{name}.txt", article.text.encode())
    except OSError as error:
        raise SetupError(f"{folder}: cannot keep texts: {error.strerror}") from error
