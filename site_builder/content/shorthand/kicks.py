"""The kicks of a shoot-out, in order.

>>> [(k.player, str(k.side), k.scored) for k in parse_kicks("1-0 Messi, Coman (saved), 2-0 Dybala")]
[('Messi', 'home', True), ('Coman', 'away', False), ('Dybala', 'home', True)]
"""

from __future__ import annotations

import re

from msgspec import Struct

from site_builder.content.shorthand.tokens import Cursor, Token, checked_name, refuse_digits
from site_builder.football.model import Kick, Score, Side

_RUNNING = re.compile(r"([0-9]{1,3})[-–—−:]([0-9]{1,3})")
_FIX = "Write the running score before each kick that was scored, as in `1-0 Messi, 1-0 Coman (saved), 2-0 Dybala`."


class _Written(Struct, frozen=True):
    """A kick before its side is known."""

    player: str
    score: Score
    side: Side | None
    note: str


def parse_kicks(text: str) -> tuple[Kick, ...]:
    """Read a shoot-out kick by kick.

    The running score says who scored. A missed kick has a note in brackets,
    or a running score that stays as it was; its side follows from the kicks
    next to it, since sides take turns. Raises ShorthandError.
    """
    cursor = Cursor(text)
    written: list[_Written] = []
    score = Score(0, 0)
    cursor.skip(",", ";")
    while not cursor.at_end():
        written.append(_read_kick(cursor, score))
        score = written[-1].score
        cursor.skip(",", ";")
    sides = _sides([kick.side for kick in written])
    if sides is None:
        cursor.fail("no kick of the shoot-out was scored, so the sides cannot be told", _FIX, Token(text, 0))
    return tuple(
        Kick(side, kick.player, kick.side is not None, kick.score, kick.note) for side, kick in zip(sides, written, strict=True)
    )


def _read_kick(cursor: Cursor, before: Score) -> _Written:
    first = cursor.token
    score = _read_running(cursor, before) if first.is_number else None
    start = end = cursor.token.start
    while cursor.token.is_word and not cursor.token.is_number:
        refuse_digits(cursor, cursor.token)
        end = cursor.take().end
    if start == end:
        cursor.fail("the name of the kicker is missing", _FIX)
    name = checked_name(cursor, start, end, "kicker")
    note = _read_note(cursor)
    if score is None and not note:
        cursor.fail(f"the kick of {name} has neither a running score nor a note", _FIX, first)
    after = score or before
    scorer = _scorer(before, after)
    if scorer and note:
        cursor.fail(f"the running score rises with the kick of {name}, which is noted as `{note[:40]}`", _FIX, first)
    return _Written(name, after, scorer, note)


def _read_running(cursor: Cursor, before: Score) -> Score:
    token = cursor.take()
    found = _RUNNING.fullmatch(token.text)
    if not found:
        cursor.fail(f"`{token.text}` is not a running score", _FIX, token)
    score = Score(int(found[1]), int(found[2]))
    if (score.home - before.home, score.away - before.away) not in {(0, 0), (1, 0), (0, 1)}:
        cursor.fail(f"the running score goes from {before.text} to {score.text}", "One kick is one goal at most.", token)
    return score


def _read_note(cursor: Cursor) -> str:
    if cursor.token.text != "(":
        return ""
    note = " ".join(cursor.group().text.split())
    if not note:
        cursor.fail("the note in brackets is empty", "Write `(missed)` or `(saved)`.")
    cursor.index = cursor.group_end()
    return note


def _scorer(before: Score, after: Score) -> Side | None:
    if after == before:
        return None
    return Side.HOME if after.home > before.home else Side.AWAY


def _sides(known: list[Side | None]) -> list[Side] | None:
    """Every kick's side: as known, else the other of the kick before; those before the first known count back from it."""
    if not known:
        return []
    first = next((index for index, side in enumerate(known) if side), None)
    if first is None:
        return None
    opener = known[first]
    assert opener is not None
    side = opener if first % 2 == 0 else opener.other
    sides: list[Side] = []
    for told in known:
        side = told or side
        sides.append(side)
        side = side.other
    return sides
