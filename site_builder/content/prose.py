"""Prose: from a text in markdown to `Prose`, safe HTML in parts that the site finishes.

    markdown ─▶ raw HTML ─▶ safe HTML ─▶ parts
    markdown_engine  safe_html  prose_parts

What a text costs is bounded (`markdown_limits`): one that takes too long is a
problem with the file's name, the rest of the site goes on. Nothing here knows
a team or a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.content.markdown_direct import DirectHtml, RawHtml, read_directly
from site_builder.content.markdown_refusals import TooDeep, TooMuch
from site_builder.content.model import Prose
from site_builder.content.prose_parts import cut, cut_directly, text_of
from site_builder.content.safe_html import SCHEMES, WIKI_SCHEME, left_out, safe_html
from site_builder.content.source_lines import SourceLines
from site_builder.problems import Place, Problem, warning

EXCERPT_LENGTH = 280
"""Characters of an excerpt at most, its ellipsis included."""

_PARAGRAPH = re.compile(r"<p(?:\s[^>]*)?>")
_SCHEME = re.compile(r'(?:href="|src=")\s*([A-Za-z][\w+.-]*):')
_FOOTNOTE_REFERENCE = re.compile(r'<sup id="fnref.*?</sup>', re.DOTALL)


def read_prose(text: str, path: str, first_line: int) -> tuple[Prose, tuple[Problem, ...]]:
    """The prose of a file, and what is wrong with it.

    Args:
        text: the markdown, after the front matter.
        path: the file, for problems.
        first_line: the file's line in which ``text`` begins.

    Returns:
        Empty prose and one error for a text that cannot be read
        (``prose-too-slow``, ``prose-too-deep``, ``prose-unreadable``); warnings
        for markup that was left out (``prose-markup-left-out``).
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = SourceLines(text, first_line)
    try:
        raw = read_directly(text) or _by_the_library(text)
    except TooMuch as refused:
        return Prose(), (_refusal(refused, Place(path, lines.of_text(refused.at).line if refused.at else first_line)),)
    except Exception as fault:  # noqa: BLE001 - a text that a library stumbles over is a problem, never a traceback
        return Prose(), (_unreadable(fault, Place(path, first_line)),)
    if isinstance(raw, DirectHtml):
        parts = cut_directly(raw, lines) or cut(raw.html, raw.wiki_links, lines)
        return Prose(parts, excerpt_of(raw.html), raw.words), ()
    safe = safe_html(raw.html)
    prose = Prose(cut(safe, raw.wiki_links, lines), excerpt_of(safe), len(text_of(safe).split()))
    return prose, tuple(_left_out(text, raw, path, first_line))


def _by_the_library(text: str) -> RawHtml:
    from site_builder.content.markdown_engine import read_markdown  # noqa: PLC0415 - most texts do without, and it is long to load

    return read_markdown(text)


def excerpt_of(markup: str) -> str:
    """The first paragraph with words in it as plain text, cut at a word where it is longer than `EXCERPT_LENGTH`."""
    at = 0
    while (opened := _PARAGRAPH.search(markup, at)) and (at := markup.find("</p>", opened.end())) >= 0:
        paragraph = markup[opened.end() : at]
        if "<sup" in paragraph:
            paragraph = _FOOTNOTE_REFERENCE.sub("", paragraph)
        if text := " ".join(text_of(paragraph).split()):
            return text if len(text) <= EXCERPT_LENGTH else _shortened(text)
    return ""


def _shortened(text: str) -> str:
    room = text[:EXCERPT_LENGTH]
    # A script without spaces has no word to cut at.
    words = room.rpartition(" ")[0] or room[:-1]
    return words.rstrip(" ,;:–—-") + "…"


def _refusal(refused: TooMuch, place: Place) -> Problem:
    if isinstance(refused, TooDeep):
        fix = "Take away some levels. Each `*`, `-`, number or `>` at the start of a line opens one."
        return Problem("prose-too-deep", place, f"the text has {refused.what}", fix)
    fix = "Look for a long run of brackets, stars, tags or notes that was not meant as markdown, or divide the text."
    return Problem("prose-too-slow", place, f"the text takes too long to read: {refused.what}", fix)


def _unreadable(fault: Exception, place: Place) -> Problem:
    what = f"the text cannot be read as markdown ({type(fault).__name__})"
    return Problem("prose-unreadable", place, what, "Take away half of it until it can be read, to find the line that it is.")


def _left_out(text: str, raw: RawHtml, path: str, first_line: int) -> Iterator[Problem]:
    """Says what the sanitiser takes out without a word: elements, and addresses of other kinds."""

    def place(needle: str) -> Place:
        found = re.search(re.escape(needle), text, re.IGNORECASE)
        return Place(path, first_line + text.count("\n", 0, found.start()) if found else first_line)

    if "<" in text:
        for name in left_out(raw.html):
            what = f"`<{name}>` is not allowed in a text and was left out"
            yield warning("prose-markup-left-out", place(f"<{name}"), what, "Write it in markdown, or put it into a template.")
    for scheme in dict.fromkeys(_SCHEME.findall(raw.html)):
        if scheme.lower() not in SCHEMES and scheme != WIKI_SCHEME:
            what = f"addresses that begin with `{scheme}:` are not allowed in a text, the link was left out"
            fix = f"Use {', '.join(f'`{s}:`' for s in sorted(SCHEMES))} or the path of a page."
            yield warning("prose-markup-left-out", place(f"{scheme}:"), what, fix)
