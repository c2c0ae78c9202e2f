"""Who is meant by a person's name in a match.

A full name is one person wherever it stands. A bare surname joins a full name
only in the same team and season and where exactly one fits; otherwise it is a
person of its own. Names that a file in ``people/`` declares come first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from site_builder.football.model import GoalKind, Happenings, LineUp, Season, Side
from site_builder.site.names import NameBook

# Words that a surname may begin with: "de Roon" is as bare a surname as "Roon".
_PARTICLES = frozenset("al ben bin da de del den der di dos du el la le mac mc o san st ter ten van von".split())

SquadKey = tuple[str, Season]


def people_named(facts: Happenings, home: str, away: str) -> list[tuple[str, str]]:
    """Each name in a match with the slug of its team, empty for referees and where the side is not told."""
    named: list[tuple[str, str]] = []
    for goal in facts.goals or ():
        own, other = (home, away) if goal.side is Side.HOME else (away, home)
        named.append((goal.player, other if goal.kind is GoalKind.OWN_GOAL else own))
        if goal.assist:
            named.append((goal.assist, own))
    if facts.cards:
        named += [(card.player, home if card.side is Side.HOME else away) for card in facts.cards]
    if facts.shootout:
        named += [(kick.player, home if kick.side is Side.HOME else away) for kick in facts.shootout]
    line_ups, bench, managers = facts.line_ups, facts.bench, facts.managers
    if line_ups.home or bench.home or managers.home:
        named += _of_side(home, line_ups.home, bench.home, managers.home)
    if line_ups.away or bench.away or managers.away:
        named += _of_side(away, line_ups.away, bench.away, managers.away)
    if facts.referee or facts.assistants or facts.player_of_the_match:
        named += [(name, "") for name in (facts.referee, *facts.assistants, facts.player_of_the_match) if name]
    if facts.ratings:
        named += [(name, "") for name, _ in facts.ratings]
    return named


def _of_side(team: str, line_up: LineUp | None, bench: tuple[str, ...], manager: str | None) -> list[tuple[str, str]]:
    named = [(name, team) for name in line_up.starters] if line_up else []
    if line_up:
        named += [(sub.on, team) for sub in line_up.substitutions]
    if bench:
        named += [(name, team) for name in bench]
    if manager:
        named.append((manager, team))
    return named


class WhoIsWho:
    """Resolves names of people to slugs, once all names of all matches were `met`."""

    def __init__(self, book: NameBook) -> None:
        self._book = book
        self._squads: dict[SquadKey, set[str]] = defaultdict(set)
        self._endings: dict[SquadKey, dict[str, set[str]]] = {}
        self.spellings: Counter[str] = Counter()

    def meet(self, names: Iterable[tuple[str, str]], season: Season) -> None:
        """Take note of the names of a match: (name, team) pairs."""
        for name, team in names:
            self._squads[team, season].add(self._book.slug(name))

    def own_slug(self, name: str) -> str:
        """The person that a name means by itself, whatever the team."""
        return self._book.slug(name)

    def slug(self, name: str, team: str, season: Season) -> str:
        """The person that a name means in a team's season."""
        slug = self._book.slug(name)
        first, dash, _ = slug.partition("-")
        if slug not in self._book.declared and (not dash or first in _PARTICLES):
            fits = self._endings_of((team, season)).get(slug, ())
            if len(fits) == 1:
                return next(iter(fits))
        self.spellings[name] += 1
        return slug

    def _endings_of(self, squad: SquadKey) -> dict[str, set[str]]:
        """Full names by each of their endings (``de-roon`` and ``roon``), of a squad in which somebody is named by less."""
        endings = self._endings.get(squad)
        if endings is None:
            endings = self._endings[squad] = {}
            for slug in self._squads.get(squad, ()):
                _, dash, ending = slug.partition("-")
                while dash:
                    endings.setdefault(ending, set()).add(slug)
                    _, dash, ending = ending.partition("-")
        return endings
