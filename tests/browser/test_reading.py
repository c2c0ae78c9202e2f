"""A match page read without eyes, without a mouse, without a script, from right to left, and on paper."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.sample_paths import KINDS, SEMI_FINAL, WORLD_CUP_FINAL

STOPS = """() => {
  const all = document.querySelectorAll("a[href], summary, input, button, [tabindex='0']");
  return [...all].filter((e) => e.checkVisibility()).length;
}"""
FOCUSED = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at);
  return {
    tag: at.tagName, text: at.textContent.trim(), width: box.width, right: box.right, left: box.left,
    outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
}"""


@pytest.fixture
def scriptless(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    yield context.new_page()
    context.close()


def open_page(page: Page, site: Path, path: str) -> None:
    page.goto((site / path).as_uri())


def test_a_screen_reader_hears_the_score_the_scorers_and_their_minutes_in_order(page: Page, site: Path) -> None:
    open_page(page, site, SEMI_FINAL)
    heard = re.sub(r"\s+", " ", page.locator("main").aria_snapshot())
    told = ["Coppa Italia", "Atalanta", "3–1", "Napoli", "Half-time 2–0", "Duván Zapata", "10'", "Matteo Pessina"]
    told += ["16', 78'", "Hirving Lozano", "53'", "Gewiss Stadium", "Pessina double sends Atalanta to the final"]
    places = [heard.index(words) for words in told[:1]]
    for words in told[1:]:
        places.append(heard.index(words, places[-1]))
    assert all(before < after for before, after in pairwise(places))
    assert 'heading "Pessina double sends Atalanta to the final" [level=1]' in heard


def test_a_drawing_is_one_picture_with_a_name_to_a_screen_reader(page: Page, site: Path) -> None:
    open_page(page, site, WORLD_CUP_FINAL)
    heard = page.locator("main").aria_snapshot()
    assert 'img "Goals by minute: Argentina above the line, France below it."' in heard
    assert "Tagliafico" not in heard.split("heading", 1)[0]


def test_everything_is_reached_by_the_keyboard_and_seen_when_it_is(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    open_page(page, site, WORLD_CUP_FINAL)
    stops = page.evaluate(STOPS)
    reached: list[str] = []
    for _ in range(stops):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        assert at["outline"], at
        assert at["width"] > 0, at
        assert at["left"] >= -1, at
        assert at["right"] <= 391, at
        reached.append(f"{at['tag']} {at['text']}")
    assert reached[0] == "A Skip to the content"
    assert len(reached) == stops > 40
    moments = next(n for n, stop in enumerate(reached) if stop.startswith("SUMMARY"))
    assert reached.index("A Szymon Marciniak") < moments < len(reached) - 1


def test_the_moments_open_by_the_keyboard(page: Page, site: Path) -> None:
    open_page(page, site, WORLD_CUP_FINAL)
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".moments li").first.is_visible()


def test_a_page_is_painted_and_whole_without_a_script(scriptless: Page, site: Path) -> None:
    for path in KINDS.values():
        open_page(scriptless, site, path)
        assert scriptless.locator("h1").inner_text().strip()
        waiting = scriptless.locator("head script:not([defer]):not([type=module]):not([type='application/ld+json'])")
        assert waiting.count() == 0, path
    open_page(scriptless, site, SEMI_FINAL)
    box = scriptless.locator(".big-score").bounding_box()
    assert box
    assert box["y"] + box["height"] < 500, "the score stands on the first screen of a telephone"


def test_right_to_left_the_home_side_stands_on_the_right(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    open_page(page, site, SEMI_FINAL)
    page.evaluate("document.documentElement.dir = 'rtl'")
    home, away = (page.locator(f".score-line .{side}").bounding_box() for side in ("home", "away"))
    assert home
    assert away
    assert home["x"] > away["x"] + away["width"]


def test_on_paper_there_is_ink_on_white_and_no_way_to_click(page: Page, site: Path) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    open_page(page, site, SEMI_FINAL)
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator(".moments li").first.is_visible(), "what a click would open is printed"
    for gone in (".masthead-menu", ".breadcrumbs", "summary", ".skip"):
        assert page.locator(gone).first.is_hidden(), gone


EDGES = """rows => rows.map((row) => {
  const edge = getComputedStyle(row.firstElementChild);
  return [row.className.match(/z(-down|\\d)/)?.[0] ?? "", edge.borderInlineStartColor, edge.borderInlineStartStyle];
})"""


def test_without_colours_the_zones_of_a_table_are_told_apart(page: Page, site: Path) -> None:
    page.emulate_media(forced_colors="active")
    open_page(page, site, "competitions/serie-a/2020-21.html")
    edges = page.locator(".standings tbody tr").evaluate_all(EDGES)
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert {colour for zone, colour, _ in edges if not zone} == {background}
    assert background not in {colour for zone, colour, _ in edges if zone}
    lines = {(zone, style) for zone, _, style in edges if zone}
    assert len(lines) == len({style for _, style in lines}) > 1


def test_on_paper_nothing_is_left_out(page: Page, example_site: Path) -> None:
    """A printed link keeps its address in the file, so that what was printed can be told."""
    for path in ("matches/2021/2021-02-10-atalanta-napoli.html", "competitions/world-cup.html"):
        page.emulate_media(media="print")
        open_page(page, example_site, path)
        shown = page.locator("main a[href]").evaluate_all("all => all.filter((e) => e.checkVisibility()).map((e) => e.href)")
        printed = re.findall(r"/URI \(([^)]+)", page.pdf(format="A4", prefer_css_page_size=True).decode("latin-1"))
        assert len(shown) > 50
        assert Counter(shown) <= Counter(printed), path


def test_on_paper_a_win_is_as_black_as_on_the_screen(page: Page, site: Path) -> None:
    page.emulate_media(media="print")
    open_page(page, site, SEMI_FINAL)
    assert page.locator(".outcome.W").first.evaluate("e => getComputedStyle(e).printColorAdjust") == "exact"
