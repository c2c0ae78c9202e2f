"""What is wrong with a value, as the reader of it says so.

A reader raises what `fault` makes; pydantic collects all of them with their
key paths; `remarks` turns those into problems at lines and columns. No
reader knows where its value stands, and none needs pydantic.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Final, TypeVar

from site_builder.content.shorthand import ShorthandError

T = TypeVar("T")

_SHORT = 3
# `scroe` is nearer to `score` than `stage` is to `tags`; `scr` is no nearer to `src`.
_NEAR, _NEAR_SHORT = 0.7, 0.6
NOTHING: Final = frozenset({"-", "--", "–", "?", "??"})
"""What stands in tables where nothing is known; front matter leaves such a key out."""
NOTHING_FIX: Final = "Leave the key out where its value is not known."
_LONGEST_SHOWN = 60


class Fault(ValueError):
    """The error that a reader of values raises; `problems.Problem` says what its words are.

    ``at`` is the offset and the length of the characters that are meant, all
    of the value where the length is 0; ``item`` is the item of a list, or the key,
    in a value that was read as a whole.
    """

    def __init__(self, code: str, message: str, fix: str, at: tuple[int, int], item: str | int | None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.fix = fix
        self.at = at
        self.item = item


def fault(code: str, message: str, fix: str = "", at: tuple[int, int] = (0, 0), item: str | int | None = None) -> Fault:
    """The error of a value; see `Fault`."""
    return Fault(code, message, fix, at, item)


def of_shorthand(code: str, error: ShorthandError, item: int | None = None) -> Fault:
    """A shorthand's error as a reader raises it."""
    return fault(code, error.message, error.fix, (error.offset, error.length), item)


def shown(value: str) -> str:
    """A value in backticks, shortened where it is long."""
    return f"`{value if len(value) <= _LONGEST_SHOWN else value[:_LONGEST_SHOWN] + '…'}`"


def text_of(value: object) -> str:
    """The text that a reader was given. Raises the fault of a list or of keys in its place."""
    if isinstance(value, str):
        return value
    kind = "a list" if isinstance(value, list | tuple) else "keys with values"
    raise fault("wrong-kind-of-value", f"a text is due here, not {kind}", "Write it in the line of its key.")


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """``Did you mean `x`?`` where one of the known words is close."""
    close = nearest(word, known)
    return f"Did you mean `{close}`?" if close else otherwise


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that is most like this one; empty where none is near."""
    cutoff = _NEAR if len(word) > _SHORT else _NEAR_SHORT
    close = get_close_matches(word.lower().replace("-", "_"), tuple(known), n=1, cutoff=cutoff)
    return close[0] if close else ""


def shorthand(code: str, parse: Callable[[str], T]) -> Callable[[object], T]:
    """A reader of one text from the parser of a shorthand; ``code`` is that of the problem where it cannot be read."""

    def read(value: object) -> T:
        try:
            return parse(text_of(value))
        except ShorthandError as error:
            raise of_shorthand(code, error) from None

    return read
