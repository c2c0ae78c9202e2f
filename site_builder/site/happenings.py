"""The course of a match with people in the place of names."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from site_builder.football.model import (
    BySide,
    Card,
    GoalEvent,
    GoalKind,
    Happenings,
    Kick,
    LineUp,
    Season,
    Side,
    Substitution,
)


class People(Protocol):
    """What a name means: `people.WhoIsWho`, or whoever else knows."""

    def slug(self, name: str, team: str, season: Season) -> str:
        """The person that a name means in a team's season."""

    def own_slug(self, name: str) -> str:
        """The person that a name means by itself, whatever the team."""


class Resolver(Struct, frozen=True):
    """Replaces the names in one match by slugs of people, each in the squad it belongs to."""

    who: People
    home: str
    away: str
    season: Season

    def happenings(self, facts: Happenings) -> Happenings:
        """The same facts about people instead of names."""
        slug, line_ups, bench, managers = self.of_side, facts.line_ups, facts.bench, facts.managers
        if line_ups.home or line_ups.away:
            line_ups = BySide(self._line_up(line_ups.home, Side.HOME), self._line_up(line_ups.away, Side.AWAY))
        if bench.home or bench.away:
            bench = BySide(
                tuple([slug(name, Side.HOME) for name in bench.home]),
                tuple([slug(name, Side.AWAY) for name in bench.away]),
            )
        if managers.home or managers.away:
            managers = BySide(
                slug(managers.home, Side.HOME) if managers.home else None,
                slug(managers.away, Side.AWAY) if managers.away else None,
            )
        return Happenings(
            goals=None if facts.goals is None else tuple(map(self._goal, facts.goals)),
            cards=tuple(map(self._card, facts.cards)),
            line_ups=line_ups,
            bench=bench,
            managers=managers,
            formations=facts.formations,
            shootout=tuple([Kick(k.side, slug(k.player, k.side), k.scored, k.score, k.note) for k in facts.shootout]),
            stats=facts.stats,
            referee=self.who.slug(facts.referee, "", self.season) if facts.referee else None,
            assistants=tuple([self.who.slug(name, "", self.season) for name in facts.assistants]),
            attendance=facts.attendance,
            closed_doors=facts.closed_doors,
            weather=facts.weather,
            player_of_the_match=self._of_either(facts.player_of_the_match) if facts.player_of_the_match else None,
            ratings=tuple([(self._of_either(name), rating) for name, rating in facts.ratings]),
        )

    def of_side(self, name: str, side: Side) -> str:
        """The person that a name of one side means."""
        return self.who.slug(name, self.home if side is Side.HOME else self.away, self.season)

    def _of_either(self, name: str) -> str:
        """A name without a side: the one person of either squad that it fits, else the name's own."""
        found = {self.of_side(name, side) for side in Side}
        own = self.who.own_slug(name)
        fitting = found - {own}
        return fitting.pop() if len(fitting) == 1 else own

    def _goal(self, goal: GoalEvent) -> GoalEvent:
        side = goal.side.other if goal.kind is GoalKind.OWN_GOAL else goal.side
        assist = self.of_side(goal.assist, goal.side) if goal.assist else None
        return GoalEvent(goal.side, self.of_side(goal.player, side), goal.minute, goal.kind, assist)

    def _card(self, card: Card) -> Card:
        return Card(card.side, self.of_side(card.player, card.side), card.colour, card.minute)

    def _line_up(self, line_up: LineUp | None, side: Side) -> LineUp | None:
        if line_up is None:
            return None

        def slug(name: str) -> str:
            return self.of_side(name, side)

        return LineUp(
            lines=tuple(tuple(map(slug, line)) for line in line_up.lines),
            substitutions=tuple(Substitution(slug(s.off), slug(s.on), s.minute) for s in line_up.substitutions),
            captain=slug(line_up.captain) if line_up.captain else None,
            cards=tuple(map(self._card, line_up.cards)),
        )
