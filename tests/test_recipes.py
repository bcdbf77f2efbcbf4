"""The recipes of claimx/docs/jq.md, run with jq over what the command prints."""

import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from claimx.rendering import Reading
from tests.documents import one_claim, truce
from tests.test_formats import write

JQ = shutil.which("jq")
RECIPES = re.findall(
    r"^ *```jq\n *(.+?)\n *```", files("claimx").joinpath("docs", "jq.md").read_text("utf-8"), re.M
)
pytestmark = pytest.mark.skipif(JQ is None, reason="jq is not installed")


def jq(program: str, *readings: Reading, tmp_path: Path) -> str:
    path = tmp_path / "claims.json"
    path.write_text(write("json", *readings), encoding="utf-8")
    done = subprocess.run(
        [str(JQ), "-r", program, str(path)], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.returncode == 0
    return done.stdout


def test_there_are_ten() -> None:
    assert len(RECIPES) == 10


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "Irina Kostova: flew to Geneva"),
        (2, "Norvenia are not walking away from this table."),
        (3, '"source": "Irina Kostova"'),
        (4, '"certainty": "probable"'),
        (5, "Velmar is unlikely to accept observers."),
        (6, '"speaker": "Irina Kostova"'),
        (7, '"name": "Geneva"'),
        (8, "2025-03-12  Irina Kostova flew to Geneva."),
        (9, "Ankara might host a second round. [7]"),
        (10, '"truce.txt",5,"Irina Kostova","flew to Geneva","certain"'),
    ],
)
def test_a_recipe_finds(number: int, expected: str, tmp_path: Path) -> None:
    assert expected in jq(RECIPES[number - 1], truce(), tmp_path=tmp_path)


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_recipe_takes_several_articles(recipe: str, tmp_path: Path) -> None:
    jq(recipe, truce(), one_claim("Vera", "signs it"), tmp_path=tmp_path)
