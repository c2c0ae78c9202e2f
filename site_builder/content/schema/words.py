"""Readers of single values that every kind of page knows: names, numbers, flags, choices, languages, colours.

Each takes what the author wrote, a text, and gives the value or raises the
fault that says what to write instead.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum
from typing import Final, TypeVar
from zoneinfo import ZoneInfo, available_timezones

from site_builder.content.schema.colours import COLOUR_NAMES
from site_builder.content.schema.faults import NOTHING, NOTHING_FIX, did_you_mean, fault, nearest, shown, text_of
from site_builder.football.model import CLOSED_DOORS, Season

Choice = TypeVar("Choice", bound=StrEnum)

_WHOLE_NUMBER = re.compile(r"[0-9]+|[0-9]{1,3}(?:[,. '’\u00a0\u202f][0-9]{3})+")
# What has no letter at all is no name either, and told with the names that leave no address.
_FILLERS = frozenset({"n/a", "n.a.", "tbc", "tba", "tbd", "t.b.c.", "t.b.a.", "unknown"})
_LONGEST_FILLER = max(map(len, _FILLERS))
FLAGS: Final = {"true": True, "yes": True, "false": False, "no": False}
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?(?:-[A-Za-z0-9]{5,8})*")
_RATING = re.compile(r"[0-9]{1,2}(?:[.,][0-9]{1,2})?")
_HIGHEST_RATING = 10
_MOST_SPECTATORS = 250_000
_ORDINAL = re.compile(r"([0-9]{1,6})(?:st|nd|rd|th|\.|[ªºa°])", re.IGNORECASE)
_DEGREES = re.compile(r"[-+]?[0-9]{1,3}(?:\.[0-9]+)?")


def read_line(value: object) -> str:
    """A text as one line with single spaces, composed as Unicode's NFC."""
    text = " ".join(text_of(value).split())
    if not text:
        raise fault("empty-value", "this text is empty", "Write something, or leave the key out.")
    if text in NOTHING:
        raise fault("empty-value", f"`{text}` says nothing", NOTHING_FIX)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def stands_for_nothing(text: str) -> bool:
    """Whether this says that a value is not known, as ``TBC`` does."""
    return len(text) <= _LONGEST_FILLER and text.casefold() in _FILLERS


def name_reader(fix: str) -> Callable[[object], str]:
    """A reader of names, which a site links by: what says that a name is not known would be one page for all of them.

    ``fix`` says what to do instead.
    """

    def read(value: object) -> str:
        text = read_line(value)
        if stands_for_nothing(text):
            raise fault("not-known", f"{shown(text)} stands for what is not known", fix)
        return text

    return read


read_name: Final = name_reader("Leave the key out until it is known.")
read_team: Final = name_reader("Leave the match out until both sides are known.")
read_competition: Final = name_reader("Write the name of the competition, or `Friendly`.")


def read_count(value: object, example: str = "22623") -> int:
    """A whole number, thousands parted or not; ``example`` shows what kind of number is meant."""
    text = read_line(value)
    if not _WHOLE_NUMBER.fullmatch(text) or len(text) > 15:
        number = _ORDINAL.fullmatch(text)
        fix = f"Write `{number[1]}`." if number else f"Write digits, as in `{example}`."
        raise fault("not-a-number", f"{shown(text)} is not a whole number", fix)
    return int("".join(char for char in text if char.isdigit()))


def read_ordinal(value: object) -> int:
    """A number that counts from 1."""
    number = read_count(value, "2")
    if not 0 < number < 1000:
        raise fault("not-a-number", f"{shown(str(value))} is out of range", "Count from 1.")
    return number


def read_flag(value: object) -> bool:
    """``true``, ``yes``, ``false`` or ``no``, in any case; other words, such as YAML's ``on``, are refused."""
    text = read_line(value)
    if text.lower() not in FLAGS:
        raise fault("not-true-or-false", f"{shown(text)} is neither true nor false", "Write `true` or `false`.")
    return FLAGS[text.lower()]


def read_attendance(value: object) -> int | str:
    """A number, or `CLOSED_DOORS`."""
    text = read_line(value)
    if text.lower().removeprefix("behind ") == CLOSED_DOORS:
        return CLOSED_DOORS
    if not _WHOLE_NUMBER.fullmatch(text):
        fix = f"Write digits, as in `22,623`, or `{CLOSED_DOORS}`; leave the key out if it is unknown."
        raise fault("not-a-number", f"{shown(text)} is no attendance", fix)
    number = read_count(text)
    if number > _MOST_SPECTATORS:
        raise fault("not-a-number", f"{shown(text)} is more than any ground has held", "Write how many came, as in `22,623`.")
    return number


def read_rating(value: object) -> str:
    """A mark for a player, as it is written: a number from 0 to 10, or a word."""
    text = read_line(value)
    if text[0] in "-−+.,0123456789" and not (_RATING.fullmatch(text) and float(text.replace(",", ".")) <= _HIGHEST_RATING):
        raise fault("not-a-rating", f"{shown(text)} is no mark for a player", "Write a number from 0 to 10, as in `7.5`.")
    return text


def read_season(value: object) -> Season:
    """A season."""
    text = read_line(value)
    try:
        return Season.parse(text)
    except ValueError as error:
        fix = "Write it as `2020-21`, or as `2026` where a season is a calendar year."
        raise fault("not-a-season", str(error), fix) from None


def choice_of(kinds: type[Choice]) -> Callable[[object], Choice]:
    """A reader of one word of an enumeration."""
    words = {str(kind): kind for kind in kinds}

    def read(value: object) -> Choice:
        text = read_line(value)
        if text.lower() not in words:
            listed = ", ".join(f"`{word}`" for word in words)
            raise fault("not-a-choice", f"{shown(text)} is not known here", did_you_mean(text, words, f"Write one of {listed}."))
        return words[text.lower()]

    return read


def read_language(value: object) -> str:
    """A language tag such as ``en`` or ``pt-BR``."""
    text = read_line(value)
    if not _LANGUAGE.fullmatch(text):
        raise fault("not-a-language", f"{shown(text)} is not a language tag", "Write it as `en` or `pt-BR`.")
    return text


def read_time_zone(value: object) -> str:
    """The name of a time zone such as ``Europe/Rome``."""
    text = read_line(value)
    try:
        ZoneInfo(text)
    except (LookupError, ValueError, OSError):
        known = {name.lower(): name for name in available_timezones()}
        close = nearest(text.replace(" ", "_"), known)
        fix = f"Did you mean `{known[close]}`?" if close else "Write it as `Europe/Rome`."
        raise fault("not-a-time-zone", f"{shown(text)} is not a time zone", fix) from None
    return text


def read_colour(value: object) -> str:
    """A colour as CSS has it: a name, or ``#rgb`` and ``#rrggbb``; in small letters."""
    text = read_line(value)
    if text.lower() not in COLOUR_NAMES and not _COLOUR.fullmatch(text):
        otherwise = 'Write a name that CSS knows, or quote its number: `"#005ca9"`.'
        raise fault("not-a-colour", f"{shown(text)} is not a colour", did_you_mean(text, COLOUR_NAMES, otherwise))
    return text.lower()


def read_coordinates(value: object) -> tuple[float, float]:
    """Degrees north and east: ``45.7, 9.68``, or a list of the two."""
    parts = [text_of(part).strip() for part in (value if isinstance(value, list) else text_of(value).split(","))]
    fix = "Write degrees north, then east: `45.709, 9.681`."
    if len(parts) != 2 or not all(_DEGREES.fullmatch(part) for part in parts):
        raise fault("not-coordinates", f"{shown(', '.join(parts))} are no coordinates", fix)
    north, east = float(parts[0]), float(parts[1])
    if abs(north) > 90 or abs(east) > 180:
        raise fault("not-coordinates", f"{shown(', '.join(parts))} lies beyond the poles or the date line", fix)
    return north, east


def as_list(value: object) -> object:
    """One text as a list of one."""
    return [value] if isinstance(value, str) else value


def split_at_commas(value: object) -> object:
    """A text with commas as a list."""
    return [part for part in value.split(",") if part.strip()] if isinstance(value, str) else value
