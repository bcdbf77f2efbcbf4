"""A Parquet table, one claim a row, with the columns of the CSV output; repeated articles once."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from claimx.corpus.atomic import whole_file
from claimx.corpus.store import Entry, originals
from claimx.errors import SetupError
from claimx.records import Claim, Source
from claimx.rendering.flat import Cell, cell, claim_values, default_columns, pick

try:
    import pyarrow
    from pyarrow import parquet
except ModuleNotFoundError as error:
    raise SetupError("writing Parquet needs pyarrow: pip install 'claimx[parquet]'") from error

_ROWS = 20_000
_TYPES = {str: pyarrow.string(), bool: pyarrow.bool_(), int: pyarrow.int64()}
_TYPES[float] = pyarrow.float64()


def write(path: Path, entries: Iterable[Entry]) -> None:
    """Write the claims of all entries to ``path``; several values of a cell are joined by "; "."""
    names = default_columns()
    kinds = {**_leaves(Source, "document."), **_leaves(Claim, "")}
    schema = pyarrow.schema([(name, _TYPES[kinds[name]]) for name in names])
    with whole_file(path) as part, parquet.ParquetWriter(part, schema, compression="zstd") as table:
        for rows in _portions(entries, names):
            table.write_table(pyarrow.Table.from_pylist(rows, schema=schema))


def _typed(value: Any) -> Cell:
    """Return a cell that is true or false where a table of text says "true"."""
    return value if isinstance(value, bool) else cell(value)


def _portions(entries: Iterable[Entry], names: tuple[str, ...]) -> Iterator[list[dict[str, Any]]]:
    rows: list[dict[str, Any]] = []
    for _, document in originals(entries):
        for values in claim_values(document):
            rows.append({name: _typed(pick(values, name)) for name in names})
        if len(rows) >= _ROWS:
            yield rows
            rows = []
    if rows:
        yield rows


def _leaves(record: type, prefix: str, *, many: bool = False) -> dict[str, type]:
    """Return the type of each column; where a record may come several times, it is text."""
    found: dict[str, type] = {}
    for field in fields(record):
        hint = get_type_hints(record)[field.name]
        inner = next((p for p in (hint, *get_args(hint)) if is_dataclass(p)), None)
        several = many or get_origin(hint) is tuple
        if inner is not None:
            found |= _leaves(inner, f"{prefix}{field.name}.", many=several)  # type: ignore[arg-type]  # a class
        else:
            found[prefix + field.name] = str if several else _plain(hint)
    return found


def _plain(hint: Any) -> type:
    """Return the type in ``int``, ``str | None`` or ``Literal["a", "b"]``."""
    return next((kind for kind in (bool, int, float) if kind in (hint, *get_args(hint))), str)
