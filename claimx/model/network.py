"""The network: a six-layer BERT encoder (MiniLM, Wang et al. 2020) with one head a question.

Shapes below: B windows, T pieces, W words, N = W + 1 nodes (the root first), D hidden size.
"""

import math
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from claimx.language.pieces import SHAPE_COUNT

HIDDEN, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
ARC, LABEL = 256, 256
MASKED = -1e4


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How many labels each head tells apart."""

    upos: int
    xpos: int
    deps: int
    entity: int
    attribution: int


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return vectors in the shape of ``x``, (B, T, D); attention scores get ``mask`` added."""
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) / math.sqrt(HIDDEN // HEADS) + mask
        attended = (scores.softmax(-1) @ v).transpose(1, 2).reshape(b, t, HIDDEN)
        x = self.norm1(x + self.dropout(self.out(attended)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces and shapes to vectors, (B, T) to (B, T, D)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.shapes = nn.Embedding(SHAPE_COUNT, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        nn.init.zeros_(self.shapes.weight)

    def forward(self, pieces: Tensor, shapes: Tensor, present: Tensor) -> Tensor:
        """Return a vector a piece; ``present`` is 0 for padding, 1 for pieces."""
        at = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.positions(at) + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        mask = (1.0 - present[:, None, None, :].to(x.dtype)) * MASKED
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_pretrained(self, path: Path) -> None:
        """Fill in the weights of a Hugging Face BERT file (``model.safetensors``)."""
        old = load_file(path)
        with torch.no_grad():
            self.words.weight.copy_(old["embeddings.word_embeddings.weight"])
            kind = old["embeddings.token_type_embeddings.weight"][0]
            self.positions.weight.copy_(old["embeddings.position_embeddings.weight"] + kind)
            _copy(self.norm, old, "embeddings.LayerNorm")
            for i, layer in enumerate(self.layers):
                at = f"encoder.layer.{i}"
                parts = [f"{at}.attention.self.{p}" for p in ("query", "key", "value")]
                layer.qkv.weight.copy_(torch.cat([old[f"{p}.weight"] for p in parts]))
                layer.qkv.bias.copy_(torch.cat([old[f"{p}.bias"] for p in parts]))
                _copy(layer.out, old, f"{at}.attention.output.dense")
                _copy(layer.norm1, old, f"{at}.attention.output.LayerNorm")
                _copy(layer.up, old, f"{at}.intermediate.dense")
                _copy(layer.down, old, f"{at}.output.dense")
                _copy(layer.norm2, old, f"{at}.output.LayerNorm")


class Network(nn.Module):
    """Encoder and heads; the parser is biaffine for arcs (Dozat and Manning 2017).

    An arc's label is read off the product of the dependant's and the head's vectors, so that only
    the arcs of the decoded tree need labelling.
    """

    def __init__(self, sizes: Sizes, dropout: float = 0.1, head_dropout: float = 0.33) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.drop = nn.Dropout(head_dropout)
        self.starts = nn.Linear(HIDDEN, 1)
        self.upos = nn.Linear(HIDDEN, sizes.upos)
        self.xpos = nn.Linear(HIDDEN, sizes.xpos)
        self.entity = nn.Linear(HIDDEN, sizes.entity)
        self.attribution = nn.Linear(HIDDEN, sizes.attribution)
        self.arc_dependant = nn.Linear(HIDDEN, ARC)
        self.arc_head = nn.Linear(HIDDEN, ARC)
        self.arc = nn.Linear(ARC, ARC, bias=False)
        self.arc_bias = nn.Linear(ARC, 1)
        self.label_dependant = nn.Linear(HIDDEN, LABEL)
        self.label_head = nn.Linear(HIDDEN, LABEL)
        self.label = LabelScorer(sizes.deps)

    def forward(
        self, pieces: Tensor, shapes: Tensor, present: Tensor, nodes: Tensor
    ) -> dict[str, Tensor]:
        """Score every question.

        ``pieces``, ``shapes``, ``present``: (B, T); ``nodes``: (B, N), the piece at which each node
        starts, the root at 0.  Returns starts (B, W), upos/xpos/entity/attribution (B, W, labels),
        arcs (B, W, N), dependants (B, W, LABEL), heads (B, N, LABEL).
        """
        x = self.encoder(pieces, shapes, present)
        x = x.gather(1, nodes[:, :, None].expand(-1, -1, HIDDEN))
        words = self.drop(x[:, 1:])
        dependant = self.drop(F.gelu(self.arc_dependant(x[:, 1:])))
        head = self.drop(F.gelu(self.arc_head(x)))
        arcs = self.arc(dependant) @ head.transpose(1, 2) / math.sqrt(ARC)
        return {
            "starts": self.starts(words).squeeze(-1),
            "upos": self.upos(words),
            "xpos": self.xpos(words),
            "entity": self.entity(words),
            "attribution": self.attribution(words),
            "arcs": arcs + self.arc_bias(head).transpose(1, 2),
            "dependants": self.drop(F.gelu(self.label_dependant(x[:, 1:]))),
            "heads": self.drop(F.gelu(self.label_head(x))),
        }


class LabelScorer(nn.Module):
    """Scores the labels of given arcs: dependant and head vectors to (…, labels)."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.product = nn.Linear(LABEL, labels)
        self.dependant = nn.Linear(LABEL, labels, bias=False)
        self.head = nn.Linear(LABEL, labels, bias=False)

    def forward(self, dependant: Tensor, head: Tensor) -> Tensor:
        """Return the score of each label for each arc, its two ends given as vectors."""
        scores: Tensor = self.dependant(dependant) + self.head(head)
        return scores + self.product(dependant * head)


def _copy(module: nn.Module, old: dict[str, Tensor], name: str) -> None:
    for part in ("weight", "bias"):
        getattr(module, part).copy_(old[f"{name}.{part}"])
