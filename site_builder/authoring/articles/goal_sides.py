"""For which side each goal counts: what the score leaves possible, and of that what the text speaks for.

Every way of giving the players to the two teams is tried. What all ways that fit
the score have in common is known; of the rest, the way that agrees best with all
that the text hints at (`side_ties`) is taken and marked, unless another is as good.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from math import inf

from msgspec import Struct

from site_builder.authoring.articles.goal_values import Claim, Effect
from site_builder.authoring.articles.relations import surname
from site_builder.authoring.articles.side_course import Course, Step
from site_builder.authoring.articles.side_network import Leanings
from site_builder.football.model import GoalKind, Minute, Score, Side

MOST_PLAYERS = 12
CLEAR = 0.6
"""So much more must speak for one side than for the other."""
_MISFIT = 1.5
"""How much it speaks against a way that a goal cannot have done to the score what is told of it."""
_START = Minute(1)
TOO_MANY = "the text tells more goals than the score has"
NOT_NAMED = "the text does not name the scorer here"
GRAVE = frozenset({TOO_MANY, NOT_NAMED})
"""Doubts whether a goal is one, or anybody's: the sides of the others cannot be counted from it."""


class Telling(Struct, frozen=True):
    """What the text tells of the match beside its goals; ``first`` is the side that scored first."""

    final: Score | None
    half_time: Score | None = None
    first: Side | None = None


class Hints(Struct, frozen=True):
    """What the text hints at of the sides: who plays with whom, and how the match went."""

    leanings: Leanings
    course: Course


class Verdict(Struct, frozen=True):
    """The side that a goal counts for, None where nothing tells; not sure where only the words near it do."""

    side: Side | None
    is_sure: bool = True


def sides_of(
    claims: Sequence[Claim],
    known: Mapping[str, Side],
    pairs: Iterable[tuple[str, str, bool]],
    telling: Telling,
    hints: Hints,
) -> tuple[Verdict, ...]:
    """The side of each goal. ``known`` are players whose team is known, ``pairs`` such as play together, or do not."""
    players = sorted({claim.player for claim in claims})
    if len(players) > MOST_PLAYERS:
        return tuple(Verdict(_counted(known.get(claim.player), claim)) for claim in claims)
    final = telling.final
    if final is None:
        return _weighed(claims, _ways(players, known), known, telling, hints)
    ways = _ways(players, known)
    paired = [way for way in ways if all((way[one] is way[other]) is is_same for one, other, is_same in pairs)] or ways
    fitting = [sides for sides in paired if _fits(claims, sides, final, telling)]
    fitting = fitting or [sides for sides in paired if _within(claims, sides, final)]
    if not fitting:
        return _weighed(claims, [way for way in _ways(players, {}) if _within(claims, way, final)], {}, telling, hints)
    is_complete = len(claims) == final.home + final.away
    is_solid = all(claim.is_sure and (not claim.doubt or (is_complete and claim.doubt not in GRAVE)) for claim in claims)
    sure = known if not is_solid else {p: side for p in players if (side := _shared(way[p] for way in fitting))}
    return _weighed(claims, fitting, sure, telling, hints)


def _weighed(
    claims: Sequence[Claim], ways: Sequence[dict[str, Side]], sure: Mapping[str, Side], telling: Telling, hints: Hints
) -> tuple[Verdict, ...]:
    """The sides of all goals: of the players who are ``sure`` their own, of others what speaks most for."""
    worth = [_agreement(claims, way, telling, hints) for way in ways]
    return tuple(
        Verdict(_counted(sure[claim.player], claim))
        if claim.player in sure
        else Verdict(_counted(_better(claim.player, ways, worth), claim), is_sure=False)
        for claim in claims
    )


def _better(player: str, ways: Sequence[Mapping[str, Side]], worth: Sequence[float]) -> Side | None:
    """The side of the best way for a player, if the best of the ways that have him on the other is clearly worse."""
    best = {side: max((w for way, w in zip(ways, worth, strict=True) if way[player] is side), default=-inf) for side in Side}
    return next((side for side in Side if best[side] >= best[side.other] + CLEAR), None)


def _agreement(claims: Sequence[Claim], way: Mapping[str, Side], telling: Telling, hints: Hints) -> float:
    """How well a way agrees with the hints of the text, and with what goals did to the score where not all are found."""
    people = {surname(player): side for player, side in way.items()}
    worth = hints.leanings.of(people) - _MISFIT * _misfits(claims, way, telling.final)
    steps = [Step(claim.at, claim.minute, side) for claim, side, _, _ in _running(claims, way)]
    is_whole = telling.final is None or len(steps) == telling.final.home + telling.final.away
    is_complete = is_whole and _is_ordered(claims)
    if is_complete and telling.first and steps[:1] and steps[0].side is not telling.first:
        worth -= _MISFIT
    return worth - hints.course.misfit(steps) if is_complete else worth


def _misfits(claims: Sequence[Claim], sides: Mapping[str, Side], final: Score | None) -> int:
    """How many goals cannot have done what is told of them, whatever goals the text leaves out."""
    if not _is_ordered(claims):
        return 0
    goals = [_counted(sides[claim.player], claim) for claim in claims]
    free = [max(0, final.of(side) - goals.count(side)) if final else 0 for side in Side]
    return sum(
        not any(
            _agrees(claim, *((home + x, away + y) if side is Side.HOME else (away + y, home + x)))
            for x in range(free[0] + 1)
            for y in range(free[1] + 1)
        )
        for claim, side, home, away in _running(claims, sides)
    )


def _is_ordered(claims: Sequence[Claim]) -> bool:
    """Whether the order of the goals is known: by their minutes, or as the text has them where those that it gives ascend."""
    told = sorted((claim for claim in claims if claim.minute), key=lambda claim: claim.at)
    return len(told) == len(claims) or told == sorted(told, key=lambda claim: claim.minute or _START)


def _shared(sides: Iterable[Side]) -> Side | None:
    found = set(sides)
    return found.pop() if len(found) == 1 else None


def _ways(players: Sequence[str], known: Mapping[str, Side]) -> list[dict[str, Side]]:
    choices = [(known[p],) if p in known else tuple(Side) for p in players]
    return [dict(zip(players, sides, strict=True)) for sides in product(*choices)]


def _counted(team: Side | None, claim: Claim) -> Side | None:
    """The side that a goal counts for: an own goal for the other one."""
    return team.other if team and claim.kind is GoalKind.OWN_GOAL else team


def _within(claims: Sequence[Claim], sides: Mapping[str, Side], final: Score) -> bool:
    goals = [_counted(sides[claim.player], claim) for claim in claims]
    complete = len(claims) == final.home + final.away
    return all(goals.count(side) <= final.of(side) for side in Side) and (
        not complete or all(goals.count(side) == final.of(side) for side in Side)
    )


def _fits(claims: Sequence[Claim], sides: Mapping[str, Side], final: Score, telling: Telling) -> bool:
    """Whether a way agrees with the score at the end, at half-time, and with what each goal is said to have done."""
    if not _within(claims, sides, final):
        return False
    if len(claims) != final.home + final.away:
        return True
    running = list(_running(claims, sides))
    if not all(_agrees(claim, *((h, a) if side is Side.HOME else (a, h))) for claim, side, h, a in running):
        return False
    if telling.first and running and running[0][1] is not telling.first:
        return False
    timed = all(claim.minute for claim in claims)
    return telling.half_time is None or not timed or _at_half_time(claims, sides) == telling.half_time


def _running(claims: Sequence[Claim], sides: Mapping[str, Side]) -> Iterator[tuple[Claim, Side | None, int, int]]:
    """The goals in order with the side that each counts for and the score after it."""
    timed = all(claim.minute for claim in claims)
    home = away = 0
    for claim in sorted(claims, key=lambda claim: (claim.minute if timed and claim.minute else _START, claim.at)):
        side = _counted(sides[claim.player], claim)
        home, away = home + (side is Side.HOME), away + (side is Side.AWAY)
        yield claim, side, home, away


# What the goals of the scorer's side and of the other come to after a goal of each effect.
_AFTER: Mapping[Effect, Callable[[int, int], bool]] = {
    Effect.LEVEL: lambda own, other: own == other,
    Effect.LEAD: lambda own, other: own == other + 1,
    Effect.CLOSER: lambda own, other: own <= other,
    Effect.MORE: lambda own, other: own >= other + 2,
    Effect.DOUBLE: lambda own, other: own == other + 2,
    Effect.FIRST: lambda own, other: own + other == 1,
}


def _agrees(claim: Claim, own: int, other: int) -> bool:
    """Whether the score after a goal is what the goal is said to have made of it."""
    if claim.effect in _AFTER and not _AFTER[claim.effect](own, other):
        return False
    return claim.score is None or {claim.score.home, claim.score.away} == {own, other}


def _at_half_time(claims: Sequence[Claim], sides: Mapping[str, Side]) -> Score:
    first = [_counted(sides[c.player], c) for c in claims if c.minute and c.minute.base <= 45]
    return Score(first.count(Side.HOME), first.count(Side.AWAY))
