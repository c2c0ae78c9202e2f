"""What the open data of a competition's season tells: tables, ties, and the addresses of matches."""

from __future__ import annotations

from builders import TestSite, report
from pages.open_data import FIRST_LEG, SEMI_FINAL, data


def league(*results: str) -> str:
    """Results of a season as CSV: ``Alpha 2-0 Beta``."""
    lines = [line.partition(" ") for line in results]
    rows = [(home, *rest.split(" ")) for home, _, rest in lines]
    return "date,home,away,score\n" + "".join(
        f"2023-08-{day:02},{home},{away},{score}\n" for day, (home, score, away) in enumerate(rows, 1)
    )


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
