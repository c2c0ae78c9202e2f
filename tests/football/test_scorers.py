"""Goals, assists, appearances and cards by player, with what they are known from."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from football.loading import matches_of
from football.playing import match_of
from site_builder.football.discipline import CardCount, card_list, cards_of, penalty_points
from site_builder.football.model import (
    BySide,
    Card,
    CardColour,
    GoalEvent,
    GoalKind,
    Happenings,
    LineUp,
    Match,
    Score,
    Side,
    Status,
    Substitution,
)
from site_builder.football.rules import CardPoints
from site_builder.football.scorers import appearances, assists, scorers, scorers_around

HOME, AWAY = Side.HOME, Side.AWAY


def goal(side: Side, player: str, kind: GoalKind = GoalKind.GOAL, assist: str | None = None) -> GoalEvent:
    return GoalEvent(side, player, None, kind, assist)


def with_goals(line: str, *goals: GoalEvent, day: int = 1) -> Match:
    return replace(match_of(line, day, kick_off="20:00"), happenings=Happenings(goals=goals))


def test_own_goals_count_for_nobody_and_penalties_are_counted_apart() -> None:
    match = with_goals(
        "a 3-1 b", goal(HOME, "x"), goal(HOME, "x", GoalKind.PENALTY), goal(HOME, "y", GoalKind.OWN_GOAL), goal(AWAY, "y")
    )
    found = scorers((match,))
    assert [(line.player, line.team, line.goals, line.penalties) for line in found.lines] == [("x", "a", 2, 1), ("y", "b", 1, 0)]
    assert (found.known_in, found.matches, found.is_complete) == (1, 1, True)


def test_a_goalless_match_is_known_and_one_without_scorers_is_not() -> None:
    found = scorers((match_of("a 0-0 b", 1), match_of("a 2-0 c", 2), with_goals("a 2-0 d", goal(HOME, "x"), day=3)))
    assert (found.known_in, found.matches, found.is_complete) == (1, 3, False)


def test_players_keep_their_goals_in_a_match_awarded_afterwards_but_not_in_a_void_one() -> None:
    match = with_goals("verona 0-1 roma", goal(AWAY, "x"))
    assert match.result is not None
    awarded = replace(match, status=Status.AWARDED, played=Score(0, 1), result=replace(match.result, score=Score(3, 0)))
    assert [line.player for line in scorers((awarded,)).lines] == ["x"]
    assert scorers((awarded,)).known_in == 1
    assert scorers((replace(match, status=Status.VOID),)).lines == ()
    assert scorers((match_of("a 3-0 b", 1, status=Status.AWARDED),)).matches == 0


def test_level_scorers_stand_by_fewer_penalties_then_by_name() -> None:
    match = with_goals("a 4-0 b", goal(HOME, "pen", GoalKind.PENALTY), goal(HOME, "zeta"), goal(HOME, "alfa"), goal(HOME, "beta"))
    assert [line.player for line in scorers((match,)).lines] == ["alfa", "beta", "zeta", "pen"]


def test_a_player_of_two_teams_has_a_line_for_each() -> None:
    matches = (with_goals("a 1-0 b", goal(HOME, "x")), with_goals("c 1-0 b", goal(HOME, "x"), day=2))
    assert [(line.player, line.team) for line in scorers(matches).lines] == [("x", "a"), ("x", "c")]


def test_assists_are_counted_and_told_from_how_many_matches() -> None:
    matches = (with_goals("a 2-0 b", goal(HOME, "x", assist="y"), goal(HOME, "z", assist="y")), match_of("a 1-0 c", 2))
    found = assists(matches)
    assert [(line.player, line.count) for line in found.lines] == [("y", 2)]
    assert (found.known_in, found.matches) == (1, 2)


def test_appearances_are_starters_and_substitutes() -> None:
    eleven = LineUp((("keeper",), ("back", "front")), (Substitution("front", "bench"),))
    match = replace(match_of("a 1-0 b", 1), happenings=Happenings(line_ups=BySide(eleven, None)))
    found = appearances((match, match_of("a 0-0 c", 2)))
    assert [line.player for line in found.lines] == ["back", "bench", "front", "keeper"]
    assert (found.known_in, found.matches) == (0, 2)


def test_top_scorers_as_they_stood() -> None:
    matches = (
        with_goals("a 2-0 b", goal(HOME, "x"), goal(HOME, "x"), day=1),
        with_goals("b 3-0 a", goal(HOME, "y"), goal(HOME, "y"), goal(HOME, "y"), day=2),
        with_goals("a 1-0 b", goal(HOME, "z"), day=3),
    )
    season = scorers_around(matches[::-1])
    assert season[matches[0].id].at_kick_off.overall == ()
    assert [line.player for line in season[matches[1].id].at_kick_off.overall] == ["x"]
    assert [line.player for line in season[matches[1].id].afterwards.overall] == ["y"]
    last = season[matches[2].id].afterwards
    assert {team: [line.player for line in lines] for team, lines in last.by_team.items()} == {"a": ["x"], "b": ["y"]}
    whole = scorers(matches)
    assert last.overall == tuple(line for line in whole.lines if line.goals == whole.lines[0].goals)


GOALS = st.lists(st.builds(goal, st.sampled_from(Side), st.sampled_from("xyz"), st.sampled_from(GoalKind)), max_size=4).map(tuple)


@given(st.lists(st.tuples(st.sampled_from(["a 1-0 b", "b 1-0 a", "a 1-0 c", "c 1-0 b"]), GOALS), max_size=6))
def test_top_scorers_are_those_of_the_matches_until_then(told: list[tuple[str, tuple[GoalEvent, ...]]]) -> None:
    matches = [with_goals(text, *goals, day=day) for day, (text, goals) in enumerate(told, 1)]
    season = scorers_around(matches)
    for number, match in enumerate(matches):
        around = season[match.id]
        for top, known, whole in (
            (around.at_kick_off, around.known_at_kick_off, scorers(matches[:number])),
            (around.afterwards, around.known_afterwards, scorers(matches[: number + 1])),
        ):
            lines = whole.lines
            most = {
                team: max(line.goals for line in lines if line.team == team) for team in sorted({line.team for line in lines})
            }
            assert dict(top.by_team) == {
                team: tuple(line for line in lines if (line.team, line.goals) == (team, most[team]))
                for team in most
                if team in {match.home, match.away}
            }
            best = [line for line in lines if line.goals == lines[0].goals]
            assert top.overall == tuple(sorted(best, key=lambda line: line.team))
            assert known == (whole.known_in, whole.matches)


@given(st.lists(st.tuples(st.sampled_from(["a 1-0 b", "b 1-0 a", "a 1-0 c", "c 1-0 b"]), GOALS), max_size=6))
def test_lists_of_one_team_are_its_part_of_the_lists_of_all(told: list[tuple[str, tuple[GoalEvent, ...]]]) -> None:
    matches = [with_goals(text, *(replace(one, assist=one.player) for one in goals)) for text, goals in told]
    line_ups = BySide(LineUp((("x", "y"),)), LineUp((("x", "z"),), cards=(card("z", CardColour.RED, AWAY),)))
    matches = [replace(one, happenings=replace(one.happenings, line_ups=line_ups)) for one in matches]
    for listed in (scorers, assists, appearances, card_list):
        whole, own = listed(matches), listed(matches, "a")
        assert own.lines == tuple(line for line in whole.lines if line.team == "a")
        assert (own.known_in, own.matches) == (whole.known_in, whole.matches)


def card(player: str, colour: CardColour, side: Side = HOME) -> Card:
    return Card(side, player, colour)


def test_a_card_told_twice_is_one_card() -> None:
    shown = card("x", CardColour.YELLOW)
    told = Happenings(cards=(shown,), line_ups=BySide(LineUp((("x",),), cards=(shown, card("y", CardColour.RED))), None))
    match = replace(match_of("a 0-0 b", 1), happenings=told)
    assert [(one.player, one.colour) for one in cards_of(match)] == [("x", CardColour.YELLOW), ("y", CardColour.RED)]


def test_penalty_points_count_a_player_once_for_the_most_that_he_got() -> None:
    fifa = CardPoints(yellow=1, second_yellow=3, red=4, yellow_and_red=5)
    yellow, second, red = CardColour.YELLOW, CardColour.SECOND_YELLOW, CardColour.RED
    for colours, points in (((yellow,), 1), ((yellow, second), 3), ((yellow, yellow), 3), ((red,), 4), ((yellow, red), 5)):
        assert penalty_points([card("x", colour) for colour in colours], fifa) == points
    assert penalty_points([card("x", yellow), card("y", red)], fifa) == 5


def test_the_cards_of_the_world_cup_are_known_in_every_match() -> None:
    found = card_list(matches_of("football-txt/worldcup/2022/2022_full.txt"))
    assert (found.known_in, found.matches) == (64, 64)
    assert sum(line.red + line.second_yellow for line in found.lines) == 4


def test_a_card_is_listed_under_the_team_of_the_player_who_was_shown_it() -> None:
    shown = (card("x", CardColour.YELLOW), card("y", CardColour.YELLOW, AWAY), card("y", CardColour.RED, AWAY))
    first = replace(match_of("a 0-0 b", 1), happenings=Happenings(cards=shown))
    second = replace(match_of("b 1-0 a", 8), happenings=Happenings(cards=(card("x", CardColour.SECOND_YELLOW, AWAY),)))
    lines = card_list((first, second, match_of("a 2-0 b", 15))).lines
    assert lines == (CardCount("x", "a", 1, 1, 0), CardCount("y", "b", 1, 0, 1))
