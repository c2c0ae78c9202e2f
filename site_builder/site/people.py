"""Who is meant by a person's name in a match.

A full name is one person wherever it stands. A bare surname joins a full name
only in the same team and season and where exactly one fits; otherwise it is a
person of its own. Names that a file in ``people/`` declares come first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from site_builder.football.model import GoalKind, Happenings, Season, Side
from site_builder.site.names import NameBook

# Words that a surname may begin with: "de Roon" is as bare a surname as "Roon".
_PARTICLES = frozenset("al ben bin da de del den der di dos du el la le mac mc o san st ter ten van von".split())

SquadKey = tuple[str, Season]


def people_named(facts: Happenings, home: str, away: str) -> Iterator[tuple[str, str]]:
    """Each name in a match with the slug of its team, empty for referees and where the side is not told."""
    team = {Side.HOME: home, Side.AWAY: away}
    for goal in facts.goals or ():
        own = goal.side.other if goal.kind is GoalKind.OWN_GOAL else goal.side
        yield goal.player, team[own]
        if goal.assist:
            yield goal.assist, team[goal.side]
    for card in facts.cards:
        yield card.player, team[card.side]
    for kick in facts.shootout:
        yield kick.player, team[kick.side]
    for side in Side:
        yield from ((name, team[side]) for name in _people_of_side(facts, side))
    yield from ((name, "") for name in (facts.referee, *facts.assistants, facts.player_of_the_match) if name)
    yield from ((name, "") for name, _ in facts.ratings)


def _people_of_side(facts: Happenings, side: Side) -> Iterator[str]:
    line_up = facts.line_ups.of(side)
    if line_up:
        yield from line_up.starters
        yield from (sub.on for sub in line_up.substitutions)
    yield from facts.bench.of(side)
    manager = facts.managers.of(side)
    if manager:
        yield manager


class WhoIsWho:
    """Resolves names of people to slugs, once all names of all matches were `met`."""

    def __init__(self, book: NameBook) -> None:
        self._book = book
        self._squads: dict[SquadKey, dict[str, set[str]]] = {}
        self.spellings: Counter[str] = Counter()

    def meet(self, names: Iterable[tuple[str, str]], season: Season) -> None:
        """Take note of the names of a match: (name, team) pairs."""
        for name, team in names:
            slug = self._book.slug(name)
            if "-" not in slug:
                continue
            endings = self._squads.setdefault((team, season), {})
            words = slug.split("-")
            for start in range(1, len(words)):
                endings.setdefault("-".join(words[start:]), set()).add(slug)

    def own_slug(self, name: str) -> str:
        """The person that a name means by itself, whatever the team."""
        return self._book.slug(name)

    def slug(self, name: str, team: str, season: Season) -> str:
        """The person that a name means in a team's season."""
        slug = self._book.slug(name)
        first, dash, _ = slug.partition("-")
        if slug not in self._book.declared and (not dash or first in _PARTICLES):
            fits = self._squads.get((team, season), {}).get(slug, set())
            if len(fits) == 1:
                return next(iter(fits))
        self.spellings[name] += 1
        return slug
