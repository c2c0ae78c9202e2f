"""What results cannot decide: lots, play-offs and rulings, laid over an order of teams level on points.

An author's decision holds among teams that are level on points, against every
criterion: whoever writes one down knows what happened. One about teams that are
not level changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from site_builder.football.rule_books import Decision
from site_builder.football.rules import Criterion, RankStep
from site_builder.football.tie_breaks import UNDECIDED, Placed, PlayoffWinners, Verdict

_BEYOND_DATA = (Criterion.DISCIPLINE, Criterion.RANKING, Criterion.PLAYOFF, Criterion.LOTS)


def stands_for(decision: Decision, steps: Iterable[RankStep]) -> Criterion:
    """The criterion that a decision supplies: as its author says, else the first that results cannot supply."""
    return decision.by or next((step for step in steps if isinstance(step, Criterion) and step in _BEYOND_DATA), Criterion.LOTS)


def with_decisions(
    placed: Sequence[Placed], decisions: Iterable[Decision], steps: Sequence[RankStep]
) -> tuple[list[Placed], tuple[Decision, ...]]:
    """The order with every decision that holds in it, and those that did."""
    order = list(placed)
    used = []
    for decision in decisions:
        for start, end in level_on_points(order):
            slots = _slots(order, start, end, decision)
            if len(slots) > 1:
                _reorder(order, slots, decision, stands_for(decision, steps))
                used.append(decision)
    return order, tuple(used)


def level_on_points(order: Sequence[Placed]) -> list[tuple[int, int]]:
    """Where runs of two or more teams level on points begin and end (the end not included)."""
    runs, start = [], 0
    for index, one in enumerate(order):
        if one.verdict is None:
            if index > start:
                runs.append((start, index + 1))
            start = index + 1
    if len(order) - start > 1:
        runs.append((start, len(order)))
    return runs


def _slots(order: Sequence[Placed], start: int, end: int, decision: Decision) -> list[int]:
    """The places that the decision's teams hold in a run; none where it would part teams that share a place with others."""
    slots = [index for index in range(start, end) if order[index].team in decision.rank]
    shared = [
        index for index in range(start, end - 1) if order[index].is_undecided and ((index in slots) != (index + 1 in slots))
    ]
    return [] if shared else slots


def _reorder(order: list[Placed], slots: list[int], decision: Decision, criterion: Criterion) -> None:
    held = {order[index].team for index in slots}
    teams = [team for team in decision.rank if team in held]
    verdict = Verdict(criterion, why=decision.why)
    for index, team in zip(slots, teams, strict=True):
        follows = index + 1 in slots
        order[index] = Placed(team, verdict if follows else order[index].verdict)


def with_playoffs(placed: Sequence[Placed], places: Iterable[int], winners: PlayoffWinners, *, is_over: bool) -> list[Placed]:
    """The order with the play-offs for decisive places: between neighbours level on points, at the place and below it.

    One that was played or decided counts; once all matches are over, one that is not known leaves both undecided.
    """
    order = list(placed)
    for place in places:
        if place < len(order) and order[place - 1].verdict is not None:
            _play_off(order, place - 1, winners, is_over=is_over)
    return order


def _play_off(order: list[Placed], index: int, winners: PlayoffWinners, *, is_over: bool) -> None:
    upper, lower = order[index], order[index + 1]
    winner = winners.get(frozenset((upper.team, lower.team)))
    if upper.verdict and upper.verdict.upper is None and not upper.is_undecided:
        return  # decided already: an author's word needs no values
    if winner == lower.team:
        order[index], order[index + 1] = replace(upper, team=lower.team), replace(lower, team=upper.team)
    if winner:
        order[index] = replace(order[index], verdict=Verdict(Criterion.PLAYOFF))
    elif is_over:
        order[index] = replace(order[index], verdict=UNDECIDED)
