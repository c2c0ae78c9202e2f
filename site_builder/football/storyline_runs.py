"""Runs: a team's results in a row that went on or ended with a match.

In a league a run is one of the competition's season, told without reserve where
the matchdays show that no result is missing. Elsewhere it is a run in all matches
held, and says so. A result that was awarded proves nothing: a run that meets one
is not told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from site_builder.football.model import Side
from site_builder.football.storyline_results import Run, Scene, Seen, run_of, seen
from site_builder.football.storyline_streaks import ENDED, GOES_ON, WON_AGAINST, RunWords, Streak
from site_builder.football.storyline_values import Story, is_friendly, rests_on
from site_builder.football.storyline_words import number, on_day, ordinal, possessive, sentence

_DENSE = timedelta(days=75)
"""The mean time between the matches of a run among everything held: beyond it too much is missing to speak of a run."""
_HOLE = timedelta(days=365)
"""A longer time without a match is a hole in what is held, over which no run goes."""
_OF_GOALS = frozenset({Streak.CLEAN_SHEETS, Streak.CONCEDING, Streak.SCORING, Streak.GOALLESS})
"""Runs of goals, which may be told beside one of results."""
_SINCE = frozenset({Streak.UNBEATEN, Streak.WINLESS})
"""Runs whose end is told with the day of the last such result, if no result is missing."""


def run_stories(scene: Scene) -> Iterator[Story]:
    """The runs of both teams that went on or ended with this match."""
    for side in Side:
        teller = _Teller(scene, side)
        now = seen(scene.match, scene.before.team(side))
        last = next(iter(scene.results.of(side)), None)
        for streak in Streak if last else ():
            if last and streak.holds(last.scored, last.conceded) and (run := run_of(streak, scene.results.of(side))):
                goes_on = streak.holds(now.scored, now.conceded)
                yield from teller.goes_on(streak, run) if goes_on else teller.ended(streak, run, now)


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells the runs of one team."""

    scene: Scene
    side: Side

    def goes_on(self, streak: Streak, run: Run) -> Iterator[Story]:
        words = GOES_ON.get(streak)
        length = run.length + 1
        if words and length >= words.least and self._is_dense(run):
            text = self._told(words, run, length, ", of the matches held here")
            yield self._story(f"{streak} run", text, words.weight(length), run, "goals" if streak in _OF_GOALS else "run")

    def ended(self, streak: Streak, run: Run, now: Seen) -> Iterator[Story]:
        words = WON_AGAINST if streak is Streak.WINNING and now.scored < now.conceded else ENDED[streak]
        if run.length < words.least or not self._is_dense(run):
            return
        text = self._told(words, run, run.length, " held here" if "matches{held}" in words.text else " in the matches held here")
        if streak in _SINCE and run.broken_by and (last := run.broken_by.match.date) and self.scene.is_whole(self.side):
            text += f", since {on_day(last)}"
        about = "end of goals" if streak in _OF_GOALS else "end of a run"
        yield self._story(f"end of a {streak} run", text, words.weight(run.length), run, about)

    def _told(self, words: RunWords, run: Run, length: int, held: str) -> str:
        is_whole = self.scene.is_whole(self.side)
        template = words.whole if is_whole and run.broken_by is None else words.text
        team = self.scene.team(self.side)
        return template.format(
            team=team,
            teams=possessive(team),
            other=self.scene.team(self.side.other),
            of=f"{self.scene.before.competition} " if self._is_of_one(run) else "",
            held="" if is_whole else held,
            edition=self.scene.before.edition,
            n=number(length),
            nth=ordinal(run.length + 1),
            more=number(run.length + 1),
        )

    def _is_of_one(self, run: Run) -> bool:
        """Whether all matches of a run are of the match's own competition, if it is one."""
        return not is_friendly(self.scene.match) and all(
            match.competition == self.scene.match.competition for match in run.matches
        )

    def _is_dense(self, run: Run) -> bool:
        days = [one.date for one in (*run.matches, self.scene.match) if one.date]
        return days[-1] - days[0] <= _DENSE * len(days) and all(late - early <= _HOLE for early, late in pairwise(days))

    def _story(self, kind: str, text: str, weight: int, run: Run, about: str) -> Story:
        team = self.scene.before.team(self.side)
        return Story(kind, sentence(text), weight, rests_on(run.matches, self.scene.match), ((about, team),))
