"""The quality gate: ruff and mypy find nothing, modules stay readable, README stays true."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("command", ["ruff check --no-cache .", "mypy"])
def test_finds_nothing(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_modules_can_be_read_in_a_sitting() -> None:
    lines = {
        path: len(path.read_text("utf-8").splitlines()) for path in ROOT.glob("claimx/**/*.py")
    }
    assert {str(path): count for path, count in lines.items() if count > 450} == {}


def test_every_rule_file_has_tests_of_its_own() -> None:
    tests = "\n".join(path.read_text("utf-8") for path in ROOT.glob("tests/**/*.py"))
    rules = [*ROOT.glob("claimx/rules/*.py"), *ROOT.glob("claimx/timex/*.py")]
    missing = []
    for path in sorted(rules):
        package = f"claimx.{path.parent.name}"
        named = rf"from {package}\.{path.stem} import|from {package} import .*\b{path.stem}\b"
        if path.stem != "__init__" and not re.search(named, tests):
            missing.append(f"{package}.{path.stem}")
    assert missing == []


def test_readme_names_the_files_it_shows() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    named = set(re.findall(r"\bsamples/[\w-]+\.txt", readme))
    assert named and {name for name in named if not (ROOT / name).is_file()} == set()


def test_readme_installs_in_two_commands() -> None:
    """``.ci/run`` runs these lines."""
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = re.findall(r"^\$ (python3 -m venv .*)$", readme, re.M)
    assert len(commands) == 2
    assert commands[0].endswith("claimx extract samples/river-flood.txt")
    assert commands[1].endswith("pytest")


def test_contributing_names_what_there_is() -> None:
    page = (ROOT / ".github" / "CONTRIBUTING.md").read_text("utf-8")
    paths = set(re.findall(r"\b(?:claimx|tests)/[\w/.-]*\w", page))
    modules = set(re.findall(r"python -m ((?:claimx|tests)[\w.]+)", page))
    files = {name.replace(".", "/") for name in modules}
    known = {name for name in files if (ROOT / name).is_dir() or (ROOT / f"{name}.py").is_file()}
    assert paths and {name for name in paths if not (ROOT / name).exists()} == set()
    assert modules and files - known == set()
