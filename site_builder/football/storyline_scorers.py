"""Scorers of a match: hat-tricks, substitutes, own goals, penalties.

Own goals and kicks of a shoot-out are nobody's goals. Nothing is told of a match
whose scorers are not all known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from site_builder.football.course import Course
from site_builder.football.model import GoalKind, Match, Minute, Side
from site_builder.football.scorers import goals_of, scorers_known
from site_builder.football.storyline_course import came_on, goal_subject, winning_goal
from site_builder.football.storyline_facts import Coverage, Fact, Terms
from site_builder.football.storyline_results import Scene
from site_builder.football.storyline_values import Story, Subject, is_friendly, rests_on, was_football

LEAST_COUNTED = 8
"""After how many matches of a season it is worth telling which hat-trick it was."""
MOST_COUNTED = 5
"""A later one is one of many."""


def scorer_stories(scene: Scene) -> Iterator[Story]:
    """What was remarkable in who scored."""
    if not scene.match.happenings.goals or not scorers_known(scene.match):
        return
    told = scene.match.happenings.goals
    teller = _Teller(scene)
    if len(told) >= 3:
        players = [player for player, _ in goals_of(scene.match)]
        if _may_be_hat_trick(players) and max((goals := Counter(players)).values()) >= 3:
            yield from teller.hat_tricks(goals)
    if any(goal.kind is not GoalKind.GOAL for goal in told):
        yield from teller.kinds_of_goals()
    if scene.course:
        yield from teller.substitutes(scene.course)


def hat_tricks_in(match: Match) -> int:
    """How many players scored three goals or more."""
    if len(match.happenings.goals or ()) < 3:
        return 0
    players = [player for player, _ in goals_of(match)]
    if not _may_be_hat_trick(players):
        return 0
    return sum([players.count(player) >= 3 for player in set(players)])


def _may_be_hat_trick(players: Sequence[tuple[str, str]]) -> bool:
    """Whether two goals or more are not the first of their player: what follows from a look at all is seldom needed."""
    return len(players) - len(set(players)) >= 2


def hat_tricks_known(match: Match) -> bool:
    """Whether no hat-trick can be missing: all scorers are known, or neither side scored three."""
    score = match.result.score if match.result else None
    return scorers_known(match) or (score is not None and max(score.home, score.away) < 3)


def _may_have_hat_trick(match: Match) -> bool:
    return was_football(match) and (hat_tricks_in(match) > 0 or not hat_tricks_known(match))


def _goals_by(course: Course, player: str) -> tuple[Subject, ...]:
    goals = (goal_subject(index) for index, one in enumerate(course.goals) if one.goal.player == player)
    return ("player", player), *goals


class _Teller(Struct, frozen=True):
    scene: Scene

    def hat_tricks(self, goals: Counter[tuple[str, str]]) -> Iterator[Story]:
        """Three goals or more of one player; the first ones of a season are counted."""
        found = sorted((-count, player) for (player, _), count in goals.items() if count >= 3)
        players, most = tuple(player for _, player in found), -found[0][0]
        about = tuple(("player", player) for player in players)
        fact, terms = Fact.HAT_TRICK, Terms(players=players, count=most)
        if len(found) > 1:
            fact = Fact.HAT_TRICKS if most == 3 else Fact.THREE_GOALS_EACH
        elif most > 3:
            fact = Fact.MANY_GOALS_OF_ONE
        earlier, before, known = self._earlier()
        if known and fact is Fact.HAT_TRICK:
            fact = Fact.HAT_TRICK_OF_SEASON
            terms = replace(terms, count=before + 1, coverage=Coverage.MATCHES, held=known + 1)
        weight = min(98, 78 + 6 * (most - 2) + 4 * (len(found) - 1))
        yield Story("hat-trick", fact, terms, weight, rests_on(earlier, self.scene.match), about)

    def _earlier(self) -> tuple[list[Match], int, int]:
        """Matches of the season with hat-tricks, how many these were, and among how many matches.

        Nothing of it where an earlier one may be unknown, where there were many, or where another one was scored at that time.
        """
        nothing: tuple[list[Match], int, int] = ([], 0, 0)
        if is_friendly(self.scene.match) or len(self.scene.before.season) < LEAST_COUNTED:
            return nothing
        found: list[Match] = []
        count = looked_at = 0
        for match in self.scene.before.season:
            if was_football(match):
                looked_at += 1
                here = hat_tricks_in(match)
                count += here
                if count >= MOST_COUNTED or not hat_tricks_known(match):
                    return nothing
                found += [match] if here else []
        if looked_at < LEAST_COUNTED or any(map(_may_have_hat_trick, self.scene.before.season.beside())):
            return nothing
        return found, count, looked_at

    def kinds_of_goals(self) -> Iterator[Story]:
        """Own goals and penalties, where they are many or decide."""
        goals = self.scene.match.happenings.goals or ()
        kinds = [goal.kind for goal in goals]
        own, penalties = kinds.count(GoalKind.OWN_GOAL), kinds.count(GoalKind.PENALTY)
        if own == len(goals) == 1:
            terms = Terms(players=(goals[0].player,))
            yield Story("own goals", Fact.ONLY_GOAL_WAS_OWN, terms, 54, (self.scene.match.id,), (goal_subject(0),))
        elif own >= 2:
            terms = Terms(count=own, total=len(goals))
            yield Story("own goals", Fact.OWN_GOALS, terms, 52 + 4 * own, (self.scene.match.id,))
        if penalties >= 3:
            terms = Terms(count=penalties, total=len(goals))
            yield Story("penalties", Fact.PENALTIES, terms, 46 + 4 * penalties, (self.scene.match.id,))

    def substitutes(self, course: Course) -> Iterator[Story]:
        """Substitutes who scored twice, or the winner."""
        match = self.scene.match
        line_ups = match.happenings.line_ups
        if not line_ups.home and not line_ups.away:
            return
        came = [
            (one.goal.player, one.side) for one in course.goals if one.goal.kind is not GoalKind.OWN_GOAL and came_on(match, one)
        ]
        for (player, side), count in sorted(Counter(came).items()):
            if count == 2:
                terms = Terms(players=(player,), minute=self._when(player, side))
                yield Story("substitute", Fact.SUBSTITUTE_TWICE, terms, 62, (self.scene.match.id,), _goals_by(course, player))
        index = winning_goal(match, course)
        if index is not None and course.goals[index].goal.player in {player for player, _ in came}:
            one = course.goals[index]
            terms = Terms(players=(one.goal.player,), minute=self._when(one.goal.player, one.side), then=one.minute)
            subjects = (goal_subject(index), ("player", one.goal.player))
            yield Story("substitute", Fact.SUBSTITUTE_WON, terms, 50, (self.scene.match.id,), subjects)

    def _when(self, player: str, side: Side) -> Minute | None:
        """When a substitute came on; None where nobody tells."""
        line_up = self.scene.match.happenings.line_ups.of(side)
        return next((change.minute for change in line_up.substitutions if change.on == player), None) if line_up else None
