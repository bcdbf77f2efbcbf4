"""``claimx schema``: the promise that every document keeps."""

import json

import typer

from claimx.cli.console import user_errors


def schema() -> None:
    """Print the JSON Schema of a document."""
    from claimx.records import json_schema

    with user_errors():
        typer.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
