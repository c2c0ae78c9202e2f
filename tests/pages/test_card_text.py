"""Text for cards: in letters that the font has, and never wider than it is taken for."""

from __future__ import annotations

from functools import cache

import pytest
from fontTools.ttLib import TTFont

from site_builder.folders import default_theme_folder
from site_builder.pages.card_text import broken, fitted, shown_letters, width_of

FONTS = sorted((default_theme_folder() / "cards").glob("*.ttf"))
NAMES = (
    "Atalanta",
    "Borussia Mönchengladbach",
    "Wolverhampton Wanderers",
    "Ολυμπιακός Πειραιώς",
    "Локомотив Москва",
    "Żalgiris Vilnius",
    "WWW MMM mmm",
    "Deportivo La Coruña",
    "Semi-finals · First leg – 2020/21",
)


@cache
def advances(weight: int) -> dict[int, int]:
    """How wide each character is set, in thousandths of the size."""
    font = TTFont(FONTS[weight])
    return {character: font["hmtx"][glyph][0] for character, glyph in font.getBestCmap().items()}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("weight", [0, 1])
def test_a_name_is_taken_for_a_little_wider_than_it_is(name: str, weight: int) -> None:
    real = sum(advances(weight)[ord(letter)] for letter in name) / 1000
    assert 0.98 * real < width_of(name, 1) < 1.3 * real


def test_every_letter_that_is_kept_is_in_the_font() -> None:
    kept = {number for number in range(32, 0x3000) if shown_letters(f"a{chr(number)}a") == f"a{chr(number)}a"}
    assert kept - set(advances(0)) <= {0x7F}
    assert {ord(letter) for name in NAMES for letter in name} <= kept


@pytest.mark.parametrize(
    ("text", "shown"),
    [("დინამო", "dinamo"), ("a\n b\t c", "a b c"), ("Köln – 1. FC", "Köln – 1. FC"), ("⚽ Goal", ":soccer: Goal")],
)
def test_other_scripts_are_set_in_latin_letters(text: str, shown: str) -> None:
    assert shown_letters(text) == shown


def test_a_text_is_made_smaller_then_broken_then_cut() -> None:
    assert fitted("Atalanta", 770, 76, 40) == 76
    assert 40 <= fitted("Borussia Mönchengladbach", 770, 76, 40) < 76
    assert broken("Wolverhampton Wanderers", 320, 40, 2) == ("Wolverhampton", "Wanderers")
    for text in ("x" * 500, "word " * 100, "a " + "x" * 200):
        lines = broken(text.strip(), 300, 40, 2)
        assert len(lines) <= 2
        assert lines[-1].endswith("…")
        assert all(width_of(line, 40) <= 300 for line in lines)


def test_nothing_stays_nothing() -> None:
    assert broken("", 300, 40, 2) == ("",)
