"""Records of a competition's season as they stood: the biggest win, the most goals, the largest crowd, the first 0–0.

Each says how many matches held here it was counted from, since others may be
missing. Only a clear record is told, never an equalled one, and none that another
match may have taken before it or with it: one of the same day without a time, or of
the same hour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from site_builder.football.model import Match, Score, Side
from site_builder.football.storyline_facts import Coverage, Fact, Terms
from site_builder.football.storyline_results import Scene
from site_builder.football.storyline_values import Story, is_friendly, rests_on, told_by, was_football

BIG_WIN = 4
MANY_GOALS = 7
LEAST_IN_LEAGUE = 30
LEAST_IN_CUP = 8
LEAST_OF_TEAM = 8
LEAST_CROWDS = 12


def season_stories(scene: Scene) -> Iterator[Story]:
    """What a match was among those of its competition's season until then."""
    if is_friendly(scene.match):
        return
    margin = abs(scene.before.score.home - scene.before.score.away)
    goals = scene.before.score.home + scene.before.score.away
    if margin >= BIG_WIN or goals >= MANY_GOALS:
        earlier = _if_record(scene, margin, goals)
        if len(earlier) >= (LEAST_IN_LEAGUE if scene.in_league else LEAST_IN_CUP):
            beside = [one.result.score for one in scene.before.season.beside() if was_football(one) and one.result]
            yield from _biggest(scene, earlier, beside, margin)
            yield from _most_goals(scene, earlier, beside, goals)
        yield from _of_team(scene, margin)
    yield from _crowd(scene)
    yield from _first_goalless(scene)


def _if_record(scene: Scene, margin: int, goals: int) -> list[Match]:
    """What was played before; none as soon as some of it leave no record to a match with this margin and so many goals."""
    wins = margin >= BIG_WIN
    away_wins = wins and _may_be_away_win(scene)
    totals = goals >= MANY_GOALS
    earlier: list[Match] = []
    for one in scene.before.season:
        if not was_football(one) or one.result is None:
            continue
        earlier.append(one)
        home, away = one.result.score.home, one.result.score.away
        wins = wins and abs(home - away) < margin
        away_wins = away_wins and away - home < margin
        totals = totals and home + away < goals
        if not (wins or away_wins or totals):
            return []
    return earlier


def _may_be_away_win(scene: Scene) -> bool:
    """Whether an away win would be told as one: nobody is away on neutral ground, and few are at home in a cup."""
    return scene.before.score.leader is Side.AWAY and not scene.match.neutral and scene.in_league


def _margin(match: Match) -> int:
    return abs(match.result.score.home - match.result.score.away) if match.result else 0


def _biggest(scene: Scene, earlier: list[Match], beside: Sequence[Score], margin: int) -> Iterator[Story]:
    winner = scene.before.score.leader
    if winner is None or margin < BIG_WIN:
        return
    scores = [one.result.score for one in earlier if one.result]
    biggest = max([abs(score.home - score.away) for score in scores])
    away = max(0, *[score.away - score.home for score in (*scores, *beside)])
    if margin > max([biggest, *[abs(score.home - score.away) for score in beside]]):
        fact, weight = Fact.BIGGEST_WIN_OF_SEASON, 76 + 2 * margin
    elif margin > away and _may_be_away_win(scene):
        fact, weight = Fact.BIGGEST_AWAY_WIN_OF_SEASON, 60 + 2 * margin
    else:
        return
    score = told_by(winner, scene.before.score)
    terms = Terms(scene.team(winner), score=score, coverage=Coverage.MATCHES, held=len(earlier) + 1)
    yield Story("season's record", fact, terms, weight, rests_on(_with(earlier, biggest), scene.match), (("record", "win"),))


def _with(matches: Iterable[Match], margin: int) -> list[Match]:
    return [match for match in matches if _margin(match) == margin]


def _most_goals(scene: Scene, earlier: list[Match], beside: Sequence[Score], goals: int) -> Iterator[Story]:
    if goals < MANY_GOALS:
        return
    totals = [one.result.score.home + one.result.score.away for one in earlier if one.result]
    most = max(totals)
    if goals > max([most, *[score.home + score.away for score in beside]]):
        terms = Terms(count=goals, coverage=Coverage.MATCHES, held=len(earlier) + 1)
        proof = rests_on((match for match, total in zip(earlier, totals, strict=True) if total == most), scene.match)
        yield Story("season's record", Fact.MOST_GOALS_OF_SEASON, terms, 58 + 2 * goals, proof, (("record", "win"),))


def _of_team(scene: Scene, margin: int) -> Iterator[Story]:
    """The biggest win of the winner's season, the heaviest defeat of the loser's."""
    winner = scene.before.score.leader
    if winner is None or margin < BIG_WIN:
        return
    for side, fact, weight in ((winner, Fact.BIGGEST_WIN_OF_TEAM, 44), (winner.other, Fact.HEAVIEST_DEFEAT_OF_TEAM, 46)):
        team = scene.before.team(side)
        own = [one for one in scene.before.season.of_team(team) if was_football(one)]
        same = [one for one in own if _winner(one) is not None and (_winner(one) == team) == (side is winner)]
        most = max(map(_margin, same), default=0)
        if len(own) >= LEAST_OF_TEAM and most < margin and not _is_taken(scene, team, margin):
            coverage = Coverage.WHOLE if scene.is_whole(side) else Coverage.MATCHES
            terms = Terms(team, coverage=coverage, held=len(own) + 1)
            proof = rests_on(_with(same, most), scene.match)
            yield Story("team's record", fact, terms, weight + 2 * margin, proof, (("record", "win"),))


def _is_taken(scene: Scene, team: str, margin: int) -> bool:
    """Whether a team played another match at that time which was decided as clearly."""
    return any(team in {one.home, one.away} and _margin(one) >= margin for one in scene.before.season.beside())


def _winner(match: Match) -> str | None:
    leader = match.result.score.leader if match.result else None
    return None if leader is None else match.home if leader is Side.HOME else match.away


def _crowd(scene: Scene) -> Iterator[Story]:
    """Told only if every earlier crowd is smaller."""
    crowd = scene.match.happenings.attendance
    if not crowd:
        return
    crowds = scene.before.season.crowds()
    if crowds.known < LEAST_CROWDS or crowds.largest >= crowd:
        return
    if all((one.happenings.attendance or 0) < crowd for one in scene.before.season.beside()):
        terms = Terms(count=crowd, total=crowds.known + 1)
        yield Story("crowd", Fact.LARGEST_CROWD, terms, 42, (crowds.match, scene.match.id), (("crowd", ""),))


def _first_goalless(scene: Scene) -> Iterator[Story]:
    if scene.before.score.home or scene.before.score.away or len(scene.before.season) < LEAST_CROWDS:
        return
    earlier = 0
    for one in scene.before.season:
        if was_football(one) and one.result:
            if not (one.result.score.home or one.result.score.away):
                return
            earlier += 1
    if earlier >= LEAST_CROWDS and all(map(_has_goals, scene.before.season.beside())):
        terms = Terms(coverage=Coverage.MATCHES, held=earlier + 1)
        weight = min(60, 38 + earlier // 4)
        yield Story("first without a goal", Fact.FIRST_GOALLESS, terms, weight, (scene.match.id,), (("goalless", ""),))


def _has_goals(match: Match) -> bool:
    return match.result is None or match.result.score.home + match.result.score.away > 0
