"""The public names: what is promised, and that it is there."""

import subprocess
import sys
from importlib.metadata import entry_points

import pytest

import claimx


def test_every_promised_name_is_there() -> None:
    assert {name for name in claimx.__all__ if not hasattr(claimx, name)} == set()


def test_no_other_name_is_invented() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Clam'"):
        _ = claimx.Clam


def test_spacy_finds_every_component_by_its_name() -> None:
    ours = [
        point.name for point in entry_points(group="spacy_factories") if "claimx" in point.value
    ]
    assert "claimx_layout" in ours
    code = f"import spacy; nlp = spacy.blank('en'); [nlp.create_pipe(name) for name in {ours!r}]"
    subprocess.run([sys.executable, "-c", code], check=True)
