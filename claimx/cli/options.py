"""Options that several commands share: the same name, the same help."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

MOST = 2**31 - 1  # rows; SQLite counts no further than 2**63

Inputs: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[INPUT]...",
        help="Files (text, web pages, JSON), folders (their .txt and .md files), or -.",
        show_default=False,
    ),
]
Output: TypeAlias = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to a file, complete or not at all."),
]
Encoding: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="Encoding of the input; else UTF-8, or cp1252 with a warning."
    ),
]
Published: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", help='Day of publication, 2025-03-14, that "yesterday" counts from.'
    ),
]
MaxBytes: TypeAlias = Annotated[
    int, typer.Option(min=1, help="Refuse articles that are larger, unpacked.")
]
ModelName: TypeAlias = Annotated[
    str | None, typer.Option(metavar="NAME", help="Another spaCy pipeline, by name or folder.")
]
Database: TypeAlias = Annotated[
    Path, typer.Argument(metavar="DB", help="A database that claimx batch wrote.")
]
Quiet: TypeAlias = Annotated[
    bool, typer.Option("--quiet", "-q", help="Say nothing but errors on stderr.")
]
Debug: TypeAlias = Annotated[bool, typer.Option("--debug", help="Show the traceback of errors.")]
