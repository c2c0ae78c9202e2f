r"""Markdown of the plainest kind, written as HTML straight away.

Most reports are paragraphs, headings, tight lists and quotes, with a few words in
bold and some wiki links. For such a text alone `read_directly` writes what
Python-Markdown would write, to the byte, without its trees: a twentieth of the
work. Any other text is left to Python-Markdown as a whole. What another kind of text is:

- one with a character that could mean something else or that the library treats in
  its own way: a backslash, backtick, ``<``, ``_`` or ``~``, an ampersand that is not a
  word, an indent, a hard break, a tab, a control character;
- one with a line whose beginning is not known to begin a paragraph;
- one in which a star or a bracket is left when words in bold and wiki links are read;
- one whose lists hold more than one line an item, or follow each other, as quotes may;
- one so long that `markdown_limits` could have a say.

Nothing here is an author's HTML: tags are this module's own, all else is escaped. So
the HTML is safe as it is, in the very form that `safe_html` gives. Tests hold both
against the library and the sanitiser.
"""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

from site_builder.content.model import Kind

LONGEST = 50_000
"""Characters. In a longer text there could be more of something than `markdown_limits` lets pass."""

# A byte order mark, a NUL and a space that does not break are what an HTML parser does not give back as it takes them.
_MEANINGFUL = ("\\", "`", "<", "_", "~", "\t", "\r", "\x00", "\x02", "\x03", "\xa0", "\ufeff")
_LONE_AMPERSAND = re.compile(r"&(?! )")
# A heading begins wherever it likes.
_BETWEEN = re.compile(r"\n(?=#)")
# What parts words beside a space and a line feed, and may stand in a text here.
SPACES = f"\x0b\x0c\x1c\x1d\x1e\x1f\x85\u1680{''.join(map(chr, range(0x2000, 0x200B)))}\u2028\u2029\u202f\u205f\u3000"

# A line that begins no block of another kind wherever it stands, and does not end in a hard break.
_LINE = r"(?:[^\W\d_]|[\"'(“”„‘’«»!¿¡…–—]|\*\*?[^\W\d_]|\[\[|(?!\d+\. )[0-9])[^\n]*+(?<!  )"
_PARAGRAPH = re.compile(rf"{_LINE}(?:\n{_LINE})*\Z")
_HEADING = re.compile(r"(#{1,6}) +([^\s#][^#\n]*)(?:\n|\Z)")
_BULLETS = re.compile(rf"[-*+] +{_LINE}(?:\n[-*+] +{_LINE})*\Z")
_NUMBERS = re.compile(rf"1\. +{_LINE}(?:\n[0-9]+\. +{_LINE})*\Z")
_MARKER = re.compile(r"\n(?:[-*+]|[0-9]+\.) +")
_QUOTE = re.compile(rf"> {_LINE}(?:\n(?:>\n)?> {_LINE})*\Z")
_NESTED = {">": ("blockquote", _QUOTE), "1": ("ol", _NUMBERS), **dict.fromkeys("-*+", ("ul", _BULLETS))}

# What is in bold or italics holds no star itself, and begins and ends at its stars. What stands before is looked at behind
# the first of them, since a search for a character is a tenth of a search for a place.
_EMPHASIS = re.compile(r"\*(?<![^\s\"'(“‘„«–—]\*)(\*?)([^\s*](?:[^*\n]*[^\s*])?)\*\1(?![\w*])")
_WIKI_LINK = re.compile(r"\[\[(?!\^)([^\[\]<>*\n]{1,200})\]\](?![(\[\]:])")


KIND_WORDS: Final = {
    "team": Kind.TEAM,
    "competition": Kind.COMPETITION,
    "venue": Kind.VENUE,
    "person": Kind.PERSON,
    "player": Kind.PERSON,
}
"""What may stand before a name, and a colon, to say which of several things is meant."""
_KIND_WORD = re.compile(rf"(?:{'|'.join(KIND_WORDS)}) ?: ?(?=.)", re.IGNORECASE)


def named_by(target: str) -> str:
    """What readers see of a wiki link without a text of its own: the name, without the word for the kind of thing."""
    return _KIND_WORD.sub("", target, count=1) if _KIND_WORD.match(target) else target


class WikiLink(Struct, frozen=True):
    """A wiki link as found: the name it asks for, and its text in the source (``[[Zapata|him]]``)."""

    target: str
    raw: str


class RawHtml(Struct, frozen=True):
    """What became of a text: HTML as the author meant it, and the wiki links that it counts from 0."""

    html: str
    wiki_links: tuple[WikiLink, ...]


class DirectHtml(RawHtml, frozen=True):
    """What became of a text of the plainest kind: nothing in it is for `safe_html` to change.

    ``blocks`` are its HTML one by one, a line feed between them, and ``words`` is how many of these a reader reads.
    """

    blocks: tuple[str, ...]
    words: int


class _Doubt(Exception):
    """Raised where the text may be more than it seems."""


def read_directly(text: str) -> DirectHtml | None:
    """The HTML of a text, lines ended by LF; None where Python-Markdown has to read it."""
    if len(text) > LONGEST or any(map(text.__contains__, _MEANINGFUL)) or text[:1] == " " or text[-1:] == " ":
        return None
    if "&" in text:
        if _LONE_AMPERSAND.search(text):
            return None
        text = text.replace("&", "&amp;")
    try:
        return _Page().read(text)
    except _Doubt:
        return None


class _Page:
    """One text on its way to HTML, its ampersands escaped."""

    def __init__(self) -> None:
        self.found: list[WikiLink] = []
        self.pieces: list[str] = []
        self.is_ragged = False  # whether a line ends with a space
        # Lists and quotes with their places. They are written last: so the library numbers the wiki links in them.
        self.nested: list[tuple[int, str, str]] = []

    def read(self, text: str) -> DirectHtml:
        for block in text.strip("\n").split("\n\n"):
            # A paragraph of one line, as most are.
            if block[:1].isalpha() and "\n" not in block and block[-1] != " ":
                self.pieces.append(f"<p>{self.inline(block)}</p>")
            else:
                self.is_ragged |= " \n" in block or block[-1:] == " "
                for part in _BETWEEN.split(block.strip("\n")):
                    self.take(part)
        for place, tag, block in self.nested:
            inner = self.quoted(block) if tag == "blockquote" else self.items(block)
            self.pieces[place] = f"<{tag}>\n{inner}\n</{tag}>"
        html = "\n".join(self.pieces)
        return DirectHtml(html, tuple(self.found), tuple(self.pieces), self.words(text, html))

    def words(self, text: str, html: str) -> int:
        """How many words a reader reads. A link's tag holds a space, and those of lists and quotes stand by themselves."""
        if html and not (self.is_ragged or "  " in text or any(map(text.__contains__, SPACES))):
            return html.count(" ") + html.count("\n") + 1 - len(self.found) - 2 * len(self.nested)
        words = html.split()
        return len(words) - len(self.found) - len(self.nested) - " ".join(words).count(" </")

    def take(self, block: str) -> None:
        """What stands between blank lines. Headings need none beside them."""
        while block[:1] == "#":
            heading = _HEADING.match(block)
            if not heading:
                raise _Doubt
            tag = f"h{len(heading[1])}"
            self.pieces.append(f"<{tag}>{self.inline(heading[2].rstrip())}</{tag}>")
            block = block[heading.end() :]
        if _PARAGRAPH.match(block):
            self.pieces.append(f"<p>{self.inline(block)}</p>")
        elif block:
            self.nest(block)

    def nest(self, block: str) -> None:
        """A quote or a list. What comes right after its like would go on with it, in a way of its own."""
        tag, pattern = _NESTED.get(block[0], ("", _QUOTE))
        if not pattern.match(block) or (self.nested and self.nested[-1][:2] == (len(self.pieces) - 1, tag)):
            raise _Doubt
        self.nested.append((len(self.pieces), tag, block))
        self.pieces.append("")

    def quoted(self, block: str) -> str:
        inner = block[2:].replace("\n>\n> ", "\n\n").replace("\n> ", "\n")
        return f"<p>{self.inline(inner)}</p>".replace("\n\n", "</p>\n<p>")

    def items(self, block: str) -> str:
        written = _MARKER.sub("\n", f"\n{block}")[1:]
        return f"<li>{self.inline(written)}</li>".replace("\n", "</li>\n<li>")

    def inline(self, text: str) -> str:
        """A text with its words in bold and its links; nothing in it goes over the end of a line."""
        if ">" in text:
            text = text.replace(">", "&gt;")
        if "*" in text:
            text = _EMPHASIS.sub(_emphasised, text)
            if "*" in text:
                raise _Doubt
        if "[" in text or "]" in text:
            if "![" in text:
                raise _Doubt
            text = _WIKI_LINK.sub(self.link, text)
            if "[" in text or "]" in text:
                raise _Doubt
        return text

    def link(self, link: re.Match[str]) -> str:
        target, _, label = (" ".join(half.split()) for half in link[1].partition("|"))
        if not target:
            raise _Doubt
        self.found.append(WikiLink(_unescaped(target), _unescaped(link[0])))
        return f'<a href="wiki:{len(self.found) - 1}">{label or named_by(target)}</a>'


def _emphasised(found: re.Match[str]) -> str:
    tag = "strong" if found[1] else "em"
    return f"<{tag}>{found[2]}</{tag}>"


def _unescaped(text: str) -> str:
    return text.replace("&gt;", ">").replace("&amp;", "&")
