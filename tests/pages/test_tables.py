"""Tables as pages show them: places, signs, legends, and a sentence for everything that points do not explain."""

from __future__ import annotations

import pytest

from builders import TestSite
from pages.reading import CHAMPIONS_2025, EURO, PREMIER_LEAGUE, SERIE_A_2018, Views, league, views_of, views_of_data
from site_builder.pages.season_views import StageView, TableView

ADJUSTED = """name: Premier League
seasons:
  2023-24:
    adjustments:
      - {team: Everton FC, points: -10, date: 2023-11-17, reason: breach of the spending rules}
      - {team: Everton FC, points: 4, date: 2024-02-26, reason: reduced on appeal.}
      - {team: Nottingham Forest FC, points: -4, date: 2024-03-18}
"""
DECIDED = """name: Euro
seasons:
  2024:
    decisions: [{rank: [Denmark, Slovenia], why: "one yellow card fewer", by: discipline}]
"""
ROUNDS = ("Ash 1-0 Birch, Cedar 2-2 Elm", "Birch 0-0 Cedar, Elm 0-3 Ash", "Ash 1-1 Cedar, Birch 2-0 Elm")


def stage(views: Views, season: str, name: str = "Regular season") -> StageView:
    return next(one for one in views.season(season).stages if one.name == name)


def table(views: Views, season: str, name: str = "Regular season") -> TableView:
    found = stage(views, season, name).table
    assert found is not None
    return found


def places(found: TableView) -> list[tuple[str, str]]:
    return [(line.position, line.team.name) for line in found.lines]


@pytest.fixture
def village(site: TestSite) -> Views:
    return views_of(site.write({"content/results/village.txt": league(*ROUNDS)}))


def test_serie_a_2017_18_says_why_inter_stand_above_lazio() -> None:
    found = table(views_of_data(SERIE_A_2018), "serie-a/2017-18")
    assert places(found)[3:5] == [("4", "Inter"), ("5", "Lazio Roma")]
    assert "Inter stand above Lazio Roma on points in their own matches, 4–1." in found.notes


def test_champions_league_2024_25_says_why_real_madrid_stand_above_bayern() -> None:
    found = table(views_of_data(CHAMPIONS_2025), "champions-league/2024-25", "League phase")
    assert "Real Madrid CF stand above FC Bayern München on away wins, 2–1." in found.notes
    assert found.zones == ("Round of 16", "Knockout phase play-offs")
    assert [line.zone for line in found.lines] == [1] * 8 + [2] * 16 + [0] * 12


def test_premier_league_2023_24_tells_points_given_and_taken_with_day_and_reason() -> None:
    found = table(views_of_data(PREMIER_LEAGUE, epl=ADJUSTED), "premier-league/2023-24")
    adjusted = {line.team.name: (line.points, line.adjustment) for line in found.lines if line.adjustment}
    assert adjusted == {"Everton FC": (42, "−6"), "Nottingham Forest FC": (32, "−4")}
    assert [note for note in found.notes if "Everton FC had" in note or "Everton FC were" in note or "Forest FC had" in note] == [
        "Everton FC had 10 points deducted on 17 November 2023: breach of the spending rules.",
        "Everton FC were given 4 points on 26 February 2024: reduced on appeal.",
        "Nottingham Forest FC had 4 points deducted on 18 March 2024.",
    ]


def test_what_nothing_separates_shares_a_place_and_is_said() -> None:
    found = table(views_of_data(EURO), "euro/2024", "Group C")
    assert places(found) == [("1", "England"), ("=2", "Denmark"), ("=2", "Slovenia"), ("4", "Serbia")]
    assert found.notes == ("Denmark and Slovenia are level on every count that is known and share 2nd place.",)


def test_a_decision_separates_and_bears_its_reason() -> None:
    found = table(views_of_data(EURO, euro=DECIDED), "euro/2024", "Group C")
    assert places(found)[1:3] == [("2", "Denmark"), ("3", "Slovenia")]
    assert found.notes == ("Denmark stand above Slovenia on fair play (one yellow card fewer).",)


def test_teams_of_three_way_ties_are_all_named() -> None:
    notes = table(views_of_data(EURO), "euro/2024", "Group E").notes
    among = "in the matches among Belgium, Romania, Slovakia and Ukraine"
    assert notes[0] == f"Romania stand above Belgium on goals scored {among}, 4–2."


def test_the_third_of_an_undecided_group_is_missed_by_name() -> None:
    thirds = stage(views_of_data(EURO), "euro/2024", "Third-placed teams")
    assert thirds.kind == "ranking"
    assert thirds.table is not None
    assert thirds.table.zones == ("The best 4 go through",)
    assert "The third of Group C is not known." in thirds.table.notes


def test_a_difference_has_a_real_minus_sign(village: Views) -> None:
    found = table(village, "village-league/2020-21")
    assert [(line.team.name, line.difference) for line in found.lines] == [
        ("Ash", "+4"),
        ("Birch", "+1"),
        ("Cedar", "0"),
        ("Elm", "−5"),
    ]


def test_home_and_away_tables_count_their_own_matches_only(village: Views) -> None:
    found = stage(village, "village-league/2020-21")
    assert found.home_table is not None
    assert found.away_table is not None
    home = {line.team.name: (line.played, line.points) for line in found.home_table.lines}
    away = {line.team.name: (line.played, line.points) for line in found.away_table.lines}
    assert home == {"Ash": (2, 4), "Birch": (2, 4), "Cedar": (1, 1), "Elm": (1, 0)}
    assert away == {"Ash": (1, 3), "Birch": (1, 0), "Cedar": (2, 2), "Elm": (2, 1)}


def test_the_cross_table_has_hosts_in_rows_in_the_order_of_the_table(village: Views) -> None:
    lines = stage(village, "village-league/2020-21").cross_table
    shown = [[None if cell is None else [one.score for one in cell] for cell in line.cells] for line in lines]
    assert shown == [
        [None, ["1–0"], ["1–1"], []],
        [[], None, ["0–0"], ["2–0"]],
        [[], [], None, ["2–2"]],
        [["0–3"], [], [], None],
    ]
    assert (lines[0].cells[1] or ())[0].href == "matches/2020/2020-09-05-ash-birch.html"


def test_a_league_phase_in_which_most_never_meet_has_no_cross_table() -> None:
    assert stage(views_of_data(CHAMPIONS_2025), "champions-league/2024-25", "League phase").cross_table == ()


def test_positions_are_told_matchday_by_matchday(village: Views) -> None:
    found = stage(village, "village-league/2020-21")
    assert found.matchdays == (1, 2, 3)
    assert {line.team.name: line.positions for line in found.positions} == {
        "Ash": (1, 1, 1),
        "Birch": (4, 3, 2),
        "Cedar": (2, 2, 3),
        "Elm": (2, 4, 4),
    }


def test_a_team_page_shows_the_table_around_its_team() -> None:
    (found,) = views_of_data(SERIE_A_2018).team("inter").tables
    assert found.caption == "Serie A"
    assert places(found) == [("2", "SSC Napoli"), ("3", "AS Roma"), ("4", "Inter"), ("5", "Lazio Roma"), ("6", "AC Milan")]
    assert [line.team.name for line in found.lines if line.marked] == ["Inter"]
    assert found.gaps == (0,)


def test_a_shortened_table_explains_only_what_it_shows() -> None:
    whole = table(views_of_data(SERIE_A_2018), "serie-a/2017-18")
    (found,) = views_of_data(SERIE_A_2018).team("inter").tables
    assert found.notes == ("Inter stand above Lazio Roma on points in their own matches, 4–1.",)
    assert set(found.notes) < set(whole.notes)


def test_the_front_page_shows_the_tops_of_leagues() -> None:
    (found,) = views_of_data(SERIE_A_2018).home().tables
    assert found.caption == "Serie A 2017–18"
    assert len(found.lines) == 6


def test_the_front_page_has_no_table_of_a_cup(site: TestSite) -> None:
    site.write({"content/results/cup.txt": "= Village Cup 2020/21\n\n▪ Final\nSat Sep 5 2020\n  Ash 1-0 Birch\n"})
    assert views_of(site).home().tables == ()


def test_assumed_rules_are_said_to_be(village: Views) -> None:
    assert village.season("village-league/2020-21").rules == (
        "The rules of Village League are not known here. Assumed: three points for a win; "
        "teams level on points are ranked by goal difference, goals scored, then they share their place."
    )


def test_rules_of_a_book_are_named_with_what_the_site_adds() -> None:
    plain = views_of_data(SERIE_A_2018).season("serie-a/2017-18").rules
    assert plain.startswith(
        "By the rule book of Serie A: three points for a win; teams level on points are ranked by head-to-head"
    )
    assert (
        views_of_data(PREMIER_LEAGUE, epl=ADJUSTED)
        .season("premier-league/2023-24")
        .rules.startswith("By the rule book of Premier League")
    )


def test_a_match_of_no_known_stage_is_listed_apart(site: TestSite) -> None:
    found = "= UEFA Champions League 2024/25\n\n▪ Superfinale\nSat Sep 5 2020\n  Ash 1-0 Birch\n"
    site.write({"content/results/one.txt": found})
    body = views_of(site).season("champions-league/2024-25")
    assert [row.home.text for row in body.unplaced] == ["Ash"]
    assert body.stages == ()


def test_the_form_table_counts_the_last_five_matches_of_each_team(village: Views) -> None:
    found = village.season("village-league/2020-21").stages[0]
    assert found.form_table is not None
    assert {line.played for line in found.form_table.lines} <= set(range(6))
    assert sum(line.won for line in found.form_table.lines) > 0


def test_points_ruled_for_a_match_stand_in_the_tables_of_home_and_away_too(site: TestSite) -> None:
    ruled = "name: Village League\nseasons:\n  2020-21:\n    overrides: [{home: Ash, away: Birch, points: [0, 1]}]\n"
    found = stage(
        views_of(
            site.write(
                {"content/results/village.txt": league(*ROUNDS), "content/competitions/village-league.md": f"---\n{ruled}---\n"}
            )
        ),
        "village-league/2020-21",
    )
    told = [{line.team.name: line.points for line in one.lines} for one in (found.home_table, found.away_table) if one]
    assert [(points["Ash"], points["Birch"]) for points in told] == [(1, 4), (3, 1)]


def test_a_result_that_does_not_count_is_in_no_cross_table_and_has_no_winner(site: TestSite) -> None:
    rows = "date,matchday,home,away,score,status\n2020-09-05,1,Ash,Birch,1-0,abandoned\n2020-09-06,1,Cedar,Elm,2-1,void\n"
    again = "2020-09-12,1,Ash,Birch,0-2,\n2020-09-19,2,Birch,Cedar,3-0,awarded\n2020-09-20,2,Ash,Elm,1-1,\n"
    views = views_of(site.write({"content/results/village-league/2020-21.csv": rows + again}))
    found = stage(views, "village-league/2020-21").cross_table
    told = {line.team.name: [one.score for cell in line.cells for one in cell or ()] for line in found}
    assert told == {"Ash": ["0–2", "1–1"], "Birch": ["3–0"], "Cedar": [], "Elm": []}
    body = views.season("village-league/2020-21")
    assert (body.matches, body.goals) == (3, 7)
    lines = [row for group in body.rounds for row in group.rows]
    assert {row.score: row.winner for row in lines} == {"1–0": "", "2–1": "", "0–2": "away", "3–0": "home", "1–1": ""}
