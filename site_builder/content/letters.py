"""Letters that lose their sound with their accents: what a browser has to be told to fold names as slugs do.

A slug transliterates all of Unicode (`slugs`). A browser can take accents off by
itself, which is right for ``é`` and leaves nothing of ``ł``, ``ß`` or ``Я``. This
module finds, among the letters of some texts, those that need an entry in a table.

    >>> letters_of(["Łódź", "Zoë", "L’Aquila"])
    {'Ł': 'l', 'ł': 'l', '’': ''}
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from anyascii import anyascii

_SEPARATORS = re.compile(r"[^a-z0-9]+")


def letters_of(texts: Iterable[str]) -> dict[str, str]:
    """Letters of these texts, small and capital, with what a slug makes of each; those that only lose accents are left out."""
    used = {letter for text in texts if not text.isascii() for letter in unicodedata.normalize("NFC", text)}
    cases = {case for letter in used for case in (letter, letter.lower(), letter.upper()) if len(case) == 1}
    told = ((letter, _told(letter)) for letter in sorted(cases) if not letter.isascii())
    return {letter: spelt for letter, spelt in told if spelt is not None}


@lru_cache(maxsize=4096)
def _told(letter: str) -> str | None:
    """What a letter is spelt as, None where taking off its accents gives the same."""
    spelt = _plain(anyascii(letter))
    return None if _plain(_without_accents(letter)) == spelt else spelt


def _without_accents(letter: str) -> str:
    """What a browser makes of a letter: its base if that is ASCII, else a gap."""
    bases = (base for base in unicodedata.normalize("NFD", letter) if not unicodedata.category(base).startswith("M"))
    return "".join(base if base.isascii() else " " for base in bases)


def _plain(text: str) -> str:
    """Small letters and digits, anything else a gap, apostrophes nothing: as `slugs.slugify` has it."""
    return _SEPARATORS.sub(" ", text.replace("'", "").replace("`", "").lower())
