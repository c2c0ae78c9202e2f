"""A team's earlier results, newest first, as runs and records are counted from: those of a league season, or all.

>>> scene = scene_of(before)                                # doctest: +SKIP
>>> [run.length for _, run in runs_of(scene.results.home, worth_a_look(1, 0))]      # doctest: +SKIP
[12]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import reduce
from itertools import islice, pairwise

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
from site_builder.football.storyline_values import Before, Known, Story, is_league, was_football

_PLAYED = Status.PLAYED
HOLE = timedelta(days=365)
"""A longer time without a match is a hole in what is held, over which no run goes."""
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
    """A team's results in a row, newest first, looked at only as far as somebody asks: most runs are short."""

    team: str
    newest: Callable[[], Iterator[Match]]
    known: Known | None = None

    def __iter__(self) -> Iterator[Seen]:
        """All of them, as the team sees them."""
        return (seen(match, self.team) for match in self.newest())

    def begun(self, outlook: Outlook) -> list[tuple[Possible, int]]:
        """Those of some runs that had begun, with their lengths: the newest results, so many of them, all belong to it."""
        return outlook.begun(self.known.lengths if self.known else lengths_of(self.team, self.newest(), outlook.lanes))


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


def sure_and_alike(matches: Iterable[Match]) -> list[tuple[int, int]]:
    """How many of the newest are sure and how many alike (`Known`) after none, one, two … of a team's matches, oldest first."""
    sure = alike = 0
    last, timed, competition = date.min, False, ""
    found = [(sure, alike)]
    for match in matches:
        day, has_time = match.date or last, match.time is not None
        if match.status is not _PLAYED or match.result is None:
            sure = 0
        else:
            sure = sure + 1 if _in_row(last, day, timed=timed and has_time) else 1
        alike = alike + 1 if match.competition == competition else 1
        last, timed, competition = day, has_time, match.competition
        found.append((sure, alike))
    return found


def _in_row(earlier: date, later: date, *, timed: bool) -> bool:
    """Whether one match is known to follow another: of two on one day without times nobody knows which was first."""
    return later - earlier <= HOLE and (timed or earlier != later)


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
    return Results(before.team(side), lambda: islice(filter(_took_place, reversed(held)), MOST), before.known.of(side))


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
    """Results in a row, with the match before them that was different if one is held.

    ``matches`` are the ids of all these, oldest first, which prove the run; ``since`` and
    ``until`` are the days of the first and the last. ``competition`` is that of all, empty where they have several.
    """

    length: int
    matches: tuple[str, ...]
    since: date
    until: date
    has_hole: bool
    competition: str

    @property
    def is_broken(self) -> bool:
        """Whether a match before it is held: else the run begins with what is held."""
        return len(self.matches) > self.length


def runs_of(results: Results, outlook: Outlook) -> Iterator[tuple[Possible, Run]]:
    """Those of some runs that had begun, with the results of each.

    None that an uncertain result meets, that goes on too far, or before which a match of its first day may have come.
    """
    begun = results.begun(outlook)
    if not begun:
        return
    known = [_known_run(results.known, length) if results.known else None for _, length in begun]
    looked_at = [length + 1 for run, (_, length) in zip(known, begun, strict=True) if run is None]
    newest = list(islice(results.newest(), max(looked_at))) if looked_at else []
    for held, (one, length) in zip(known, begun, strict=True):
        run = held or _run_among(newest, length)
        if run:
            yield one, run


def _known_run(known: Known, length: int) -> Run | None:
    """A run of which all is known but its ends."""
    count = length + 1
    if count > known.sure or length >= MOST:
        return None
    ids, first, last = known.newest(count)
    if first.date is None or last.date is None:
        return None
    return Run(length, ids, first.date, last.date, has_hole=False, competition=last.competition if count <= known.alike else "")


def _begins_for_sure(run: Sequence[Match], length: int) -> bool:
    """Whether the match before a run, if one is held, came before it: else the run may be shorter."""
    if len(run) <= length:
        return True
    before, first = run[:2]
    return before.date != first.date or (before.time is not None and first.time is not None)


def _run_among(newest: list[Match], length: int) -> Run | None:
    """A run whose matches are looked at one by one."""
    run = newest[length::-1]
    days = [match.date for match in run if match.status is _PLAYED and match.result and match.date]
    if len(days) < len(run) or len(run) <= length >= MOST or not _begins_for_sure(run, length):
        return None
    competitions = {match.competition for match in run}
    return Run(
        length,
        tuple([match.id for match in run]),
        days[0],
        days[-1],
        has_hole=any(late - early > HOLE for early, late in pairwise(days)),
        competition=competitions.pop() if len(competitions) == 1 else "",
    )
