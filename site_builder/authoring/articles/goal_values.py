"""A goal as one place of an article claims it, before the claims are put together."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from site_builder.football.model import GoalKind, Minute, Score
from site_builder.phrases import MinutePhrase


class Effect(StrEnum):
    """What a goal is said to have done to the score."""

    NONE = "none"
    LEVEL = "level"
    LEAD = "lead"
    CLOSER = "closer"
    FIRST = "first"
    DOUBLE = "double"
    MORE = "more"


class Claim(Struct, frozen=True):
    """A goal told at character ``at``. ``team`` is the team it is said to count for, empty where that is not said.

    ``phrase`` is the wording of its minute, with its place in the article; ``score``
    the score after it, numbers in either order; ``near`` the team that the text
    spoke of last when it came to the goal. ``nth`` is the number that it is said to be
    of its player's goals, 0 where nothing is said; ``by_pronoun`` is True where only
    "he" or "the striker" says who that is; ``doubt`` says what else is doubtful.
    ``gap`` is above 0 for a goal that no words tell outright, and says how strongly those
    near it speak of one: it is taken only where the score has more goals than are told.
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
    nth: int = 0
    by_pronoun: bool = False
    doubt: str = ""
    is_listed: bool = False
    is_sure: bool = True
    gap: int = 0
