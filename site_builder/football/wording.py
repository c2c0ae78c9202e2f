"""Why a team stands where it stands, and how a tie was won: in words, for pages.

    >>> clause(Verdict(Criterion.AWAY_WINS, 2, 1), "Bayern München")
    'above Bayern München on away wins, 2–1'

English only; a page in another language builds its own from the same values.
Names of teams are what the caller makes of slugs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from site_builder.football.model import Score, Side
from site_builder.football.rules import Criterion, HeadToHead, RankStep, Rules
from site_builder.football.tie_breaks import Value, Verdict
from site_builder.football.ties import Tie, WonOn

Name = Callable[[str], str]

_WORDS = {
    Criterion.POINTS: "points",
    Criterion.GOAL_DIFFERENCE: "goal difference",
    Criterion.GOAL_AVERAGE: "goal average",
    Criterion.GOALS_FOR: "goals scored",
    Criterion.AWAY_GOALS: "away goals",
    Criterion.WINS: "wins",
    Criterion.AWAY_WINS: "away wins",
    Criterion.OPPONENTS_POINTS: "the opponents' points",
    Criterion.OPPONENTS_GOAL_DIFFERENCE: "the opponents' goal difference",
    Criterion.OPPONENTS_GOALS_FOR: "the opponents' goals",
    Criterion.DISCIPLINE: "fair play",
    Criterion.RANKING: "ranking",
    Criterion.PLAYOFF: "play-off",
    Criterion.LOTS: "lots",
    Criterion.SHARED: "a shared place",
}
_MUTUAL = {
    Criterion.H2H_POINTS: Criterion.POINTS,
    Criterion.H2H_GOAL_DIFFERENCE: Criterion.GOAL_DIFFERENCE,
    Criterion.H2H_GOALS_FOR: Criterion.GOALS_FOR,
    Criterion.H2H_AWAY_GOALS: Criterion.AWAY_GOALS,
}
_DECIDED = {
    Criterion.PLAYOFF: "after a play-off",
    Criterion.LOTS: "by lots",
    Criterion.RANKING: "by ranking",
    Criterion.DISCIPLINE: "on fair play",
}


def clause(verdict: Verdict, below: str, name: Name = str) -> str:
    """What separates a team from the next one, named ``below``: the end of a sentence that begins with the upper team.

    ``name`` turns the slugs of other teams into names.
    """
    if verdict.criterion is Criterion.UNDECIDED:
        return f"level with {below} on every count that is known"
    if verdict.upper is None or verdict.lower is None:
        way = _DECIDED.get(verdict.criterion) or f"on {criterion_in_words(verdict.criterion)}"
        return f"above {below} {way}" + (f" ({verdict.why})" if verdict.why else "")
    values = _compared(verdict.criterion, verdict.upper, verdict.lower)
    return f"above {below} on {_what(verdict, name)}, {values}"


def _what(verdict: Verdict, name: Name) -> str:
    if not verdict.criterion.is_head_to_head:
        return criterion_in_words(verdict.criterion)
    words = _WORDS[_MUTUAL[verdict.criterion]]
    where = f"the matches among {_listed([name(team) for team in verdict.among])}" if verdict.among else "their own matches"
    return f"{words} in {where}"


def _compared(criterion: Criterion, upper: Value, lower: Value) -> str:
    if criterion in {Criterion.GOAL_DIFFERENCE, Criterion.H2H_GOAL_DIFFERENCE, Criterion.OPPONENTS_GOAL_DIFFERENCE}:
        return f"{_signed(upper)} to {_signed(lower)}"
    if criterion is Criterion.GOAL_AVERAGE:
        return _averages(upper, lower)
    if criterion is Criterion.DISCIPLINE:
        return f"{-upper} penalty points to {-lower}"
    return f"{upper}–{lower}"


def _signed(value: Value) -> str:
    return "0" if value == 0 else f"{'+' if value > 0 else '−'}{abs(value)}"


def _averages(upper: Value, lower: Value) -> str:
    """Two ratios with as many decimals as it takes to tell them apart, three at least."""
    for digits in (3, 4, 5, 6):
        texts = [f"{float(value):.{digits}f}" for value in (upper, lower)]
        if texts[0] != texts[1]:
            break
    return " to ".join(text.replace("inf", "no goal conceded") for text in texts)


def criterion_in_words(criterion: Criterion) -> str:
    """A criterion as a reader knows it."""
    return f"head-to-head {_WORDS[_MUTUAL[criterion]]}" if criterion.is_head_to_head else _WORDS.get(criterion, criterion.value)


def rank_in_words(rules: Rules) -> str:
    """The ranking in one line: ``points, head-to-head (points, goal difference), goal difference``."""
    return ", ".join(_step_in_words(step) for step in rules.rank)


def _step_in_words(step: RankStep) -> str:
    if isinstance(step, HeadToHead):
        several, two = ([_WORDS[_MUTUAL[one]] for one in criteria] for criteria in (step.several, step.two))
        if several == two:
            return f"head-to-head ({', '.join(several)})"
        return f"head-to-head (between two {', '.join(two)}; among more {', '.join(several)})"
    return criterion_in_words(step)


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def tie_in_words(tie: Tie, name: Name = str) -> str:
    """Who went through on what: ``Porto went through on away goals, 4–4 on aggregate``; empty while undecided."""
    if tie.winner is None:
        return ""
    score = _for(tie.aggregate, Side.HOME if tie.winner == tie.home else Side.AWAY)
    total = f", {score} on aggregate" if len(tie.legs) > 1 and score else ""
    kicks = _shootout(tie)
    ways = {
        WonOn.SCORE: "",
        WonOn.AGGREGATE: f" {score} on aggregate" if total else " on aggregate",
        WonOn.AWAY_GOALS: f" on away goals{total}",
        WonOn.EXTRA_TIME: f" after extra time{total}",
        WonOn.PENALTIES: f" {kicks} on penalties" if kicks else " on penalties",
        WonOn.REPLAY: " after a replay",
        WonOn.WALKOVER: " by a walkover",
        WonOn.LOTS: " by lots",
    }
    return f"{name(tie.winner)} went through{ways[tie.won_on] if tie.won_on else ''}"


def _for(score: Score | None, side: Side) -> str:
    return "" if score is None else score.text if side is Side.HOME else score.swapped().text


def _shootout(tie: Tie) -> str:
    """The shoot-out as the winner tells it."""
    for match in reversed(tie.matches):
        if match.result and match.result.shootout:
            return _for(match.result.shootout, Side.HOME if match.home == tie.winner else Side.AWAY)
    return ""


def points_in_words(rules: Rules) -> str:
    """``three points for a win`` and what ranks teams by points per match."""
    count = {1: "one point", 2: "two points", 3: "three points"}.get(rules.points.win, f"{rules.points.win} points")
    return f"{count} for a win" + (", ranked by points per match" if rules.points.per_match else "")
