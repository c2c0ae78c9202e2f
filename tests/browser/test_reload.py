"""The watch mode in a real browser: an edit shows up where one was reading, problems lie over the page and go.

Whether a page was loaded again is seen by what is kept on ``window``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from builders import TestSite, report
from serving import watching

FILE = "content/matches/a.md"
LONG = "\n\n".join(f"Paragraph {number} of a long report." for number in range(120))
PATIENCE = 20_000
MATCH = "matches/2021/2021-02-10-atalanta-napoli.html"
OTHER = "content/matches/b.md"
OTHER_PAGE = "matches/2021/2021-03-01-inter-milan.html"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{0}"></svg>'
PAGE = """{{% extends "!default/pages/match.html" %}}
{{% block main %}}<p>{}</p><details><summary>More</summary>All of it.</details><img src="{{{{ page.root }}}}about.svg" alt="">
<script src="{{{{ page.root }}}}assets/js/own.js"></script>{{% endblock %}}
"""
KEEP = "window.isTheSame = true"
IS_KEPT = "window.isTheSame === true"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def test_edits_problems_and_styles_show_up_in_the_open_page(page: Page, tmp_path: Path) -> None:
    site = TestSite(tmp_path / "site").write({FILE: report(text=f"First words.\n\n{LONG}")})
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text))
    with watching(site) as watch:
        page.goto(f"{watch.url}{MATCH}")
        page.evaluate(KEEP)
        page.evaluate("scrollTo({top: 900, behavior: 'instant'})")
        page.locator("#page-search").evaluate("field => { field.focus({ preventScroll: true }); field.value = 'atalanta v' }")
        site.write({FILE: report(text=f"Second words.\n\n{LONG}", score="2-1")})
        expect(page.get_by_text("Second words.")).to_be_attached(timeout=PATIENCE)
        expect(page).to_have_title(re.compile("2–1"))
        page.wait_for_function("scrollY === 900")
        page.wait_for_function("document.activeElement.value === 'atalanta v'")

        site.write({FILE: report(competiton="<img src=x onerror=alert(1)>")})
        overlay = page.locator("site-builder-problems")
        expect(overlay).to_contain_text("a match report has no such key", timeout=PATIENCE)
        expect(overlay).to_contain_text(f"{FILE}:8:1")
        expect(overlay).to_contain_text("Did you mean `competition`?")
        expect(overlay).to_contain_text("<img src=x onerror=alert(1)>")
        assert overlay.locator("img").count() == 0
        assert overlay.locator("section").bounding_box()
        assert page.get_by_text("Second words.").count() == 1

        site.write({FILE: report(text=f"Second words.\n\n{LONG}", score="2-1")})
        expect(overlay).to_have_count(0, timeout=PATIENCE)

        site.write({"templates/assets/css/club.css": "body { background: rgb(1, 2, 3) !important }"})
        page.wait_for_function("getComputedStyle(document.body).backgroundColor === 'rgb(1, 2, 3)'")
        site.write({FILE: report(text=f"Third words.\n\n{LONG}")})
        expect(page.get_by_text("Third words.")).to_be_attached(timeout=PATIENCE)
        assert page.locator("link[rel=stylesheet]").count() == 1
        assert page.evaluate(IS_KEPT)
        assert page.evaluate("scrollY") == 900
    assert said == []


def test_what_was_opened_stays_open_and_pictures_and_scripts_are_the_new_ones(page: Page, tmp_path: Path) -> None:
    site = TestSite(tmp_path / "site").write({FILE: report(), "content/about.svg": DRAWING.format(10)})
    site.write({"templates/pages/match.html": PAGE.format("First words."), "templates/assets/js/own.js": "window.ran = 1"})
    with watching(site) as watch:
        page.goto(f"{watch.url}{MATCH}")
        page.evaluate(KEEP)
        page.locator("summary", has_text="More").click()
        site.write({"templates/pages/match.html": PAGE.format("Second words.")})
        expect(page.get_by_text("Second words.")).to_be_visible(timeout=PATIENCE)
        expect(page.get_by_text("All of it.")).to_be_visible()
        site.write({"content/about.svg": DRAWING.format(30)})
        page.wait_for_function("document.querySelector('main img').naturalWidth === 30")
        assert page.evaluate(IS_KEPT)
        site.write({"templates/assets/js/own.js": "window.ran = 2"})
        page.wait_for_function("window.ran === 2")
        assert not page.evaluate(IS_KEPT)


def test_a_tab_that_follows_goes_where_one_edits_and_others_stay(page: Page, tmp_path: Path) -> None:
    site = TestSite(tmp_path / "site").write({FILE: report(), OTHER: report("Inter", "Milan", date="2021-03-01")})
    with watching(site) as watch:
        page.goto(f"{watch.url}{MATCH}")
        page.evaluate(KEEP)
        follows = page.context.new_page()
        follows.goto(f"{watch.url}?site-builder-follow")
        assert follows.url == watch.url
        expect(follows.get_by_role("button", name="Follow edits: on")).to_be_visible()

        site.write({OTHER: report("Inter", "Milan", date="2021-03-01", text="First words.")})
        follows.wait_for_url(f"**/{OTHER_PAGE}")
        expect(follows.get_by_text("First words.")).to_be_visible()
        follows.evaluate(KEEP)
        site.write({OTHER: report("Inter", "Milan", date="2021-03-01", text="Second words.")})
        expect(follows.get_by_text("Second words.")).to_be_visible(timeout=PATIENCE)
        assert follows.evaluate(IS_KEPT)
        assert page.url.endswith(MATCH)
        assert page.evaluate(IS_KEPT)

        follows.keyboard.press("Shift+Tab")  # from the page's start to its end
        follows.keyboard.press("Enter")
        expect(follows.get_by_role("button", name="Follow edits: off")).to_be_focused()
        site.write({FILE: report(text="Third words.")})
        expect(page.get_by_text("Third words.")).to_be_visible(timeout=PATIENCE)
        assert follows.url.endswith(OTHER_PAGE)
        follows.emulate_media(media="print")
        expect(follows.get_by_role("button", name="Follow edits: off")).to_be_hidden()
