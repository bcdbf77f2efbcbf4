"""Claims as flat rows with dotted names, for tables and for ``--fields``."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeAlias, get_args, get_type_hints

from claimx.errors import UsageError
from claimx.records import Claim, Document, Source

Cell: TypeAlias = str | int | float | bool | None

# What a spreadsheet runs: OWASP's list with the full-width forms that Japanese editions take.
_FORMULA = tuple("=+-@\t\r＝＋－＠")
# What parts several values of a cell, such as two places.
_BETWEEN = "; "


@cache
def columns() -> tuple[str, ...]:
    """Return every column there is, in the order of the records."""
    return (*_paths(Source, "document."), *_paths(Claim, ""))


@cache
def default_columns() -> tuple[str, ...]:
    """Return the columns of a table: all of the claim, and what tells its article."""
    article = ("document.id", "document.path", "document.title", "document.published")
    return (*article, *_paths(Claim, ""))


def read_fields(names: Sequence[str]) -> tuple[str, ...]:
    """Return the columns that the user named; a group such as "who" stands for all its columns.

    Raises:
        UsageError: a name is no column.
    """
    chosen: list[str] = []
    for name in names:
        group = [column for column in columns() if column == name or column.startswith(f"{name}.")]
        if not group:
            raise UsageError(f"--fields: no field {name!r}; one of {', '.join(columns())}")
        chosen += group
    return tuple(dict.fromkeys(chosen))


def claim_values(document: Document) -> Iterator[Mapping[str, Any]]:
    """Yield each claim as JSON-ready values with its article under "document"."""
    values = document.to_dict()
    for claim in values["claims"]:
        yield {"document": values["document"], **claim}


def pick(values: Any, column: str) -> Any:
    """Return the value under a dotted name; lists on the way give a list."""
    for name in column.split("."):
        if values is None:
            return None
        if isinstance(values, list):
            values = [value and value[name] for value in values]
        else:
            values = values[name]
    return values


def cell(value: Any) -> Cell:
    """Return a value as one cell, several joined by "; "."""
    if isinstance(value, list):
        return _BETWEEN.join("" if item is None else str(item) for item in value)
    if isinstance(value, bool):  # as JSON writes it
        return str(value).lower()
    result: Cell = value
    return result


def disarm(value: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe goes before it."""
    if isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA):
        return f"'{value}"
    return value


def _paths(record: type, prefix: str) -> Iterator[str]:
    hints = get_type_hints(record)
    for field in fields(record):
        inner = _record_in(hints[field.name])
        if inner is None:
            yield prefix + field.name
        else:
            yield from _paths(inner, f"{prefix}{field.name}.")


def _record_in(hint: Any) -> type | None:
    """Return the record type inside ``X | None`` or ``tuple[X, ...]``."""
    for part in (hint, *get_args(hint)):
        if isinstance(part, type) and is_dataclass(part):
            return part
    return None
