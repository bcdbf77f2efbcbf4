"""What claimx does with what it is given: it runs nothing of it and calls nobody.

Python reports such steps to audit hooks (PEP 578), whichever library takes them.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimx.gazetteer.index import FILE, SUM

ROOT = Path(__file__).parent.parent
PAGE = "<html><body><article><h1>Dam broke</h1>{}</article></body></html>"
AUDIT = """
import sys

FORBIDDEN = {
    "pickle.find_class", "shelve.open", "socket.connect", "socket.getaddrinfo", "socket.sendto",
    "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "urllib.Request",
    "webbrowser.open", "ftplib.connect", "smtplib.connect", "code.__new__",
}
seen = []
sys.addaudithook(lambda event, arguments: seen.append(event) if event in FORBIDDEN else None)

from claimx.cli import app

try:
    app(sys.argv[1:])
finally:
    assert not seen, seen
"""


def audited(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    return subprocess.run(
        [sys.executable, "-c", AUDIT, *arguments],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        text=True,
    )


@pytest.mark.model
def test_extraction_runs_no_code_from_data_and_calls_nobody(tmp_path: Path) -> None:
    text = (ROOT / "samples/river-flood.txt").read_text("utf-8")
    paragraphs = "".join(f"<p>{line}</p>" for line in text.splitlines())
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (tmp_path / "b.json").write_text('{"text": "The dam broke on Friday."}', "utf-8")
    (tmp_path / "c.html").write_text(PAGE.format(paragraphs), "utf-8")
    done = audited("extract", "a.txt", "b.json", "c.html", "-f", "html", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stderr == "claimx: 3 articles, " + done.stderr.partition("articles, ")[2]


def test_the_audit_can_fail(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", AUDIT.replace("app(sys.argv[1:])", "import os; os.system('true')")],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert "AssertionError: ['os.system']" in done.stderr


def test_a_damaged_gazetteer_is_a_set_up_error(tmp_path: Path) -> None:
    """A copy of the package, since there is no other way to a damaged one."""
    package = tmp_path / "claimx"
    for path in (ROOT / "claimx").rglob("*"):
        place = package / path.relative_to(ROOT / "claimx")
        if path.is_dir():
            place.mkdir(parents=True, exist_ok=True)
        elif path.name != SUM and "__pycache__" not in path.parts:
            place.symlink_to(path)
    (package / "gazetteer" / SUM).write_text(f"{'0' * 64}  {FILE}\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "claimx", "extract", "-"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"},
        input="The dam broke.",
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (3, "")
    said = f"{package}/gazetteer/{FILE}: damaged (wrong SHA-256); install claimx again"
    assert done.stderr == f"claimx: error: {said}\n"
