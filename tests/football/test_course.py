"""The course of a match: told where its goals leave no doubt, else not at all."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from football.playing import match_of
from football.storytelling import goal, real
from site_builder.football.course import Course, course_of, period_of
from site_builder.football.model import GoalEvent, Happenings, Match, Minute, Score, Side

HOME, AWAY = Side.HOME, Side.AWAY


def told(line: str, *goals: GoalEvent) -> Match:
    return replace(match_of(line), happenings=Happenings(goals=goals))


def course(line: str, *goals: GoalEvent) -> Course:
    found = course_of(told(line, *goals))
    assert found is not None
    return found


def test_the_final_of_2022() -> None:
    found = course_of(real("World Cup")[-1])
    assert found is not None
    assert [score.text for score in found.scores] == ["1–0", "2–0", "2–1", "2–2", "3–2", "3–3"]
    assert (found.worst(AWAY).text, found.worst(HOME).text, found.levelled(AWAY), found.decider()) == ("2–0", "0–0", 5, None)
    assert (found.at(Minute(46)).text, found.at(Minute(81)).text, found.at(Minute(1)).text) == ("2–0", "2–1", "0–0")


def test_goals_come_in_order_of_minutes_whatever_order_they_are_told_in() -> None:
    found = course("a 1-1 b", goal(AWAY, "y", 46), goal(HOME, "x", 45, added=2))
    assert [one.goal.player for one in found.goals] == ["x", "y"]


def test_the_decider_gives_the_lead_for_good() -> None:
    goals = (goal(HOME, "a", 1), goal(AWAY, "b", 2), goal(HOME, "c", 3), goal(HOME, "d", 4))
    found = course("a 3-1 b", *goals)
    assert found.decider() == 2
    assert found.decider(Score(0, 1)) == 3
    assert found.decider(Score(0, 2)) is None
    assert found.decider(Score(1, 0)) is None, "the lead was held from the first leg on"


@pytest.mark.parametrize(
    "match",
    [
        match_of("a 1-0 b"),
        told("a 1-0 b", GoalEvent(HOME, "x")),
        told("a 2-0 b", goal(HOME, "x", 5)),
        told("a 0-1 b", goal(HOME, "x", 5)),
        told("a 1-1 b", goal(HOME, "x", 5), goal(AWAY, "y", 5)),
        told("a 2-1 b aet (1-1)", goal(HOME, "x", 5), goal(HOME, "x", 7), goal(AWAY, "y", 9)),
    ],
)
def test_a_doubt_leaves_no_course(match: Match) -> None:
    assert course_of(match) is None


def test_a_half_time_score_that_the_minutes_contradict_is_a_doubt() -> None:
    match = told("a 1-0 b", goal(HOME, "x", 45, added=3))
    assert match.result is not None
    first, none = (replace(match, result=replace(match.result, half_time=half)) for half in (Score(1, 0), Score(0, 0)))
    assert course_of(first) is not None
    assert course_of(none) is None


def test_the_first_minute_of_the_second_half_is_after_half_time() -> None:
    match = told("a 1-0 b", goal(HOME, "x", 46))
    assert match.result is not None
    first, none = (replace(match, result=replace(match.result, half_time=half)) for half in (Score(1, 0), Score(0, 0)))
    assert course_of(first) is None
    assert course_of(none) is not None


def test_periods() -> None:
    assert [period_of(Minute(*at)) for at in ((45, 4), (46, 0), (90, 9), (105, 1), (106, 0))] == [1, 2, 2, 3, 4]
