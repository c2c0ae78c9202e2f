"""The course of a match: comebacks, late and early goals, goals in quick succession, wins with ten men.

Minutes are told only where `course_of` leaves no doubt about the order of goals;
without them the score at half-time still proves a comeback.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from site_builder.football.course import Course, TimedGoal, period_of
from site_builder.football.model import GoalKind, Match, Minute, Score, Side
from site_builder.football.storyline_dismissals import dismissal_stories
from site_builder.football.storyline_facts import Ending, Fact, GoalTold, Terms
from site_builder.football.storyline_results import Scene
from site_builder.football.storyline_values import Story, Subject, told_by

LATE = 88
"""From this minute on a goal that wins or saves ninety minutes is late."""
LATE_IN_EXTRA_TIME = 115
_EARLY = Minute(2)
_SIDES = tuple(Side)
LONGEST_BURST = 6
"""In how many minutes of play several goals are told together."""
LEAST_LEAD = 4
"""A lead at half-time worth telling."""


def course_stories(scene: Scene) -> Iterator[Story]:
    """What was remarkable in how the score came about."""
    course = scene.course
    teller = _Teller(scene)
    if course is None:
        yield from teller.comebacks_by_half_time()
    elif course.goals:
        yield from teller.told_by_goals(course, course.goals)
    yield from teller.half_time_lead(course)
    yield from dismissal_stories(scene, course)


def ending_of(match: Match, side: Side) -> Ending:
    """How a match ended for a side that did not lose it."""
    result = match.result
    assert result is not None
    if result.shootout:
        return Ending.WIN_ON_PENALTIES if result.shootout.leader is side else Ending.SHOOTOUT
    if result.extra_time:
        return Ending.DRAW_AFTER_EXTRA_TIME if result.score.is_level else Ending.WIN_AFTER_EXTRA_TIME
    return Ending.DRAW if result.score.is_level else Ending.WIN


def winner_of(match: Match) -> Side | None:
    """Who won a match by its score: nobody where a shoot-out followed, as after a second leg that left its tie level."""
    return match.result.score.leader if match.result and not match.result.shootout else None


def winning_goal(match: Match, course: Course) -> int | None:
    """The index of the goal that won a match; None where extra time or a shoot-out had to follow it."""
    index = course.decider() if winner_of(match) else None
    went_on = match.result is not None and match.result.extra_time is not None
    return None if index is None or (went_on and course.goals[index].minute.base <= 90) else index


def goal_subject(index: int) -> Subject:
    """The goal that a story is about, by its place in the course."""
    return ("goal", str(index))


class _Teller(Struct, frozen=True):
    scene: Scene

    def _story(self, kind: str, fact: Fact, terms: Terms, weight: int, *about: Subject) -> Story:
        return Story(kind, fact, terms, weight, (self.scene.match.id,), about)

    def _came_back(self, side: Side, score: Score, minute: Minute | None = None) -> Terms:
        match = self.scene.match
        final = told_by(side, self.scene.before.score)
        return Terms(self.scene.team(side), score=told_by(side, score), final=final, minute=minute, ending=ending_of(match, side))

    def told_by_goals(self, course: Course, goals: Sequence[TimedGoal]) -> Iterator[Story]:
        """What a course with goals tells; most have too few for most of it."""
        if len(goals) > 1:
            margins = [one.score.home - one.score.away for one in goals]
            if min(margins) < 0 <= margins[-1] or max(margins) > 0 >= margins[-1]:
                yield from self.comebacks(course)
            yield from self.bursts(course)
        if goals[-1].minute.base >= LATE:
            yield from self.late_goals(course)
        if goals[0].minute <= _EARLY:
            yield from self.early_goal(course)

    def comebacks(self, course: Course) -> Iterator[Story]:
        """From two goals down to a draw at least, or from one down to a win."""
        final = self.scene.before.score
        for side in _SIDES:
            worst = course.worst(side)
            down = worst.of(side.other) - worst.of(side)
            if down > 0 and final.of(side) >= final.of(side.other):
                yield from self._comeback(side, course, worst)

    def _comeback(self, side: Side, course: Course, worst: Score) -> Iterator[Story]:
        won = winner_of(self.scene.match) is side
        down = worst.of(side.other) - worst.of(side)
        if down > 1:
            yield self._story(
                "comeback",
                Fact.CAME_FROM,
                self._came_back(side, worst),
                (82 if won else 54) + 6 * min(down, 3),
                ("comeback", side),
            )
        at = course.levelled(side)
        if down == 1 and won and at is not None and (levelled := course.goals[at]).minute.base > 45:
            terms = self._came_back(side, course.before(at), levelled.minute)
            weight = 64 if levelled.minute.base >= 80 else 56 if levelled.minute.base >= 60 else 50
            late = [goal_subject(at)] if _is_late(levelled.minute) else []
            yield self._story("comeback", Fact.BEHIND_UNTIL, terms, weight, ("comeback", side), *late)

    def comebacks_by_half_time(self) -> Iterator[Story]:
        """The same where only the score at half-time is known."""
        result = self.scene.match.result
        half = result.half_time if result else None
        if half is None or half.leader is None:
            return
        side = half.leader.other
        down, now = half.of(side.other) - half.of(side), self.scene.before.score
        won = winner_of(self.scene.match) is side
        if now.leader is side or (down > 1 and now.is_level):
            weight = 52 if down == 1 else (76 if won else 40) + 6 * min(down, 3)
            yield self._story("comeback", Fact.TRAILED_AT_HALF_TIME, self._came_back(side, half), weight, ("comeback", side))

    def late_goals(self, course: Course) -> Iterator[Story]:
        """A winner or an equaliser at the end of ninety minutes or of extra time."""
        result = self.scene.match.result
        assert result is not None
        decider = winning_goal(self.scene.match, course)
        if decider is not None and _is_late(course.goals[decider].minute):
            yield self._winner(course, decider)
        ninety = sum(one.minute.base <= 90 for one in course.goals)
        if result.extra_time:
            yield from self._equaliser(course, ninety - 1, Fact.FORCED_EXTRA_TIME)
        if (result.shootout or result.score.is_level) and not (result.extra_time and ninety == len(course.goals)):
            yield from self._equaliser(course, len(course.goals) - 1, Fact.FORCED_SHOOTOUT if result.shootout else Fact.LEVELLED)

    def _equaliser(self, course: Course, index: int, did: Fact) -> Iterator[Story]:
        """A goal that made a match level, or its tie: extra time and shoot-outs follow nothing else."""
        if index < 0 or not (course.goals[index].score.is_level or self.scene.before.tie):
            return
        if _is_late(course.goals[index].minute):
            yield self._story("late goal", did, self._goal(course, index), 62 + _lateness(course, index), goal_subject(index))

    def _winner(self, course: Course, index: int) -> Story:
        one = course.goals[index]
        fact = Fact.GOAL_WAS_WINNER
        if one.goal.kind is GoalKind.GOAL:
            fact = Fact.WINNER_BY_SUBSTITUTE if came_on(self.scene.match, one) else Fact.WINNER
        return self._story("late goal", fact, self._goal(course, index), 72 + _lateness(course, index), goal_subject(index))

    def _goal(self, course: Course, index: int) -> Terms:
        """A goal as the subject of a sentence: a substitute's second one, a penalty, an own goal; ``score`` as after it."""
        one = course.goals[index]
        before = sum((other.goal.player, other.side) == (one.goal.player, one.side) for other in course.goals[:index])
        told = {GoalKind.OWN_GOAL: GoalTold.OWN_GOAL, GoalKind.PENALTY: GoalTold.PENALTY}.get(one.goal.kind)
        return Terms(
            players=(one.goal.player,),
            minute=one.minute,
            score=one.score,
            count=before + 1,
            goal=told or (GoalTold.SECOND_GOAL if before else GoalTold.GOAL),
            substitute=told is not GoalTold.OWN_GOAL and came_on(self.scene.match, one),
        )

    def early_goal(self, course: Course) -> Iterator[Story]:
        """The first goal in the first or second minute."""
        first = course.goals[0]
        fact = Fact.EARLY_OWN_GOAL if first.goal.kind is GoalKind.OWN_GOAL else Fact.EARLY_GOAL
        terms = Terms(players=(first.goal.player,), minute=first.minute)
        yield self._story("early goal", fact, terms, 76 if first.minute.base == 1 else 50, goal_subject(0))

    def bursts(self, course: Course) -> Iterator[Story]:
        """Three goals or more of a side within six minutes; two that turned a deficit, into a lead or at once into a draw."""
        found = []
        for first in range(len(course.goals) - 1):
            side = course.goals[first].side
            for last in range(first + 1, len(course.goals)):
                if course.goals[last].side is not side:
                    break
                found += [(last - first + 1, first, last)] if self._is_burst(course, first, last) else []
        if found:
            count, first, last = max(found, key=lambda one: (one[0], -one[1]))
            yield self._burst(course, count, first, last)

    def _is_burst(self, course: Course, first: int, last: int) -> bool:
        """Whether goals are one, which all are of one side."""
        if course.goals[last].minute.base > course.goals[first].minute.base + course.goals[first].minute.added + LONGEST_BURST:
            return False
        goals = course.goals[first : last + 1]
        side = goals[0].side
        if period_of(goals[-1].minute) != period_of(goals[0].minute):
            return False
        if len(goals) > 2:
            return _minutes(goals) <= LONGEST_BURST
        leader = goals[-1].score.leader
        within = LONGEST_BURST if leader is side else 2 if leader is None else 0
        return course.before(first).leader is side.other and _minutes(goals) <= within

    def _burst(self, course: Course, count: int, first: int, last: int) -> Story:
        goals = course.goals[first : last + 1]
        side = goals[0].side
        minutes = _minutes(goals)
        fact = Fact.BURST_IN_A_MINUTE if minutes == 1 else Fact.BURST
        before, after = told_by(side, course.before(first)), told_by(side, goals[-1].score)
        terms = Terms(self.scene.team(side), score=before, final=after, count=count, total=minutes)
        subjects = [("comeback", side.value)] if count == 2 else []
        return self._story("burst", fact, terms, 50 + 6 * count, ("burst", side), *subjects)

    def half_time_lead(self, course: Course | None) -> Iterator[Story]:
        """A lead of four goals and more at half-time."""
        result = self.scene.match.result
        if course and len(course.goals) < LEAST_LEAD:
            return
        half = course.at(Minute(46)) if course else result.half_time if result else None
        if half and half.leader and half.of(half.leader) - half.of(half.leader.other) >= LEAST_LEAD:
            lead = half.of(half.leader) - half.of(half.leader.other)
            terms = Terms(self.scene.team(half.leader), score=told_by(half.leader, half))
            yield self._story("half-time", Fact.LED_AT_HALF_TIME, terms, 28 + 6 * lead, ("half-time", ""))


def _minutes(goals: tuple[TimedGoal, ...]) -> int:
    """How many minutes of play goals of one half fall in, the first and the last counted."""
    first, last = (goals[at].minute for at in (0, -1))
    return 1 + last.base + last.added - first.base - first.added


def _lateness(course: Course, index: int) -> int:
    """What a late goal weighs more, or less, than one of the 90th minute."""
    minute = course.goals[index].minute
    return min(12, minute.added) if minute.added else -12 if minute.base < 90 else 0


def _is_late(minute: Minute) -> bool:
    return LATE <= minute.base <= 90 or minute.base >= LATE_IN_EXTRA_TIME


def came_on(match: Match, one: TimedGoal) -> bool:
    """Whether a scorer had come on as a substitute."""
    line_up = match.happenings.line_ups.of(one.side)
    return line_up is not None and any(change.on == one.goal.player for change in line_up.substitutions)
