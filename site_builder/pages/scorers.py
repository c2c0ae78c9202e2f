"""Scorers counted from matches held here: own goals and shoot-out kicks never count for a scorer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from site_builder.football.model import GoalKind, Match
from site_builder.incremental.memo import Memo
from site_builder.pages.links import person_link
from site_builder.pages.views import PlayerTally
from site_builder.site import questions


def goals_of(match: Match, team: str = "") -> Iterable[tuple[str, bool]]:
    """Scorers of a match, of one team if told, each with whether it was a penalty; void matches have none."""
    if not questions.counts(match):
        return
    for goal in match.happenings.goals or ():
        scoring = match.home if goal.side == "home" else match.away
        if goal.kind is not GoalKind.OWN_GOAL and (not team or scoring == team):
            yield goal.player, goal.kind is GoalKind.PENALTY


def scorers_of(read: Memo, ids: Iterable[str], team: str = "", most: int = 20) -> tuple[PlayerTally, ...]:
    """The leading scorers of these matches: most goals first, then fewest penalties, then by name."""
    goals: Counter[str] = Counter()
    penalties: Counter[str] = Counter()
    for match_id in ids:
        for player, penalty in goals_of(questions.match_of(read, match_id), team):
            goals[player] += 1
            penalties[player] += penalty
    leading = sorted(goals, key=lambda p: (-goals[p], penalties[p], p))[:most]
    return tuple(PlayerTally(person_link(read, p), goals[p], penalties[p]) for p in leading)
