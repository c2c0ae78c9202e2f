"""Records of a set of matches: the biggest wins, the most goals, runs, crowds, clean sheets, and the cross-table.

Every list is of the matches that counted, in any order given; `Records.matches`
says how many that were, `Crowds.known_in` in how many of them a crowd is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from site_builder.football.form import Played, RunKind, longest_run
from site_builder.football.model import Match
from site_builder.football.tallies import counts
from site_builder.football.timeline import Timeline


class Crowds(Struct, frozen=True):
    """Attendances: the largest and smallest crowds, their sum, and what they are known from.

    Matches behind closed doors are counted apart and are nobody's smallest crowd.
    """

    largest: tuple[Match, ...]
    smallest: tuple[Match, ...]
    total: int
    known_in: int
    closed_doors: int
    matches: int

    @property
    def average(self) -> float | None:
        """The mean of the known crowds."""
        return self.total / self.known_in if self.known_in else None


class Records(Struct, frozen=True):
    """What stands out in a set of matches; each tuple holds all that are equal, oldest first."""

    matches: int
    goals: int
    biggest_home_wins: tuple[Match, ...]
    biggest_away_wins: tuple[Match, ...]
    most_goals: tuple[Match, ...]
    crowds: Crowds


def records(matches: Iterable[Match]) -> Records:
    """The records of some matches."""
    held = tuple(match for match in Timeline(matches).matches if counts(match))
    home = [match for match in held if _margin(match) > 0]
    away = [match for match in held if _margin(match) < 0]
    return Records(
        len(held),
        sum(map(_goals, held)),
        _greatest(home, lambda match: (_margin(match), _goals(match))),
        _greatest(away, lambda match: (-_margin(match), _goals(match))),
        _greatest(held, lambda match: (_goals(match), 0)),
        crowds(held),
    )


def _margin(match: Match) -> int:
    return match.result.score.home - match.result.score.away if match.result else 0


def _goals(match: Match) -> int:
    return match.result.score.home + match.result.score.away if match.result else 0


def _greatest(matches: Iterable[Match], key: Callable[[Match], tuple[int, int]]) -> tuple[Match, ...]:
    held = tuple(matches)
    best = max(map(key, held), default=None)
    return tuple(match for match in held if key(match) == best)


def crowds(matches: Iterable[Match]) -> Crowds:
    """The crowds of the matches that counted."""
    held = tuple(match for match in Timeline(matches).matches if counts(match))
    known = [(crowd, match) for match in held if (crowd := match.happenings.attendance) is not None]
    numbers = [crowd for crowd, _ in known]
    return Crowds(
        tuple(match for crowd, match in known if crowd == max(numbers)),
        tuple(match for crowd, match in known if crowd == min(numbers)),
        sum(numbers),
        len(known),
        sum(match.happenings.closed_doors for match in held),
        len(held),
    )


class TeamRun(Struct, frozen=True):
    """A team's longest run of a kind."""

    team: str
    kind: RunKind
    played: tuple[Played, ...]


def longest_runs(kind: RunKind, matches: Iterable[Match], least: int = 2) -> tuple[TeamRun, ...]:
    """The longest run of each team of at least ``least`` matches, longest first, then by team."""
    held = tuple(matches)
    teams = sorted({team for match in held for team in (match.home, match.away)})
    runs = [TeamRun(team, kind, longest_run(kind, team, held)) for team in teams]
    return tuple(sorted((run for run in runs if len(run.played) >= least), key=lambda run: (-len(run.played), run.team)))


class CrossTable(Struct, frozen=True):
    """Every team against every other: rows are hosts, columns guests, both in the order of ``teams``.

    A cell holds all their matches there, played or not, oldest first.
    """

    teams: tuple[str, ...]
    cells: tuple[tuple[tuple[Match, ...], ...], ...]

    def at(self, home: str, away: str) -> tuple[Match, ...]:
        """The matches of one team at home to another."""
        return self.cells[self.teams.index(home)][self.teams.index(away)]


def cross_table(matches: Iterable[Match], teams: Iterable[str] | None = None) -> CrossTable:
    """The cross-table of some matches; ``teams`` in the order wanted, by name where not given."""
    held = Timeline(matches).matches
    named = tuple(teams) if teams is not None else tuple(sorted({team for match in held for team in (match.home, match.away)}))
    by_pair: dict[tuple[str, str], list[Match]] = {}
    for match in held:
        by_pair.setdefault((match.home, match.away), []).append(match)
    cells = tuple(tuple(tuple(by_pair.get((home, away), ())) for away in named) for home in named)
    return CrossTable(named, cells)
