"""Tables as they stood, and what holds for tables whatever the results."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from football.loading import matches_of
from football.playing import league_of, match_of
from patience import seconds
from site_builder.football.model import Match, Season, Status
from site_builder.football.rule_books import Adjustment, Rulings
from site_builder.football.rulebooks import rule_book
from site_builder.football.rules import Rules
from site_builder.football.snapshots import positions_by_matchday, snapshots
from site_builder.football.standings import League
from site_builder.football.table import after, as_of, before, form_table, league_table, venue_table
from site_builder.football.tallies import Venue
from site_builder.football.timeline import Timeline

TEAMS = ("a", "b", "c", "d", "e")
BOOKS = [
    book.rules(Season(2020, 2021))
    for name in ("Serie A", "La Liga", "Bundesliga", "Premier League", "Euro")
    if (book := rule_book(name))
]


@st.composite
def seasons(draw: st.DrawFn) -> tuple[Match, ...]:
    """Some matches among five teams, low scores, a few not played, several on one day."""
    count = draw(st.integers(0, 16))
    found = []
    for index in range(count):
        home, away = draw(st.sampled_from([(one, other) for one in TEAMS for other in TEAMS if one != other]))
        day, kick_off = draw(st.integers(0, 6)), draw(st.sampled_from(["", "15:00", "16:00", "20:45"]))
        score = draw(st.sampled_from(["0-0", "1-0", "0-1", "1-1", "2-1", "2-2", ""]))
        line = f"{home} {score} {away}" if score else f"{home} v {away}"
        found.append(match_of(line, day, kick_off=kick_off, id=f"m{index:02}"))
    return tuple(found)


@settings(max_examples=60, deadline=None)
@given(seasons(), st.sampled_from(BOOKS), st.randoms(use_true_random=False))
def test_a_table_is_the_same_for_any_order_of_matches(matches: tuple[Match, ...], rules: Rules, random: object) -> None:
    shuffled = list(matches)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis hands in a Random that it replays
    assert league_table(shuffled, League(rules)) == league_table(matches, League(rules))


@settings(max_examples=60, deadline=None)
@given(seasons(), st.sampled_from(BOOKS))
def test_sums_add_up(matches: tuple[Match, ...], rules: Rules) -> None:
    rows = league_table(matches, League(rules)).rows
    results = [match.result.score for match in matches if match.result]
    assert sum(row.played for row in rows) == 2 * len(results)
    assert sum(row.won for row in rows) == sum(row.lost for row in rows)
    assert (
        sum(row.goals_for for row in rows)
        == sum(row.goals_against for row in rows)
        == sum(one.home + one.away for one in results)
    )
    assert sum(row.points for row in rows) == sum(2 if one.is_level else 3 for one in results)
    assert [row.points for row in rows] == sorted((row.points for row in rows), reverse=True)
    for row, following in pairwise(rows):
        assert (row.verdict is None) == (row.points != following.points)
        assert (row.position == following.position) == (row.decided_by == "undecided")


@settings(max_examples=60, deadline=None)
@given(seasons(), st.sampled_from(BOOKS))
def test_home_and_away_tables_add_up_to_the_whole(matches: tuple[Match, ...], rules: Rules) -> None:
    whole = {row.team: row for row in league_table(matches, League(rules)).rows}
    home = {row.team: row for row in venue_table(matches, rules, Venue.HOME).rows}
    away = {row.team: row for row in venue_table(matches, rules, Venue.AWAY).rows}
    for team, row in whole.items():
        assert row.points == home[team].points + away[team].points
        assert row.played == home[team].played + away[team].played


@settings(max_examples=60, deadline=None)
@given(seasons(), st.sampled_from(BOOKS))
def test_snapshots_are_the_tables_made_one_by_one(matches: tuple[Match, ...], rules: Rules) -> None:
    league = League(rules, rulings=Rulings((Adjustment("a", -2, date(2020, 9, 4)),)))
    season = snapshots(matches, league)
    for match in matches:
        assert season.before(match) == before(match, matches, league)
        assert season.after(match) == after(match, matches, league)


@settings(max_examples=40, deadline=None)
@given(seasons(), st.sampled_from(BOOKS))
def test_the_table_after_the_last_match_is_the_final_one(matches: tuple[Match, ...], rules: Rules) -> None:
    if matches:
        last = Timeline(matches).matches[-1]
        assert after(last, matches, League(rules)) == league_table(matches, League(rules))


@settings(max_examples=40, deadline=None)
@given(seasons(), seasons(), st.sampled_from(BOOKS))
def test_later_results_never_change_a_table_as_it_stood(first: tuple[Match, ...], more: tuple[Match, ...], rules: Rules) -> None:
    later = tuple(replace(match, id=f"later-{match.id}", date=match.date + timedelta(30)) for match in more if match.date)
    league = League(rules, teams=TEAMS)
    for match in first:
        alone, followed = before(match, first, league), before(match, (*first, *later), league)
        assert alone.rows == followed.rows


@settings(max_examples=40, deadline=None)
@given(seasons(), st.sampled_from(BOOKS))
def test_the_form_of_all_matches_is_the_whole_season(matches: tuple[Match, ...], rules: Rules) -> None:
    whole = {row.team: (row.played, row.points, row.goal_difference) for row in league_table(matches, League(rules)).rows}
    assert {row.team: (row.played, row.points, row.goal_difference) for row in form_table(matches, rules, 99).rows} == whole
    assert all(row.played == min(whole[row.team][0], 2) for row in form_table(matches, rules, 2).rows)


def test_a_form_table_counts_the_last_matches_of_each_team() -> None:
    season = league_of("a 1-0 b", "b 2-0 a", "c 1-0 a", "a 3-0 b")
    rows = form_table(season[::-1], Rules(), 2).rows
    assert [(row.team, row.played, row.points, row.goal_difference) for row in rows] == [
        ("a", 2, 3, 2), ("c", 1, 3, 1), ("b", 2, 3, -1),
    ]  # fmt: skip


def test_a_fixture_played_on_another_day_after_all_is_not_to_come() -> None:
    season = (*league_of("a 1-0 b", "b 1-0 a"), match_of("a v b", -3), match_of("b v a", 0, status=Status.POSTPONED))
    assert league_table(season, League(Rules())).is_final
    assert not league_table((*season, match_of("a v b", 9)), League(Rules())).is_final


def test_a_fixture_that_was_never_played_is_to_come_with_and_without_a_day() -> None:
    season = league_of("a 1-0 b", "b 1-0 c")
    for day, status in ((9, Status.SCHEDULED), (None, Status.SCHEDULED), (9, Status.POSTPONED), (None, Status.POSTPONED)):
        assert not league_table((*season, match_of("c v a", day, status=status)), League(Rules())).is_final
    assert league_table((*season, match_of("c v a", 9, status=Status.CANCELLED)), League(Rules())).is_final


def test_matches_that_kick_off_together_see_the_same_tables_and_one_in_progress_does_not_count() -> None:
    first = match_of("a 1-0 b", 1, kick_off="15:00")
    together = match_of("c 2-0 d", 1, kick_off="15:00")
    during = match_of("b 1-0 c", 1, kick_off="16:00")
    evening = match_of("d 1-0 a", 1, kick_off="20:45")
    matches = (evening, during, together, first)
    league = League(Rules())
    assert [row.played for row in before(together, matches, league).rows] == [0, 0, 0, 0]
    assert after(first, matches, league) == after(together, matches, league)
    assert sum(row.played for row in before(during, matches, league).rows) == 0
    assert sum(row.played for row in after(during, matches, league).rows) == 6
    assert sum(row.played for row in before(evening, matches, league).rows) == 6


def test_a_day_with_an_unknown_time_counts_as_a_whole() -> None:
    timed, untimed = match_of("a 1-0 b", 1, kick_off="12:00"), match_of("c 1-0 d", 1)
    league = League(Rules())
    assert sum(row.played for row in before(untimed, (timed, untimed), league).rows) == 0
    assert sum(row.played for row in after(timed, (timed, untimed), league).rows) == 4


def test_a_match_without_a_date_counts_in_the_table_only() -> None:
    dated, undated = match_of("a 1-0 b", 1), match_of("b 1-0 a", None)
    league = League(Rules())
    assert [row.played for row in league_table((dated, undated), league).rows] == [2, 2]
    assert [row.played for row in after(dated, (dated, undated), league).rows] == [1, 1]
    assert [row.played for row in as_of(date(2030, 1, 1), (dated, undated), league).rows] == [1, 1]


def test_instants_go_before_local_times_where_all_are_known() -> None:
    early = replace(match_of("a 1-0 b", 1, kick_off="20:00"), kick_off=datetime(2020, 9, 2, 9, 0, tzinfo=UTC))
    late = replace(match_of("c 1-0 d", 1, kick_off="12:00"), kick_off=datetime(2020, 9, 2, 19, 0, tzinfo=UTC))
    assert Timeline((late, early)).matches == (early, late)


def test_a_season_of_380_matches_costs_less_than_half_a_second() -> None:
    matches = matches_of("football-txt/italy/2017-18/1-seriea.txt")
    league = League(BOOKS[0])
    started = time.process_time()
    season = snapshots(matches, league)
    assert time.process_time() - started < seconds(0.5)
    last = max(matches, key=lambda match: (str(match.date), str(match.time)))
    assert season.after(last).rows == league_table(matches, league).rows


def test_positions_by_matchday_follow_the_matchday_not_the_date() -> None:
    matches = (
        *league_of("a 1-0 b", "b 3-0 a"),
        match_of("c 0-0 d", 1, matchday=1),
        match_of("c 1-0 d", 30, matchday=2, status=Status.PLAYED),
        match_of("a v c", 40, matchday=3),
    )
    assert positions_by_matchday(matches, League(Rules())) == {
        1: {"a": 1, "c": 2, "d": 2, "b": 4},
        2: {"c": 1, "b": 2, "a": 3, "d": 4},
    }
