"""Earlier meetings of two teams: first wins after a long time, wins in a row, the biggest win between them.

All is counted from the meetings held here and says so, since older ones may be
missing. A shoot-out leaves a draw. Nothing is told beyond an awarded result.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from site_builder.football.model import Match, Side
from site_builder.football.storyline_results import Scene, Seen, seen
from site_builder.football.storyline_values import Story, rests_on, was_football
from site_builder.football.storyline_words import number, on_day, ordinal, possessive, sentence

LEAST_WITHOUT = 4
"""From how many meetings without a win on a win is worth telling."""
LEAST_IN_A_ROW = 4
LEAST_UNBEATEN = 10
LEAST_FOR_RECORD = 6


def meeting_stories(scene: Scene) -> Iterator[Story]:
    """What a result was among the meetings of its teams."""
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
    yield from _first_win(scene, f"{possessive(team)} first win over {other}", "meetings", results, is_all=is_all)
    if not scene.match.neutral:
        here = [one for one in results if one.side is winner and not one.match.neutral]
        where = "at home to" if winner is Side.HOME else "away to"
        yield from _first_win(scene, f"{possessive(team)} first win {where} {other}", "such meetings", here, is_all=is_all)


def _first_win(scene: Scene, what: str, meetings: str, results: Sequence[Seen], *, is_all: bool) -> Iterator[Story]:
    without = list(takewhile(lambda one: one.scored <= one.conceded, results))
    if len(without) < LEAST_WITHOUT:
        return
    last = results[len(without)] if len(without) < len(results) else None
    if last is not None and last.match.date:
        text = f"{what} since {on_day(last.match.date)}, after {number(len(without))} {meetings} held here without one"
    elif is_all:
        text = f"{what} in {number(len(without) + 1)} {meetings} held here"
    else:
        return
    proof = [one.match for one in reversed([*without, *([last] if last else [])])]
    weight = min(92, 48 + 4 * len(without))
    yield Story("first win", sentence(text), weight, rests_on(proof, scene.match), (("meetings", "first win"),))


def _in_a_row(scene: Scene, winner: Side, results: Sequence[Seen]) -> Iterator[Story]:
    team, other = (scene.team(side) for side in (winner, winner.other))
    wins = list(takewhile(lambda one: one.scored > one.conceded, results))
    unbeaten = list(takewhile(lambda one: one.scored >= one.conceded, results))
    about = (("meetings", "run"),)
    if len(wins) + 1 >= LEAST_IN_A_ROW:
        text = f"{possessive(team)} {ordinal(len(wins) + 1)} win in a row over {other} in the meetings held here"
        proof = rests_on((one.match for one in reversed(wins)), scene.match)
        yield Story("wins over an opponent", sentence(text), min(90, 42 + 5 * len(wins)), proof, about)
    if len(unbeaten) + 1 >= LEAST_UNBEATEN:
        text = f"{possessive(team)} {ordinal(len(unbeaten) + 1)} meeting with {other} in a row without defeat, of those held here"
        proof = rests_on((one.match for one in reversed(unbeaten)), scene.match)
        yield Story("unbeaten against an opponent", sentence(text), min(80, 30 + 3 * len(unbeaten)), proof, about)


def _draws(scene: Scene, certain: Sequence[Match]) -> Iterator[Story]:
    drawn = list(takewhile(lambda match: match.result is not None and match.result.score.is_level, certain))
    if len(drawn) + 1 >= 3:
        text = f"the {ordinal(len(drawn) + 1)} draw in a row between the two in the meetings held here"
        proof = rests_on(reversed(drawn), scene.match)
        yield Story("draws", sentence(text), 36 + 6 * len(drawn), proof, (("meetings", "run"),))


def _biggest(scene: Scene, results: Sequence[Seen]) -> Iterator[Story]:
    margin = abs(scene.before.score.home - scene.before.score.away)
    if margin >= 4 and len(results) >= LEAST_FOR_RECORD and all(abs(one.scored - one.conceded) < margin for one in results):
        text = f"the biggest win for either side in the {number(len(results) + 1)} meetings held here"
        proof = rests_on((one.match for one in reversed(results)), scene.match)
        yield Story("record between two", sentence(text), min(84, 52 + 2 * len(results)), proof, (("record", "win"),))
