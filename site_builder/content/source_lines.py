"""Where in a source a link stands, found when a link has to be named.

Rendering forgets where things stood; this looks them up again. The links of a
text come mostly in its own order, so that each search goes on where the last
one ended and two links of the same text get their own lines. The exceptions
(footnotes, addresses defined at the end) begin again at the top.
"""

from __future__ import annotations

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
        self._known = (0, 0)

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
        number = self._number(start)
        line_end = self._text.find("\n", start)
        # What goes on in the next line is underlined as far as the end of its first.
        rest = (len(self._text) if line_end < 0 else line_end) - start
        return Spot(self._first_line + number, start - self._text.rfind("\n", 0, start), min(length, rest))

    def _number(self, start: int) -> int:
        """How many lines end before a character, counted from the last one asked for, in either direction."""
        at, number = self._known
        number += self._text.count("\n", at, start) - self._text.count("\n", start, at)
        self._known = (start, number)
        return number
