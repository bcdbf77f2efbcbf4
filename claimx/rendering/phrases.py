"""What readers see of the brief, of names and of times, in every format for people."""

import re
from collections.abc import Iterator
from dataclasses import fields

from claimx.records import Brief, Party, When

# A day, a month or a year; other EDTF is for machines.
_PLAIN = re.compile(r"\d{4}(?:-\d\d){0,2}")


def answers(brief: Brief) -> Iterator[tuple[str, str]]:
    """Yield each question with its answer; "how" only where it adds to "what"."""
    for question in fields(brief):
        answer = getattr(brief, question.name)
        if answer is None:
            continue
        what = brief.what
        if (
            question.name == "how"
            and what
            and what.start <= answer.start
            and answer.end <= what.end
        ):
            continue
        yield question.name, answer.text


def hidden_name(party: Party | None) -> str:
    """Return the name behind words such as "she", "" where the words hold it or nobody knows."""
    if party is None or not party.name or party.name.casefold() in party.exact.casefold():
        return ""
    return party.name


def days(when: When) -> str | None:
    """Return the day or days meant: "2025-03-12", "2025-03", "2025-03-03 to 2025-03-09"."""
    if when.edtf and _PLAIN.fullmatch(when.edtf):
        return when.edtf
    if when.earliest is None or when.latest is None or when.earliest == when.latest:
        return when.earliest or when.latest
    return f"{when.earliest} to {when.latest}"
