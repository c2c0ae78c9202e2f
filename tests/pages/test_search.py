"""The search page for readers without a script, the ways to it, and its place in the plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import TestSite, report
from pages.reading import views_of
from site_builder.outcome import Options
from site_builder.pages.parts import Link
from site_builder.pages.views import SearchView
from site_builder.preparation import prepare

FILE = "content/matches/a.md"


@pytest.fixture
def site(tmp_path: Path) -> TestSite:
    older = report(date="2019-02-10", season="2018-19", title="Before")
    return TestSite(tmp_path / "site").write({FILE: report(), "content/matches/b.md": older})


def test_the_page_lists_everything_that_leads_on(site: TestSite) -> None:
    view = views_of(site).of("search", SearchView)
    assert view.indexes == (
        Link("Matches", "matches.html"),
        Link("Teams", "teams.html"),
        Link("Competitions", "competitions.html"),
    )
    assert view.teams == (Link("Atalanta", "teams/atalanta.html"), Link("Napoli", "teams/napoli.html"))
    (cup,) = view.competitions
    assert cup.link == Link("Coppa Italia", "competitions/coppa-italia.html")
    assert [season.href for season in cup.seasons] == [
        "competitions/coppa-italia/2020-21.html",
        "competitions/coppa-italia/2018-19.html",
    ]


def test_the_script_is_told_which_shards_there_are(site: TestSite) -> None:
    view = views_of(site).of("search", SearchView)
    assert (view.seasons, view.headlines, view.suffix) == (("2020-21", "2018-19"), ("2018-19",), ".html")


def test_without_suffix_where_links_have_none(site: TestSite) -> None:
    site.write({"site.toml": "clean_urls = true\n"})
    assert views_of(site).of("search", SearchView).suffix == ""
    assert prepare(Options(site=site.folder, jobs=1)).material.site.search == "search"


def test_an_empty_site_can_be_searched(tmp_path: Path) -> None:
    view = views_of(TestSite(tmp_path)).of("search", SearchView)
    assert (view.indexes, view.teams, view.seasons) == ((), (), ())


@pytest.mark.parametrize("path", ["search/things.js", "search/2020-21.js", "search/headlines/2018-19.js", "Search/Things.JS"])
def test_a_file_in_the_place_of_a_shard_is_a_problem(site: TestSite, path: str) -> None:
    site.write({f"content/{path}": "x"})
    (problem,) = site.problems()
    assert (problem.code, problem.place.path) == ("same-path", f"content/{path}")
    assert "is also wanted by the search index" in problem.message


@pytest.mark.parametrize("path", ["search", "Search", "search/headlines"])
def test_a_file_in_the_place_of_their_folder_is_a_problem(site: TestSite, path: str) -> None:
    site.write({f"content/{path}": "x"})
    (problem,) = site.refused().problems
    assert (problem.code, problem.place.path) == ("same-path", f"content/{path}")


def test_other_files_may_lie_beside_the_shards(site: TestSite) -> None:
    site.write({"content/search/tips.txt": "x"})
    assert site.problems() == ()


def test_a_page_of_ones_own_cannot_be_the_search(site: TestSite) -> None:
    site.write({"content/pages/search.md": "Mine."})
    assert [problem.code for problem in site.refused().problems] == ["same-path"]
