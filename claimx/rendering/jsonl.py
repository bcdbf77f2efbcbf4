"""One claim a line, led by the id, path and title of its article; or the fields asked for."""

import json
from collections.abc import Iterable, Sequence
from typing import TextIO

from claimx.rendering import Reading
from claimx.rendering.flat import claim_values, pick
from claimx.rendering.json import one_line


def render(
    readings: Iterable[Reading], stream: TextIO, *, fields: Sequence[str] | None = None
) -> None:
    """Write each claim on a line of its own; an article without claims writes nothing.

    ``fields`` are dotted names: the line then has these keys and no others.
    """
    for _, document in readings:
        for claim in claim_values(document):
            if fields is None:
                source = {key: claim["document"][key] for key in ("id", "path", "title")}
                line = {**claim, "document": source}
            else:
                line = {name: pick(claim, name) for name in fields}
            stream.write(one_line(json.dumps(line, ensure_ascii=False, separators=(",", ":"))))
