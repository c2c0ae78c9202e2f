"""What happens in a match: goals, cards, changes, kicks, and who plays."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from site_builder.football.model.values import Minute, Score, Side


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


class GoalEvent(Struct, frozen=True):
    """A goal. ``side`` is the side it counts for, also for an own goal; ``minute`` None where unknown."""

    side: Side
    player: str
    minute: Minute | None = None
    kind: GoalKind = GoalKind.GOAL
    assist: str | None = None


class Card(Struct, frozen=True):
    """A card shown to a player of ``side``; ``minute`` None where unknown."""

    side: Side
    player: str
    colour: CardColour
    minute: Minute | None = None


class Substitution(Struct, frozen=True):
    """``on`` came for ``off``; ``minute`` None where unknown."""

    off: str
    on: str
    minute: Minute | None = None


class LineUp(Struct, frozen=True):
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


class Kick(Struct, frozen=True):
    """A kick of a shoot-out, in order; ``score`` is the running score after it, ``note`` says how a miss was one."""

    side: Side
    player: str
    scored: bool
    score: Score
    note: str = ""
