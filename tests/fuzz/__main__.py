"""Run one target under atheris until an input breaks it, which is kept in the current folder."""

import sys
from hashlib import sha256
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["claimx", "trafilatura", "htmldate", "justext"]):
    import htmldate  # noqa: F401  # imported by trafilatura, here to be instrumented
    import justext  # noqa: F401
    import trafilatura  # noqa: F401

    from tests.fuzz.targets import TARGETS

from tests.fuzz.seeds import seeds


def main(arguments: list[str]) -> None:
    if len(arguments) < 2 or arguments[0] not in TARGETS or arguments[1].startswith("-"):
        sys.exit(f"usage: python -m tests.fuzz {{{','.join(TARGETS)}}} CORPUS_DIR [OPTION]...")
    target, corpus, *options = arguments
    folder = Path(corpus)
    folder.mkdir(parents=True, exist_ok=True)
    for seed in seeds(target):
        (folder / sha256(seed).hexdigest()[:16]).write_bytes(seed)
    atheris.Setup([sys.argv[0], str(folder), *options], TARGETS[target])
    atheris.Fuzz()


main(sys.argv[1:])
