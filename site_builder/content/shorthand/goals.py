"""Goals: names, minutes and marks.

>>> [(g.player, g.minute.text, str(g.kind)) for g in parse_goals("Kane 18' (pen), 55' Saka 76'(og)", Side.HOME)]
[('Kane', '18', 'penalty'), ('Kane', '55', 'goal'), ('Saka', '76', 'own goal')]
"""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from site_builder.content.shorthand.goal_words import (
    BETWEEN,
    MARK_FIX,
    SIGNS,
    fix_of_bracket,
    fix_of_missing_name,
    is_minute_word,
    is_odd,
    kind_of,
    mark_after,
    parted,
    refuse_no_name,
)
from site_builder.content.shorthand.player_words import NO_SIGNS, is_unknown, sign_in
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

_NAME = rf"(?!and )[^\W\d_][^\s,;()\[\]0-9{NO_SIGNS}]*+"
# What most lists have in each item: a name, a minute, maybe a mark. `and` at first would belong to no name.
PLAIN = re.compile(rf"({_NAME}(?: {_NAME})*+) ([1-9][0-9]?)(?:\+([1-9][0-9]?))?['’′]?(?: \((p|pen|og)\))?")
_ASSIST = re.compile(r"assist(?:ed by)?\b\s*:?\s*(.*)", re.IGNORECASE | re.DOTALL)
_KINDS = {"p": GoalKind.PENALTY, "pen": GoalKind.PENALTY, "og": GoalKind.OWN_GOAL}
_AFTER_FIX = "Write marks after the minute, as in `Kane 18' (pen), 55'`."
_ONE_SIDE_FIX = "Put a `,` between the goals of one side; those of the other stand under its own key."
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
                cursor.fail(f"`{name[:40]}` is no name for an assist", MARK_FIX, group)
            if is_unknown(name):
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
    kind = mark_after(cursor)
    return replace(marks, kind=kind) if kind else marks


def _bracket_is_name(cursor: Cursor) -> bool:
    group = cursor.group()
    if group.text.strip()[:1].isdigit():
        cursor.fail(f"`({group.text.strip()[:40]})` is not understood", "Write each goal's minute, as in `Kane 18', 55'`.", group)
    return _with_mark(cursor, _Marks(), group) is None


def _name_parts(cursor: Cursor) -> list[Token]:
    """The words of a name, and its brackets, each as one."""
    parts: list[Token] = []
    while not cursor.at_end() and cursor.token.text not in SIGNS:
        if cursor.token.text == "(" and _bracket_is_name(cursor):
            start = cursor.token.start
            cursor.index = cursor.group_end()
            parts.append(Token(cursor.text[start : cursor.tokens[cursor.index - 1].end], start))
        elif cursor.token.is_word and not cursor.token.is_number:
            refuse_digits(cursor, cursor.token)
            parts.append(cursor.take())
        else:
            break
    return parts


def _read_name(cursor: Cursor) -> tuple[str, _Marks]:
    """A scorer, and what a mark says that follows without brackets."""
    is_after_minute = cursor.index > 0 and cursor.tokens[cursor.index - 1].text not in (*BETWEEN, ";")
    parts = _name_parts(cursor)
    if not parts:
        cursor.fail(f"the scorer is missing before `{cursor.token.text}`", fix_of_missing_name(cursor))
    parts, kind = parted(cursor, parts)
    refuse_no_name(cursor, parts, is_after_minute=is_after_minute)
    return checked_name(cursor, parts[0].start, parts[-1].end, "scorer"), _Marks(kind or GoalKind.GOAL)


def _read_minute(cursor: Cursor, marks: _Marks) -> tuple[Minute, _Marks]:
    token = cursor.take()
    minute, attached = minute_of(cursor, token)
    if attached and not is_minute_word(attached):
        kind = kind_of(attached)
        if kind is None:
            fix = fix_of_times(token.text) or "Write minutes as `78'` or `45+2'`."
            cursor.fail(f"`{token.text}` is not a minute", fix, token)
        marks = replace(marks, kind=kind)
    if is_minute_word(cursor.token.text):
        cursor.take()
    marks = _read_marks(cursor, marks)
    if cursor.token.text == "(":
        group = cursor.group()
        cursor.fail(f"`({group.text[:40]})` is not understood", fix_of_bracket(group.text), group)
    return minute, marks


def _read_scorer(cursor: Cursor, side: Side) -> list[GoalEvent]:
    name, marks = _read_name(cursor)
    marks = _read_marks(cursor, marks)
    is_marked, gap = marks != _Marks(), cursor.token
    cursor.skip(*BETWEEN)
    events: list[GoalEvent] = []
    if is_marked and not cursor.token.is_number:
        events.append(GoalEvent(side, name, None, marks.kind, marks.assist))
        marks = _Marks()
    elif is_marked and gap.text == ",":
        cursor.fail("a mark before the comma leaves open which goal is meant", _AFTER_FIX, gap)
    while cursor.token.is_number:
        if is_marked and events:
            cursor.fail("a mark before two minutes leaves open which goal is meant", _AFTER_FIX)
        minute, marks = _read_minute(cursor, marks)
        events.append(GoalEvent(side, name, minute, marks.kind, marks.assist))
        marks = _Marks()
        cursor.skip(*BETWEEN)
    return events or [GoalEvent(side, name)]


def _read_goals(cursor: Cursor, side: Side) -> list[GoalEvent]:
    events: list[GoalEvent] = []
    cursor.skip(*BETWEEN)
    if cursor.token.text in ("-", "–") and cursor.ahead(1).text in ("", ";"):
        cursor.take()  # how some sources write that a side has no goals
    while not cursor.at_end() and cursor.token.text != ";":
        events += _read_scorer(cursor, side)
        cursor.skip(*BETWEEN)
    return events


def parse_goals(text: str, side: Side) -> tuple[GoalEvent, ...]:
    """Read the goals that count for one side, own goals of the other among them.

    Raises ShorthandError.
    """
    plain = PLAIN.fullmatch(text)
    if plain and text[0].isalpha() and not is_odd(plain[1]) and (plain[1].isascii() or not sign_in(plain[1])[0]):
        name, base, added, kind = plain.groups()
        minute = Minute(int(base), int(added) if added else 0)
        return (GoalEvent(side, name.strip(" :-–—"), minute, _KINDS[kind] if kind else GoalKind.GOAL),)
    return parse_closely(text, side)


def parse_closely(text: str, side: Side) -> tuple[GoalEvent, ...]:
    """The same, word by word."""
    cursor = unwrapped(text)
    events = _read_goals(cursor, side)
    if not cursor.at_end():
        cursor.fail("a `;` parts home from away, but these are the goals of one side", _ONE_SIDE_FIX)
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
