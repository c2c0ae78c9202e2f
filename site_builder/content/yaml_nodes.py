"""The values of a front matter as a tree that knows where each of them stands.

Every scalar is text: nothing is a number, a date or a yes here, so ``1:0``,
``NO`` and ``007`` stay what the author typed. A plain empty value, ``~`` and
``null`` are absent. It reads no YAML: `yaml_tree` does.
"""

from __future__ import annotations

import re
from typing import Protocol

from msgspec import Struct

from site_builder.problems import Place, Problem

ABSENT = frozenset({"", "~", "null"})
_JSON_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?")
_JSON_WORDS = {"true": True, "false": False}

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Plain = None | str | list["Plain"] | dict[str, "Plain"]


class Spot(Protocol):
    """A place in a text: ``index`` in characters, ``line`` and ``column``, all from 0. YAML's own marks are such."""

    @property
    def index(self) -> int:
        """Characters before it."""

    @property
    def line(self) -> int:
        """Lines before it."""

    @property
    def column(self) -> int:
        """Characters before it in its line."""


class Scalar(Struct, frozen=True):
    """A text; ``value`` is None where it is absent. ``style`` is its quote, ``|`` or ``>``, empty where plain."""

    value: str | None
    style: str
    start: Spot
    end: Spot

    @property
    def plain(self) -> Plain:
        """The text itself."""
        return self.value

    @property
    def json(self) -> Json:
        """As JSON: an unquoted JSON number, ``true`` and ``false`` are what they look like, all else is text."""
        if self.style or self.value is None:
            return self.value
        if self.value in _JSON_WORDS:
            return _JSON_WORDS[self.value]
        if _JSON_NUMBER.fullmatch(self.value):
            return float(self.value) if "." in self.value else int(self.value)
        return self.value


class Sequence(Struct, frozen=True):
    """A list; absent items are left out."""

    items: tuple[Node, ...]
    start: Spot

    @property
    def plain(self) -> Plain:
        """All values as lists, mappings and texts."""
        return [item.plain for item in self.items]

    @property
    def json(self) -> Json:
        """As JSON, see `Scalar.json`."""
        return [item.json for item in self.items]


class Mapping(Struct, frozen=True):
    """Keys with values, in the author's order."""

    entries: dict[str, Entry]
    start: Spot

    @property
    def plain(self) -> Plain:
        """All values as lists, mappings and texts."""
        return {key: entry.value.plain for key, entry in self.entries.items()}

    @property
    def json(self) -> Json:
        """As JSON, see `Scalar.json`."""
        return {key: entry.value.json for key, entry in self.entries.items()}


class Entry(Struct, frozen=True):
    """A key, for its place, and its value."""

    key: Scalar
    value: Node


Node = Scalar | Sequence | Mapping


class YamlText(Struct, frozen=True):
    """The YAML of a file; ``line`` is the line of the file, from 1, on which ``text`` begins."""

    path: str
    text: str
    line: int

    def place(self, line: int, column: int, length: int = 1) -> Place:
        """A place in the file from a line and a column of the text, both from 0."""
        return Place(self.path, self.line + line, column + 1, length)

    def place_of(self, start: Spot, end: Spot) -> Place:
        """The place of what stands between two spots, no further than the first line's end."""
        line_end = self.text.find("\n", start.index)
        stop = end.index if line_end < 0 else min(end.index, line_end)
        return self.place(start.line, start.column, max(1, stop - start.index))

    def place_at(self, index: int, length: int = 1) -> Place:
        """The place of a character by its number in the text."""
        return self.place(self.text.count("\n", 0, index), index - self.text.rfind("\n", 0, index) - 1, length)

    def syntax(self, place: Place, message: str, fix: str) -> Problem:
        """A problem with the form of the YAML."""
        return Problem("front-matter-syntax", place, message, fix)
