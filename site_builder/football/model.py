"""Football's values: what one match is, and the words for its parts.

Pure and frozen: no file, clock or HTML is known here, and a value that exists
is valid (a `Minute` is never 0). Minutes count from 1 as football counts them;
``added`` is stoppage time. Names of teams and people are plain strings here:
the content room gives them as written, the site room gives slugs.

    >>> Season.parse("2020/21").text, Minute(45, 2).text, Score(3, 1).text
    ('2020-21', '45+2', '3–1')
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Side(StrEnum):
    """One of the two teams of a match."""

    HOME = "home"
    AWAY = "away"

    @property
    def other(self) -> Side:
        """The opponent's side."""
        return Side.AWAY if self is Side.HOME else Side.HOME


@dataclass(frozen=True, slots=True)
class BySide(Generic[T_co]):
    """A value for each of the two teams."""

    home: T_co
    away: T_co

    def of(self, side: Side) -> T_co:
        """The value of one side."""
        return self.home if side is Side.HOME else self.away


@dataclass(frozen=True, slots=True, order=True)
class Score:
    """Goals of the home and of the away team, neither negative."""

    home: int
    away: int

    @property
    def text(self) -> str:
        """With an en dash, as printed: ``3–1``."""
        return f"{self.home}–{self.away}"

    @property
    def is_level(self) -> bool:
        """Whether neither side leads."""
        return self.home == self.away

    @property
    def leader(self) -> Side | None:
        """The side with more goals, None when level."""
        return None if self.home == self.away else Side.HOME if self.home > self.away else Side.AWAY

    def of(self, side: Side) -> int:
        """One side's goals."""
        return self.home if side is Side.HOME else self.away

    def swapped(self) -> Score:
        """The same score as the other side tells it."""
        return Score(self.away, self.home)


@dataclass(frozen=True, slots=True, order=True)
class Minute:
    """A minute of play: ``base`` from 1, ``added`` minutes of stoppage time after it."""

    base: int
    added: int = 0

    @property
    def text(self) -> str:
        """``78`` or ``45+2``, without the apostrophe."""
        return f"{self.base}+{self.added}" if self.added else str(self.base)


_SEASON = re.compile(r"(\d{4})(?:\s*[-–/]\s*(\d{4}|\d{2}))?")


@dataclass(frozen=True, slots=True, order=True)
class Season:
    """A season by the years it starts and ends in; a calendar-year season has the same twice."""

    start: int
    end: int

    @property
    def text(self) -> str:
        """``2020-21`` or ``2026``: also the slug of the season in addresses."""
        return str(self.start) if self.start == self.end else f"{self.start}-{self.end % 100:02}"

    @property
    def shown(self) -> str:
        """As printed in prose: ``2020–21``."""
        return self.text.replace("-", "–")

    @staticmethod
    def parse(text: str) -> Season:
        """Read ``2020-21``, ``2020/21``, ``2020-2021``, ``2020–21`` or ``2026``.

        Raises ValueError with a sentence for the author where the text is no season.
        """
        found = _SEASON.fullmatch(text.strip())
        if not found:
            raise ValueError(f"`{text}` is not a season")
        start = int(found[1])
        if found[2] is None:
            return Season(start, start)
        end = int(found[2]) if len(found[2]) == 4 else start - start % 100 + int(found[2])
        end += 100 if end < start and len(found[2]) == 2 else 0
        if end not in (start, start + 1):
            raise ValueError(f"`{text}` is not a season: it has to end in the year it starts in or the next")
        return Season(start, end)


class Status(StrEnum):
    """What became of a match."""

    SCHEDULED = "scheduled"
    PLAYED = "played"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    ABANDONED = "abandoned"
    AWARDED = "awarded"
    VOID = "void"


class GoalKind(StrEnum):
    """How a goal counts for its player: own goals never do, penalties are counted apart."""

    GOAL = "goal"
    PENALTY = "penalty"
    OWN_GOAL = "own goal"


class CardColour(StrEnum):
    """A caution, a second one that sends off, or a direct sending-off."""

    YELLOW = "yellow"
    SECOND_YELLOW = "second yellow"
    RED = "red"


class ExtraTime(StrEnum):
    """How a match went on after ninety minutes."""

    FULL = "full"
    GOLDEN_GOAL = "golden goal"
    SILVER_GOAL = "silver goal"


@dataclass(frozen=True, slots=True)
class GoalEvent:
    """A goal. ``side`` is the side it counts for, also for an own goal; ``minute`` None where unknown."""

    side: Side
    player: str
    minute: Minute | None = None
    kind: GoalKind = GoalKind.GOAL
    assist: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A card shown to a player of ``side``; ``minute`` None where unknown."""

    side: Side
    player: str
    colour: CardColour
    minute: Minute | None = None


@dataclass(frozen=True, slots=True)
class Substitution:
    """``on`` came for ``off``; ``minute`` None where unknown."""

    off: str
    on: str
    minute: Minute | None = None


@dataclass(frozen=True, slots=True)
class LineUp:
    """Eleven starters in lines from goalkeeper to attack, with what happened to them.

    ``lines`` holds the starters' names, the goalkeeper alone in the first line
    where the source gives lines, all in one line where it does not.
    ``cards`` are those written inside the line-up.
    """

    lines: tuple[tuple[str, ...], ...]
    substitutions: tuple[Substitution, ...] = ()
    captain: str | None = None
    cards: tuple[Card, ...] = ()

    @property
    def starters(self) -> tuple[str, ...]:
        """All starters, goalkeeper first."""
        return tuple(name for line in self.lines for name in line)

    @property
    def formation(self) -> str | None:
        """``3-4-1-2`` from the lines in front of the goalkeeper; None where the source has no lines or not eleven."""
        if len(self.starters) != 11 or len(self.lines) < 3 or len(self.lines[0]) != 1:
            return None
        return "-".join(str(len(line)) for line in self.lines[1:])


@dataclass(frozen=True, slots=True)
class Kick:
    """A kick of a shoot-out, in order; ``score`` is the running score after it, ``note`` says how a miss was one."""

    side: Side
    player: str
    scored: bool
    score: Score
    note: str = ""


@dataclass(frozen=True, slots=True)
class Result:
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


@dataclass(frozen=True, slots=True)
class Stage:
    """Where in its competition a match belongs, as the source names it."""

    round: str | None = None
    matchday: int | None = None
    group: str | None = None
    leg: int | None = None


@dataclass(frozen=True, slots=True)
class Stat:
    """One measure of both sides as written (``48``, ``2.1``); None where a side's is unknown."""

    name: str
    home: str | None
    away: str | None


CLOSED_DOORS = "closed doors"


@dataclass(frozen=True, slots=True)
class Happenings:
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


@dataclass(frozen=True, slots=True)
class Match:
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
