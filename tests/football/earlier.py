"""What lay behind a match, all of it at hand: what the program reads bit by bit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce

from msgspec import Struct

from site_builder.football.history import Crowds, History, began_later, was_over
from site_builder.football.model import Match


class Earlier(Struct, frozen=True):
    """Matches that were over when another one kicked off, oldest first; ``later`` tells that some of those left out are older.

    ``around`` were not, and may have ended with it or before it.
    """

    matches: tuple[Match, ...]
    later: tuple[int, ...] = ()
    around: tuple[Match, ...] = ()

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

    def beside(self) -> tuple[Match, ...]:
        """Those that may have ended with the match or before it."""
        return self.around


def before(matches: Iterable[Match], match: Match) -> Earlier:
    """Those of some matches that were over when one kicked off."""
    history = History(matches)
    first, later = history.cut(match)
    around = [one for one in history.matches if one.id != match.id and not was_over(one, match) and not began_later(one, match)]
    return Earlier((*history.matches[:first], *[history.matches[at] for at in later]), later, tuple(around))
