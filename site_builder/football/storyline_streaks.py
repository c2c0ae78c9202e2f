"""Kinds of runs: what a result has to be to continue one, and from what length on one is worth telling."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct


class Streak(StrEnum):
    """What a run is a run of."""

    WINNING = "winning"
    UNBEATEN = "unbeaten"
    LOSING = "losing"
    WINLESS = "winless"
    CLEAN_SHEETS = "clean sheets"
    CONCEDING = "conceding"
    SCORING = "scoring"
    GOALLESS = "goalless"

    def holds(self, scored: int, conceded: int) -> bool:
        """Whether a result continues the run."""
        return _HOLDS[self](scored, conceded)


_HOLDS: Mapping[Streak, Callable[[int, int], bool]] = {
    Streak.WINNING: operator.gt,
    Streak.UNBEATEN: operator.ge,
    Streak.LOSING: operator.lt,
    Streak.WINLESS: operator.le,
    Streak.CLEAN_SHEETS: lambda _, conceded: conceded == 0,
    Streak.CONCEDING: lambda _, conceded: conceded > 0,
    Streak.SCORING: lambda scored, _: scored > 0,
    Streak.GOALLESS: lambda scored, _: scored == 0,
}


MOST = 60
"""How far back a run is followed."""
_LANE = 32
"""The bits of one number in which the length of one kind of run stands."""
LANES: Mapping[Streak, int] = {streak: (1 << _LANE) - 1 << _LANE * place for place, streak in enumerate(Streak)}
"""All kinds of runs are one number, in which each has its lane: what several results have in common is one ``&`` for each."""
EVERY_LANE = sum(LANES.values())
_ONE_EACH = sum(1 << _LANE * place for place in range(len(Streak)))
_TOP = _ONE_EACH << _LANE - 1
"""The highest bit of each lane, which no length reaches."""


@lru_cache(maxsize=1024)
def streaks_of(scored: int, conceded: int) -> int:
    """The lanes of the runs that a result continues."""
    return sum(LANES[streak] for streak in Streak if streak.holds(scored, conceded))


UNKNOWN = streaks_of(0, 0)
"""What a match whose result is not known is taken for."""


def longer(lengths: int, continued: int) -> int:
    """The lengths of all runs, each in its lane, after one more result that continues some; 0 is where there was none."""
    return (lengths + _ONE_EACH) & continued


class Measure(Struct, frozen=True):
    """From ``least`` matches on a run is told, with a weight of ``base`` and ``step`` for every match beyond that."""

    least: int
    base: float
    step: float

    def weight(self, length: int) -> int:
        """How remarkable a run of a length is."""
        return min(94, round(self.base + self.step * (length - self.least)))


GOES_ON: Mapping[Streak, Measure] = {
    Streak.WINNING: Measure(5, 60, 4),
    Streak.UNBEATEN: Measure(10, 54, 3),
    Streak.LOSING: Measure(5, 58, 4),
    Streak.WINLESS: Measure(8, 50, 3),
    Streak.CLEAN_SHEETS: Measure(4, 54, 7),
    Streak.GOALLESS: Measure(4, 54, 7),
    Streak.SCORING: Measure(25, 44, 2),
}
"""Runs that a match continued, by their length with it."""

ENDED: Mapping[Streak, Measure] = {
    Streak.WINNING: Measure(5, 62, 5),
    Streak.UNBEATEN: Measure(8, 56, 3),
    Streak.LOSING: Measure(5, 58, 4),
    Streak.WINLESS: Measure(7, 56, 3),
    Streak.CLEAN_SHEETS: Measure(4, 54, 6),
    Streak.CONCEDING: Measure(11, 46, 2),
    Streak.SCORING: Measure(15, 46, 2),
    Streak.GOALLESS: Measure(4, 56, 5),
}
"""Runs that a match ended, by their length before it."""


class Possible(Struct, frozen=True):
    """A run that a result may have continued or ended, and how many results of it there have to be before."""

    streak: Streak
    measure: Measure
    least: int
    goes_on: bool


class Outlook(Struct, frozen=True):
    """The runs that a result may have continued or ended, each with its lane and with the least that has to stand there.

    ``lanes`` are those of all; ``lacking`` added to lengths brings each that is great enough to the top of its lane.
    """

    runs: tuple[tuple[int, int, Possible], ...]
    lanes: int
    lacking: int

    def begun(self, lengths: int) -> list[tuple[Possible, int]]:
        """Those that had begun where runs were so long, with their lengths."""
        if not (lengths & self.lanes) + self.lacking & _TOP:
            return []  # as before most results
        return [(one, (lengths & lane) // (lane & _ONE_EACH)) for lane, least, one in self.runs if lengths & lane >= least]


def outlook_of(runs: Iterable[Possible]) -> Outlook:
    """An outlook on some runs."""
    found = [(LANES[one.streak], one.least * (LANES[one.streak] & _ONE_EACH), one) for one in runs]
    return Outlook(tuple(found), sum([lane for lane, _, _ in found]), sum([(lane & _TOP) - least for lane, least, _ in found]))


@lru_cache(maxsize=1024)
def worth_a_look(scored: int, conceded: int) -> Outlook:
    """What to look for before a result."""
    continued = streaks_of(scored, conceded)
    runs: list[Possible] = []
    for streak in Streak:
        goes_on = bool(LANES[streak] & continued)
        measure = (GOES_ON if goes_on else ENDED).get(streak)
        if measure:
            runs.append(Possible(streak, measure, measure.least - goes_on, goes_on))
    return outlook_of(runs)
