"""Slugs: names as they stand in addresses, and the measure of whether two spellings are one.

A slug is ASCII: the name is transliterated, apostrophes of all kinds vanish,
any other run of characters that are neither letters nor digits becomes one
hyphen. It knows nothing of lengths or reserved names: those belong to paths.

    >>> slugify("Duván Zapata"), slugify("L’Aquila"), slugify("AC/DC"), slugify("Łódź")
    ('duvan-zapata', 'laquila', 'ac-dc', 'lodz')
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

_SEPARATORS = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=65536)
def slugify(text: str) -> str:
    """The slug of a name; empty where nothing of it can be written in ASCII letters and digits.

    The rule is the project's contract for addresses. Composed and decomposed
    spellings of a name have one slug, and so have those that differ in case,
    accents, punctuation and spaces.
    """
    if not text.isascii():
        # Composed first: decomposed Hangul would be spelt letter by letter.
        text = anyascii(unicodedata.normalize("NFC", text))
    # The table writes typographic and modifier apostrophes as one of these two.
    return _SEPARATORS.sub("-", text.replace("'", "").replace("`", "").lower()).strip("-")
