"""Criteria one by one: what separates teams that are level on points."""

from __future__ import annotations

from fractions import Fraction
from math import inf

import pytest
from msgspec.structs import replace

from football.playing import league_of, match_of
from site_builder.football.model import BySide, Card, CardColour, Happenings, LineUp, Match, Side
from site_builder.football.rule_parsing import parse_rules
from site_builder.football.rules import Points, Rules
from site_builder.football.standings import League, Table
from site_builder.football.table import league_table
from site_builder.football.tallies import Tally, counted
from site_builder.football.tie_breaks import Figures, goal_average


def rules_of(*rank: object, **more: object) -> Rules:
    rules, problems = parse_rules({"rank": list(rank), **more})
    assert problems == ()
    return rules


def order(table: Table) -> list[str]:
    return [row.team for row in table.rows]


def reasons(table: Table) -> list[str | None]:
    return [row.decided_by for row in table.rows]


def test_two_level_teams_are_compared_by_their_own_matches_once_both_are_played() -> None:
    rules = rules_of("points", "h2h", "goal_difference", meetings=2)
    matches = league_of("a 1-0 b", "b 9-0 c", "c 0-1 a", "b 1-1 a", "a 0-3 c", "c 1-2 b")
    level = league_table(matches, League(rules))
    assert [(row.team, row.points) for row in level.rows[:2]] == [("a", 7), ("b", 7)]
    assert level.rows[0].decided_by == "h2h.points"
    without_return = league_table([match for match in matches if match.home != "b" or match.away != "a"], League(rules))
    assert [(row.team, row.points, row.decided_by) for row in without_return.rows[:2]] == [
        ("b", 6, "goal_difference"),
        ("a", 6, None),
    ]


def test_without_a_word_on_meetings_a_closed_round_robin_is_enough() -> None:
    rules = rules_of("points", "h2h", "goal_difference")
    once = league_of("a 1-0 b", "b 5-0 c", "a 0-1 c", "c 0-9 d", "d 0-1 a", "d 0-1 b")
    table = league_table(once, League(rules))
    assert [(row.team, row.points, row.decided_by) for row in table.rows[:2]] == [("a", 6, "h2h.points"), ("b", 6, None)]
    open_still = league_table(once[:5], League(rules))
    assert [(row.team, row.points, row.decided_by) for row in open_still.rows[1:4]] == [
        ("d", 3, "goal_difference"), ("b", 3, "goal_difference"), ("c", 3, None),
    ]  # fmt: skip


def test_before_the_mutual_matches_are_played_the_place_may_be_shared() -> None:
    rules = rules_of("points", "goal_difference", {"h2h": ["goal_difference"], "pending": "shared"}, "away_goals", meetings=2)
    half = league_of("a 0-0 c", "d 1-1 b", "c 0-0 a", "b 1-1 d")
    table = league_table(half, League(rules))
    assert [(row.position, row.team, row.decided_by) for row in table.rows] == [
        (1, "a", "undecided"), (1, "b", "undecided"), (1, "c", "undecided"), (1, "d", None),
    ]  # fmt: skip


THREE_LEVEL = league_of(
    "a 1-0 b", "b 0-0 a", "a 5-0 c", "c 0-0 a", "b 1-0 c", "c 2-0 b",
    "a 0-0 d", "d 0-0 a", "b 1-0 d", "d 0-1 b", "c 1-0 d", "d 0-1 c",
)  # fmt: skip
"""All on ten points: a leads the mini-league, b has the better goal difference in it, but c beat b over their two matches."""


def test_separated_from_three_two_begin_anew_where_each_separation_counts() -> None:
    rules = rules_of(
        "points", {"h2h": ["points", "goal_difference"], "two": ["goal_difference"], "reapplied": "each"}, meetings=2
    )
    rows = league_table(THREE_LEVEL, League(rules)).rows
    assert [(row.team, row.points, row.decided_by) for row in rows[:3]] == [
        ("a", 10, "h2h.points"), ("c", 10, "h2h.goal_difference"), ("b", 10, None),
    ]  # fmt: skip
    first, second = rows[0].verdict, rows[1].verdict
    assert first is not None
    assert second is not None
    assert (first.upper, first.lower, first.among) == (8, 4, ("a", "b", "c"))
    assert (second.upper, second.lower, second.among) == (1, -1, ())


def test_nobody_begins_anew_with_a_head_to_head_that_comes_later() -> None:
    """Two parted from the third by goal difference go on with goals scored, which stands before their own match."""
    rules = rules_of("points", "goal_difference", "goals_for", {"h2h": ["points"], "reapplied": "each"}, meetings=1)
    rows = league_table(league_of("a 1-0 b", "a 0-1 y", "b 5-4 x", "c 1-0 x", "c 0-9 y"), League(rules)).rows
    assert [(row.team, row.points, row.decided_by) for row in rows[1:4]] == [
        ("b", 3, "goals_for"), ("a", 3, "goal_difference"), ("c", 3, None),
    ]  # fmt: skip


def test_separated_from_three_two_stay_in_the_mini_league_where_the_whole_list_comes_first() -> None:
    for again in (True, False):
        rules = rules_of("points", {"h2h": ["points", "goal_difference"], "reapplied": again}, meetings=2)
        rows = league_table(THREE_LEVEL, League(rules)).rows
        assert [(row.team, row.decided_by) for row in rows[:3]] == [
            ("a", "h2h.points"),
            ("b", "h2h.goal_difference"),
            ("c", None),
        ]


FOUR_LEVEL = league_of(
    "a 1-0 b", "b 1-0 c", "b 1-0 d", "c 1-0 a", "a 1-0 d", "d 1-0 c", "c 1-0 e", "d 1-0 e", "a 0-1 e", "b 0-1 e", "e 1-0 f",
)  # fmt: skip
"""Four on six points behind e: among them a and b have six again, c and d three; a beat b, d beat c."""


def test_what_remains_level_is_compared_once_more_among_those_alone() -> None:
    rules = rules_of("points", {"h2h": ["points"], "reapplied": True}, "lots", meetings=1)
    rows = league_table(FOUR_LEVEL, League(rules)).rows
    assert [(row.position, row.team, row.decided_by) for row in rows[:5]] == [
        (1, "e", None), (2, "a", "h2h.points"), (3, "b", "h2h.points"), (4, "d", "h2h.points"), (5, "c", None),
    ]  # fmt: skip
    among = [row.verdict.among for row in rows if row.verdict]
    assert among == [(), ("a", "b", "c", "d"), ()]


def test_without_a_second_comparison_what_remains_level_goes_to_the_next_step() -> None:
    rules = rules_of("points", {"h2h": ["points"]}, "lots", meetings=1)
    rows = league_table(FOUR_LEVEL, League(rules)).rows
    assert [(row.position, row.team, row.decided_by) for row in rows[1:5]] == [
        (2, "a", "undecided"), (2, "b", "h2h.points"), (4, "c", "undecided"), (4, "d", None),
    ]  # fmt: skip


def test_goal_average_is_a_ratio_and_no_goal_against_is_the_best() -> None:
    rules = rules_of("points", "goal_average")
    table = league_table(league_of("a 2-0 x", "b 9-1 y"), League(rules))
    assert order(table)[:2] == ["a", "b"]
    table = league_table(league_of("a 3-1 x", "b 8-4 y"), League(rules))
    assert order(table)[:2] == ["a", "b"]


def test_opponents_points_are_summed_over_all_matches() -> None:
    rules = rules_of("points", "opponents.points")
    table = league_table(league_of("a 1-0 strong", "b 1-0 weak", "strong 1-0 other", "strong 1-0 weak"), League(rules))
    assert order(table)[:3] == ["strong", "a", "b"]
    verdict = table.rows[1].verdict
    assert verdict is not None
    assert (verdict.criterion.value, verdict.upper, verdict.lower) == ("opponents.points", 6, 0)


def test_of_nothing_scored_and_nothing_conceded_the_average_is_nought() -> None:
    assert [goal_average(Tally("a", goals_for=n)) for n in (0, 1, 5)] == [0, inf, inf]
    assert goal_average(Tally("a", goals_for=3, goals_against=2)) == Fraction(3, 2)


@pytest.mark.parametrize(("criterion", "upper", "lower"), [("opponents.goal_difference", 1, -2), ("opponents.goals_for", 3, 0)])
def test_other_figures_of_opponents_are_summed_too(criterion: str, upper: int, lower: int) -> None:
    table = league_table(
        league_of("a 1-0 strong", "b 1-0 weak", "strong 2-1 other", "strong 1-0 weak", "weak 0-0 other"),
        League(rules_of("wins", criterion)),
    )
    verdict = table.rows[1].verdict
    assert verdict is not None
    assert (order(table)[1:3], verdict.criterion.value) == (["a", "b"], criterion)
    assert (verdict.upper, verdict.lower) == (upper, lower)


def test_the_matches_of_two_teams_are_found_with_and_without_a_register_of_them() -> None:
    matches = counted(league_of("a 1-0 b", "c 1-0 a", "b 2-2 a"), Points())
    plain = Figures({}, matches)
    registered = Figures({}, (), {("a", "b"): (matches[0], matches[2])})
    for figures in (plain, registered):
        assert figures.between("a", "b") == figures.between("b", "a")
        assert list(figures.between("a", "b")) == [matches[0], matches[2]]
        assert list(figures.between("b", "c")) == []


def test_away_wins_and_wins_count() -> None:
    rules = rules_of("points", "wins", "away_wins")
    table = league_table(league_of("x 0-1 a", "b 1-0 y"), League(rules))
    assert (order(table)[:2], reasons(table)[0]) == (["a", "b"], "away_wins")


def _with_cards(match: Match, *colours: tuple[Side, CardColour]) -> Match:
    cards = tuple(Card(side, f"player-{index}", colour) for index, (side, colour) in enumerate(colours))
    return replace(match, happenings=Happenings(cards=cards))


def test_conduct_decides_only_where_the_cards_of_all_matches_are_known() -> None:
    rules = rules_of("points", "discipline", "ranking")
    drawn = match_of("a 0-0 b", 1)
    told = _with_cards(drawn, (Side.HOME, CardColour.YELLOW), (Side.AWAY, CardColour.RED))
    assert reasons(league_table([drawn], League(rules))) == ["undecided", None]
    table = league_table([told], League(rules))
    assert (order(table), reasons(table)) == (["a", "b"], ["discipline", None])
    more = match_of("b 0-0 a", 2)
    assert reasons(league_table([told, more], League(rules))) == ["undecided", None]
    eleven = LineUp((tuple(f"p{n}" for n in range(11)),))
    line_ups = replace(more, happenings=Happenings(line_ups=BySide(eleven, eleven)))
    assert reasons(league_table([told, line_ups], League(rules))) == ["discipline", None]


def test_nothing_after_what_the_data_cannot_tell_may_decide() -> None:
    rules = rules_of("points", "ranking", "goal_difference")
    table = league_table(league_of("a 5-0 x", "b 1-0 y"), League(rules))
    assert [(row.position, row.team) for row in table.rows[:2]] == [(1, "a"), (1, "b")]
    assert reasons(table)[0] == "undecided"


def test_the_order_of_the_undecided_is_by_name_whatever_the_order_of_the_matches() -> None:
    rules = rules_of("points", "lots")
    matches = league_of("zulu 0-0 alpha", "mike 0-0 kilo")
    assert order(league_table(matches, League(rules))) == ["alpha", "kilo", "mike", "zulu"]
    assert order(league_table(matches[::-1], League(rules))) == ["alpha", "kilo", "mike", "zulu"]


def test_every_border_among_three_names_its_own_reason() -> None:
    rules = rules_of("points", "goal_difference", "goals_for")
    table = league_table(league_of("a 3-0 x", "b 2-1 y", "c 1-0 z"), League(rules))
    assert list(zip(order(table), reasons(table), strict=True))[:3] == [
        ("a", "goal_difference"), ("b", "goals_for"), ("c", None),
    ]  # fmt: skip
