"""Minutes as noun phrases."""

from __future__ import annotations

import pytest

from site_builder.football.model import Minute
from site_builder.language.catalogues import load_words
from site_builder.language.words import Words
from site_builder.pages.minutes import minute_words


@pytest.mark.parametrize(
    ("minute", "english", "italian"),
    [
        (Minute(1), "the first minute", "minuto 1"),
        (Minute(10), "the 10th minute", "minuto 10"),
        (Minute(112), "the 112th minute", "minuto 112"),
        (Minute(45, 2), "the second minute of stoppage time before half-time", "minuto 45+2"),
        (Minute(90, 11), "the 11th minute of stoppage time", "minuto 90+11"),
        (Minute(120, 1), "the first minute of stoppage time in extra time", "minuto 120+1"),
    ],
)
def test_minutes(minute: Minute, english: str, italian: str) -> None:
    assert minute_words(minute, Words()) == english
    assert minute_words(minute, load_words("it")[0]) == italian
