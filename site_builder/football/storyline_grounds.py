"""Home and away in a league season: the first defeat at home, the first win away, told where they came late.

A match on neutral ground is neither. As with runs, nothing is told where a result
was awarded, and coverage is named unless the matchdays show that none is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from msgspec import Struct

from site_builder.football.model import Side
from site_builder.football.storyline_facts import Fact, Terms
from site_builder.football.storyline_results import Scene, Seen, seen
from site_builder.football.storyline_streaks import Streak
from site_builder.football.storyline_values import Story, rests_on


class _First(Struct, frozen=True):
    """A first of a season: what held in all earlier matches on that ground, from how many on its end is worth telling."""

    side: Side
    until_now: Streak
    least: int
    fact: Fact


_FIRSTS = (
    _First(Side.HOME, Streak.UNBEATEN, 6, Fact.FIRST_HOME_DEFEAT),
    _First(Side.HOME, Streak.WINNING, 5, Fact.FIRST_HOME_POINTS_DROPPED),
    _First(Side.HOME, Streak.WINLESS, 5, Fact.FIRST_HOME_WIN),
    _First(Side.AWAY, Streak.UNBEATEN, 6, Fact.FIRST_AWAY_DEFEAT),
    _First(Side.AWAY, Streak.WINLESS, 6, Fact.FIRST_AWAY_WIN),
)


def ground_stories(scene: Scene) -> Iterable[Story]:
    """What ended for a team at home or away."""
    return _ended(scene) if scene.in_league and not scene.match.neutral else ()


def _ended(scene: Scene) -> Iterator[Story]:
    for first in _FIRSTS:
        now = seen(scene.match, scene.before.team(first.side))
        if not first.until_now.holds(now.scored, now.conceded):
            held = _until_now(scene, first)
            if len(held) >= first.least:
                yield _told(scene, first, held)


def _until_now(scene: Scene, first: _First) -> list[Seen]:
    """All earlier matches on the ground, newest first; none if one of them was different."""
    here = [one for one in scene.results.of(first.side) if one.side is first.side and not one.match.neutral]
    alike = list(takewhile(lambda one: one.is_certain and first.until_now.holds(one.scored, one.conceded), here))
    return here if len(alike) == len(here) else []


def _told(scene: Scene, first: _First, held: list[Seen]) -> Story:
    team, where = scene.team(first.side), first.side.value
    terms = Terms(team, count=len(held) + 1, of_season=scene.is_whole(first.side))
    proof = rests_on((one.match for one in reversed(held)), scene.match)
    kind = f"{where} {first.until_now} run"
    about = (("end of a run", team),)
    return Story(kind, first.fact, terms, 44 + 3 * len(held), proof, about)
