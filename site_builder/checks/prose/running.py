"""The goals of a match in order, each with the score after it where that is certain."""

from __future__ import annotations

from itertools import groupby

from msgspec import Struct

from site_builder.football.model import GoalEvent, GoalKind, Match, Minute, Score, Side


class RunningGoal(Struct, frozen=True):
    """A goal; ``number`` counts all goals from 1.

    ``after`` are the scores that may have stood after it, home team first: one,
    but for goals of the same minute, and none where goals or minutes are not known.
    """

    player: str
    side: Side
    kind: GoalKind
    minute: Minute | None
    number: int = 0
    after: tuple[Score, ...] = ()


def running_goals(match: Match) -> tuple[tuple[RunningGoal, ...], tuple[RunningGoal, ...] | None]:
    """The goals that are told, and again where these are all; None where some are missing."""
    told = match.happenings.goals or ()
    score = match.played or (match.result.score if match.result else None)
    is_whole = score is not None and _sum(told) == score
    if is_whole and all(goal.minute for goal in told):
        goals = tuple(_in_order(told))
        return goals, goals
    goals = tuple(RunningGoal(goal.player, goal.side, goal.kind, goal.minute) for goal in told)
    return goals, goals if is_whole else None


def _sum(goals: tuple[GoalEvent, ...]) -> Score:
    home = sum(goal.side is Side.HOME for goal in goals)
    return Score(home, len(goals) - home)


def _in_order(goals: tuple[GoalEvent, ...]) -> list[RunningGoal]:
    """By minute; goals of one minute may have fallen in any order."""
    found: list[RunningGoal] = []
    before = Score(0, 0)
    for _, group in groupby(sorted(goals, key=_minute), key=_minute):
        alike = tuple(group)
        added = _sum(alike)
        possible = tuple(
            Score(before.home + home, before.away + away)
            for home in range(added.home + 1)
            for away in range(added.away + 1)
            if home + away
        )
        number = len(found) + 1
        found += [RunningGoal(g.player, g.side, g.kind, g.minute, number + i, possible) for i, g in enumerate(alike)]
        before = Score(before.home + added.home, before.away + added.away)
    return found


def _minute(goal: GoalEvent) -> Minute:
    assert goal.minute is not None, "asked for where all minutes are known"
    return goal.minute
