r"""What stands around a name wherever a text has it, by patterns that are compiled once and not again for each name.

A pattern of what comes before ends with ``\Z``: it is searched up to the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_WIDEST = 80
"""Letters before a name that a pattern may take in."""
_BEGINNING, _EDGE = re.compile(r"(?<!\w)"), re.compile(r"\b")


def places_of(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a name stands, letter by letter, from its first to behind its last; also within words."""
    start = text.find(name) if name else -1
    while start >= 0:
        yield start, start + len(name)
        start = text.find(name, start + 1)


def begins_word(text: str, start: int) -> bool:
    """Whether no letter stands before this place."""
    return bool(_BEGINNING.match(text, start))


def ends_word(text: str, end: int) -> bool:
    """Whether a word ends, or begins, at this place."""
    return bool(_EDGE.match(text, end))


def is_before(pattern: re.Pattern[str], text: str, start: int) -> bool:
    """Whether what a pattern means ends right before this place."""
    return bool(pattern.search(text, max(0, start - _WIDEST), start))
