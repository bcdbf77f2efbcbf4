"""What a worker does with one item: read it as an article, look at its language, extract."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, TypeAlias, cast

from claimx.article import Article
from claimx.corpus.inputs import Item
from claimx.corpus.sketch import sketch
from claimx.errors import InputError
from claimx.records import Document

Status = Literal["done", "failed", "foreign"]
Extract: TypeAlias = Callable[[Article], Document]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is asked of each article; any change of it makes all results invalid.

    ``extractor`` is "module:function"; the function takes ``model`` and returns what turns an
    article into a document.  It is called once a worker.
    """

    model: str | None = None
    encoding: str | None = None
    text_field: str | None = None
    any_language: bool = False
    sketches: bool = False
    keep_text: str | None = None
    extractor: str = "claimx.corpus.work:load_extractor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one item; ``document`` is JSON text, ``problem`` one line."""

    name: str
    digest: str
    status: Status
    document: str | None = None
    problem: str | None = None
    words: int = 0
    sketch: str | None = None

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> "Outcome":
        """Return what ``dataclasses.asdict`` made values of."""
        return cls(**values)


def load_extractor(model: str | None) -> Extract:
    """Return the extractor of the project, with its language model."""
    import claimx
    from claimx.extraction import read_document

    nlp = claimx.load(model)
    return lambda article: read_document(article, nlp)


class Worker:
    """Turns items into outcomes; holds the language model."""

    def __init__(self, task: Task) -> None:
        """Load what ``task`` needs.

        Raises:
            SetupError: the language model is missing or damaged.
        """
        self._task = task
        module, function = task.extractor.split(":")
        self._extract = cast(Extract, getattr(import_module(module), function)(task.model))

    def read(self, item: Item, digest: str) -> Outcome:
        """Return the outcome of one item; an article that cannot be read is a failed one."""
        if item.problem is not None:
            return Outcome(name=item.name, digest=digest, status="failed", problem=item.problem)
        try:
            article = read_item(item, self._task)
            if not self._task.any_language and not _is_english(article.text):
                problem = "not in English; --any-language reads it all the same"
                return Outcome(name=item.name, digest=digest, status="foreign", problem=problem)
            document = self._extract(article)
        except InputError as error:
            return Outcome(name=item.name, digest=digest, status="failed", problem=str(error))
        if self._task.keep_text is not None:
            _keep(article, document.document.id, Path(self._task.keep_text))
        return Outcome(
            name=item.name,
            digest=digest,
            status="done",
            document=document.to_json(),
            words=document.document.words,
            sketch=sketch(article.text) if self._task.sketches else None,
        )


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


def _is_english(text: str) -> bool:
    from claimx.reading.english import is_english

    return is_english(text)


def _keep(article: Article, name: str, folder: Path) -> None:
    """Store the text that offsets count in; equal texts have one name and one file."""
    from claimx.corpus.atomic import write_whole

    write_whole(folder / f"{name}.txt", article.text.encode())
