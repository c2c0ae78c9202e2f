"""SVG becomes PNG, for social cards: by resvg, with the theme's fonts and no others, so that every machine draws the same."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import resvg_py

from site_builder.incremental.fingerprint import digest, fingerprint


class NotDrawn(Exception):
    """An SVG that cannot be drawn; the text is a sentence without its full stop."""


def fonts_of(*folders: Path) -> tuple[Path, ...]:
    """The font files in the first of these folders that holds any."""
    for folder in folders:
        found = sorted(path for path in folder.glob("*.ttf") if path.is_file())
        if found:
            return tuple(found)
    return ()


@cache
def hand(fonts: tuple[Path, ...]) -> str:
    """The fingerprint of all that draws: the version of resvg, and the bytes of the fonts."""
    return fingerprint("hand", resvg_py.__version__, resvg_py.__resvg_version__, *(digest(font.read_bytes()) for font in fonts))


def drawn(svg: str, fonts: Sequence[Path]) -> bytes:
    """The PNG of a drawing. Raises `NotDrawn`."""
    try:
        return resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=[str(font) for font in fonts])
    except ValueError as error:
        raise NotDrawn(" ".join(str(error).split())) from error
