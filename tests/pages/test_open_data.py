"""Open data says what the pages say, and nothing that the sources do not."""

from __future__ import annotations

import json
from typing import Any

import pytest

from builders import TestSite, report
from site_builder.pages.keys import PageKey
from site_builder.pages.kinds import DOCUMENTS, VIEWS

SEMI_FINAL = "matches/2021/2021-02-10-atalanta-napoli"
FIRST_LEG = "matches/2021/2021-02-03-napoli-atalanta"


def data(site: TestSite, address: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    return json.loads(site.page(f"{address}.json"))


def league(*results: str) -> str:
    """Results of a season as CSV: ``Alpha 2-0 Beta``."""
    lines = [line.partition(" ") for line in results]
    rows = [(home, *rest.split(" ")) for home, _, rest in lines]
    return "date,home,away,score\n" + "".join(
        f"2023-08-{day:02},{home},{away},{score}\n" for day, (home, score, away) in enumerate(rows, 1)
    )


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


def test_of_a_match_of_which_nothing_is_known_nothing_is_told(site: TestSite) -> None:
    site.write({"content/matches/one.md": report(score=None)}).build()
    assert data(site, SEMI_FINAL) == {
        "id": SEMI_FINAL,
        "competition": "Coppa Italia",
        "competition_slug": "coppa-italia",
        "season": "2020-21",
        "date": "2021-02-10",
        "home": {"team": "Atalanta", "slug": "atalanta"},
        "away": {"team": "Napoli", "slug": "napoli"},
        "status": "scheduled",
    }


def test_a_match_tells_everything_that_its_report_tells(site: TestSite) -> None:
    told = report(
        date="2021-02-10 20:45+01:00",
        round="Semi-finals",
        leg="2",
        half_time="2-0",
        goals='{home: "Zapata 10\', Pessina 45+2\'(p) (assist: Zapata)", away: "Toloi 53\'(og)"}',
        cards='{away: "Lozano 90+1\' (Y/R)"}',
        managers="{home: Gasperini}",
        formation="{away: 4-3-3}",
        stats="{shots: 19-9, possession: 48-52, xg: 2.1-?}",
        ratings="{home: {Zapata: 7.5}}",
        venue="Gewiss Stadium",
        referee="La Penna",
        attendance="closed doors",
        sources="[{text: Archive, url: 'https://example.org/a'}]",
    )
    site.write({"content/matches/one.md": told}).build(strict=False)
    document = data(site, SEMI_FINAL)
    assert {
        key: document[key] for key in ("round", "leg", "time", "kick_off", "score", "half_time", "winner", "closed_doors")
    } == {
        "round": "Semi-finals",
        "leg": 2,
        "time": "20:45",
        "kick_off": "2021-02-10T19:45:00Z",
        "score": [3, 1],
        "half_time": [2, 0],
        "winner": "home",
        "closed_doors": True,
    }
    zapata = {"name": "Zapata", "slug": "zapata"}
    assert document["goals"] == [
        {"side": "home", "minute": 10, "player": "Zapata", "slug": "zapata", "kind": "goal"},
        {"side": "home", "minute": 45, "added": 2, "player": "Pessina", "slug": "pessina", "kind": "penalty", "assist": zapata},
        {"side": "away", "minute": 53, "player": "Toloi", "slug": "toloi", "kind": "own_goal"},
    ]
    assert document["cards"] == [
        {"side": "away", "minute": 90, "added": 1, "player": "Lozano", "slug": "lozano", "colour": "second_yellow"}
    ]
    assert document["line_ups"] == {
        "home": {"manager": {"name": "Gasperini", "slug": "gasperini"}},
        "away": {"formation": "4-3-3"},
    }
    assert document["stats"] == [
        {"name": "shots", "home": 19, "away": 9},
        {"name": "possession", "home": 48, "away": 52},
        {"name": "xg", "home": 2.1},
    ]
    assert document["ratings"] == [{"player": "Zapata", "slug": "zapata", "rating": 7.5}]
    assert document["sources"] == [{"text": "Archive", "url": "https://example.org/a"}]
    assert document["referee"] == {"name": "La Penna", "slug": "la-penna"}
    assert "attendance" not in document


def test_a_line_up_is_told_in_lines_with_its_substitutions_by_minute(site: TestSite) -> None:
    eleven = (
        "Lloris [c] - Varane (Konate 113'), Kounde, Upamecano, Hernandez (Camavinga 71') - Griezmann, Tchouameni, Rabiot [Y 55']"
    )
    line_up = f"{eleven} - Giroud, Mbappe, Dembele"
    site.write({"content/matches/one.md": report(lineups=f'{{home: "{line_up}"}}', bench="{home: [Areola]}")}).build()
    document = data(site, SEMI_FINAL)
    home = document["line_ups"]["home"]
    assert home["formation"] == "4-3-3"
    assert home["captain"]["name"] == "Lloris"
    assert [[player["slug"] for player in line] for line in home["lines"]][1:3] == [
        ["varane", "kounde", "upamecano", "hernandez"],
        ["griezmann", "tchouameni", "rabiot"],
    ]
    assert [(change["minute"], change["on"]["slug"]) for change in home["substitutions"]] == [(71, "camavinga"), (113, "konate")]
    assert home["bench"] == [{"name": "Areola", "slug": "areola"}]
    assert [(card["player"], card["colour"]) for card in document["cards"]] == [("Rabiot", "yellow")]
    assert "away" not in document["line_ups"]


def test_an_awarded_match_tells_both_scores_and_a_walkover_who_went_through(site: TestSite) -> None:
    awarded = report(score="3-0", status="awarded", played_score="1-2", round="Semi-finals")
    lots = report("Lazio", "Roma", "1-1", date="2021-02-11", round="Semi-finals", winner="away")
    site.write({"content/matches/one.md": awarded, "content/matches/two.md": lots}).build()
    document = data(site, SEMI_FINAL)
    assert (document["score"], document["played_score"], document["winner"]) == ([3, 0], [1, 2], "home")
    document = data(site, "matches/2021/2021-02-11-lazio-roma")
    assert document["went_through"] == "away"
    assert "winner" not in document


def test_over_two_legs_the_second_one_tells_the_aggregate_and_who_went_through(site: TestSite) -> None:
    legs = {
        "content/matches/one.md": report("Napoli", "Atalanta", "0-0", date="2021-02-03", round="Semi-finals", leg="1"),
        "content/matches/two.md": report(round="Semi-finals", leg="2"),
    }
    site.write(legs).build()
    first, second = data(site, FIRST_LEG), data(site, SEMI_FINAL)
    assert not {"aggregate", "went_through", "winner"} & first.keys()
    assert (second["aggregate"], second["went_through"]) == ([3, 1], "home")
    (stage,) = data(site, "competitions/coppa-italia/2020-21")["stages"]
    assert (stage["name"], stage["type"], "table" in stage) == (second["stage"], "knockout", False)
    assert stage["ties"] == [
        {
            "round": "Semi-finals",
            "home": "Napoli",
            "away": "Atalanta",
            "legs": [FIRST_LEG, SEMI_FINAL],
            "aggregate": [1, 3],
            "winner": "Atalanta",
            "won_on": "aggregate",
        }
    ]


def test_a_single_match_is_a_tie_of_one_leg(site: TestSite) -> None:
    final = report("Argentina", "France", "3-3 aet, 4-2 pens", date="2022-12-18", competition="World Cup", season="2022")
    site.write({"content/matches/one.md": final.replace("home: A", "round: Final\nhome: A")}).build()
    address = "matches/2022/2022-12-18-argentina-france"
    (tie,) = data(site, "competitions/world-cup/2022")["stages"][0]["ties"]
    assert (tie["legs"], tie["aggregate"], tie["winner"], tie["won_on"]) == ([address], [3, 3], "Argentina", "penalties")
    document = data(site, address)
    assert (document["extra_time"], document["shootout"], document["winner"], document["went_through"]) == (
        "full",
        [4, 2],
        "home",
        "home",
    )


def test_a_tie_that_nothing_decides_has_no_winner_though_the_next_round_shows_who_went_on(site: TestSite) -> None:
    semi = report("Lazio", "Roma", "1-1", date="2021-02-11", round="Semi-finals")
    final = report("Roma", "Milan", "2-0", date="2021-05-19", round="Final")
    site.write({"content/matches/one.md": semi, "content/matches/two.md": final}).build()
    tie = data(site, "competitions/coppa-italia/2020-21")["stages"][0]["ties"][0]
    assert "winner" not in tie
    assert "won_on" not in tie
    assert tie["went_on"] == "Roma"
    assert data(site, "matches/2021/2021-02-11-lazio-roma")["went_through"] == "away"


LEAGUE = """---
name: County League
rules:
  - points: {win: 3, draw: 1, loss: 0}
    rank: [points, goal_difference, goals_for]
seasons:
  2023-24:
    adjustments: [{team: Delta, points: -1, reason: an ineligible player}]
---
"""


def test_a_league_season_is_told_as_the_contract_has_it(site: TestSite) -> None:
    results = league("Alpha 2-0 Beta", "Beta 3-0 Delta", "Delta 1-1 Alpha", "Beta 1-0 Alpha", "Alpha 2-2 Delta", "Delta 4-0 Beta")
    written = report(
        "Alpha",
        "Beta",
        "2-0",
        date="2023-08-01",
        competition="County League",
        season="2023-24",
        goals="{home: Abel 2'(p) Abel 9'}",
    )
    files = {
        "content/competitions/county-league.md": LEAGUE,
        "content/results/2023-24/county-league.csv": results,
        "content/matches/one.md": written,
    }
    site.write(files).build()
    document = data(site, "competitions/county-league/2023-24")
    (stage,) = document["stages"]
    assert (document["competition"], document["season"], stage["type"]) == ("County League", "2023-24", "league")
    assert stage["table"] == [
        {
            "position": 1, "team": "Beta", "slug": "beta", "played": 4, "won": 2, "drawn": 0, "lost": 2,
            "goals_for": 4, "goals_against": 6, "goal_difference": -2, "points": 6,
        },
        {
            "position": 2, "team": "Alpha", "slug": "alpha", "played": 4, "won": 1, "drawn": 2, "lost": 1,
            "goals_for": 5, "goals_against": 4, "goal_difference": 1, "points": 5,
        },
        {
            "position": 3, "team": "Delta", "slug": "delta", "played": 4, "won": 1, "drawn": 2, "lost": 1,
            "goals_for": 7, "goals_against": 6, "goal_difference": 1, "points": 4, "adjustment": -1,
        },
    ]  # fmt: skip
    assert document["scorers"] == [{"player": "Abel", "team": "Alpha", "goals": 2, "penalties": 1}]
    assert document["matches"][:2] == ["matches/2023/2023-08-01-alpha-beta", "matches/2023/2023-08-02-beta-delta"]


def test_a_row_says_what_decided_and_teams_that_nothing_separates_share_a_position(site: TestSite) -> None:
    results = league("Alpha 2-0 Beta", "Beta 1-0 Alpha", "Gamma 1-0 Delta", "Delta 1-0 Gamma")
    rules = LEAGUE.replace("Delta", "Omega")
    site.write({"content/competitions/county-league.md": rules, "content/results/2023-24/county-league.csv": results}).build()
    table = data(site, "competitions/county-league/2023-24")["stages"][0]["table"]
    assert [(row["position"], row["team"], row.get("decided_by")) for row in table] == [
        (1, "Alpha", "goal_difference"),
        (2, "Delta", "undecided"),
        (2, "Gamma", "goal_difference"),
        (4, "Beta", None),
    ]


def test_a_row_without_a_date_counts_in_the_table_and_has_no_address(site: TestSite) -> None:
    results = "home,away,score,date\nAlpha,Beta,2-0,\nBeta,Alpha,1-1,2023-08-02\n"
    rules = LEAGUE.replace("Delta", "Omega")
    site.write({"content/competitions/county-league.md": rules, "content/results/2023-24/county-league.csv": results}).build()
    document = data(site, "competitions/county-league/2023-24")
    assert [row["played"] for row in document["stages"][0]["table"]] == [2, 2]
    assert document["matches"] == ["matches/2023/2023-08-02-beta-alpha"]
    assert data(site, "teams/alpha")["matches"] == document["matches"]


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
