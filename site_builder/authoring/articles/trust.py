"""How far the goals of an article can be trusted once they are put together: what does not fit is said with the goal.

Each goal may be told clearly and be wrong all the same; the score at the end,
at half-time and after single goals, and the line-ups, know of the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from site_builder.authoring.articles.goal_sides import Verdict
from site_builder.authoring.articles.goal_values import Claim
from site_builder.authoring.articles.relations import surname
from site_builder.football.model import Minute, Score, Side

_START = Minute(1)
_HALF = 45


def doubts_of(
    claims: Sequence[Claim], verdicts: Sequence[Verdict], final: Score | None, half_time: Score | None, squads: AbstractSet[str]
) -> list[str]:
    """What makes each goal doubtful beside the others; empty where nothing does. ``squads`` are surnames of both line-ups."""
    doubts = ["" for _ in claims]
    if final is not None and _is_too_many(verdicts, final):
        doubts = ["the goals found do not add up to the score"] * len(claims)
    for number, doubt in _stepping(claims, verdicts, final):
        doubts[number] = doubts[number] or doubt
    for number in _about_half_time(claims, final, half_time):
        doubts[number] = doubts[number] or "the goals found do not add up to the score at half-time"
    for number, claim in enumerate(claims):
        if squads and surname(claim.player) not in squads:
            doubts[number] = doubts[number] or "he is in neither line-up"
    return ["" if claim.is_listed else doubt for claim, doubt in zip(claims, doubts, strict=True)]


def _is_too_many(verdicts: Sequence[Verdict], final: Score) -> bool:
    counts = [sum(verdict.side is side for verdict in verdicts) for side in Side]
    return len(verdicts) > final.home + final.away or counts[0] > final.home or counts[1] > final.away


def _stepping(claims: Sequence[Claim], verdicts: Sequence[Verdict], final: Score | None) -> list[tuple[int, str]]:
    """Goals that are said to have made a score which the others do not lead to, where all of them are known."""
    timed = all(claim.minute for claim in claims)
    complete = final is not None and len(claims) == final.home + final.away
    if not timed or not complete or any(verdict.side is None for verdict in verdicts):
        return []
    found: list[tuple[int, str]] = []
    home = away = 0
    for number in sorted(range(len(claims)), key=lambda n: (claims[n].minute or _START, claims[n].at)):
        home, away = home + (verdicts[number].side is Side.HOME), away + (verdicts[number].side is Side.AWAY)
        told = claims[number].score
        if told and {told.home, told.away} != {home, away}:
            found.append((number, "the score told here does not fit the other goals"))
    return found


def _about_half_time(claims: Sequence[Claim], final: Score | None, half_time: Score | None) -> list[int]:
    """The goals near half-time, where more or fewer were told before it than its score has."""
    if half_time is None or final is None or len(claims) != final.home + final.away:
        return []
    if not all(claim.minute for claim in claims):
        return []
    early = [number for number, claim in enumerate(claims) if claim.minute and claim.minute.base <= _HALF]
    if len(early) == half_time.home + half_time.away:
        return []
    return [number for number, claim in enumerate(claims) if not (claim.phrase and claim.phrase.minute)] or list(
        range(len(claims))
    )
