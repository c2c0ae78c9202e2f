"""Two-legged ties at their last leg, and shoot-outs.

A tie is told from its legs alone: the first has to have been over, this match has
to be the second. Who won it the scores say, or the shoot-out; a tie level after
both legs without one is left to its tie's verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_builder.football.model import GoalKind, Match, Score, Side
from site_builder.football.storyline_course import goal_subject
from site_builder.football.storyline_facts import Coverage, Fact, Terms
from site_builder.football.storyline_results import Scene
from site_builder.football.storyline_values import Story, rests_on, told_by, was_football
from site_builder.football.ties import WonOn

LONG_SHOOTOUT = 7
"""From this many kicks scored by the winner on a shoot-out was a long one."""


def tie_stories(scene: Scene) -> Iterable[Story]:
    """What the second leg made of the first."""
    return _of_second_leg(scene) if scene.before.tie else ()


def _of_second_leg(scene: Scene) -> Iterator[Story]:
    first = _first_leg(scene)
    if first is None or first.result is None:
        return
    lead = first.result.score if first.home == scene.match.home else first.result.score.swapped()
    total = Score(lead.home + scene.before.score.home, lead.away + scene.before.score.away)
    winner = _winner(scene, total)
    if winner is not None:
        yield from _turned(scene, first, lead, winner)
    if total.leader is not None:
        yield from _level_until(scene, first, lead)


def _first_leg(scene: Scene) -> Match | None:
    """The first leg of which this match is the second; None where it is not, or the first leg was no football."""
    tie = scene.before.tie
    if tie is None or len(tie.legs) != 2 or tie.legs[1].id != scene.match.id:
        return None
    first = tie.legs[0]
    return first if was_football(first) and any(one.id == first.id for one in scene.before.meetings) else None


def _winner(scene: Scene, total: Score) -> Side | None:
    """Who won the tie: on aggregate, on penalties, or on away goals where the tie says so; never against its verdict."""
    result, tie = scene.match.result, scene.before.tie
    if result is None or tie is None or tie.winner is None:
        return None
    winner = Side.HOME if tie.winner == scene.match.home else Side.AWAY
    leader = total.leader or (result.shootout.leader if result.shootout else None)
    is_clear = leader is winner if leader else tie.won_on is WonOn.AWAY_GOALS
    return winner if is_clear else None


def _turned(scene: Scene, first: Match, lead: Score, winner: Side) -> Iterator[Story]:
    """A first-leg defeat made good, or a second leg lost without harm."""
    team = scene.team(winner)
    behind = lead.of(winner.other) - lead.of(winner)
    ahead = -behind
    proof, about = rests_on((first,), scene.match), (("tie", winner),)
    if behind > 0:
        weight = 60 if behind == 1 else 84 + 4 * min(behind, 4)
        terms = Terms(team, score=told_by(winner.other, lead))
        yield Story("tie turned", Fact.TIE_TURNED, terms, weight, proof, about)
    elif scene.before.score.leader is winner.other and ahead > 0:
        lost = scene.before.score.of(winner.other) - scene.before.score.of(winner)
        if lost > 1:
            terms = Terms(team, score=told_by(winner, lead), count=lost)
            yield Story("tie kept", Fact.TIE_KEPT, terms, 46 + 6 * lost, proof, about)


def _level_until(scene: Scene, first: Match, lead: Score) -> Iterator[Story]:
    """The goal that gave the winners of the tie the lead on aggregate for good."""
    course = scene.course
    index = course.decider(lead) if course else None
    if course is None or index is None:
        return
    one = course.goals[index]
    fact = Fact.LEVEL_UNTIL_OWN_GOAL if one.goal.kind is GoalKind.OWN_GOAL else Fact.LEVEL_UNTIL_GOAL
    terms = Terms(players=(one.goal.player,), minute=one.minute)
    weight = 78 if one.minute.base >= 85 else 62 if one.minute.base >= 70 else 40
    yield Story("level on aggregate", fact, terms, weight, rests_on((first,), scene.match), (goal_subject(index),))


def shootout_stories(scene: Scene) -> Iterable[Story]:
    """A shoot-out without a goal of one side, a long one, or another one won in the same season."""
    result = scene.match.result
    shootout = result.shootout if result else None
    winner = shootout.leader if shootout else None
    return _of_shootout(scene, shootout, winner) if shootout and winner else ()


def _of_shootout(scene: Scene, shootout: Score, winner: Side) -> Iterator[Story]:
    if shootout.of(winner.other) == 0:
        terms = Terms(scene.team(winner.other))
        yield Story("shoot-out", Fact.NO_KICK_SCORED, terms, 68, (scene.match.id,), (("shoot-out", ""),))
    elif shootout.of(winner) >= LONG_SHOOTOUT:
        terms = Terms(scene.team(winner), score=told_by(winner, shootout))
        weight = min(80, 44 + 2 * shootout.of(winner))
        yield Story("shoot-out", Fact.LONG_SHOOTOUT, terms, weight, (scene.match.id,), (("shoot-out", ""),))
    yield from _shootouts_won(scene, winner)


def _shootouts_won(scene: Scene, winner: Side) -> Iterator[Story]:
    team = scene.before.team(winner)
    own = [one for one in scene.before.season.of_team(team) if was_football(one)]
    won = [one for one in own if _won_on_penalties(one, team)]
    if won:
        terms = Terms(team, count=len(won) + 1, coverage=Coverage.MATCHES_OF_TEAM, held=len(own) + 1)
        yield Story("shoot-outs won", Fact.ANOTHER_SHOOTOUT, terms, 66, rests_on(won, scene.match), (("shoot-outs", team),))


def _won_on_penalties(match: Match, team: str) -> bool:
    shootout = match.result.shootout if match.result else None
    leader = shootout.leader if shootout else None
    return leader is not None and team == (match.home if leader is Side.HOME else match.away)
