"""``claimx schema``: the promise that every document keeps."""

import json

from claimx.cli.console import user_errors
from claimx.cli.output import open_output


def schema() -> None:
    """Print the JSON Schema of a document."""
    from claimx.records import json_schema

    with user_errors(), open_output(None) as stream:
        stream.write(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n")
