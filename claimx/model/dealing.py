"""The training sets, dealt out as endless batches, one task a batch."""

import random
from collections.abc import Iterator
from pathlib import Path

from claimx.language.labels import ATTRIBUTION_PARTS, ENTITY_TYPES, bio_labels
from claimx.language.pieces import Splitter
from claimx.model.batches import (
    Batch,
    Vocabulary,
    Window,
    label_windows,
    make_batches,
    tree_windows,
)
from claimx.model.corpora import read_attributions, read_entities, read_treebank
from claimx.model.plan import Plan


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

    def windows(
        self, task: str, vocabulary: Vocabulary, plan: Plan, chance: random.Random
    ) -> list[Window]:
        """Return one epoch of windows for a task, cut anew each time."""
        if task == "tree":
            sizes = plan.tree_words
            return [w for bank in self.trees for w in tree_windows(bank, vocabulary, sizes, chance)]
        articles = self.entities if task == "entity" else self.attributions
        labels = vocabulary.entity if task == "entity" else vocabulary.attribution
        return list(label_windows(articles, labels, plan.label_words, chance))

    def deal(
        self, task: str, vocabulary: Vocabulary, splitter: Splitter, plan: Plan, skip: int
    ) -> Iterator[Batch]:
        """Yield batches of a task for ever, from batch number ``skip`` on."""
        epoch = dealt = 0
        while True:
            chance = random.Random(f"{plan.seed} {task} {epoch}")
            windows = self.windows(task, vocabulary, plan, chance)
            for batch in make_batches(windows, splitter, plan.pieces, chance, guises=plan.guises):
                dealt += 1
                if dealt > skip:
                    yield batch
            epoch += 1


def _numbers(labels: set[str]) -> dict[str, int]:
    return {label: i for i, label in enumerate(sorted(labels - {"_"}))}
