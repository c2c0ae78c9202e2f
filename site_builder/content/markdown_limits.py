"""What bounds the reading of markdown: nesting, work and time.

Python-Markdown is quadratic for some texts and recursive for others (8 KB of
``![`` take seconds, 1 KB of ``* `` overflows the stack), and a build must
neither hang nor die of one page. Two nets, the first of which catches nearly
everything:

- Caps that depend on the text alone (`refusal_of`, `MOST_NESTED`,
  `LONGEST_ROW`), so that the same text is refused on every machine.
- A deadline (`Budget`), asked between blocks, between matches and between tags.
  It is a clock that is read, not an alarm: signals reach the main thread only,
  do not exist on Windows and interrupt other people's code anywhere, while a
  clock that is read works in any thread and leaves nothing half done. It counts
  the thread's own computing time, so that a busy or suspended machine refuses
  nothing, and it can only ever refuse a page, never change one.

This module does not make markdown; `content.markdown_engine` does.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.htmlparser import HTMLExtractor
from markdown.inlinepatterns import InlineProcessor, Pattern
from markdown.preprocessors import HtmlBlockPreprocessor

from site_builder.content.markdown_refusals import TooDeep, TooSlow

SECONDS_A_PAGE = 2.0
"""How much computing time reading one page's markdown may take; a usual report takes a thousandth of that."""
MOST_NESTED = 40
"""How many lists and quotes may stand in each other. Far above any prose, far below the recursion limit."""
LONGEST_ROW = 5_000
"""Characters in a row of a table: cells are told apart in quadratic time."""

_MOST_BRACKET_WORK = 3_000_000
"""Characters looked at to find the ends of all brackets of a text; a normal report needs some hundreds."""
_MOST_FOOTNOTES = 500
_MOST_OF = {"*": 50_000, "_": 50_000, "&": 50_000}
"""Of characters whose cost grows faster than their number, all in one place."""
_MOST_ELEMENTS = 50_000
"""Paragraphs, items, cells and the like."""
_DEEPEST_TREE = 3 * MOST_NESTED
"""A list is two elements in each other, ``ul`` and ``li``; the library walks through them recursively."""
_MOST_TAGS = 4_000
_MOST_TAGS_TIMES_PARAGRAPHS = 20_000_000
"""An unclosed tag is reopened in every paragraph after it: that product is what the sanitiser has to do."""
_LONGEST_DEFINITION = 2_000

_BRACKET = re.compile(r"[\[\]]|\n[ ]*\n")
_RAW_TAG = re.compile(r"</?[A-Za-z]")
_DEFINITION = re.compile(rf"^[ ]{{0,3}}\[[^\[\]\n]*\]:(?=[^\n]{{{_LONGEST_DEFINITION}}})", re.MULTILINE)


class Budget:
    """The deadline of the page being read. One per markdown engine."""

    def __init__(self) -> None:
        self.start(float("inf"))

    def start(self, seconds: float) -> None:
        """Begins a page that may take so many seconds."""
        self._seconds = seconds
        self._started = time.thread_time()
        self._deadline = time.monotonic() + seconds

    def check(self) -> None:
        """Raises `TooSlow` once the time is over. The thread's own clock is the slower one to read: it is the second asked."""
        if time.monotonic() > self._deadline and time.thread_time() - self._started > self._seconds:
            raise TooSlow(f"more than {self._seconds:g} seconds of work")


def refuse_excess(text: str) -> None:
    """Raises `TooSlow` for a text that has too much of something that costs more than linear time.

    Linear itself, and next to free for a text without the characters in question.
    """
    if text.count("[^") > _MOST_FOOTNOTES:
        raise TooSlow(f"more than {_MOST_FOOTNOTES} footnotes", "[^")
    if text.count("[") > 100:
        _refuse_brackets(text)
    for character, most in _MOST_OF.items():
        if text.count(character) > most:
            raise TooSlow(f"more than {most} characters `{character}`", character)
    if definition := _DEFINITION.search(text):
        raise TooSlow(f"a link definition of more than {_LONGEST_DEFINITION} characters", definition.group())
    if text.count("<") > 100:
        _refuse_tags(text)


def _refuse_brackets(text: str) -> None:
    """Each ``[`` costs a walk to its partner, or to the end of its paragraph where it has none."""
    work = 0
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        if match.group() == "[":
            opened.append(match.start())
        elif match.group() != "]":
            work += sum(match.start() - start for start in opened)
            opened.clear()
        elif opened:
            work += match.start() - opened.pop()
    work += sum(len(text) - start for start in opened)
    if work > _MOST_BRACKET_WORK:
        raise TooSlow("too many brackets without their partner, or in each other", "[")


def _refuse_tags(text: str) -> None:
    tags = len(_RAW_TAG.findall(text))
    if tags > _MOST_TAGS or tags * (tags + text.count("\n\n")) > _MOST_TAGS_TIMES_PARAGRAPHS:
        raise TooSlow(f"{tags} HTML tags", "<")


def refuse_tree(root: Element) -> None:
    """Raises `TooDeep` or `TooSlow` for a tree of blocks that is too deep or too large for what comes next."""
    level, depth, count = [root], 0, 0
    while level:
        level = [child for element in level for child in element]
        depth += 1
        count += len(level)
        if depth > _DEEPEST_TREE:
            raise TooDeep(f"more than {MOST_NESTED} lists or quotes in each other")
        if count > _MOST_ELEMENTS:
            raise TooSlow(f"more than {_MOST_ELEMENTS} paragraphs, items and cells")


class LimitedBlockParser(BlockParser):
    """Python-Markdown's block parser with a depth and a deadline.

    The library itself drops quotes where the stack happens to be nearly used
    up, so that its output would depend on who calls it; a fixed depth does not.
    """

    def __init__(self, md: Markdown, budget: Budget) -> None:
        super().__init__(md)
        self.budget = budget
        self.depth = 0

    def processors_for(self, block: str) -> Iterable[BlockProcessor]:
        """The processors to try on a block, in order."""
        del block
        return self.blockprocessors

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802 - the library's name
        """As the library's, but raises `TooDeep` and `TooSlow`."""
        if self.depth >= MOST_NESTED and (text := "".join(blocks).strip()):
            raise TooDeep(f"more than {MOST_NESTED} lists or quotes in each other", text.partition("\n")[0][:40])
        self.depth += 1
        while blocks:
            self.budget.check()
            for processor in self.processors_for(blocks[0]):
                if processor.test(parent, blocks[0]) and processor.run(parent, blocks) is not False:
                    break
        self.depth -= 1


class LimitedPattern(InlineProcessor):
    """An inline pattern that asks for the time before each match."""

    def __init__(self, inner: Pattern, budget: Budget) -> None:
        assert isinstance(inner, InlineProcessor), "patterns of the old style are not used here"
        assert not inner.ANCESTOR_EXCLUDES, "the library would ask the wrapper, not the pattern"
        super().__init__(inner.pattern)
        self.compiled_re = inner.getCompiledRegExp()
        self.inner = inner
        self.budget = budget

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name and, since its third version, arguments
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        """What the inner pattern makes of the match."""
        self.budget.check()
        return self.inner.handleMatch(m, data)


class _LimitedExtractor(HTMLExtractor):
    budget: Budget

    def updatepos(self, i: int, j: int) -> int:
        """Called between any two pieces of markup."""
        self.budget.check()
        return super().updatepos(i, j)


class LimitedHtmlBlocks(HtmlBlockPreprocessor):
    """Sets raw HTML blocks aside like the library's, asking for the time between tags."""

    def __init__(self, md: Markdown, budget: Budget) -> None:
        super().__init__(md)
        self.budget = budget

    def run(self, lines: list[str]) -> list[str]:
        """The lines without raw HTML."""
        assert self.md is not None
        extractor = _LimitedExtractor(self.md)
        extractor.budget = self.budget
        extractor.feed("\n".join(lines))
        extractor.close()
        return "".join(extractor.cleandoc).split("\n")
