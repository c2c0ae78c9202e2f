"""Who plays with whom by all that hints at it: hints of different weight between people and teams, drawn together.

Such hints are a network of springs. Whoever is no scorer is taken out of it, and
what he ties together stays tied, the more weakly the longer the way; what is left
says how well any way of giving the scorers to the teams agrees with the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

from site_builder.football.model import Side

HOME = "<home>"
AWAY = "<away>"
MOST_NAMES = 120
"""Names of an article at most; with more than these it is a list of players, of which no sentence tells anything."""


class Tie(Struct, frozen=True):
    """That two play together, or against each other: people by surname, teams as `HOME` and `AWAY`."""

    one: str
    other: str
    is_same: bool
    weight: float


_Weights = dict[str, dict[str, float]]


class Leanings(Struct, frozen=True):
    """What is left of a network: how strongly two of the scorers, or one and the home team, belong together (or not, below 0)."""

    weights: Mapping[tuple[str, str], float]

    def of(self, sides: Mapping[str, Side]) -> float:
        """How well a way of giving people (by surname) to the teams agrees with it: the more, the better."""
        signs = {HOME: 1} | {one: 1 if side is Side.HOME else -1 for one, side in sides.items()}
        return sum(weight * signs.get(one, 0) * signs.get(other, 0) for (one, other), weight in self.weights.items())


def leanings(ties: Iterable[Tie], scorers: AbstractSet[str]) -> Leanings:
    """What ties say of scorers, directly and by way of the others."""
    weights = _summed(ties)
    others = sorted(set(weights) - scorers - {HOME})
    if len(others) > MOST_NAMES:
        others = []
    while others:
        one = min(others, key=lambda name: (len(weights[name]), name))
        others.remove(one)
        _take_out(one, weights)
    kept = scorers | {HOME}
    return Leanings(
        {
            (one, other): weight
            for one in sorted(weights)
            for other, weight in sorted(weights[one].items())
            if one < other and one in kept and other in kept
        }
    )


def _summed(ties: Iterable[Tie]) -> _Weights:
    weights: _Weights = defaultdict(lambda: defaultdict(float))
    for tie in ties:
        sign = 1 if tie.is_same else -1
        one, turned = (HOME, -1) if tie.one == AWAY else (tie.one, 1)
        other, again = (HOME, -1) if tie.other == AWAY else (tie.other, 1)
        if one != other:
            _add(weights, one, other, sign * turned * again * tie.weight)
    return weights


def _add(weights: _Weights, one: str, other: str, weight: float) -> None:
    weights[one][other] += weight
    weights[other][one] += weight


def _take_out(one: str, weights: _Weights) -> None:
    """A network without one of its names: his neighbours are tied as two springs in a row tie their ends."""
    own = {other: weight for other, weight in weights.pop(one).items() if weight}
    for other in weights.values():
        other.pop(one, None)
    total = sum(map(abs, own.values()))
    near: Sequence[str] = sorted(own)
    for number, first in enumerate(near):
        for second in near[number + 1 :]:
            _add(weights, first, second, own[first] * own[second] / total)
