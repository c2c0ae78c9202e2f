"""What the site says by itself, in its language: messages of a catalogue, with numbers, names and dates put into them.

Messages are English sentences with named places (``{team}``); a catalogue gives
them in another language, and what it lacks stays English. `message` marks one
that stands in a table and is looked up later, so that it is extracted as well.

    >>> words = Words("it", {"Matchday {number}": ("{number}ª giornata",)})
    >>> words("Matchday {number}", number="5"), words("Kick-off")
    ('5ª giornata', 'Kick-off')
    >>> Words().plural("{count} match", "{count} matches", 1204)
    '1,204 matches'
    >>> Words()("{team}'s {nth:nthword} win", team="Roma", nth=Words().numeral(3))
    "Roma's third win"
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from gettext import c2py
from hashlib import blake2b

from msgspec import Struct, field

from site_builder.language.locales import ENGLISH, dated, direction_of, grouped, locale_of, ordinal_form, with_decimal_sign

CONTEXT = "\x04"
"""Between the context of a message and its text in the keys of a catalogue, as gettext has it."""
SPECS = frozenset({"", "word", "nth", "nthword", "whose"})
"""How a value can be put into a message: a number as ``1,204``, ``seven``, ``7th``, ``seventh``, a name as ``Atalanta's``."""


def message(text: str) -> str:
    """A message that is looked up elsewhere: nothing but a mark for those who collect messages."""
    return text


def message_in(_context: str, text: str) -> str:
    """The same for one with a context."""
    return text


def messages(one: str, many: str) -> tuple[str, str]:
    """The same for one that depends on a number."""
    return one, many


@lru_cache(maxsize=32)
def plural_form(rule: str) -> Callable[[int], int]:
    """Which of its translations a message takes for a number. Raises ValueError for what is no rule."""
    return c2py(rule)


class Words(Struct, frozen=True, eq=False):
    """The words of one language.

    ``messages`` maps English ones (with their context before them) to their
    translation, of which there are several where it depends on a number;
    ``plural_rule`` is the one of the catalogue, in C, which says which.
    """

    language: str = "en"
    messages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plural_rule: str = "n != 1"

    def __call__(self, text: str, /, **values: object) -> str:
        """A message with its values put in."""
        found = self.messages.get(text)
        said = found[0] if found else text
        return said.format_map(values) if values else said

    def within(self, context: str, text: str, /, **values: object) -> str:
        """A message whose translation depends on where it stands."""
        found = self.messages.get(f"{context}{CONTEXT}{text}")
        said = found[0] if found else text
        return said.format_map(values) if values else said

    def knows(self, text: str) -> bool:
        """Whether the catalogue has a message."""
        return text in self.messages

    def plural(self, one: str, many: str, count: int, /, **values: object) -> str:
        """A message that depends on a number, which is its ``{count}``."""
        found = self.messages.get(one)
        said = found[plural_form(self.plural_rule)(count)] if found else one if count == 1 else many
        return said.format_map({"count": Numeral(count, self), **values})

    def number(self, count: int) -> str:
        """``1,204``, in Italian ``1.204``."""
        return str(count) if -1000 < count < 1000 else grouped(count, self.language)

    def numeral(self, count: int) -> Numeral:
        """A number for a message, which says how it is written."""
        return Numeral(count, self)

    def named(self, name: str) -> Named:
        """A name for a message, which says whether it stands in the genitive."""
        return Named(name, self)

    def whose(self, name: str) -> str:
        """``Atalanta's``, ``Wolves'``."""
        genitive = message_in("genitive", "{name}'") if name.endswith("s") else message_in("genitive", "{name}'s")
        return self.within("genitive", genitive, name=name)

    def number_word(self, count: int) -> str:
        """In words up to ten, in figures above."""
        return self.within("number", _NUMBERS[count]) if 0 <= count < len(_NUMBERS) else self.number(count)

    def ordinal(self, count: int) -> str:
        """``53rd``: by the forms of the language where its catalogue has them, else as English has it."""
        ending = _ENDINGS.get(ordinal_form(count, self.language), _TH)
        if f"ordinal{CONTEXT}{ending}" not in self.messages:
            ending = _ENDINGS.get(ordinal_form(count, ENGLISH), _TH)
        return self.within("ordinal", ending, number=self.number(count))

    def ordinal_word(self, count: int) -> str:
        """``tenth``, then ``11th``."""
        return self.within("ordinal", _ORDINALS[count - 1]) if 0 < count <= len(_ORDINALS) else self.ordinal(count)

    def signed(self, count: int) -> str:
        """``+12``, ``0``, or with a real minus sign ``−3``."""
        return f"{count:+}".replace("-", "\N{MINUS SIGN}") if count else "0"

    def decimal(self, text: str) -> str:
        """A decimal number in figures, with the language's sign: ``1.818``, in Italian ``1,818``."""
        return with_decimal_sign(text, self.language)

    def listed(self, names: Sequence[str]) -> str:
        """``Atalanta, Napoli and Roma``."""
        if len(names) < 2:
            return "".join(names)
        return self(message("{names} and {last}"), names=", ".join(names[:-1]), last=names[-1])

    def weekday(self, day: date) -> str:
        """``Wednesday 10 February 2021``."""
        return self._dated(day, message_in("date", "EEEE d MMMM y"), "full")

    def day(self, day: date) -> str:
        """``10 February 2021``."""
        return self._dated(day, message_in("date", "d MMMM y"), "long")

    def short_day(self, day: date) -> str:
        """``10 Feb 2021``."""
        return self._dated(day, message_in("date", "d MMM y"), "medium")

    def month(self, day: date) -> str:
        """``February 2021``."""
        return self._dated(day, message_in("date", "LLLL y"), "LLLL y")

    def _dated(self, day: date, pattern: str, usual: str) -> str:
        """A date as the catalogue has it, as English has it, or as is usual in a language without a catalogue."""
        found = self.messages.get(f"date{CONTEXT}{pattern}")
        plain = pattern if locale_of(self.language).language == ENGLISH else usual
        return dated(day, found[0] if found else plain, self.language)

    @property
    def direction(self) -> str:
        """``ltr``, or ``rtl`` for a language that is read from the right."""
        return direction_of(self.language)

    @property
    def digest(self) -> str:
        """Changes with every message: pages are made anew when it does."""
        hasher = blake2b(f"{self.language}\n{self.plural_rule}".encode(), digest_size=16)
        for key in sorted(self.messages):
            hasher.update("\n".join((key, *self.messages[key], "")).encode())
        return hasher.hexdigest()


class Numeral(Struct, frozen=True):
    """A number in a message, which says after a colon how it is written: ``{count}``, ``{count:word}``, ``{count:nth}``."""

    value: int
    words: Words

    def __format__(self, spec: str) -> str:
        """The number as a message wants it."""
        return _WRITTEN[spec](self.words, self.value)


class Named(Struct, frozen=True):
    """A name in a message: ``{team}``, or in the genitive ``{team:whose}``."""

    value: str
    words: Words

    def __format__(self, spec: str) -> str:
        """The name as a message wants it."""
        return self.words.whose(self.value) if spec else self.value


_WRITTEN: Mapping[str, Callable[[Words, int], str]] = {
    "": Words.number,
    "word": Words.number_word,
    "nth": Words.ordinal,
    "nthword": Words.ordinal_word,
}
_NUMBERS = (
    message_in("number", "no"),
    message_in("number", "one"),
    message_in("number", "two"),
    message_in("number", "three"),
    message_in("number", "four"),
    message_in("number", "five"),
    message_in("number", "six"),
    message_in("number", "seven"),
    message_in("number", "eight"),
    message_in("number", "nine"),
    message_in("number", "ten"),
)
_ORDINALS = (
    message_in("ordinal", "first"),
    message_in("ordinal", "second"),
    message_in("ordinal", "third"),
    message_in("ordinal", "fourth"),
    message_in("ordinal", "fifth"),
    message_in("ordinal", "sixth"),
    message_in("ordinal", "seventh"),
    message_in("ordinal", "eighth"),
    message_in("ordinal", "ninth"),
    message_in("ordinal", "tenth"),
)
_TH = message_in("ordinal", "{number}th")
_ENDINGS = {
    "one": message_in("ordinal", "{number}st"),
    "two": message_in("ordinal", "{number}nd"),
    "few": message_in("ordinal", "{number}rd"),
}
