"""Who went through, or won a final, and on what: one sentence for each way."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from site_builder.football.model import Score
from site_builder.football.rounds import RoundKind
from site_builder.football.ties import Tie, WonOn
from site_builder.language.words import Words, message

Name = Callable[[str], str]
_LAST = frozenset({RoundKind.FINAL, RoundKind.THIRD_PLACE})

# Each way by itself, and with a score: that of a shoot-out, else the aggregate.
_Ways = Mapping[WonOn | None, tuple[str, str]]
_WENT_THROUGH: _Ways = {
    None: (message("{team} went through"), ""),
    WonOn.AGGREGATE: (message("{team} went through on aggregate"), message("{team} went through {score} on aggregate")),
    WonOn.AWAY_GOALS: (
        message("{team} went through on away goals"),
        message("{team} went through on away goals, {score} on aggregate"),
    ),
    WonOn.EXTRA_TIME: (
        message("{team} went through after extra time"),
        message("{team} went through after extra time, {score} on aggregate"),
    ),
    WonOn.PENALTIES: (message("{team} went through on penalties"), message("{team} went through {score} on penalties")),
    WonOn.REPLAY: (message("{team} went through after a replay"), ""),
    WonOn.WALKOVER: (message("{team} went through by a walkover"), ""),
    WonOn.LOTS: (message("{team} went through by lots"), ""),
}
_WON: _Ways = {
    None: (message("{team} won"), ""),
    WonOn.AGGREGATE: (message("{team} won on aggregate"), message("{team} won {score} on aggregate")),
    WonOn.AWAY_GOALS: (message("{team} won on away goals"), message("{team} won on away goals, {score} on aggregate")),
    WonOn.EXTRA_TIME: (message("{team} won after extra time"), message("{team} won after extra time, {score} on aggregate")),
    WonOn.PENALTIES: (message("{team} won on penalties"), message("{team} won {score} on penalties")),
    WonOn.REPLAY: (message("{team} won after a replay"), ""),
    WonOn.WALKOVER: (message("{team} won by a walkover"), ""),
    WonOn.LOTS: (message("{team} won by lots"), ""),
}


def went_through(team: str, words: Words) -> str:
    """Who went through, where nothing tells on what."""
    return words("{team} went through", team=team)


def tie_words(tie: Tie, name: Name, words: Words) -> str:
    """``Porto went through on away goals, 4–4 on aggregate``; a final is won. Empty while undecided."""
    if tie.winner is None:
        return ""
    ways = _WON if tie.round.kind in _LAST else _WENT_THROUGH
    bare, scored = ways.get(tie.won_on, ways[None])
    score = _shootout(tie) if tie.won_on is WonOn.PENALTIES else _aggregate(tie)
    return words(scored, team=name(tie.winner), score=score) if scored and score else words(bare, team=name(tie.winner))


def _aggregate(tie: Tie) -> str:
    """The sum of both legs as the winner tells it; a single match has none."""
    return _for(tie.aggregate, tie.winner == tie.home) if tie.aggregate and len(tie.legs) > 1 else ""


def _shootout(tie: Tie) -> str:
    """The shoot-out as the winner tells it."""
    for match in reversed(tie.matches):
        if match.result and match.result.shootout:
            return _for(match.result.shootout, match.home == tie.winner)
    return ""


def _for(score: Score, is_home: bool) -> str:  # noqa: FBT001 - which side tells it
    return score.text if is_home else score.swapped().text
