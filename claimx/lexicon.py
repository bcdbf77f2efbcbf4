"""Read the word lists of ``claimx/lexicons``: TOML rows checked against a frozen row type."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from claimx.errors import LexiconError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a word list: its fields are the keys, and any other key is an error."""

    __pydantic_config__ = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidenced(Row):
    """A row with a sentence in which its words are at work and one in which they are not.

    The tests run both.
    """

    example: str
    not_example: str


AnyRow = TypeVar("AnyRow", bound=Row)


def read_lexicon(name: str, table: str, row: type[AnyRow]) -> tuple[AnyRow, ...]:
    """Return the ``[[table]]`` rows of ``lexicons/name.toml`` as values of ``row``.

    Raises:
        LexiconError: a row has a key or a value that the row type does not allow.
    """
    try:
        return TypeAdapter(tuple[row, ...]).validate_python(_tables(name).get(table, []))  # type: ignore[valid-type]  # row is a type at run time
    except ValidationError as error:
        raise LexiconError(f"lexicons/{name}.toml: {error}") from error


@lru_cache(maxsize=8)
def _tables(name: str) -> Mapping[str, Any]:
    """Return what a file holds, kept for its next table."""
    return tomllib.loads((files("claimx") / "lexicons" / f"{name}.toml").read_text("utf-8"))
