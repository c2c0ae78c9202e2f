"""The values of minutes as prose says them: what `minutes` finds and `minute_patterns` makes of words."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from site_builder.football.model import Minute


class Certainty(StrEnum):
    """How a phrase gives its minute."""

    SAID = "said"
    """In so many words: ``in the 53rd minute``."""
    WORKED_OUT = "worked out"
    """By plain arithmetic from words: ``two minutes from time`` is 88."""
    OPEN = "open"
    """Not at all, or only together with something else: ``just before the break``, ``six minutes later``."""


class Span(NamedTuple):
    """The minutes among which a moment lies, stoppage time counting to the last minute of its half."""

    first: int
    last: int

    def holds(self, minute: Minute) -> bool:
        """Whether a minute may be meant."""
        return self.first <= minute.base <= self.last


class MinutePhrase(Struct, frozen=True):
    """A phrase for a moment of play, from ``start`` to ``end`` of the text.

    ``minute`` is None where the words leave it open, and about right where it is
    given all the same (``after a quarter of an hour``); ``span`` says within which
    minutes it lies then, None where they do not even say that. ``later`` is a
    number of minutes after something else (negative: before it), ``after`` the
    words for that something, empty where it is whatever was told last.
    ``added`` is a minute of stoppage time of a half that the phrase does not name.
    """

    text: str
    start: int
    end: int
    certainty: Certainty
    minute: Minute | None = None
    span: Span | None = None
    later: int | None = None
    after: str = ""
    added: int | None = None


class Meaning(NamedTuple):
    """What a pattern makes of its words; see `MinutePhrase`."""

    certainty: Certainty
    minute: Minute | None = None
    span: Span | None = None
    later: int | None = None
    after: str = ""
    added: int | None = None
