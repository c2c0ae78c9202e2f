"""Goals of one player over several matches of a competition's season: in match after match, and round numbers.

Told only if the scorers of every match counted are known; how many these were is
said unless a league's matchdays show that none is missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from msgspec import Struct

from site_builder.football.model import Match, Side
from site_builder.football.scorers import goals_of, scorers_known
from site_builder.football.storyline_facts import Coverage, Fact, Terms
from site_builder.football.storyline_results import Scene
from site_builder.football.storyline_values import Story, is_friendly, rests_on, was_football

LEAST_IN_A_ROW = 4
LEAST_IN_A_ROW_IN_CUP = 3
LEAST_IN_CUP = 5
LEAST_IN_LEAGUE = 10
_STEP = 5
"""In a league round numbers are told, in a cup every goal from `LEAST_IN_CUP` on."""


def tally_stories(scene: Scene) -> Iterator[Story]:
    """What the scorers of a match had scored with it."""
    if not scene.match.happenings.goals or not scorers_known(scene.match) or is_friendly(scene.match):
        return
    for side in Side:
        team = scene.before.team(side)
        scored = Counter([player for (player, for_team), _ in goals_of(scene.match) if for_team == team])
        if scored:
            earlier = [one for one in _earlier(scene, side) if one.result]
            known = all(was_football(match) and scorers_known(match) for match in earlier)
            teller = _Teller(scene, side, team, earlier, [_scorers(match, team) for match in earlier], known)
            for player in sorted(scored):
                yield from teller.in_a_row(player)
                yield from teller.total(player, scored[player])


def _earlier(scene: Scene, side: Side) -> Iterable[Match]:
    """A team's matches of the competition's season, newest first."""
    if scene.in_league:
        return (one.match for one in scene.results.of(side))
    match = scene.match
    every = reversed(scene.before.of(side))
    return [one for one in every if one.competition == match.competition and one.season == match.season]


def _scorers(match: Match, team: str) -> list[str]:
    """Who scored for a team, once for each goal."""
    return [player for (player, for_team), _ in goals_of(match) if for_team == team]


class _Teller(Struct, frozen=True):
    """Tells of one team's scorers.

    ``earlier`` are its matches of the season, newest first; ``scorers`` are those of
    each, and ``all_known`` says whether they are all that there were.
    """

    scene: Scene
    side: Side
    team: str
    earlier: Sequence[Match]
    scorers: Sequence[Sequence[str]]
    all_known: bool

    def in_a_row(self, player: str) -> Iterator[Story]:
        length = sum(1 for _ in takewhile(lambda scorers: player in scorers, self.scorers))
        row = self.earlier[:length]
        ended = self.earlier[len(row) : len(row) + 1]
        if not all(was_football(match) and scorers_known(match) for match in (*row, *ended)):
            return
        length += 1
        if length >= (LEAST_IN_A_ROW if self.scene.in_league else LEAST_IN_A_ROW_IN_CUP):
            proof = rests_on(reversed(row), self.scene.match)
            yield Story(
                "scoring streak",
                Fact.SCORING_STREAK,
                self._terms(player, length),
                min(80, 34 + 5 * length),
                proof,
                (("tally", player),),
            )

    def total(self, player: str, now: int) -> Iterator[Story]:
        if not self.all_known:
            return
        total = now + sum([scorers.count(player) for scorers in self.scorers])
        reached = total - total % _STEP if self.scene.in_league else total
        if reached > total - now and reached >= (LEAST_IN_LEAGUE if self.scene.in_league else LEAST_IN_CUP):
            scored_in = [match for match, scorers in zip(self.earlier, self.scorers, strict=True) if player in scorers]
            proof = rests_on(reversed(scored_in), self.scene.match)
            weight = min(70, (36 if self.scene.in_league else 42) + reached)
            yield Story("tally", Fact.TALLY, self._terms(player, reached), weight, proof, (("tally", player),))

    def _terms(self, player: str, count: int) -> Terms:
        """A number of a player's, with what has to be said about coverage."""
        if self.scene.is_whole(self.side):
            return Terms(self.team, players=(player,), count=count)
        held = len(self.earlier) + 1
        return Terms(self.team, players=(player,), count=count, coverage=Coverage.MATCHES_OF_TEAM, held=held)
