"""Where in a source a link stands, found when a link has to be named.

Rendering forgets where things stood; this looks them up again. The links of a
text come mostly in its own order, so that each search goes on where the last
one ended and two links of the same text get their own lines. The exceptions
(footnotes, addresses defined at the end) begin again at the top.
"""

from __future__ import annotations

import bisect
import re

from msgspec import Struct

_PATIENCE = 1_000
"""How many searches may fail, having run to the text's end: enough for all footnotes, too few to take long."""


class Spot(Struct, frozen=True):
    """Characters of a file: line and column from 1, and how many; all 0 where nothing was found."""

    line: int = 0
    column: int = 0
    length: int = 0


class SourceLines:
    """The lines of a text whose first line is the file's line ``first_line``."""

    def __init__(self, text: str, first_line: int) -> None:
        self._text = text
        self._first_line = first_line
        self._here = 0
        self._patience = _PATIENCE
        self._ends: list[int] = []

    def of_text(self, text: str) -> Spot:
        """The next occurrence."""
        at = self._find(text)
        if at < 0:
            return Spot()
        self._here = at + len(text)
        return self._spot(at, len(text))

    def of_address(self, address: str) -> Spot:
        """The address of the next link or image that has it, written in any of markdown's ways."""
        for before in ("](", "](<", '="'):
            if (at := self._find(f"{before}{address}")) >= 0:
                self._here = at + len(before) + len(address)
                return self._spot(at + len(before), len(address))
        for before in ("]: ", ""):
            if (at := self._find(f"{before}{address}")) >= 0:
                # Defined in a line of its own, which is not where the text has got to.
                return self._spot(at + len(before), len(address))
        return Spot()

    def _find(self, needle: str) -> int:
        if self._patience <= 0:
            return -1
        at = self._text.find(needle, self._here)
        if at < 0:
            self._patience -= 1
            at = self._text.find(needle, 0, self._here + len(needle))
        return at

    def _spot(self, start: int, length: int) -> Spot:
        if not self._ends:
            self._ends = [end.start() for end in re.finditer("\n", self._text)]
        number = bisect.bisect_left(self._ends, start)
        column = start - (self._ends[number - 1] if number else -1)
        # What goes on in the next line is underlined as far as the end of its first.
        rest = (self._ends[number] if number < len(self._ends) else len(self._text)) - start
        return Spot(self._first_line + number, column, min(length, rest))
