"""Rule books: which rules a competition has in which season, and what was ruled in each.

A book is a list of rule sets, each from a season on. The newest that has begun
holds; what it does not say, the one before it says, in the end `assumed_rules`.
An author's competition file is laid over a built-in book with
`RuleBook.with_additions`.

    >>> book = RuleBook("Cup", sets=(RuleSet(since=Season(1994, 1995), changes=RuleChanges(points=Points(3))),))
    >>> book.rules(Season(1995, 1996)).points.win
    3
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from site_builder.football.model import Season
from site_builder.football.rules import (
    BestThirds,
    CardPoints,
    Criterion,
    Points,
    RankStep,
    RoundTies,
    Rules,
    Split,
    StageKind,
    TieRules,
    Zone,
)

MODERN_ERA = 1995
"""FIFA made three points for a win general for 1995-96; assumed where no rule book says."""


class RuleChanges(Struct, frozen=True):
    """What a rule set says; None means that it does not say. Fields as in `Rules`."""

    points: Points | None = None
    rank: tuple[RankStep, ...] | None = None
    stages: tuple[StageKind, ...] | None = None
    meetings: int | None = None
    playoff_places: tuple[int, ...] | None = None
    ties: TieRules | None = None
    round_ties: tuple[RoundTies, ...] | None = None
    split: Split | None = None
    thirds: BestThirds | None = None
    zones: tuple[Zone, ...] | None = None
    cards: CardPoints | None = None

    def over(self, rules: Rules) -> Rules:
        """``rules`` with everything that is said here put in its place.

        A new ranking takes the old one's play-off places with it: they belong together.
        """
        said = {name: getattr(self, name) for name in self.__struct_fields__}
        if self.rank is not None and self.playoff_places is None:
            said["playoff_places"] = ()
        return replace(rules, **{name: value for name, value in said.items() if value is not None})


class RuleSet(Struct, frozen=True):
    """Rules from a season on (None: from the beginning), for all stages or for one kind of stage."""

    since: Season | None = None
    stage: StageKind | None = None
    changes: RuleChanges = RuleChanges()

    def holds(self, season: Season, stage: StageKind | None) -> bool:
        """Whether it has begun and is about this kind of stage."""
        return self.stage is stage and (self.since is None or self.since.start <= season.start)


class Adjustment(Struct, frozen=True):
    """Points given or taken by a ruling, from ``date`` on (None: all season); a reversal is another adjustment."""

    team: str
    points: int
    date: date | None = None
    reason: str = ""


class Decision(Struct, frozen=True):
    """An order of teams that the results do not give: lots, a play-off, a ruling. Best first.

    ``by`` is the criterion it stands for, None where the words did not tell.
    """

    rank: tuple[str, ...]
    why: str = ""
    by: Criterion | None = None
    date: date | None = None


class PointsOverride(Struct, frozen=True):
    """The points of one match as ruled, where its score does not give them (both teams punished).

    ``date`` tells which one where the two meet at one ground more than once; without it each of them is meant.
    """

    home: str
    away: str
    points: tuple[int, int]
    reason: str = ""
    date: date | None = None


class Rulings(Struct, frozen=True):
    """What was ruled in one season. Teams are names as written until `with_teams` gives slugs."""

    adjustments: tuple[Adjustment, ...] = ()
    decisions: tuple[Decision, ...] = ()
    overrides: tuple[PointsOverride, ...] = ()

    def with_teams(self, slug_of: Callable[[str], str]) -> Rulings:
        """The same with every team's name replaced."""
        return Rulings(
            tuple(replace(one, team=slug_of(one.team)) for one in self.adjustments),
            tuple(replace(one, rank=tuple(slug_of(team) for team in one.rank)) for one in self.decisions),
            tuple(replace(one, home=slug_of(one.home), away=slug_of(one.away)) for one in self.overrides),
        )


NO_RULINGS = Rulings()


class SeasonShape(Struct, frozen=True):
    """When seasons begin: ``start_month`` 1 to 12, None for calendar years; ``extended`` seasons ran past their time."""

    start_month: int | None = 7
    extended: tuple[tuple[Season, date], ...] = ()

    def season_of(self, day: date) -> Season:
        """The season that a day belongs to."""
        for season, last_day in self.extended:
            if self.first_day(season) <= day <= last_day:
                return season
        if self.start_month is None:
            return Season(day.year, day.year)
        start = day.year if day.month >= self.start_month else day.year - 1
        return Season(start, start + 1)

    def first_day(self, season: Season) -> date:
        """The earliest day of a season."""
        return date(season.start, self.start_month or 1, 1)

    def over(self, other: SeasonShape) -> SeasonShape:
        """This month, and the seasons that ran past their time by either."""
        return replace(self, extended=(*self.extended, *other.extended))


class RuleBook(Struct, frozen=True):
    """All that is known about a competition's rules; ``sets`` are built-in, ``additions`` an author's."""

    name: str
    aliases: tuple[str, ...] = ()
    country: str = ""
    timezone: str = ""
    shape: SeasonShape | None = None
    sets: tuple[RuleSet, ...] = ()
    additions: tuple[RuleSet, ...] = ()
    rulings: tuple[tuple[Season, Rulings], ...] = ()

    @property
    def says_rules(self) -> bool:
        """Whether there is more in it than names, rulings and the month in which seasons begin."""
        return bool(self.sets or self.additions)

    def rules(self, season: Season, stage: StageKind | None = None) -> Rules:
        """The rules of a season, those of one kind of stage where it has its own."""
        rules = assumed_rules(season)
        for kind in (None, stage) if stage else (None,):
            for rule_set in self._in_order():
                if rule_set.holds(season, kind):
                    rules = rule_set.changes.over(rules)
        return rules

    def ranks(self, season: Season) -> bool:
        """Whether the book speaks of what only a table has: a ranking, points, places, points deducted."""
        if self.rulings_of(season).adjustments:
            return True
        holding = [one.changes for one in self._in_order() if one.holds(season, None)]
        return any(said is not None for one in holding for said in (one.rank, one.points, one.zones))

    def _in_order(self) -> list[RuleSet]:
        """Oldest first: the newest word on each matter holds, an author's over a book's of the same season.

        What an author says without a season is meant for all of them, so it comes last.
        """
        dated = [(one.since.start if one.since else 0, 0, one) for one in self.sets]
        dated += [(one.since.start if one.since else sys.maxsize, 1, one) for one in self.additions]
        return [one for _, _, one in sorted(dated, key=lambda entry: entry[:2])]

    def rulings_of(self, season: Season) -> Rulings:
        """What was ruled in a season."""
        return next((rulings for year, rulings in self.rulings if year == season), NO_RULINGS)

    def season_of(self, day: date) -> Season | None:
        """The season that a day belongs to, None where the book does not say when seasons begin."""
        return self.shape.season_of(day) if self.shape else None

    def with_additions(self, other: RuleBook) -> RuleBook:
        """This book with an author's ``other`` laid over it; the author's name for it is kept as another alias."""
        return replace(
            self,
            aliases=tuple(dict.fromkeys((*self.aliases, other.name, *other.aliases))),
            country=other.country or self.country,
            timezone=other.timezone or self.timezone,
            shape=other.shape.over(self.shape) if other.shape and self.shape else other.shape or self.shape,
            additions=(*self.additions, *other.additions, *other.sets),
            rulings=(*other.rulings, *self.rulings),
        )


def assumed_rules(season: Season) -> Rules:
    """The rules that a page says were assumed, where no book holds: three points from 1995-96, two before."""
    return Rules(points=Points(win=3 if season.start >= MODERN_ERA else 2))
