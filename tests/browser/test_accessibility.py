"""A page of each kind in front of axe, as wide as a telephone and a desk, in the light and in the dark.

Each page is left as a picture in ``screenshots/``, for whoever changes the theme.
"""

from __future__ import annotations

from importlib.resources import files
from itertools import product
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page

from browser.sample_paths import KINDS

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCREENSHOTS = Path(__file__).parent.parent.parent / "screenshots"
RUN = """async (what) => {
  document.querySelectorAll("details").forEach((details) => details.open = true);
  const found = await axe.run(document, {resultTypes: ["violations"], runOnly: what});
  const told = ({id, nodes}) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`);
  return found.violations.flatMap(told);
}"""
CLOSE = "document.querySelectorAll('details').forEach((details) => details.open = false)"
Scheme = Literal["light", "dark"]
IN_FRONT_OF: dict[Scheme, dict[str, object]] = {
    "light": {"type": "tag", "values": RULES},
    "dark": {"type": "rule", "values": ["color-contrast"]},
}
"""What is looked at: in the dark only colours are another matter."""


def test_axe_finds_nothing_on_any_kind_of_page_in_the_light_and_in_the_dark(page: Page, site: Path) -> None:
    found: dict[str, list[str]] = {}
    for kind, path in KINDS.items():
        page.goto((site / path).as_uri())
        page.evaluate(AXE)
        for width, (scheme, what) in product((390, 1280), IN_FRONT_OF.items()):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            page.evaluate(CLOSE)
            page.screenshot(path=SCREENSHOTS / f"{kind.replace(' ', '-')}-{width}-{scheme}.png")
            if said := page.evaluate(RUN, what):
                found[f"{kind}, {width}, {scheme}"] = said
    assert found == {}


def test_axe_does_find_faults(page: Page) -> None:
    page.set_content("<html><body><img src='a.png'><p style='color: #aaa'>Pale.</p></body></html>")
    page.evaluate(AXE)
    said = page.evaluate(RUN, IN_FRONT_OF["light"])
    assert {fault.split(":")[0] for fault in said} >= {"image-alt", "html-has-lang", "color-contrast"}
