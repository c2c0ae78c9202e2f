"""What stands out: wins, goals, crowds, runs, and the cross-table."""

from __future__ import annotations

from msgspec.structs import replace

from football.loading import matches_of
from football.playing import league_of, match_of
from site_builder.football.form import RunKind
from site_builder.football.model import Happenings, Match, Status
from site_builder.football.records import cross_table, crowds, longest_runs, records

SEASON = league_of("a 4-0 b", "b 5-4 a", "c 0-4 a", "a 5-1 c", "c 1-1 b")


def crowd(match: Match, number: int | None, *, closed: bool = False) -> Match:
    return replace(match, happenings=Happenings(attendance=number, closed_doors=closed))


def test_the_biggest_wins_go_by_margin_then_by_goals() -> None:
    found = records(SEASON)
    assert (found.matches, found.goals) == (5, 25)
    assert [(match.home, match.away) for match in found.biggest_home_wins] == [("a", "c")]
    assert [(match.home, match.away) for match in found.biggest_away_wins] == [("c", "a")]
    assert [(match.home, match.away) for match in found.most_goals] == [("b", "a")]


def test_without_matches_there_are_no_records() -> None:
    empty = records((match_of("a v b", 1),))
    assert (empty.matches, empty.biggest_home_wins, empty.most_goals, empty.crowds.average) == (0, (), (), None)


def test_crowds_say_what_they_are_known_from_and_closed_doors_are_no_crowd() -> None:
    held = (crowd(SEASON[0], 900), crowd(SEASON[1], 100), crowd(SEASON[2], None, closed=True), SEASON[3])
    found = crowds(held)
    assert (found.total, found.known_in, found.closed_doors, found.matches, found.average) == (1000, 2, 1, 4, 500)
    assert found.largest[0].id == SEASON[0].id
    assert found.smallest[0].id == SEASON[1].id


def test_longest_runs_by_team() -> None:
    runs = longest_runs(RunKind.SCORING, SEASON)
    assert [(run.team, len(run.played)) for run in runs] == [("a", 4), ("b", 2), ("c", 2)]
    assert longest_runs(RunKind.SCORING, SEASON, least=3) == runs[:1]


def test_a_cross_table_has_hosts_in_rows_and_keeps_the_order_given() -> None:
    table = cross_table((*SEASON, match_of("b v c", 50)), ("c", "a", "b"))
    assert table.teams == ("c", "a", "b")
    assert [match.id for match in table.at("a", "b")] == [SEASON[0].id]
    assert [match.status for match in table.at("b", "c")] == [Status.SCHEDULED]
    assert table.at("a", "a") == ()
    assert cross_table(SEASON).teams == ("a", "b", "c")


def test_a_real_season_fills_its_cross_table() -> None:
    table = cross_table(matches_of("football-txt/italy/2017-18/1-seriea.txt"))
    assert len(table.teams) == 20
    assert {len(cell) for number, row in enumerate(table.cells) for other, cell in enumerate(row) if number != other} == {1}


def test_the_crowds_of_the_world_cup_are_known_in_every_match() -> None:
    found = crowds(matches_of("football-txt/worldcup/2022/2022_full.txt"))
    assert (found.known_in, found.matches) == (64, 64)
    assert found.largest[0].happenings.attendance == 88966
