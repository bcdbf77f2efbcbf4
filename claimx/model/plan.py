"""The settings of a training run, as data that travels with its checkpoints."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Literal

from pydantic import ConfigDict, TypeAdapter, ValidationError

Task = Literal["tree", "entity", "attribution"]


def _weights() -> dict[str, float]:
    return {
        "starts": 0.5,
        "upos": 0.3,
        "xpos": 0.5,
        "arcs": 1.0,
        "deps": 0.7,
        "entity": 2.0,
        "attribution": 1.5,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a run goes.

    ``turns`` is the order in which tasks get their batches, over and over; ``weights`` multiply the
    losses of the heads.  ``fall`` is the share of the steps over which the rates fall to zero,
    ``average`` the share that the moving average of the weights keeps at a step.  Windows of trees
    and of labelled words have at most as many words as one of ``tree_words`` or ``label_words``,
    drawn for each, but never less than a sentence or a stretch.  ``guises`` multiplies how often
    the words of a window are read in another guise; 0 leaves them all as they are.  ``hidden`` is
    the share of word pieces that the network does not get to see.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    steps: int = 4200
    warm_up: int = 150
    fall: float = 0.5
    encoder_rate: float = 3e-4
    head_rate: float = 1.5e-3
    decay: float = 0.01
    average: float = 0.998
    pieces: int = 1500
    seed: int = 1
    turns: tuple[Task, ...] = ("tree", "entity", "tree", "attribution")
    weights: dict[str, float] = field(default_factory=_weights)
    tree_words: tuple[int, ...] = (1, 30, 50, 70, 90)
    label_words: tuple[int, ...] = (1, 40, 70)
    guises: float = 1.0
    hidden: float = 0.0


def read_plan(settings: Sequence[str]) -> Plan:
    """Return the usual plan with some settings changed: KEY=VALUE, the value as in JSON.

    Weights that are not named keep their value.

    Raises:
        ValueError: a setting has no such form, name or value.
    """
    changed = asdict(Plan())
    for setting in settings:
        key, sign, value = setting.partition("=")
        if not sign or key not in changed:
            known = ", ".join(one.name for one in fields(Plan))
            raise ValueError(f"{setting}: KEY=VALUE expected, with KEY one of {known}")
        given = json.loads(value)
        changed[key] = changed[key] | given if key == "weights" else given
    try:
        return TypeAdapter(Plan).validate_python(changed)
    except ValidationError as error:
        raise ValueError(str(error)) from error


def write_plan(plan: Plan, path: Path) -> None:
    """Store a plan as JSON."""
    path.write_text(json.dumps(asdict(plan), indent=1) + "\n", encoding="utf-8")
