"""A match as a whole: how it ended, where in its competition it belongs, all that is told of its course."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum

from msgspec import Struct

from site_builder.football.model.events import Card, GoalEvent, Kick, LineUp
from site_builder.football.model.values import BySide, Score, Season, Side


class Status(StrEnum):
    """What became of a match."""

    SCHEDULED = "scheduled"
    PLAYED = "played"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    ABANDONED = "abandoned"
    AWARDED = "awarded"
    VOID = "void"


class ExtraTime(StrEnum):
    """How a match went on after ninety minutes."""

    FULL = "full"
    GOLDEN_GOAL = "golden goal"
    SILVER_GOAL = "silver goal"


class Result(Struct, frozen=True):
    """How a match ended on the pitch.

    ``score`` includes extra time and never the shoot-out; ``full_time`` is the
    score after ninety minutes where extra time was played and it is known.
    ``extra_time`` None means none was played, or the source does not say.
    """

    score: Score
    half_time: Score | None = None
    full_time: Score | None = None
    extra_time: ExtraTime | None = None
    shootout: Score | None = None


class Stage(Struct, frozen=True):
    """Where in its competition a match belongs, as the source names it."""

    round: str | None = None
    matchday: int | None = None
    group: str | None = None
    leg: int | None = None


class Stat(Struct, frozen=True):
    """One measure of both sides as written (``48``, ``2.1``); None where a side's is unknown."""

    name: str
    home: str | None
    away: str | None


CLOSED_DOORS = "closed doors"


class Happenings(Struct, frozen=True):
    """All that a source tells about the course of a match; None and empty mean unknown, never "none"."""

    goals: tuple[GoalEvent, ...] | None = None
    cards: tuple[Card, ...] = ()
    line_ups: BySide[LineUp | None] = BySide(None, None)
    bench: BySide[tuple[str, ...]] = BySide((), ())
    managers: BySide[str | None] = BySide(None, None)
    formations: BySide[str | None] = BySide(None, None)
    shootout: tuple[Kick, ...] = ()
    stats: tuple[Stat, ...] = ()
    referee: str | None = None
    assistants: tuple[str, ...] = ()
    attendance: int | None = None
    closed_doors: bool = False
    weather: str | None = None
    player_of_the_match: str | None = None
    ratings: tuple[tuple[str, str], ...] = ()


class Match(Struct, frozen=True):
    """One match as the site knows it: identities resolved, told once however often sources tell it.

    ``id`` is the address of its page (``matches/2021/2021-02-10-atalanta-napoli``),
    or a row's own id where it has no page. ``competition``, ``home``, ``away``
    and ``venue`` are slugs. ``date`` and ``time`` are local as written;
    ``kick_off`` is the instant in UTC. ``result`` is what counts (the awarded
    score of an awarded match), ``played`` what happened on the pitch there.
    ``winner`` is who went through where the score does not say.
    Names of people inside ``happenings`` are slugs of people.
    """

    id: str
    competition: str
    season: Season
    home: str
    away: str
    date: date | None
    time: time | None = None
    kick_off: datetime | None = None
    stage: Stage = Stage()
    status: Status = Status.SCHEDULED
    result: Result | None = None
    played: Score | None = None
    winner: Side | None = None
    neutral: bool = False
    venue: str | None = None
    happenings: Happenings = Happenings()
