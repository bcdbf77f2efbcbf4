"""What is trained: the network with the chain fields of its BIO heads, and a batch's losses."""

from dataclasses import asdict

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from claimx.model.batches import IGNORED, Batch, Vocabulary
from claimx.model.crf import ChainField
from claimx.model.network import MASKED, Network, Sizes


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
