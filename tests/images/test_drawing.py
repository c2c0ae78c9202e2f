"""Drawing: with the theme's fonts and no others, the same bytes every time."""

from __future__ import annotations

from pathlib import Path

import pytest

from photographs import opened
from site_builder.folders import default_theme_folder
from site_builder.images.drawing import NotDrawn, drawn, fonts_of, hand

FONTS = fonts_of(default_theme_folder() / "cards")
TEXT = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60"><rect width="200" height="60" fill="#fff"/>{}</svg>'


def ink(svg: str, fonts: tuple[Path, ...] = FONTS) -> int:
    """How many pixels are dark."""
    return opened(drawn(svg, fonts)).convert("L").histogram()[0]


def test_letters_are_drawn_with_the_themes_font_alone() -> None:
    text = TEXT.format('<text x="5" y="40" font-size="40" font-family="{}">Ατλέτ Ж ß</text>')
    assert ink(text.format("Halfway Serif")) > 100
    assert ink(text.format("Halfway Serif"), ()) == 0
    assert ink(text.format("DejaVu Sans"), ()) == 0


def test_the_same_drawing_has_the_same_bytes_and_the_size_it_says() -> None:
    text = TEXT.format('<text x="5" y="40" font-family="Halfway Serif">3–1</text>')
    assert drawn(text, FONTS) == drawn(text, FONTS)
    assert opened(drawn(text, FONTS)).size == (200, 60)


def test_no_drawing_is_told() -> None:
    with pytest.raises(NotDrawn):
        drawn("<svg", FONTS)


def test_the_hand_changes_with_the_fonts(tmp_path: Path) -> None:
    (tmp_path / "own.ttf").write_bytes(b"other")
    own = fonts_of(tmp_path, default_theme_folder() / "cards")
    assert [font.name for font in own] == ["own.ttf"]
    assert hand(own) != hand(FONTS) == hand(FONTS)
