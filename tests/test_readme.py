"""README.md is a terminal session: what it shows is what its commands print."""

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import claimx

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"

# What sets claimx up is run by .ci/run.
BLOCKS = [
    pytest.param(block, id=block.splitlines()[0][2:50])
    for block in re.findall(r"^```console\n(.*?)^```$", README.read_text("utf-8"), re.M | re.S)
    if "python3 -m venv" not in block
]


def run(script: str) -> str:
    """Return what a shell prints, errors among it, as it would stand on a terminal."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=ROOT,
        env={**os.environ, "PATH": path, "COLUMNS": "80"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    return done.stdout.decode()


@pytest.mark.model
@pytest.mark.parametrize("block", BLOCKS)
def test_readme_shows_what_commands_print(block: str, pytestconfig: pytest.Config) -> None:
    commands = re.findall(r"^\$ (.*)$", block, re.M)
    if any("jq" in command for command in commands) and not shutil.which("jq"):
        pytest.skip("jq is not installed")
    printed = "".join(f"$ {command}\n{run(command)}" for command in commands)
    if pytestconfig.getoption("--update"):
        README.write_text(README.read_text("utf-8").replace(block, printed), "utf-8")
    else:
        assert block == printed


@pytest.mark.model
@pytest.mark.parametrize(
    "text", [README.read_text("utf-8"), claimx.__doc__], ids=["README", "help"]
)
def test_python_sessions_are_true(text: str) -> None:
    session = text.partition("```pycon\n")[2].partition("```")[0] or text
    test = doctest.DocTestParser().get_doctest(session, {}, "session", None, None)
    said: list[str] = []
    assert doctest.DocTestRunner().run(test, out=said.append).failed == 0, "".join(said)
    assert test.examples
