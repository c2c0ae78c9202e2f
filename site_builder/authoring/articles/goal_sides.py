"""For which side each goal counts: what the text says of it, and what the score leaves possible.

Every way of giving the players to the two teams is tried; what all ways that
fit the score have in common is known, the rest is not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

from msgspec import Struct

from site_builder.authoring.articles.goal_values import Claim, Effect
from site_builder.football.model import GoalKind, Minute, Score, Side

MOST_PLAYERS = 12
_START = Minute(1)


class Verdict(Struct, frozen=True):
    """The side that a goal counts for, None where nothing tells; not sure where only the words near it do."""

    side: Side | None
    is_sure: bool = True


def sides_of(
    claims: Sequence[Claim], known: Mapping[str, Side], teams: tuple[str, str], final: Score | None, half_time: Score | None
) -> tuple[Verdict, ...]:
    """The side of each goal. ``known`` are players whose team is known."""
    players = sorted({claim.player for claim in claims})
    if final is None or len(players) > MOST_PLAYERS:
        return tuple(Verdict(_counted(known.get(claim.player), claim)) for claim in claims)
    fitting = [sides for sides in _ways(players, known) if _fits(claims, sides, final, half_time)]
    if not fitting:
        fitting = [sides for sides in _ways(players, known) if _within(claims, sides, final)]
    likely = _likeliest(claims, fitting, teams)
    return tuple(_verdict(claim, fitting, likely) for claim in claims)


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


def _fits(claims: Sequence[Claim], sides: Mapping[str, Side], final: Score, half_time: Score | None) -> bool:
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
    return half_time is None or not timed or _at_half_time(ordered, sides) == half_time


def _agrees(claim: Claim, own: int, other: int) -> bool:
    """Whether the score after a goal is what the goal is said to have made of it."""
    if claim.effect is Effect.LEVEL and own != other:
        return False
    if claim.effect is Effect.LEAD and own != other + 1:
        return False
    if claim.effect is Effect.CLOSER and own > other:
        return False
    return claim.score is None or {claim.score.home, claim.score.away} == {own, other}


def _at_half_time(ordered: Sequence[Claim], sides: Mapping[str, Side]) -> Score:
    first = [_counted(sides[c.player], c) for c in ordered if c.minute and c.minute.base <= 45]
    return Score(first.count(Side.HOME), first.count(Side.AWAY))
