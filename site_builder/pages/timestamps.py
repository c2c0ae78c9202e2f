"""Moments as machines read them: RFC 3339 for Atom, basic form for iCalendar. Never of the clock.

>>> rfc3339(moment_of(When(date(2021, 2, 10), time(20, 45)), "Europe/Rome"))
'2021-02-10T20:45:00+01:00'
>>> in_utc(moment_of(When(date(2021, 2, 10)), "Europe/Rome"))
'20210209T230000Z'
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timezone
from zoneinfo import ZoneInfo

from site_builder.content.model import When


def moment_of(when: When, zone: str) -> datetime:
    """The instant that an author means: with the offset given, else in the time zone; a day without a time begins it."""
    local = datetime.combine(when.date, when.time or time())
    return local.replace(tzinfo=timezone(when.offset) if when.offset is not None else ZoneInfo(zone))


def day_begins(day: date, zone: str) -> datetime:
    """The first instant of a day."""
    return moment_of(When(day), zone)


def rfc3339(moment: datetime) -> str:
    """``2021-02-10T20:45:00+01:00``, in UTC with a Z."""
    text = moment.isoformat(timespec="seconds")
    return text.removesuffix("+00:00") + "Z" if moment.tzinfo is UTC else text


def in_utc(moment: datetime) -> str:
    """``20210210T194500Z``."""
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
