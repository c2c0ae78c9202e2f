"""Goals and appearances by player.

Own goals and kicks of a shoot-out are nobody's goals; penalties are counted
apart, within the goals. In an awarded match the players' goals stay. Lists say
in how many matches their facts are known at all: a match without scorers says
nothing about anybody.

    >>> top = scorers(matches)                                  # doctest: +SKIP
    >>> top.lines[0].goals, top.known_in, top.matches           # doctest: +SKIP
    (8, 64, 64)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from site_builder.football.model import GoalEvent, GoalKind, Match, Side, Status
from site_builder.football.tallies import counts
from site_builder.football.timeline import Timeline

_HOME, _OWN_GOAL = Side.HOME, GoalKind.OWN_GOAL
Player = tuple[str, str]
"""A player and the team he played for."""


class ScorerLine(Struct, frozen=True):
    """A player's goals for a team, with the penalties among them."""

    player: str
    team: str
    goals: int
    penalties: int


class ScorerList(Struct, frozen=True):
    """Scorers, most goals first, fewer penalties before more, then by name.

    ``known_in`` of ``matches`` played matches have their scorers told in full.
    """

    lines: tuple[ScorerLine, ...]
    known_in: int
    matches: int

    @property
    def is_complete(self) -> bool:
        """Whether every goal has its scorer."""
        return self.known_in == self.matches


class CountLine(Struct, frozen=True):
    """How often a player did something for a team."""

    player: str
    team: str
    count: int


class CountList(Struct, frozen=True):
    """Players by a count, greatest first, then by name; ``known_in`` of ``matches`` tell it."""

    lines: tuple[CountLine, ...]
    known_in: int
    matches: int


def was_played(match: Match) -> bool:
    """Whether players' deeds in a match stand: it was played, also if it was awarded afterwards."""
    return counts(match) and (
        match.status is not Status.AWARDED or match.played is not None or match.happenings.goals is not None
    )


def goals_of(match: Match) -> list[tuple[Player, GoalEvent]]:
    """Every goal that counts for its scorer, with the team it was scored for."""
    home, away = match.home, match.away
    return [
        ((goal.player, home if goal.side is _HOME else away), goal)
        for goal in match.happenings.goals or ()
        if goal.kind is not _OWN_GOAL
    ]


def scorers_known(match: Match) -> bool:
    """Whether all goals of a match have their scorers."""
    told = match.happenings.goals
    score = match.played or (match.result.score if match.result else None)
    if score is None:
        return False
    return score.home + score.away == (len(told) if told is not None else 0)


def scorers(matches: Iterable[Match], team: str = "") -> ScorerList:
    """Who scored how often, for one team if told."""
    held = [match for match in matches if was_played(match)]
    goals: dict[Player, int] = {}
    penalties: Counter[Player] = Counter()
    for match in held:
        for player, goal in goals_of(match):
            if not team or player[1] == team:
                goals[player] = goals.get(player, 0) + 1
                if goal.kind is GoalKind.PENALTY:
                    penalties[player] += 1
    return ScorerList(_lines(goals, penalties), sum(map(scorers_known, held)), len(held))


def _lines(goals: Mapping[Player, int], penalties: Mapping[Player, int]) -> tuple[ScorerLine, ...]:
    lines = [ScorerLine(name, team, count, penalties.get((name, team), 0)) for (name, team), count in goals.items()]
    if len(lines) > 1:
        lines.sort(key=lambda line: (-line.goals, line.penalties, line.player, line.team))
    return tuple(lines)


def assists(matches: Iterable[Match], team: str = "") -> CountList:
    """Who assisted how often, for one team if told; a match tells it where at least one assist is named."""
    held = [match for match in matches if was_played(match)]
    found: dict[Player, int] = {}
    known = 0
    for match in held:
        told = [(goal.assist, for_team) for (_, for_team), goal in goals_of(match) if goal.assist]
        known += bool(told)
        for player in told:
            if not team or player[1] == team:
                found[player] = found.get(player, 0) + 1
    return CountList(_counts(found), known, len(held))


def appearances(matches: Iterable[Match], team: str = "") -> CountList:
    """Who played how often, from the start or as a substitute, for one team if told.

    A match tells it where both line-ups are held.
    """
    held = [match for match in matches if was_played(match)]
    found: dict[Player, int] = {}
    for match in held:
        for side, for_team in ((Side.HOME, match.home), (Side.AWAY, match.away)):
            if not team or for_team == team:
                for name in players_of(match, side):
                    player = (name, for_team)
                    found[player] = found.get(player, 0) + 1
    both = [match.happenings.line_ups for match in held]
    return CountList(_counts(found), sum([one.home is not None and one.away is not None for one in both]), len(held))


def players_of(match: Match, side: Side) -> tuple[str, ...]:
    """Everybody who was on the pitch for a side, as far as its line-up tells."""
    line_up = match.happenings.line_ups.of(side)
    if line_up is None:
        return ()
    return tuple(dict.fromkeys((*line_up.starters, *(change.on for change in line_up.substitutions))))


def _counts(found: Mapping[Player, int]) -> tuple[CountLine, ...]:
    lines = [CountLine(name, team, count) for (name, team), count in found.items()]
    return tuple(sorted(lines, key=lambda line: (-line.count, line.player, line.team)))


class TopScorers(Struct, frozen=True):
    """The leading scorers as they stood: of all, and of the teams of a match (several where they are level)."""

    overall: tuple[ScorerLine, ...]
    by_team: Mapping[str, tuple[ScorerLine, ...]]


class ScorersAround(Struct, frozen=True):
    """Leading scorers at a kick-off and after the match, of all and of its teams.

    ``known`` tells each time in how many matches of those played all were told.
    """

    at_kick_off: TopScorers
    afterwards: TopScorers
    known_at_kick_off: tuple[int, int]
    known_afterwards: tuple[int, int]


def scorers_around(matches: Iterable[Match]) -> dict[str, ScorersAround]:
    """The leading scorers around every match, in one pass."""
    timeline = Timeline(matches)
    wanted: dict[int, set[str]] = {}
    around = {match.id: (match, timeline.before(match), timeline.after(match)) for match in timeline.matches}
    for match, *lengths in around.values():
        for length in lengths:
            wanted.setdefault(length, set()).update((match.home, match.away))
    leaders = _Leaders()
    tops, known = {0: leaders.tops(wanted.get(0, ()))}, {0: (0, 0)}
    for length, match in enumerate(timeline.matches, 1):
        if was_played(match):
            leaders.add(match)
        if length in wanted:
            tops[length], known[length] = leaders.tops(wanted[length]), leaders.known
    return {
        name: ScorersAround(_of(match, tops[at]), _of(match, tops[then]), known[at], known[then])
        for name, (match, at, then) in around.items()
    }


def _of(match: Match, top: TopScorers) -> TopScorers:
    """What can be said of the leading scorers on a match's page."""
    return TopScorers(top.overall, {team: top.by_team[team] for team in (match.home, match.away) if team in top.by_team})


class _Leaders:
    """Who leads in each team, kept up from match to match: only those of a match's teams can change with it.

    ``known`` is in how many matches all scorers were told, and how many were played.
    """

    def __init__(self) -> None:
        self._goals: dict[str, dict[Player, int]] = {}
        self._penalties: Counter[Player] = Counter()
        self._lines: dict[str, tuple[ScorerLine, ...]] = {}
        self._overall: tuple[ScorerLine, ...] | None = ()
        self.known = (0, 0)

    def add(self, match: Match) -> None:
        """Count the goals of one more match."""
        known, played = self.known
        self.known = (known + scorers_known(match), played + 1)
        changed: dict[str, dict[Player, int]] = {}
        for player, goal in goals_of(match):
            goals = changed[player[1]] = self._goals.setdefault(player[1], {})
            goals[player] = goals.get(player, 0) + 1
            if goal.kind is GoalKind.PENALTY:
                self._penalties[player] += 1
        if changed:
            self._overall = None
        for team, goals in changed.items():
            most = max(goals.values())
            self._lines[team] = _lines({player: count for player, count in goals.items() if count == most}, self._penalties)

    def tops(self, teams: Iterable[str]) -> TopScorers:
        """The leading scorers as they stand, of all and of some teams."""
        if self._overall is None:
            best = max([lines[0].goals for lines in self._lines.values()])
            leading = sorted([team for team, lines in self._lines.items() if lines[0].goals == best])
            self._overall = tuple([line for team in leading for line in self._lines[team]])
        return TopScorers(self._overall, {team: self._lines[team] for team in teams if team in self._lines})
