"""Matches that only results tell: pages without a story, and lines without a page where even the date is unknown."""

from __future__ import annotations

import pytest

from builders import TestSite, report
from pages.reading import league, views_of

UNDATED = league("Ash 1-0 Birch") + "\n▪ Matchday 9\n  Ash 9-0 Cedar\n"


def test_a_match_from_results_has_a_page_titled_by_its_score_and_day(site: TestSite) -> None:
    views = views_of(site.write({"content/results/village.txt": league("Ash 1-0 Birch")}))
    found = views.match("2020-09-05-ash-birch")
    assert (found.meta.title, found.headline, found.report.html) == ("Ash 1–0 Birch, 5 Sep 2020", "", "")
    assert "Village League 2020–21" in found.meta.description


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Ash 1-0 Birch", "Ash 1-0 Birch, 5 Sep 2020"),
        ("Ash v Birch", "Ash v Birch, 5 Sep 2020"),
        ("Ash shock Birch", "Ash shock Birch"),
    ],
)
def test_a_headline_that_is_only_the_score_has_the_day_in_the_title(site: TestSite, written: str, title: str) -> None:
    found = views_of(site.write({"content/matches/a.md": report("Ash", "Birch", "1-0", date="2020-09-05", title=written)}))
    page = found.match("2020-09-05-ash-birch")
    assert (page.meta.title, page.headline) == (title, written)


def test_a_match_without_a_date_is_a_line_without_a_link(site: TestSite) -> None:
    views = views_of(site.write({"content/results/village.txt": UNDATED.replace("Sat Sep 5 2020\n", "")}))
    rows = [row for group in views.season("village-league/2020-21").rounds for row in group.rows]
    assert [(row.home.text, row.href, row.day) for row in rows] == [("Ash", "", None), ("Ash", "", None)]
    assert not [address for address in views.keys if address.startswith("matches/2")]


def test_a_match_without_a_date_counts_in_the_table(site: TestSite) -> None:
    views = views_of(site.write({"content/results/village.txt": UNDATED.replace("Sat Sep 5 2020\n", "")}))
    (stage,) = views.season("village-league/2020-21").stages
    assert stage.table is not None
    assert [(line.team.name, line.points) for line in stage.table.lines] == [("Ash", 6), ("Birch", 0), ("Cedar", 0)]
    assert [[one.href for one in cell or ()] for cell in stage.cross_table[0].cells] == [[], [""], [""]]


def test_an_article_about_a_match_without_a_report_announces_how_it_ended(site: TestSite) -> None:
    article = "---\ntitle: How Ash did it\ndate: 2020-09-06\nmatch: 2020-09-05 Ash v Birch\n---\nWith a goal.\n"
    site.write({"content/results/village.txt": league("Ash 1-0 Birch"), "content/articles/ash.md": article}).build()
    assert "Ash 1–0 Birch" in " ".join(site.page("articles/ash.html").split())
