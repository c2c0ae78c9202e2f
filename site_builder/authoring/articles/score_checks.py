"""A score held against the goals that the text tells: fewer goals than are told cannot be how a match ended.

A score line that does not fit is marked; a score that only a sentence has, or
none at all, gives way to the one that the goals come to, which is marked too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from site_builder.authoring.articles.draft import DraftGoal, DraftResult, Found
from site_builder.authoring.articles.result import Reading
from site_builder.football.model import Score, Side

COUNTED = "counted from the goals that the text tells"
TOO_FEW = "the text tells more goals than this score has"
TOO_MANY = "the text tells hardly any of so many goals"
_FEW = 3
_OF_ITS_SIDE = "for this side by what stands near it only"
_NO_GOAL = "maybe no goal of this match"


def checked(
    reading: Reading, goals_of: Callable[[DraftResult], tuple[DraftGoal, ...]]
) -> tuple[DraftResult, tuple[DraftGoal, ...]]:
    """A result and its goals, which ``goals_of`` reads for it, with another score than was read first if that one cannot be."""
    result, score = reading.result, reading.result.score
    every = goals_of(replace(result, score=None))
    least = sum(_is_certain(goal) for goal in every)
    is_told = score is not None and (reading.is_line or not score.unsure)
    is_trusted = reading.is_line or result.shootout is not None
    if score and is_told and not is_trusted and 0 < len(every) * _FEW < _total(score):
        result = replace(result, score=replace(score, unsure=TOO_MANY))
        return result, goals_of(result)
    if score and is_told and (_total(score) >= least or (_total(score) == 0 and is_trusted)):
        return result, goals_of(result)
    if score and reading.is_line:
        marked = replace(result, score=replace(score, unsure=score.unsure or TOO_FEW))
        return marked, goals_of(result)
    better = _better(reading, every, least)
    result = replace(result, score=better)
    return result, goals_of(result) if better else every


def _better(reading: Reading, every: Sequence[DraftGoal], least: int) -> Found[Score] | None:
    """The first score told that leaves room for the goals, else what they come to; None where neither can be."""
    told = [score for score in (reading.result.score, *reading.others) if score and _total(score) >= least]
    sure = next((score for score in told if not score.unsure), None)
    if sure:
        return sure
    counted = _level(every) if reading.result.shootout else _counted(every)
    most = max(map(_total, told), default=0)
    if counted and counted.home + counted.away > most:
        return Found(counted, reading.result.home.evidence, COUNTED)
    timed = sum(goal.minute is not None and _NO_GOAL not in goal.unsure for goal in every)
    return next((score for score in told if _total(score) >= timed), None)


def _level(goals: Sequence[DraftGoal]) -> Score | None:
    """What goals come to in a match that went to a shoot-out: as many for each."""
    timed = [goal for goal in goals if goal.minute and _NO_GOAL not in goal.unsure]
    return Score(len(timed) // 2, len(timed) // 2) if len(timed) == len(goals) and len(goals) % 2 == 0 else None


def _total(score: Found[Score]) -> int:
    return score.value.home + score.value.away


def _is_certain(goal: DraftGoal) -> bool:
    """Whether a goal is told with its scorer and its minute, whichever side it was for."""
    return goal.minute is not None and goal.unsure in ("", _OF_ITS_SIDE)


def _counted(goals: Sequence[DraftGoal]) -> Score | None:
    """What goals come to, where the side of each is told and none may be of another match."""
    if not goals or any(goal.side is None or goal.minute is None or _NO_GOAL in goal.unsure for goal in goals):
        return None
    return Score(*(sum(goal.side is side for goal in goals) for side in Side))
