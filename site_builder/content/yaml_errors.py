"""What a YAML syntax error means to the person who wrote the front matter.

The parser's own words (`mapping values are not allowed in this context`) are
about its grammar, and its place is where it gave up, which may be a line after
the mistake. Here both are set right for the mistakes that people make; any
other keeps the parser's words.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml
from msgspec import Struct

from site_builder.content.yaml_nodes import Spot, YamlText
from site_builder.problems import Place, Problem

_NOTHING_FIX = "Leave the key out where its value is not known."
_QUOTE = "Put quotes around the value"
_LONGEST_QUOTED = 60
_KEY_LINE = re.compile(r"\s*(?:-\s+)*(?P<key>[^\s:#'\"\[{][^:#]*):\s+(?P<value>\S.*?)\s*")
_UNSPACED = re.compile(r"\s*(?P<key>[\w -]+):(?P<value>\S.*)")
_COMMENT = re.compile(r"[\[{][^\n\]}#]*(?<=[\[{ ])(#[^\s,\]}]*)")
_DOTS = re.compile(r"\.\.\.\s*")


def closed_with_dots(place: Place) -> Problem:
    """The problem of a front matter that ends as YAML allows it, and no tool for sites does."""
    return Problem("front-matter-not-closed", place, "the front matter is closed with `...`", "Close it with a line `---`.")


def syntax_problem(source: YamlText, error: yaml.YAMLError) -> Problem:
    """One problem for a text that is no YAML, at the place where the author has to look."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return source.syntax(source.place(0, 0, 3), "the front matter cannot be read as YAML", "")
    lines = source.text.split("\n")
    return _Mistake(source, lines, error.problem_mark, error.context_mark, error.problem or "", error.context or "").problem()


class _Mistake(Struct, frozen=True):
    """An error of the parser: where it gave up, what it had begun with, and its words, alike in C and in Python."""

    source: YamlText
    lines: list[str]
    at: Spot
    begun_at: Spot | None
    said: str
    context: str

    def problem(self) -> Problem:
        said = f"{self.context} {self.said}"
        return next((judge(self) for words, judge in _JUDGES if words in said), None) or self.starter()

    def tab(self) -> Problem:
        return self.one("a tab stands here", "Indent with spaces.")

    def list_in_line(self) -> Problem:
        if self.says_nothing():
            return self.one("`-` says nothing", _NOTHING_FIX)
        fix = "Put each `- ` into a line of its own, or quotes around the value."
        return self.one("a list cannot start in the line of its key", fix)

    def says_nothing(self) -> bool:
        """Whether all of the value is the sign that tables have where nothing is known."""
        return self.line(self.at.line)[self.at.column :].strip() in ("-", "?")

    def one(self, message: str, fix: str, at: Spot | None = None) -> Problem:
        at = at or self.at
        return self.source.syntax(self.source.place(at.line, at.column), message, fix)

    def line(self, number: int) -> str:
        return self.lines[number] if number < len(self.lines) else ""

    def char(self, at: Spot) -> str:
        return self.line(at.line)[at.column : at.column + 1]

    def colon(self) -> Problem:
        """A colon where the parser expects none: the second in a line, or the line above is wrong."""
        line = self.line(self.at.line)
        if ":" in line[: self.at.column]:
            return self.one("a second `: ` stands in the value", quote_fix(line))
        number = self.above(self.at.line)
        above = self.line(number)
        if ": " not in above and not above.rstrip().endswith(":"):
            return self.no_key(number)
        column = len(line) - len(line.lstrip())
        fix = "Start it in the same column as the other keys, or put quotes around the value above."
        return self.source.syntax(
            self.source.place(self.at.line, column), "this line is indented more than the key that it follows", fix
        )

    def above(self, number: int) -> int:
        """The line before, past blank lines and comments."""
        number -= 1
        while number > 0 and (not self.line(number).strip() or self.line(number).lstrip().startswith("#")):
            number -= 1
        return number

    def no_colon(self) -> Problem:
        return self.no_key((self.begun_at or self.at).line)

    def no_key(self, number: int) -> Problem:
        line = self.line(number)
        column = len(line) - len(line.lstrip())
        if found := _UNSPACED.fullmatch(line):
            fix = f"Write `{found['key'].strip()}: {found['value']}`."
            return self.source.syntax(
                self.source.place(number, found.start("value") - 1), "a space is missing after the colon", fix
            )
        place = self.source.place(number, column, max(1, len(line.strip())))
        fix = "Put `: ` after the key, or quotes around the whole of a value that goes on here."
        return self.source.syntax(place, "this line is no `key: value`", fix)

    def quoted(self) -> Problem:
        if "unexpected" in self.said:
            return self.one("the quotes that open here are never closed", "Close them where the value ends.", self.begun_at)
        index = self.source.text.rfind("\\", 0, self.at.index + 1)
        place = self.source.place_at(max(0, index), 2)
        return self.source.syntax(place, "this backslash starts no escape", r"Write `\\`, or use single quotes.")

    def document(self) -> Problem:
        for number, line in enumerate(self.lines):
            if _DOTS.fullmatch(line):
                return closed_with_dots(self.source.place(number, 0, 3))
            if line.startswith("%"):
                return self.source.syntax(self.source.place(number, 0), "`%` starts a YAML directive", "Delete this line.")
        return self.one("this line starts further left than the first key", "Start all keys in the first column.")

    def flow(self) -> Problem:
        return self.bracket((self.begun_at or self.at).index)

    def bracket(self, index: int) -> Problem:
        opening = self.source.text[index : index + 1]
        closing = "]" if opening == "[" else "}"
        fix = f"Put a `{closing}` where it ends, and quotes around values that hold brackets, commas or colons."
        if comment := _COMMENT.match(self.source.text, index):
            fix = f'`#` begins a comment: put quotes around what begins with it, as in `"{comment[1]}"`.'
        return self.source.syntax(self.source.place_at(index), f"the bracket `{opening}` that opens here is not closed", fix)

    def key_due(self) -> Problem:
        """The parser was through with a value and found something else than the next key."""
        line, char = self.line(self.at.line), self.char(self.at)
        before = line[: self.at.column].strip()
        if char == ":":
            return self.one("the key before `:` is missing", "Write the key, as in `title: …`.")
        if not before and char == "-":
            return self.one("a list stands where a key is due", "Indent it under the key that it belongs to.")
        if not before:
            return self.one("this line is indented like none above it", "Start it in the column of the keys that it belongs to.")
        if char in "]}":
            return self.one(f"`{char}` closes a bracket that was never opened", f"{_QUOTE}.")
        if before[-1] in "'\"":
            fix = "Use the other kind of quotes around it, or write each quote inside twice (`''`)."
            return self.one("the value goes on after its closing quote", fix)
        return self.one("a key is due here", quote_fix(line))

    def starter(self) -> Problem:
        """A value begins with a character that means something else in YAML."""
        at = self.begun_at if self.begun_at and ("alias" in self.context or "anchor" in self.context) else self.at
        if "block scalar" in self.context:
            at = self.begun_at or at
        char = self.char(at)
        if _DOTS.fullmatch(self.line(at.line)):
            return closed_with_dots(self.source.place(at.line, 0, 3))
        if char == "\t":
            return self.one("a tab stands here", "Indent with spaces.", at)
        if not char and (index := max(self.source.text.rfind("["), self.source.text.rfind("{"))) >= 0:
            return self.bracket(index)
        if char and char in "|>":
            return self.one(f"text cannot follow `{char}` in one line", quote_fix(self.line(at.line)), at)
        if at is self.at and self.says_nothing():
            return self.one(f"`{char}` says nothing", _NOTHING_FIX)
        named = "a backtick" if char == "`" else f"`{char}`"
        return self.one(f"a value cannot start with {named}", quote_fix(self.line(at.line)), at)


# By what the parser was about and what it said; the first that fits.
_JUDGES: tuple[tuple[str, Callable[[_Mistake], Problem]], ...] = (
    ("tab character", _Mistake.tab),
    ("mapping values are not allowed", _Mistake.colon),
    ("sequence entries are not allowed", _Mistake.list_in_line),
    ("quoted scalar", _Mistake.quoted),
    ("simple key", _Mistake.no_colon),
    ("document start", _Mistake.document),
    ("flow sequence", _Mistake.flow),
    ("flow mapping", _Mistake.flow),
    ("block mapping", _Mistake.key_due),
    ("block collection", _Mistake.key_due),
)


def quote_fix(line: str) -> str:
    """``Put quotes around the value``, with the line as it should be where that is short."""
    found = _KEY_LINE.fullmatch(line)
    value = found["value"] if found else ""
    if not found or len(value) > _LONGEST_QUOTED or "`" in line or ("'" in value and ('"' in value or "\\" in value)):
        return f"{_QUOTE}."
    mark = "'" if '"' in value or "\\" in value else '"'
    return f"{_QUOTE}: `{found['key'].strip()}: {mark}{value}{mark}`."
