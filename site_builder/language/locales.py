"""What Babel knows of a language: how dates and numbers are written, and which way it is read. Kept by value: Babel is slow.

English and languages with a catalogue write dates as the catalogue says
(its messages of the context ``date`` are patterns of the Unicode CLDR); others as is
usual in them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from operator import attrgetter

from babel.core import Locale, UnknownLocaleError
from babel.dates import DateTimeFormat, format_date, get_date_format, parse_pattern
from babel.numbers import format_decimal, get_decimal_symbol

ENGLISH = "en"


@lru_cache(maxsize=64)
def locale_of(language: str) -> Locale:
    """The nearest locale that Babel knows: of the language, of it without its country, or English."""
    for tag in (language, language.partition("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale(ENGLISH)


@lru_cache(maxsize=64)
def own_name(language: str) -> str:
    """What a language calls itself (``italiano``); the tag of one that Babel does not know."""
    try:
        return Locale.parse(language, sep="-").get_display_name() or language
    except (UnknownLocaleError, ValueError):
        return language


def direction_of(language: str) -> str:
    """``ltr``, or ``rtl`` for a language that is read from the right."""
    direction: str = locale_of(language).text_direction
    return direction


@lru_cache(maxsize=4096)
def ordinal_form(count: int, language: str) -> str:
    """How a language forms an ordinal: in English 21 is ``one`` as 1 is, in French it is ``other`` as 2 is."""
    return locale_of(language).ordinal_form(count)


@lru_cache(maxsize=4096)
def grouped(count: int, language: str) -> str:
    """A whole number in figures: ``1,204``, ``1.204``, ``1 204``."""
    return format_decimal(count, locale=locale_of(language))


def with_decimal_sign(text: str, language: str) -> str:
    """A decimal number with the sign of a language."""
    return text.replace(".", get_decimal_symbol(locale_of(language)))


@lru_cache(maxsize=65536)
def dated(day: date, pattern: str, language: str) -> str:
    """A date as a pattern of the Unicode CLDR, or one of its names (``full``, ``long``, ``medium``), has it."""
    form, fields = _pattern(pattern, language)
    if not all(field[0] in _RESTS_ON for field in fields):
        return format_date(day, pattern, locale_of(language))
    return form % {field: _field(field, _RESTS_ON[field[0]](day), language) for field in fields}


@lru_cache(maxsize=256)
def _pattern(pattern: str, language: str) -> tuple[str, tuple[str, ...]]:
    """A pattern as Python formats it (``%(d)s %(MMMM)s``), and its fields."""
    locale = locale_of(language)
    found = get_date_format(pattern, locale) if pattern in _USUAL else parse_pattern(pattern)  # type: ignore[arg-type]  # it is one of them
    form = str(found.format)
    return form, tuple(_FIELD.findall(form))


@lru_cache(maxsize=8192)
def _field(field: str, value: int, language: str) -> str:
    """A part of a date, as Babel writes it in any date that has it: of a month all days bear its name."""
    samples = {
        "y": lambda: date(value, 1, 1),
        "d": lambda: date(2000, 1, value),
        "E": lambda: _MONDAY + timedelta(days=value),
    }
    day = samples.get(field[0], lambda: date(2000, value, 1))()
    return DateTimeFormat(day, locale_of(language))[field]


_USUAL = frozenset({"full", "long", "medium", "short"})
_FIELD = re.compile(r"%\((\w+)\)s")
_MONDAY = date(2000, 1, 3)
_RESTS_ON: Mapping[str, Callable[[date], int]] = {
    "y": attrgetter("year"),
    "M": attrgetter("month"),
    "L": attrgetter("month"),
    "d": attrgetter("day"),
    "E": date.weekday,
}
"""What of a date a field rests on, by its letter in a pattern; dates with any other are left to Babel."""
