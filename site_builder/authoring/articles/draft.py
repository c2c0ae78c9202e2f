"""What an article gives: a draft of a report, each value with the words it was read from."""

from __future__ import annotations

from datetime import date
from typing import Generic, TypeVar

from msgspec import Struct

from site_builder.football.model import GoalKind, Minute, Score, Season, Side

T_co = TypeVar("T_co", covariant=True)


class Found(Struct, Generic[T_co], frozen=True):
    """A value, the sentence it was read from, and what is doubtful about it: empty where nothing is.

    ``place`` is the line of the site's own sources that says so, instead of a sentence.
    """

    value: T_co
    evidence: str = ""
    unsure: str = ""
    place: str = ""


class DraftResult(Struct, frozen=True):
    """The two teams in the order that the text has them, and the score as far as it is told."""

    home: Found[str]
    away: Found[str]
    score: Found[Score] | None = None
    half_time: Found[Score] | None = None
    extra_time: Found[bool] | None = None
    shootout: Found[Score] | None = None


class DraftGoal(Struct, frozen=True):
    """A goal as the article tells it; ``side`` and ``minute`` None where it leaves them open, as ``unsure`` says."""

    player: str
    evidence: str
    side: Side | None = None
    minute: Minute | None = None
    kind: GoalKind = GoalKind.GOAL
    unsure: str = ""


class DraftDismissal(Struct, frozen=True):
    """A sending-off."""

    player: str
    evidence: str
    side: Side | None = None
    minute: Minute | None = None
    is_second_yellow: bool = False
    unsure: str = ""


class Draft(Struct, frozen=True):
    """All that was found in an article; None where it says nothing. ``body`` is its text, unchanged."""

    title: str
    body: str
    result: DraftResult | None = None
    date: Found[date] | None = None
    competition: Found[str] | None = None
    season: Found[Season] | None = None
    round: Found[str] | None = None
    group: Found[str] | None = None
    leg: Found[int] | None = None
    venue: Found[str] | None = None
    attendance: Found[str] | None = None
    referee: Found[str] | None = None
    goals: tuple[DraftGoal, ...] = ()
    dismissals: tuple[DraftDismissal, ...] = ()
