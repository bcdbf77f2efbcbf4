"""Write trained checkpoints as the files that claimx ships: ``python -m claimx.model.export``.

The encoder and the heads' scores become one ONNX graph; its matrix products and its embeddings are
stored as 8-bit integers.  What is computed per decoded arc or per label sequence goes beside it.
"""

import shutil
import tempfile
from pathlib import Path
from typing import Annotated

import numpy as np
import torch
import typer
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from claimx.language.manifest import Manifest, checksum, write_manifest
from claimx.model.checkpoints import read_average, read_labels, write_labels
from claimx.model.network import LABEL
from claimx.model.trainee import Trainee

OUTPUTS = ("starts", "upos", "xpos", "entity", "attribution", "arcs", "dependants", "heads")
SHIPPED = ("encoder.onnx", "labeller.onnx", "transitions.npz", "labels.json", "tokenizer.json")


class Graph(nn.Module):
    """The network with its outputs in a fixed order."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, pieces: Tensor, shapes: Tensor, present: Tensor, nodes: Tensor
    ) -> tuple[Tensor, ...]:
        """Return what the network does, in the order of ``OUTPUTS``."""
        out = self.network(pieces, shapes, present, nodes)
        return tuple(out[name] for name in OUTPUTS)


def export(
    run: Annotated[list[Path], typer.Option(help="Folder of a run; of several, the mean.")],
    pretrained: Annotated[Path, typer.Option(help="Folder with tokenizer.json.")],
    out: Annotated[Path, typer.Option(help="Folder of the shipped files.")],
    version: Annotated[str, typer.Option(help="Version of the model.")] = "1",
    whole: Annotated[bool, typer.Option(help="Keep 32-bit weights.")] = False,
) -> None:
    """Export the averaged weights of a run, or of several that began alike."""
    trainee = read_average(run)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "encoder.onnx"
        write_graph(trainee, plain)
        if whole:
            shutil.copy(plain, out / "encoder.onnx")
        else:
            quantize_dynamic(
                plain,
                out / "encoder.onnx",
                op_types_to_quantize=["MatMul", "Gemm", "Gather"],
                weight_type=QuantType.QInt8,
                per_channel=True,
                extra_options={"MatMulConstBOnly": True},
            )
    write_labeller(trainee, out / "labeller.onnx")
    np.savez(out / "transitions.npz", **transitions(trainee))  # type: ignore[arg-type]  # numpy's stub: a flag
    write_labels(out, read_labels(run[0]))
    shutil.copy(pretrained / "tokenizer.json", out / "tokenizer.json")
    files = {name: checksum(out / name) for name in SHIPPED}
    write_manifest(out, Manifest(name="claimx-en", version=version, files=files, scores={}))
    size = sum((out / name).stat().st_size for name in SHIPPED)
    typer.echo(f"{out}: {size / 1e6:.1f} MB", err=True)


def write_graph(trainee: Trainee, path: Path) -> None:
    """Write the network as an ONNX file with free batch and length."""
    words = torch.tensor([[101, 7592, 2088, 102], [101, 7592, 102, 0]])
    present = torch.tensor([[1, 1, 1, 1], [1, 1, 1, 0]])
    nodes = torch.tensor([[0, 1, 2], [0, 1, 0]])
    axes = {"pieces": {0: "b", 1: "t"}, "shapes": {0: "b", 1: "t"}, "present": {0: "b", 1: "t"}}
    axes |= {"nodes": {0: "b", 1: "n"}} | {name: {0: "b", 1: "w"} for name in OUTPUTS}
    torch.onnx.export(
        Graph(trainee.network),
        (words, torch.ones_like(words), present, nodes),
        path,
        input_names=["pieces", "shapes", "present", "nodes"],
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def write_labeller(trainee: Trainee, path: Path) -> None:
    """Write what labels the arcs of decoded trees, dependants and heads (words, LABEL), as ONNX."""
    vectors = torch.zeros(2, LABEL)
    names = ["dependants", "heads", "labels"]
    torch.onnx.export(
        trainee.network.label,
        (vectors, vectors),
        path,
        input_names=names[:2],
        output_names=names[2:],
        dynamic_axes={name: {0: "words"} for name in names},
        opset_version=17,
        dynamo=False,
    )


def transitions(trainee: Trainee) -> dict[str, np.ndarray]:
    """Return the scores of label transitions, read by Viterbi's algorithm outside the graph."""
    scores = {}
    for head, field in trainee.fields.items():
        scores[f"{head}.moves"], scores[f"{head}.first"] = field.scores()
    return {name: value.detach().numpy() for name, value in scores.items()}


if __name__ == "__main__":
    typer.run(export)
