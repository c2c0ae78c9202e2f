"""Meetings of two teams summed up, all of them or those before a match."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from site_builder.football.form import balance, played_by
from site_builder.football.model import Match
from site_builder.incremental.memo import Memo
from site_builder.pages.links import team_link
from site_builder.pages.season_views import Balance
from site_builder.pages.wording import counted
from site_builder.site import questions


def balance_before(read: Memo, match: Match) -> Balance | None:
    """The meetings that were over when a match kicked off, summed up for its home team; None where none is held."""
    earlier = meetings_before(read, match)
    found = balance_of(read, (match.home, match.away), earlier, "earlier meeting", match.date)
    return found if found.home_wins or found.draws or found.away_wins else None


def meetings_before(read: Memo, match: Match) -> tuple[Match, ...]:
    """The meetings of both sides that were over when a match kicked off, oldest first."""
    ids = questions.meetings_of(read, match.home, match.away)
    earlier = (questions.match_of(read, i) for i in ids[: questions.over_before(read, ids, match)])
    return tuple(one for one in earlier if one.date)


def balance_of(read: Memo, teams: tuple[str, str], matches: Iterable[Match], what: str, day: date | None = None) -> Balance:
    """Meetings summed up for the first of two teams; ``what`` they are called in the sentence on how many there are."""
    sums = balance(played_by(teams[0], matches))
    return Balance(
        home=team_link(read, teams[0], day),
        away=team_link(read, teams[1], day),
        home_wins=sums.won,
        draws=sums.drawn,
        away_wins=sums.lost,
        goals=f"{sums.goals_for}–{sums.goals_against}",
        coverage=f"In {counted(sums.played, what)} held here.",
    )
