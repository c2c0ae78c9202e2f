"""Goals: names, minutes and marks.

>>> [(g.player, g.minute.text, str(g.kind)) for g in parse_goals("Kane 18' (pen), 55' Saka 76'(og)", Side.HOME)]
[('Kane', '18', 'penalty'), ('Kane', '55', 'goal'), ('Saka', '76', 'own goal')]
"""

from __future__ import annotations

import re
from typing import NoReturn

from msgspec import Struct
from msgspec.structs import replace

from site_builder.content.shorthand.goal_marks import BARE, KINDS, MINUTE_FIX, fix_of_mark, fix_of_name, kind_of, may_be_no_name
from site_builder.content.shorthand.player_words import NO_SIGNS, sign_in
from site_builder.content.shorthand.tokens import (
    Cursor,
    ShorthandError,
    Token,
    checked_name,
    fix_of_times,
    minute_of,
    refuse_digits,
    unwrapped,
)
from site_builder.football.model import GoalEvent, GoalKind, Minute, Score, Side

_NO_WORDS = "|".join(map(re.escape, ["and", *sorted(BARE)]))
_NAME = rf"(?!(?:{_NO_WORDS}) )[^\W\d_][^\s,;()\[\]0-9{NO_SIGNS}]*+"
# What most lists have in each item: a name, a minute, maybe a mark. `and` at first would belong to no name.
PLAIN = re.compile(rf"({_NAME}(?: {_NAME})*+) ([1-9][0-9]?)(?:\+([1-9][0-9]?))?['’′]?(?: \((p|pen|og)\))?")
_ASSIST = re.compile(r"assist(?:ed by)?\b\s*:?\s*(.*)", re.IGNORECASE | re.DOTALL)
_BETWEEN = (",", "and", "&")
_AROUND = " :-–—⚽\ufe0f"  # a ball comes with what is copied from social media
_MARK_FIX = "A goal's marks are `(pen)`, `(og)` and `(assist: Name)`."
_SIDES_FIX = "Put a `;` between the goals of the home side and those of the away side."


class _Marks(Struct, frozen=True):
    kind: GoalKind = GoalKind.GOAL
    assist: str | None = None


def _with_mark(cursor: Cursor, marks: _Marks, group: Token) -> _Marks | None:
    """The marks with those of one bracket; None where the bracket holds something else."""
    parts = group.text.split(",")
    for part in parts:
        if kind := kind_of(part):
            marks = replace(marks, kind=kind)
        elif found := _ASSIST.fullmatch(part.strip()):
            name = " ".join(found[1].split())
            if not any(char.isalpha() for char in name) or any("0" <= char <= "9" for char in name):
                cursor.fail(f"`{name[:40]}` is no name for an assist", _MARK_FIX, group)
            if fix_of_name(name)[1]:
                cursor.fail(f"`{name[:40]}` is no name for an assist", "Leave an assist out that nobody gave or knows.", group)
            marks = replace(marks, assist=name)
        else:
            return None
    return marks


def _read_marks(cursor: Cursor, marks: _Marks = _Marks()) -> _Marks:
    while cursor.token.text == "(":
        more = _with_mark(cursor, marks, cursor.group())
        if more is None:
            break
        marks, cursor.index = more, cursor.group_end()
    if cursor.token.text in BARE and (kind := kind_of(cursor.token.text)):
        cursor.take()
        marks = replace(marks, kind=kind)
    return marks


def _bracket_is_name(cursor: Cursor) -> bool:
    group = cursor.group()
    if group.text.strip()[:1].isdigit():
        _fail_at_bracket(cursor, group, "Write each goal's minute, as in `Kane 18', 55'`.")
    is_name = _with_mark(cursor, _Marks(), group) is None
    if is_name and (fix := fix_of_mark(group.text)):
        _fail_at_bracket(cursor, group, fix)
    return is_name


def _fail_at_bracket(cursor: Cursor, group: Token, fix: str) -> NoReturn:
    cursor.fail(f"`({group.text.strip()[:40]})` is not understood", fix, group)


def _read_name(cursor: Cursor) -> str:
    start = end = cursor.token.start
    while not cursor.at_end():
        if cursor.token.text == "(" and _bracket_is_name(cursor):
            cursor.index = cursor.group_end()
            end = cursor.tokens[cursor.index - 1].end
        elif cursor.token.is_word and not cursor.token.is_number and (start == end or cursor.token.text not in BARE):
            _refuse_digits(cursor)
            end = cursor.take().end
        else:
            break
    if start == end:
        cursor.fail(f"the scorer is missing before `{cursor.token.text}`", "Write the name before the minutes.")
    name = checked_name(cursor, start, end, "scorer", _AROUND)
    what, fix = fix_of_name(name) if may_be_no_name(name) else ("", "")
    if fix:
        cursor.fail(f"`{what}` is no part of a scorer's name", fix, Token(cursor.text[start:end], start))
    return name


def _refuse_digits(cursor: Cursor) -> None:
    if cursor.token.text.startswith("#"):
        cursor.fail(
            f"`{cursor.token.text}` is no part of a scorer's name", "Shirt numbers belong to the line-up: leave it out here."
        )
    refuse_digits(cursor, cursor.token)


def _fix_of_assist(text: str) -> str:
    """Names begin with a capital, what else stands in brackets mostly does not."""
    return f"An assist is written `(assist: {text[:40]})`." if text[:1].isupper() and all(map(str.istitle, text.split())) else ""


def _read_minute(cursor: Cursor, marks: _Marks) -> tuple[Minute, _Marks]:
    token = cursor.take()
    minute, attached = minute_of(cursor, token)
    if attached:
        kind = kind_of(attached)
        if kind is None:
            fix = fix_of_times(token.text) or fix_of_mark(attached) or MINUTE_FIX
            cursor.fail(f"`{token.text}` is not a minute", fix, token)
        marks = replace(marks, kind=kind)
    marks = _read_marks(cursor, marks)
    if cursor.token.text == "(":
        group = cursor.group()
        _fail_at_bracket(cursor, group, fix_of_mark(group.text) or _fix_of_assist(group.text.strip()) or _MARK_FIX)
    return minute, marks


def _read_scorer(cursor: Cursor, side: Side) -> list[GoalEvent]:
    name = _read_name(cursor)
    marks = _read_marks(cursor)
    events: list[GoalEvent] = []
    if marks == _Marks():
        cursor.skip(*_BETWEEN)
    elif not cursor.token.is_number:
        events.append(GoalEvent(side, name, None, marks.kind, marks.assist))
        marks = _Marks()
        cursor.skip(*_BETWEEN)
    while cursor.token.is_number:
        minute, marks = _read_minute(cursor, marks)
        events.append(GoalEvent(side, name, minute, marks.kind, marks.assist))
        marks = _Marks()
        cursor.skip(*_BETWEEN)
    return events or [GoalEvent(side, name)]


def _read_goals(cursor: Cursor, side: Side) -> list[GoalEvent]:
    events: list[GoalEvent] = []
    cursor.skip(*_BETWEEN)
    if cursor.token.text in ("-", "–") and cursor.ahead(1).text in ("", ";"):
        cursor.take()  # how some sources write that a side has no goals
    while not cursor.at_end() and cursor.token.text != ";":
        events += _read_scorer(cursor, side)
        cursor.skip(*_BETWEEN)
    return events


def parse_goals(text: str, side: Side) -> tuple[GoalEvent, ...]:
    """Read the goals that count for one side, own goals of the other among them.

    Raises ShorthandError.
    """
    plain = PLAIN.fullmatch(text)
    name = plain[1].strip(_AROUND) if plain and text[0].isalpha() else ""
    if plain and name and not may_be_no_name(name) and (name.isascii() or not sign_in(name)[0]):
        _, base, added, kind = plain.groups()
        minute = Minute(int(base), int(added) if added else 0)
        return (GoalEvent(side, name, minute, KINDS[kind] if kind else GoalKind.GOAL),)
    return parse_closely(text, side)


def parse_closely(text: str, side: Side) -> tuple[GoalEvent, ...]:
    """The same, word by word."""
    cursor = unwrapped(text)
    events = _read_goals(cursor, side)
    if not cursor.at_end():
        cursor.fail("a `;` parts home from away, but these are the goals of one side", "Put a `,` between the goals of one side.")
    return tuple(events)


def parse_goals_both(text: str, score: Score | None = None) -> tuple[GoalEvent, ...]:
    """Read the goals of both sides, home first, with a ``;`` between them.

    Without a ``;`` all belong to the side that scored in ``score``. Raises
    ShorthandError, also where that does not tell the side.
    """
    cursor = unwrapped(text)
    home = _read_goals(cursor, Side.HOME)
    if not cursor.skip(";"):
        return _of_one_side(text, home, score)
    away = _read_goals(cursor, Side.AWAY)
    if not cursor.at_end():
        cursor.fail("a second `;` stands among the goals", _SIDES_FIX)
    return (*home, *away)


def _of_one_side(text: str, events: list[GoalEvent], score: Score | None) -> tuple[GoalEvent, ...]:
    if not events:
        return ()
    if score is None or min(score.home, score.away) > 0 or score.is_level:
        raise ShorthandError("the goals do not say which side they belong to", _SIDES_FIX, 0, len(text))
    side = Side.HOME if score.home else Side.AWAY
    return tuple(replace(event, side=side) for event in events)
