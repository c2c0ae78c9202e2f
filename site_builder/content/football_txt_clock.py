"""The date and time in force while a Football.TXT file is read: a match without its own has those of the lines above."""

from __future__ import annotations

from datetime import date, time, timedelta

from msgspec import Struct

from site_builder.content.football_txt_match import MatchLineError, match_line
from site_builder.content.model import When
from site_builder.content.results_dates import read_time


class Clock(Struct, frozen=True):
    """A local date, with the time and the difference from UTC that were given last."""

    date: date | None = None
    time: time | None = None
    offset: timedelta | None = None

    def timed(self, text: str) -> tuple[Clock, str]:
        """The clock at the time that a text starts with, and the rest; unchanged where it starts with none."""
        found = read_time(text)
        if not found:
            return self, text
        day = self.date + timedelta(days=found.days) if self.date else None
        return Clock(day, found.time, found.offset), text[found.end :].strip()

    def when(self, offset: timedelta | None) -> When | None:
        """The moment of a match whose place gives an offset of its own, or not."""
        return When(self.date, self.time, self.offset if offset is None else offset) if self.date else None


def is_place(rest: str) -> bool:
    """Whether what follows a date is nothing, a time, or a time and place, but no match."""
    rest = Clock().timed(rest)[1]
    if not rest.startswith("@"):
        return not rest
    try:
        return match_line(rest, has_prefix=True) is None
    except MatchLineError:
        return False
