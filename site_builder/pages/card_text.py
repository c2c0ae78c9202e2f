"""Text for drawings: how wide it is, roughly, where it breaks, and in letters that the card's font has.

>>> broken("Wolverhampton Wanderers", 320, 40, 2)
('Wolverhampton', 'Wanderers')
"""

from __future__ import annotations

import re
import unicodedata

from anyascii import anyascii

# The letters of `tools/make_font.py`; a test holds these against the font itself.
_NOT_IN_FONT = re.compile(
    "[^ -~\xa0-\u012b\u012e-\u0131\u0134-\u0165\u0168-\u017f\u0192\u0218-\u021b\u02c6\u02c7\u02d8-\u02dd"
    "\u0384-\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490\u0491\u1e9e"
    "\u2010\u2012-\u2015\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2032\u2033\u2039\u203a\u20ac\u2116\u2122\u2190-\u2193\u2212]"
)
# Widths in hundredths of the size, as the heavier of the card's fonts has them; accents change none.
_WIDTHS = {
    **dict.fromkeys("fijltIJ.,:;'’!|()[]-·/ ıιΙ", 34),
    **dict.fromkeys("rszcvaeyςεζξτγνзгсэавеутх", 50),
    **dict.fromkeys("DGHNOQUVwωΘΟΩΝΦΠΗΨψφИНПФЦжфымю", 78),
    **dict.fromkeys("mMWÆŒæœ—…%@ΜМШЩЮЖЫшщ", 96),
}
_CAPITAL, _SMALL = 66, 59


def shown_letters(text: str) -> str:
    """A text on one line, what the font has no letter for in Latin letters: Georgian and Japanese names can be read too."""
    return " ".join(_NOT_IN_FONT.sub(lambda found: anyascii(found.group()), text).split())


def width_of(text: str, size: int) -> float:
    """How wide a text is set in bold, in the units of ``size``; rather too wide than too narrow."""
    return size * sum(_hundredths(letter) for letter in text) / 100


def _hundredths(letter: str) -> int:
    plain = unicodedata.normalize("NFD", letter)[0]
    return _WIDTHS.get(plain, _CAPITAL if plain.isupper() else _SMALL)


def fitted(text: str, width: int, most: int, least: int) -> int:
    """The largest size, from ``most`` down to ``least``, in which a text fits into one line."""
    size = most
    while size > least and width_of(text, size) > width:
        size -= 2
    return size


def broken(text: str, width: int, size: int, most: int) -> tuple[str, ...]:
    """A text in lines, at most so many; what is too long for them ends in an ellipsis."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, size) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = [*lines[: most - 1], " ".join(lines[most - 1 :])] if len(lines) > most else lines
    return tuple(_cut(line, width, size) for line in kept)


def _cut(line: str, width: int, size: int) -> str:
    if width_of(line, size) <= width:
        return line
    while line and width_of(line + "…", size) > width:
        line = line[:-1]
    return line.rstrip() + "…"
