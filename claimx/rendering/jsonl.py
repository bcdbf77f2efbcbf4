"""One claim a line, led by the id, path and title of its article."""

import json
from collections.abc import Iterable
from typing import TextIO

from claimx.rendering import Reading
from claimx.rendering.json import one_line


def render(readings: Iterable[Reading], stream: TextIO) -> None:
    """Write each claim on a line of its own; an article without claims writes nothing."""
    for _, document in readings:
        values = document.to_dict()
        source = {key: values["document"][key] for key in ("id", "path", "title")}
        for claim in values["claims"]:
            line = {"document": source, **claim}
            stream.write(one_line(json.dumps(line, ensure_ascii=False, separators=(",", ":"))))
