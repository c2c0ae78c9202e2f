"""What a sentence says of its match: one frozen value for each kind of claim, with the mark where it stands."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from site_builder.checks.prose.marks import Mark
from site_builder.football.model import GoalKind, Score, Side


class ScoreOf(StrEnum):
    """What a score in prose is the score of."""

    FINAL = "final"
    HALF_TIME = "half-time"
    FULL_TIME = "after ninety minutes"
    SHOOTOUT = "shoot-out"
    AGGREGATE = "aggregate"
    RUNNING = "running"


class ScoreClaim(Struct, frozen=True):
    """A score of the match. ``first`` is the side whose goals stand first where the words say so."""

    mark: Mark
    of: ScoreOf
    score: Score
    first: Side | None = None
    is_sure: bool = False
    """Whether the sentence cannot be about another meeting of the two teams."""
    is_outcome: bool = False
    """Whether a shoot-out is told to have ended so, not to have stood so."""


class MarginClaim(Struct, frozen=True):
    """By how many goals the match was won; ``mark`` is the team that won or lost by them."""

    mark: Mark
    goals: int


class WinnerClaim(Struct, frozen=True):
    """Who won the match; ``score`` is the one told with it."""

    mark: Mark
    winner: Side
    score: Score | None = None
    is_sure: bool = False


class ThroughClaim(Struct, frozen=True):
    """Who went on from the tie, won it, or won the shoot-out."""

    mark: Mark
    side: Side


class GoalClaim(Struct, frozen=True):
    """A goal: whose, when, for whom, how, and the score after it; None where the sentence does not say.

    ``players`` are those whom the name may mean, ``named`` the mark of the
    name, which may be a stranger's. ``is_first`` where it is told as the first
    goal of the match.
    """

    named: Mark | None = None
    players: tuple[str, ...] = ()
    minute: Mark | None = None
    side: Mark | None = None
    running: Mark | None = None
    kind: GoalKind | None = None
    kind_mark: Mark | None = None
    is_open_play: bool = False
    beside: tuple[str, ...] = ()
    """Everybody else whom the sentence names: one of them may be the scorer it means."""
    is_first: bool = False


class VenueClaim(Struct, frozen=True):
    """Where the match was played: a venue that the site knows by its address, or another name of a ground."""

    mark: Mark


class CompetitionClaim(Struct, frozen=True):
    """Which competition the match belongs to."""

    mark: Mark


class RoundClaim(Struct, frozen=True):
    """Which round of a knockout the match belongs to: ``Semi-finals``."""

    mark: Mark
    round: str


class DateClaim(Struct, frozen=True):
    """When the match was played; ``day`` None where only ``weekday`` is told (from Monday as 0).

    ``is_impossible`` tells a date whose weekday no calendar has.
    """

    mark: Mark
    day: date | None = None
    weekday: int | None = None
    is_impossible: bool = False


Claim = ScoreClaim | MarginClaim | WinnerClaim | ThroughClaim | GoalClaim | VenueClaim | CompetitionClaim | RoundClaim | DateClaim
