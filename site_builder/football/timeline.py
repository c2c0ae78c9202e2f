"""When matches begin and end, so that a table can be told as it stood.

A match is being played for 110 minutes after its kick-off. A day on which one
of the matches has no known time is taken as a whole: its matches begin and end
together. A match without a date comes after all others.

    >>> line = Timeline((match,))                                 # doctest: +SKIP
    >>> line.before(match), line.after(match)                     # doctest: +SKIP
    (0, 1)
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from operator import itemgetter

from site_builder.football.model import Match

PLAYING_TIME = timedelta(minutes=110)
_DAY = timedelta(days=1)
AROUND = timedelta(days=2)
"""Further apart, no clocks on Earth put two local dates in another order."""
_DAY_OF = itemgetter(0)
_NEVER = datetime(9999, 12, 31)  # noqa: DTZ001 (the clock of a timeline has no zone)


_Timed = tuple[datetime, str, datetime, Match]
"""A match between the instants in which it is played, in one clock for all matches of a timeline."""
_IN_ORDER = itemgetter(0, 1)
"""By kick-off, then by id."""


def in_order(matches: Sequence[Match]) -> Sequence[Match]:
    """Matches by kick-off as a `Timeline` has them; no clock is needed where days lie between any two of them."""
    if len(matches) < 2:
        return matches
    dated = [(match.date or date.max, match) for match in matches]
    dated.sort(key=_DAY_OF)
    if any(later - earlier <= AROUND for (earlier, _), (later, _) in pairwise(dated)):
        return Timeline(matches).matches
    return [match for _, match in dated]


class Timeline:
    """Matches in order of kick-off. ``before`` and ``after`` count how many of them a moment has behind it."""

    def __init__(self, matches: Iterable[Match]) -> None:
        held = tuple(matches)
        clock = _utc if all(match.kick_off for match in held if match.date) else _local
        starts = {match.id: clock(match) for match in held}
        whole_days = {match.date for match in held if match.date and starts[match.id] is None}
        timed = sorted([_timed(match, starts[match.id], whole_days) for match in held], key=_IN_ORDER)
        self.matches = tuple([one[3] for one in timed])
        self._starts = [one[0] for one in timed]
        self._ends = [one[2] for one in timed]
        self._start_of = {one[1]: one[0] for one in timed}

    def before(self, match: Match) -> int:
        """How many matches were over when this one kicked off; of an undated one all that have a date."""
        start = self._start_of[match.id]
        return bisect_right(self._ends, start) if start != _NEVER else bisect_left(self._starts, _NEVER)

    def after(self, match: Match) -> int:
        """How many matches had kicked off, at the latest together with this one."""
        return bisect_right(self._starts, self._start_of[match.id])

    def until(self, day: date) -> int:
        """How many matches had been played when a day was over."""
        return bisect_left(self._starts, datetime.combine(day, time.min) + _DAY)


def _utc(match: Match) -> datetime | None:
    kick_off = match.kick_off
    if kick_off is None:
        return None
    return (kick_off if kick_off.tzinfo is UTC else kick_off.astimezone(UTC)).replace(tzinfo=None)


def _local(match: Match) -> datetime | None:
    return datetime.combine(match.date, match.time) if match.date and match.time else None


def _timed(match: Match, start: datetime | None, whole_days: set[date]) -> _Timed:
    if match.date is None:
        return _NEVER, match.id, _NEVER, match
    if start is None or match.date in whole_days:
        day = datetime.combine(match.date, time.min)
        return day, match.id, day + _DAY, match
    return start, match.id, start + PLAYING_TIME, match
