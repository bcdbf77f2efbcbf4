"""The manifest of the embedded model: its name, its files with SHA-256 sums, its scores."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from claimx.errors import ModelError

NAME = "manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """``files`` maps a file name to its SHA-256; ``scores`` a measure to its figure in per cent."""

    name: str
    version: str
    files: dict[str, str]
    scores: dict[str, float]


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a model folder after checking every file against it.

    Raises:
        ModelError: a file is missing or differs from its sum.
    """
    path = folder / NAME
    try:
        manifest = TypeAdapter(Manifest).validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise ModelError(f"{path}: no readable manifest; install claimx again") from error
    for name, expected in manifest.files.items():
        try:
            found = checksum(folder / name)
        except OSError as error:
            raise ModelError(f"{folder / name}: missing; install claimx again") from error
        if found != expected:
            raise ModelError(f"{folder / name}: damaged (wrong SHA-256); install claimx again")
    return manifest


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest into its folder."""
    value = TypeAdapter(Manifest).dump_python(manifest)
    (folder / NAME).write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
