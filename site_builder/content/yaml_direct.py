r"""Front matter of the plainest kind, read line by line into the tree that YAML's events would give.

Most front matter is keys with values in their lines, lists of such values, and
keys below keys: that much is read here in a third of the time. `read_directly`
gives the tree with all its places where each line is one of these

    key: value        key: [value, value]        - value        key:        # remark

with values that are plain words or stand in quotes without escapes, in double ones
also over several lines, and where indents can mean one thing only. For any other text
it gives None, also for each that something is wrong with: `yaml_tree` reads it, and
says what.
"""

from __future__ import annotations

import re

from msgspec import Struct

from site_builder.content.yaml_nodes import ABSENT, Entry, Mapping, Node, Scalar, Sequence, Spot

LONGEST = 20_000
_DEEPEST = 8

# Escapes, tabs, control characters and invisible ones. Surrogates are no characters at all.
DOUBTFUL = re.compile("[\x00-\x09\x0b-\x1f\\\\\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
WORDS = r"[^\W_][^\n:#]*+(?::[^\s:#][^\n:#]*+)*+(?<! )"
KEY = r"[^\W\d_](?:[\w' .-]*\w)?"
_ITEM = r"""(?:"[^"\n]*"|'[^'\n]*'|[^\W_][^\n,\[\]{}:#?"']*+)"""
ITEMS = rf" *(?:{_ITEM}(?: *, *{_ITEM})* *)?"
_VALUE = rf"\"([^\"]*)\"|'([^'\n]*)'|({WORDS})|\[({ITEMS})\]"
_LINE = re.compile(rf"(?:#[^\n]*|( *)(?:(-)|({KEY}):)(?: +(?:{_VALUE}))?)?(?:\n|\Z)")
IN_LIST = re.compile(_ITEM)
_FOLD = re.compile(r" *\n( *)(?=[^ \n])")
# The groups of a line's value.
_DOUBLE, _SINGLE, _PLAIN, _LIST = 4, 5, 6, 7
LONGEST_KEY = 100


class _At(Struct, frozen=True):
    """A place in the text."""

    index: int
    line: int
    column: int


class _Open(Struct):
    """A mapping to which keys are still added; ``waiting`` is its last key while it has no value, ``items`` its list."""

    column: int
    start: Spot
    entries: dict[str, Entry]
    waiting: Scalar | None = None
    items: list[Node] | None = None
    items_start: Spot | None = None

    def give(self, value: Node) -> None:
        """To the key that waits."""
        if self.waiting is not None:
            self.entries[self.waiting.value or ""] = Entry(self.waiting, value)
        self.waiting = self.items = None

    def settle(self) -> None:
        """What comes next does not belong to the key that waits: its value is the list, or absent."""
        if self.items is not None and self.items_start is not None:
            self.give(Sequence(tuple(self.items), self.items_start))
        elif self.waiting is not None:
            end = self.waiting.end
            colon = _At(end.index + 1, end.line, end.column + 1)
            self.give(Scalar(None, "", colon, colon))

    def take_item(self, item: Node, dash: Spot) -> bool:
        """Whether an item goes on with the list, or begins the one that is due."""
        if self.items is None:
            if self.waiting is None or dash.column < self.column:
                return False
            self.items, self.items_start = [], dash
        elif self.items_start is not None and self.items_start.column != dash.column:
            return False
        if not isinstance(item, Scalar) or item.value is not None:
            self.items.append(item)
        return True


def read_directly(text: str) -> Mapping | None:
    """The tree of a YAML text; None where a parser has to look at it."""
    if len(text) > LONGEST or DOUBTFUL.search(text):
        return None
    at = line = 0
    stack = [_Open(0, _At(0, 0, 0), {})]
    for found in _LINE.finditer(text):
        if found.start() != at or (found.lastindex and not _take(found, line, stack)):
            return None
        at = found.end()
        line += text.count("\n", found.start(), at)
    root = _close(stack, 0)
    root.settle()
    first = next(iter(root.entries.values()), None)
    return Mapping(root.entries, first.key.start) if first and at == len(text) else None


def _take(found: re.Match[str], line: int, stack: list[_Open]) -> bool:
    """Adds a line to the mappings that are open; False where it does not fit."""
    start = found.start()
    indent, dash, key = found.group(1, 2, 3)
    column = len(indent)
    begin = _At(start + column, line, column)
    value = None
    if (found.lastindex or 0) >= _DOUBLE:
        value = _value(found, line)
        if value is None:
            return False
    if dash:
        return value is not None and stack[-1].take_item(value, begin)
    top = _mapping_at(begin, stack)
    if top is None or key in top.entries or len(key) > LONGEST_KEY:
        return False
    end = column + len(key)
    top.waiting = Scalar(key, "", begin, _At(start + end, line, end))
    if value is not None:
        top.entries[key] = Entry(top.waiting, value)
        top.waiting = None
    return True


def _value(found: re.Match[str], line: int) -> Node | None:
    """The value in a line; None where it goes on in lines that are not well below it."""
    kind, start = found.lastindex or 0, found.start()
    text = found[kind]
    at, end = found.span(kind)
    if kind == _PLAIN:
        return Scalar(None if text in ABSENT else text, "", _At(at, line, at - start), _At(end, line, end - start))
    opened = _At(at - 1, line, at - 1 - start)
    if kind == _LIST:
        items = (_item(item, line, start) for item in IN_LIST.finditer(found.string, at, end))
        return Sequence(tuple(item for item in items if item.value is not None), opened)
    if "\n" not in text:
        return Scalar(text, found.string[at - 1], opened, _At(end + 1, line, end + 1 - start))
    breaks = list(_FOLD.finditer(text))
    if any(len(each[1]) <= len(found[1]) for each in breaks) or len(breaks) != text.count("\n") or text[-1] == " ":
        return None
    closed = end + 1
    return Scalar(
        _FOLD.sub(" ", text), '"', opened, _At(closed, line + len(breaks), closed - found.string.rfind("\n", 0, closed) - 1)
    )


def _item(found: re.Match[str], line: int, start: int) -> Scalar:
    """A value in a list between brackets."""
    at = found.start()
    quote = found[0][0]
    if quote in "\"'":
        text, end = found[0][1:-1], found.end()
        return Scalar(text, quote, _At(at, line, at - start), _At(end, line, end - start))
    text = found[0].rstrip(" ")
    end = at + len(text)
    return Scalar(None if text in ABSENT else text, "", _At(at, line, at - start), _At(end, line, end - start))


def _mapping_at(begin: Spot, stack: list[_Open]) -> _Open | None:
    """The mapping that a key in this column belongs to, which may begin with it; None where there is none."""
    top = stack[-1]
    column = begin.column
    if top.waiting is not None:
        if column > top.column and top.items is None and len(stack) < _DEEPEST:
            stack.append(_Open(column, begin, {}))
            return stack[-1]
        top.settle()
    if column < top.column:
        top = _close(stack, column)
    return top if column == top.column else None


def _close(stack: list[_Open], column: int) -> _Open:
    """The innermost mapping when those that begin to the right of a column have ended."""
    while stack[-1].column > column:
        top = stack.pop()
        top.settle()
        stack[-1].give(Mapping(top.entries, top.start))
    return stack[-1]
