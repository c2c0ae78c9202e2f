"""Pages read from the right: what belongs together stays together, and edges are where lines begin."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.sample_paths import SEMI_FINAL

SEASON = "competitions/serie-a/2020-21.html"


@pytest.fixture
def from_the_right(page: Page) -> Page:
    page.add_init_script("document.addEventListener('DOMContentLoaded', () => { document.documentElement.dir = 'rtl'; })")
    page.set_viewport_size({"width": 1280, "height": 900})
    return page


def test_the_edge_of_a_zone_is_where_the_line_begins(from_the_right: Page, site: Path) -> None:
    from_the_right.goto((site / SEASON).as_uri())
    place = from_the_right.locator(".standings .z1 > :first-child").first
    assert place.evaluate("e => [getComputedStyle(e).borderRightWidth, getComputedStyle(e).borderLeftWidth]") == ["3px", "0px"]


def test_a_minute_stands_after_its_scorer_also_where_the_name_is_latin(from_the_right: Page, site: Path) -> None:
    from_the_right.goto((site / SEMI_FINAL).as_uri())
    line = from_the_right.locator(".scorers li").first
    name, minute = line.locator("a").bounding_box(), line.locator(".marks").bounding_box()
    assert name
    assert minute
    assert minute["x"] + minute["width"] <= name["x"]
