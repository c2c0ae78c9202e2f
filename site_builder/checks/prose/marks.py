"""A sentence with everything in it that means something to a check cut out: its text in small letters, and marks.

In the text of a `Reading` each mark is one character, so that patterns can say
what stands where, and a place in the text leads to its mark:

    >>> pattern("<T> beat (?:the )?<T>").search(reading.text)        # doctest: +SKIP
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from site_builder.football.model import Side
from site_builder.phrases import DatePhrase, MinutePhrase, ScorePhrase


class Sign(StrEnum):
    """What a mark stands for: one character of a private area each."""

    TEAM = "\ue000"
    """One of the two teams; the value is its side."""
    PLAYER = "\ue001"
    """Players of the match, slugs: several where the name fits several."""
    STAFF = "\ue002"
    """A manager or a referee of the match."""
    STRANGER = "\ue003"
    """A name that the match does not know; the value is the name."""
    OTHER = "\ue004"
    """Another team, competition or venue that the site knows; the value is its address."""
    VENUE = "\ue005"
    """The match's own venue, or its town."""
    COMPETITION = "\ue006"
    """The match's own competition."""
    MINUTE = "\ue007"
    SCORE = "\ue008"
    DATE = "\ue009"


_LETTERS = dict(zip("TPRXOVCMSD", Sign, strict=True))


def pattern(text: str) -> re.Pattern[str]:
    """A regular expression over a `Reading`'s text: ``<T>`` team, ``<P>`` player, ``<R>`` staff, ``<X>`` stranger.

    ``<O>`` other, ``<V>`` venue, ``<C>`` competition, ``<M>`` minute, ``<S>`` score, ``<D>`` date; ``<PX>`` is either.
    """

    def sign(match: re.Match[str]) -> str:
        signs = "".join(_LETTERS[letter].value for letter in match[1])
        inside_set = text.count("[", 0, match.start()) > text.count("]", 0, match.start())
        return signs if len(signs) == 1 or inside_set else f"[{signs}]"

    return re.compile(re.sub(r"<([A-Z]+)>", sign, text))


class Mark(Struct, frozen=True):
    """Something named, from ``start`` to ``end`` of the passage; only the value that belongs to its sign is set."""

    sign: Sign
    start: int
    end: int
    text: str
    side: Side | None = None
    people: tuple[str, ...] = ()
    address: str = ""
    minute: MinutePhrase | None = None
    score: ScorePhrase | None = None
    date: DatePhrase | None = None


class Reading(Struct, frozen=True, dict=True):
    """A sentence: ``text`` with a character for each mark; ``marks`` by the place of that character.

    ``start`` and ``end`` are its place in the passage, ``is_lead`` tells the
    first paragraph and the title, ``is_item`` an item of a list, ``is_entry`` an
    entry of a live blog, which speaks of its own minute.
    """

    text: str
    marks: dict[int, Mark]
    start: int
    end: int
    is_lead: bool = False
    is_item: bool = False
    is_title: bool = False
    is_entry: bool = False

    def of(self, *signs: Sign) -> tuple[tuple[int, Mark], ...]:
        """Marks of these kinds with their places in the text, in order."""
        return tuple((place, mark) for place, mark in self.marks.items() if mark.sign in signs)

    def within(self, start: int, end: int, *signs: Sign) -> tuple[Mark, ...]:
        """Marks of these kinds in a part of the text."""
        return tuple(mark for place, mark in self.of(*signs) if start <= place < end)

    def search(self, *patterns: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Every hit of any of the patterns."""
        for one in patterns:
            yield from one.finditer(self.text)

    def clause(self, place: int) -> tuple[int, int]:
        """The part of the sentence around a place, between its stronger pauses."""
        start, end = 0, len(self.text)
        for pause in self.pauses:
            if pause.end() <= place:
                start = pause.end()
            elif pause.start() >= place:
                return start, pause.start()
        return start, end

    @cached_property
    def pauses(self) -> tuple[re.Match[str], ...]:
        """Where a new clause begins."""
        return tuple(_PAUSE.finditer(self.text))


_PAUSE = re.compile(r"[;:()]| [–—-] |—|, (?:and|but|while|whereas|although|though|so|yet)\b|\bbut\b|\bwhile\b|\balthough\b")
