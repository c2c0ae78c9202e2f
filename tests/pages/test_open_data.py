"""Open data stands beside pages, is made when it changes, and gives way to nothing; what teams tell."""

from __future__ import annotations

import pytest

from builders import TestSite, report
from pages.open_data import SEMI_FINAL, data
from site_builder.pages.keys import PageKey
from site_builder.pages.kinds import DOCUMENTS, VIEWS


def test_a_document_stands_beside_each_match_team_and_competition_season_and_their_pages_link_it(site: TestSite) -> None:
    site.write({"content/matches/one.md": report()}).build()
    documents = {path for path in site.tree() if path.endswith(".json")}
    assert documents == {
        f"{SEMI_FINAL}.json",
        "competitions/coppa-italia/2020-21.json",
        "teams/atalanta.json",
        "teams/napoli.json",
    }
    for path in documents:
        page = site.page(path.replace(".json", ".html"))
        root = "../" * path.count("/")
        assert f'<link rel="alternate" type="application/json" href="{root}{path}">' in page
    assert "application/json" not in site.page("teams.html")


def test_without_data_in_the_settings_there_are_no_documents_and_no_links_to_them(site: TestSite) -> None:
    site.write({"content/matches/one.md": report()}).build()
    built = site.write({"site.toml": "data = false\n"}).build()
    assert built.removed == 4
    assert not [path for path in site.tree() if path.endswith(".json")]
    assert "application/json" not in site.page(f"{SEMI_FINAL}.html")


def test_a_document_is_made_anew_only_when_what_stands_in_it_has_changed(site: TestSite) -> None:
    site.write({"content/matches/one.md": report()}).build()
    before = site.tree()
    site.write({"content/matches/one.md": report(text="More words, no other facts.")}).build()
    assert {path for path, bytes_ in site.tree().items() if bytes_ != before[path]} >= {f"{SEMI_FINAL}.html"}
    assert not [path for path, bytes_ in site.tree().items() if bytes_ != before[path] and path.endswith(".json")]
    site.write({"content/matches/one.md": report(attendance="1200")}).build()
    assert [path for path, bytes_ in site.tree().items() if bytes_ != before[path] and path.endswith(".json")] == [
        f"{SEMI_FINAL}.json"
    ]


def test_documents_are_no_pages(site: TestSite) -> None:
    built = site.write({"content/matches/one.md": report()}).build()
    assert built.pages == len([path for path in site.tree() if path.endswith(".html")])
    assert not DOCUMENTS.keys() & VIEWS.keys()
    keys = [PageKey("a", kind).data for kind in VIEWS]
    assert {key.kind for key in keys if key} == {kind for kind in DOCUMENTS if PageKey("a", kind).path == "a.json"}
    assert {key.path for key in keys if key} == {"a.json"}


@pytest.mark.parametrize("static", ["teams/atalanta.json", "teams/ATALANTA.json", "teams/atalanta.json/crest.svg"])
def test_a_file_where_a_document_goes_is_a_problem(site: TestSite, static: str) -> None:
    files = {"content/matches/one.md": report(), f"content/{static}": "{}"}
    (problem,) = site.write(files).refused().problems
    assert (problem.code, problem.place.path) == ("same-path", f"content/{static}")
    assert problem.message == "teams/atalanta.json is also wanted by the open data"
    site.write({"site.toml": "data = false\n"}).build()
    assert site.page(static) == "{}"


def test_a_team_tells_what_its_file_says_its_seasons_and_its_matches(site: TestSite) -> None:
    file = """---
name: Atalanta
aliases: [Atalanta BC]
names: [{name: Atalanta e Bergamasca}, {name: Atalanta, from: 1950-01-01}]
code: ATA
founded: 1907
crest: atalanta.svg
---
"""
    files = {
        "content/teams/atalanta.md": file,
        "content/teams/atalanta.svg": "<svg/>",
        "content/matches/one.md": report(),
        "content/matches/two.md": report("Roma", "Atalanta", "0-2", date="2022-01-08", competition="Serie A", season="2021-22"),
    }
    site.write(files).build()
    assert data(site, "teams/atalanta") == {
        "name": "Atalanta",
        "slug": "atalanta",
        "aliases": ["Atalanta BC"],
        "names": [{"name": "Atalanta e Bergamasca"}, {"name": "Atalanta", "from": "1950-01-01"}],
        "code": "ATA",
        "founded": "1907",
        "crest": "teams/atalanta.svg",
        "seasons": [
            {"season": "2021-22", "competitions": ["competitions/serie-a/2021-22"]},
            {"season": "2020-21", "competitions": ["competitions/coppa-italia/2020-21"]},
        ],
        "matches": [SEMI_FINAL, "matches/2022/2022-01-08-roma-atalanta"],
    }
    assert data(site, "teams/napoli").keys() == {"name", "slug", "seasons", "matches"}


def test_teams_and_grounds_bear_the_name_of_the_day(site: TestSite) -> None:
    files = {
        "content/teams/inter.md": "---\nname: Inter\nnames: [{name: Ambrosiana}, {name: Inter, from: 1945-10-27}]\n---\n",
        "content/matches/old.md": report("Inter", "Roma", "1-0", date="1936-03-01", season="1935-36", competition="Serie A"),
    }
    site.write(files).build()
    assert data(site, "matches/1936/1936-03-01-inter-roma")["home"] == {"team": "Ambrosiana", "slug": "inter"}
    table = data(site, "competitions/serie-a/1935-36")["stages"][0]["table"]
    assert [row["team"] for row in table] == ["Ambrosiana", "Roma"]
    assert data(site, "teams/inter")["name"] == "Inter"
