"""In which line of a source a link stands, found when a link has to be named.

Rendering forgets where things stood; this looks them up again. The links of a
text come mostly in its own order, so that each search goes on where the last
one ended and two links of the same text get their own lines. The exceptions
(footnotes, addresses defined at the end) begin again at the top.
"""

from __future__ import annotations

import bisect
import re

_PATIENCE = 1_000
"""How many searches may fail, having run to the text's end: enough for all footnotes, too few to take long."""


class SourceLines:
    """The lines of a text whose first line is the file's line ``first_line``."""

    def __init__(self, text: str, first_line: int) -> None:
        self._text = text
        self._first_line = first_line
        self._here = 0
        self._patience = _PATIENCE
        self._ends: list[int] = []

    def of_text(self, text: str) -> int:
        """The line of the next occurrence; 0 where there is none."""
        at = self._find(text)
        return self._passed(at, text) if at >= 0 else 0

    def of_address(self, address: str) -> int:
        """The line of the next link or image with that address, written in any of markdown's ways."""
        for written in (f"]({address}", f"](<{address}", f'="{address}"'):
            if (at := self._find(written)) >= 0:
                return self._passed(at, written)
        for written in (f"]: {address}", address):
            if (at := self._find(written)) >= 0:
                # Defined in a line of its own, which is not where the text has got to.
                return self._line_at(at)
        return 0

    def _passed(self, at: int, text: str) -> int:
        self._here = at + len(text)
        return self._line_at(at)

    def _find(self, needle: str) -> int:
        if self._patience <= 0:
            return -1
        at = self._text.find(needle, self._here)
        if at < 0:
            self._patience -= 1
            at = self._text.find(needle, 0, self._here + len(needle))
        return at

    def _line_at(self, position: int) -> int:
        if not self._ends:
            self._ends = [end.start() for end in re.finditer("\n", self._text)]
        return self._first_line + bisect.bisect_left(self._ends, position)
