"""A reader on a slow line waits for a page and its style sheets: every match page of the example site stays small."""

from __future__ import annotations

import re
from pathlib import Path

LIMIT = 60_000
"""Bytes of a match page without its prose and of all style sheets that it links, not compressed."""


def weight(page: Path) -> int:
    """Bytes of a page and its style sheets; what somebody wrote about the match is as long as it is."""
    html = page.read_text(encoding="utf-8")
    prose = "".join(re.findall(r'<div class="prose".*?</div>', html, re.DOTALL))
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', html)
    assert sheets
    linked: int = sum((page.parent / sheet).stat().st_size for sheet in sheets)
    return len(html.encode()) - len(prose.encode()) + linked


def test_every_match_page_of_the_example_site_with_its_style_sheets_is_small(example_site: Path) -> None:
    pages = [page for page in example_site.glob("matches/*/*.html") if "match-page" in page.read_text(encoding="utf-8")]
    assert len(pages) > 500
    assert {page.name: weight(page) for page in pages if weight(page) >= LIMIT} == {}
