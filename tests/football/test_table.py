"""Tables of a part of a season: rulings hold in them; the plain ones rank by points, goal difference and goals alone."""

from __future__ import annotations

from football.playing import league_of, match_of
from site_builder.football.model import Season
from site_builder.football.rule_books import PointsOverride, Rulings
from site_builder.football.rule_parsing import parse_rule_book
from site_builder.football.rules import Criterion, Points, Rules
from site_builder.football.standings import League
from site_builder.football.table import after, before, form_table, league_table, venue_table
from site_builder.football.tallies import Venue

RULED = {"home": "a", "away": "b", "points": [0, 0]}
SEASON = league_of("a 1-0 b", "b 3-0 c", "c 2-2 a")


def test_a_ruling_on_the_points_of_a_match_holds_in_every_table_that_counts_it() -> None:
    ruled = League(
        Rules(), rulings=Rulings(overrides=(PointsOverride("a", "b", (0, 0), "both fielded players who were banned"),))
    )
    table = after(SEASON[0], SEASON, ruled)
    assert {row.team: row.points for row in table.rows} == {"a": 0, "b": 0, "c": 0}
    assert {row.team: row.points for row in before(SEASON[2], SEASON, ruled).rows} == {"a": 0, "b": 3, "c": 0}


def test_plain_tables_keep_the_points_of_the_rules_and_no_other_criterion() -> None:
    rules = Rules(points=Points(win=2), rank=(Criterion.AWAY_GOALS,))
    for table in (form_table(SEASON, rules), venue_table(SEASON, rules, Venue.ALL)):
        assert [(row.team, row.points) for row in table.rows] == [("a", 3), ("b", 2), ("c", 1)]
        assert table.rules == Rules(Points(win=2), (Criterion.POINTS, Criterion.GOAL_DIFFERENCE, Criterion.GOALS_FOR))


def test_a_form_table_counts_the_last_five_matches_of_each_team_unless_one_asks_for_others() -> None:
    season = league_of("b 4-0 a", *["a 1-0 b"] * 5, "c 1-0 b")
    assert [(row.team, row.played, row.points) for row in form_table(season, Rules()).rows] == [
        ("a", 5, 15),
        ("c", 1, 3),
        ("b", 5, 0),
    ]
    assert [(row.team, row.points) for row in form_table(season, Rules(), 1).rows] == [("a", 3), ("c", 3), ("b", 0)]


def test_a_team_that_has_not_played_stands_in_a_form_table_under_its_name() -> None:
    table = form_table((*SEASON, match_of("d v a", 30)), Rules(), teams=["e"])
    assert {row.team: row.played for row in table.rows} == {"a": 2, "b": 2, "c": 2, "d": 0, "e": 0}


def test_points_ruled_for_a_match_count_in_the_tables_of_home_and_away_and_of_the_last_matches() -> None:
    matches = (match_of("a 2-0 b", 0), match_of("b 1-0 a", 7))
    ruled = (PointsOverride("a", "b", (0, 1)),)
    tables = [
        venue_table(matches, Rules(), Venue.HOME, overrides=ruled),
        venue_table(matches, Rules(), Venue.AWAY, overrides=ruled),
        form_table(matches, Rules(), overrides=ruled),
    ]
    assert [{row.team: row.points for row in table.rows} for table in tables] == [
        {"a": 0, "b": 3},
        {"a": 0, "b": 1},
        {"a": 0, "b": 4},
    ]


def test_where_two_teams_meet_twice_at_a_ground_a_day_tells_for_which_match_points_were_ruled() -> None:
    season = league_of("a 1-0 b", "b 0-0 a", "a 2-0 b")
    told: tuple[dict[str, str], ...] = ({}, {"date": "2020-09-03"}, {"date": "2020-09-04"})
    parsed = [parse_rule_book({"seasons": {"2020-21": {"overrides": [{**RULED, **day}]}}}) for day in told]
    assert not any(problems for _, problems in parsed)
    rulings = [book.rulings_of(Season(2020, 2021)) for book, _ in parsed]
    tables = [league_table(season, League(Rules(), rulings=one)) for one in rulings]
    assert [{row.team: row.points for row in table.rows} for table in tables] == [
        {"a": 1, "b": 1}, {"a": 4, "b": 1}, {"a": 7, "b": 1},
    ]  # fmt: skip
