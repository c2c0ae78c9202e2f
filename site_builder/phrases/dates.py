"""Dates and weekdays as prose gives them: ``Wednesday 10 February``, ``February 10, 2021``, ``last night``, ``on Saturday``.

A phrase holds the parts that its words give. `day_of` works out the day they
mean where the day of publication is known; without it only a full date has one.
A date all in figures is read as day, month, year where nothing else is possible,
or year first; where both could be, it is no date.

    >>> phrase = find_dates("They met on Saturday.")[0]
    >>> phrase.weekday, phrase.day, day_of(phrase, date(2021, 2, 15))
    (5, None, datetime.date(2021, 2, 13))
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

MONTHS: Final = "January February March April May June July August September October November December".split()
WEEKDAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


class DatePhrase(Struct, frozen=True):
    """A date from ``start`` to ``end`` of the text, with what its words give.

    ``weekday`` counts from Monday as 0. ``ago`` is a number of days before
    publication (``last night`` is 1, ``tonight`` 0). ``is_coming`` where the
    words look ahead (``next Saturday``).
    """

    text: str
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day_of_month: int | None = None
    weekday: int | None = None
    ago: int | None = None
    is_coming: bool = False

    @property
    def day(self) -> date | None:
        """The day, where the words give all of it and there is such a day."""
        if self.year is None or self.month is None or self.day_of_month is None:
            return None
        return _day(self.year, self.month, self.day_of_month)


_MONTH: Final = "|".join(f"{name}|{name[:3]}\\.?" if name != "May" else name for name in MONTHS) + r"|Sept\.?"
_WEEKDAY: Final = "|".join(f"{name}|{name[:3]}\\.?|{name[:4]}\\.?" for name in WEEKDAYS)
_FULL_WEEKDAY: Final = "|".join(WEEKDAYS)
_LEAD: Final = rf"(?:\b(?P<weekday>{_WEEKDAY}),?\s+(?:the\s+)?)?"
_GAP: Final = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"
# "Leeds 1" above "April 30, 2016": the figure is no day.
_NO_DAY: Final = r"(?!\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4}|\s*$)(?!\w))"
_SHAPES: Final = (
    re.compile(r"(?<![\w-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\w-])"),
    re.compile(
        rf"{_LEAD}\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_GAP}(?:of\s+)?(?P<month>{_MONTH})(?:,?\s+(?P<year>\d{{4}}))?(?!\w){_NO_DAY}"
    ),
    re.compile(rf"{_LEAD}\b(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>\d{{4}}))?(?![\w–-])"),
    re.compile(r"(?<![\w/.])(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})(?![\w/])"),
    re.compile(rf"\b(?P<weekday>{_WEEKDAY}),?\s+(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>\d\d)(?![\w/.]\d)"),
)
_AGO: Final = re.compile(
    r"\b(?:(?P<one>last night|yesterday(?: (?:evening|afternoon|morning))?)"
    r"|(?P<none>tonight|today|this (?:evening|afternoon|lunchtime|morning)))\b",
    re.IGNORECASE,
)
_BARE: Final = re.compile(
    rf"\b(?:(?P<way>[Oo]n|[Ll]ast|[Tt]his|[Nn]ext|[Cc]oming)\s+)?(?P<weekday>{_FULL_WEEKDAY})(?:['’]s)?"
    r"(?:\s+(?:night|evening|afternoon|lunchtime|morning))?\b"
)


def find_dates(text: str) -> tuple[DatePhrase, ...]:
    """Every date, weekday and word such as ``yesterday``, in order, none within another."""
    found: list[DatePhrase] = []
    for phrase in _all(text):
        if not any(phrase.start < other.end and other.start < phrase.end for other in found):
            found.append(phrase)
    return tuple(sorted(found, key=lambda phrase: phrase.start))


def day_of(phrase: DatePhrase, published: date) -> date | None:
    """The day that a report published on this day means; None where that would be a guess.

    A bare weekday is the last one up to the day of publication. A date without
    a year is the one nearest to it.
    """
    if phrase.day or phrase.is_coming:
        return phrase.day
    if phrase.ago is not None:
        return published - timedelta(days=phrase.ago)
    if phrase.month is not None and phrase.day_of_month is not None:
        return _nearest(phrase, published)
    if phrase.weekday is not None:
        return published - timedelta(days=(published.weekday() - phrase.weekday) % 7)
    return None


def _nearest(phrase: DatePhrase, published: date) -> date | None:
    assert phrase.month is not None, "asked for such phrases only"
    assert phrase.day_of_month is not None, "as above"
    days = [_day(published.year + more, phrase.month, phrase.day_of_month) for more in (-1, 0, 1)]
    near = [day for day in days if day and abs((day - published).days) <= 183]
    fitting = [day for day in near if phrase.weekday in (None, day.weekday())]
    return fitting[0] if fitting else None


def _all(text: str) -> Iterator[DatePhrase]:
    for shape in _SHAPES:
        for match in shape.finditer(text):
            if phrase := _dated(match):
                yield phrase
    for match in _AGO.finditer(text):
        yield DatePhrase(match[0], match.start(), match.end(), ago=1 if match["one"] else 0)
    for match in _BARE.finditer(text):
        coming = (match["way"] or "").lower() in ("next", "coming", "this")
        yield DatePhrase(match[0], match.start(), match.end(), weekday=_weekday(match["weekday"]), is_coming=coming)


def _dated(match: re.Match[str]) -> DatePhrase | None:
    parts = match.groupdict()
    month, day = _month(parts["month"]), int(parts["day"])
    if "/" in match[0] and month <= 12 and day <= 12 and month != day:
        return None
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    year, weekday = parts["year"], parts.get("weekday")
    return DatePhrase(
        match[0],
        match.start(),
        match.end(),
        year=_year(year) if year else None,
        month=month,
        day_of_month=day,
        weekday=_weekday(weekday) if weekday else None,
    )


def _year(text: str) -> int:
    """A year of four figures, or of two: those up to 69 are of this century."""
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year < 70 else 1900)


def _month(text: str) -> int:
    return int(text) if text.isdigit() else [name[:3] for name in MONTHS].index(text[:3]) + 1


def _weekday(text: str) -> int:
    return [name[:3] for name in WEEKDAYS].index(text[:3])


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
