"""Who was going through: the semi-finals of the Champions League 2018-19, and ties that cannot be told."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from football.playing import match_of
from site_builder.football.model import GoalEvent, Match, Minute, Score, Side, Status
from site_builder.football.rounds import Round, meaning_of
from site_builder.football.rules import AwayGoals, TieRules
from site_builder.football.tie_course import TieGoal, tie_course
from site_builder.football.ties import tie_of

Goals = tuple[tuple[str, int, str], ...]
AJAX_TOTTENHAM: Goals = (("home", 5, "de Ligt"), ("home", 35, "Ziyech"), ("away", 55, "Lucas"), ("away", 59, "Lucas"))
WINNER: Goals = (("away", 90, "Lucas"),)


def leg(line: str, goals: Goals, day: int = 0) -> Match:
    told = tuple(GoalEvent(Side(side), player, Minute(minute)) for side, minute, player in goals)
    match = match_of(line, day, round="Semi-finals")
    return replace(match, happenings=replace(match.happenings, goals=told))


def told(*legs: Match, rule: AwayGoals = AwayGoals.NINETY) -> tuple[TieGoal, ...]:
    found: Round = meaning_of(legs[0].stage)
    return tie_course(tie_of(found, legs, TieRules(legs=2, away_goals=rule)), rule)


FIRST = leg("tottenham 0-1 ajax", (("away", 15, "van de Beek"),))
SECOND = leg("ajax 2-3 tottenham", (*AJAX_TOTTENHAM, *WINNER), 8)


def test_the_aggregate_is_that_of_the_first_host_and_away_goals_say_who_is_ahead() -> None:
    goals = told(FIRST, SECOND)
    assert [(goal.leg, goal.minute.base, goal.aggregate.text) for goal in goals] == [
        (1, 15, "0–1"), (2, 5, "0–2"), (2, 35, "0–3"), (2, 55, "1–3"), (2, 59, "2–3"), (2, 90, "3–3"),
    ]  # fmt: skip
    assert [goal.ahead for goal in goals] == [*[Side.AWAY] * 5, Side.HOME]
    assert [goal.on_away_goals for goal in goals] == [False] * 5 + [True]


def test_without_the_rule_a_level_tie_is_nobody_s() -> None:
    last = told(FIRST, SECOND, rule=AwayGoals.OFF)[-1]
    assert (last.ahead, last.on_away_goals) == (None, False)


@pytest.mark.parametrize(
    ("rule", "ahead"),
    [(AwayGoals.NINETY, None), (AwayGoals.EXTRA_TIME, Side.HOME), (AwayGoals.AFTER_EXTRA_TIME, Side.HOME), (AwayGoals.OFF, None)],
)
def test_in_extra_time_away_goals_count_where_the_rule_has_it(rule: AwayGoals, ahead: Side | None) -> None:
    """Porto went through at Juventus in 2021: 2–1, then 2–3 after extra time."""
    first = leg("porto 2-1 juventus", (("home", 2, "Taremi"), ("home", 46, "Marega"), ("away", 82, "Chiesa")))
    goals: Goals = (
        ("away", 19, "Oliveira"),
        ("home", 49, "Chiesa"),
        ("home", 63, "Chiesa"),
        ("away", 115, "Oliveira"),
        ("home", 117, "Rabiot"),
    )
    course = told(first, leg("juventus 3-2 porto aet (2-1)", goals, 20), rule=rule)
    assert course[-2].ahead is Side.HOME
    assert course[-1].aggregate == Score(4, 4)
    assert course[-1].ahead is ahead


@pytest.mark.parametrize(
    "legs",
    [
        (FIRST,),
        (FIRST, leg("ajax 2-3 tottenham", AJAX_TOTTENHAM, 8)),
        (FIRST, replace(SECOND, status=Status.AWARDED)),
        (FIRST, match_of("ajax 2-3 tottenham", 8, round="Semi-finals")),
        (FIRST, match_of("ajax v tottenham", 8, round="Semi-finals")),
    ],
    ids=["one leg", "a goal missing", "awarded", "no goals told", "still to come"],
)
def test_what_is_not_known_in_full_is_not_told(legs: tuple[Match, ...]) -> None:
    assert told(*legs) == ()


def test_a_goal_without_a_minute_leaves_the_tie_untold() -> None:
    goals = (GoalEvent(Side.AWAY, "van de Beek", None),)
    assert told(replace(FIRST, happenings=replace(FIRST.happenings, goals=goals)), SECOND) == ()


def test_a_goalless_leg_is_known_in_full() -> None:
    course = told(
        match_of("napoli 0-0 atalanta", 0, round="Semi-finals"), leg("atalanta 1-0 napoli", (("home", 10, "Zapata"),), 7)
    )
    assert [(goal.leg, goal.aggregate.text, goal.ahead) for goal in course] == [(2, "0–1", Side.AWAY)]
