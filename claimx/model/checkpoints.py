"""The state of a run on disk: to go on from, and to export."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import torch

from claimx.model.batches import Vocabulary
from claimx.model.trainee import Trainee

CHECKPOINT, LABELS = "checkpoint.pt", "labels.json"


def save(
    run: Path, step: int, trainee: Trainee, average: Trainee, optimiser: torch.optim.Optimizer
) -> None:
    """Replace the checkpoint of a run, in one go."""
    state = {
        "step": step,
        "trainee": trainee.state_dict(),
        "average": average.state_dict(),
        "optimiser": optimiser.state_dict(),
    }
    part = run / f"{CHECKPOINT}.part"
    torch.save(state, part)
    part.replace(run / CHECKPOINT)


def resume(run: Path, trainee: Trainee, average: Trainee, optimiser: torch.optim.Optimizer) -> int:
    """Fill in the checkpoint of a run, if there is one, and return the steps that it has done."""
    if not (run / CHECKPOINT).exists():
        return 0
    state = torch.load(run / CHECKPOINT, weights_only=True)
    trainee.load_state_dict(state["trainee"])
    average.load_state_dict(state["average"])
    optimiser.load_state_dict(state["optimiser"])
    return int(state["step"])


def write_labels(run: Path, vocabulary: Vocabulary) -> None:
    """Store the labels of each head in the order of their numbers."""
    labels = {name: list(numbers) for name, numbers in asdict(vocabulary).items()}
    (run / LABELS).write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")


def read_labels(run: Path) -> Vocabulary:
    """Return the labels of a run, or of an exported model."""
    labels = json.loads((run / LABELS).read_text(encoding="utf-8"))
    return Vocabulary(
        **{name: {one: i for i, one in enumerate(row)} for name, row in labels.items()}
    )


def read_average(runs: Sequence[Path]) -> Trainee:
    """Return the mean of the averaged weights of runs that began alike.

    Runs from one beginning that saw the data in another order end in one basin, and the mean of
    their weights is better than each (Wortsman et al. 2022, "Model soups").
    """
    trainee = Trainee(read_labels(runs[0]))
    states = [torch.load(run / CHECKPOINT, weights_only=True)["average"] for run in runs]
    trainee.load_state_dict(
        {name: sum(state[name] for state in states) / len(states) for name in states[0]}
    )
    return trainee.eval()
