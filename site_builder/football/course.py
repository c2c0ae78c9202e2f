"""The course of a match: the score after every goal, where the source tells it beyond doubt.

There is a course only if every goal has its minute, the goals add up to the
score (and to those at half-time and after ninety minutes, where these are
known), and no minute has goals of both sides, whose order nobody knows.

    >>> course = course_of(final)                               # doctest: +SKIP
    >>> [score.text for score in course.scores]                 # doctest: +SKIP
    ['1–0', '2–0', '2–1', '2–2', '3–2', '3–3']
"""

from __future__ import annotations

from itertools import pairwise
from operator import itemgetter

from msgspec import Struct

from site_builder.football.model import GoalEvent, Match, Minute, Result, Score, Side

LEVEL = Score(0, 0)
_HOME = Side.HOME
_MINUTE = itemgetter(0)
_SECOND_HALF, _EXTRA_TIME = Minute(46), Minute(91)
"""The first minutes of what comes after a half and after ninety minutes, stoppage time included."""


class TimedGoal(Struct, frozen=True):
    """A goal with its minute and the score after it."""

    goal: GoalEvent
    minute: Minute
    score: Score

    @property
    def side(self) -> Side:
        """The side it counts for."""
        return self.goal.side


class Course(Struct, frozen=True):
    """The goals of a match in order."""

    goals: tuple[TimedGoal, ...]

    @property
    def scores(self) -> tuple[Score, ...]:
        """The score after each goal."""
        return tuple([goal.score for goal in self.goals])

    def before(self, index: int) -> Score:
        """The score before a goal."""
        return self.goals[index - 1].score if index else LEVEL

    def at(self, minute: Minute) -> Score:
        """The score when a minute began."""
        return next((one.score for one in reversed(self.goals) if one.minute < minute), LEVEL)

    def worst(self, side: Side) -> Score:
        """The score when a side was furthest behind, the earliest of equally bad ones; 0–0 if it never was."""
        sign = 1 if side is Side.HOME else -1
        return min([LEVEL, *self.scores], key=lambda score: sign * (score.home - score.away))

    def levelled(self, side: Side) -> int | None:
        """The index of the goal after which a side was not behind again; None if it never was, or was at the end."""
        behind = [i for i, one in enumerate(self.goals) if one.score.of(side) < one.score.of(side.other)]
        return behind[-1] + 1 if behind and behind[-1] + 1 < len(self.goals) else None

    def decider(self, lead: Score = LEVEL) -> int | None:
        """The index of the goal that gave the winner the lead for good; with ``lead``, goals of a first leg, on aggregate."""
        margins = [lead.home - lead.away + score.home - score.away for score in (LEVEL, *self.scores)]
        ahead = [(margin > 0) - (margin < 0) for margin in margins]
        if not ahead[-1]:
            return None
        changed = [i for i, leader in enumerate(ahead) if leader != ahead[-1]]
        return changed[-1] if changed else None


def course_of(match: Match) -> Course | None:
    """The course of a match; None where its source leaves a doubt."""
    goals = match.happenings.goals
    if match.result is None or goals is None:
        return None
    timed = sorted([(goal.minute, goal) for goal in goals if goal.minute], key=_MINUTE)
    if len(timed) < len(goals) or _is_unclear(timed):
        return None
    found: list[TimedGoal] = []
    home = away = 0
    for minute, goal in timed:
        if goal.side is _HOME:
            home += 1
        else:
            away += 1
        found.append(TimedGoal(goal, minute, Score(home, away)))
    course = Course(tuple(found))
    return course if _adds_up(course, match.result) else None


def _adds_up(course: Course, result: Result) -> bool:
    if result.half_time and result.half_time != course.at(_SECOND_HALF):
        return False
    if result.full_time and result.full_time != course.at(_EXTRA_TIME):
        return False
    return result.score == (course.goals[-1].score if course.goals else LEVEL)


def _is_unclear(timed: list[tuple[Minute, GoalEvent]]) -> bool:
    """Whether a minute has goals of both sides."""
    return any(goal.side is not after.side and one == other for (one, goal), (other, after) in pairwise(timed))


def period_of(minute: Minute) -> int:
    """1 and 2 for the halves, 3 and 4 for those of extra time."""
    return 1 if minute.base <= 45 else 2 if minute.base <= 90 else 3 if minute.base <= 105 else 4
