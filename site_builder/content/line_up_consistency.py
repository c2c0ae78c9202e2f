"""Does a line-up fit together? Eleven starters, each once, and substitutes for players who were on the pitch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from site_builder.content.slugs import slugify
from site_builder.football.model import Happenings, LineUp, Side
from site_builder.problems import Place, Problem, warning

_STARTERS = 11
_SIDES = tuple(Side)


def line_up_problems(happenings: Happenings, place: Callable[[tuple[str | int, ...]], Place]) -> Iterator[Problem]:
    """What is wrong with the line-ups of both sides."""
    for side in _SIDES:
        line_up = happenings.line_ups.of(side)
        if line_up:
            at = place(("lineups", str(side)))
            yield from _starter_problems(line_up, at)
            yield from _change_problems(line_up, at)


def _starter_problems(line_up: LineUp, at: Place) -> Iterator[Problem]:
    starters = line_up.starters
    if len(starters) > _STARTERS:
        fix = "Substitutes stand in brackets after the player they replaced, or under `bench`."
        yield Problem("too-many-starters", at, f"the line-up has {len(starters)} starters, {_STARTERS} at most can start", fix)
    elif len(starters) < _STARTERS:
        message = f"the line-up has {len(starters)} of {_STARTERS} starters"
        yield warning("too-few-starters", at, message, "Add the missing players if they are known.")
    for name, count in Counter(starters).items():
        if count > 1:
            fix = "Correct a name; give two players of one name their first names."
            yield Problem("starter-twice", at, f"{name} stands in the line-up {count} times", fix)


def _change_problems(line_up: LineUp, at: Place) -> Iterator[Problem]:
    starting = {slugify(name) for name in line_up.starters}
    came_on = [slugify(change.on) for change in line_up.substitutions]
    went_off = Counter(slugify(change.off) for change in line_up.substitutions)
    for change in line_up.substitutions:
        if slugify(change.off) not in starting and slugify(change.off) not in came_on:
            message = f"{change.off}, replaced by {change.on}, was not on the pitch"
            yield Problem("replaced-but-not-playing", at, message, "Correct the name of the player who went off.")
        if slugify(change.on) in starting:
            message = f"{change.on} comes on for {change.off}, but is in the line-up from the start"
            yield Problem("substitute-started", at, message, "Correct one of the two names.")
    for change in line_up.substitutions:
        if went_off.pop(slugify(change.off), 0) > 1:
            fix = "One substitute replaces one player; nest the second one: `(A 60' (B 80'))`."
            yield Problem("replaced-twice", at, f"{change.off} goes off more than once", fix)
