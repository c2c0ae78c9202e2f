"""Line-ups: starters in their lines, who came for them, their cards and the captain.

>>> line_up = parse_line_up("Gollini - Toloi, Romero [Y 31'] (Palomino 60')", Side.HOME)
>>> line_up.lines, line_up.substitutions[0].on
((('Gollini',), ('Toloi', 'Romero')), 'Palomino')
"""

from __future__ import annotations

import re

from msgspec import Struct, field

from site_builder.content.shorthand.cards import CARD_FIX, card_mark
from site_builder.content.shorthand.player_words import CHANGE_FIX, is_position, no_player
from site_builder.content.shorthand.tokens import Cursor, Token, checked_name, plain_minute, refuse_digits, without_full_stop
from site_builder.football.model import Card, LineUp, Minute, Side, Substitution

_DASHES = ("-", "–", "—")
_CAPTAIN = frozenset({"c", "cap", "capt", "captain"})
_GOALKEEPER = frozenset({"gk", "goalkeeper"})
_SHIRT = re.compile(r"#?[0-9]{1,3}[.:]?")
_DEEPEST = 12
_NUMBER_FIX = "A minute belongs to a change, as in `(Name 60')`; marks for players have a key of their own, `ratings`."
_MARK_FIX = "In brackets stand who came on, `(Name 60')`, cards, `[Y 31']`, and the captain, `[c]`; positions stay out."
_NOBODY_FIX = "A change names who came on, as in `(Name 60')`; numbers stand before names, marks under `ratings`."
_FORMATION = re.compile(r"[1-9](?:[-–][1-9]){2,4}:?")
_FORMATION_FIX = "Leave it out, the ` - ` between lines tell it; or write it under `formation`."
_NAME_FIX = "Put ` - ` between the lines, a comma between the players of a line."


class _Reading(Struct):
    """What the line-up has told so far."""

    cursor: Cursor
    side: Side
    captain: str | None = None
    lines: list[tuple[str, ...]] = field(default_factory=list)
    substitutions: list[Substitution] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)


def _is_captain(text: str) -> bool:
    return text.strip().rstrip(".").lower() in _CAPTAIN


def _read_name(cursor: Cursor) -> str:
    start = end = cursor.token.start
    while cursor.token.is_word and not cursor.token.is_number and cursor.token.text not in _DASHES:
        refuse_digits(cursor, cursor.token)
        end = cursor.take().end
    if start == end:
        before = f" before `{cursor.token.text}`" if cursor.token.text else " at the end"
        cursor.fail(f"a player's name is missing{before}", _NAME_FIX)
    name = checked_name(cursor, start, end, "player")
    wrong, fix = no_player(name)
    if wrong:
        cursor.fail(f"`{wrong}` is no part of a name", fix, Token(cursor.text[start:end], start))
    return name


def _read_marks(reading: _Reading, name: str, *, starter: bool) -> None:
    """Take the square brackets ahead: cards of this player, and whether a starter is captain."""
    cursor = reading.cursor
    while cursor.token.text == "[":
        group = cursor.group()
        start = group.start
        for part in group.text.split(","):
            _read_mark(reading, name, Token(part, start), starter=starter)
            start += len(part) + 1
        cursor.index = cursor.group_end()


def _read_mark(reading: _Reading, name: str, group: Token, *, starter: bool) -> None:
    if _is_captain(group.text):
        if starter:
            _set_captain(reading, name, group)
    elif mark := card_mark(reading.cursor, group):
        reading.cards.append(Card(reading.side, name, *mark))
    else:
        fix = f"{CARD_FIX} A captain is marked `[c]`."
        reading.cursor.fail(f"`[{group.text.strip()[:40]}]` is not understood", fix, group)


def _set_captain(reading: _Reading, name: str, mark: Token) -> None:
    if reading.captain is not None:
        reading.cursor.fail(f"{reading.captain} and {name} are both marked as captain", "Keep one `[c]`.", mark)
    reading.captain = name


def _read_change(reading: _Reading, off: str, depth: int) -> None:
    """Take ``(60' Name …)`` or ``(Name … 60')`` with what is nested in it."""
    cursor = reading.cursor
    cursor.group_end()
    if depth > _DEEPEST:
        cursor.fail("the brackets are nested too deep", CHANGE_FIX)
    cursor.take()
    minute = plain_minute(cursor) if cursor.token.is_number else None
    if minute is not None and cursor.token.text == ")":
        cursor.fail(f"`({minute.text})` names nobody", _NOBODY_FIX)
    start = cursor.token
    on = _read_name(cursor)
    place = len(reading.substitutions)
    minute = _read_rest_of_change(reading, on, minute, depth)
    if _is_remark(on, off, minute):
        cursor.fail(f"`{on}` is nobody who came on", _MARK_FIX, start)
    reading.substitutions.insert(place, Substitution(off, on, minute))
    if cursor.token.text != ")":
        cursor.fail(f"`{cursor.token.text}` does not belong into a change", CHANGE_FIX)
    cursor.take()


def _is_remark(on: str, off: str, minute: Minute | None) -> bool:
    """Whether a bracket says something about a player: small letters where his name has a capital, or a position."""
    return (on.islower() and not off.islower()) or (minute is None and (is_position(on) or len(on) == 1 < len(off)))


def _read_rest_of_change(reading: _Reading, on: str, minute: Minute | None, depth: int) -> Minute | None:
    cursor = reading.cursor
    while True:
        _read_marks(reading, on, starter=False)
        if cursor.token.text == "," and minute is None and cursor.ahead(1).is_number:
            cursor.take()
        if cursor.token.is_number:
            if minute is not None:
                cursor.fail(f"a second minute stands in the change of `{on}`", CHANGE_FIX)
            minute = plain_minute(cursor)
        elif cursor.token.text == "(":
            _read_bracket(reading, on, depth + 1, starter=False)
        else:
            return minute


def _read_bracket(reading: _Reading, name: str, depth: int, *, starter: bool) -> None:
    """Take ``(c)``, ``(gk)``, a card or a change."""
    cursor = reading.cursor
    mark, group = cursor.ahead(1), cursor.group()
    if card := card_mark(cursor, group):
        reading.cards.append(Card(reading.side, name, *card))
        cursor.index = cursor.group_end()
        return
    is_captain = _is_captain(mark.text)
    if cursor.ahead(2).text != ")" or not (is_captain or mark.text.lower() in _GOALKEEPER):
        _read_change(reading, name, depth)
        return
    if is_captain and starter:
        _set_captain(reading, name, mark)
    cursor.index += 3


def _read_starter(reading: _Reading) -> str:
    cursor = reading.cursor
    if _SHIRT.fullmatch(cursor.token.text):
        cursor.take()
    formation = cursor.ahead(1) if cursor.token.text == "(" else cursor.token
    if _FORMATION.fullmatch(formation.text):
        cursor.fail(f"`{formation.text}` is no player", _FORMATION_FIX, formation)
    name = _read_name(cursor)
    while cursor.token.text in ("[", "("):
        _read_marks(reading, name, starter=True)
        if cursor.token.text == "(":
            _read_bracket(reading, name, 1, starter=True)
    return name


def parse_line_up(text: str, side: Side) -> LineUp:
    """Read one side's line-up.

    Does not count the players: eleven is the caller's rule. A shirt number
    before a starter's name is dropped; a ``[c]`` after a substitute (who wore
    the armband later) is read and not kept. Raises ShorthandError.
    """
    reading = _Reading(Cursor(without_full_stop(text)), side)
    cursor = reading.cursor
    line: list[str] = []
    while True:
        line.append(_read_starter(reading))
        between = cursor.token
        if between.text in _DASHES or cursor.at_end():
            reading.lines.append(tuple(line))
            line = []
        elif between.text != ",":
            fix = _NUMBER_FIX if between.is_number else _NAME_FIX
            cursor.fail(f"`{between.text}` is not understood after `{line[-1]}`", fix)
        if cursor.at_end():
            break
        cursor.take()
    return LineUp(tuple(reading.lines), tuple(reading.substitutions), reading.captain, tuple(reading.cards))
