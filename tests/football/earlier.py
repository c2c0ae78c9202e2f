"""What lay behind a match, all of it at hand: what the program reads bit by bit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce

from msgspec import Struct

from site_builder.football.history import Crowds, History
from site_builder.football.model import Match


class Earlier(Struct, frozen=True):
    """Matches that were over when another one kicked off, oldest first; ``later`` tells that some of those left out are older."""

    matches: tuple[Match, ...]
    later: tuple[int, ...] = ()

    def __len__(self) -> int:
        """How many matches."""
        return len(self.matches)

    def __iter__(self) -> Iterator[Match]:
        """All of them, oldest first."""
        return iter(self.matches)

    def __reversed__(self) -> Iterator[Match]:
        """All of them, newest first."""
        return reversed(self.matches)

    def of_team(self, team: str) -> list[Match]:
        """Those of one team, oldest first."""
        return [match for match in self.matches if team in {match.home, match.away}]

    def crowds(self) -> Crowds:
        """Before how many people they were played."""
        return reduce(Crowds.plus, self.matches, Crowds())


def before(matches: Iterable[Match], match: Match) -> Earlier:
    """Those of some matches that were over when one kicked off."""
    history = History(matches)
    first, later = history.cut(match)
    return Earlier((*history.matches[:first], *[history.matches[at] for at in later]), later)
