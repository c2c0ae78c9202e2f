"""What Babel knows of a language."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from site_builder.language.locales import dated, direction_of, grouped, locale_of, own_name

PATTERNS = (
    "full",
    "long",
    "medium",
    "short",
    "EEEE d MMMM y",
    "d MMM y",
    "LLLL y",
    "EE, dd.MM.yy 'of' y",
    "d '100%' MMMMM",
    "w D",
)


@pytest.mark.parametrize(
    ("language", "locale"), [("it", "it"), ("pt-BR", "pt_BR"), ("it-XX", "it"), ("tlh", "en"), ("zh-Hant-TW", "zh_Hant_TW")]
)
def test_the_nearest_locale_is_taken(language: str, locale: str) -> None:
    assert str(locale_of(language)) == locale


@pytest.mark.parametrize(
    ("language", "said"), [("en", "1,204"), ("it", "1.204"), ("nb", "1\N{NO-BREAK SPACE}204"), ("tlh", "1,204")]
)
def test_numbers_are_grouped_as_is_usual(language: str, said: str) -> None:
    assert grouped(1204, language) == said


def test_the_way_a_language_is_read() -> None:
    assert [direction_of(language) for language in ("en", "it", "ar", "he", "fa-IR")] == ["ltr", "ltr", "rtl", "rtl", "rtl"]


def test_a_language_is_called_as_it_calls_itself_or_by_its_tag() -> None:
    names = {language: own_name(language) for language in ("it", "pt-BR", "tlh", "not a tag")}
    assert names == {"it": "italiano", "pt-BR": "português (Brasil)", "tlh": "tlh", "not a tag": "not a tag"}


@given(
    st.dates(date(1, 1, 1)),
    st.sampled_from(PATTERNS),
    st.sampled_from(["en", "it", "de", "pt-BR", "ar", "fa", "ja", "ru", "zh-Hant-TW", "th", "tlh"]),
)
def test_dates_are_as_babel_writes_them(day: date, pattern: str, language: str) -> None:
    assert dated(day, pattern, language) == format_date(day, pattern, locale_of(language))
