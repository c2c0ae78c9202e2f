"""What is left out when markdown is read, because it could not have found anything.

Python-Markdown offers each block of a text to thirteen processors and each
piece of text to seventeen patterns, most of which look for a character that
the text does not hold. Reports are prose: most of their blocks are paragraphs,
and most of their paragraphs hold no markup at all. Left out are

- all block processors but the last for a block whose lines all begin with a
  letter, a quotation mark or the like. Every other processor wants an empty line,
  an indent, a number with a point, or one of ``# > | : = - _ * + [`` at the start
  of a line (a table and an underlined heading want theirs in the second line). A
  star before a letter begins neither list nor rule, ``[[`` no definition;
- all that come before the one for headings, for a line that begins with ``#``;
- all inline patterns for a text that has none of the characters with which any
  of them begins. Such a text is marked as an ``AtomicString``, the library's own
  way to say so;
- for the other texts, the patterns whose first characters stand nowhere on the
  page, and those of references on a page that defines none. What a pattern puts
  in place of its match is a placeholder, so that no pattern can bring forth
  another's first characters;
- the search for raw HTML in a page without ``<`` and ``&``.

The output is the same byte for byte, which a test proves against the plain
library with the same syntax; the time is less than half.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString, Registry

from site_builder.content.markdown_limits import Budget, LimitedBlockParser, LimitedHtmlBlocks, LimitedPattern, refuse_tree

_PLAIN_PARAGRAPH = re.compile(r"(?:(?:[^\W\d_]|[\"'(“”„‘’«»!]|\*{1,2}[^\W\d_]|\[\[)[^\n]*(?:\n|\Z))+\Z")
BEGINNINGS = {
    "backtick": ("`",),
    "escape": ("\\",),
    "wiki_link": ("[[",),
    "footnote": ("[^",),
    "reference": ("[",),
    "link": ("](",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
"""By the name of each pattern what a text must hold, one of them at least, for the pattern to match."""
_OF_REFERENCES = frozenset({"reference", "image_reference", "short_reference", "short_image_ref"})


def holds_markup(text: str) -> bool:
    """Whether any inline pattern could match. A chain of ``in`` is thrice as fast as a regular expression."""
    return (
        "*" in text or "[" in text or "_" in text or "&" in text or "<" in text or "`" in text or "\\" in text or "  \n" in text
    )


class FastBlockParser(LimitedBlockParser):
    """A block parser that knows a paragraph or a heading when it sees one."""

    @cached_property
    def _processors(self) -> tuple[tuple[BlockProcessor, ...], ...]:
        everything = tuple(self.blockprocessors)
        return (self.blockprocessors["paragraph"],), (self.blockprocessors["hashheader"], *everything), everything

    def processors_for(self, block: str) -> Iterable[BlockProcessor]:
        """Only the last processor, that of paragraphs, for a plain paragraph."""
        for_paragraph, for_heading, everything = self._processors
        if _PLAIN_PARAGRAPH.match(block):
            return for_paragraph
        return for_heading if block.startswith("#") and "\n" not in block else everything


class FastHtmlBlocks(LimitedHtmlBlocks):
    """Sets raw HTML aside where there is some."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines without raw HTML. A lone ``&`` counts: the library completes some entities in passing."""
        return super().run(lines) if any("<" in line or "&" in line for line in lines) else lines


class FastInline(InlineProcessor):
    """Inline markup, read only where there is some and only of the kinds there are."""

    def __init__(self, md: Markdown, budget: Budget) -> None:
        super().__init__(md)
        self.budget = budget
        self._all: tuple[tuple[str, LimitedPattern], ...] = ()

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """The tree with its inline markup read; refuses one that is too deep or too large (`refuse_tree`)."""
        refuse_tree(tree)
        # The library only counts and indexes its patterns, which a tuple can do as well.
        self.inlinePatterns = cast("Registry[InlineProcessor]", self._patterns_for(_mark_plain(tree)))
        return super().run(tree, ancestors)

    def _patterns_for(self, text: str) -> Sequence[LimitedPattern]:
        assert self.md is not None
        if not self._all:
            names = {id(self.md.inlinePatterns[name]): name for name in BEGINNINGS}
            self._all = tuple((names[id(p)], LimitedPattern(p, self.budget)) for p in self.md.inlinePatterns)
        without = frozenset() if self.md.references else _OF_REFERENCES
        return [
            pattern
            for name, pattern in self._all
            if name not in without and any(beginning in text for beginning in BEGINNINGS[name])
        ]


def _mark_plain(tree: Element) -> str:
    """Marks texts without markup as finished; returns the others, joined by what no pattern begins with."""
    marked = []
    for element in tree.iter():
        if text := element.text:
            if holds_markup(text):
                marked.append(text)
            else:
                element.text = AtomicString(text)
        if tail := element.tail:
            if holds_markup(tail):
                marked.append(tail)
            else:
                element.tail = AtomicString(tail)
    return "\n".join(marked)


class Speed(Extension):
    """Puts the fast parts in place of the library's. The first of all extensions: later ones keep the block parser."""

    def __init__(self, budget: Budget) -> None:
        super().__init__()
        self.budget = budget

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Replaces the block parser, the reading of inline markup and of raw HTML blocks."""
        parser = FastBlockParser(md, self.budget)
        parser.blockprocessors = md.parser.blockprocessors
        for processor in parser.blockprocessors:
            processor.parser = parser
        md.parser = parser
        md.treeprocessors.register(FastInline(md, self.budget), "inline", 20)
        md.preprocessors.register(FastHtmlBlocks(md, self.budget), "html_block", 20)
