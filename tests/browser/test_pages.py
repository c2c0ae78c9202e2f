"""The sample pages in a real browser, from disk: as wide as the screen, silent, and on their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from browser.sample_paths import PATHS

TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  const outside = (e) => e.getBoundingClientRect().right > width + 1 && !e.closest("svg");
  const out = [...document.querySelectorAll("body *")].filter(outside);
  return document.documentElement.scrollWidth > width ? out.map((e) => `${e.tagName}.${e.className}`) : [];
}"""
SPILLS = """() => {
  const width = document.documentElement.clientWidth;
  return [...document.querySelectorAll("main *")]
    .filter((e) => !e.closest("svg, .scroll, .visually-hidden, .prose table, .prose pre"))
    .filter((e) => { const box = e.getBoundingClientRect(); return box.width && (box.left < -1 || box.right > width + 1); })
    .map((e) => `${e.tagName}.${e.className}`);
}"""


def test_no_page_is_wider_than_the_screen_also_from_right_to_left(page: Page, site: Path) -> None:
    wide: dict[str, list[str]] = {}
    for path in PATHS:
        page.goto((site / path).as_uri())
        for width in (1280, 390, 320):
            page.set_viewport_size({"width": width, "height": 800})
            if found := page.evaluate(TOO_WIDE):
                wide[f"{path}, {width}"] = found
        page.evaluate("document.documentElement.dir = 'rtl'")
        if found := page.evaluate(SPILLS):
            wide[f"{path}, 320, rtl"] = found
    assert wide == {}


def test_pages_ask_nobody_else_for_anything_and_say_nothing_to_the_console(page: Page, site: Path) -> None:
    messages: list[str] = []
    requests: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        messages.append(message.text)

    def asked(request: Request) -> None:
        requests.append(request.url)

    page.on("console", heard)
    page.on("request", asked)
    page.on("pageerror", lambda error: messages.append(str(error)))
    for path in PATHS:
        page.goto((site / path).as_uri())
    assert messages == []
    assert [url for url in requests if not url.startswith(site.as_uri())] == []
    assert len(requests) > len(PATHS)


def test_the_moments_of_a_match_open_without_a_script(page: Page, site: Path) -> None:
    page.goto((site / "matches/2022/2022-12-18-argentina-france.html").as_uri())
    assert page.locator(".moments li").first.is_hidden()
    page.get_by_text("Every moment in order").click()
    assert page.locator(".moments li").first.is_visible()


def test_the_first_stop_of_the_keyboard_leads_to_the_content(page: Page, site: Path) -> None:
    page.goto((site / "teams/atalanta.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    box = page.locator(".skip").bounding_box()
    assert box
    assert box["x"] >= 0


@pytest.mark.parametrize(("width", "side_by_side"), [(390, False), (1280, True)])
def test_the_facts_of_a_match_stand_beside_the_report_where_there_is_room(
    page: Page, site: Path, *, width: int, side_by_side: bool
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((site / "matches/2021/2021-02-10-atalanta-napoli.html").as_uri())
    report, facts = page.locator(".report").bounding_box(), page.locator(".aside").bounding_box()
    assert report
    assert facts
    assert (facts["x"] > report["x"] + report["width"]) is side_by_side
    assert (facts["y"] > report["y"] + report["height"]) is not side_by_side


def test_scores_of_a_list_stand_in_one_column(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto((site / "competitions/coppa-italia.html").as_uri())
    boxes = [score.bounding_box() for score in page.locator(".result .score").all()]
    middles = {round(box["x"] + box["width"] / 2) for box in boxes if box}
    assert len(boxes) > 5
    assert max(middles) - min(middles) <= 1


def test_the_dark_page_is_dark(browser: Browser, site: Path) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto((site / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 22, 20)"
    page.close()
