"""The small values that football is made of: sides, scores, minutes, seasons. A value that exists is valid.

>>> Season.parse("2020/21").text, Minute(45, 2).text, Score(3, 1).text
('2020-21', '45+2', '3–1')
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import Generic, TypeVar

from msgspec import Struct

T_co = TypeVar("T_co", covariant=True)


class Side(StrEnum):
    """One of the two teams of a match."""

    HOME = "home"
    AWAY = "away"

    @property
    def other(self) -> Side:
        """The opponent's side."""
        return Side.AWAY if self is Side.HOME else Side.HOME


class BySide(Struct, Generic[T_co], frozen=True):
    """A value for each of the two teams."""

    home: T_co
    away: T_co

    def of(self, side: Side) -> T_co:
        """The value of one side."""
        return self.home if side is Side.HOME else self.away


class Score(Struct, frozen=True, order=True):
    """Goals of the home and of the away team, neither negative."""

    home: int
    away: int

    @property
    def text(self) -> str:
        """With an en dash, as printed: ``3–1``."""
        return f"{self.home}–{self.away}"

    @property
    def is_level(self) -> bool:
        """Whether neither side leads."""
        return self.home == self.away

    @property
    def leader(self) -> Side | None:
        """The side with more goals, None when level."""
        return None if self.home == self.away else Side.HOME if self.home > self.away else Side.AWAY

    def of(self, side: Side) -> int:
        """One side's goals."""
        return self.home if side is Side.HOME else self.away

    def swapped(self) -> Score:
        """The same score as the other side tells it."""
        return Score(self.away, self.home)


class Minute(Struct, frozen=True, order=True):
    """A minute of play: ``base`` from 1, ``added`` minutes of stoppage time after it."""

    base: int
    added: int = 0

    @property
    def text(self) -> str:
        """``78`` or ``45+2``, without the apostrophe."""
        return f"{self.base}+{self.added}" if self.added else str(self.base)


_SEASON = re.compile(r"(\d{4})(?:\s*[-–/]\s*(\d{4}|\d{2}))?")


@lru_cache(maxsize=1024)
def _season_text(start: int, end: int) -> str:
    return str(start) if start == end else f"{start}-{end % 100:02}"


class Season(Struct, frozen=True, order=True):
    """A season by the years it starts and ends in; a calendar-year season has the same twice."""

    start: int
    end: int

    @property
    def text(self) -> str:
        """``2020-21`` or ``2026``: also the slug of the season in addresses."""
        return _season_text(self.start, self.end)

    @property
    def shown(self) -> str:
        """As printed in prose: ``2020–21``."""
        return self.text.replace("-", "–")

    @staticmethod
    @lru_cache(maxsize=1024)
    def parse(text: str) -> Season:
        """Read ``2020-21``, ``2020/21``, ``2020-2021``, ``2020–21`` or ``2026``.

        Raises ValueError with a sentence for the author where the text is no season.
        """
        found = _SEASON.fullmatch(text.strip())
        if not found:
            raise ValueError(f"`{text}` is not a season")
        start = int(found[1])
        if found[2] is None:
            return Season(start, start)
        end = int(found[2]) if len(found[2]) == 4 else start - start % 100 + int(found[2])
        end += 100 if end < start and len(found[2]) == 2 else 0
        if end not in (start, start + 1):
            raise ValueError(f"`{text}` is not a season: it has to end in the year it starts in or the next")
        return Season(start, end)
