"""Kinds of runs: what a result has to be to continue one, and from what length on one is worth telling."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
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


@lru_cache(maxsize=1024)
def streaks_of(scored: int, conceded: int) -> frozenset[Streak]:
    """The runs that a result continues."""
    return frozenset([streak for streak, holds in _HOLDS.items() if holds(scored, conceded)])


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

SHORTEST = min(*(one.least - 1 for one in GOES_ON.values()), *(one.least for one in ENDED.values()))
"""How many results there are before a match in the shortest run worth telling."""


@lru_cache(maxsize=1024)
def worth_a_look(scored: int, conceded: int) -> tuple[tuple[Streak, Measure, int, bool], ...]:
    """The runs that a result may have continued (True) or ended, each with the number of results before that it takes."""
    continued = streaks_of(scored, conceded)
    found = [(streak, (GOES_ON if streak in continued else ENDED).get(streak), streak in continued) for streak in Streak]
    return tuple((streak, measure, measure.least - goes_on, goes_on) for streak, measure, goes_on in found if measure)
