"""For which side each goal counts: what the text says of it, and what the score leaves possible.

Every way of giving the players to the two teams is tried; what all ways that
fit the score have in common is known, the rest is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product

from msgspec import Struct

from site_builder.authoring.articles.goal_values import Claim, Effect
from site_builder.football.model import GoalKind, Minute, Score, Side

MOST_PLAYERS = 12
_START = Minute(1)
TOO_MANY = "the text tells more goals than the score has"
NOT_NAMED = "the text does not name the scorer here"
GRAVE = frozenset({TOO_MANY, NOT_NAMED})
"""Doubts whether a goal is one, or anybody's: the sides of the others cannot be counted from it."""


class Telling(Struct, frozen=True):
    """What the text tells of the match beside its goals; ``first`` is the side that scored first."""

    teams: tuple[str, str]
    final: Score | None
    half_time: Score | None = None
    first: Side | None = None


class Verdict(Struct, frozen=True):
    """The side that a goal counts for, None where nothing tells; not sure where only the words near it do."""

    side: Side | None
    is_sure: bool = True


def sides_of(
    claims: Sequence[Claim],
    known: Mapping[str, Side],
    pairs: Iterable[tuple[str, str, bool]],
    telling: Telling,
) -> tuple[Verdict, ...]:
    """The side of each goal. ``known`` are players whose team is known, ``pairs`` such as play together, or do not."""
    final = telling.final
    players = sorted({claim.player for claim in claims})
    if final is None or len(players) > MOST_PLAYERS:
        return tuple(Verdict(_counted(known.get(claim.player), claim)) for claim in claims)
    ways = _ways(players, known)
    paired = [way for way in ways if all((way[one] is way[other]) is is_same for one, other, is_same in pairs)] or ways
    fitting = [sides for sides in paired if _fits(claims, sides, final, telling)]
    fitting = fitting or [sides for sides in paired if _within(claims, sides, final)]
    is_forced = not fitting
    fitting = fitting or [sides for sides in _ways(players, {}) if _within(claims, sides, final)]
    is_complete = len(claims) == final.home + final.away
    is_solid = all(claim.is_sure and (not claim.doubt or (is_complete and claim.doubt not in GRAVE)) for claim in claims)
    likely = _likeliest(claims, fitting, telling.teams)
    verdicts = (_verdict(claim, fitting, likely) for claim in claims)
    return tuple(
        Verdict(one.side, is_sure=False) if is_forced or not (is_solid or claim.player in known) else one
        for one, claim in zip(verdicts, claims, strict=True)
    )


def _verdict(claim: Claim, fitting: Sequence[Mapping[str, Side]], likely: Sequence[Mapping[str, Side]]) -> Verdict:
    sure = _common(claim, fitting)
    return Verdict(sure) if sure else Verdict(_common(claim, likely), is_sure=False)


def _likeliest(claims: Sequence[Claim], ways: Sequence[dict[str, Side]], teams: tuple[str, str]) -> list[dict[str, Side]]:
    """Of all ways that fit, those in which most goals count for the team that is named near them."""

    def agreeing(way: Mapping[str, Side]) -> int:
        sides = dict(zip(teams, Side, strict=True))
        return sum(_counted(way[claim.player], claim) is sides.get(claim.near) for claim in claims)

    best = max(map(agreeing, ways), default=0)
    return [way for way in ways if agreeing(way) == best]


def _ways(players: Sequence[str], known: Mapping[str, Side]) -> list[dict[str, Side]]:
    choices = [(known[p],) if p in known else tuple(Side) for p in players]
    return [dict(zip(players, sides, strict=True)) for sides in product(*choices)]


def _common(claim: Claim, ways: Sequence[Mapping[str, Side]]) -> Side | None:
    found = {_counted(way[claim.player], claim) for way in ways}
    return found.pop() if len(found) == 1 else None


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
    timed = all(claim.minute for claim in claims)
    ordered = sorted(claims, key=lambda claim: (claim.minute if timed and claim.minute else _START, claim.at))
    home = away = 0
    for claim in ordered:
        side = _counted(sides[claim.player], claim)
        home, away = home + (side is Side.HOME), away + (side is Side.AWAY)
        own, other = (home, away) if side is Side.HOME else (away, home)
        if not _agrees(claim, own, other):
            return False
    if telling.first and ordered and _counted(sides[ordered[0].player], ordered[0]) is not telling.first:
        return False
    return telling.half_time is None or not timed or _at_half_time(ordered, sides) == telling.half_time


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


def _at_half_time(ordered: Sequence[Claim], sides: Mapping[str, Side]) -> Score:
    first = [_counted(sides[c.player], c) for c in ordered if c.minute and c.minute.base <= 45]
    return Score(first.count(Side.HOME), first.count(Side.AWAY))
