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
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from msgspec import Struct

from site_builder.football.model import Match

PLAYING_TIME = timedelta(minutes=110)
_NEVER = datetime(9999, 12, 31)  # noqa: DTZ001 (the clock of a timeline has no zone)


class Timed(Struct, frozen=True):
    """A match with the instants between which it is played, in one clock for all matches of a timeline."""

    match: Match
    start: datetime
    end: datetime

    @property
    def order(self) -> tuple[datetime, str]:
        """What matches are sorted by: the kick-off, then the id."""
        return self.start, self.match.id


class Timeline:
    """Matches in order of kick-off. ``before`` and ``after`` count how many of them a moment has behind it."""

    def __init__(self, matches: Iterable[Match]) -> None:
        held = tuple(matches)
        clock = _utc if all(match.kick_off for match in held if match.date) else _local
        starts = {match.id: clock(match) for match in held}
        whole_days = {match.date for match in held if match.date and starts[match.id] is None}
        self._timed = sorted((_timed(match, starts[match.id], whole_days) for match in held), key=lambda one: one.order)
        self._starts = [one.start for one in self._timed]
        self._ends = [one.end for one in self._timed]
        self._by_id = {one.match.id: one for one in self._timed}

    @property
    def matches(self) -> tuple[Match, ...]:
        """All matches, by kick-off, then by id."""
        return tuple(one.match for one in self._timed)

    def before(self, match: Match) -> int:
        """How many matches were over when this one kicked off."""
        return bisect_right(self._ends, self._by_id[match.id].start) if self._is_dated(match) else len(self._dated())

    def after(self, match: Match) -> int:
        """How many matches had kicked off, at the latest together with this one."""
        return bisect_right(self._starts, self._by_id[match.id].start)

    def until(self, day: date) -> int:
        """How many matches had been played when a day was over."""
        return bisect_left(self._starts, datetime.combine(day, time.min) + timedelta(days=1))

    def _is_dated(self, match: Match) -> bool:
        return self._by_id[match.id].start != _NEVER

    def _dated(self) -> list[Timed]:
        return [one for one in self._timed if one.start != _NEVER]


def _utc(match: Match) -> datetime | None:
    return match.kick_off.astimezone(UTC).replace(tzinfo=None) if match.kick_off else None


def _local(match: Match) -> datetime | None:
    return datetime.combine(match.date, match.time) if match.date and match.time else None


def _timed(match: Match, start: datetime | None, whole_days: set[date]) -> Timed:
    if match.date is None:
        return Timed(match, _NEVER, _NEVER)
    if start is None or match.date in whole_days:
        day = datetime.combine(match.date, time.min)
        return Timed(match, day, day + timedelta(days=1))
    return Timed(match, start, start + PLAYING_TIME)
