"""A goal as one place of an article claims it, before the claims are put together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from site_builder.football.model import GoalKind, Minute, Score
from site_builder.phrases import MinutePhrase


class Effect(StrEnum):
    """What a goal is said to have done to the score."""

    NONE = "none"
    LEVEL = "level"
    LEAD = "lead"
    CLOSER = "closer"
    FIRST = "first"


@dataclass(frozen=True, slots=True)
class Claim:
    """A goal told at character ``at``. ``team`` is the team it is said to count for, empty where that is not said.

    ``phrase`` is the wording of its minute where ``minute`` is None; ``score``
    is the score after it, numbers in either order; ``near`` the team that the
    text spoke of last when it came to the goal.
    """

    player: str
    at: int
    minute: Minute | None = None
    phrase: MinutePhrase | None = None
    kind: GoalKind = GoalKind.GOAL
    team: str = ""
    effect: Effect = Effect.NONE
    score: Score | None = None
    near: str = ""
    is_listed: bool = False
    is_sure: bool = True
