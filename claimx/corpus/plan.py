"""What a run is asked for, and what has come of it so far."""

import hashlib
import json
from collections.abc import Generator, Iterable
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Protocol, TypeAlias

from claimx import __version__
from claimx.article import MAX_BYTES
from claimx.corpus.inputs import Item
from claimx.corpus.task import Outcome, Task

Job: TypeAlias = tuple[int, Item, str]
"""The number of an item in the order of the inputs, the item, and its digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to do and how; only ``task`` changes what comes out of an article.

    ``shard`` is (number from 1, of how many); ``limit`` bounds the bytes of one article;
    ``errors`` and ``report`` are JSON Lines: what failed, and what came of every input.
    Relative inputs start at ``root``, and are called by their names without it.  With ``parts``
    the output is a folder of so many files; the shard is one of these parts then, and not of
    articles.  ``journal`` is where results are kept until the end, ``written`` what is no input
    although it lies among them.
    """

    inputs: tuple[str, ...]
    root: str = ""
    output: Path
    task: Task = field(default_factory=Task)
    jobs: int = 1
    resume: bool = False
    unordered: bool = False
    errors: Path | None = None
    report: Path | None = None
    keep_journal: bool = False
    shard: tuple[int, int] = (1, 1)
    parts: int | None = None
    journal: Path | None = None
    written: tuple[Path, ...] = ()
    limit: int = MAX_BYTES
    recycle: int = 1000
    timeout: float = 600.0


@dataclass(kw_only=True)
class Tally:
    """What has come of a run so far; ``kept`` of the inputs were done in an earlier run.

    ``read`` is how many bytes of the inputs it has come through; of words and bytes, too, those
    that are ``kept_`` were there already;
    ``problems`` are, at the end, the first failures, a line each; of an output of many parts,
    ``missing`` are those that could not be made, and it is ``whole`` when none is left to make.
    """

    articles: int = 0
    kept: int = 0
    kept_words: int = 0
    read: int = 0
    kept_read: int = 0
    failed: int = 0
    foreign: int = 0
    duplicates: int = 0
    words: int = 0
    claims: int = 0
    problems: list[str] = field(default_factory=list)
    missing: list[int] = field(default_factory=list)
    whole: bool = True

    def __add__(self, other: "Tally") -> "Tally":
        names = [field.name for field in fields(self) if field.name != "whole"]
        return Tally(**{name: getattr(self, name) + getattr(other, name) for name in names})

    def count(self, outcome: Outcome) -> None:
        """Take in one outcome."""
        self.articles += outcome.status == "done"
        self.failed += outcome.status == "failed"
        self.foreign += outcome.status == "foreign"
        self.words += outcome.words
        self.claims += outcome.claims


class Engine(Protocol):
    """Does jobs somewhere and yields the outcomes as they come."""

    def run(self, task: Task, jobs: Iterable[Job]) -> Generator[tuple[int, Outcome], None, None]:
        """Yield number and outcome of each job, in any order; take jobs only as fast as needed."""


def task_digest(task: Task) -> str:
    """Return a digest of everything that what comes out of an article depends on, but itself."""
    from claimx.records import SCHEMA

    values = {"claimx": __version__, "schema": SCHEMA, "model": _model_digest(task.model)}
    data = json.dumps({**asdict(task), **values}, sort_keys=True)
    return hashlib.sha256(data.encode()).hexdigest()


def _model_digest(model: str | None) -> str:
    """Return a digest of the model's own description; its name where it has none."""
    from importlib.resources import files

    folder = Path(str(files("claimx.model").joinpath("shipped"))) if model is None else Path(model)
    for name in ("manifest.json", "meta.json"):
        if (folder / name).is_file():
            return hashlib.sha256((folder / name).read_bytes()).hexdigest()
    return str(model)
