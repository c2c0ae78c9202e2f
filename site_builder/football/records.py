"""Records of a set of matches: the biggest wins, the most goals, runs, crowds, clean sheets, and the cross-table.

Every list is of the matches that counted, in any order given; `Records.matches`
says how many that were, `Crowds.known_in` in how many of them a crowd is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from site_builder.football.form import Played, RunKind, longest_in, played_by_each
from site_builder.football.model import Match
from site_builder.football.tallies import counts
from site_builder.football.timeline import Timeline, in_order


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
    held = _counted(matches)
    figures = [_figures(match) for match in held]
    home = [(margin, goals) for margin, goals in figures if margin > 0]
    away = [(-margin, goals) for margin, goals in figures if margin < 0]
    biggest, smallest = max(home, default=None), max(away, default=None)
    most = max([goals for _, goals in figures], default=None)
    return Records(
        len(held),
        sum([goals for _, goals in figures]),
        tuple([match for match, one in zip(held, figures, strict=True) if one == biggest]),
        tuple([match for match, (margin, goals) in zip(held, figures, strict=True) if (-margin, goals) == smallest]),
        tuple([match for match, (_, goals) in zip(held, figures, strict=True) if goals == most]),
        _crowds(held),
    )


def most_goals(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Those of some matches that had the most goals, oldest first."""
    held = _counted(matches)
    goals = [_figures(match)[1] for match in held]
    most = max(goals, default=None)
    return tuple([match for match, count in zip(held, goals, strict=True) if count == most])


def _counted(matches: Iterable[Match]) -> list[Match]:
    """Those that count, oldest first; one that does not has its part in what a timeline knows of the others' times."""
    return [match for match in in_order(tuple(matches)) if counts(match)]


def _figures(match: Match) -> tuple[int, int]:
    """By how much the home team won, and all goals."""
    if match.result is None:
        return 0, 0
    score = match.result.score
    return score.home - score.away, score.home + score.away


def crowds(matches: Iterable[Match]) -> Crowds:
    """The crowds of the matches that counted."""
    return _crowds(_counted(matches))


def _crowds(held: Sequence[Match]) -> Crowds:
    known = [(crowd, match) for match in held if (crowd := match.happenings.attendance) is not None]
    numbers = [crowd for crowd, _ in known]
    largest, smallest = max(numbers, default=0), min(numbers, default=0)
    return Crowds(
        tuple([match for crowd, match in known if crowd == largest]),
        tuple([match for crowd, match in known if crowd == smallest]),
        sum(numbers),
        len(known),
        sum([match.happenings.closed_doors for match in held]),
        len(held),
    )


class TeamRun(Struct, frozen=True):
    """A team's longest run of a kind."""

    team: str
    kind: RunKind
    played: tuple[Played, ...]


def longest_runs(kind: RunKind, matches: Iterable[Match], least: int = 2) -> tuple[TeamRun, ...]:
    """The longest run of each team of at least ``least`` matches, longest first, then by team."""
    return longest_runs_in(kind, played_by_each(matches), least)


def longest_runs_in(kind: RunKind, played: Mapping[str, tuple[Played, ...]], least: int = 2) -> tuple[TeamRun, ...]:
    """The same of teams' matches."""
    runs = [TeamRun(team, kind, longest_in(kind, own)) for team, own in played.items() if len(own) >= least]
    return tuple(sorted([run for run in runs if len(run.played) >= least], key=lambda run: (-len(run.played), run.team)))


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
