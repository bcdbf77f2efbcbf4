"""What is asked of each article, and what comes of it: the values that go to workers and back."""

from dataclasses import dataclass
from typing import Literal

Status = Literal["done", "failed", "foreign"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is asked of each article; any change of it makes all results invalid.

    ``extractor`` is "module:function"; the function takes ``model`` and returns what turns an
    article into a document.  It is called once a worker.  ``store`` names the kind of output.
    """

    model: str | None = None
    encoding: str | None = None
    text_field: str | None = None
    any_language: bool = False
    sketches: bool = False
    keep_text: str | None = None
    store: str = "folder"
    extractor: str = "claimx.corpus.work:load_extractor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one item.

    ``problem`` is one line.  ``id`` and ``words`` are those of the document, ``share`` is what the
    output will have of it, ready to be written.
    """

    name: str
    digest: str
    status: Status
    problem: str | None = None
    id: str | None = None
    words: int = 0
    claims: int = 0
    sketch: str | None = None
    share: bytes = b""
