"""Putting teams in order: every criterion, one after the other, until the rules or the data end.

Teams level on points go through the steps of the ranking together. Each border
between neighbours remembers the step that drew it (`Verdict`); teams that no
step separates stay in one block, which is a shared place. A criterion that the
data cannot supply (cards that nobody recorded, a ranking, lots) ends the search:
what comes after it does not hold before it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from site_builder.football.discipline import conduct
from site_builder.football.rules import CardPoints, Criterion, HeadToHead, Pending, RankStep, Reapplied
from site_builder.football.tallies import Counted, Tally, tallied

Value = int | Fraction | float
Block = tuple[str, ...]
Pair = tuple[str, str]


class Verdict(Struct, frozen=True):
    """Why a team stands above the next one, with which it is level on points.

    ``upper`` and ``lower`` are the values compared, None where there are none
    (a decision, or undecided); ``among`` are the level teams whose mutual
    matches were counted, if more than the two. ``why`` is an author's word.
    """

    criterion: Criterion
    upper: Value | None = None
    lower: Value | None = None
    among: Block = ()
    why: str = ""


class Border(Struct, frozen=True):
    """A block of teams that nothing separates, and what separates it from the next one (None: nothing yet, or points)."""

    block: Block
    verdict: Verdict | None = None


Order = list[Border]
PlayoffWinners = Mapping[frozenset[str], str]
"""Who won the play-off between two teams."""


class Figures(Struct):
    """Everything that criteria are read from. ``results`` are all that count, ``by_pair`` the same by pair of teams.

    ``ranked`` are the teams that are put in order (None: all that have a tally).
    """

    tallies: Mapping[str, Tally]
    results: Sequence[Counted] = ()
    by_pair: Mapping[Pair, Sequence[Counted]] | None = None
    adjustments: Mapping[str, int] | None = None
    per_match: bool = False
    meetings: int | None = None
    cards: CardPoints = CardPoints()
    playoffs: PlayoffWinners | None = None
    ranked: Block | None = None

    def points(self, team: str) -> int:
        """A team's points with its adjustments."""
        return self.tallies[team].points + (self.adjustments or {}).get(team, 0)

    def level(self, team: str) -> Value:
        """What teams are first ranked by: points, or points per match."""
        points = self.points(team)
        return Fraction(points, max(self.tallies[team].played, 1)) if self.per_match else points

    def between(self, one: str, other: str) -> Sequence[Counted]:
        """The counted matches of two teams."""
        pair = (one, other) if one < other else (other, one)
        if self.by_pair is None:
            return [result for result in self.results if result.pair == pair]
        return self.by_pair.get(pair, ())

    def all_met(self, block: Block) -> bool:
        """Whether all mutual matches are played.

        Where no rule says how often teams meet: twice each, or the whole round robin is closed.
        """
        times = [len(self.between(one, other)) for index, one in enumerate(block) for other in block[index + 1 :]]
        if min(times) >= (self.meetings or 2):
            return True
        return self.meetings is None and min(times) > 0 and self._closed()

    def _closed(self) -> bool:
        """Whether every ranked team has met every other equally often."""
        teams = tuple(self.tallies) if self.ranked is None else self.ranked
        return len({len(self.between(one, other)) for index, one in enumerate(teams) for other in teams[index + 1 :]}) == 1


def goal_average(tally: Tally) -> Value:
    """Goals scored divided by goals conceded, exactly; none conceded is the best there is."""
    if tally.goals_against:
        return Fraction(tally.goals_for, tally.goals_against)
    return float("inf") if tally.goals_for else 0


_OF_TALLY: dict[Criterion, Callable[[Tally], Value]] = {
    Criterion.POINTS: lambda tally: tally.points,
    Criterion.GOAL_DIFFERENCE: lambda tally: tally.goals_for - tally.goals_against,
    Criterion.GOAL_AVERAGE: goal_average,
    Criterion.GOALS_FOR: lambda tally: tally.goals_for,
    Criterion.AWAY_GOALS: lambda tally: tally.away_goals,
    Criterion.WINS: lambda tally: tally.won,
    Criterion.AWAY_WINS: lambda tally: tally.away_wins,
}
_OPPONENTS = {
    Criterion.OPPONENTS_POINTS: Criterion.POINTS,
    Criterion.OPPONENTS_GOAL_DIFFERENCE: Criterion.GOAL_DIFFERENCE,
    Criterion.OPPONENTS_GOALS_FOR: Criterion.GOALS_FOR,
}
_MUTUAL = {
    Criterion.H2H_POINTS: Criterion.POINTS,
    Criterion.H2H_GOAL_DIFFERENCE: Criterion.GOAL_DIFFERENCE,
    Criterion.H2H_GOALS_FOR: Criterion.GOALS_FOR,
    Criterion.H2H_AWAY_GOALS: Criterion.AWAY_GOALS,
}


class Placed(Struct, frozen=True):
    """A team in order, and why it stands above the next one: None where points say so, and in the last place.

    A verdict of ``undecided`` shares the place with the next one.
    """

    team: str
    verdict: Verdict | None = None

    @property
    def is_undecided(self) -> bool:
        """Whether the next team shares the place."""
        return self.verdict is not None and self.verdict.criterion is Criterion.UNDECIDED


UNDECIDED = Verdict(Criterion.UNDECIDED)


def in_order(teams: Sequence[str], steps: Sequence[RankStep], figures: Figures) -> list[Placed]:
    """All teams in order, best first. The order of ``teams`` does not matter: those undecided stand by name."""
    after_points = tuple(step for step in steps if step is not Criterion.POINTS)
    ranking = Ranking(after_points, figures)
    placed: list[Placed] = []
    for level in _parted(tuple(sorted(teams)), {team: figures.level(team) for team in teams}):
        for border in ranking.settle(level):
            placed += [Placed(team, UNDECIDED) for team in border.block[:-1]]
            placed.append(Placed(border.block[-1], border.verdict))
    return placed


class Ranking(Struct, frozen=True):
    """The steps that rank teams level on points."""

    steps: tuple[RankStep, ...]
    figures: Figures

    def settle(self, block: Block, at: int = 0) -> Order:
        """A block of level teams in order, from the step numbered ``at`` on."""
        if len(block) == 1 or at >= len(self.steps):
            return [Border(block)]
        step = self.steps[at]
        if isinstance(step, HeadToHead):
            return self._head_to_head(block, step, at)
        values = self._values(step, block)
        if values is None:
            return [Border(block)]
        parts = _parted(block, values)
        if len(parts) == 1:
            return self.settle(block, at + 1)
        following = self._restart(at)
        return _joined([self.settle(part, at + 1 if following is None else following) for part in parts], step, values)

    def _restart(self, at: int) -> int | None:
        """Where those not separated go on if every separation starts the list anew."""
        for index, step in enumerate(self.steps[:at]):
            if isinstance(step, HeadToHead) and step.reapplied is Reapplied.EACH:
                return index
        return None

    def _head_to_head(self, block: Block, step: HeadToHead, at: int) -> Order:
        if not self.figures.all_met(block):
            return [Border(block)] if step.pending is Pending.SHARED else self.settle(block, at + 1)
        mutual = self._mutual(block)
        criteria = step.two if len(block) == 2 else step.several
        order: Order = [Border(block)]
        for criterion in criteria:
            order = _refined(order, criterion, {team: _OF_TALLY[_MUTUAL[criterion]](mutual[team]) for team in block}, block)
            if step.reapplied is Reapplied.EACH and len(order) > 1:
                break
        return [entry for border in order for entry in self._still_level(border, block, step, at)]

    def _still_level(self, border: Border, block: Block, step: HeadToHead, at: int) -> Order:
        """What head-to-head left level: once more among those alone where the rules say so, else the next step."""
        again = step.reapplied is not Reapplied.NO and len(border.block) < len(block)
        settled = self.settle(border.block, at if again else at + 1)
        return [*settled[:-1], Border(settled[-1].block, border.verdict)]

    def _mutual(self, block: Block) -> dict[str, Tally]:
        between = self.figures.between
        pairs = [(one, other) for index, one in enumerate(block) for other in block[index + 1 :]]
        return tallied([result for pair in pairs for result in between(*pair)], block)

    def _values(self, criterion: Criterion, block: Block) -> Mapping[str, Value] | None:
        """Each team's value, the greater the better; None where the data cannot supply it."""
        if criterion in _OF_TALLY:
            return {team: _OF_TALLY[criterion](self.figures.tallies[team]) for team in block}
        if criterion in _OPPONENTS:
            return {team: self._opponents(team, _OPPONENTS[criterion]) for team in block}
        if criterion is Criterion.DISCIPLINE:
            return self._conduct(block)
        if criterion is Criterion.PLAYOFF and (winner := (self.figures.playoffs or {}).get(frozenset(block))):
            return {team: int(team == winner) for team in block}
        return None

    def _opponents(self, team: str, criterion: Criterion) -> Value:
        """The sum of a figure over the opponents of all matches."""
        figures = self.figures
        met = [(result.away if result.home == team else result.home) for result in figures.results if team in result.pair]
        if criterion is Criterion.POINTS:
            return sum(figures.points(other) for other in met)
        return sum(_OF_TALLY[criterion](figures.tallies[other]) for other in met)

    def _conduct(self, block: Block) -> Mapping[str, Value] | None:
        matches = [result.match for result in self.figures.results if result.home in block or result.away in block]
        found = conduct(matches, self.figures.cards)
        known = {team: -points for team in block if (points := found.get(team)) is not None}
        return known if len(known) == len(block) else None


def _parted(block: Block, values: Mapping[str, Value]) -> list[Block]:
    """The teams of a block by value, greatest first; inside a part in the block's order."""
    parts: dict[Value, list[str]] = {}
    for team in block:
        parts.setdefault(values[team], []).append(team)
    return [tuple(parts[value]) for value in sorted(parts, reverse=True)]


def _joined(orders: list[Order], criterion: Criterion, values: Mapping[str, Value], among: Block = ()) -> Order:
    """Orders one below the other, with the criterion that parts them at each border between them."""
    joined: Order = []
    for upper, lower in zip(orders, [*orders[1:], []], strict=True):
        joined += upper[:-1]
        last = upper[-1].block
        if lower:
            above, below = last[-1], lower[0].block[0]
            joined.append(Border(last, Verdict(criterion, values[above], values[below], among)))
        else:
            joined.append(upper[-1])
    return joined


def _refined(order: Order, criterion: Criterion, values: Mapping[str, Value], block: Block) -> Order:
    """Every block of an order parted further by one criterion."""
    among = block if len(block) > 2 else ()
    refined: Order = []
    for border in order:
        parts: list[Order] = [[Border(part)] for part in _parted(border.block, values)]
        joined = _joined(parts, criterion, values, among)
        refined += [*joined[:-1], Border(joined[-1].block, border.verdict)]
    return refined
