"""What lay behind a match when it kicked off: earlier matches of a team, a pair or a season, oldest first.

Two matches are compared by themselves, by the rules of `timeline`: a match is
played for 110 minutes; without a kick-off time it takes its whole day. So a match
entered later, with or without a time, never changes what was over before another.

    >>> history = History(matches)                              # doctest: +SKIP
    >>> history.before(final)[-1].id                            # doctest: +SKIP
    'matches/2022/2022-12-17-croatia-morocco'
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import datetime, time, timedelta

from site_builder.football.model import Match
from site_builder.football.timeline import PLAYING_TIME

_AROUND = timedelta(days=2)
"""Further apart, no clocks on Earth put two local dates in another order."""


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


class History:
    """Matches by date and local time; ``before`` cuts them at a kick-off."""

    __slots__ = ("_days", "matches")

    def __init__(self, matches: Iterable[Match]) -> None:
        dated = [(match.date, match.time or time.min, match.id, match) for match in matches if match.date]
        dated.sort(key=lambda one: one[:3])
        self.matches = tuple([one[3] for one in dated])
        self._days = [one[0] for one in dated]

    def before(self, match: Match) -> tuple[Match, ...]:
        """The matches that were over when this one kicked off, oldest first; of an undated match all that have a date."""
        first, later = self.cut(match)
        return self.matches[:first] + tuple([self.matches[at] for at in later])

    def cut(self, match: Match) -> tuple[int, tuple[int, ...]]:
        """The same as a number of matches from the oldest on, and the places of later ones that were over as well."""
        if match.date is None:
            return len(self.matches), ()
        first = bisect_left(self._days, match.date - _AROUND)
        last = bisect_right(self._days, match.date + _AROUND, first)
        over = tuple([at for at in range(first, last) if was_over(self.matches[at], match)])
        together = next((count for count, at in enumerate(over) if at != first + count), len(over))
        return first + together, over[together:]
