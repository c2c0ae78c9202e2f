"""Kinds of runs: what a result has to be to continue one, how long is remarkable, and how it is told.

In the sentences ``{of}`` is the competition (``Serie A `` with its space, empty
where all matches count), ``{held}`` what has to be said about coverage,
``{n}`` the length, ``{more}`` and ``{nth}`` one more than before the match, ``{edition}``
the competition's season, ``{other}`` the opponent.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class RunWords:
    """How a run is told: from ``least`` matches, with a weight of ``base`` and ``step`` for every match beyond that.

    ``text`` tells a run within a season or among everything held, ``whole`` one
    that the season began with.
    """

    least: int
    base: float
    step: float
    text: str
    whole: str

    def weight(self, length: int) -> int:
        """How remarkable a run of a length is."""
        return min(94, round(self.base + self.step * (length - self.least)))


GOES_ON: Mapping[Streak, RunWords] = {
    Streak.WINNING: RunWords(
        5, 60, 4, "{teams} {nth} {of}win in a row{held}", "{team} won each of their first {n} matches of {edition}"
    ),
    Streak.UNBEATEN: RunWords(
        10,
        54,
        3,
        "{teams} {nth} {of}match in a row without defeat{held}",
        "{team} were still unbeaten after {n} matches of {edition}",
    ),
    Streak.LOSING: RunWords(
        5, 58, 4, "{teams} {nth} {of}defeat in a row{held}", "{team} lost each of their first {n} matches of {edition}"
    ),
    Streak.WINLESS: RunWords(
        8,
        50,
        3,
        "{teams} {nth} {of}match in a row without a win{held}",
        "{team} were still without a win after {n} matches of {edition}",
    ),
    Streak.CLEAN_SHEETS: RunWords(
        4,
        54,
        7,
        "{teams} {nth} {of}match in a row without conceding{held}",
        "{team} conceded no goal in their first {n} matches of {edition}",
    ),
    Streak.GOALLESS: RunWords(
        4,
        54,
        7,
        "{team} failed to score for the {nth} {of}match running{held}",
        "{team} failed to score in any of their first {n} matches of {edition}",
    ),
    Streak.SCORING: RunWords(
        25,
        44,
        2,
        "{team} scored for the {nth} {of}match running{held}",
        "{team} scored in each of their first {n} matches of {edition}",
    ),
}
"""Runs that a match continued, by their length with it."""

ENDED: Mapping[Streak, RunWords] = {
    Streak.WINNING: RunWords(
        5,
        62,
        5,
        "the end of {teams} run of {n} {of}wins{held}",
        "{team} failed to win for the first time in {edition}, after {n} wins",
    ),
    Streak.UNBEATEN: RunWords(
        8, 56, 3, "{teams} first defeat in {more} {of}matches{held}", "{teams} first defeat of {edition}, in their {nth} match"
    ),
    Streak.LOSING: RunWords(
        5,
        58,
        4,
        "the end of {teams} run of {n} {of}defeats{held}",
        "{team} avoided defeat for the first time in {edition}, in their {nth} match",
    ),
    Streak.WINLESS: RunWords(
        7, 56, 3, "{teams} first win in {more} {of}matches{held}", "{teams} first win of {edition}, in their {nth} match"
    ),
    Streak.CLEAN_SHEETS: RunWords(
        4,
        54,
        6,
        "{team} conceded for the first time in {more} {of}matches{held}",
        "{team} conceded for the first time in {edition}, in their {nth} match",
    ),
    Streak.CONCEDING: RunWords(
        11,
        46,
        2,
        "{teams} first clean sheet in {more} {of}matches{held}",
        "{teams} first clean sheet of {edition}, in their {nth} match",
    ),
    Streak.SCORING: RunWords(
        15,
        46,
        2,
        "{team} failed to score for the first time in {more} {of}matches{held}",
        "{team} failed to score for the first time in {edition}, in their {nth} match",
    ),
    Streak.GOALLESS: RunWords(
        4,
        56,
        5,
        "{team} scored for the first time in {more} {of}matches{held}",
        "{team} scored for the first time in {edition}, in their {nth} match",
    ),
}
"""Runs that a match ended, by their length before it."""

WON_AGAINST = replace(
    ENDED[Streak.WINNING],
    text="{other} ended {teams} run of {n} {of}wins{held}",
    whole="{other} ended the run of {n} wins with which {team} began {edition}",
)
"""A winning run that ended in a defeat."""
