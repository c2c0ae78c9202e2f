"""Sendings-off: wins and draws with ten men, and scorers who were sent off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_builder.football.course import Course
from site_builder.football.discipline import cards_of
from site_builder.football.model import Card, CardColour, GoalKind, Match, Minute, Side
from site_builder.football.scorers import players_of
from site_builder.football.storyline_facts import Ending, Fact, Terms
from site_builder.football.storyline_results import Scene
from site_builder.football.storyline_values import Story

_SENT_OFF = frozenset({CardColour.RED, CardColour.SECOND_YELLOW})
LEAST_FOR_WIN = 20
LEAST_FOR_DRAW = 45
"""For how many minutes a side has to be short of a man."""


def dismissal_stories(scene: Scene, course: Course | None) -> Iterator[Story]:
    """What a side did in spite of sendings-off."""
    shown = [card for card in cards_of(scene.match) if card.colour in _SENT_OFF]
    if not shown:
        return
    reds = {side: _dismissals(scene.match, side, shown) for side in Side}
    for side in Side:
        if reds[side] and not reds[side.other]:
            yield from _short_of_men(scene, course, side, reds[side])
    yield from _scorers(scene, (*reds[Side.HOME], *reds[Side.AWAY]))


def _dismissals(match: Match, side: Side, shown: Sequence[Card]) -> tuple[tuple[Minute, Card], ...]:
    """Sendings-off of players on the pitch by minute, each player once; none if a minute is not known."""
    cards = {card.player: card for card in shown if card.side is side}
    line_up = match.happenings.line_ups.of(side)
    on_pitch = players_of(match, side)
    off = {change.off for change in line_up.substitutions} if line_up else set()
    reds = [card for card in cards.values() if not line_up or (card.player in on_pitch and card.player not in off)]
    timed = [(card.minute, card) for card in reds if card.minute]
    return tuple(sorted(timed, key=lambda one: (one[0], one[1].player))) if len(timed) == len(reds) else ()


def _short_of_men(scene: Scene, course: Course | None, side: Side, reds: tuple[tuple[Minute, Card], ...]) -> Iterator[Story]:
    """A win, or a draw after a long time, unless it was won already when the first man went."""
    result = scene.match.result
    assert result is not None
    since = reds[0][0]
    for_minutes = (120 if result.extra_time else 90) - since.base
    won = result.score.leader is side
    if not (won and for_minutes >= LEAST_FOR_WIN) and not (result.score.is_level and for_minutes >= LEAST_FOR_DRAW):
        return
    score = course.at(since) if course else None
    if score and score.of(side) - score.of(side.other) > 2:
        return
    ending = Ending.SHOOTOUT if result.shootout else Ending.WIN if won else Ending.DRAW
    second = reds[1][0] if len(reds) > 1 else None
    terms = Terms(scene.team(side), minute=since, then=second, ending=ending)
    weight = min(96, (56 if won else 40) + for_minutes // 2)
    yield Story("ten men", Fact.NINE_MEN if second else Fact.TEN_MEN, terms, weight, (scene.match.id,), (("ten men", side),))


def _scorers(scene: Scene, reds: tuple[tuple[Minute, Card], ...]) -> Iterator[Story]:
    for minute, card in reds:
        goals = scene.match.happenings.goals or ()
        own = [goal for goal in goals if goal.player == card.player and goal.kind is not GoalKind.OWN_GOAL]
        if own and all(goal.minute and goal.minute <= minute for goal in own):
            terms = Terms(players=(card.player,), minute=minute)
            yield Story("scorer sent off", Fact.SCORER_SENT_OFF, terms, 60, (scene.match.id,), (("dismissal", card.player),))
