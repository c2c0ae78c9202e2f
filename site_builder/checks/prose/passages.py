"""The passages of a markdown source in which a writer speaks: plain text, and where each character stands in the file.

What others say (block quotes, words in quotation marks), code, tables, pictures
and headings are left out, and so is what the writer excepts:

    <!-- check: off -->      from here on, until
    <!-- check: on -->

Either stands in a line of its own. Within a paragraph ``<!-- check: off -->``
excepts that paragraph alone. This is no markdown engine: it only has to know
what is prose.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct, field

_SWITCH = re.compile(r"<!--\s*check:\s*(on|off)\s*-->")
_FENCE = re.compile(r"\s*(```|~~~)")
_NO_PROSE = re.compile(r"\s*(?:>|\||#|\[[^\]]+\]:|(?:[-*_]\s*){3,}$|<(?!!--|/?(?:b|i|em|strong|a|q|mark|abbr|time|span)\b))")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")
_INLINE = re.compile(
    r"<!--.*?(?:-->|\Z)"  # a comment
    r"|(?<=\n)[ \t]+"  # the indentation of a line
    r"|!\[[^\]]{0,500}\]\([^)]{0,500}\)"  # a picture
    r"|`+[^`]*`+"  # code
    r"|\[\^[^\]]{1,100}\]"  # a note
    r"|\[\[(?:[^\]|\[]{0,300}\|)?|\]\]"  # the ends of a wiki link; its label stays
    r"|\]\([^)]{0,500}\)|\](?=\[)|\[(?=[^\]\[]{0,500}\]\()"  # the ends of a link; its text stays
    r"|</?[A-Za-z][^>]{0,500}>"  # a tag
    r"|\*+|(?<!\w)_+|_+(?!\w)|\\(?=[^\w\s])",  # emphasis, escapes
    re.DOTALL,
)
"""Bounded, so that a text of open brackets costs no more than another."""
_QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|„[^“”]*[“”]|(?<![\w])\"[^\"]*\"")
_WITHIN = re.compile(r"[^\s.!?,;:“”\"«»„]")


class Passage(Struct, frozen=True):
    """A paragraph or an item of a list as plain text; ``number`` counts paragraphs and items from 0.

    ``spans`` are pairs of a place in ``text`` and the place in the file's text
    that it comes from, one for each piece that was not cut.
    """

    text: str
    number: int
    is_item: bool
    spans: tuple[tuple[int, int], ...]

    def source(self, position: int) -> int:
        """Where in the file's text a character of the passage stands."""
        starts = [start for start, _ in self.spans]
        start, origin = self.spans[max(0, bisect_right(starts, position) - 1)]
        return origin + position - start


class _Cutter(Struct):
    """One walk over the lines of a source."""

    text: str
    start: int
    pieces: list[tuple[int, int]] = field(default_factory=list)
    is_item: bool = False
    is_on: bool = True
    in_code: bool = False
    number: int = 0

    def passages(self) -> Iterator[Passage]:
        position = self.start
        for line in self.text[self.start :].splitlines(keepends=True):
            yield from self._line(line, position)
            position += len(line)
        yield from self._end()

    def _line(self, line: str, position: int) -> Iterator[Passage]:
        bare = line.strip()
        switch = _SWITCH.fullmatch(bare)
        if switch or not bare or _FENCE.match(line):
            yield from self._end()
            self.is_on = switch[1] == "on" if switch else self.is_on
            self.in_code ^= bool(_FENCE.match(line))
        elif self.in_code or not self.is_on:
            return
        elif item := _ITEM.match(line):
            yield from self._end()
            self.is_item = True
            self.pieces.append((position + item.end(), position + len(line.rstrip("\r\n"))))
        elif _NO_PROSE.match(line):
            yield from self._end()
        else:
            self.pieces.append((position + len(line) - len(line.lstrip()), position + len(line.rstrip("\r\n"))))

    def _end(self) -> Iterator[Passage]:
        pieces, is_item = self.pieces, self.is_item
        self.pieces, self.is_item = [], False
        if pieces:
            passage = _passage(self.text, pieces, self.number, is_item=is_item)
            self.number += 1
            if passage:
                yield passage


def passages(text: str, start: int) -> tuple[Passage, ...]:
    """The passages of a file's text from a place on (the end of its front matter)."""
    return tuple(_Cutter(text, start).passages())


def is_off(text: str, start: int) -> bool:
    """Whether a text begins by excepting itself, and its title and description with it."""
    return bool(re.match(r"\s*<!--\s*check:\s*off\s*-->", text[start:]))


def plain(text: str) -> Passage:
    """A text that is no markdown file: a title, a description."""
    return Passage(_without_quotes(text), 0, is_item=False, spans=((0, 0),))


def _passage(text: str, pieces: list[tuple[int, int]], number: int, *, is_item: bool) -> Passage | None:
    whole = text[pieces[0][0] : pieces[-1][1]]
    if _SWITCH.search(whole):
        return None
    out: list[str] = []
    spans: list[tuple[int, int]] = []
    length = 0
    for start, end in _kept(whole):
        spans.append((length, pieces[0][0] + start))
        out.append(whole[start:end])
        length += end - start
    # Line ends are one character each, and stay one.
    shown = _without_quotes("".join(out).replace("\n", " ").replace("\r", " "))
    return Passage(shown, number, is_item, tuple(spans)) if shown.strip() else None


def _kept(text: str) -> Iterator[tuple[int, int]]:
    """The pieces of a markdown text that a reader reads."""
    done = 0
    for cut in _INLINE.finditer(text):
        if cut.start() > done:
            yield done, cut.start()
        done = cut.end()
    if done < len(text):
        yield done, len(text)


def _without_quotes(text: str) -> str:
    """The text with what stands in quotation marks made unreadable, as long as before."""
    return _QUOTED.sub(lambda quoted: _WITHIN.sub("q", quoted[0]), text)
