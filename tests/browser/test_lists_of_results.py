"""Results as a paper sets them: days without holes between them."""

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
GAPS = """days => days.slice(1).map((day, n) => [days[n].getBoundingClientRect(), day.getBoundingClientRect()])
  .filter(([above, below]) => above.left === below.left)
  .map(([above, below]) => below.top - above.bottom)"""


@pytest.fixture(scope="module")
def euro(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = TestSite(tmp_path_factory.mktemp("euro") / "site").write({"content/results/euro-2024.txt": EURO})
    site.build()
    return site.output


def test_a_day_of_four_matches_leaves_no_hole_beside_a_day_of_one(page: Page, euro: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((euro / "competitions/euro/2024.html").as_uri())
    gaps = page.locator(".story .result-group").evaluate_all(GAPS)
    assert gaps
    assert max(gaps) < 1
