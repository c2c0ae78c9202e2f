"""Runs: a team's results in a row that went on or ended with a match.

In a league a run is one of the competition's season, told without reserve where
the matchdays show that no result is missing. Elsewhere it is a run in all matches
held, and says so. A result that was awarded proves nothing: a run that meets one
is not told.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from site_builder.football.model import Match, Side
from site_builder.football.storyline_facts import Coverage, Fact, Terms
from site_builder.football.storyline_results import HOLE, Run, Scene, runs_of
from site_builder.football.storyline_streaks import Measure, Streak, worth_a_look
from site_builder.football.storyline_values import Story, is_friendly

_DENSE = timedelta(days=75)
"""The mean time between the matches of a run among everything held: beyond it too much is missing to speak of a run."""
_OF_GOALS = frozenset({Streak.CLEAN_SHEETS, Streak.CONCEDING, Streak.SCORING, Streak.GOALLESS})
"""Runs of goals, which may be told beside one of results."""
_SINCE = frozenset({Streak.UNBEATEN, Streak.WINLESS})
"""Runs whose end is told with the day of the last such result, if no result is missing."""


def run_stories(scene: Scene) -> Iterator[Story]:
    """The runs of both teams that went on or ended with this match."""
    score = scene.before.score
    for side, scored, conceded in ((Side.HOME, score.home, score.away), (Side.AWAY, score.away, score.home)):
        for one, run in runs_of(scene.results.of(side), worth_a_look(scored, conceded)):
            if _is_dense(run, scene.match):
                teller = _Teller(scene, side, one.streak, one.measure, run)
                yield from teller.goes_on() if one.goes_on else teller.ended(is_defeat=scored < conceded)


def _is_dense(run: Run, match: Match) -> bool:
    if run.has_hole or match.date is None or match.date - run.until > HOLE:
        return False
    return match.date - run.since <= _DENSE * (len(run.matches) + 1)


class _Teller(Struct, frozen=True):
    """Tells a run of one team."""

    scene: Scene
    side: Side
    streak: Streak
    measure: Measure
    run: Run

    def goes_on(self) -> Iterator[Story]:
        length = self.run.length + 1
        if length >= self.measure.least:
            terms = self._terms(length, Coverage.OF_THE_MATCHES)
            about = "goals" if self.streak in _OF_GOALS else "run"
            yield self._story(f"{self.streak} run", Fact.RUN_GOES_ON, terms, about)

    def ended(self, *, is_defeat: bool) -> Iterator[Story]:
        streak, run = self.streak, self.run
        if run.length < self.measure.least:
            return
        fact = Fact.RUN_ENDED_BY_DEFEAT if streak is Streak.WINNING and is_defeat else Fact.RUN_ENDED
        coverage = Coverage.IN_THE_MATCHES if streak in {Streak.WINNING, Streak.LOSING} else Coverage.OF_THESE
        terms = self._terms(run.length, coverage)
        if streak in _SINCE and run.is_broken and self.scene.is_whole(self.side):
            terms = replace(terms, since=run.since)
        about = "end of goals" if streak in _OF_GOALS else "end of a run"
        yield self._story(f"end of a {streak} run", fact, terms, about)

    def _terms(self, length: int, coverage: Coverage) -> Terms:
        """A run of ``count`` matches; ``total`` is one more than it was before the match."""
        is_whole = self.scene.is_whole(self.side)
        return Terms(
            self.scene.team(self.side),
            self.scene.team(self.side.other),
            count=length,
            total=self.run.length + 1,
            streak=self.streak,
            of_season=is_whole and not self.run.is_broken,
            of_one=self._is_of_one(),
            coverage=Coverage.WHOLE if is_whole else coverage,
        )

    def _is_of_one(self) -> bool:
        """Whether all matches of a run are of the match's own competition, if it is one."""
        return self.run.competition == self.scene.match.competition and not is_friendly(self.scene.match)

    def _story(self, kind: str, fact: Fact, terms: Terms, about: str) -> Story:
        weight = self.measure.weight(terms.count)
        return Story(kind, fact, terms, weight, (*self.run.matches, self.scene.match.id), ((about, terms.team),))
