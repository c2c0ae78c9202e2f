r"""Front matter: the YAML between two lines ``---`` at the top of a file, as a tree that knows its places.

Values are text, whatever YAML 1.1 would make of them; what they mean is for
the schemas to say. What cannot be read becomes problems at their line and
column; nothing is raised.

    >>> raw, problems = read_front_matter("content/matches/a.md", b"---\nscore: 1:0\n---\nWell played.\n")
    >>> raw.head.plain["score"], raw.head.place(("score",)).line, raw.body, raw.first_line
    ('1:0', 2, 'Well played.\n', 4)
"""

from __future__ import annotations

import re
from functools import cached_property

from msgspec import Struct

from site_builder.content.decoding import decode
from site_builder.content.yaml_nodes import Entry, Json, Mapping, Node, Plain, Scalar, Sequence, YamlText
from site_builder.content.yaml_values import read_values
from site_builder.problems import Place, Problem

Key = tuple[str | int, ...]
Parted = tuple[str | None, str, tuple[Problem, ...]]
"""A front matter, None where there is none; the text that follows it; and what is wrong with the lines around it."""

_BLANK_LINES = re.compile(r"(?:[ \t]*\n)*")


class FrontMatter(Struct, frozen=True, dict=True):
    """What stands between the delimiters. Places it gives are lines and columns of the file.

    ``plain`` are all keys with their values as lists, mappings and texts; None where a value is absent.
    """

    source: YamlText
    plain: dict[str, Plain]
    tree: Mapping | None = None

    @cached_property
    def root(self) -> Mapping:
        """The values with their places, which nobody asks for where nothing is wrong."""
        root = self.tree or _tree(self.source)[0]
        assert isinstance(root, Mapping), "what has values is a mapping"
        return root

    def json_of(self, key: str) -> Json:
        """The value of a key as JSON, where unquoted numbers, ``true`` and ``false`` are what they look like."""
        return self.root.entries[key].value.json

    def place(self, key: Key, offset: int = 0, length: int = 0) -> Place:
        """The place of the value at a way of keys, as deep as the tree goes.

        ``offset`` and ``length`` choose characters of a text. Of lists and
        mappings the key is meant, and of a key that is not there the one
        above it: for the topmost, the line that opens the front matter.
        """
        node, entry = self._walk(key)
        if isinstance(node, Scalar) and node.value is not None:
            return self._place_in(node, node.value, offset, length)
        if entry:
            return self.source.place_of(entry.key.start, entry.key.end)
        if node is self.root:
            return self.source.place(0, 0, 3)
        return self.source.place(node.start.line, node.start.column)

    def place_of_key(self, key: Key) -> Place:
        """The place of the last key itself, not of its value."""
        entry = self._entry(key)
        return self.source.place_of(entry.key.start, entry.key.end) if entry else self.place(key)

    def value(self, key: Key) -> str:
        """The text at a way of keys; empty where there is none."""
        node, _ = self._walk(key)
        return (node.value or "") if isinstance(node, Scalar) else ""

    def is_cut_off(self, key: Key) -> bool:
        """Whether a key has no colon: within brackets a comma ends a value, and what follows it is read as a key."""
        entry = self._entry(key)
        if not entry or not isinstance(entry.value, Scalar) or entry.value.value is not None or entry.value.style:
            return False
        return not self.source.text[entry.key.end.index :].lstrip().startswith(":")

    def _entry(self, key: Key) -> Entry | None:
        node, _ = self._walk(key[:-1])
        return node.entries.get(str(key[-1])) if isinstance(node, Mapping) else None

    def _walk(self, key: Key) -> tuple[Node, Entry | None]:
        """The deepest node on the way, and the entry that holds it where it is the value of a key."""
        node: Node = self.root
        entry: Entry | None = None
        for part in key:
            if isinstance(node, Mapping) and part in node.entries:
                entry = node.entries[str(part)]
                node = entry.value
            elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
                node, entry = node.items[part], None
            elif not isinstance(part, int):
                break
        return node, entry

    def _place_in(self, node: Scalar, value: str, offset: int, length: int) -> Place:
        source, start, end = self.source, node.start.index, node.end.index
        if not length:
            return source.place_of(node.start, node.end)
        # Quotes, escapes and folded lines part the value from its source, so the words are looked for there.
        words = value[offset : offset + length].split()
        if not words:
            return source.place_of(node.start, node.end)
        earlier = value.count(words[0], 0, offset)
        at = start
        for _ in range(earlier + 1):
            at = source.text.find(words[0], at, end)
            if at < 0:
                return source.place_of(node.start, node.end)
            at += len(words[0])
        at -= len(words[0])
        line_end = source.text.find("\n", at)
        shown = min(length, (end if line_end < 0 else min(end, line_end)) - at)
        return source.place_at(at, max(1, shown))


class RawDocument(Struct, frozen=True):
    """A file as front matter and body.

    ``head`` is None where there is none, or none that can be understood: then
    problems say so. ``first_line`` is the line of the file, from 1, on which
    ``body`` begins.
    """

    head: FrontMatter | None
    body: str
    first_line: int


def read_front_matter(path: str, data: bytes) -> tuple[RawDocument, tuple[Problem, ...]]:
    """Read a file's bytes; ``path`` is for the problems' places."""
    text, problems = decode(path, data)
    if text is None:
        return RawDocument(None, "", 1), problems
    blank = _BLANK_LINES.match(text)
    above = blank[0] if blank else ""
    written = text[len(above) :]
    opening = above.count("\n") + 1
    head, body, wrong = _parted_plainly(written) or _parted(path, above, written)
    if head is None:
        return RawDocument(None, body, 1), (*problems, *wrong)
    front_matter, more = _understood(YamlText(path, head, opening))
    first_line = opening + head.count("\n") + 1
    return RawDocument(front_matter, body.removeprefix("\n"), first_line), (*problems, *more)


def _parted_plainly(written: str) -> Parted | None:
    """The parts of a text that opens with the very line, and whose next line that begins so is the closing one."""
    if not written.startswith("---\n"):
        return None
    end = written.find("\n---", 3)
    if end < 0 or written[end + 4 : end + 5] not in ("", "\n"):
        return None
    return written[3 : end + 1], written[end + 4 :], ()


def _parted(path: str, above: str, written: str) -> Parted:
    from site_builder.content.head_parting import parted  # noqa: PLC0415 - python-frontmatter loads YAML, which most heads do without

    return parted(path, above, written)


def _tree(source: YamlText) -> tuple[Node | None, tuple[Problem, ...]]:
    from site_builder.content.yaml_tree import read_tree  # noqa: PLC0415 - YAML is long to load, and most heads do without

    return read_tree(source)


def _understood(source: YamlText) -> tuple[FrontMatter | None, tuple[Problem, ...]]:
    values = read_values(source.text)
    if values:
        return FrontMatter(source, values), ()
    root, problems = _tree(source)
    if isinstance(root, Mapping):
        return FrontMatter(source, {key: entry.value.plain for key, entry in root.entries.items()}, root), problems
    if root is None and not problems:
        return _without_keys(source), ()
    if root is None:
        return None, problems
    what = "a list" if isinstance(root, Sequence) else "a text"
    fix = "Write `key: value` in each line."
    place = source.place(root.start.line, root.start.column)
    return None, (*problems, source.syntax(place, f"the front matter is {what}, not keys with values", fix))


def empty_front_matter(path: str) -> FrontMatter:
    """What stands for the front matter of a file that needs none."""
    return _without_keys(YamlText(path, "", 1))


def _without_keys(source: YamlText) -> FrontMatter:
    return FrontMatter(source, {}, Mapping({}, _Start()))


class _Start(Struct, frozen=True):
    """The spot of a front matter without any key."""

    index: int = 0
    line: int = 0
    column: int = 0
