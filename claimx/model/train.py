"""Train the embedded model: ``python -m claimx.model.train --help``.

Batches of the three tasks come in turn; the losses of the heads that a batch has no labels for are
left out.  The learning rate rises, stays, and falls linearly over the last part of the steps, so a
run stopped before its fall can be resumed with another number of steps and ends as if it had been
planned so.  The weights kept are an exponential moving average of the trained ones.
"""

import json
import random
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any

import torch
import typer
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from claimx.language.labels import ATTRIBUTION_PARTS, ENTITY_TYPES, bio_labels
from claimx.language.pieces import Splitter
from claimx.model.batches import (
    IGNORED,
    Batch,
    Vocabulary,
    Window,
    label_windows,
    make_batches,
    tree_windows,
)
from claimx.model.corpora import read_attributions, read_entities, read_treebank
from claimx.model.crf import ChainField
from claimx.model.network import MASKED, Network, Sizes

TURNS = ("tree", "entity", "tree", "attribution")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The settings of a run, kept with its checkpoints."""

    steps: int = 4200
    warm_up: int = 150
    fall: float = 0.5
    encoder_rate: float = 3e-4
    head_rate: float = 1.5e-3
    decay: float = 0.01
    average: float = 0.998
    pieces: int = 1500
    seed: int = 1


class Trainee(nn.Module):
    """The network and the chain fields of its two BIO heads."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        sizes = {name: len(labels) for name, labels in asdict(vocabulary).items()}
        self.network = Network(Sizes(**sizes))
        self.fields = nn.ModuleDict(
            {
                "entity": ChainField(list(vocabulary.entity)),
                "attribution": ChainField(list(vocabulary.attribution)),
            }
        )

    def loss(self, task: str, batch: Batch) -> dict[str, Tensor]:
        """Return the loss of each head that the task has labels for."""
        out = self.network(batch.pieces, batch.shapes, batch.present, batch.nodes)
        if task == "tree":
            return self._tree_loss(out, batch)
        return {task: self.fields[task].loss(out[task], batch.labels["labels"], batch.words.bool())}

    def _tree_loss(self, out: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
        gold, words = batch.labels, batch.words.bool()
        sentences = gold["sentences"]
        begins = torch.ones_like(sentences)
        begins[:, 1:] = (sentences[:, 1:] != sentences[:, :-1]).long()
        starts = F.binary_cross_entropy_with_logits(out["starts"][words], begins[words].float())
        same = sentences[:, :, None] == sentences[:, None, :]
        root = torch.ones_like(same[:, :, :1])
        arcs = out["arcs"].masked_fill(~torch.cat([root, same], dim=2), MASKED)
        heads = gold["heads"].clamp(min=0)
        chosen = out["heads"].gather(1, heads[:, :, None].expand(-1, -1, out["heads"].shape[2]))
        labels = self.network.label(out["dependants"], chosen)
        return {
            "starts": starts,
            "upos": _cross_entropy(out["upos"], gold["upos"]),
            "xpos": _cross_entropy(out["xpos"], gold["xpos"]),
            "arcs": _cross_entropy(arcs, gold["heads"]),
            "deps": _cross_entropy(labels, gold["deps"]),
        }


def _cross_entropy(scores: Tensor, gold: Tensor) -> Tensor:
    return F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=IGNORED)


WEIGHTS = {
    "starts": 0.5,
    "upos": 0.3,
    "xpos": 0.5,
    "arcs": 1.0,
    "deps": 0.7,
    "entity": 2.0,
    "attribution": 1.5,
}


class Corpus:
    """The three training sets, dealt out as endless batches."""

    def __init__(self, trees: list[Path], entities: Path, attributions: Path) -> None:
        self.trees = [list(read_treebank(path)) for path in trees]
        self.entities = list(read_entities(entities))
        self.attributions = list(read_attributions(attributions))

    def vocabulary(self) -> Vocabulary:
        """Return the labels of the training sets, each list in a fixed order."""
        sentences = [tree for bank in self.trees for paragraph in bank for tree in paragraph]
        return Vocabulary(
            upos=_numbers({tag for tree in sentences for tag in tree.upos}),
            xpos=_numbers({tag for tree in sentences for tag in tree.xpos}),
            deps=_numbers({dep for tree in sentences for dep in tree.deps}),
            entity={label: i for i, label in enumerate(bio_labels(ENTITY_TYPES))},
            attribution={label: i for i, label in enumerate(bio_labels(ATTRIBUTION_PARTS))},
        )

    def windows(self, task: str, vocabulary: Vocabulary, chance: random.Random) -> list[Window]:
        """Return one epoch of windows for a task, cut anew each time."""
        if task == "tree":
            return [w for bank in self.trees for w in tree_windows(bank, vocabulary, chance)]
        if task == "entity":
            return list(label_windows(self.entities, vocabulary.entity, chance))
        return list(label_windows(self.attributions, vocabulary.attribution, chance))

    def deal(
        self, task: str, vocabulary: Vocabulary, splitter: Splitter, plan: Plan, skip: int
    ) -> Iterator[Batch]:
        """Yield batches of a task for ever, from batch number ``skip`` on."""
        epoch = dealt = 0
        while True:
            chance = random.Random(f"{plan.seed} {task} {epoch}")
            windows = self.windows(task, vocabulary, chance)
            for batch in make_batches(windows, splitter, plan.pieces, chance, varied=True):
                dealt += 1
                if dealt > skip:
                    yield batch
            epoch += 1


def _numbers(labels: set[str]) -> dict[str, int]:
    return {label: i for i, label in enumerate(sorted(labels - {"_"}))}


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
    steps: Annotated[int, typer.Option(help="Optimiser steps in all.")] = Plan().steps,
    seed: Annotated[int, typer.Option(help="Seed of everything random.")] = Plan().seed,
    save_every: Annotated[int, typer.Option(help="Steps between checkpoints.")] = 200,
) -> None:
    """Train from the pretrained encoder, or go on from the last checkpoint in OUT."""
    plan = Plan(steps=steps, seed=seed)
    torch.manual_seed(seed)
    out.mkdir(parents=True, exist_ok=True)
    corpus = Corpus(trees, entities, attributions)
    vocabulary = corpus.vocabulary()
    (out / "labels.json").write_text(
        json.dumps({name: list(labels) for name, labels in asdict(vocabulary).items()}, indent=1)
    )
    splitter = Splitter(Tokenizer.from_file(str(pretrained / "tokenizer.json")))
    trainee = Trainee(vocabulary)
    trainee.network.encoder.load_pretrained(pretrained / "model.safetensors")
    average = Trainee(vocabulary)
    average.load_state_dict(trainee.state_dict())
    optimiser = _optimiser(trainee, plan)
    first = _resume(out / "checkpoint.pt", trainee, average, optimiser)
    dealers = {
        task: corpus.deal(task, vocabulary, splitter, plan, _turns_before(first, task))
        for task in dict.fromkeys(TURNS)
    }
    log = (out / "log.jsonl").open("a", encoding="utf-8")
    sums: dict[str, list[float]] = {}
    began, words = time.monotonic(), 0
    for step in range(first, plan.steps):
        task = TURNS[step % len(TURNS)]
        batch = next(dealers[task])
        torch.manual_seed(plan.seed * 1_000_003 + step)
        losses = trainee.loss(task, batch)
        for group in optimiser.param_groups:
            group["lr"] = group["full_rate"] * rate_at(step, plan)
        optimiser.zero_grad(set_to_none=True)
        sum((WEIGHTS[name] * loss for name, loss in losses.items()), torch.zeros(())).backward()
        nn.utils.clip_grad_norm_(trainee.parameters(), 1.0)
        optimiser.step()
        _follow(average, trainee, min(plan.average, (step + 1) / (step + 10)))
        words += int(batch.words.sum())
        for name, loss in losses.items():
            sums.setdefault(name, []).append(float(loss.detach()))
        if (step + 1) % 50 == 0:
            speed = round(words / (time.monotonic() - began))
            row: dict[str, Any] = {"step": step + 1, "words_per_second": speed}
            row |= {name: round(sum(values) / len(values), 4) for name, values in sums.items()}
            log.write(json.dumps(row) + "\n")
            log.flush()
            typer.echo(row, err=True)
            sums = {}
        if (step + 1) % save_every == 0 or step + 1 == plan.steps:
            _save(out / "checkpoint.pt", step + 1, trainee, average, optimiser)


def _optimiser(trainee: Trainee, plan: Plan) -> torch.optim.AdamW:
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


def _turns_before(step: int, task: str) -> int:
    return sum(TURNS[i % len(TURNS)] == task for i in range(step))


@torch.no_grad()
def _follow(average: Trainee, trainee: Trainee, share: float) -> None:
    old, new = list(average.parameters()), list(trainee.parameters())
    torch._foreach_mul_(old, share)
    torch._foreach_add_(old, new, alpha=1 - share)


def _save(
    path: Path, step: int, trainee: Trainee, average: Trainee, optimiser: torch.optim.Optimizer
) -> None:
    state = {
        "step": step,
        "trainee": trainee.state_dict(),
        "average": average.state_dict(),
        "optimiser": optimiser.state_dict(),
    }
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.replace(path)


def _resume(
    path: Path, trainee: Trainee, average: Trainee, optimiser: torch.optim.Optimizer
) -> int:
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    trainee.load_state_dict(state["trainee"])
    average.load_state_dict(state["average"])
    optimiser.load_state_dict(state["optimiser"])
    return int(state["step"])


if __name__ == "__main__":
    typer.run(train)
