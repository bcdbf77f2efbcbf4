"""Make the pictures of README.md from real output: ``python -m tests.pictures``."""

import re
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI
from rich.text import Text

import claimx
from claimx.extraction import read_document
from claimx.reading import read_inputs
from claimx.rendering import Reading
from claimx.rendering.html import render
from claimx.rendering.text import document_text
from tests.test_page import BROWSER

SAMPLE = "samples/ceasefire-talks.txt"
FOLDER = Path("claimx/docs")
WIDTH = 110
# As much of the terminal as a reader of README takes in.
LINES = 40


def main() -> None:
    """Write ``terminal.svg`` and ``page.png``."""
    nlp = claimx.load()
    (article,) = read_inputs([SAMPLE], encoding=None, warn=print)
    assert not isinstance(article, Exception)
    reading: Reading = (article, read_document(article, nlp))
    _terminal(reading)
    _page(reading)


def _terminal(reading: Reading) -> None:
    console = Console(width=WIDTH, file=StringIO(), force_terminal=True, color_system="standard")
    with console.capture() as shown:
        console.print(document_text(reading[1], width=WIDTH))
    picture = Console(width=WIDTH, record=True, file=StringIO(), force_terminal=True)
    for line in shown.get().splitlines()[:LINES]:
        picture.print(Text.from_ansi(line), soft_wrap=True)
    svg = picture.export_svg(title=f"claimx extract {SAMPLE}", theme=DIMMED_MONOKAI)
    # The font would come from elsewhere; the reader has one of his own.
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.S)
    (FOLDER / "terminal.svg").write_text(svg, encoding="utf-8")


def _page(reading: Reading) -> None:
    claim = next(claim for claim in reading[1].claims if claim.cue is not None)
    with TemporaryDirectory() as folder, sync_playwright() as tools:
        path = Path(folder) / "page.html"
        with path.open("w", encoding="utf-8", newline="") as stream:
            render([reading], stream)
        browser = tools.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1240, "height": 1000})
        page.emulate_media(reduced_motion="reduce")
        page.goto(f"{path.as_uri()}#claim-{claim.id}")
        page.evaluate("scrollTo(0, 0)")
        page.screenshot(path=FOLDER / "page.png")
        browser.close()


if __name__ == "__main__":
    main()
