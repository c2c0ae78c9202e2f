"""Why a team stands above another, in a sentence; and what the criteria of rankings are called.

>>> separation(Verdict(Criterion.AWAY_WINS, 2, 1), "Roma", "Lazio", str, Words())
'Roma stand above Lazio on away wins, 2–1.'
"""

from __future__ import annotations

from collections.abc import Callable

from site_builder.football.rules import Criterion, HeadToHead, RankStep
from site_builder.football.tie_breaks import Value, Verdict
from site_builder.language.words import Words, message

Name = Callable[[str], str]
"""A team's name for its slug."""

_CRITERIA = {
    Criterion.POINTS: message("points"),
    Criterion.GOAL_DIFFERENCE: message("goal difference"),
    Criterion.GOAL_AVERAGE: message("goal average"),
    Criterion.GOALS_FOR: message("goals scored"),
    Criterion.AWAY_GOALS: message("away goals"),
    Criterion.WINS: message("wins"),
    Criterion.AWAY_WINS: message("away wins"),
    Criterion.OPPONENTS_POINTS: message("the opponents' points"),
    Criterion.OPPONENTS_GOAL_DIFFERENCE: message("the opponents' goal difference"),
    Criterion.OPPONENTS_GOALS_FOR: message("the opponents' goals"),
    Criterion.DISCIPLINE: message("fair play"),
    Criterion.RANKING: message("ranking"),
    Criterion.PLAYOFF: message("play-off"),
    Criterion.LOTS: message("lots"),
    Criterion.SHARED: message("a shared place"),
}
_MUTUAL = {
    Criterion.H2H_POINTS: Criterion.POINTS,
    Criterion.H2H_GOAL_DIFFERENCE: Criterion.GOAL_DIFFERENCE,
    Criterion.H2H_GOALS_FOR: Criterion.GOALS_FOR,
    Criterion.H2H_AWAY_GOALS: Criterion.AWAY_GOALS,
}
_DECIDED = {
    Criterion.PLAYOFF: message("{team} stand above {other} after a play-off"),
    Criterion.LOTS: message("{team} stand above {other} by lots"),
    Criterion.RANKING: message("{team} stand above {other} by ranking"),
    Criterion.DISCIPLINE: message("{team} stand above {other} on fair play"),
}
_DIFFERENCES = frozenset({Criterion.GOAL_DIFFERENCE, Criterion.H2H_GOAL_DIFFERENCE, Criterion.OPPONENTS_GOAL_DIFFERENCE})


def separation(verdict: Verdict, upper: str, lower: str, name: Name, words: Words) -> str:
    """What separates two neighbours in a table, given by their names; ``name`` is for the other teams level with them."""
    teams = {"team": upper, "other": lower}
    if verdict.criterion is Criterion.UNDECIDED:
        return words("{team} stand level with {other} on every count that is known.", **teams)
    if verdict.upper is None or verdict.lower is None:
        text = _decided(verdict.criterion, teams, words)
        return f"{text} ({verdict.why})." if verdict.why else f"{text}."
    values = _compared(verdict.criterion, verdict.upper, verdict.lower, words)
    criterion = _criterion_among(verdict, name, words)
    return words("{team} stand above {other} on {criterion}, {values}.", **teams, criterion=criterion, values=values)


def _decided(criterion: Criterion, teams: dict[str, str], words: Words) -> str:
    if criterion in _DECIDED:
        return words(_DECIDED[criterion], **teams)
    return words("{team} stand above {other} on {criterion}", **teams, criterion=criterion_words(criterion, words))


def _criterion_among(verdict: Verdict, name: Name, words: Words) -> str:
    if not verdict.criterion.is_head_to_head:
        return criterion_words(verdict.criterion, words)
    criterion = words(_CRITERIA[_MUTUAL[verdict.criterion]])
    if verdict.among:
        teams = words.listed([name(team) for team in verdict.among])
        return words("{criterion} in the matches among {teams}", criterion=criterion, teams=teams)
    return words("{criterion} in their own matches", criterion=criterion)


def _compared(criterion: Criterion, upper: Value, lower: Value, words: Words) -> str:
    if criterion in _DIFFERENCES:
        return words("{more} to {less}", more=_signed(upper), less=_signed(lower))
    if criterion is Criterion.GOAL_AVERAGE:
        more, less = _averages(upper, lower, words)
        return words("{more} to {less}", more=more, less=less)
    if criterion is Criterion.DISCIPLINE:
        return words("{less} penalty points to {more}", less=str(-upper), more=str(-lower))
    return f"{upper}–{lower}"


def _signed(value: Value) -> str:
    return "0" if value == 0 else f"{'+' if value > 0 else '−'}{abs(value)}"


def _averages(upper: Value, lower: Value, words: Words) -> tuple[str, str]:
    """Two ratios with as many decimals as it takes to tell them apart, three at least."""
    texts = ("", "")
    for digits in (3, 4, 5, 6):
        texts = (f"{float(upper):.{digits}f}", f"{float(lower):.{digits}f}")
        if texts[0] != texts[1]:
            break
    first, second = (words("no goal conceded") if text == "inf" else words.decimal(text) for text in texts)
    return first, second


def criterion_words(criterion: Criterion, words: Words) -> str:
    """A criterion as a reader knows it."""
    if criterion.is_head_to_head:
        return words("head-to-head {criterion}", criterion=words(_CRITERIA[_MUTUAL[criterion]]))
    return words(_CRITERIA[criterion]) if criterion in _CRITERIA else criterion.value


def step_words(step: RankStep, words: Words) -> str:
    """A step of a ranking: ``goal difference``, ``head-to-head (points, goal difference)``."""
    if not isinstance(step, HeadToHead):
        return criterion_words(step, words)
    several, two = (", ".join(words(_CRITERIA[_MUTUAL[one]]) for one in criteria) for criteria in (step.several, step.two))
    if several == two:
        return words("head-to-head ({criteria})", criteria=several)
    return words("head-to-head (between two {two}; among more {more})", two=two, more=several)
