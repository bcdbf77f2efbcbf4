"""A Parquet table, one claim a row, with the columns of the CSV output; repeated articles once."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from claimx.corpus.atomic import whole_file
from claimx.corpus.store import Entry, originals

if TYPE_CHECKING:
    from claimx.records import Document
    from claimx.rendering.flat import Cell

_ROWS = 20_000


def prepare(document: "Document", name: str) -> bytes:
    """Return the rows of an article; several values of a cell are joined by "; "."""
    from claimx.rendering.flat import claim_values, default_columns, pick

    names = default_columns()
    rows = [[_typed(pick(claim, name)) for name in names] for claim in claim_values(document)]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()


def write(path: Path, entries: Iterable[Entry]) -> None:
    """Write the claims of all entries to ``path``."""
    import pyarrow
    from pyarrow import parquet

    kinds = {
        str: pyarrow.string(),
        bool: pyarrow.bool_(),
        int: pyarrow.int64(),
        float: pyarrow.float64(),
    }
    schema = pyarrow.schema([(name, kinds[kind]) for name, kind in _columns().items()])
    with whole_file(path) as part, parquet.ParquetWriter(part, schema, compression="zstd") as table:
        for rows in _portions(entries):
            columns = zip(*rows, strict=True)
            arrays = [pyarrow.array(c, type=f.type) for c, f in zip(columns, schema, strict=True)]
            table.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))


def _portions(entries: Iterable[Entry]) -> Iterator[list[list[Any]]]:
    rows: list[list[Any]] = []
    for entry in originals(entries):
        rows += json.loads(entry.share)
        if len(rows) >= _ROWS:
            yield rows
            rows = []
    if rows:
        yield rows


def _typed(value: Any) -> "Cell":
    """Return a cell that is true or false where a table of text says "true"."""
    from claimx.rendering.flat import cell

    return value if isinstance(value, bool) else cell(value)


def _columns() -> dict[str, type]:
    """Return the columns with their types."""
    from claimx.records import Claim, Source
    from claimx.rendering.flat import default_columns

    kinds = {**_leaves(Source, "document."), **_leaves(Claim, "")}
    return {name: kinds[name] for name in default_columns()}


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
