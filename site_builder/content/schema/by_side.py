"""What is told of a match by side: goals, cards, line-ups, benches, and the pairs of numbers of both.

The words inside are Football.TXT's, read by `content.shorthand`; here is how
they may be laid out in YAML: under ``home:`` and ``away:``, as one text or as
a list.
"""

from __future__ import annotations

from functools import partial
from typing import Annotated, ClassVar, Final

from pydantic import BeforeValidator, Discriminator, Field, Tag

from site_builder.content.schema.base import HeadModel, Reads, tag
from site_builder.content.schema.faults import shorthand
from site_builder.content.schema.shorthands import (
    read_bench,
    read_formation,
    read_goal_kind,
    read_kicks,
    read_line_up,
    read_parts,
    read_side,
)
from site_builder.content.schema.value_types import Line, Name
from site_builder.content.schema.words import as_list
from site_builder.content.shorthand import parse_cards, parse_goals, parse_minute, parse_stat
from site_builder.football.model import BySide, Card, GoalEvent, GoalKind, Kick, LineUp, Minute, Side

_GOALS_EXAMPLE: Final = "Zapata 10' Pessina 16', 78' (pen)"


class GoalEntry(HeadModel):
    """A goal spelt out. Under ``home:`` and ``away:`` its side is that of the list."""

    called: ClassVar[str] = "a goal"

    player: Line = Field(description="The scorer.")
    minute: Annotated[Minute | None, Reads(shorthand("unreadable-minute", parse_minute), {"type": ["string", "integer"]})] = (
        Field(None, description="78 or 45+2.")
    )
    assist: Line | None = Field(None, description="Who gave the pass.")
    kind: Annotated[GoalKind, Reads(read_goal_kind, {"enum": ["goal", "penalty", "own goal"]})] = Field(
        GoalKind.GOAL, description="penalty, own goal, or a plain goal."
    )
    side: Annotated[Side | None, Reads(read_side, {"enum": ["home", "away"]})] = Field(
        None, description="The side that the goal counts for, where it does not stand under one."
    )

    def values(self, side: Side | None = None) -> tuple[GoalEvent]:
        """The goal, counted for the side under which it stands, else for its own."""
        counted = side or self.side
        assert counted is not None, "the model asks for a side where there is none above"
        return (GoalEvent(counted, self.player, self.minute, self.kind, self.assist),)


TEXT: Final = tag("text")
ENTRY: Final = tag(GoalEntry.called)


def form_of_goal(value: object) -> str:
    """The tag of a goal's form: it names the model, so that problems can name it too, and never reaches an author."""
    return ENTRY if isinstance(value, dict | GoalEntry) else TEXT


HomeGoals = Annotated[
    tuple[GoalEvent, ...],
    Reads(shorthand("unreadable-goals", partial(parse_goals, side=Side.HOME)), {"type": "string", "examples": [_GOALS_EXAMPLE]}),
]
AwayGoals = Annotated[
    tuple[GoalEvent, ...],
    Reads(shorthand("unreadable-goals", partial(parse_goals, side=Side.AWAY)), {"type": "string", "examples": [_GOALS_EXAMPLE]}),
]
_as_items = BeforeValidator(as_list, json_schema_input_type=str | list[str | GoalEntry])
_by_form = Discriminator(form_of_goal)
_Entry = Annotated[GoalEntry, Tag(ENTRY)]


class SideGoals(HeadModel):
    """Goals by side; own goals stand under the side that benefits."""

    called: ClassVar[str] = "the goals by side"

    home: Annotated[tuple[Annotated[Annotated[HomeGoals, Tag(TEXT)] | _Entry, _by_form], ...], _as_items] = Field(
        (), description=f"{_GOALS_EXAMPLE}, or a list of such texts or of goals."
    )
    away: Annotated[tuple[Annotated[Annotated[AwayGoals, Tag(TEXT)] | _Entry, _by_form], ...], _as_items] = Field(
        (), description="The same for the away side."
    )

    def value(self) -> tuple[GoalEvent, ...]:
        """All goals, the home side's first."""
        return (*_flat(self.home, Side.HOME), *_flat(self.away, Side.AWAY))


def _flat(items: tuple[tuple[GoalEvent, ...] | GoalEntry, ...], side: Side) -> list[GoalEvent]:
    return [goal for item in items for goal in (item.values(side) if isinstance(item, GoalEntry) else item)]


_TEXTS: Final = {"type": ["string", "array"], "items": {"type": "string"}}
HomeCards = Annotated[tuple[Card, ...], Reads(read_parts("unreadable-cards", ", ", partial(parse_cards, side=Side.HOME)), _TEXTS)]
AwayCards = Annotated[tuple[Card, ...], Reads(read_parts("unreadable-cards", ", ", partial(parse_cards, side=Side.AWAY)), _TEXTS)]
HomeLineUp = Annotated[LineUp | None, Reads(partial(read_line_up, Side.HOME), _TEXTS)]
AwayLineUp = Annotated[LineUp | None, Reads(partial(read_line_up, Side.AWAY), _TEXTS)]
Bench = Annotated[tuple[str, ...], Reads(read_bench, _TEXTS)]
Formation = Annotated[str | None, Reads(read_formation, {"type": "string", "examples": ["4-3-3"]})]
Kicks = Annotated[tuple[Kick, ...], Reads(read_kicks, _TEXTS)]
StatPair = Annotated[
    tuple[str | None, str | None],
    Reads(shorthand("unreadable-stat", parse_stat), {"type": "string", "examples": ["19-9", "7-?"]}),
]


class SideCards(HeadModel):
    """Cards by side."""

    called: ClassVar[str] = "the cards by side"

    home: HomeCards = Field((), description="Toloi 31' (Y), 78' (Y/R) Palomino 80' (R)")
    away: AwayCards = Field((), description="The same for the away side.")

    def value(self) -> tuple[Card, ...]:
        """All cards, the home side's first."""
        return (*self.home, *self.away)


class SideLineUps(HeadModel):
    """Line-ups by side."""

    called: ClassVar[str] = "the line-ups by side"

    home: HomeLineUp = Field(None, description="Gollini - Toloi, Romero [Y 31'], Palomino - … (Muriel 60')")
    away: AwayLineUp = Field(None, description="The same for the away side.")

    def value(self) -> BySide[LineUp | None]:
        """Both line-ups."""
        return BySide(self.home, self.away)


class SideBenches(HeadModel):
    """Substitutes who could have come on, by side."""

    called: ClassVar[str] = "the bench by side"

    home: Bench = Field((), description="Names, as a list or parted by commas.")
    away: Bench = Field((), description="The same for the away side.")


class SideManagers(HeadModel):
    """Managers by side."""

    called: ClassVar[str] = "the managers by side"

    home: Name | None = Field(None, description="The manager of the home side.")
    away: Name | None = Field(None, description="The manager of the away side.")


class SideFormations(HeadModel):
    """Formations by side, where the line-ups do not give them."""

    called: ClassVar[str] = "the formation by side"

    home: Formation = Field(None, description="4-3-3")
    away: Formation = Field(None, description="The same for the away side.")
