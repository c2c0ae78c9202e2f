"""Two texts of one address: told at the `slug` that chose it."""

from __future__ import annotations

import pytest

from builders import TestSite, report

MATCHES = {
    "content/matches/a.md": report(slug="the-final"),
    "content/matches/b.md": report("Juventus", "Inter", "0-0", date="2021-02-09", slug="the-final"),
}


def test_two_equal_slugs_are_told_at_the_line_of_one(site: TestSite) -> None:
    site.write(MATCHES)
    (problem,) = site.refused().problems
    line = MATCHES[problem.place.path].split("\n").index("slug: the-final") + 1
    assert (problem.code, problem.place.line, problem.excerpt) == ("same-path", line, "slug: the-final")


@pytest.mark.parametrize("folder", ["articles", "pages"])
def test_other_texts_of_equal_slugs_are_told_so_too(site: TestSite, folder: str) -> None:
    site.write({f"content/{folder}/{name}.md": "---\ntitle: A\nslug: our-story\n---\nUs." for name in "ab"})
    (problem,) = site.refused().problems
    assert (problem.code, problem.place.line, problem.excerpt) == ("same-path", 3, "slug: our-story")


def test_a_page_without_a_slug_is_told_as_a_whole(site: TestSite) -> None:
    site.write({"content/pages/a b.md": "---\ntitle: A\n---\nUs.", "content/pages/a-b.md": "---\ntitle: B\n---\nThem."})
    (problem,) = site.refused().problems
    assert (problem.code, problem.place.line) == ("same-path", 0)
    site.write({"content/pages/a b.md": "---\ntitle: A\n---\nUs.", "content/pages/c.md": "---\ntitle: C\nslug: a-b\n---\nThem."})
    (site.folder / "content/pages/a-b.md").unlink()
    (problem,) = site.refused().problems
    assert (problem.place.path, problem.place.line) == ("content/pages/c.md", 3)
