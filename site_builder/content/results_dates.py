"""Dates and kick-off times in bulk results, and the year of a date that does not say it.

>>> found = read_date("Sat Aug 23")
>>> Calendar(Season(2025, 2026)).resolved(found.day)
datetime.date(2025, 8, 23)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time, timedelta

from msgspec import Struct

from site_builder.football.model import Season

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar",
            "feb february februar",
            "mar march mär märz",
            "apr april",
            "may mai",
            "jun june juni",
            "jul july juli",
            "aug august",
            "sep sept september",
            "oct october okt oktober",
            "nov november",
            "dec december dez dezember",
        ),
        start=1,
    )
    for name in names.split()
}
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "mo mon monday",
            "tu tue tues tuesday di",
            "we wed wednesday mi",
            "th thu thur thurs thursday do",
            "fr fri friday",
            "sa sat saturday",
            "su sun sunday so",
        )
    )
    for name in names.split()
}


def _any(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


_MONTH, _WEEKDAY = _any(_MONTHS), _any(_WEEKDAYS)
_DATE = re.compile(
    rf"(?:(?P<weekday>{_WEEKDAY})\.?,?\s+)?"
    rf"(?:(?P<month1>{_MONTH})\.?(?:/|\s+)(?P<day1>\d{{1,2}})(?![\d:.])(?:,?\s+(?P<year1>\d{{4}})(?!\S))?"
    rf"|(?P<day2>\d{{1,2}})\.?\s+(?P<month2>{_MONTH})(?:\s+(?P<year2>\d{{4}}))?"
    r"|(?P<day3>\d{1,2})\.(?P<month3>\d{1,2})\.(?P<year3>\d{4}|\d{2})?"
    r"|(?P<day4>\d{1,2})[/-](?P<month4>\d{1,2})[/-](?P<year4>\d{4}|\d{2})"
    r"|(?P<year5>\d{4})-(?P<month5>\d{2})-(?P<day5>\d{2}))(?=[\s\],]|$)",
    re.IGNORECASE,
)
_ZONES = {
    "WET": 0,
    "WEST": 60,
    "BST": 60,
    "CET": 60,
    "CEST": 120,
    "EET": 120,
    "EEST": 180,
    "MSK": 180,
    "BRT": -180,
    "ART": -180,
    "EDT": -240,
    "EST": -300,
    "CDT": -300,
    "CST": -360,
    "MDT": -360,
    "MST": -420,
    "PDT": -420,
    "PST": -480,
    "JST": 540,
    "KST": 540,
}
_ZONE = rf"(?:(?:UTC|GMT)(?P<offset>\s?[+-]\d{{1,2}}(?::?\d{{2}})?)?|(?P<zone>{'|'.join(_ZONES)}))"
_TIME = re.compile(rf"(?P<hour>\d{{1,2}})[:.](?P<minute>\d\d)(?![\d.:])(?:\s*{_ZONE}(?=[\s),]|$))?")
_OTHER_TIME = re.compile(r"\s*\(([^()]*)\)")
_NEAR = timedelta(days=120)
_FURTHEST = 14 * 60


class Day(Struct, frozen=True):
    """A date as written: the year (full) and the weekday (Monday is 0) only where the source gives them."""

    day: int
    month: int
    year: int | None = None
    weekday: int | None = None
    century: bool = True


class FoundDate(Struct, frozen=True):
    """A date at the start of a text, and the offset behind it."""

    day: Day
    end: int


class FoundTime(Struct, frozen=True):
    """A kick-off time at the start of a text; ``days`` is how many days later it falls at the ground (−1, 0 or 1)."""

    time: time
    offset: timedelta | None
    end: int
    days: int = 0


def read_date(text: str) -> FoundDate | None:
    """The date that a text starts with, also in square brackets; None where it starts with none.

    ``Sat Aug 23 2025``, ``Sat Aug/23``, ``[Sat Aug/19]``, ``16 June``, ``12.6.``,
    ``26/3/26``, ``14-6-25``, ``2025-08-23``.
    """
    bracket = text.startswith("[")
    found = _DATE.match(text, 1 if bracket else 0)
    if not found or (bracket and text[found.end() : found.end() + 1] != "]"):
        return None
    return FoundDate(_day(found), found.end() + bracket)


def _day(found: re.Match[str]) -> Day:
    form = next(number for number in "12345" if found[f"day{number}"])
    written, year = found[f"month{form}"], found[f"year{form}"]
    month = int(written) if written.isdecimal() else _MONTHS[written.lower()]
    weekday = _WEEKDAYS[found["weekday"].lower()] if found["weekday"] else None
    return Day(int(found[f"day{form}"]), month, int(year) if year else None, weekday, year is None or len(year) == 4)


def read_time(text: str) -> FoundTime | None:
    """The time that a text starts with; None where it starts with none.

    ``20:45``, ``20.45``, ``19:00 UTC+3``, ``20:45 CET``. Where the time at the
    ground follows in brackets (``18:00 (20:00 UTC+4)``), that is the time.
    """
    found = _TIME.match(text)
    told = _clock(found, found.end()) if found else None
    if told is None:
        return None
    other = _OTHER_TIME.match(text, told.end)
    local = _TIME.fullmatch(other[1].strip()) if other else None
    if not other or not local:
        return told
    at_ground = _clock(local, other.end())
    return _shifted(told, at_ground) if at_ground else told


def _clock(found: re.Match[str], end: int) -> FoundTime | None:
    hour, minute = int(found["hour"]), int(found["minute"])
    if hour > 23 or minute > 59:
        return None
    return FoundTime(time(hour, minute), _offset(found), end)


def _offset(found: re.Match[str]) -> timedelta | None:
    if found["zone"]:
        return timedelta(minutes=_ZONES[found["zone"]])
    if found["offset"]:
        return utc_offset(found["offset"])
    return timedelta(0) if found[0].endswith(("UTC", "GMT")) else None


def utc_offset(written: str) -> timedelta | None:
    """``+3``, ``-4`` or ``+5:30`` as a difference from UTC; None where no place on earth has it."""
    found = re.fullmatch(r"\s?([+-])(\d{1,2}):?(\d{2})?", written)
    minutes = int(found[2]) * 60 + int(found[3] or 0) if found else _FURTHEST + 1
    if not found or minutes > _FURTHEST:
        return None
    return timedelta(minutes=-minutes if found[1] == "-" else minutes)


def _shifted(told: FoundTime, ground: FoundTime) -> FoundTime:
    hours = ground.time.hour - told.time.hour
    return FoundTime(ground.time, ground.offset, ground.end, 1 if hours < -12 else -1 if hours > 12 else 0)


class Calendar(Struct):
    """Finds the years of dates that follow each other in a file, guided by the season.

    The year often stands on the first date only. A weekday decides; else the
    date nearest to the one before that lies in the season. A season over two
    years may last from June to August of the next (2019-20 did).
    """

    season: Season | None = None
    last: date | None = None

    def resolved(self, day: Day) -> date | None:
        """The date meant, remembered for the next one; None where the year cannot be told.

        Raises ValueError where the calendar has no such day.
        """
        years = [self._full(day)] if day.year is not None else self._years()
        dates = [found for year in years if (found := _date(year, day))]
        if not dates:
            if years:
                raise ValueError(f"{day.day}/{day.month} is no day of the calendar")
            return None
        likely = [one for one in dates if day.year is not None or self._plausible(one)] or dates
        self.last = min(likely, key=lambda one: (day.weekday not in (None, one.weekday()), self._distance(one)))
        return self.last

    def _full(self, day: Day) -> int:
        assert day.year is not None
        if day.century:
            return day.year
        near = self.season.start if self.season else self.last.year if self.last else 2000
        return min((century + day.year for century in (1800, 1900, 2000)), key=lambda year: abs(year - near))

    def _years(self) -> list[int]:
        years = {self.last.year - 1, self.last.year, self.last.year + 1} if self.last else set()
        if self.season:
            years |= {self.season.start, self.season.end}
        return sorted(years)

    def _window(self) -> tuple[date, date] | None:
        if self.season is None:
            return None
        if self.season.start == self.season.end:
            return date(self.season.start, 1, 1), date(self.season.start, 12, 31)
        return date(self.season.start, 6, 1), date(self.season.end, 8, 31)

    def _plausible(self, one: date) -> bool:
        window = self._window()
        if window is None or window[0] <= one <= window[1]:
            return True
        outside = self.last is not None and not window[0] <= self.last <= window[1]
        may_leave = outside or window[0].month == 1
        return may_leave and self.last is not None and abs(one - self.last) <= _NEAR

    def _distance(self, one: date) -> timedelta:
        if self.last:
            return abs(one - self.last)
        if self.season is None:
            return timedelta(0)
        start = date(self.season.start, 8, 1) if self.season.start != self.season.end else date(self.season.start, 7, 1)
        return abs(one - start)


def _date(year: int, day: Day) -> date | None:
    try:
        return date(year, day.month, day.day)
    except ValueError:
        return None
