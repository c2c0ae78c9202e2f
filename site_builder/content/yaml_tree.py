"""YAML's events to a tree of located nodes, in one pass that cannot be made to hang or to crash.

The C parser composes documents recursively: 100,000 opening brackets overflow
its stack and kill the process. Its events come one by one, so depth, number
and size are capped here before anything is built. Anchors, aliases, merge
keys, tags and second documents are refused: front matter says what it means.

It knows no keys of any kind of content, and what a syntax error means to an
author is `yaml_errors`' to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NoReturn

import yaml
from msgspec import Struct, field
from msgspec.structs import replace

from site_builder.content.decoding import invisible_in, said_of, unprintable_in
from site_builder.content.yaml_direct import read_directly
from site_builder.content.yaml_errors import closed_with_dots, syntax_problem
from site_builder.content.yaml_nodes import ABSENT, Entry, Mapping, Node, Scalar, Sequence, Spot, YamlText
from site_builder.problems import Place, Problem

MOST_CHARACTERS = 256 * 1024
MOST_NODES = 20_000
DEEPEST = 24
MOST_TOLD = 50

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DOUBTFUL = re.compile(r"\t|[ ]#[^\s#]")
_INVISIBLE = re.compile("[\u2028\u2029\ufeff]")
_TAB = re.compile(r"\t(?![ \t]*(?:\n|$))")
_COMMENT = re.compile(r"[ \t]+(#[^\s#].*)")
_COMMENTS = re.compile(r"#.*")
_LARGE_FIX = "Put long texts below the front matter, and many matches into `results/`."


def read_tree(source: YamlText) -> tuple[Node | None, tuple[Problem, ...]]:
    """The tree of a YAML text and all that is wrong with its form.

    None where the text is empty or its form cannot be understood; in the
    latter case a problem says so.
    """
    text = source.text
    direct = read_directly(text)
    if direct is not None:
        return direct, ()
    problems = [Problem("invisible-character", source.place_at(at), said, "Delete it.") for at, said in invisible_in(text)]
    if len(text) > MOST_CHARACTERS:
        message = f"the front matter has more than {MOST_CHARACTERS:,} characters"
        return None, (Problem("front-matter-too-large", source.place(0, 0, 3), message, _LARGE_FIX),)
    builder = _Builder(source, problems, doubtful=bool(_DOUBTFUL.search(text)), escaped="\\" in text)
    try:
        # What was noted as invisible must not part lines as well, nor count as two columns.
        builder.take_all(yaml.parse(_INVISIBLE.sub(" ", text) if problems else text, Loader=_LOADER))
    except _Refused:
        return None, tuple(problems)
    except yaml.YAMLError as error:
        return None, (*problems, syntax_problem(source, error))
    return builder.root, tuple(problems)


class _Refused(Exception):
    """Raised where going on would cost too much or make no sense; the problem has been noted."""


class _Open(Struct):
    """A collection whose end has not come yet; ``key`` is the key that waits for its value."""

    start: Spot
    entries: dict[str, Entry] | None
    items: list[Node] = field(default_factory=list)
    key: Scalar | None = None

    def closed(self) -> Node:
        return Sequence(tuple(self.items), self.start) if self.entries is None else Mapping(self.entries, self.start)


class _Builder(Struct):
    """Takes events in order.

    ``doubtful`` texts may hold tabs, or comments that swallow a value;
    ``escaped`` ones backslashes. ``behind`` is the end of the last scalar.
    """

    source: YamlText
    problems: list[Problem]
    doubtful: bool
    escaped: bool
    root: Node | None = None
    stack: list[_Open] = field(default_factory=list)
    nodes: int = 0
    behind: int = 0

    def take_all(self, events: Iterable[yaml.Event]) -> None:
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                self.take_scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self.open(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self.add(self.stack.pop().closed())
            elif isinstance(event, yaml.AliasEvent):
                self.take_alias(event)
            elif isinstance(event, yaml.DocumentEndEvent) and event.explicit:
                start, _ = _spots(event)
                self.problems.append(closed_with_dots(self.source.place(start.line, start.column, 3)))
                raise _Refused

    def take_scalar(self, event: yaml.ScalarEvent) -> None:
        start, end = _spots(event)
        style = event.style or ""
        absent = not style and event.value in ABSENT
        scalar = Scalar(None if absent else event.value, style, start, end)
        self.count()
        if event.anchor or event.tag:
            self.check_properties(event)
        if self.escaped and style == '"' and (char := unprintable_in(event.value)):
            self.problems.append(
                Problem("control-character", self.source.place_of(start, end), said_of(char), "Delete what stands for it.")
            )
        if self.doubtful:
            self.check_doubtful(scalar)
        parent = self.stack[-1] if self.stack else None
        if parent and parent.entries is not None and parent.key is None:
            self.take_key(parent, Scalar(event.value, style, start, end))
        elif not absent or not parent or parent.entries is not None:
            self.add(scalar)

    def take_key(self, parent: _Open, key: Scalar) -> None:
        parent.key = key
        first = parent.entries.get(key.value) if parent.entries and key.value else None
        if key.value == "<<" and not key.style:
            self.note(self.place_of(key), "`<<` is a YAML merge key", "Write the keys out.")
            parent.key = replace(key, value=None)
        elif not key.value:
            self.note(self.place_of(key), "the key before `:` is missing", "Write the key, as in `title: …`.")
            parent.key = replace(key, value=None)
        elif first:
            message = f"`{key.value}` was given before, in line {self.source.line + first.key.start.line}"
            self.problems.append(Problem("duplicate-key", self.place_of(key), message, _one_of_two(parent)))

    def place_of(self, scalar: Scalar) -> Place:
        return self.source.place_of(scalar.start, scalar.end)

    def open(self, event: yaml.CollectionStartEvent) -> None:
        start, _ = _spots(event)
        self.count()
        if event.anchor or event.tag:
            self.check_properties(event)
        if len(self.stack) >= DEEPEST:
            self.refuse(
                self.source.place(start.line, start.column),
                f"values are nested more than {DEEPEST} deep",
                "Put quotes around text.",
            )
        self.stack.append(_Open(start, {} if isinstance(event, yaml.MappingStartEvent) else None))

    def add(self, node: Node) -> None:
        """Put a node where it belongs: at the root, into the open list, or under the key that waits."""
        parent = self.stack[-1] if self.stack else None
        if parent is None:
            self.root = node
        elif parent.entries is None:
            parent.items.append(node)
        elif parent.key is None:
            fix = "Put quotes around a value that starts with a bracket."
            self.note(self.source.place(node.start.line, node.start.column), "a bracket stands where a key is due", fix)
            parent.key = Scalar(None, "", node.start, node.start)
        else:
            if parent.key.value is not None:
                parent.entries.setdefault(parent.key.value, Entry(parent.key, node))
            parent.key = None

    def count(self) -> None:
        self.nodes += 1
        if len(self.problems) >= MOST_TOLD:
            raise _Refused
        if self.nodes > MOST_NODES:
            self.refuse(self.source.place(0, 0, 3), f"the front matter has more than {MOST_NODES:,} values", _LARGE_FIX)

    def check_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        start, end = _spots(event)
        if event.anchor:
            self.note(
                self.source.place_of(start, end),
                f"`&{event.anchor}` is a YAML anchor",
                "Put quotes around the value, or write it out.",
            )
        if event.tag:
            self.note(
                self.source.place_of(start, end), "a value that starts with `!` is a YAML tag", "Put quotes around the value."
            )

    def take_alias(self, event: yaml.AliasEvent) -> None:
        start, end = _spots(event)
        self.count()
        self.note(
            self.source.place_of(start, end),
            f"`*{event.anchor}` is a YAML alias",
            "Put quotes around the value, or write it out.",
        )
        parent = self.stack[-1] if self.stack else None
        if parent and parent.entries is not None:
            self.add(Scalar(None, "", start, end))

    def check_doubtful(self, scalar: Scalar) -> None:
        """Note a tab outside of quotes and a ``#`` that cuts a value off."""
        text, start, end = self.source.text, scalar.start.index, scalar.end.index
        gap = _COMMENTS.sub(lambda found: " " * len(found[0]), text[self.behind : start])
        looked = gap if scalar.style else gap + text[start:end]
        if found := _TAB.search(looked):
            self.note(
                self.source.place_at(self.behind + found.start()),
                "a tab stands here",
                "Use spaces, or put quotes around the value.",
            )
        if not scalar.style and (found := _COMMENT.match(text, end)):
            place = self.source.place_at(found.start(1), len(found[1]))
            self.note(place, "everything from `#` on is a comment", "Put quotes around the value, or a space after `#`.")
        self.behind = end

    def note(self, place: Place, message: str, fix: str) -> None:
        self.problems.append(self.source.syntax(place, message, fix))

    def refuse(self, place: Place, message: str, fix: str) -> NoReturn:
        self.note(place, message, fix)
        raise _Refused


def _one_of_two(parent: _Open) -> str:
    """What to do about a key that is given twice: one that follows a key without a value may belong below that."""
    last = next(reversed((parent.entries or {}).values()))
    if isinstance(last.value, Scalar) and last.value.value is None and not last.value.style:
        return f"Indent it where it belongs to `{last.key.value}`, else keep one of the two."
    return "Keep one of the two."


def _spots(event: yaml.Event) -> tuple[Spot, Spot]:
    assert event.start_mark is not None
    assert event.end_mark is not None
    return event.start_mark, event.end_mark
