"""What a short command costs: ``python -m tests.benchmarks.start FILE``.

Processor time of ``claimx --help`` over that of importing typer, and of extracting one article, 400
words or so, over that of importing spaCy and ONNX Runtime: medians of several rounds, one of each
in turn, after a first that fills the disk cache.
"""

import argparse
import statistics
import sys

from tests.benchmarks.clock import clock_command

CLAIMX = (sys.executable, "-m", "claimx")


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("file", help="an article")
    arguments.add_argument("--rounds", type=int, default=7)
    options = arguments.parse_args()
    pairs = [
        ("claimx --help", (*CLAIMX, "--help"), "import typer"),
        ("claimx extract", (*CLAIMX, "extract", options.file), "import spacy, onnxruntime"),
    ]
    for name, command, imports in pairs:
        bare = (sys.executable, "-c", imports)
        rows = [(clock_command(command), clock_command(bare)) for _ in range(options.rounds + 1)]
        ours, theirs = (statistics.median(column) for column in zip(*rows[1:], strict=True))
        sys.stdout.write(f"{name:15} {ours:6.2f} s {ours / theirs:6.2f} x {imports}\n")


if __name__ == "__main__":
    main()
