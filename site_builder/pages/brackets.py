"""Knockout ties and brackets as pages show them, with sentences on who went through and on what."""

from __future__ import annotations

from datetime import date
from itertools import takewhile

from site_builder.football.bracket import Bracket, BracketRound, BracketTie, last_rounds
from site_builder.football.model import Match, Score, Side
from site_builder.football.ties import Tie, WonOn
from site_builder.incremental.memo import Memo
from site_builder.pages.links import team_mark
from site_builder.pages.round_names import bracket_round_name
from site_builder.pages.rows import row_of
from site_builder.pages.season_views import BracketRoundView, BracketView, TieSide, TieView
from site_builder.pages.tie_words import tie_words, went_through
from site_builder.site import questions

LONGEST_ROUND = 8
"""Ties of a round that is still drawn; the results hold those before it as well."""
MOST_ROUNDS = 4
"""Rounds that stand beside each other without being scrolled."""


def bracket_view(read: Memo, whole: Bracket) -> BracketView:
    """A bracket to its last round, from the first one on that is not too long for a drawing."""
    short = len(list(takewhile(_is_short, reversed(whole.rounds))))
    bracket = last_rounds(whole, min(MOST_ROUNDS, max(1, short)))
    third, winner = bracket.third_place, bracket.winner
    words = questions.words_of(read)
    return BracketView(
        rounds=tuple(
            BracketRoundView(
                bracket_round_name(found.round, words), tuple(tie_view(read, entry.tie, entry.went_on) for entry in found.ties)
            )
            for found in bracket.rounds
        ),
        third_place=tie_view(read, third) if third else None,
        winner=team_mark(read, winner, _last_day(bracket.rounds[-1].ties[0].tie)) if winner else None,
    )


def _is_short(found: BracketRound) -> bool:
    return len(found.ties) <= LONGEST_ROUND


def tie_view(read: Memo, tie: Tie, went_on: str | None = None) -> TieView:
    """A tie; ``went_on`` is who appears in a later round, where nothing else says who won."""
    day = _last_day(tie)
    goals = tie.aggregate
    home, away = (
        TieSide(team_mark(read, team, day), str(goals.of(side)) if goals else "", won=team == (tie.winner or went_on))
        for team, side in ((tie.home, Side.HOME), (tie.away, Side.AWAY))
    )
    return TieView(home, away, _verdict(read, tie, went_on), tuple(row_of(read, match.id) for match in tie.matches))


def _last_day(tie: Tie) -> date | None:
    return max((match.date for match in tie.matches if match.date), default=None)


def _verdict(read: Memo, tie: Tie, went_on: str | None) -> str:
    """Empty where the score of the only match says all."""
    if tie.winner is None:
        return went_through(_name(read, went_on, tie), questions.words_of(read)) if went_on else ""
    return "" if tie.won_on is WonOn.SCORE else _in_words(read, tie)


def _name(read: Memo, team: str, tie: Tie) -> str:
    return questions.team_name(read, team, _last_day(tie))


def _in_words(read: Memo, tie: Tie) -> str:
    return tie_words(tie, lambda team: _name(read, team, tie), questions.words_of(read))


def tie_notes(read: Memo, match: Match, entry: BracketTie | None) -> tuple[str, ...]:
    """What the last match of a tie has to say under its score: the aggregate, and who went through on what.

    ``entry`` is the tie that it belongs to. The shoot-out itself is told beside the score already.
    """
    words = questions.words_of(read)
    told = match.winner is not None and (match.result is None or match.result.score.leader is not match.winner)
    if entry is None:
        side = match.home if match.winner is Side.HOME else match.away
        return (went_through(questions.team_name(read, side, match.date), words),) if told else ()
    tie = entry.tie
    if tie.matches[-1].id != match.id or not (told or (match.result is not None and len(tie.matches) > 1)):
        return ()
    if tie.winner is None or (match.result is not None and match.result.shootout):
        has_total = tie.aggregate is not None and len(tie.legs) > 1
        return (words("{score} on aggregate", score=_seen_from(match, tie).text),) if has_total else ()
    return (_in_words(read, tie),)


def _seen_from(match: Match, tie: Tie) -> Score:
    assert tie.aggregate is not None
    return tie.aggregate if match.home == tie.home else tie.aggregate.swapped()
