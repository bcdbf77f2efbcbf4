"""Train the embedded model: ``python -m claimx.model.train --help``.

Batches of the three tasks come in turn; the losses of the heads that a batch has no labels for are
left out.  The learning rate rises, stays, and falls linearly over the last part of the steps, so a
run stopped before its fall can be resumed with another number of steps and ends as if it had been
planned so.  The weights kept are an exponential moving average of the trained ones.
"""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import torch
import typer
from rich.console import Console
from rich.progress import Progress, TextColumn, TimeRemainingColumn
from tokenizers import Tokenizer
from torch import nn

from claimx.language.pieces import Splitter, piece_id
from claimx.model.batches import Batch
from claimx.model.checkpoints import read_labels, resume, save, write_labels
from claimx.model.dealing import Corpus
from claimx.model.plan import Plan, read_plan, write_plan
from claimx.model.restore import read_weights
from claimx.model.trainee import Trainee

LOG_EVERY = 50  # steps


def rate_at(step: int, plan: Plan) -> float:
    """Return the share of the full learning rate at a step."""
    if step < plan.warm_up:
        return (step + 1) / plan.warm_up
    return min(1.0, (plan.steps - step) / (plan.steps * plan.fall))


def train(
    trees: Annotated[list[Path], typer.Option(help="A folder of CoNLL-U files; give several.")],
    entities: Annotated[Path, typer.Option(help="The newswire corpus's train folder.")],
    attributions: Annotated[Path, typer.Option(help="PolNeAR's train folder.")],
    pretrained: Annotated[Path, typer.Option(help="Folder of the pretrained encoder.")],
    out: Annotated[Path, typer.Option(help="Where checkpoints and the log go.")],
    start: Annotated[
        Path | None, typer.Option(help="An exported model whose weights to begin with.")
    ] = None,
    settings: Annotated[
        list[str] | None, typer.Option("--set", metavar="KEY=VALUE", help="Change the plan.")
    ] = None,
    save_every: Annotated[int, typer.Option(help="Steps between checkpoints.")] = 200,
) -> None:
    """Train from the pretrained encoder, or go on from the last checkpoint in OUT."""
    try:
        plan = read_plan(settings or ())
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--set") from error
    torch.manual_seed(plan.seed)
    out.mkdir(parents=True, exist_ok=True)
    write_plan(plan, out / "plan.json")
    corpus = Corpus(trees, entities, attributions)
    vocabulary = corpus.vocabulary()
    write_labels(out, vocabulary)
    tokenizer = Tokenizer.from_file(str(pretrained / "tokenizer.json"))
    splitter, mask = Splitter(tokenizer), piece_id(tokenizer, "[MASK]")
    trainee = Trainee(vocabulary)
    if start is None:
        trainee.network.encoder.load_pretrained(pretrained / "model.safetensors")
    elif read_labels(start) != vocabulary:
        raise typer.BadParameter(f"{start}: other labels than the corpora", param_hint="--start")
    else:
        trainee.load_state_dict(read_weights(start), strict=False)
    average = Trainee(vocabulary)
    average.load_state_dict(trainee.state_dict())
    optimiser = make_optimiser(trainee, plan)
    first = resume(out, trainee, average, optimiser)
    dealers = {
        task: corpus.deal(task, vocabulary, splitter, plan, _turns_before(first, task, plan))
        for task in dict.fromkeys(plan.turns)
    }
    with Log(out / "log.jsonl") as log, _progress(first, plan.steps) as tick:
        for step in range(first, plan.steps):
            task = plan.turns[step % len(plan.turns)]
            torch.manual_seed(plan.seed * 1_000_003 + step)
            batch = hide(next(dealers[task]), plan.hidden, mask)
            losses = trainee.loss(task, batch)
            for group in optimiser.param_groups:
                group["lr"] = group["full_rate"] * rate_at(step, plan)
            optimiser.zero_grad(set_to_none=True)
            weighted = [plan.weights[name] * loss for name, loss in losses.items()]
            torch.stack(weighted).sum().backward()
            nn.utils.clip_grad_norm_(trainee.parameters(), 1.0)
            optimiser.step()
            _follow(average, trainee, min(plan.average, (step + 1) / (step + 10)))
            log.note(int(batch.words.sum()), {name: x.item() for name, x in losses.items()})
            tick(step + 1)
            if (step + 1) % LOG_EVERY == 0:
                log.write(step + 1)
            if (step + 1) % save_every == 0 or step + 1 == plan.steps:
                save(out, step + 1, trainee, average, optimiser)


def hide(batch: Batch, share: float, mask: int) -> Batch:
    """Return the batch with a share of its word pieces, drawn anew, replaced by ``mask``."""
    drawn = (torch.rand(batch.pieces.shape) < share) & (batch.shapes > 0)
    return replace(batch, pieces=batch.pieces.masked_fill(drawn, mask))


class Log:
    """Mean losses and words a second, a JSON line each time, also after a run was resumed."""

    def __init__(self, path: Path) -> None:
        self._stream = path.open("a", encoding="utf-8")
        self._sums: dict[str, list[float]] = {}
        self._began, self._words = time.monotonic(), 0

    def __enter__(self) -> "Log":
        return self

    def __exit__(self, *exception: object) -> None:
        self._stream.close()

    def note(self, words: int, losses: dict[str, float]) -> None:
        """Take in one step."""
        self._words += words
        for name, loss in losses.items():
            self._sums.setdefault(name, []).append(loss)

    def write(self, step: int) -> None:
        """Write a line and begin anew with the losses."""
        speed = round(self._words / (time.monotonic() - self._began))
        means = {name: round(sum(row) / len(row), 4) for name, row in self._sums.items()}
        row = {"step": step, "words_per_second": speed} | means
        self._stream.write(json.dumps(row) + "\n")
        self._stream.flush()
        self._sums = {}


@contextmanager
def _progress(first: int, steps: int) -> Iterator[Callable[[int], None]]:
    """Show steps and the time left on a terminal; elsewhere the log has to do."""
    columns = (*Progress.get_default_columns()[:3], TextColumn("{task.completed}"))
    with Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True)) as progress:
        task = progress.add_task("steps", total=steps, completed=first)
        yield lambda done: progress.update(task, completed=done)


def make_optimiser(trainee: Trainee, plan: Plan) -> torch.optim.AdamW:
    """Return the optimiser, with a rate of its own for the encoder."""
    encoder = list(trainee.network.encoder.parameters())
    known = {id(parameter) for parameter in encoder}
    heads = [parameter for parameter in trainee.parameters() if id(parameter) not in known]
    groups = [
        {"params": encoder, "full_rate": plan.encoder_rate},
        {"params": heads, "full_rate": plan.head_rate},
    ]
    return torch.optim.AdamW(
        groups, lr=plan.encoder_rate, betas=(0.9, 0.98), weight_decay=plan.decay, fused=True
    )


def _turns_before(step: int, task: str, plan: Plan) -> int:
    return sum(plan.turns[i % len(plan.turns)] == task for i in range(step))


@torch.no_grad()
def _follow(average: Trainee, trainee: Trainee, share: float) -> None:
    old, new = list(average.parameters()), list(trainee.parameters())
    torch._foreach_mul_(old, share)
    torch._foreach_add_(old, new, alpha=1 - share)


if __name__ == "__main__":
    typer.run(train)
