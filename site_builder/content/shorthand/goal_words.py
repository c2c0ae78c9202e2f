"""Words that stand where a scorer's name is due and are none: marks before the minute, "unknown", shirt numbers.

What is certain is read as what it is; what may be a mark or a name, and what is
neither, is told with what to write. A player who really is called Og or Pen comes
with a colon after his name.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

from site_builder.content.shorthand.tokens import SHIRT_FIX, TIMES_FIX, Cursor, Token
from site_builder.football.model import GoalKind

BETWEEN: Final = (",", "and", "&", "e", "et", "und", "y", "⚽", "⚽\ufe0f", "•", "·", "*")
"""What may stand between two goals, and before the first."""
SIGNS: Final = BETWEEN[-5:]
"""What belongs to no name wherever it stands."""
_MINUTES: Final = frozenset({"min", "mins", "minute", "minutes", "minuti", "minuto"})
"""What may follow a minute and says nothing more."""
MARK_FIX: Final = "A goal's marks are `(pen)`, `(og)` and `(assist: Name)`."

_KINDS: Final = {
    "p": GoalKind.PENALTY,
    "pen": GoalKind.PENALTY,
    "pk": GoalKind.PENALTY,
    "penalty": GoalKind.PENALTY,
    "og": GoalKind.OWN_GOAL,
    "own-goal": GoalKind.OWN_GOAL,
    "owngoal": GoalKind.OWN_GOAL,
}
_MARKS: Final = {GoalKind.PENALTY: "(pen)", GoalKind.OWN_GOAL: "(og)"}
_OTHER_LANGUAGES: Final = {
    **dict.fromkeys(("11m", "elfmeter", "fe", "foulelfmeter", "gp", "handelfmeter", "he", "penal", "penalti"), "(pen)"),
    **dict.fromkeys(("pênalti", "rig", "rigore", "sp", "strafschop", "strafstoss"), "(pen)"),
    **dict.fromkeys(("aut", "autogoal", "autogol", "autogolo", "autorete", "csc", "eigentor", "gc", "pp"), "(og)"),
}
_DASHES: Final = ":-–—"
_EDGES: Final = f".{_DASHES}"
_SHORT: Final = frozenset({"aut", "csc", "rig"})
_LONG: Final = 4
_ASSISTS: Final = frozenset({"assist", "assists", "assisted"})
_UNKNOWN: Final = frozenset(
    ("unknown", "unknown player", "unknown scorer", "unnamed", "n/a", "tba", "tbc", "tbd", "ignoto", "sconosciuto", "unbekannt")
)
_NOBODY: Final = frozenset(("nessuno", "niemand", "no goals", "no one", "no scorer", "no scorers", "no-one", "nobody", "none"))
_MOMENTS: Final = frozenset({"AET", "ET", "FT", "HT", "aet", "ft", "ht", "half-time", "full-time"})
_NO_END: Final = frozenset({"after", "at", "by", "from", "goal", "headed", "header", "in", "on", "scored", "volley", *_MINUTES})
_NO_BEGINNING: Final = frozenset({"after", "by", "from", "headed", "header", "volley", *_MINUTES})
_NUMBERS: Final = frozenset({"no.", "nr.", "n.", "nº", "n°", "№"})
_UNKNOWN_FIX: Final = "Leave out a goal whose scorer is not known: fewer goals than the score are only a warning."
_NOBODY_FIX: Final = "Leave the goals of a side out where it has none."
_ASSIST_FIX: Final = "Write who gave the pass in brackets, as in `Kane 18' (assist: Saka)`."
_MISSING: Final = {
    GoalKind.OWN_GOAL: "Write who put it in, as in `Name 12' (og)`; leave the goal out if nobody knows.",
    GoalKind.PENALTY: "Write the name first, as in `Name 12' (pen)`.",
}
_MOMENT_FIX: Final = "Write the minute, as in `45+1'`; the score at half-time has a key of its own, `half_time`."

_NO_PART: Final = frozenset({*_ASSISTS, *_NO_END, *_NO_BEGINNING, *BETWEEN, *(word.lower() for word in _MOMENTS)})
_NO_NAME: Final = frozenset(name.partition(" ")[0].strip(".") for name in (*_UNKNOWN, *_NOBODY, *_NUMBERS, "nil", "own", ""))
_DOTTED: Final = frozenset(".".join(word) for word in (*_KINDS, *_OTHER_LANGUAGES) if len(word) < _LONG)
_ODD: Final = frozenset((*_KINDS, *_OTHER_LANGUAGES, "strafstoß")) | _DOTTED | _NO_PART | _NO_NAME


def kind_of(text: str) -> GoalKind | None:
    """What a mark says, with or without full stops."""
    return _KINDS.get("".join(text.lower().replace(".", "").split()))


def is_minute_word(text: str) -> bool:
    """Whether a word after a minute only says that it is one: ``min``, ``Min.``."""
    return text.rstrip(".") in _MINUTES or text == "Min."


def is_odd(name: str) -> bool:
    """Whether a name begins or ends with a word that may be no part of one, so that it has to be looked at."""
    words = name.lower().split(" ")
    return words[0].strip(_EDGES) in _ODD or words[-1].strip(_EDGES) in _ODD


def meant(text: str, *, in_marks: bool = False) -> str:
    """The mark that a word of another language stands for; empty where it stands for none.

    Short ones are names and countries as well (``He``, ``AUT``), but not among the marks after a minute.
    """
    plain = "".join(text.strip(f" {_DASHES}").replace(".", "").split())
    mark = _OTHER_LANGUAGES.get(plain.casefold(), "")
    if in_marks or len(plain) >= _LONG:
        return mark
    return mark if plain.islower() and ("." in text or plain in _SHORT) else ""


def fix_of_bracket(text: str) -> str:
    """What to write for a bracket after a minute that is no mark."""
    if mark := meant(text, in_marks=True):
        return f"Write `{mark}`."
    name = " ".join(text.split())
    if name[:1].isupper() and all(char.isalpha() or char in " .'’-" for char in name) and len(name) <= 40:
        return f"If {name} gave the pass, write `(assist: {name})`; the other marks are `(pen)` and `(og)`."
    return MARK_FIX


def mark_after(cursor: Cursor) -> GoalKind | None:
    """The mark that follows a minute without brackets, which is taken.

    Raises ShorthandError where the word may be a name as well.
    """
    word, after = cursor.token, cursor.ahead(1)
    if _is_own_goal(word, after):
        cursor.index += 2
        return GoalKind.OWN_GOAL
    kind = kind_of(word.text)
    if kind is None:
        return None
    is_last = not after.is_word or after.is_number or after.text in BETWEEN
    if _is_certain(word.text) or (is_last and word.text == "PEN"):
        cursor.take()
        return kind
    if is_last or word.text == "PEN":
        _fail_as_both(cursor, word, kind, "" if is_last else "if a name begins with it, put a comma before it.")
    return None  # P. Jones


def parted(cursor: Cursor, parts: list[Token]) -> tuple[list[Token], GoalKind | None]:
    """The words of a name without the mark that ends them, and what it says.

    Raises ShorthandError where the last word may be either, and where nothing is left.
    """
    parts = _without_dashes(parts)
    end = len(parts) - 1
    last = parts[end].text.rstrip(_DASHES)
    kind = kind_of(last)
    if end and _is_own_goal(parts[end - 1], parts[end]):
        end, kind = end - 1, GoalKind.OWN_GOAL
    elif kind is None or (end and last.strip(".") == "P"):
        return parts, None
    elif not _is_certain(last) and not (last == "PEN" and end and not parts[end - 1].text.isupper()):
        if not parts[end].text.endswith(":"):
            _fail_as_both(cursor, parts[end], kind)
        return parts, None
    if not end:
        cursor.fail("the name of the scorer is missing", _MISSING[kind], parts[0])
    return parts[:end], kind


def _without_dashes(parts: list[Token]) -> list[Token]:
    """The words between the dashes at both ends, if there are any."""
    words = [index for index, part in enumerate(parts) if part.text.strip(_DASHES)]
    return parts[words[0] : words[-1] + 1] if words else parts


def _is_own_goal(word: Token, after: Token) -> bool:
    return word.text.lower() == "own" and after.text.lower().strip(_EDGES) == "goal"


def _is_certain(word: str) -> bool:
    """Whether a word that can be a mark is never a part of a name: in small letters, with its full stop, or ``OG``."""
    plain = word.replace(".", "")
    return plain.islower() or plain == "OG" or len(plain) >= _LONG or (word.endswith(".") and plain.lower() == "pen")


def _fail_as_both(cursor: Cursor, word: Token, kind: GoalKind, otherwise: str = "") -> None:
    otherwise = otherwise or f"if it is the name, put a colon: `{word.text}: 12'`."
    fix = f"Write a mark after the minute, as in `Name 12' {_MARKS[kind]}`; {otherwise}"
    cursor.fail(f"`{word.text}` may be a mark or a name", fix, word)


def refuse_no_name(cursor: Cursor, parts: Sequence[Token], *, is_after_minute: bool) -> None:
    """Raise ShorthandError where the words of a name, without its mark, are nobody's."""
    said = " ".join(part.text for part in parts).strip(f" {_DASHES}")
    if said == "+":
        cursor.fail("`+` is no scorer", "Put a comma between two goals.", parts[0])
    plain = said.replace(".", "").lower()
    if plain in _UNKNOWN or said == "?":
        cursor.fail(f"`{said}` is no scorer", _UNKNOWN_FIX, parts[0])
    if plain in _NOBODY or said == "nil":
        cursor.fail(f"`{said}` is no scorer", _NOBODY_FIX, parts[0])
    if said.lower() in _NUMBERS and cursor.token.is_number:
        cursor.fail(f"`{said}` is no scorer", SHIRT_FIX, parts[0])
    _refuse_words(cursor, parts)
    if is_after_minute and said.islower() and not cursor.token.is_number:
        fix = f"{MARK_FIX} Put a comma before the name of another scorer."
        cursor.fail(f"`{said}` after the minute is not understood", fix, parts[0])


def _refuse_words(cursor: Cursor, parts: Sequence[Token]) -> None:
    """Raise ShorthandError where the first or the last word of a name, or a bracket in it, is no part of one."""
    first, last = parts[0], parts[-1]
    if first.text.strip(_EDGES).lower() in _ASSISTS:
        cursor.fail(
            f"`{first.text}` is no scorer", "Write who gave the pass in brackets, as in `Kane 18' (assist: Saka)`.", first
        )
    for word in parts:
        if (word in (first, last) or word.text[:1] == "(") and (mark := meant(word.text.strip("()"))):
            cursor.fail(f"`{word.text}` is no name", f"Write the mark after the minute, as in `Name 12' {mark}`.", word)
    for word in (first, last):
        if word.text in _MOMENTS:
            cursor.fail(f"`{word.text}` is neither a name nor a minute", _MOMENT_FIX, word)
        if all(unicodedata.category(char) in ("So", "Mn") for char in word.text):
            fix = TIMES_FIX if word.text.startswith("⚽") else "Write the name and its minutes alone, as in `Kane 18'`."
            cursor.fail(f"`{word.text}` is no name", fix, word)
    _refuse_beginning(cursor, parts)
    if last.text.strip(_EDGES) in _NO_END or first.text.strip(_EDGES) in _NO_BEGINNING:
        word = last if last.text.strip(_EDGES) in _NO_END else first
        cursor.fail(f"`{word.text}` is no name", f"Write the name and its minutes alone, as in `Kane 18'`. {MARK_FIX}", word)


def _refuse_beginning(cursor: Cursor, parts: Sequence[Token]) -> None:
    """Raise ShorthandError where a mark stands before the name."""
    first = parts[0].text
    is_own = len(parts) > 1 and _is_own_goal(parts[0], parts[1])
    kind = GoalKind.OWN_GOAL if is_own else kind_of(first)
    is_mark = _is_certain(first) and first.strip(".") != "p" and not parts[-1].text.endswith(":")
    if kind and (is_own or is_mark):
        fix = f"Write the mark after the minute, as in `Name 12' {_MARKS[kind]}`."
        if first.isupper():
            fix += " If it is a part of the name, put a colon after that."
        cursor.fail(f"the mark `{first}` stands before the name", fix, parts[0])


def fix_of_missing_name(cursor: Cursor) -> str:
    """What to do where a number or a bracket stands in place of a scorer."""
    word, after, beyond = (cursor.ahead(count) for count in range(3))
    if word.text == "0" and not after.text:
        return _NOBODY_FIX
    if word.text == "(":
        return f"Write the name first. {MARK_FIX}"
    is_shirt = word.is_number and "'" not in word.text and after.is_word and not after.is_number
    return SHIRT_FIX if is_shirt and (beyond.is_word or beyond.is_number) else "Write the name before the minutes."
