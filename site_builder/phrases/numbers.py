"""Numbers up to 150 in figures and in English words: as many as a match has minutes.

It reads a number that somebody has found; where one stands in a text is for the
patterns ``CARDINAL`` and ``ORDINAL``, to be put into other patterns (they hold
no group, and are meant for `re.IGNORECASE`).

    >>> number_of("twenty-one"), number_of("a hundred and twenty"), number_of("72")
    (21, 120, 72)
    >>> ordinal_of("53rd"), ordinal_of("seventy-eighth")
    (53, 78)
"""

from __future__ import annotations

import re
from typing import Final

_UNITS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve"
    " thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINAL_UNITS: Final = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_ORDINAL_TENS: Final = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()

_SMALL: Final = {word: value for value, word in enumerate(_UNITS)} | {"a": 1, "an": 1, "no": 0, "nil": 0}
_ROUND: Final = {word: 10 * value for value, word in enumerate(_TENS, 2)}
_SMALL_ORDINALS: Final = {word: value for value, word in enumerate(_ORDINAL_UNITS)}
_ROUND_ORDINALS: Final = {word: 10 * value for value, word in enumerate(_ORDINAL_TENS, 2)} | {"hundredth": 100}


def _any_of(words: list[str]) -> str:
    """A pattern of alternatives, longest first, so that ``sixteen`` is not read as ``six``."""
    return "|".join(sorted(words, key=len, reverse=True))


_ABOVE_HUNDRED: Final = r"(?:(?:a|one)[ -])?hundred(?:[ -]and)?[ -]"
_UNIT_WORDS: Final = _any_of(_UNITS[1:])
CARDINAL: Final = (
    rf"(?:\d{{1,3}}|(?:{_ABOVE_HUNDRED})?(?:(?:{_any_of(_TENS)})(?:[ -](?:{_any_of(_UNITS[1:10])}))?|{_UNIT_WORDS})"
    r"|(?:a|one)[ -]hundred)(?![\w])"
)
"""A number in figures or words, none of them ``a``."""
ORDINAL: Final = (
    rf"(?:\d{{1,3}}(?:st|nd|rd|th)|(?:{_ABOVE_HUNDRED})?(?:(?:{_any_of(_TENS)})[ -](?:{_any_of(_ORDINAL_UNITS[1:10])})"
    rf"|{_any_of(_ORDINAL_TENS)}|{_any_of(_ORDINAL_UNITS[1:])}))(?![\w])"
)
"""An ordinal in figures or words: ``72nd``, ``seventy-second``."""
_HUNDRED = re.compile(r"(?:(?:a|one)[ -])?hundred(?:[ -]and)?(?:[ -]|$)")


def number_of(text: str) -> int | None:
    """The value of a cardinal number in figures or words; ``a`` is one. None where it is none, or above 999."""
    return _value(text, _SMALL, _ROUND)


def ordinal_of(text: str) -> int | None:
    """The value of an ordinal number such as ``53rd`` or ``fifty-third``; None where it is none."""
    found = re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)", text.strip().lower())
    return int(found[1]) if found else _value(text, _SMALL_ORDINALS, _ROUND_ORDINALS)


def _value(text: str, small: dict[str, int], rounds: dict[str, int]) -> int | None:
    words = text.strip().lower().replace("‑", "-")
    if words.isascii() and words.isdigit():
        return int(words) if len(words) <= 3 else None
    hundred = _HUNDRED.match(words)
    rest = words[hundred.end() :] if hundred else words
    if hundred and not rest:
        return 100
    below = _below_hundred(rest.replace("-", " ").split(), small, rounds)
    return None if below is None else below + (100 if hundred else 0)


def _below_hundred(words: list[str], small: dict[str, int], rounds: dict[str, int]) -> int | None:
    if len(words) == 1:
        return small.get(words[0], rounds.get(words[0]))
    if len(words) == 2 and words[0] in _ROUND and 1 <= small.get(words[1], 0) <= 9:
        return _ROUND[words[0]] + small[words[1]]
    return None
