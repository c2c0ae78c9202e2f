r"""The values of the plainest front matter, without the places where they stand.

Places are for problems, and most front matter has none. `read_values` gives what
the tree of `yaml_direct` comes to as lists, mappings and texts, in a third of its
time, where each line is a key with its value, an item of a list, or a key below
another one in the same way. For any other text it gives None.

    >>> read_values('title: "A late win"\ngoals:\n  home: Zapata 89\n')
    {'title': 'A late win', 'goals': {'home': 'Zapata 89'}}
"""

from __future__ import annotations

import re

from msgspec import Struct, field

from site_builder.content.yaml_direct import DOUBTFUL, IN_LIST, ITEMS, KEY, LONGEST, LONGEST_KEY, WORDS
from site_builder.content.yaml_nodes import ABSENT, Plain

# Indent, dash or key, and value of a line as it is written; last a character that begins none, so that all of a text is found.
_LINE = re.compile(
    rf"(?:#[^\n]*|( *)(?:(-)|({KEY}):)(?: +(\"[^\"]*\"|'[^'\n]*'|{WORDS}|\[{ITEMS}\]))?)?(?:\n|\Z)|(.)",
)


def read_values(text: str) -> dict[str, Plain] | None:
    """The values of a YAML text; None where somebody else has to look at it."""
    if len(text) > LONGEST or DOUBTFUL.search(text):
        return None
    whole = open_ = _Below(0)
    for indent, dash, key, written, other in _LINE.findall(text):
        if other or "\n" in written:
            return None
        column = len(indent)
        if dash:
            if not written or not open_.take_item(_value(written), column):
                return None
        elif key:
            if column != open_.column:
                open_ = whole.below(column) if column and open_ is whole else whole
            if column != open_.column or key in open_.values or len(key) > LONGEST_KEY:
                return None
            open_.values[key] = _value(written) if written else None
            open_.waiting, open_.items = "" if written else key, None
    return whole.values or None


class _Below(Struct):
    """A mapping to which keys are still added, those that begin in its column.

    ``waiting`` is its last key where that has no value in its line; ``items`` is
    the list below it, and ``dashes`` the column of its dashes.
    """

    column: int
    values: dict[str, Plain] = field(default_factory=dict)
    waiting: str = ""
    items: list[Plain] | None = None
    dashes: int = 0

    def below(self, column: int) -> _Below:
        """The mapping that begins below the last key; this one where none does."""
        if not self.waiting or self.items is not None:
            return self
        below = _Below(column)
        self.values[self.waiting] = below.values
        return below

    def take_item(self, value: Plain, column: int) -> bool:
        """Whether an item, absent or not, goes on with the list, or begins the one that is due."""
        if self.items is None:
            if not self.waiting or column < self.column:
                return False
            self.items, self.dashes = [], column
            self.values[self.waiting] = self.items
        if value is not None:
            self.items.append(value)
        return column == self.dashes


def _value(written: str) -> Plain:
    if written[0] in "\"'":
        return written[1:-1]
    if written[0] == "[":
        items = (item if item[0] in "\"'" else item.rstrip(" ") for item in IN_LIST.findall(written, 1, len(written) - 1))
        return [item[1:-1] if item[0] in "\"'" else item for item in items if item not in ABSENT]
    return None if written in ABSENT else written
