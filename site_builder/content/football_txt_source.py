"""The lines of a Football.TXT file without their comments, and the wrapped ones put together.

Comments are ``# …`` and ``## …`` at the start of a line or after white space,
and ``<!-- … -->`` over any number of lines. A line that held nothing but a
comment is gone; a blank line stays, since it ends what is wrapped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from site_builder.content.shorthand import ShorthandError
from site_builder.problems import Place

_COMMENT = re.compile(r"(?:^|\s)#.*")
_TAB = 8
_MOST_WRAPPED = 60


class Line(Struct, frozen=True):
    """A line of the file, without comment and white space at its ends; ``indent`` is the width of what came before."""

    number: int
    text: str
    indent: int
    column: int


class Block(Struct, frozen=True):
    """Lines that belong together; ``text`` has a line feed between them, ``start`` is where it begins in the first."""

    lines: tuple[Line, ...]
    start: int = 0

    @property
    def text(self) -> str:
        """The text of all lines from ``start``."""
        return "\n".join(line.text for line in self.lines)[self.start :]

    def place(self, path: str, offset: int = 0, length: int = 0) -> Place:
        """Where an offset of ``text`` lies in the file."""
        at = offset + self.start
        for line in self.lines:
            if at <= len(line.text) or line is self.lines[-1]:
                return Place(path, line.number, line.column + min(at, len(line.text)), min(length, max(len(line.text) - at, 0)))
            at -= len(line.text) + 1
        raise AssertionError("a block has a line")

    def of(self, error: ShorthandError, path: str, shift: int = 0) -> Place:
        """Where an error in ``text``, or in a part of it that starts at ``shift``, lies in the file."""
        return self.place(path, error.offset + shift, error.length)


def lines_of(text: str, unclosed: Callable[[int], None]) -> Iterator[Line]:
    """The lines of a text with line feeds, in order, blank ones with empty text.

    ``unclosed`` is told the line of a ``<!--`` that never ends.
    """
    opened = 0
    for number, raw in enumerate(text.split("\n"), start=1):
        code, opened = _without_blocks(raw, opened, number)
        code = _COMMENT.sub("", code)
        stripped = code.strip()
        if not stripped and raw.strip():
            continue
        lead = code[: len(code) - len(code.lstrip())]
        yield Line(number, stripped, len(lead.expandtabs(_TAB)), len(lead) + 1)
    if opened:
        unclosed(opened)


def _without_blocks(raw: str, opened: int, number: int) -> tuple[str, int]:
    """A line without ``<!-- … -->``, and the line of the comment that is still open after it (0: none)."""
    kept = ""
    while raw:
        mark = "-->" if opened else "<!--"
        before, found, raw = raw.partition(mark)
        if not opened:
            kept += before
        if found:
            opened = 0 if opened else number
    return kept, opened


class Lines(Struct):
    """A place between the lines of a file."""

    all: list[Line]
    index: int = 0

    def take(self) -> Line | None:
        """The next line; None at the end."""
        if self.index == len(self.all):
            return None
        self.index += 1
        return self.all[self.index - 1]

    def wrapped(self, first: Line, goes_on: Callable[[Block, Line], bool]) -> Block:
        """The line with those after it, up to a blank one, for which ``goes_on`` holds."""
        block = Block((first,))
        while self.index < len(self.all) and len(block.lines) < _MOST_WRAPPED:
            line = self.all[self.index]
            if not line.text or not goes_on(block, line):
                break
            block = Block((*block.lines, line))
            self.index += 1
        return block


def brackets_open(text: str) -> bool:
    """Whether a round or square bracket is still open at the end of a text."""
    return text.count("(") > text.count(")") or text.count("[") > text.count("]")


def until_closed(block: Block, _: Line) -> bool:
    """Goals go on until their brackets balance."""
    return brackets_open(block.text)


def while_indented(block: Block, line: Line) -> bool:
    """Line-ups and other named lines go on while lines are indented deeper, or the last one cannot end there."""
    text = block.text
    return line.indent > block.lines[0].indent or text.endswith((",", "-", "–", ";")) or brackets_open(text)
