"""Structs whose fields are of all the types that a fingerprint tells apart, and of those that it refuses."""

from __future__ import annotations

from datetime import date
from enum import Enum, StrEnum
from typing import Generic, Literal, TypeVar

from msgspec import Struct

T = TypeVar("T")


class Foot(StrEnum):
    LEFT = "left"
    RIGHT = "right"


class Mixed(Enum):
    TEXT = "1"
    NUMBER = 1


class Team(Struct, frozen=True):
    name: str
    founded: int | None = None


class Venue(Struct, frozen=True):
    name: str
    founded: int | None = None


class Pair(Struct, Generic[T], frozen=True):
    home: T
    away: T


class Player(Struct, frozen=True):
    name: str
    foot: Foot = Foot.LEFT
    teams: tuple[Team, ...] = ()
    ratings: Pair[float | None] = Pair(None, None)
    since: date | None = None
    side: Literal["home", "away"] = "home"


class LookAlikes(Struct, frozen=True):
    of: Team | Venue


class DateOrText(Struct, frozen=True):
    day: date | str


class WithSet(Struct, frozen=True):
    teams: frozenset[str]


class WithDict(Struct, frozen=True):
    teams: dict[str, int]


class WithAnything(Struct, frozen=True):
    thing: object


class WithMixed(Struct, frozen=True):
    thing: Mixed


class Thawed(Struct):
    name: str


class Unslotted(Struct, frozen=True, dict=True):
    name: str


class Holder(Struct, frozen=True):
    thawed: Thawed


class WithAnyTuple(Struct, frozen=True):
    things: tuple[object, ...]


class WithTwoOrNone(Struct, frozen=True):
    teams: tuple[Team | Venue, ...] | None


class Score(Enum):
    WON = (1, 0)


class WithScore(Struct, frozen=True):
    score: Score


class WithPairOfAnything(Struct, frozen=True):
    sides: Pair  # type: ignore[type-arg]  # that is what is wrong with it


class WithMixedChoice(Struct, frozen=True):
    thing: Literal["1", 1]


class Round(Struct, Generic[T], frozen=True):
    pairs: tuple[Pair[T], ...]
    best: T | None = None


class Cup(Struct, frozen=True):
    final: Round[Team]


class CupOfLookAlikes(Struct, frozen=True):
    final: Round[Team | Venue]


class CupOfNothingInParticular(Struct, frozen=True):
    final: Round  # type: ignore[type-arg]  # that is what is wrong with it


class CupOfNone(Struct, frozen=True):
    final: Round[Team | None]
