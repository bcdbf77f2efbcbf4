"""The HTML page in a real browser: what a reader clicks, types and prints."""

import re
import shutil
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from claimx.rendering.html import render
from tests.documents import one_claim, truce

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no browser on this machine")

# Effective colours of every element with text of its own, and the contrast between them.
CONTRAST = """() => {
  const rgb = (c) => { const m = c.match(/[\\d.]+/g).map(Number); return [...m, 1].slice(0, 4); };
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const back = (e) => {
    for (; e; e = e.parentElement) {
      const c = rgb(getComputedStyle(e).backgroundColor);
      if (c[3] > 0) return c;
    }
    return [255, 255, 255];
  };
  const bad = [];
  for (const e of document.querySelectorAll("body *")) {
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!own || !e.getClientRects().length || e.closest("option")) continue;
    const [a, b] = [light(rgb(getComputedStyle(e).color)), light(back(e))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) bad.push(`${e.tagName}.${e.className} ${e.textContent}`);
  }
  return bad;
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as tools:
        # In a container Chromium's own sandbox cannot start; the page is ours.
        browser = tools.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "claims.html"
    with path.open("w", encoding="utf-8", newline="") as stream:
        render([truce(), one_claim("Vera", "signs <script>alert(1)</script>")], stream)
    return path.as_uri()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1300, "height": 800}, offline=True)
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text))
    page.on("request", lambda request: problems.append(request.url))
    page.on("dialog", lambda dialog: problems.append(dialog.message))
    page.goto(address)
    problems.remove(address)
    yield page
    assert problems == []
    context.close()


def claim_id(n: int) -> str:
    return truce()[1].claims[n - 1].id


def shown(page: Page) -> list[str]:
    return [row.split()[0] for row in page.locator("tbody tr:visible").all_inner_texts()]


def lit(page: Page) -> str:
    return " ".join(page.locator("mark.on").all_inner_texts())


@pytest.mark.parametrize(
    ("choose", "expected"),
    [
        pytest.param(("speaker", "Irina Kostova"), ["3"], id="speaker"),
        pytest.param(("place", "Geneva"), ["2"], id="place"),
        pytest.param(("certainty", "possible"), ["6"], id="certainty"),
        pytest.param(("certainty", "negated"), ["3", "7"], id="negated"),
    ],
)
def test_filters(page: Page, choose: tuple[str, str], expected: list[str]) -> None:
    page.select_option(f"select[name={choose[0]}]", choose[1])
    assert shown(page) == expected
    assert page.locator("output").inner_text() == f"{len(expected)} of 8 claims"
    page.click("button[type=reset]")
    page.wait_for_selector("tbody tr[hidden]", state="detached")


def test_text_filter(page: Page) -> None:
    page.fill("input[name=text]", "norvenia artillery")
    assert shown(page) == ["4"]


def test_from_claim_to_citation_and_back(page: Page) -> None:
    page.click(f"#claim-{claim_id(6)} a")
    assert page.url.endswith(f"#cite-{claim_id(6)}")
    assert lit(page) == "A Turkish official said Ankara might host a second round April"
    page.click(f"#cite-{claim_id(2)}")
    assert page.url.endswith(f"#claim-{claim_id(2)}")
    assert page.locator("tr.on th a").inner_text() == "2"


def test_a_click_on_words_finds_their_claim(page: Page) -> None:
    page.click("mark.content >> text=might host a second round")
    assert page.locator("tr.on th a").inner_text() == "6"


def test_deep_link(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1300, "height": 400}, reduced_motion="reduce")
    page.goto(f"{address}#claim-{claim_id(7)}")
    assert lit(page) == "Velmar is unlikely to accept observers"
    box = page.locator(f"#claim-{claim_id(7)}").bounding_box()
    head = page.locator("thead").first.bounding_box()
    assert box is not None
    assert head is not None
    assert box["y"] >= head["y"] + head["height"], "under the head of the table"
    assert 0 <= box["y"] <= 400 - box["height"]
    page.close()


def test_keyboard(page: Page) -> None:
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.locator("tr.on th a").inner_text() == "2"
    page.keyboard.press("k")
    assert page.locator("tr.on th a").inner_text() == "1"
    page.keyboard.press("/")
    page.keyboard.type("jk")
    assert page.input_value("input[name=text]") == "jk"
    page.keyboard.press("Escape")
    assert page.locator("mark.on").count() == 0


def test_every_link_can_be_reached_by_tab(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator("a:visible").count() == page.evaluate(
        "[...document.querySelectorAll('a')].filter(a => a.tabIndex === 0).length"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [400, 1300])
def test_contrast_is_wcag_aa(page: Page, scheme: str, width: int) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate(f"location.hash = '#claim-{claim_id(3)}'")
    page.wait_for_selector("tr.on")
    assert page.evaluate(CONTRAST) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_print_shows_everything_but_the_tools(page: Page) -> None:
    page.fill("input[name=text]", "artillery")
    page.emulate_media(media="print")
    assert not page.locator("#filters").is_visible()
    assert len(shown(page)) == 8


def test_without_scripts_the_links_work(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert not page.locator("#filters").is_visible()
    page.click(f"#claim-{claim_id(6)} a")
    assert page.url.endswith(f"#cite-{claim_id(6)}")
    context.close()


def test_hostile_articles_do_not_break_the_page(browser: Browser, tmp_path: Path) -> None:
    words = (
        "signs \u202e\x1b[31m<img src=x onerror=alert(1)> " + "x" * 5000,
        "signs </script></style></table>{{ 7*7 }} " + "a long paragraph " * 300,
    )
    out = StringIO()
    render([one_claim("<b>Vera", text.strip()) for text in words], out)
    path = tmp_path / "odd.html"
    path.write_text(out.getvalue(), encoding="utf-8")
    page = browser.new_page(viewport={"width": 700, "height": 800})
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    page.goto(path.as_uri())
    assert dialogs == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("tbody tr").count() == 2
    assert not re.search("[\u202a-\u202e\x1b]", page.locator("body").inner_text())
    page.close()
