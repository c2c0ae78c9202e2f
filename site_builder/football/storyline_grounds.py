"""Home and away in a league season: the first defeat at home, the first win away, told where they came late.

A match on neutral ground is neither. As with runs, nothing is told where a result
was awarded, and coverage is named unless the matchdays show that none is missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from site_builder.football.model import Side
from site_builder.football.storyline_results import Scene, Seen, seen
from site_builder.football.storyline_streaks import Streak
from site_builder.football.storyline_values import Story, rests_on
from site_builder.football.storyline_words import ordinal, possessive, sentence


@dataclass(frozen=True, slots=True)
class _First:
    """A first of a season: what held in all earlier matches on that ground, from how many on its end is worth telling."""

    side: Side
    until_now: Streak
    least: int
    words: str


_FIRSTS = (
    _First(Side.HOME, Streak.UNBEATEN, 6, "{teams} first home defeat of {edition}"),
    _First(Side.HOME, Streak.WINNING, 5, "{team} failed to win at home for the first time in {edition}"),
    _First(Side.HOME, Streak.WINLESS, 5, "{teams} first home win of {edition}"),
    _First(Side.AWAY, Streak.UNBEATEN, 6, "{teams} first away defeat of {edition}"),
    _First(Side.AWAY, Streak.WINLESS, 6, "{teams} first away win of {edition}"),
)


def ground_stories(scene: Scene) -> Iterator[Story]:
    """What ended for a team at home or away."""
    if scene.match.neutral or not scene.in_league:
        return
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
    what = first.words.format(team=team, teams=possessive(team), edition=scene.before.edition)
    nth = ordinal(len(held) + 1)
    tail = f"in their {nth} {where} match" if scene.is_whole(first.side) else f"in the {nth} {where} match held here"
    proof = rests_on((one.match for one in reversed(held)), scene.match)
    kind = f"{where} {first.until_now} run"
    about = (("end of a run", scene.before.team(first.side)),)
    return Story(kind, sentence(f"{what}, {tail}"), 44 + 3 * len(held), proof, about)
