"""Who is quoted: a table for a person, one JSON object for a program."""

import json
from collections.abc import Callable, Sequence
from typing import Any, TextIO

from claimx.records import SCHEMA
from claimx.rendering import json as lines
from claimx.rendering.visible import one_line
from claimx.speakers import Saying, Speaker

_NAME, _CUES = 34, 30


def render_text(speakers: Sequence[Speaker], stream: TextIO) -> None:
    """Write one line a speaker: name, how often in all and in each way, with which cues."""
    if not speakers:
        stream.write("Nobody is quoted.\n")
        return
    stream.write(
        f"{'speaker':<{_NAME}} {'all':>4} {'direct':>6} {'mixed':>5} {'indirect':>8}  cues\n"
    )
    for speaker in speakers:
        name, cues = one_line(speaker.name), one_line(_cues(speaker))
        counts = [speaker.count("direct"), speaker.count("mixed"), speaker.count("indirect")]
        stream.write(
            f"{_cut(name, _NAME):<{_NAME}} {len(speaker.sayings):>4} {counts[0]:>6}"
            f" {counts[1]:>5} {counts[2]:>8}  {_cut(cues, _CUES)}\n"
        )


def render_json(speakers: Sequence[Speaker], stream: TextIO) -> None:
    """Write one object on one line: the speakers, each with the sayings and their places."""
    data = {"schema": SCHEMA, "sources": [_plain(speaker) for speaker in speakers]}
    stream.write(lines.one_line(json.dumps(data, ensure_ascii=False)))


SOURCES_FORMATS: dict[str, Callable[[Sequence[Speaker], TextIO], None]] = {
    "text": render_text,
    "json": render_json,
}


def _plain(speaker: Speaker) -> dict[str, Any]:
    return {
        "name": speaker.name,
        "label": speaker.label,
        "sayings": len(speaker.sayings),
        "direct": speaker.count("direct"),
        "mixed": speaker.count("mixed"),
        "indirect": speaker.count("indirect"),
        "cues": dict(speaker.cues()),
        "quotes": [_quote(saying) for saying in speaker.sayings],
    }


def _quote(saying: Saying) -> dict[str, Any]:
    return {
        "text": saying.text,
        "cue": saying.cue,
        "quote": saying.quote,
        "path": saying.path,
        "line": saying.citation.line,
        "start": saying.citation.start,
        "end": saying.citation.end,
    }


def _cues(speaker: Speaker) -> str:
    named = ((cue or "(none)", times) for cue, times in speaker.cues())
    return ", ".join(cue if times == 1 else f"{cue} ×{times}" for cue, times in named)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"
