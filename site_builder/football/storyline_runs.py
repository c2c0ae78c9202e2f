"""Runs: a team's results in a row that went on or ended with a match.

In a league a run is one of the competition's season, told without reserve where
the matchdays show that no result is missing. Elsewhere it is a run in all matches
held, and says so. A result that was awarded proves nothing: a run that meets one
is not told.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from site_builder.football.model import Side
from site_builder.football.storyline_facts import Coverage, Fact, Terms
from site_builder.football.storyline_results import Run, Scene, Seen, run_of, seen
from site_builder.football.storyline_streaks import SHORTEST, Measure, Streak, worth_a_look
from site_builder.football.storyline_values import Story, is_friendly, rests_on

_DENSE = timedelta(days=75)
"""The mean time between the matches of a run among everything held: beyond it too much is missing to speak of a run."""
_HOLE = timedelta(days=365)
"""A longer time without a match is a hole in what is held, over which no run goes."""
_OF_GOALS = frozenset({Streak.CLEAN_SHEETS, Streak.CONCEDING, Streak.SCORING, Streak.GOALLESS})
"""Runs of goals, which may be told beside one of results."""
_SINCE = frozenset({Streak.UNBEATEN, Streak.WINLESS})
"""Runs whose end is told with the day of the last such result, if no result is missing."""
_SIDES = tuple(Side)


def run_stories(scene: Scene) -> Iterator[Story]:
    """The runs of both teams that went on or ended with this match."""
    for side in _SIDES:
        teller = _Teller(scene, side)
        results = scene.results.of(side)
        now = seen(scene.match, scene.before.team(side))
        # Most runs are too short to be told: a look at the newest results spares following them.
        begun = results.alike(SHORTEST)
        for streak, measure, least, goes_on in worth_a_look(now.scored, now.conceded) if begun else ():
            if streak in begun and streak in results.alike(least) and (run := run_of(streak, results)):
                yield from teller.goes_on(streak, run, measure) if goes_on else teller.ended(streak, run, now, measure)


class _Teller(Struct, frozen=True):
    """Tells the runs of one team."""

    scene: Scene
    side: Side

    def goes_on(self, streak: Streak, run: Run, measure: Measure) -> Iterator[Story]:
        length = run.length + 1
        if length >= measure.least and self._is_dense(run):
            terms = self._terms(streak, run, length, Coverage.OF_THE_MATCHES)
            about = "goals" if streak in _OF_GOALS else "run"
            yield self._story(f"{streak} run", Fact.RUN_GOES_ON, terms, measure.weight(length), run, about)

    def ended(self, streak: Streak, run: Run, now: Seen, measure: Measure) -> Iterator[Story]:
        if run.length < measure.least or not self._is_dense(run):
            return
        fact = Fact.RUN_ENDED_BY_DEFEAT if streak is Streak.WINNING and now.scored < now.conceded else Fact.RUN_ENDED
        coverage = Coverage.IN_THE_MATCHES if streak in {Streak.WINNING, Streak.LOSING} else Coverage.OF_THESE
        terms = self._terms(streak, run, run.length, coverage)
        if streak in _SINCE and run.broken_by and self.scene.is_whole(self.side):
            terms = replace(terms, since=run.broken_by.match.date)
        about = "end of goals" if streak in _OF_GOALS else "end of a run"
        yield self._story(f"end of a {streak} run", fact, terms, measure.weight(run.length), run, about)

    def _terms(self, streak: Streak, run: Run, length: int, coverage: Coverage) -> Terms:
        """A run of ``count`` matches; ``total`` is one more than it was before the match."""
        is_whole = self.scene.is_whole(self.side)
        return Terms(
            self.scene.team(self.side),
            self.scene.team(self.side.other),
            count=length,
            total=run.length + 1,
            streak=streak,
            of_season=is_whole and run.broken_by is None,
            of_one=self._is_of_one(run),
            coverage=Coverage.WHOLE if is_whole else coverage,
        )

    def _is_of_one(self, run: Run) -> bool:
        """Whether all matches of a run are of the match's own competition, if it is one."""
        return not is_friendly(self.scene.match) and all(
            match.competition == self.scene.match.competition for match in run.matches
        )

    def _is_dense(self, run: Run) -> bool:
        days = [one.date for one in (*run.matches, self.scene.match) if one.date]
        return days[-1] - days[0] <= _DENSE * len(days) and all(late - early <= _HOLE for early, late in pairwise(days))

    def _story(self, kind: str, fact: Fact, terms: Terms, weight: int, run: Run, about: str) -> Story:
        return Story(kind, fact, terms, weight, rests_on(run.matches, self.scene.match), ((about, terms.team),))
