"""How lines are set where there is little room: what stands beside what, and what never runs out of the page."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from browser.sample_paths import SEMI_FINAL

SAY_FROM_THE_RIGHT = "all => all.forEach((each) => { each.dir = 'auto'; each.textContent = 'أتالانتا ونابولي'; })"


def test_a_headline_without_a_byline_keeps_its_distance_from_the_text(page: Page, site: Path) -> None:
    page.goto((site / SEMI_FINAL).as_uri())
    page.locator(".report > :is(.byline, .photo)").evaluate_all("all => all.forEach((each) => each.remove())")
    headline, prose = page.locator(".headline").bounding_box(), page.locator(".report > .prose").bounding_box()
    assert headline
    assert prose
    assert prose["y"] - headline["y"] - headline["height"] >= 16


def test_a_text_from_right_to_left_stands_under_its_headline(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((site / SEMI_FINAL).as_uri())
    texts = page.locator(".headline, .report > .prose")
    texts.evaluate_all(SAY_FROM_THE_RIGHT)
    headline, prose = (text.bounding_box() for text in texts.all())
    assert headline
    assert prose
    assert abs(headline["x"] + headline["width"] - prose["x"] - prose["width"]) <= 1
