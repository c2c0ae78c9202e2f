"""Leagues that split: halves keep their places, points go along in full, by half or not at all."""

from __future__ import annotations

from datetime import timedelta
from itertools import combinations

import pytest
from msgspec.structs import replace

from football.playing import FIRST_DAY, match_of
from site_builder.football.model import BySide, Card, CardColour, Happenings, LineUp, Match, Side
from site_builder.football.rule_books import Adjustment, Decision, Rulings
from site_builder.football.rules import Carried, Criterion, Rules, Split, Zone
from site_builder.football.standings import League
from site_builder.football.table import before, league_table

TEAMS = ("a", "b", "c", "d")


def _first() -> tuple[Match, ...]:
    """Each against each once: 9, 6, 3 and 0 points."""
    return tuple(match_of(f"{one} 1-0 {other}", day) for day, (one, other) in enumerate(combinations(TEAMS, 2)))


AFTER = (match_of("b 0-1 a", 20), match_of("a 1-0 b", 21), match_of("c 5-0 d", 20), match_of("d 0-1 c", 21))


def _league(carried: Carried = Carried.FULL) -> League:
    return League(Rules(rank=(Criterion.POINTS, Criterion.GOAL_DIFFERENCE), split=Split(3, (2, 2), carried)))


def _rows(matches: tuple[Match, ...], league: League) -> list[tuple[int, str, int, str | None]]:
    return [(row.position, row.team, row.points, row.decided_by) for row in league_table(matches, league).rows]


def test_a_team_of_the_lower_half_stays_below_with_more_points() -> None:
    assert _rows((*_first(), *AFTER), _league()) == [(1, "a", 15, None), (2, "b", 6, None), (3, "c", 9, None), (4, "d", 0, None)]


def test_until_every_team_has_played_its_matches_nothing_is_locked() -> None:
    early = (*_first()[:-1], *AFTER)
    assert [team for _, team, _, _ in _rows(early, _league())] == ["a", "b", "c", "d"]
    unfinished = (*_first()[:-1], match_of("c v d", 9))
    assert [points for _, _, points, _ in _rows(unfinished, _league())] == [9, 6, 0, 0]


@pytest.mark.parametrize(("carried", "points"), [(Carried.HALF, [11, 3, 8, 0]), (Carried.NONE, [6, 0, 6, 0])])
def test_points_before_the_split_may_count_half_or_not_at_all(carried: Carried, points: list[int]) -> None:
    assert [row.points for row in league_table((*_first(), *AFTER), _league(carried)).rows] == points


def test_the_last_of_a_half_is_followed_by_the_first_of_the_next() -> None:
    rows = league_table((*_first(), *AFTER), _league()).rows
    assert [row.next_team for row in rows] == ["b", "c", "d", None]


def test_a_table_as_it_stood_before_the_split_is_not_locked() -> None:
    matches = (*_first(), *AFTER)
    assert [row.points for row in before(AFTER[0], matches, _league()).rows] == [9, 6, 3, 0]


def test_a_place_has_its_zone_by_the_whole_table_and_not_by_its_half() -> None:
    zones = (Zone(1, 1, "Champions"), Zone(4, 4, "Relegation"))
    league = _league()
    rows = league_table((*_first(), *AFTER), replace(league, rules=replace(league.rules, zones=zones))).rows
    assert [row.zone.label if row.zone else None for row in rows] == ["Champions", None, None, "Relegation"]


def test_lots_in_a_half_are_drawn_only_when_its_teams_have_no_more_matches() -> None:
    level = (*_first(), match_of("d 1-0 c", 20))
    lots = Rulings(decisions=(Decision(("d", "c"), by=Criterion.LOTS),))
    league = League(Rules(rank=(Criterion.POINTS, Criterion.LOTS), split=Split(3, (2, 2))), rulings=lots)
    assert _rows(level, league)[2:] == [(3, "d", 3, "lots"), (4, "c", 3, None)]
    to_come = (*level, match_of("c v d", 30))
    assert _rows(to_come, league)[2:] == [(3, "c", 3, "undecided"), (3, "d", 3, None)]


@pytest.mark.parametrize(("ruled_on", "order"), [(12, "acbd"), (20, "abcd"), (25, "abcd")])
def test_points_taken_after_a_split_move_no_team_out_of_its_half(ruled_on: int, order: str) -> None:
    taken = Adjustment("b", -4, FIRST_DAY + timedelta(days=ruled_on))
    league = replace(_league(), rulings=Rulings(adjustments=(taken,)))
    table = league_table((*_first(), *AFTER), league)
    assert "".join(row.team for row in table.rows) == order
    assert table.adjustments == (taken,)
    assert {row.team: row.adjustment for row in table.rows} == {"a": 0, "b": -4, "c": 0, "d": 0}


def _shown(match: Match, *sides: Side) -> Match:
    """The match with everybody's line-up known, and a caution for each of some sides."""
    eleven = LineUp((tuple(f"p{number}" for number in range(11)),))
    cards = tuple(Card(side, "p1", CardColour.YELLOW) for side in sides)
    return replace(match, happenings=Happenings(cards=cards, line_ups=BySide(eleven, eleven)))


def test_after_a_split_conduct_in_matches_against_the_other_half_counts() -> None:
    first = [_shown(match, *([Side.HOME] if match.home == "a" and match.away == "c" else [])) for match in _first()]
    rules = Rules(rank=(Criterion.POINTS, Criterion.DISCIPLINE), split=Split(3, (2, 2), Carried.NONE))
    drawn = [_shown(match_of("b 0-0 a", 20)), _shown(match_of("c 0-0 d", 20))]
    assert _rows((*first, *drawn), League(rules))[:2] == [(1, "b", 1, "discipline"), (2, "a", 1, None)]
    untold = (first[0], _first()[1], *first[2:])
    assert _rows((*untold, *drawn), League(rules))[:2] == [(1, "a", 1, "undecided"), (1, "b", 1, None)]


def test_after_a_split_opponents_of_the_other_half_count() -> None:
    first = [match_of(line, day) for day, line in enumerate(("a 0-0 c", "c 5-0 d", "b 0-0 d", "a 0-0 b", "a 3-0 d", "b 1-0 c"))]
    rules = Rules(rank=(Criterion.POINTS, Criterion.OPPONENTS_GOAL_DIFFERENCE), split=Split(3, (2, 2), Carried.NONE))
    rows = league_table([*first, match_of("a 0-0 b", 20)], League(rules)).rows
    assert [(row.team, row.points) for row in rows] == [("b", 1), ("a", 1), ("d", 0), ("c", 0)]
    assert [(row.verdict.upper, row.verdict.lower) for row in rows if row.verdict] == [(2, -2), (8, -4)]


@pytest.mark.parametrize(
    ("place", "decided"),
    [
        (1, ["undecided", None, "goal_difference", None]),
        (2, ["goal_difference", None, "goal_difference", None]),
        (3, ["goal_difference", None, "undecided", None]),
    ],
)
def test_play_offs_after_a_split_are_for_places_of_the_whole_table(place: int, decided: list[str | None]) -> None:
    league = _league()
    played_off = replace(league, rules=replace(league.rules, playoff_places=(place,)))
    rows = league_table((*_first(), match_of("b 2-0 a", 20), match_of("d 5-0 c", 20)), played_off).rows
    assert [(row.team, row.points) for row in rows] == [("b", 9), ("a", 9), ("d", 3), ("c", 3)]
    assert [row.decided_by for row in rows] == decided
