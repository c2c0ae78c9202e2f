"""Readers of what is told of a match in words of Football.TXT, and of the words that only matches have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import partial
from typing import Final, TypeVar

from site_builder.content.schema.faults import did_you_mean, fault, of_shorthand, shorthand, shown, text_of
from site_builder.content.schema.words import choice_of, read_line
from site_builder.content.shorthand import (
    ShorthandError,
    no_player,
    parse_kicks,
    parse_line_up,
    parse_plain_score,
    parse_score,
    sign_in,
    without_full_stop,
)
from site_builder.football.model import GoalKind, LineUp, Side, Status

T = TypeVar("T")


class ReportType(StrEnum):
    """What a report is about: a match that was, or one to come."""

    REPORT = "report"
    PREVIEW = "preview"


_KINDS: Final = {
    "goal": GoalKind.GOAL,
    "penalty": GoalKind.PENALTY,
    "pen": GoalKind.PENALTY,
    "p": GoalKind.PENALTY,
    "own goal": GoalKind.OWN_GOAL,
    "own-goal": GoalKind.OWN_GOAL,
    "og": GoalKind.OWN_GOAL,
}
_FORMATION = re.compile(r"[1-9](?:\s*[-–]\s*[1-9]){1,5}")
_OUTFIELD = 10
_SHIRT = re.compile(r"(?:#|No\.? )?[0-9]{1,2}[.:)]?\s+(?=[^\W\d_])", re.IGNORECASE)
_NUMBERED = re.compile(r"\(?[0-9]{1,2}\b(?!['’]).*|.*[\w.] \([0-9]{1,2}\)")
_KEEPER = re.compile(r"\s*[(\[](?:gk|goalkeeper)[)\]]$", re.IGNORECASE)
_CARD = re.compile(r"[(\[](?:YC?|RC?|Y/R|yellow|red)\b[^)\]]*[)\]]", re.IGNORECASE)
_CARD_FIX = "Cards of those who never came on stand under `cards`, as `Name 80' (Y)`."
_SHIRT_FIX = "The number of a shirt stands before the name, as in `12 Name`, or stays out."
_CAME_ON_FIX = "Whoever came on stands in `lineups`, as `(Name 60')` after the player who went off."


def read_goal_kind(value: object) -> GoalKind:
    """``penalty``, ``own goal`` or ``goal``, also as the marks of the shorthand."""
    text = read_line(value)
    word = text.lower().replace(".", "").strip("()")
    if word not in _KINDS:
        listed = "Write `penalty` or `own goal`, or leave the key out."
        raise fault("not-a-choice", f"{shown(text)} is no kind of goal", did_you_mean(word, _KINDS, listed))
    return _KINDS[word]


def read_formation(value: object) -> str:
    """``4-3-3``, with hyphens."""
    text = read_line(value)
    if not _FORMATION.fullmatch(text):
        raise fault("not-a-formation", f"{shown(text)} is not a formation", "Write it as `4-3-3`.")
    formation = re.sub(r"\s*[-–]\s*", "-", text)
    outfield = sum(map(int, formation.split("-")))
    if outfield != _OUTFIELD:
        message = f"{shown(text)} has {outfield} players beside the goalkeeper"
        raise fault("not-a-formation", message, "Write it as `4-3-3`: ten of them, from the defence on.")
    return formation


def read_parts(code: str, separator: str, parse: Callable[[str], T]) -> Callable[[object], T]:
    """A reader of a text, or of a list of its parts."""

    def read(value: object) -> T:
        parts = [text_of(part) for part in value] if isinstance(value, list) else [text_of(value)]
        try:
            return parse(separator.join(parts))
        except ShorthandError as error:
            item, offset = 0, error.offset
            while item < len(parts) - 1 and offset > len(parts[item]):
                offset -= len(parts[item]) + len(separator)
                item += 1
            within = ShorthandError(error.message, error.fix, max(0, offset), error.length)
            raise of_shorthand(code, within, item if isinstance(value, list) else None) from None

    return read


def read_line_up(side: Side, value: object) -> LineUp:
    """A line-up as one text, as a list of its lines, or as a list of its players."""
    lines = isinstance(value, list) and any("," in part for part in value if isinstance(part, str))
    return read_parts("unreadable-line-up", " - " if lines else ", ", partial(parse_line_up, side=side))(value)


def read_bench(value: object) -> tuple[str, ...]:
    """Names as a list or parted by commas; shirt numbers go. What the line-up says of a player is refused here."""
    if not isinstance(value, list):
        return tuple(_bench_of(text_of(value), None))
    return tuple(name for item, part in enumerate(value) for name in _bench_of(text_of(part), item))


def _bench_of(text: str, item: int | None) -> Iterator[str]:
    parts = re.split("[,;]", without_full_stop(text))
    yield from (_on_the_bench(read_line(part), item) for part in parts if part.strip())


def _on_the_bench(text: str, item: int | None) -> str:
    name = _KEEPER.sub("", _SHIRT.sub("", text, count=1) if text[0] in "#Nn0123456789" else text)
    wrong, fix = _no_name(name)
    if wrong:
        raise fault("unreadable-line-up", f"{shown(wrong)} is no part of a name", fix, item=item)
    return name


def _no_name(text: str) -> tuple[str, str]:
    """What on a bench is no part of a name, and what to write instead."""
    if card := _CARD.search(text):
        return card[0], _CARD_FIX
    if any("0" <= char <= "9" for char in text):
        return text, _SHIRT_FIX if _NUMBERED.fullmatch(text) else _CAME_ON_FIX
    if not any(map(str.isalpha, text)):
        return text, "Write names, or leave it out."
    wrong, fix = sign_in(text)
    return (wrong, fix) if wrong else no_player(text)


read_kicks: Final = read_parts("unreadable-shootout", ", ", parse_kicks)
read_score: Final = shorthand("unreadable-score", parse_score)
read_plain_score: Final = shorthand("unreadable-score", parse_plain_score)
read_side: Final = choice_of(Side)
read_status: Final = choice_of(Status)
read_type: Final = choice_of(ReportType)
