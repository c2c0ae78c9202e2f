"""Makes the typeface of the default theme: a subset of a variable font for pages, two fixed weights for social cards.

    npm pack source-serif@4.5.1 && tar -xzf source-serif-4.5.1.tgz
    python tools/make_font.py package/VAR/SourceSerif4Variable-Roman.ttf

writes ``templates/assets/fonts/halfway-serif.woff2``, which pages load, and
``templates/cards/halfway-serif-….ttf``, which only the drawing of cards reads.
The same source and the same fontTools give the same bytes.

Source Serif is under the SIL Open Font License, which reserves its name: what is
changed, and a subset is, has to bear another one. Its licence text stands beside
the fonts.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FAMILY = "Halfway Serif"
TEMPLATES = Path(__file__).parent.parent / "templates"
MOST_BYTES = 70_000
"""What a reader on a telephone is asked to load."""

LETTERS = (
    (0x20, 0x7E),  # Latin
    (0xA0, 0x17F),  # western and central European letters
    (0x192, 0x192),
    (0x218, 0x21B),  # Romanian
    (0x2C6, 0x2C7),
    (0x2D8, 0x2DD),
    (0x384, 0x3CE),  # Greek
    (0x400, 0x45F),  # Cyrillic
    (0x490, 0x491),
    (0x1E9E, 0x1E9E),
    (0x2010, 0x2015),  # hyphens and dashes
    (0x2018, 0x201E),  # quotation marks
    (0x2020, 0x2022),
    (0x2026, 0x2026),
    (0x2032, 0x2033),  # minutes
    (0x2039, 0x203A),
    (0x20AC, 0x20AC),
    (0x2116, 0x2116),
    (0x2122, 0x2122),
    (0x2190, 0x2193),
    (0x2212, 0x2212),
)
FEATURES = ["kern", "ccmp", "locl", "lnum", "tnum"]
"""Kerning, accents, national forms, and figures that stand on the line and under each other."""


def letters() -> Iterator[int]:
    """Every character that the fonts have."""
    for first, last in LETTERS:
        yield from range(first, last + 1)


def made(source: Path, weight: float | tuple[float, float], size: float, flavour: str = "") -> TTFont:
    """The font at a weight, or a range of weights, drawn for a size in points; renamed, without what is not needed."""
    font = instantiateVariableFont(TTFont(source, recalcTimestamp=False), {"wght": weight, "opsz": size})
    options = Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 6, 13, 14]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters())
    subsetter.subset(font)
    style = "Bold" if weight == 700 else "Regular"
    words = {1: FAMILY, 2: style, 3: f"{FAMILY} {style}", 4: f"{FAMILY} {style}", 6: f"{FAMILY.replace(' ', '')}-{style}"}
    for number, text in words.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    for record in font["name"].names:
        if record.nameID >= 256:  # the names of a variable font's instances
            record.string = str(record).replace("SourceSerif4Variable", FAMILY.replace(" ", ""))
    font.flavor = flavour or None
    return font


def main(source: Path) -> None:
    """Write all three files."""
    web = TEMPLATES / "assets" / "fonts" / "halfway-serif.woff2"
    made(source, (400, 700), 20, "woff2").save(web)
    made(source, 400, 24).save(TEMPLATES / "cards" / "halfway-serif-regular.ttf")
    made(source, 700, 60).save(TEMPLATES / "cards" / "halfway-serif-bold.ttf")
    if web.stat().st_size > MOST_BYTES:
        sys.exit(f"{web} has {web.stat().st_size:,} bytes, more than {MOST_BYTES:,}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
