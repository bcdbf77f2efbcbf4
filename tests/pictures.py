"""Make the pictures of README.md and docs from real output: ``python -m tests.pictures``."""

import re
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI
from rich.text import Text
from spacy.language import Language

import claimx
from claimx.article import Article
from claimx.corpus.database import open_database
from claimx.corpus.stats import read_stats
from claimx.corpus.stats_page import render_page
from claimx.corpus.store import Entry, load_store
from claimx.extraction import read_document
from claimx.reading import read_inputs
from claimx.rendering import Reading
from claimx.rendering.html import render
from claimx.rendering.text import document_text
from tests.benchmarks.news import write_news
from tests.test_page import BROWSER

SAMPLE = "samples/ceasefire-talks.txt"
FOLDER = Path("claimx/docs")
WIDTH = 110
# As much of the terminal as a reader of README takes in.
LINES = 40


def main() -> None:
    """Write ``terminal.svg``, ``page.png`` and ``stats.png``."""
    nlp = claimx.load()
    (article,) = read_inputs([SAMPLE], encoding=None, warn=print)
    assert not isinstance(article, Exception)
    reading: Reading = (article, read_document(article, nlp))
    _terminal(reading)
    _page(reading)
    _stats(nlp)


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


def _stats(nlp: Language) -> None:
    """Show the statistics of articles of a benchmark, which speak of the samples, over months."""
    with TemporaryDirectory() as name, sync_playwright() as tools:
        folder = Path(name)
        write_news(folder / "news", 90, words=300)
        store = load_store("sqlite")
        entries = []
        for n, path in enumerate(sorted((folder / "news").rglob("*.txt"))):
            day = (date(2025, 1, 2) + timedelta(days=n * n % 178)).isoformat()
            article = Article(text=path.read_text("utf-8"), published=day, date_source="option")
            share = store.prepare(read_document(article, nlp), path.name)
            entries.append(Entry(name=path.name, status="done", share=share))
        store.write(folder / "news.sqlite", entries)
        with open_database(folder / "news.sqlite") as db:
            html = render_page(read_stats(db, top=8), title="Claims in news.sqlite")
        (folder / "stats.html").write_text(html, "utf-8")
        browser = tools.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1100, "height": 1500})
        page.goto((folder / "stats.html").as_uri())
        page.screenshot(path=FOLDER / "stats.png")
        browser.close()


if __name__ == "__main__":
    main()
