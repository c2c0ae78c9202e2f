"""Dates and kick-off times as authors write them.

>>> read_when("2021-02-10 20:45"), read_when("2021-02-10T20:45+01:00").offset
(When(date=datetime.date(2021, 2, 10), time=datetime.time(20, 45), offset=None), datetime.timedelta(seconds=3600))
"""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from site_builder.content.model import When
from site_builder.content.schema.faults import fault, shown
from site_builder.content.schema.words import read_line, stands_for_nothing

_YEAR = re.compile(r"[0-9]{4}")
_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_WHEN = re.compile(
    _DATE.pattern + r"(?:[T ]\s*([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?\s*(Z|UTC|[-+−][0-9]{2}(?::?[0-9]{2})?)?)?",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?![0-9])")
_PACKED = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_MONTH = re.compile(r"(?:18|19|20|21)[0-9]{2}(?:-[0-9]{1,2})?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_MONTH_NAME = r"(?P<month>[A-Za-z]{3,9})\.?"
_YEAR_LAST = r"(?P<year>[0-9]{4})"
_DAY_IN_WORDS = re.compile(rf"(?:[A-Za-z]+,? )?{_DAY}\.? (?:of )?{_MONTH_NAME},? {_YEAR_LAST}")
_MONTH_IN_WORDS = re.compile(rf"(?:[A-Za-z]+,? )?{_MONTH_NAME} {_DAY},? {_YEAR_LAST}")
_CLOCK = re.compile(r"([0-9]{1,2})[:.h]([0-9]{2})(?:\s*([ap])\.?m\.?)?", re.IGNORECASE)
_FIRST_YEAR, _LAST_YEAR = 1800, 2200
_FARTHEST = timedelta(hours=14)
_UNKNOWN_FIX = "Write the day that is planned, as in `2021-02-10`, and correct it when it moves."
_FIX = "Write the year first, as in `2021-02-10` or `2021-02-10 20:45`."


def read_date(value: object) -> date:
    """A day."""
    text = read_line(value)
    found = _DATE.fullmatch(text)
    if not found:
        raise fault("not-a-date", f"{shown(text)} is not a date", _fix(text, is_day=True))
    return _day(text, int(found[1]), int(found[2]), int(found[3]))


def read_first_day(value: object) -> date:
    """A day, or a year: its first day."""
    text = read_line(value)
    if _YEAR.fullmatch(text):
        return _day(text, int(text), 1, 1)
    return read_date(text)


def read_when(value: object) -> When:
    """A day, with a time and an offset from UTC where they are given."""
    text = read_line(value)
    found = _WHEN.fullmatch(text)
    if not found:
        raise fault("not-a-date", f"{shown(text)} is not a date", _fix(text))
    day = _day(text, int(found[1]), int(found[2]), int(found[3]))
    if found[4] is None:
        return When(day)
    try:
        clock = time(int(found[4]), int(found[5]), int(found[6] or 0))
    except ValueError:
        said = text[found.start(4) : found.end(5)]
        at = (found.start(4), len(said))
        raise fault("not-a-date", f"{shown(said)} is not a time of day", "Hours run from 00 to 23.", at) from None
    return When(day, clock, _offset(found[7]))


def _day(text: str, year: int, month: int, day: int) -> date:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise fault("not-a-date", f"the year {year} is not plausible", _FIX)
    try:
        return date(year, month, day)
    except ValueError:
        if not 1 <= month <= 12:
            fix = f"Did you mean `{year}-{day:02}-{month:02}`?" if 1 <= day <= 12 and 12 < month <= 31 else _FIX
            raise fault("not-a-date", f"{shown(text)} has no month", fix) from None
        raise fault("not-a-date", f"{_MONTHS[month - 1]} {year} has no day {day}", "Write the right day.") from None


def _offset(text: str | None) -> timedelta | None:
    if text is None:
        return None
    if text.upper() in ("Z", "UTC"):
        return timedelta()
    digits = text[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if offset > _FARTHEST or int(digits[2:]) >= 60:
        raise fault("not-a-date", f"{shown(text)} is no offset from UTC", "Write it as `+01:00`.")
    return offset if text[0] == "+" else -offset


def _fix(text: str, *, is_day: bool = False) -> str:
    """The general advice, or the very date and time where no other reading of what the author wrote is possible."""
    begun = _YEAR_FIRST.match(text)
    if begun and 1 <= int(begun[2]) <= 12 and 1 <= int(begun[3]) <= 31:
        day, rest = f"{begun[1]}-{int(begun[2]):02}-{int(begun[3]):02}", text[begun.end() :].strip(" ,;T")
        return _fix_time(day, rest) if rest and not is_day else f"Write the day as `{day}`."
    if day := _day_first(text) or _in_words(text):
        return f"Write the year first: `{day}`."
    return _fix_of_part(text) or _FIX


def _day_first(text: str) -> str:
    """``14.2.2021`` as a day, where the first number can be no month; empty for anything else."""
    found = _DAY_FIRST.fullmatch(text)
    if found and int(found[1]) > 12 >= int(found[2]):
        return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    return ""


def _fix_of_part(text: str) -> str:
    """What to write for digits without hyphens, a year or a month by itself, and for what says that nobody knows."""
    packed = _PACKED.fullmatch(text)
    if packed and 1 <= int(packed[2]) <= 12 and 1 <= int(packed[3]) <= 31:
        return f"Write the day as `{packed[1]}-{packed[2]}-{packed[3]}`."
    if _MONTH.fullmatch(text):
        return f"Add the {'day' if '-' in text else 'month and the day'}, as in `{text[:4]}-02-10`."
    return _UNKNOWN_FIX if stands_for_nothing(text) or not any(map(str.isalnum, text)) else ""


def _in_words(text: str) -> str:
    """``10 February 2021`` or ``Feb 10th, 2021`` as a day; empty for anything else."""
    found = _DAY_IN_WORDS.fullmatch(text) or _MONTH_IN_WORDS.fullmatch(text)
    if not found:
        return ""
    said = found.groupdict()
    name = said["month"].lower()
    month = next((number for number, one in enumerate(_MONTHS, 1) if one.lower().startswith(name)), 0)
    return f"{said['year']}-{month:02}-{int(said['day']):02}" if month and 1 <= int(said["day"]) <= 31 else ""


def _fix_time(day: str, rest: str) -> str:
    """What to write where the day stands as it should, and what follows it does not."""
    clock = _CLOCK.match(rest)
    half = (clock[3] or "").lower() if clock else ""
    hour = int(clock[1]) % 12 + 12 * (half == "p") if clock and half else int(clock[1]) if clock else 24
    if clock is None or hour > 23:
        return f"Write the time after the day in hours and minutes, as in `{day} 20:45`."
    zone = ", with an offset like `+01:00` where that is not the site's time zone" if rest[clock.end() :].strip() else ""
    return f"Write it as `{day} {hour:02}:{clock[2]}`{zone}."
