"""Cuts a text's safe HTML where only the site can go on: at links, pictures, and where names may be linked.

    <p>Zapata beat <a href="wiki:0">Napoli</a>.</p>
    TEXT <p>Zapata beat ·  WIKI Napoli  ·  TEXT .</p>

It gives headings their ids and levels as well. It knows neither names nor
pages, and reads no markdown.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from site_builder.content.model import PartKind, ProsePart
from site_builder.content.safe_html import WIKI_SCHEME
from site_builder.content.slugs import slugify
from site_builder.content.source_lines import SourceLines, Spot

if TYPE_CHECKING:
    from site_builder.content.markdown_direct import DirectHtml, WikiLink

_TEXT, _HTML = PartKind.TEXT, PartKind.HTML

HEADING_ID = "text-"
"""What the ids of a text's headings begin with: they cannot meet an id of the page around it."""

_LIST = r"a|img|code|pre|kbd|samp|summary|h[1-6]"
_REST = r'[^">]*+(?:"[^"]*+"[^">]*+)*+'
# Tags to stop at, a heading without others as a whole; or any tag with attributes, so that nothing within one is taken for a tag.
STOPS = re.compile(rf'<h([1-6])>([^<]*)</h\1>|<(/?)({_LIST})((?:\s{_REST})?)>|<[^">]*+"[^"]*+"{_REST}>')
# How `markdown_direct` writes a wiki link up to its number.
_DIRECT_LINK = f'<a href="{WIKI_SCHEME}:'
_HEADING = re.compile(rf"<h([1-6])(?=[\s>]){_REST}>")
PLAIN_HEADING = re.compile(r"<h([1-6])>([^<&]*)</h\1>")
_ANY_TAG = re.compile(rf"<{_REST}>")
_AS_THEY_ARE = {level: level for level in "123456"}
_LOWERED = dict(zip("123456", "234566", strict=True))
_HREF = re.compile(r'\shref="([^"]*)"')
_SRC = re.compile(r'\ssrc="([^"]*)"')
_ALT = re.compile(r'\salt="([^"]*)"')
_ELSEWHERE = re.compile(r"\s*(?:[A-Za-z][A-Za-z0-9+.-]*:|[/\\]{2})")
_WIKI = re.compile(rf"\s*{WIKI_SCHEME}:(.*)", re.IGNORECASE | re.DOTALL)
_WEB = re.compile(r"\s*(?:https?:|[/\\]{2})", re.IGNORECASE)


def text_of(markup: str) -> str:
    """What a reader reads of a piece of HTML, white space as it is in the source."""
    if "<" in markup:
        markup = _ANY_TAG.sub("", markup)
    return html.unescape(markup) if "&" in markup else markup


def heading_ids(markup: str) -> tuple[str, ...]:
    """The ids of a text's headings in order: ``text-first-half``, and ``text-first-half-2`` for the next of that name."""
    return _ids(_headings(markup))


def _ids(headings: Iterable[str]) -> tuple[str, ...]:
    ids: dict[str, None] = {}
    counts: dict[str, int] = {}
    for text in headings:
        base = name = HEADING_ID + (slugify(text) or "section")
        while name in ids:
            # Kept from one heading to the next: thousands of one name are no reason to count from 2 each time.
            counts[base] = counts.get(base, 1) + 1
            name = f"{base}-{counts[base]}"
        ids[name] = None
    return tuple(ids)


def _headings(markup: str) -> list[str]:
    """What a reader reads of a text's headings."""
    plain = PLAIN_HEADING.findall(markup)
    if len(plain) == markup.count("<h"):
        return [text for _, text in plain]
    found = _HEADING.finditer(markup)
    return [text_of(markup[heading.end() : markup.find(f"</h{heading[1]}>", heading.end())]) for heading in found]


def cut(markup: str, wiki_links: Sequence[WikiLink], lines: SourceLines) -> tuple[ProsePart, ...]:
    """The parts of a text's HTML, as `content.safe_html` left it; neighbours that nothing keeps apart are one part.

    ``wiki_links`` are what the addresses ``wiki:0`` and so on stand for, and
    ``lines`` tells where in the source a link stands.
    """
    return _Cutter(markup, wiki_links, lines).cut()


def cut_directly(direct: DirectHtml, lines: SourceLines) -> tuple[ProsePart, ...] | None:
    """The same for what `markdown_direct` wrote; None where more stands in a heading than its words."""
    headings = [block for block in direct.blocks if block[1] == "h"]
    if any("<" in block[4:-5] for block in headings):
        return None
    lowered = _LOWERED if any(block[2] == "1" for block in headings) else _AS_THEY_ARE
    ids = iter(_ids(html.unescape(block[4:-5]) for block in headings))
    parts: list[ProsePart] = []
    text = ""
    for block in direct.blocks:
        if block[1] == "h":
            if text:
                parts.append(ProsePart(_TEXT, text))
            level = lowered[block[2]]
            parts.append(ProsePart(_HTML, f'<h{level} id="{next(ids)}">{block[4:-5]}</h{level}>'))
            text = "\n"
            continue
        before, *links = block.split(_DIRECT_LINK)
        text += before
        for written in links:
            if text:
                parts.append(ProsePart(_TEXT, text))
            number, _, rest = written.partition('">')
            label, _, text = rest.partition("</a>")
            link = direct.wiki_links[int(number)]
            spot = lines.of_text(link.raw)
            parts.append(ProsePart(PartKind.WIKI, label, link.target, spot.line, spot.column, spot.length))
        text += "\n"
    if text[:-1]:
        parts.append(ProsePart(_TEXT, text[:-1]))
    return tuple(parts)


class _Cutter:
    """One walk over the tags of a text."""

    def __init__(self, markup: str, wiki_links: Sequence[WikiLink], lines: SourceLines) -> None:
        self.markup = markup
        self.wiki_links = wiki_links
        self.lines = lines
        self.ids = heading_ids(markup) if "<h" in markup else ()
        self.next_id = iter(self.ids)
        # A text with an `h1` has all its headings lowered by one: the page's title is the `h1`.
        self.lowered = _LOWERED if "<h1" in markup else _AS_THEY_ARE
        self.parts: list[ProsePart] = []
        self.pieces: list[str] = []
        self.kind = PartKind.HTML
        self.closed = 0  # open elements in which no name is linked
        self.done = 0

    def cut(self) -> tuple[ProsePart, ...]:
        markup = self.markup
        for tag in STOPS.finditer(markup):
            level, content, closing, name, attributes = tag.groups()
            start = tag.start()
            if (not level and not name) or start < self.done:
                continue
            self.text(markup[self.done : start])
            self.done = tag.end()
            if level:
                self.keep(f"{self.heading(level, '')}{content}{self.heading_end(level)}")
            elif closing:
                self.closed -= 1
                self.keep(self.heading_end(name[1]) if name[0] == "h" else tag.group())
            elif name == "a":
                self.link(tag, attributes)
            elif name == "img":
                self.image(tag, attributes)
            else:
                self.closed += 1
                self.keep(self.heading(name[1], attributes) if name[0] == "h" else tag.group())
        self.text(markup[self.done :])
        self.flush()
        return tuple(self.parts)

    def flush(self) -> None:
        if self.pieces:
            self.parts.append(ProsePart(self.kind, "".join(self.pieces)))
            self.pieces.clear()

    def keep(self, markup: str) -> None:
        """Markup that is not to be touched."""
        if self.kind is not PartKind.HTML:
            self.flush()
            self.kind = PartKind.HTML
        self.pieces.append(markup)

    def text(self, markup: str) -> None:
        """What stands between the tags to stop at."""
        if self.closed:
            self.keep(markup)
        elif markup:
            if self.kind is not PartKind.TEXT:
                self.flush()
                self.kind = PartKind.TEXT
            self.pieces.append(markup)

    def part(self, kind: PartKind, markup: str, target: str, spot: Spot) -> None:
        """A part that the site finishes."""
        self.flush()
        self.parts.append(ProsePart(kind, markup, target, spot.line, spot.column, spot.length))

    def heading(self, level: str, attributes: str) -> str:
        return f'<h{self.lowered[level]} id="{next(self.next_id)}"{attributes}>'

    def heading_end(self, level: str) -> str:
        return f"</h{self.lowered[level]}>"

    def link(self, tag: re.Match[str], attributes: str) -> None:
        href = _HREF.search(attributes)
        self.closed += 1
        if not href:
            self.keep(tag.group())
        elif wiki := _WIKI.match(href.group(1)):
            self.wiki(wiki.group(1))
        elif _ELSEWHERE.match(href.group(1)):
            self.keep(f'<a{attributes} rel="noopener">' if _WEB.match(href.group(1)) else tag.group())
        elif own := self.own_anchor(html.unescape(href.group(1))):
            self.keep(f"<a{attributes[: href.start(1)]}{html.escape(own)}{attributes[href.end(1) :]}>")
        else:
            self.address(attributes, href)

    def own_anchor(self, href: str) -> str:
        """The address of a place in this very text, empty where there is no such place: ``#first-half`` is a heading's."""
        if not href.startswith("#"):
            return ""
        if href.startswith(("#fn:", "#fnref")) or href[1:] in self.ids:
            return href
        name = HEADING_ID + slugify(href)
        return f"#{name}" if name in self.ids else ""

    def wiki(self, number: str) -> None:
        """A wiki link; an address ``wiki:`` that somebody typed by hand is none, and stays a text."""
        end = self.markup.find("</a>", self.done)
        label = self.markup[self.done : end]
        if "<" in label or not number.isdecimal() or len(number) > 6 or int(number) >= len(self.wiki_links):
            self.keep("<a>")
            return
        link = self.wiki_links[int(number)]
        self.part(PartKind.WIKI, label, link.target, self.lines.of_text(link.raw))
        self.closed -= 1
        self.done = end + len("</a>")

    def image(self, tag: re.Match[str], attributes: str) -> None:
        src = _SRC.search(attributes)
        if not src or _WIKI.match(src.group(1)):
            alt = _ALT.search(attributes)
            self.text(alt.group(1) if alt else "")
        elif _ELSEWHERE.match(src.group(1)):
            self.text(tag.group())
        else:
            target = html.unescape(src.group(1))
            self.part(PartKind.SRC, tag.group(), target, self.lines.of_address(target))

    def address(self, attributes: str, value: re.Match[str]) -> None:
        """A link with an address that points into the site."""
        target = html.unescape(value.group(1))
        self.keep("<a" + attributes[: value.start(1)])
        self.part(PartKind.HREF, value.group(1), target, self.lines.of_address(target))
        self.keep(attributes[value.end(1) :] + ">")
