"""Goals of one player over several matches of a competition's season: in match after match, and round numbers.

Told only if the scorers of every match counted are known; how many these were is
said unless a league's matchdays show that none is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from site_builder.football.model import GoalKind, Match, Side
from site_builder.football.scorers import scorers_known
from site_builder.football.storyline_facts import Coverage, Fact, Terms
from site_builder.football.storyline_results import Scene
from site_builder.football.storyline_values import Story, is_friendly, rests_on, was_football

LEAST_IN_A_ROW = 4
LEAST_IN_A_ROW_IN_CUP = 3
LEAST_IN_CUP = 5
LEAST_IN_LEAGUE = 10
_SIDES = tuple(Side)
_OWN_GOAL = GoalKind.OWN_GOAL
_STEP = 5
"""In a league round numbers are told, in a cup every goal from `LEAST_IN_CUP` on."""


def tally_stories(scene: Scene) -> Iterator[Story]:
    """What the scorers of a match had scored with it."""
    if not scene.match.happenings.goals or not scorers_known(scene.match) or is_friendly(scene.match):
        return
    for side in _SIDES:
        scored = _scorers(scene.match, side)
        if scored:
            team, players = scene.team(side), set(scored)
            earlier = [one for one in _earlier(scene, side) if one.result]
            if len(scored) < LEAST_IN_CUP:
                # Most had not scored before, and of them there is nothing to tell.
                players &= {goal.player for one in earlier for goal in one.happenings.goals or ()}
            if players:
                scorers = [_scorers(match, Side.HOME if match.home == team else Side.AWAY) for match in earlier]
                teller = _Teller(scene, side, team, earlier, scorers)
                for player in sorted(players):
                    yield from teller.in_a_row(player)
                    yield from teller.total(player, scored.count(player))


def _earlier(scene: Scene, side: Side) -> Iterable[Match]:
    """A team's matches of the competition's season, newest first."""
    if scene.in_league:
        return scene.results.of(side).newest()
    return reversed(scene.before.season.of_team(scene.team(side)))


def _scorers(match: Match, side: Side) -> list[str]:
    """Who scored for a side, once for each goal."""
    told = match.happenings.goals
    return [goal.player for goal in told if goal.side is side and goal.kind is not _OWN_GOAL] if told else []


def _is_told(match: Match) -> bool:
    """Whether all scorers are known of a match that came about on the pitch."""
    return was_football(match) and scorers_known(match)


class _Teller(Struct, frozen=True):
    """Tells of one team's scorers.

    ``earlier`` are its matches of the season, newest first; ``scorers`` are those of
    each, as far as they are told.
    """

    scene: Scene
    side: Side
    team: str
    earlier: Sequence[Match]
    scorers: Sequence[Sequence[str]]

    def in_a_row(self, player: str) -> Iterator[Story]:
        length = next((at for at, scorers in enumerate(self.scorers) if player not in scorers), len(self.scorers))
        row = self.earlier[:length]
        looked_at = self.earlier[: length + 1]
        length += 1
        if length >= (LEAST_IN_A_ROW if self.scene.in_league else LEAST_IN_A_ROW_IN_CUP) and all(map(_is_told, looked_at)):
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
        total = now + sum([scorers.count(player) for scorers in self.scorers])
        reached = total - total % _STEP if self.scene.in_league else total
        least = LEAST_IN_LEAGUE if self.scene.in_league else LEAST_IN_CUP
        if reached > total - now and reached >= least and all(map(_is_told, self.earlier)):
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
