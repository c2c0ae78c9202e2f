"""People for names: wherever a match names somebody, and of what names nobody nothing is made anew."""

from __future__ import annotations

import pytest

from site_builder.football.model import (
    BySide,
    Card,
    CardColour,
    GoalEvent,
    GoalKind,
    Happenings,
    Kick,
    LineUp,
    Score,
    Season,
    Side,
    Stat,
    Substitution,
)
from site_builder.site.happenings import Resolver
from site_builder.site.people import people_named

LINE_UP = LineUp((("somebody",), ("somebody",)), (Substitution("somebody", "somebody"),), "somebody")
NAMING = [
    Happenings(goals=(GoalEvent(Side.HOME, "somebody", kind=GoalKind.OWN_GOAL),)),
    Happenings(cards=(Card(Side.AWAY, "somebody", CardColour.RED),)),
    Happenings(line_ups=BySide(LINE_UP, None)),
    Happenings(line_ups=BySide(None, LINE_UP)),
    Happenings(bench=BySide(("somebody",), ())),
    Happenings(bench=BySide((), ("somebody",))),
    Happenings(managers=BySide("somebody", None)),
    Happenings(managers=BySide(None, "somebody")),
    Happenings(shootout=(Kick(Side.HOME, "somebody", scored=True, score=Score(1, 0)),)),
    Happenings(referee="somebody"),
    Happenings(assistants=("somebody",)),
    Happenings(player_of_the_match="somebody"),
    Happenings(ratings=(("somebody", "7"),)),
]
NAMELESS = Happenings(
    goals=(),
    formations=BySide("4-4-2", None),
    stats=(Stat("Shots", "3", "4"),),
    attendance=100,
    closed_doors=True,
    weather="rain",
)


class Loud:
    """Calls everybody by their name in capitals."""

    def slug(self, name: str, team: str, season: Season) -> str:  # noqa: ARG002 - whatever the squad
        return name.upper()

    def own_slug(self, name: str) -> str:
        return name.upper()


RESOLVER = Resolver(Loud(), "home", "away", Season(2020, 2021))


@pytest.mark.parametrize("facts", NAMING)
def test_whoever_is_named_is_met_and_replaced_and_nothing_else_changes(facts: Happenings) -> None:
    assert people_named(facts, "home", "away")
    assert repr(RESOLVER.happenings(facts)) == repr(facts).replace("somebody", "SOMEBODY")


@pytest.mark.parametrize("facts", [Happenings(), NAMELESS])
def test_where_nobody_is_named_a_match_is_as_it_was_told(facts: Happenings) -> None:
    assert people_named(facts, "home", "away") == []
    assert RESOLVER.happenings(facts) == facts
