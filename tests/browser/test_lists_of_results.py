"""Results as a paper sets them: days without holes between them, names on one line, and no dot that divides nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from builders import TestSite

EURO = """= Euro 2024

Tue Jun 25 2024
  Netherlands  2-3  Austria
  France       1-1  Poland
  England      0-0  Slovenia
  Denmark      0-0  Serbia
Fri Jul 5 2024
  Portugal     0-0  France
Tue Jul 9 2024
  Spain        2-1  France
Sun Jul 14 2024
  Spain        2-1  England
"""
OCEANIA = """= Oceania Nations Cup 2024

Sun Jun 16 2024
  Fiji  5-1  Papua New Guinea
"""
WORLD_CUP = """= World Cup 2022

Sun Dec 18 2022
  Argentina  4-2 pen. 3-3 a.e.t. (2-2, 2-0)  France
    (Lionel Messi 23' (pen.) 108', Angel Di Maria 36'; Kylian Mbappe 80' (pen.) 81', 118' (pen.))
"""
GAPS = """days => days.slice(1).map((day, n) => [days[n].getBoundingClientRect(), day.getBoundingClientRect()])
  .filter(([above, below]) => above.left === below.left)
  .map(([above, below]) => below.top - above.bottom)"""


LINES = "names => names.map((name) => [name.textContent, name.getClientRects().length])"
DOTS = "spans => spans.map((span) => getComputedStyle(span, '::after').content)"


@pytest.fixture(scope="module")
def euro(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = TestSite(tmp_path_factory.mktemp("euro") / "site").write(
        {
            "content/results/euro-2024.txt": EURO,
            "content/results/oceania-2024.txt": OCEANIA,
            "content/results/world-cup-2022.txt": WORLD_CUP,
        }
    )
    site.build()
    return site.output


def test_a_day_of_four_matches_leaves_no_hole_beside_a_day_of_one(page: Page, euro: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((euro / "competitions/euro/2024.html").as_uri())
    gaps = page.locator(".story .result-group").evaluate_all(GAPS)
    assert gaps
    assert max(gaps) < 1


def test_a_name_of_two_words_stands_on_one_line_beside_a_side_column(page: Page, euro: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((euro / "teams/fiji.html").as_uri())
    assert page.locator(".story .result-group .away a").evaluate_all(LINES) == [["Papua New Guinea", 1]]


def test_no_dot_stands_between_two_lines(page: Page, euro: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((euro / "people/lionel-messi.html").as_uri())
    dots = page.locator(".about > span:has(+ span)").evaluate_all(DOTS)
    assert dots
    assert set(dots) == {"none"}
