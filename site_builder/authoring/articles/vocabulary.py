"""The names that an article may use and the site knows: teams, people with their teams, competitions, grounds.

Spellings lead to the name to write. A site without anything gives the names of
nations and of the competitions that have rule books; all else is taken as written.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache

from msgspec import Struct, field


class Vocabulary(Struct, frozen=True):
    """Names by folded spelling (`folded`). ``people`` are full names with the teams they played for, folded."""

    teams: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, frozenset[str]] = field(default_factory=dict)
    competitions: Mapping[str, str] = field(default_factory=dict)
    venues: Mapping[str, str] = field(default_factory=dict)
    peoples: Mapping[str, str] = field(default_factory=dict)
    """Nations by what their people are called: ``dutch`` is the Netherlands, where a text says "the Dutch"."""
    clubs: Mapping[str, str] = field(default_factory=dict)
    """Clubs that everybody knows, by folded name: teams also where the site has none of their matches."""
    grounds: AbstractSet[str] = frozenset()
    """Folded names of grounds that everybody knows."""
    nations: AbstractSet[str] = frozenset()
    """Folded names of nations, which play each other and no clubs."""

    def team(self, written: str) -> str:
        """The team's name as the site has it, else as written; a known club's is not left in capitals."""
        usual = self.clubs.get(folded(written), written) if written.isupper() else written
        return self.teams.get(folded(written), usual)

    def is_team(self, written: str) -> bool:
        """Whether a team bears this name, of the site or elsewhere."""
        return self.has_team(written) or folded(written) in self.clubs

    def has_team(self, written: str) -> bool:
        """Whether a team of the site, or a nation, bears this name."""
        return folded(written) in self.teams

    def is_ground(self, written: str) -> bool:
        """Whether a ground bears this name, and no team."""
        name = folded(written)
        return name in self.grounds or name in self.venues

    def is_competition(self, written: str) -> bool:
        """Whether a competition bears this name."""
        return folded(written) in self.competitions

    def clubs_of(self, person: str) -> frozenset[str]:
        """The teams, folded, of everybody whose name this can be, also where the site has the surname alone."""
        wanted = folded(person)
        surname = wanted.rpartition(" ")[2]
        fits = (
            teams
            for name, teams in self.people.items()
            if folded(name) in (wanted, surname) or folded(name).endswith(f" {wanted}")
        )
        return frozenset().union(*fits)

    def full_names(self, surname: str, team: str = "") -> tuple[str, ...]:
        """People of this name or surname, of one team where it is given."""
        wanted, club = folded(surname), folded(team)
        return tuple(
            name
            for name, teams in self.people.items()
            if (folded(name) == wanted or folded(name).endswith(f" {wanted}")) and (not club or club in teams)
        )


_PUNCTUATION = "".join(chr(code) for code in range(128) if not chr(code).isalnum() and chr(code) != "'")
_PLAIN = str.maketrans(_PUNCTUATION, " " * len(_PUNCTUATION), "'")
"""What `folded` does to letters that everybody has."""


@lru_cache(maxsize=1 << 14)
def folded(text: str) -> str:
    """A name without case, accents and punctuation: ``Duván Zapata`` and ``duvan zapata`` are one."""
    if text.isascii():
        return " ".join(text.lower().translate(_PLAIN).split())
    plain = unicodedata.normalize(
        "NFKD", text.casefold().replace("ß", "ss").replace("ø", "o").replace("ł", "l").replace("đ", "d")
    )
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else "" if c in "'’" else " " for c in letters).split())
