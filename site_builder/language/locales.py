"""What Babel knows of a language: how dates and numbers are written, and which way it is read. Kept by value: Babel is slow.

English and languages with a catalogue write dates as the catalogue says
(its messages of the context ``date`` are patterns of the Unicode CLDR); others as is
usual in them.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date
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
def grouped(count: int, language: str) -> str:
    """A whole number in figures: ``1,204``, ``1.204``, ``1 204``."""
    return format_decimal(count, locale=locale_of(language))


def with_decimal_sign(text: str, language: str) -> str:
    """A decimal number with the sign of a language."""
    return text.replace(".", get_decimal_symbol(locale_of(language)))


@lru_cache(maxsize=65536)
def dated(day: date, pattern: str, language: str) -> str:
    """A date as a pattern of the Unicode CLDR, or one of its names (``full``, ``long``, ``medium``), has it."""
    return format_date(day, pattern, locale_of(language))
