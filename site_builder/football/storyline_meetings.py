"""Earlier meetings of two teams: first wins after a long time, wins in a row, the biggest win between them.

All is counted from the meetings held here and says so, since older ones may be
missing. A shoot-out leaves a draw. Nothing is told beyond an awarded result.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from msgspec.structs import replace

from site_builder.football.model import Match, Side
from site_builder.football.storyline_facts import Fact, Terms
from site_builder.football.storyline_results import Scene, Seen, seen
from site_builder.football.storyline_values import Story, rests_on, was_football

FEWEST = 2
"""Of fewer earlier meetings nothing is told."""
LEAST_WITHOUT = 4
"""From how many meetings without a win on a win is worth telling."""
LEAST_IN_A_ROW = 4
LEAST_UNBEATEN = 10
LEAST_FOR_RECORD = 6


def meeting_stories(scene: Scene) -> Iterable[Story]:
    """What a result was among the meetings of its teams."""
    return _among(scene) if len(scene.before.meetings) >= FEWEST else ()


def _among(scene: Scene) -> Iterator[Story]:
    held = [match for match in reversed(scene.before.meetings) if match.result is not None]
    certain = list(takewhile(was_football, held))
    winner = scene.before.score.leader
    if winner is None:
        yield from _draws(scene, certain)
    else:
        team = scene.before.team(winner)
        results = [seen(match, team) for match in certain]
        yield from _first_wins(scene, winner, results, is_all=len(certain) == len(held))
        yield from _in_a_row(scene, winner, results)
        if len(certain) == len(held):
            yield from _biggest(scene, results)


def _first_wins(scene: Scene, winner: Side, results: Sequence[Seen], *, is_all: bool) -> Iterator[Story]:
    """The first win in general, and on this side of the fixture."""
    team, other = (scene.team(side) for side in (winner, winner.other))
    yield from _first_win(scene, Fact.FIRST_WIN_OVER, Terms(team, other), results, is_all=is_all)
    if not scene.match.neutral:
        here = [one for one in results if one.side is winner and not one.match.neutral]
        fact = Fact.FIRST_WIN_AT_HOME_TO if winner is Side.HOME else Fact.FIRST_WIN_AWAY_TO
        yield from _first_win(scene, fact, Terms(team, other), here, is_all=is_all)


def _first_win(scene: Scene, fact: Fact, terms: Terms, results: Sequence[Seen], *, is_all: bool) -> Iterator[Story]:
    without = list(takewhile(lambda one: one.scored <= one.conceded, results))
    if len(without) < LEAST_WITHOUT:
        return
    last = results[len(without)] if len(without) < len(results) else None
    if last is not None and last.match.date:
        terms = replace(terms, since=last.match.date, count=len(without))
    elif is_all:
        terms = replace(terms, count=len(without) + 1)
    else:
        return
    proof = [one.match for one in reversed([*without, *([last] if last else [])])]
    weight = min(92, 48 + 4 * len(without))
    yield Story("first win", fact, terms, weight, rests_on(proof, scene.match), (("meetings", "first win"),))


def _in_a_row(scene: Scene, winner: Side, results: Sequence[Seen]) -> Iterator[Story]:
    team, other = (scene.team(side) for side in (winner, winner.other))
    wins = list(takewhile(lambda one: one.scored > one.conceded, results))
    unbeaten = list(takewhile(lambda one: one.scored >= one.conceded, results))
    about = (("meetings", "run"),)
    if len(wins) + 1 >= LEAST_IN_A_ROW:
        terms = Terms(team, other, count=len(wins) + 1)
        proof = rests_on((one.match for one in reversed(wins)), scene.match)
        yield Story("wins over an opponent", Fact.WINS_OVER, terms, min(90, 42 + 5 * len(wins)), proof, about)
    if len(unbeaten) + 1 >= LEAST_UNBEATEN:
        terms = Terms(team, other, count=len(unbeaten) + 1)
        proof = rests_on((one.match for one in reversed(unbeaten)), scene.match)
        yield Story("unbeaten against an opponent", Fact.UNBEATEN_AGAINST, terms, min(80, 30 + 3 * len(unbeaten)), proof, about)


def _draws(scene: Scene, certain: Sequence[Match]) -> Iterator[Story]:
    drawn = list(takewhile(lambda match: match.result is not None and match.result.score.is_level, certain))
    if len(drawn) >= FEWEST:
        terms = Terms(count=len(drawn) + 1)
        proof = rests_on(reversed(drawn), scene.match)
        yield Story("draws", Fact.DRAWS_BETWEEN, terms, 36 + 6 * len(drawn), proof, (("meetings", "run"),))


def _biggest(scene: Scene, results: Sequence[Seen]) -> Iterator[Story]:
    margin = abs(scene.before.score.home - scene.before.score.away)
    if margin >= 4 and len(results) >= LEAST_FOR_RECORD and all(abs(one.scored - one.conceded) < margin for one in results):
        terms = Terms(count=len(results) + 1)
        proof = rests_on((one.match for one in reversed(results)), scene.match)
        yield Story(
            "record between two", Fact.BIGGEST_BETWEEN, terms, min(84, 52 + 2 * len(results)), proof, (("record", "win"),)
        )
