"""A linear-chain conditional random field (Lafferty et al. 2001) over BIO labels."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from claimx.language.labels import may_follow

FORBIDDEN = -1e4


class ChainField(nn.Module):
    """Transition scores between labels, and the loss that trains them; invalid BIO is forbidden."""

    def __init__(self, labels: Sequence[str]) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(len(labels), len(labels)))
        self.first = nn.Parameter(torch.zeros(len(labels)))
        rows = [[0.0 if may_follow(a, b) else FORBIDDEN for b in labels] for a in labels]
        self.register_buffer("forbidden", torch.tensor(rows))
        start = [0.0 if may_follow(None, b) else FORBIDDEN for b in labels]
        self.register_buffer("forbidden_first", torch.tensor(start))

    def scores(self) -> tuple[Tensor, Tensor]:
        """Return transitions (labels, labels), row to column, and start scores (labels)."""
        return self.transitions + self.forbidden, self.first + self.forbidden_first

    def loss(self, emissions: Tensor, labels: Tensor, present: Tensor) -> Tensor:
        """Return the mean negative log-likelihood a word; (B, W, labels), (B, W), (B, W)."""
        moves, first = self.scores()
        b, w, _ = emissions.shape
        rows = torch.arange(b)
        gold = first[labels[:, 0]] + emissions[rows, 0, labels[:, 0]]
        alpha = first + emissions[:, 0]
        for t in range(1, w):
            here = present[:, t]
            step = moves[labels[:, t - 1], labels[:, t]] + emissions[rows, t, labels[:, t]]
            gold = gold + step * here
            reached = torch.logsumexp(alpha[:, :, None] + moves, dim=1) + emissions[:, t]
            alpha = torch.where(here[:, None], reached, alpha)
        return (torch.logsumexp(alpha, dim=1) - gold).sum() / present.sum()
