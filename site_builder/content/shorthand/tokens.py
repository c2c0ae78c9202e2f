"""The words and brackets that every shorthand is made of, and the error that says where one is wrong.

A text is cut into words and the signs ``, ; ( ) [ ]``; a cursor walks over
them. White space only parts words. Nothing here knows what a goal or a
line-up is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, NoReturn

from msgspec import Struct

from site_builder.content.shorthand.player_words import sign_in
from site_builder.football.model import Minute

# Minutes of stoppage time only: `12' + 34'` are two goals.
_SPACED_MINUTE = r"(?:45|90|105|120)['’′´`‘]?+(?:\s++\+\s*+|\+\s++)1?[0-9]['’′´`‘]?+(?![^\s,;()\[\]])"
_TOKEN = re.compile(rf"{_SPACED_MINUTE}|[^\s,;()\[\]]+|[,;()\[\]]")
_MINUTE = re.compile(r"([0-9]+)['’′´`‘]?(?:\s*(\+)\s*([0-9]*))?['’′´`‘]?\.?(.*)", re.DOTALL)
_CLOSING = {"(": ")", "[": "]"}
_LAST_MINUTE = 150
_LONGEST_MESSAGE = 300
_TIMES = re.compile(r"[x×*][0-9]|[0-9][x×*]")
TIMES_FIX: Final = "Write the name once for each time, as in `Pessina, Pessina`, or its minutes."
SHIRT_FIX: Final = "Write the name without the number of the shirt."
_SHIRT = re.compile(r"[#№][0-9]+\.?")
_FULL_STOP = re.compile(r"(?:(?<=[^\W\d_]{4})|(?<=[)\]'’]))\.\s*$")
_MINUTE_FIX = "Write minutes as `78'` or `45+2'`, counted from 1."


class ShorthandError(ValueError):
    """A shorthand that cannot be read.

    ``message`` is one sentence without its full stop, ``fix`` says what to do;
    ``offset`` counts characters from 0 in the text that was given, ``length``
    is how many of them are meant.
    """

    def __init__(self, message: str, fix: str = "", offset: int = 0, length: int = 0) -> None:
        self.message = message if len(message) <= _LONGEST_MESSAGE else message[:_LONGEST_MESSAGE] + "…`"
        super().__init__(self.message)
        self.fix = fix
        self.offset = offset
        self.length = length


class Token(Struct, frozen=True):
    """A word or a sign, with its place in the text."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + len(self.text)

    @property
    def is_word(self) -> bool:
        """Whether it is a word rather than a sign."""
        return self.text[:1] not in ("", ",", ";", "(", ")", "[", "]")

    @property
    def is_number(self) -> bool:
        """Whether it starts with a digit, so it has to be a minute or a score."""
        return "0" <= self.text[:1] <= "9"


@dataclass(slots=True)
class Cursor:
    """A place between the tokens of ``text``; ``base`` is where ``text`` begins in what the author wrote."""

    text: str
    base: int = 0
    tokens: list[Token] = field(init=False)
    index: int = 0

    def __post_init__(self) -> None:
        """Cut the text."""
        self.tokens = [Token(found[0], found.start()) for found in _TOKEN.finditer(self.text)]

    @property
    def token(self) -> Token:
        """The token ahead; an empty one at the end of the text."""
        return self.ahead(0)

    def ahead(self, count: int) -> Token:
        """The token so many after the one ahead; an empty one beyond the end."""
        index = self.index + count
        return self.tokens[index] if index < len(self.tokens) else Token("", len(self.text))

    def at_end(self) -> bool:
        """Whether nothing is left."""
        return self.index >= len(self.tokens)

    def take(self) -> Token:
        """The token ahead, which is then behind."""
        token = self.token
        self.index += 1
        return token

    def skip(self, *signs: str) -> int:
        """Pass over any of these tokens; returns how many."""
        start = self.index
        while self.token.text in signs and not self.at_end():
            self.index += 1
        return self.index - start

    def fail(self, message: str, fix: str = "", token: Token | None = None) -> NoReturn:
        """Raise the error about one token, the one ahead unless told."""
        about = token or self.token
        raise ShorthandError(message, fix, self.base + about.start, len(about.text))

    def slice(self, start: int, end: int) -> str:
        """The text between two offsets, with single spaces."""
        return " ".join(self.text[start:end].split())

    def group_end(self) -> int:
        """The index after the bracket that closes the one ahead.

        Raises ShorthandError where none does.
        """
        opening, closing, depth = self.token, _CLOSING[self.token.text], 0
        for index in range(self.index, len(self.tokens)):
            text = self.tokens[index].text
            depth += (text == opening.text) - (text == closing)
            if depth == 0:
                return index + 1
        return self.fail(f"the bracket `{opening.text}` is never closed", f"Put a `{closing}` where it ends.", opening)

    def group(self) -> Token:
        """What stands inside the bracket ahead, without taking it."""
        closing = self.tokens[self.group_end() - 1]
        start = self.token.end
        return Token(self.text[start : closing.start], start)


def unwrapped(text: str) -> Cursor:
    """A cursor over a text, without the one pair of brackets that may hold all of it."""
    cursor = Cursor(text)
    if cursor.token.text in _CLOSING and cursor.group_end() == len(cursor.tokens):
        inner = cursor.group()
        return Cursor(inner.text, inner.start)
    return cursor


def minute_of(cursor: Cursor, token: Token) -> tuple[Minute, str]:
    """The minute that a word starts with, and the letters that follow it at once (``pen`` of ``51pen``).

    Raises ShorthandError where the word is no minute from 1 to 150.
    """
    found = _MINUTE.fullmatch(token.text)
    if not found:
        cursor.fail(f"`{token.text}` is not a minute", _MINUTE_FIX, token)
    base, plus, added, rest = found.groups()
    if plus is not None and not added:
        cursor.fail(f"`{token.text}` does not say how many minutes of stoppage time", "Write it as `90+3'`.", token)
    if len(base) > 3 or not 1 <= int(base) <= _LAST_MINUTE:
        cursor.fail(f"`{token.text}` is no minute of a match", _MINUTE_FIX, token)
    if added and (len(added) > 2 or int(added) == 0):
        cursor.fail(f"`{token.text}` has impossible stoppage time", _MINUTE_FIX, token)
    return Minute(int(base), int(added or 0)), rest


def plain_minute(cursor: Cursor) -> Minute:
    """Take the word ahead as a minute and nothing else."""
    token = cursor.take()
    minute, rest = minute_of(cursor, token)
    if rest:
        cursor.fail(f"`{token.text}` is not a minute", _MINUTE_FIX, token)
    return minute


def parse_minute(text: str) -> Minute:
    """Read ``78``, ``78'``, ``45+2`` or ``90+13'``.

    The base runs from 1 to 150, so that what lies beyond 120 can be remarked
    on by the caller. Raises ShorthandError.
    """
    cursor = Cursor(text)
    if cursor.at_end():
        raise ShorthandError("the minute is missing", _MINUTE_FIX)
    minute = plain_minute(cursor)
    if not cursor.at_end():
        cursor.fail(f"`{cursor.token.text}` follows the minute", _MINUTE_FIX)
    return minute


def checked_name(cursor: Cursor, start: int, end: int, what: str) -> str:
    """The name between two offsets, with single spaces.

    ``what`` says whose name (``scorer``). Raises ShorthandError where there is
    no letter in it, or a sign that no name has.
    """
    name = cursor.slice(start, end).strip(" :-–—")
    if not any(char.isalpha() for char in name):
        token = Token(cursor.text[start:end].strip(), start)
        cursor.fail(f"the name of the {what} is missing", "Write it with letters or digits.", token)
    sign, fix = sign_in(name)
    if sign:
        cursor.fail(f"`{sign}` is no part of a name", fix, Token(cursor.text[start:end], start))
    return name


def without_full_stop(text: str) -> str:
    """A list without the full stop at its end, as sentences have it; that of `Jr.` stays."""
    return _FULL_STOP.sub("", text)


def fix_of_times(text: str) -> str:
    """What to write for ``x2``; empty for any other word."""
    return TIMES_FIX if _TIMES.fullmatch(text) else ""


def fix_of_shirt(text: str) -> str:
    """What to write for ``#10``; empty for any other word."""
    return SHIRT_FIX if _SHIRT.fullmatch(text) else ""


def refuse_digits(cursor: Cursor, token: Token) -> None:
    """Raise ShorthandError where a word of a name holds a digit, as in ``Zapata10'``."""
    if any("0" <= char <= "9" for char in token.text):
        fix = fix_of_times(token.text) or fix_of_shirt(token.text) or "Put a space between the name and the minute."
        cursor.fail(f"`{token.text}` is neither a name nor a minute", fix, token)
