"""Who was going through, goal by goal, over the two legs of a tie.

Told only where every goal of both legs is known with its minute; what is
missing is never guessed. Extra time and away goals count as the tie's rules
have it, shoot-outs come after the last goal and are no part of it.

    >>> [(goal.aggregate.text, goal.ahead) for goal in tie_course(tie, AwayGoals.NINETY)]   # doctest: +SKIP
    [('0–1', <Side.AWAY: 'away'>), ('0–2', <Side.AWAY: 'away'>)]
"""

from __future__ import annotations

from msgspec import Struct

from site_builder.football.model import GoalEvent, Match, Minute, Score, Side, Status
from site_builder.football.rules import AwayGoals
from site_builder.football.ties import Tie

_REGULAR_TIME = 90


class TieGoal(Struct, frozen=True):
    """A tie after one of its goals.

    ``leg`` counts from 1; ``aggregate`` and ``ahead`` have the tie's home side
    first, the host of the first leg; ``ahead`` is who would go through if
    nothing more happened, None if neither; ``on_away_goals`` tells that the
    aggregate is level.
    """

    leg: int
    minute: Minute
    player: str
    aggregate: Score
    ahead: Side | None
    on_away_goals: bool = False


def tie_course(tie: Tie, rule: AwayGoals) -> tuple[TieGoal, ...]:
    """The goals of a tie over two legs in order; () where it has not two, or not every minute is known."""
    if len(tie.legs) != 2 or tie.replays or not all(_told_in_full(leg) for leg in tie.legs):
        return ()
    went_on = _went_on(tie.legs[1])
    found: list[TieGoal] = []
    aggregate, away_goals = Score(0, 0), Score(0, 0)
    for number, leg in enumerate(tie.legs, start=1):
        for minute, goal in _in_order(leg):
            side = Side.HOME if (leg.home == tie.home) is (goal.side is Side.HOME) else Side.AWAY
            aggregate = _more(aggregate, side)
            away_goals = _more(away_goals, side) if goal.side is Side.AWAY else away_goals
            counting = _away_goals_count(rule, went_on=went_on, in_extra_time=number == 2 and minute.base > _REGULAR_TIME)
            ahead = aggregate.leader or (away_goals.leader if counting else None)
            found.append(TieGoal(number, minute, goal.player, aggregate, ahead, ahead is not None and aggregate.is_level))
    return tuple(found)


def _told_in_full(leg: Match) -> bool:
    """Whether a leg was played and every goal of its score has a minute."""
    if leg.result is None or leg.status is not Status.PLAYED:
        return False
    goals = leg.happenings.goals or ()
    scored = Score(sum(goal.side is Side.HOME for goal in goals), sum(goal.side is Side.AWAY for goal in goals))
    return scored == leg.result.score and all(goal.minute for goal in goals)


def _went_on(leg: Match) -> bool:
    return leg.result is not None and leg.result.extra_time is not None


def _in_order(leg: Match) -> list[tuple[Minute, GoalEvent]]:
    """The goals by minute; of one minute, as they are told."""
    timed = [(goal.minute, goal) for goal in leg.happenings.goals or () if goal.minute]
    return sorted(timed, key=lambda found: found[0])


def _more(score: Score, side: Side) -> Score:
    return Score(score.home + (side is Side.HOME), score.away + (side is Side.AWAY))


def _away_goals_count(rule: AwayGoals, *, went_on: bool, in_extra_time: bool) -> bool:
    """Whether away goals would decide at a moment of a tie that went on into extra time, or did not."""
    if rule is AwayGoals.AFTER_EXTRA_TIME:
        return went_on and in_extra_time
    return rule is AwayGoals.EXTRA_TIME or (rule is AwayGoals.NINETY and not went_on)
