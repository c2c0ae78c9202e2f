"""Competitions told by reports alone: leagues, cups and groups without a rule book, and matches that went another way."""

from __future__ import annotations

from pathlib import Path

from builders import TestSite
from football_site.open_data import about, built, document, order, outcome, reports, row, season, stage, table, tie

VALLEY = {"competition": "Valley League", "season": "2024"}
CUP = {"competition": "Valley Cup", "season": "2024"}
SERIE_A = {"competition": "Serie A", "season": "2024-25"}


def test_matchdays_make_a_league_and_the_page_says_that_its_rules_were_assumed(tmp_path: Path) -> None:
    told = reports(
        ("2024-03-01", "Ash", "Birch", "2-1", "matchday: 1"),
        ("2024-03-01", "Cedar", "Elm", "0-0", "matchday: 1"),
        ("2024-03-08", "Ash", "Cedar", "1-1", "matchday: 2"),
        ("2024-03-08", "Birch", "Elm", "3-0", "matchday: 2"),
        ("2024-03-16", "Cedar", "Birch", None, "matchday: 3"),
        **VALLEY,
    )
    site = built(tmp_path, told)
    found = season(site, "valley-league/2024")
    assert [(one["team"], one["points"], one["played"]) for one in table(found)] == [
        ("Ash", 4, 2),
        ("Birch", 3, 2),
        ("Cedar", 2, 2),
        ("Elm", 1, 2),
    ]
    assert "The rules of Valley League are not known here. Assumed: three points for a win" in site.page(
        "competitions/valley-league/2024.html"
    )


def test_a_club_that_tells_its_own_matches_alone_gets_no_table_until_another_is_told(tmp_path: Path) -> None:
    own = [
        ("2024-03-01", "Ash", "Birch", "2-1", "matchday: 1"),
        ("2024-03-08", "Cedar", "Ash", "1-1", "matchday: 2"),
        ("2024-03-15", "Ash", "Elm", "0-3", "matchday: 3"),
    ]
    said = "There is no table, since of this season only matches of Ash are told here."
    site = built(tmp_path / "own", reports(*own, **VALLEY))
    assert season(site, "valley-league/2024")["stages"] == []
    assert said in site.page("competitions/valley-league/2024.html")
    assert "at kick-off" not in site.page("matches/2024/2024-03-15-ash-elm.html")
    other = built(tmp_path / "all", reports(*own, ("2024-03-01", "Cedar", "Elm", "1-0", "matchday: 1"), **VALLEY))
    assert [one["team"] for one in table(season(other, "valley-league/2024"))] == ["Cedar", "Ash", "Elm", "Birch"]
    assert said not in other.page("competitions/valley-league/2024.html")
    assert "Ash stood 1st and Elm 4th at kick-off." in other.page("matches/2024/2024-03-15-ash-elm.html")


def test_groups_make_groups_and_goals_of_nobody_and_closed_doors_are_kept_apart(tmp_path: Path) -> None:
    nobodys = 'goals: {home: "Rossi 10\'(og)", away: "Bianchi 20\'(p)"}'
    kicks = 'goals: {home: "Neri 5\'", away: "Verdi 7\'"}; shootout: "1-0 Neri, 1-1 Verdi, 2-1 Gialli, 2-1 Blu (saved)"'
    told = reports(
        ("2024-06-01", "Ash", "Birch", "1-1", f"group: A; attendance: closed doors; {nobodys}"),
        ("2024-06-02", "Cedar", "Elm", "3-1", "group: B; attendance: 100"),
        ("2024-06-05", "Cedar", "Fir", "1-0", "group: B; attendance: 300"),
        ("2024-06-07", "Elm", "Fir", "0-0", "group: B"),
        ("2024-06-08", "Ash", "Birch", "1-1", "group: A"),
        ("2024-06-20", "Ash", "Cedar", "1-1 aet, 2-1 pens", f"round: Final; {kicks}"),
        **CUP,
    )
    site = built(tmp_path, told)
    found = season(site, "valley-cup/2024")
    assert [one["name"] for one in found["stages"]] == ["Group A", "Group B", "Knockout"]
    assert order(found, "Group B")[0] == (1, "Cedar")
    assert outcome(tie(found, "Final", "Ash", "Cedar")) == ("Ash", "penalties", [1, 1])
    assert {one["player"]: one["goals"] for one in found["scorers"]} == {"Neri": 1, "Verdi": 1, "Bianchi": 1}
    match = document(site, "matches/2024/2024-06-01-ash-birch")
    assert match["closed_doors"] is True
    assert "attendance" not in match
    page = site.page("competitions/valley-cup/2024.html")
    assert "200, known in 2 of 6 matches held here, 1 more behind closed doors" in page


def test_legs_need_no_mark_and_a_replay_overrules(tmp_path: Path) -> None:
    told = reports(
        ("2024-03-01", "Ash", "Birch", "2-1", "round: Semi-finals"),
        ("2024-03-08", "Birch", "Ash", "2-1 aet, 3-4 pens", "round: Semi-finals"),
        ("2024-03-01", "Cedar", "Elm", "0-0", "round: Semi-finals"),
        ("2024-03-08", "Elm", "Cedar", "1-1", "round: Semi-finals; winner: away"),
        ("2024-04-01", "Ash", "Cedar", "1-1", "round: Final"),
        ("2024-04-05", "Cedar", "Ash", "1-0", "round: 'Final, replay'"),
        **CUP,
    )
    found = season(built(tmp_path, told), "valley-cup/2024")
    assert outcome(tie(found, "Semi-finals", "Ash", "Birch")) == ("Ash", "penalties", [3, 3])
    assert tie(found, "Semi-finals", "Cedar", "Elm")["winner"] == "Cedar"
    assert outcome(tie(found, "Final", "Ash", "Cedar"))[:2] == ("Cedar", "replay")


def test_the_european_cup_by_its_eras(tmp_path: Path) -> None:
    told = reports(
        ("1956-09-01", "Ash", "Birch", "1-0", "round: First round; season: 1956-57"),
        ("1956-09-15", "Birch", "Ash", "2-1", "round: First round; season: 1956-57"),
        ("1956-09-30", "Ash", "Birch", "3-1", "round: First round play-off; season: 1956-57; neutral: true"),
        ("1967-09-01", "Ash", "Birch", "1-0", "round: First round; season: 1967-68"),
        ("1967-09-15", "Birch", "Ash", "2-1", "round: First round; season: 1967-68"),
        competition="European Cup",
    )
    site = built(tmp_path, told)
    early, late = season(site, "european-cup/1956-57"), season(site, "european-cup/1967-68")
    assert outcome(tie(early, "Round 1", "Ash", "Birch"))[:2] == ("Ash", "replay")
    assert outcome(tie(late, "Round 1", "Ash", "Birch")) == ("Ash", "away_goals", [2, 2])


def test_what_was_put_off_broken_off_or_annulled_counts_in_no_table(tmp_path: Path) -> None:
    told = reports(
        ("2024-08-20", "Ash", "Birch", "1-0", "matchday: 1"),
        ("2024-08-20", "Cedar", "Elm", None, "matchday: 1; status: postponed"),
        ("2024-08-27", "Birch", "Cedar", "1-1", "matchday: 2; status: abandoned"),
        ("2024-08-27", "Elm", "Ash", "3-0", "matchday: 2; status: void"),
        ("2024-09-12", "Cedar", "Birch", "0-2", 'matchday: 3; status: awarded; played_score: 1-0; goals: {home: "Uno 3\'"}'),
        **SERIE_A,
    )
    site = built(tmp_path, told)
    found = season(site, "serie-a/2024-25")
    played = {one["team"]: (one["played"], one["points"], one["goals_for"]) for one in table(found)}
    assert played == {"Ash": (1, 3, 1), "Birch": (2, 3, 2), "Cedar": (1, 0, 0), "Elm": (0, 0, 0)}
    assert found["scorers"] == [{"player": "Uno", "team": "Cedar", "goals": 1, "penalties": 0}]
    assert "postponed" in site.page("competitions/serie-a/2024-25.html")


def test_seasons_are_told_from_dates_and_rows_without_a_date_count(tmp_path: Path) -> None:
    csv = "competition,season,date,home,away,score,matchday\nSerie A,2021-22,,Ash,Birch,2-0,1\n"
    told = {
        "content/results/league.csv": csv,
        "content/matches/1.md": "---\ndate: 2022-01-10\ncompetition: Italian Serie A\nhome: Birch\naway: Ash\nscore: 1-0\n---\n",
        "content/matches/2.md": (
            "---\ndate: 1998-07-12\ncompetition: World Cup\nround: Final\nhome: Brazil\naway: France\nscore: 0-3\n---\n"
        ),
    }
    site = built(tmp_path, told)
    found = season(site, "serie-a/2021-22")
    assert [(one["team"], one["points"], one.get("decided_by")) for one in table(found)] == [
        ("Ash", 3, "h2h.goal_difference"),
        ("Birch", 3, None),
    ]
    assert found["matches"] == ["matches/2022/2022-01-10-birch-ash"]
    assert outcome(tie(season(site, "world-cup/1998"), "Final", "Brazil", "France")) == ("France", "score", [0, 3])


def test_a_report_against_a_row_names_both_places_even_through_aliases(tmp_path: Path) -> None:
    rows = "competition,season,date,home,away,score\nSerie A,2024-25,2024-09-01,Hellas Verona FC,AS Roma,1-1\n"
    alias = "---\nname: Verona\naliases: [Hellas Verona FC]\n---\n"
    told = reports(("2024-09-01", "Verona", "AS Roma", "2-1", ""), **SERIE_A)
    site = TestSite(tmp_path).write({"content/results/a.csv": rows, "content/teams/verona.md": alias, **told})
    (problem,) = site.refused().problems
    assert (problem.code, problem.place.path) == ("contradiction", "content/matches/0.md")
    assert "content/results/a.csv:2" in problem.message


def test_a_player_of_two_teams_scores_for_each_of_them(tmp_path: Path) -> None:
    told = reports(
        ("2024-09-10", "Ash", "Birch", "1-0", 'matchday: 1; goals: ["Mario Rossi 5\'"]'),
        ("2025-02-10", "Birch", "Cedar", "2-0", "matchday: 20; goals: [\"Mario Rossi 5' Rossi 9'\"]"),
        **SERIE_A,
    )
    site = built(tmp_path, told)
    scorers = [(one["player"], one["team"], one["goals"]) for one in season(site, "serie-a/2024-25")["scorers"]]
    assert scorers == [("Mario Rossi", "Birch", 2), ("Mario Rossi", "Ash", 1)]
    assert "3 goals" in site.page("people/mario-rossi.html")


def test_halves_of_a_split_season_stay_locked(tmp_path: Path) -> None:
    rules = "rules: [{rank: [points, goal_difference], split: {after: 3, sizes: [2, 2]}}]\n"
    first = [("Ash", "Birch"), ("Cedar", "Elm"), ("Ash", "Cedar"), ("Birch", "Elm"), ("Ash", "Elm"), ("Birch", "Cedar")]
    told = [(f"2024-03-0{1 + at // 2}", *pair, "1-0", f"matchday: {1 + at // 2}") for at, pair in enumerate(first)]
    told += [(f"2024-04-0{day}", "Cedar", "Elm", "5-0", f"matchday: {day + 3}") for day in (1, 2)]
    told += [(f"2024-04-0{day}", "Ash", "Birch", "1-0", f"matchday: {day + 3}") for day in (1, 2)]
    found = season(built(tmp_path, reports(*told, **VALLEY), about("Valley League", rules)), "valley-league/2024")
    assert [(one["team"], one["points"]) for one in table(found)] == [("Ash", 15), ("Birch", 6), ("Cedar", 9), ("Elm", 0)]


def test_the_opponents_of_a_later_round_are_told_where_nothing_says_who_won(tmp_path: Path) -> None:
    told = reports(
        ("2024-03-01", "Ash", "Birch", "1-1", "round: Semi-finals"),
        ("2024-03-01", "Cedar", "Elm", "2-0", "round: Semi-finals"),
        ("2024-04-01", "Birch", "Cedar", None, "round: Final"),
        **CUP,
    )
    found = season(built(tmp_path, told), "valley-cup/2024")
    level = tie(found, "Semi-finals", "Ash", "Birch")
    assert (level.get("winner"), level["went_on"]) == (None, "Birch")
    assert outcome(stage(found, "Knockout")["ties"][-1]) == (None, None, None)


def test_no_result_leaves_teams_level_instead_of_in_alphabetical_order(tmp_path: Path) -> None:
    told = reports(("2024-08-20", "Ash", "Birch", "0-0", "matchday: 1"), **SERIE_A)
    found = season(built(tmp_path, told), "serie-a/2024-25")
    assert order(found) == [(1, "Ash"), (1, "Birch")]
    assert row(found, "Ash")["decided_by"] == "undecided"


def test_a_fixture_shows_the_leading_scorers_at_its_kick_off(tmp_path: Path) -> None:
    told = reports(
        ("2024-08-20", "Ash", "Birch", "2-1", 'matchday: 1; goals: {home: "Uno 3\', 9\'", away: "Due 20\'"}'),
        ("2024-08-27", "Birch", "Ash", None, "matchday: 2"),
        ("2024-08-28", "Ash", "Cedar", "0-3", "matchday: 3; goals: {away: \"Tre 3', 4', 5'\"}"),
        **SERIE_A,
    )
    page = built(tmp_path, told).told("matches/2024/2024-08-27-birch-ash.html")
    scorers = page.split("Top scorers of the competition and of each side", maxsplit=1)[1].split("</table>", maxsplit=1)[0]
    assert [name in scorers for name in ("Uno", "Due", "Tre")] == [True, True, False]
    assert "the one match of 2024–25 held here until then" in scorers


def test_a_league_that_is_held_in_part_has_no_places_that_lead_anywhere(tmp_path: Path) -> None:
    teams = [f"Team {letter}" for letter in "ABCDEFGHIJKLMNOPQRST"]
    pairs = list(zip(teams[::2], teams[1::2], strict=True))
    told = reports(*(("2024-08-20", *pair, "1-0", "matchday: 1") for pair in pairs), **SERIE_A)
    whole = built(tmp_path / "whole", told).page("competitions/serie-a/2024-25.html")
    part = built(tmp_path / "part", dict(list(told.items())[:9])).page("competitions/serie-a/2024-25.html")
    assert ["Champions League" in page for page in (whole, part)] == [True, False]


def test_some_groups_alone_rank_no_third_placed_teams(tmp_path: Path) -> None:
    three = ("Ash", "Birch", "Cedar", "Elm")
    pairs = [(home, away) for at, home in enumerate(three) for away in three[at + 1 :]]
    told = reports(
        *((f"2024-06-1{day}", *pair, f"{6 - day}-0", "group: A") for day, pair in enumerate(pairs)),
        competition="Euro",
        season="2024",
    )
    found = season(built(tmp_path, told), "euro/2024")
    assert [one["name"] for one in found["stages"]] == ["Group A"]
