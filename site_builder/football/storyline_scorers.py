"""Scorers of a match: hat-tricks, substitutes, own goals, penalties.

Own goals and kicks of a shoot-out are nobody's goals. Nothing is told of a match
whose scorers are not all known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.football.course import Course, course_of
from site_builder.football.model import GoalKind, Match, Side
from site_builder.football.scorers import goals_of, scorers_known
from site_builder.football.storyline_course import came_on, goal_subject
from site_builder.football.storyline_results import Scene
from site_builder.football.storyline_values import Story, Subject, is_friendly, rests_on, was_football
from site_builder.football.storyline_words import held_here, in_minute, listed, number, ordinal, sentence, times

LEAST_COUNTED = 8
"""After how many matches of a season it is worth telling which hat-trick it was."""


def scorer_stories(scene: Scene) -> Iterator[Story]:
    """What was remarkable in who scored."""
    if not scene.match.happenings.goals or not scorers_known(scene.match):
        return
    goals: Counter[tuple[str, str]] = Counter(player for player, _ in goals_of(scene.match))
    teller = _Teller(scene)
    yield from teller.hat_tricks(goals)
    yield from teller.kinds_of_goals()
    course = course_of(scene.match)
    if course:
        yield from teller.substitutes(course)


def hat_tricks_in(match: Match) -> int:
    """How many players scored three goals or more."""
    return sum(count >= 3 for count in Counter(player for player, _ in goals_of(match)).values())


def hat_tricks_known(match: Match) -> bool:
    """Whether no hat-trick can be missing: all scorers are known, or neither side scored three."""
    score = match.result.score if match.result else None
    return scorers_known(match) or (score is not None and max(score.home, score.away) < 3)


def _share(count: int, of: int) -> str:
    """``both``, ``all three``, ``three of the six``."""
    if count == of:
        return "both" if of == 2 else f"all {number(of)}"
    return f"{number(count)} of the {number(of)}"


def _goals_by(course: Course, player: str) -> tuple[Subject, ...]:
    goals = (goal_subject(index) for index, one in enumerate(course.goals) if one.goal.player == player)
    return ("player", player), *goals


@dataclass(frozen=True, slots=True)
class _Teller:
    scene: Scene

    def hat_tricks(self, goals: Counter[tuple[str, str]]) -> Iterator[Story]:
        """Three goals or more of one player; the first ones of a season are counted."""
        found = sorted((-count, player) for (player, _), count in goals.items() if count >= 3)
        if not found:
            return
        names = listed([self.scene.person(player) for _, player in found])
        most = -found[0][0]
        about = tuple(("player", player) for _, player in found)
        if len(found) > 1:
            text = f"{names} scored {'hat-tricks' if most == 3 else 'three goals or more each'}"
        elif most > 3:
            text = f"{names} scored {number(most)} goals"
        else:
            text = f"{names} scored a hat-trick{self._which()}"
        weight = min(98, 78 + 6 * (most - 2) + 4 * (len(found) - 1))
        yield Story("hat-trick", sentence(text), weight, rests_on(self._earlier_hat_tricks(), self.scene.match), about)

    def _which(self) -> str:
        """``, the second of the 2022 World Cup``; empty where an earlier one may be unknown, or there were many."""
        earlier = [match for match in self.scene.before.season if was_football(match)]
        if is_friendly(self.scene.match) or len(earlier) < LEAST_COUNTED or not all(map(hat_tricks_known, earlier)):
            return ""
        which = 1 + sum(map(hat_tricks_in, earlier))
        held = held_here(len(earlier) + 1)
        return f", the {ordinal(which)} of {self.scene.before.edition}{held}" if which <= 5 else ""

    def _earlier_hat_tricks(self) -> Iterator[Match]:
        if self._which():
            yield from (match for match in self.scene.before.season if was_football(match) and hat_tricks_in(match))

    def kinds_of_goals(self) -> Iterator[Story]:
        """Own goals and penalties, where they are many or decide."""
        goals = self.scene.match.happenings.goals or ()
        kinds = Counter(goal.kind for goal in goals)
        own, penalties = kinds[GoalKind.OWN_GOAL], kinds[GoalKind.PENALTY]
        if own == len(goals) == 1:
            text = f"the only goal was an own goal, by {self.scene.person(goals[0].player)}"
            yield Story("own goals", sentence(text), 54, (self.scene.match.id,), (goal_subject(0),))
        elif own >= 2:
            yield Story(
                "own goals", sentence(f"{_share(own, len(goals))} goals were own goals"), 52 + 4 * own, (self.scene.match.id,)
            )
        if penalties >= 3:
            text = f"{_share(penalties, len(goals))} goals came from penalties"
            yield Story("penalties", sentence(text), 46 + 4 * penalties, (self.scene.match.id,))

    def substitutes(self, course: Course) -> Iterator[Story]:
        """Substitutes who scored twice, or the winner."""
        match = self.scene.match
        came = [
            (one.goal.player, one.side) for one in course.goals if one.goal.kind is not GoalKind.OWN_GOAL and came_on(match, one)
        ]
        for (player, side), count in sorted(Counter(came).items()):
            if count == 2:
                text = f"{self.scene.person(player)}, {self._when(player, side)}, scored {times(count)}"
                yield Story("substitute", sentence(text), 62, (self.scene.match.id,), _goals_by(course, player))
        index = course.decider()
        if index is not None and course.goals[index].goal.player in {player for player, _ in came}:
            one = course.goals[index]
            text = f"{self.scene.person(one.goal.player)}, {self._when(one.goal.player, one.side)}, scored the winner"
            subjects = (goal_subject(index), ("player", one.goal.player))
            yield Story("substitute", sentence(f"{text} {in_minute(one.minute)}"), 50, (self.scene.match.id,), subjects)

    def _when(self, player: str, side: Side) -> str:
        line_up = self.scene.match.happenings.line_ups.of(side)
        minute = next((change.minute for change in line_up.substitutions if change.on == player), None) if line_up else None
        return f"who came on {in_minute(minute)}" if minute else "who came on as a substitute"
