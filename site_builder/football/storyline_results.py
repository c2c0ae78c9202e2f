"""A team's earlier results, newest first, as runs and records are counted from: those of a league season, or all.

>>> scene = scene_of(before)                                # doctest: +SKIP
>>> [run.length for _, run in runs_of(scene.results.home, worth_a_look(1, 0))]      # doctest: +SKIP
[12]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from itertools import islice

from msgspec import Struct

from site_builder.football.course import Course, course_of
from site_builder.football.model import BySide, Match, Side, Status
from site_builder.football.storyline_streaks import (
    EVERY_LANE,
    MOST,
    UNKNOWN,
    Outlook,
    Possible,
    longer,
    streaks_of,
)
from site_builder.football.storyline_values import Before, Story, is_league, was_football

_PLAYED = Status.PLAYED
_NEVER_PLAYED = frozenset({Status.SCHEDULED, Status.POSTPONED, Status.CANCELLED, Status.VOID})


class Seen(Struct, frozen=True):
    """A match as one of its teams sees it. ``is_certain`` is False for results that did not come about on the pitch."""

    match: Match
    side: Side
    scored: int
    conceded: int
    is_certain: bool


def seen(match: Match, team: str) -> Seen:
    """A match from a team's side."""
    is_home = match.home == team
    side = Side.HOME if is_home else Side.AWAY
    if match.result is None:
        return Seen(match, side, 0, 0, is_certain=False)
    score = match.result.score
    scored, conceded = (score.home, score.away) if is_home else (score.away, score.home)
    return Seen(match, side, scored, conceded, was_football(match))


class Results(Struct, frozen=True):
    """A team's results in a row, newest first, looked at only as far as somebody asks: most runs are short.

    ``lengths`` are those of its runs, where they are known.
    """

    team: str
    newest: Callable[[], Iterator[Match]]
    lengths: int | None = None

    def __iter__(self) -> Iterator[Seen]:
        """All of them, as the team sees them."""
        return (seen(match, self.team) for match in self.newest())

    def begun(self, outlook: Outlook) -> list[tuple[Possible, int]]:
        """Those of some runs that had begun, with their lengths: the newest results, so many of them, all belong to it."""
        return outlook.begun(lengths_of(self.team, self.newest(), outlook.lanes) if self.lengths is None else self.lengths)


def lengths_of(team: str, newest: Iterable[Match], lanes: int = EVERY_LANE) -> int:
    """The lengths of some of a team's runs, from its results that took place, newest first: as far as any of them goes on."""
    met: list[int] = []
    for match in newest:
        continued = _continued(match, team)
        met.append(continued)
        lanes &= continued
        if not lanes:
            break
    return reduce(longer, reversed(met), 0)


def run_lengths(team: str, matches: Iterable[Match]) -> list[int]:
    """How long a team's runs are after none, one, two … of its matches, oldest first."""
    lengths = 0
    found = [lengths]
    for match in matches:
        if _took_place(match):
            lengths = longer(lengths, _continued(match, team))
        found.append(lengths)
    return found


def _continued(match: Match, team: str) -> int:
    """The lanes of the runs that a match continues; a result that is not known is like one without goals."""
    result = match.result
    if result is None:
        return UNKNOWN
    score = result.score
    return streaks_of(score.home, score.away) if match.home == team else streaks_of(score.away, score.home)


def _league_results(before: Before, side: Side) -> Results:
    """A team's earlier results of this league season."""
    team = before.team(side)
    held = [one for one in before.season.of_team(team) if _took_place(one) and is_league(one)]
    return Results(team, lambda: reversed(held))


def _all_results(before: Before, side: Side) -> Results:
    """A team's latest results in all competitions held."""
    held = before.of(side)
    return Results(before.team(side), lambda: islice(filter(_took_place, reversed(held)), MOST), before.lengths.of(side))


def _took_place(match: Match) -> bool:
    if match.status is _PLAYED:
        return True
    if match.status is Status.ABANDONED:
        return match.result is not None and match.played is not None
    return match.status not in _NEVER_PLAYED


class Scene(Struct, frozen=True):
    """What finders of stories look at: what lay behind the match.

    ``results`` are each side's earlier results, newest first: in a league those of
    its season, elsewhere all that are held. ``course`` is that of the match, where
    its source leaves no doubt about it.
    """

    before: Before
    results: BySide[Results]
    in_league: bool
    course: Course | None

    @property
    def match(self) -> Match:
        """The match itself."""
        return self.before.match

    def team(self, side: Side) -> str:
        """A side's team."""
        return self.before.team(side)

    def is_whole(self, side: Side) -> bool:
        """Whether all results of a side's league season until now are held: no matchday is missing."""
        if not self.in_league:
            return False
        days = [one.stage.matchday for one in self.results.of(side).newest()] + [self.match.stage.matchday]
        return set(days) == set(range(1, len(days) + 1))


Finder = Callable[[Scene], Iterable[Story]]
"""Finds stories of some kinds."""


def scene_of(before: Before) -> Scene:
    """The scene of a match."""
    in_league = is_league(before.match)
    held = _league_results if in_league else _all_results
    results = BySide(held(before, Side.HOME), held(before, Side.AWAY))
    return Scene(before, results, in_league, course_of(before.match))


class Run(Struct, frozen=True):
    """Results in a row and the match before them that was different (None: the run begins with what is held).

    ``matches`` are what the run is proved by, oldest first, with that one.
    """

    length: int
    matches: tuple[Match, ...]
    broken_by: Match | None


def runs_of(results: Results, outlook: Outlook) -> Iterator[tuple[Possible, Run]]:
    """Those of some runs that had begun, with the results of each; none that an uncertain one meets, or that go on too far."""
    begun = results.begun(outlook)
    if not begun:
        return
    longest = max([length for _, length in begun])
    newest = list(islice(results.newest(), longest + 1))
    for one, length in begun:
        run = newest[: length + 1]
        if not [match for match in run if match.status is not _PLAYED or match.result is None]:
            broken_by = run[length] if len(run) > length else None
            if broken_by or length < MOST:
                yield one, Run(length, tuple(run[::-1]), broken_by)
