"""Read the weights of an exported model back, so that training can go on from it.

What was stored in 8 bits comes back as the multiple of its scale that it stood for; development
scores differ from those before the export by tenths of a point.
"""

from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from claimx.model.network import MASKED

EMBEDDINGS = ("words", "positions", "shapes")


def read_weights(folder: Path) -> dict[str, Tensor]:
    """Return the parameters of an exported model by their names in :class:`Trainee`."""
    weights = _encoder(folder / "encoder.onnx") | _labeller(folder / "labeller.onnx")
    with np.load(folder / "transitions.npz", allow_pickle=False) as scores:
        for name in scores.files:
            head, part = name.split(".")
            kept = {"moves": "transitions", "first": "first"}[part]
            learnt = np.where(scores[name] > MASKED / 2, scores[name], 0.0)
            weights[f"fields.{head}.{kept}"] = torch.tensor(learnt)
    return weights


def _encoder(path: Path) -> dict[str, Tensor]:
    graph = onnx.load(path).graph
    stored = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    weights = {
        name: torch.tensor(value)
        for name, value in stored.items()
        if name.startswith("network.") and name.endswith((".weight", ".bias"))
    }
    for name in EMBEDDINGS:
        name = f"network.encoder.{name}.weight"
        if name not in weights:
            weights[name] = _whole(stored, name)
    for node in graph.node:
        if node.op_type in ("MatMul", "MatMulInteger") and node.input[1] in stored:
            module = node.name.strip("/").split("/")[:-1]
            matrix = _whole(stored, node.input[1].removesuffix("_quantized"))
            weights[f"{'.'.join(module)}.weight"] = matrix.T.contiguous()
    return weights


def _labeller(path: Path) -> dict[str, Tensor]:
    graph = onnx.load(path).graph
    stored = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    weights = {f"network.label.{name}": stored[name] for name in ("product.weight", "product.bias")}
    for node in graph.node:
        if node.op_type == "MatMul":
            weights[f"network.label.{node.name.split('/')[1]}.weight"] = stored[node.input[1]].T
    return {name: torch.tensor(value) for name, value in weights.items()}


def _whole(stored: dict[str, Any], name: str) -> Tensor:
    """Return a matrix in 32 bits; scales are one a matrix or one a column."""
    if name in stored:
        return torch.tensor(stored[name])
    levels = stored[f"{name}_quantized"].astype(np.float32)
    zero = stored[f"{name}_zero_point"].astype(np.float32)
    return torch.tensor((levels - zero) * stored[f"{name}_scale"])
