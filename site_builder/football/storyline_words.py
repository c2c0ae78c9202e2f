"""Words for storylines: numbers, minutes and dates as a paper prints them. English only.

>>> number(7), number(12), ordinal(3), ordinal(22), possessive("Wolves")
('seven', '12', 'third', '22nd', "Wolves'")
>>> in_minute(Minute(78)), in_minute(Minute(90, 8))
('in the 78th minute', 'in the eighth minute of stoppage time')
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from site_builder.football.model import Minute, Score, Side

_NUMBERS = "no one two three four five six seven eight nine ten".split()
_ORDINALS = "- first second third fourth fifth sixth seventh eighth ninth tenth".split()
_MONTHS = "January February March April May June July August September October November December".split()
_BREAKS = {45: " before half-time", 90: "", 105: " before the break in extra time", 120: " in extra time"}


def number(count: int) -> str:
    """A count: in words up to ten, in figures above."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def ordinal(count: int) -> str:
    """A place in a row: ``tenth``, then ``11th``."""
    return _ORDINALS[count] if count < len(_ORDINALS) else _in_figures(count)


def _in_figures(count: int) -> str:
    ending = "th" if count % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count:,}{ending}"


def times(count: int) -> str:
    """``twice``, ``three times``."""
    return {1: "once", 2: "twice"}.get(count) or f"{number(count)} times"


def possessive(name: str) -> str:
    """``Atalanta's``, ``Wolves'``."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def listed(names: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def held_here(count: int, what: str = "matches") -> str:
    """What a fact was counted from, to stand behind it: ``(12 matches held here)``."""
    return f" ({number(count)} {what} held here)"


def on_day(day: date) -> str:
    """``10 February 2021``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def minute_in_words(minute: Minute) -> str:
    """``the 78th minute``, ``the eighth minute of stoppage time``."""
    if not minute.added:
        return f"the {ordinal(minute.base) if minute.base < 10 else _in_figures(minute.base)} minute"
    return f"the {ordinal(minute.added)} minute of stoppage time{_BREAKS.get(minute.base, '')}"


def in_minute(minute: Minute) -> str:
    """When something happened, as a phrase of time."""
    return f"in {minute_in_words(minute)}"


def told_by(side: Side, score: Score) -> str:
    """A score with a side's own goals first."""
    return (score if side is Side.HOME else score.swapped()).text


def sentence(text: str) -> str:
    """With a capital and a full stop."""
    return f"{text[:1].upper()}{text[1:]}."
