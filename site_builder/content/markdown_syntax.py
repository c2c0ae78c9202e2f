"""The markdown that site-builder reads beyond the basic one: extensions of Python-Markdown.

Tables, footnotes, fenced code and wiki links, each with what prose about
football needs and without what would let attributes through (``{onclick=…}``).

    [[Atalanta]]                      a link to the team
    [[Duván Zapata|Zapata]]           a link with its own label, in a table too
    [[2021-02-03 Napoli v Atalanta]]  a link to a match
    [[venue:Monaco]]                  a link to the venue, not the team

A wiki link leaves here as ``<a href="wiki:N">``, N counting `WikiLinks.found`:
what it leads to is known only to the site.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from itertools import takewhile
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteBlockProcessor, FootnoteExtension, FootnoteInlineProcessor
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableProcessor
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import ETX, STX, AtomicString, code_escape

from site_builder.content.markdown_direct import WikiLink, named_by
from site_builder.content.markdown_limits import LONGEST_ROW
from site_builder.content.markdown_refusals import TooSlow

_ESCAPED = re.compile(f"{STX}(\\d+){ETX}")
_WIKI_PIPE = re.compile(r"\[\[[^\[\]|\n]*\|[^\[\]|\n]*\]\]")
_RAW_TAG = re.compile(r"</?[A-Za-z][^<>@ ]*(?: [^<>]*)?>")  # what the library takes for raw inline HTML
_PIPE_STAND_IN = "\ufdd2"
"""A noncharacter: Unicode keeps it for use inside programs."""


class WikiLinks(InlineProcessor):
    """Wiki links, wherever inline markdown is read: not in code, not in raw HTML blocks nor within a raw tag.

    A name may hold anything but brackets, and these too after a backslash. Not
    wiki links: ``[[1]](address)``, which is an ordinary link whose label is
    bracketed, and ``![[x]]``.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(r"(?<!!)\[\[(?!\^)([^\[\]]{1,300})\]\](?!\()", md)
        self.found: list[WikiLink] = []

    def reset(self) -> None:
        """Forgets the last page's."""
        self.found = []

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name and, since its third version, arguments
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """A link whose address is its number."""
        if _is_within_a_tag(data, m):
            return None, None, None
        text = html.unescape(_ESCAPED.sub(lambda code: chr(int(code.group(1))), self.unescape(m.group(1))))
        target, _, label = (" ".join(half.split()) for half in text.partition("|"))
        if not target:
            return None, None, None
        link = Element("a", href=f"wiki:{len(self.found)}")
        link.text = AtomicString(html.escape(label or named_by(target), quote=False))
        self.found.append(WikiLink(target, m.group()))
        return link, m.start(), m.end()


def _is_within_a_tag(data: str, link: re.Match[str]) -> bool:
    """Whether a wiki link stands in an attribute of raw HTML, where an element can be none."""
    opening = data.rfind("<", 0, link.start())
    tag = _RAW_TAG.match(data, opening) if opening >= 0 else None
    return tag is not None and tag.end() > link.end()


class Tables(TableProcessor):
    """Tables whose cells may hold ``[[name|label]]``; alignment becomes a class (prose may not bring styles)."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser, {"use_align_attribute": True})

    def test(self, parent: Element, block: str) -> bool:
        """Whether a block is a table; raises `TooSlow` for a row that is too long."""
        rows = block.split("\n")
        if len(rows) < 2 or "|" not in block or not set(rows[1]) <= set("|:- "):
            return False
        if max(map(len, rows)) > LONGEST_ROW:
            raise TooSlow(f"a table row of more than {LONGEST_ROW} characters", rows[0][:40])
        return super().test(parent, _mask_pipes(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """As the library's, which takes every pipe for the border of a cell."""
        blocks[0] = _mask_pipes(blocks[0])
        super().run(parent, blocks)
        for cell in parent[-1].iter():
            if cell.text:
                cell.text = cell.text.replace(_PIPE_STAND_IN, "|")
            if align := cell.attrib.pop("align", ""):
                cell.set("class", f"align-{align}")


def _mask_pipes(block: str) -> str:
    """The block with the pipes within wiki links replaced by a stand-in."""
    return _WIKI_PIPE.sub(lambda link: link.group().replace("|", _PIPE_STAND_IN), block) if "[[" in block else block


class Footnotes(FootnoteExtension):
    """Footnotes numbered as they are mentioned; a label is one word, so that its id is a valid one.

    Ids are ``fn:label`` and ``fnref:label``: the colon keeps them apart from a
    page's own. No English words: prose may be in any language.
    """

    def __init__(self) -> None:
        super().__init__(BACKLINK_TEXT="↩", BACKLINK_TITLE="↩ {}", USE_DEFINITION_ORDER=False)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Registers the library's processors, the two that read labels replaced."""
        super().extendMarkdown(md)
        md.parser.blockprocessors.register(_Definitions(self), "footnote", 17)
        md.inlinePatterns.register(FootnoteInlineProcessor(r"\[\^([\w-]+)\]", self), "footnote", 175)

    def makeFootnotesDiv(self, root: Element) -> Element | None:  # noqa: N802 - the library's name
        """The notes. The library stumbles over one without a text, for want of a link back in it."""
        notes = super().makeFootnotesDiv(root)
        for note in notes.iter("li") if notes is not None else ():
            if not len(note) and (name := note.get("id", "").removeprefix("fn:")):
                back = SubElement(note, "a", {"class": "footnote-backref", "href": f"#fnref:{name}"})
                back.text = self.getConfig("BACKLINK_TEXT")
        return notes


class _Definitions(FootnoteBlockProcessor):
    RE = re.compile(r"^[ ]{0,3}\[\^([\w-]+)\]:[ ]*(.*)$", re.MULTILINE)


class FencedCode(Preprocessor):
    """Code between lines of three or more backticks or tildes; one that is never closed runs to the end.

    Read line by line: the library's own needs quadratic time for fences that
    are not closed, and knows attributes.
    """

    _OPENING = re.compile(r"(`{3,}|~{3,})[^`]*$")

    def run(self, lines: list[str]) -> list[str]:
        """The lines, with code set aside."""
        if not any(line.startswith(("```", "~~~")) for line in lines):
            return lines
        kept: list[str] = []
        rest = iter(lines)
        for line in rest:
            if opening := self._OPENING.match(line):
                kept += ["", self._stash(takewhile(_does_not_close(opening.group(1)), rest)), "", ""]
            else:
                kept.append(line)
        return kept

    def _stash(self, code: Iterable[str]) -> str:
        assert self.md is not None
        escaped = code_escape("\n".join(code).rstrip())
        return self.md.htmlStash.store(f"<pre><code>{escaped}\n</code></pre>")


def _does_not_close(fence: str) -> Callable[[str], bool]:
    """Whether a line leaves a fenced block open: a closing fence has the opening one's characters, as many or more."""
    closing = re.compile(rf"{re.escape(fence)}{fence[0]}*\s*$")
    return lambda line: closing.match(line) is None


class Syntax(Extension):
    """All of the above in one extension of Python-Markdown."""

    def __init__(self) -> None:
        super().__init__()
        self.wiki: WikiLinks

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Registers everything at the library's own priorities."""
        SaneListExtension().extendMarkdown(md)
        Footnotes().extendMarkdown(md)
        md.ESCAPED_CHARS.append("|")
        md.parser.blockprocessors.register(Tables(md.parser), "table", 75)
        md.preprocessors.register(FencedCode(md), "fenced_code_block", 25)
        self.wiki = WikiLinks(md)
        md.inlinePatterns.register(self.wiki, "wiki_link", 177)
        md.registerExtension(self)

    def reset(self) -> None:
        """Begins a new page."""
        self.wiki.reset()
