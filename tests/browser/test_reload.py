"""The watch mode in a real browser: an edit shows up where one was reading, problems lie over the page and go."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from builders import TestSite, report
from serving import watching

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or "/usr/bin/chromium"
FILE = "content/matches/a.md"
LONG = "\n\n".join(f"Paragraph {number} of a long report." for number in range(120))
PATIENCE = 20_000


@pytest.fixture
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        opened = started.new_page()
        opened.set_default_timeout(PATIENCE)
        yield opened
        started.close()


def test_edits_problems_and_styles_show_up_in_the_open_page(page: Page, tmp_path: Path) -> None:
    site = TestSite(tmp_path / "site").write({FILE: report(text=f"First words.\n\n{LONG}")})
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text))
    with watching(site) as watch:
        page.goto(f"{watch.url}matches/2021/2021-02-10-atalanta-napoli.html")
        page.evaluate("scrollTo({top: 900, behavior: 'instant'})")
        site.write({FILE: report(text=f"Second words.\n\n{LONG}")})
        expect(page.get_by_text("Second words.")).to_be_attached(timeout=PATIENCE)
        page.wait_for_function("scrollY === 900")

        page.evaluate("window.isTheSame = true")
        site.write({FILE: report(competiton="<img src=x onerror=alert(1)>")})
        overlay = page.locator("site-builder-problems")
        expect(overlay).to_contain_text("a match report has no such key", timeout=PATIENCE)
        expect(overlay).to_contain_text(f"{FILE}:8:1")
        expect(overlay).to_contain_text("Did you mean `competition`?")
        expect(overlay).to_contain_text("<img src=x onerror=alert(1)>")
        assert overlay.locator("img").count() == 0
        assert overlay.locator("section").bounding_box()
        assert page.get_by_text("Second words.").count() == 1

        site.write({FILE: report(text=f"Second words.\n\n{LONG}")})
        expect(overlay).to_have_count(0, timeout=PATIENCE)

        site.write({"templates/assets/css/club.css": "body { background: rgb(1, 2, 3) !important }"})
        page.wait_for_function("getComputedStyle(document.body).backgroundColor === 'rgb(1, 2, 3)'")
        assert page.evaluate("window.isTheSame") is True
        assert page.evaluate("scrollY") == 900
    assert said == []
