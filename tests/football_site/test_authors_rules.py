"""What an author's file of a competition changes: points, decisions, ranking and ties. The rule book is what decides."""

from __future__ import annotations

from pathlib import Path

from builders import TestSite, report
from football_site.open_data import about, built, document, order, outcome, reports, results, row, season, table, tie

PREMIER_LEAGUE = "football-txt/england/2023-24/1-premierleague.txt"
EURO = "football-txt/euro/2024--germany/euro.txt"
ADJUSTMENTS = """seasons:
  2023-24:
    adjustments:
      - {team: Everton, points: -10, date: 2023-11-17, reason: spending rules}
      - {team: Everton, points: 4, date: 2024-02-26, reason: appeal}
      - {team: Everton, points: -2, date: 2024-04-08, reason: spending rules}
      - {team: Nottingham Forest FC, points: -4, date: 2024-03-18}
"""
EVERTON = {"content/teams/everton.md": "---\nname: Everton\naliases: [Everton FC]\n---\n"}


def test_points_taken_in_2023_24_count_and_show_from_their_day_on(tmp_path: Path) -> None:
    site = built(tmp_path, results(PREMIER_LEAGUE), about("Premier League", ADJUSTMENTS), EVERTON)
    told = season(site, "premier-league/2023-24")
    everton, forest = row(told, "Everton"), row(told, "Nottingham Forest FC")
    assert (everton["position"], everton["points"], everton["adjustment"], everton["slug"]) == (15, 40, -8, "everton")
    assert (forest["position"], forest["points"], forest["adjustment"]) == (17, 32, -4)
    last = [(one["team"], one["points"]) for one in table(told)[17:]]
    assert last == [("Luton Town FC", 26), ("Burnley FC", 24), ("Sheffield United FC", 16)]
    assert "deducted" not in site.page("matches/2023/2023-11-11-crystal-palace-fc-everton.html")
    after = site.page("matches/2023/2023-11-26-everton-manchester-united-fc.html")
    assert "Everton had 10 points deducted on 17 November 2023: spending rules." in after
    assert "appeal" not in after


def test_a_ruling_for_a_team_that_plays_no_match_is_a_warning_at_its_place(tmp_path: Path) -> None:
    site = TestSite(tmp_path).write({**results(PREMIER_LEAGUE), **about("Premier League", ADJUSTMENTS)})
    (problem,) = site.problems()
    assert (problem.code, problem.is_error, problem.place.line) == ("ruling-for-nobody", False, 6)
    assert problem.message == "`Everton` plays no match of 2023–24 here"
    assert problem.fix.startswith("Did you mean `Everton FC`?")


def test_both_teams_may_be_punished_for_one_match_and_the_page_says_why(tmp_path: Path) -> None:
    ruled = """seasons:
  2023-24:
    overrides:
      - {home: Everton FC, away: Fulham FC, points: [0, 0], reason: both fielded players who were banned}
      - {home: Burnley FC, away: Manchester City FC, points: [1, 1], date: 2023-08-11}
      - {home: Fulham FC, away: Everton FC, points: [0, 0], date: 2023-08-12}
"""
    site = built(tmp_path, results(PREMIER_LEAGUE), about("Premier League", ruled))
    plain = built(tmp_path / "plain", results(PREMIER_LEAGUE))
    told, before = season(site, "premier-league/2023-24"), season(plain, "premier-league/2023-24")

    def difference(team: str) -> int:
        return int(row(told, team)["points"]) - int(row(before, team)["points"])

    teams = ("Everton FC", "Fulham FC", "Burnley FC", "Manchester City FC", "Arsenal FC")
    assert [difference(team) for team in teams] == [0, -3, 1, -2, 0]
    page = site.page("competitions/premier-league/2023-24.html")
    assert "Everton FC v Fulham FC gave 0 and 0 points: both fielded players who were banned." in page
    assert "Burnley FC v Manchester City FC on 11 August 2023 gave 1 and 1 points." in page
    assert "Fulham FC v Everton FC" not in page, "they met there on another day"


def test_an_override_says_what_it_needs(tmp_path: Path) -> None:
    for written in (
        "{home: Everton FC, away: Fulham FC}",
        "{home: Everton FC, points: [0, 0]}",
        "{home: A, away: B, points: [0]}",
    ):
        ruled = f"seasons: {{2023-24: {{overrides: [{written}]}}}}\n"
        (problem,) = TestSite(tmp_path).write({**results(PREMIER_LEAGUE), **about("Premier League", ruled)}).problems()
        assert (problem.is_error, problem.message) == (True, "an override needs `home`, `away` and `points` for both")
        assert problem.fix == "For example {home: A, away: B, points: [0, 0]}."


def test_fewer_points_than_none_bear_a_minus_sign_as_differences_do(tmp_path: Path) -> None:
    ruled = "seasons: {2023-24: {adjustments: [{team: Sheffield United FC, points: -20}]}}\n"
    site = built(tmp_path, results(PREMIER_LEAGUE), about("Premier League", ruled))
    assert "<td>−69</td><td>−4 <small>(−20)</small></td>" in site.page("competitions/premier-league/2023-24.html")


def test_points_of_a_match_on_another_day_are_a_warning(tmp_path: Path) -> None:
    ruled = "seasons: {2023-24: {overrides: [{home: Everton FC, away: Fulham FC, points: [0, 0], date: 2023-08-13}]}}\n"
    (problem,) = TestSite(tmp_path).write({**results(PREMIER_LEAGUE), **about("Premier League", ruled)}).problems()
    assert (problem.code, problem.is_error) == ("ruling-for-nobody", False)
    assert problem.message == "no `Everton FC` v `Fulham FC` of 2023–24 is on 2023-08-13"
    assert problem.fix == "Write the day of the match that was ruled on: 2023-08-12."
    right = ruled.replace("2023-08-13", "2023-08-12")
    assert TestSite(tmp_path).write(about("Premier League", right)).problems() == ()


def test_points_of_a_match_with_home_and_away_confused_are_a_warning_where_they_stand(tmp_path: Path) -> None:
    def told(home: str, away: str, score: str, day: str) -> str:
        return report(home, away, score, date=day, competition="Premier League", season="2023-24")

    played = {
        "content/matches/a.md": told("Everton", "Fulham", "0-1", "2023-08-12"),
        "content/matches/b.md": told("Arsenal", "Everton", "2-1", "2024-05-19"),
    }
    ruled = """seasons:
  2023-24:
    adjustments: [{team: Fulham, points: -1}]
    overrides:
      - {home: Fulham, away: Everton, points: [0, 0]}
      - {home: Fulham, away: Arsenal, points: [0, 0]}
"""
    (problem,) = TestSite(tmp_path).write({**played, **about("Premier League", ruled)}).problems()
    assert (problem.code, problem.is_error, problem.place.line) == ("ruling-for-nobody", False, 7)
    assert problem.message == "no `Fulham` v `Everton` of 2023–24 is held here, only `Everton` v `Fulham`"


def test_a_decision_for_a_misspelt_team_is_a_warning_too(tmp_path: Path) -> None:
    decided = "seasons: {2024: {decisions: [{rank: [Denmark, Slovenija], why: fair play}]}}\n"
    (problem,) = TestSite(tmp_path).write({**results(EURO), **about("Euro", decided)}).problems()
    assert (problem.code, problem.message) == ("ruling-for-nobody", "`Slovenija` plays no match of 2024 here")


def test_seasons_that_are_not_held_may_be_ruled_on(tmp_path: Path) -> None:
    ruled = "seasons: {1999-00: {adjustments: [{team: Nobody, points: -1}]}}\n"
    assert TestSite(tmp_path).write({**results(PREMIER_LEAGUE), **about("Premier League", ruled)}).problems() == ()


def test_the_authors_decision_puts_denmark_above_slovenia_and_ranks_the_thirds(tmp_path: Path) -> None:
    decided = "seasons: {2024: {decisions: [{rank: [Denmark, Slovenia], why: fewer cards for the staff}]}}\n"
    site = built(tmp_path, results(EURO), about("Euro", decided))
    told = season(site, "euro/2024")
    assert order(told, "Group C")[1:3] == [(2, "Denmark"), (3, "Slovenia")]
    assert row(told, "Denmark", "Group C")["decided_by"] == "discipline"
    assert {team for _, team in order(told, "Third-placed teams")[:4]} == {"Georgia", "Netherlands", "Slovakia", "Slovenia"}


def test_the_premier_leagues_ranking_puts_lazio_above_inter(tmp_path: Path) -> None:
    ranking = "rules: [{from: 2017-18, rank: [points, goal_difference, goals_for]}]\n"
    site = built(tmp_path, results("football-txt/italy/2017-18/1-seriea.txt"), about("Serie A", ranking))
    told = season(site, "serie-a/2017-18")
    assert order(told)[3:5] == [(4, "Lazio Roma"), (5, "Inter")]
    assert row(told, "Lazio Roma")["decided_by"] == "goal_difference"
    assert "what this site adds to it" in site.page("competitions/serie-a/2017-18.html")


def test_under_the_rules_of_the_year_after_nothing_decides_between_juventus_and_porto(tmp_path: Path) -> None:
    ruled = "rules: [{from: 2020-21, ties: {away_goals: 'off', extra_time: full, then: [shootout]}}]\n"
    site = built(tmp_path, results("football-txt/champions-league/2020-21/cl.txt"), about("Champions League", ruled))
    found = tie(season(site, "champions-league/2020-21"), "Round of 16", "Juventus", "FC Porto")
    assert outcome(found) == (None, None, [4, 4])
    assert found["went_on"] == "FC Porto"
    assert "away goals" not in site.page("matches/2021/2021-03-09-juventus-fc-porto.html")


def test_an_award_that_a_report_tells_counts_in_the_table_and_what_was_played_for_the_scorers(tmp_path: Path) -> None:
    told = reports(
        ("2020-09-19", "Hellas Verona FC", "AS Roma", "3-0", "status: awarded; played_score: 0-0"), competition="Serie A"
    )
    site = built(tmp_path, results("football-txt/italy/2020-21/1-seriea.txt"), told)
    match = document(site, "matches/2020/2020-09-19-hellas-verona-fc-as-roma")
    assert (match["status"], match["score"], match["played_score"]) == ("awarded", [3, 0], [0, 0])
    assert row(season(site, "serie-a/2020-21"), "Hellas Verona FC")["goals_for"] == 46
    assert len(season(site, "serie-a/2020-21")["matches"]) == 380
