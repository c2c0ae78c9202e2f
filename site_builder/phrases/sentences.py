r"""Prose cut into sentences, each with its place.

A full stop ends a sentence where a capital letter, a figure, a quotation or
nothing follows, but not after the abbreviations and initials that reports use.
An empty line ends one, and so does a line that begins like an entry: a heading,
an item of a list, a minute of a live blog.

    >>> [s.text for s in split_sentences("St. Pauli won 2–1. J. Smith scored.\n\n72' GOAL! Who else?")]
    ['St. Pauli won 2–1.', 'J. Smith scored.', "72' GOAL!", 'Who else?']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct


class Sentence(Struct, frozen=True):
    """A sentence as written, from ``start`` to ``end`` of the whole text; ``block`` counts paragraphs and entries from 0."""

    text: str
    start: int
    end: int
    block: int


_ABBREVIATIONS = frozenset("st mr mrs ms dr prof jr sr v vs ref attn approx inc f.c fc u.s o.g a.e.t".split())
# These end a sentence unless a figure follows: "No. 10", "on Feb. 3".
_BEFORE_FIGURES = frozenset("no nos min mins att pen jan feb mar apr jun jul aug sep sept oct nov dec".split())
_ENTRY = r"(?:#{1,6} |[-*•] |[⚽🥅🟨🟥🔁🔴🔵]|\d{1,3}(?:\+\d{1,2})?(?:['’′]|\s?min(?:s|\.)?\b|\s*[:–—-]\s))"
_BREAK = re.compile(rf"[ \t]*(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))+|[ \t]*(?:\r\n|\r|\n)(?=[ \t]*{_ENTRY})", re.IGNORECASE)
_HEADING = re.compile(r"#{1,6} [^\r\n]*")
_STOP = re.compile(r"(?:\.{1,3}|…|[!?]+)[\"'”’»)\]]*(?=\s+|$)")
_LAST_WORD = re.compile(r"([^\s(\[\"“]+)$")
_OPENS = re.compile(r"[\"'“‘«(\[]*[A-ZÀ-ÖØ-ÞĀ-Ž0-9\W]")
# Clubs with a number in front: "1. FC Köln".
_FIRST_CLUB = re.compile(r"(?:FC|FFC|FSV|SC|TSV|SV|CfR|FCA)\b")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """All sentences of a text in order; white space between them belongs to none."""
    found: list[Sentence] = []
    for number, (start, end) in enumerate(_blocks(text)):
        found += [Sentence(text[a:b], a, b, number) for a, b in _cuts(text, start, end)]
    return tuple(found)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs and entries, a heading by itself."""
    start = 0
    for gap in [*_BREAK.finditer(text), None]:
        end = gap.start() if gap else len(text)
        heading = _HEADING.match(text, start, end)
        if heading and text[heading.end() : end].strip():
            yield start, heading.end()
            start = heading.end()
        if text[start:end].strip():
            yield start, end
        start = gap.end() if gap else end


def _cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of one block, without white space around them."""
    begun = start
    for stop in _STOP.finditer(text, start, end):
        if _ends(text, begun, stop, end):
            yield _trimmed(text, begun, stop.end())
            begun = stop.end()
    if text[begun:end].strip():
        yield _trimmed(text, begun, end)


def _ends(text: str, begun: int, stop: re.Match[str], end: int) -> bool:
    """Whether a full stop is one, and not that of ``St.`` or ``J.``."""
    rest = text[stop.end() : end].lstrip()
    if not rest:
        return True
    if not _OPENS.match(rest):
        return False
    word = _LAST_WORD.search(text, begun, stop.start()) if stop[0].startswith(".") else None
    if word is None or stop[0] != ".":
        return True
    last = word[1].lower()
    if last == "1" and _FIRST_CLUB.match(rest):
        return False
    if last in _BEFORE_FIGURES:
        return not rest[0].isdigit()
    return last not in _ABBREVIATIONS and not (_INITIAL.fullmatch(word[1]) and word[1] != "I")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())
