"""What lay behind a match when it kicked off: earlier matches of a team, a pair or a season, oldest first.

Two matches are compared by themselves, by the rules of `timeline`: a match is
played for 110 minutes; without a kick-off time it takes its whole day. So a match
entered later, with or without a time, never changes what was over before another.

    >>> history = History(matches)                              # doctest: +SKIP
    >>> first, later = history.cut(final)                       # doctest: +SKIP
    >>> history.matches[first - 1].id                           # doctest: +SKIP
    'matches/2022/2022-12-17-croatia-morocco'
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import datetime, time
from itertools import pairwise
from operator import itemgetter

from msgspec import Struct

from site_builder.football.model import Match
from site_builder.football.timeline import AROUND, PLAYING_TIME

_IN_TIME = itemgetter(0, 1, 2, 3)


def was_over(earlier: Match, match: Match) -> bool:
    """Whether a match had ended when another kicked off: as a `Timeline` of these two has it."""
    day, other_day = earlier.date, match.date
    if day is None or earlier.id == match.id:
        return False
    if other_day is None:
        return True
    if earlier.kick_off and match.kick_off:
        return earlier.kick_off + PLAYING_TIME <= match.kick_off
    if day > other_day or (day == other_day and (earlier.time is None or match.time is None)):
        return False  # what has no time on its day is a whole day, and begins and ends with the others of it
    if earlier.time is None:
        return True
    return datetime.combine(day, earlier.time) + PLAYING_TIME <= datetime.combine(other_day, match.time or time.min)


def began_later(later: Match, match: Match) -> bool:
    """Whether a match kicked off after another one, as far as days and kick-offs show it."""
    day, other_day = later.date, match.date
    if day is None or other_day is None:
        return day is None and other_day is not None
    if later.kick_off and match.kick_off:
        return later.kick_off > match.kick_off
    if day != other_day or later.time is None or match.time is None:
        return day > other_day
    return later.time > match.time


class Crowds(Struct, frozen=True):
    """How many crowds of some matches are known, the largest, and the match that had it (of several the last by id)."""

    known: int = 0
    largest: int = 0
    match: str = ""

    def plus(self, match: Match) -> Crowds:
        """The same with one more match."""
        crowd = match.happenings.attendance
        if crowd is None:
            return self
        return Crowds(self.known + 1, *max((self.largest, self.match), (crowd, match.id)))


class History:
    """Matches by date and local time, on each day those without a time first; ``cut`` tells which lie behind another one."""

    __slots__ = ("_cuts", "_days", "matches")

    def __init__(self, matches: Iterable[Match]) -> None:
        dated = [(one.date, one.time is not None, one.time or time.min, one.id, one) for one in matches if one.date]
        dated.sort(key=_IN_TIME)
        self.matches = tuple([one[4] for one in dated])
        self._days = [one[0] for one in dated]
        self._cuts: dict[tuple[object, ...], tuple[int, tuple[int, ...]]] = {}

    def cut(self, match: Match) -> tuple[int, tuple[int, ...]]:
        """What was over when a match kicked off: a number of matches from the oldest on, and the places of later ones.

        Behind an undated match lie all that have a date. What begins at the same time has the same behind it.
        """
        if match.date is None:
            return len(self.matches), ()
        first = bisect_left(self._days, match.date - AROUND)
        last = bisect_right(self._days, match.date + AROUND, first)
        if last - first == 1 and self.matches[first].id == match.id:
            return first, ()
        return self._cut_among(match, first, last)

    def each_cut(self) -> list[tuple[int, tuple[int, ...]]]:
        """The `cut` of each of its matches; most stand alone for days, and have all before them behind them."""
        days, close = self._days, [False, *(later - earlier <= AROUND for earlier, later in pairwise(self._days)), False]
        cuts: list[tuple[int, tuple[int, ...]]] = []
        for at, match in enumerate(self.matches):
            if close[at] or close[at + 1]:
                first = bisect_left(days, days[at] - AROUND)
                cuts.append(self._cut_among(match, first, bisect_right(days, days[at] + AROUND, at)))
            else:
                cuts.append((at, ()))
        return cuts

    def _cut_among(self, match: Match, first: int, last: int) -> tuple[int, tuple[int, ...]]:
        """The cut of a match that has a date; those between two places are too near for their days to tell."""
        begins = (match.date, match.time, match.kick_off)
        found = self._cuts.get(begins)
        if found is None:
            found = self._cuts[begins] = self._cut(match, first, last)
        return found

    def _cut(self, match: Match, first: int, last: int) -> tuple[int, tuple[int, ...]]:
        """The same, where those in between have to be looked at one by one."""
        over = tuple([at for at in range(first, last) if was_over(self.matches[at], match)])
        together = next((count for count, at in enumerate(over) if at != first + count), len(over))
        return first + together, over[together:]
