"""A team's earlier results, newest first, as runs and records are counted from: those of a league season, or all.

>>> scene = scene_of(before)                                # doctest: +SKIP
>>> run_of(Streak.UNBEATEN, scene.results.home).length      # doctest: +SKIP
12
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice, takewhile

from msgspec import Struct

from site_builder.football.course import LEVEL, Course, course_of
from site_builder.football.model import BySide, Match, Side, Status
from site_builder.football.storyline_streaks import Streak, streaks_of
from site_builder.football.storyline_values import Before, Story, is_league, was_football

MOST = 60
"""How far back a run is followed."""
_NONE: frozenset[Streak] = frozenset()
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


class Results:
    """A team's results in a row, newest first, looked at only as far as somebody asks: most runs are short."""

    __slots__ = ("_alike", "_matches", "_more", "_seen", "_team")

    def __init__(self, team: str, matches: Iterable[Match]) -> None:
        self._team = team
        self._matches: list[Match] = []
        self._more = iter(matches)
        self._seen: list[Seen] = []
        self._alike = [frozenset(Streak)]

    def __iter__(self) -> Iterator[Seen]:
        """All of them."""
        at = 0
        while match := self._match(at):
            if at == len(self._seen):
                self._seen.append(seen(match, self._team))
            yield self._seen[at]
            at += 1

    def alike(self, length: int) -> frozenset[Streak]:
        """The runs to which the newest results, that many of them, all belong; none where there are not so many."""
        alike = self._alike
        while len(alike) <= length and alike[-1]:
            match = self._match(len(alike) - 1)
            if match is None:
                return _NONE
            score = match.result.score if match.result else LEVEL
            continued = streaks_of(*(score.home, score.away) if match.home == self._team else (score.away, score.home))
            alike.append(alike[-1] & continued)
        return alike[length] if length < len(alike) else _NONE

    def _match(self, at: int) -> Match | None:
        if at == len(self._matches):
            match = next(self._more, None)
            if match is None:
                return None
            self._matches.append(match)
        return self._matches[at]


def _league_results(before: Before, side: Side) -> Iterator[Match]:
    """A team's earlier results of this league season."""
    match = before.match
    recent = takewhile(lambda one: one.season.end >= match.season.start, reversed(before.of(side)))
    own = (one for one in recent if one.competition == match.competition and one.season == match.season)
    return (one for one in own if _took_place(one) and is_league(one))


def _all_results(before: Before, side: Side) -> Iterator[Match]:
    """A team's latest results in all competitions held."""
    return islice((one for one in reversed(before.of(side)) if was_football(one) or _took_place(one)), MOST)


def _took_place(match: Match) -> bool:
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
        days = [one.match.stage.matchday for one in self.results.of(side)] + [self.match.stage.matchday]
        return set(days) == set(range(1, len(days) + 1))


Finder = Callable[[Scene], Iterator[Story]]
"""Finds stories of some kinds."""


def scene_of(before: Before) -> Scene:
    """The scene of a match."""
    in_league = is_league(before.match)
    held = _league_results if in_league else _all_results
    home, away = (Results(before.team(side), held(before, side)) for side in (Side.HOME, Side.AWAY))
    return Scene(before, BySide(home, away), in_league, course_of(before.match))


class Run(Struct, frozen=True):
    """Results in a row, newest first, and the one before them that was different (None: the run begins with what is held)."""

    results: tuple[Seen, ...]
    broken_by: Seen | None

    @property
    def length(self) -> int:
        """How many matches."""
        return len(self.results)

    @property
    def matches(self) -> tuple[Match, ...]:
        """What the run is proved by, oldest first."""
        held = (*self.results, self.broken_by) if self.broken_by else self.results
        return tuple(one.match for one in reversed(held))


def run_of(streak: Streak, results: Iterable[Seen]) -> Run | None:
    """The run that the newest of these results belongs to; None where an uncertain one meets it, or it goes on too far."""
    run: list[Seen] = []
    for one in results:
        if not one.is_certain:
            return None
        if not streak.holds(one.scored, one.conceded):
            return Run(tuple(run), one)
        run.append(one)
    return Run(tuple(run), None) if len(run) < MOST else None
