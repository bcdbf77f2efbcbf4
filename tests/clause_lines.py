"""Write clauses as short lines, so that tests can compare whole results at a glance.

``predicate | who | what | target``, then what is not the plain case: ``by`` the agent, ``@`` where,
``#`` when, ``why``, ``not``, the certainty, ``non-finite``, ``says`` with a content clause.
"""

from collections.abc import Iterable

from claimx.doc import Span
from claimx.rules.clauses import Clause


def lines(clauses: Iterable[Clause]) -> list[str]:
    """Return one line for each clause."""
    return [_line(clause) for clause in clauses]


def _line(clause: Clause) -> str:
    spans: tuple[Span | None, ...] = (clause.predicate, clause.who, clause.what, clause.target)
    parts = [" | ".join(span.text if span is not None else "-" for span in spans)]
    parts += [f"by {clause.actor.text}"] if clause.actor is not None else []
    parts += [f"@ {span.text}" for span in clause.where]
    parts += [f"# {span.text}" for span in clause.when]
    parts += [f"why {span.text}" for span in clause.why]
    parts += ["not"] if clause.polarity == "negative" else []
    parts += [clause.certainty] if clause.certainty != "certain" else []
    parts += [] if clause.finite else ["non-finite"]
    parts += ["says"] if clause.contents else []
    return " ; ".join(parts)
