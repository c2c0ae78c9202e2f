"""Form: a team's last matches as a strip of letters, each of which says in full what it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import islice

from site_builder.football.form import Outcome, Played, played_by
from site_builder.football.model import Match, Side
from site_builder.football.tallies import counts
from site_builder.incremental.memo import Memo
from site_builder.pages.links import match_href, team_link
from site_builder.pages.rows import row_of
from site_builder.pages.season_views import FormMark, FormStrip
from site_builder.site import questions

LENGTH = 5


def form_before(read: Memo, team: str, match: Match) -> FormStrip | None:
    """A team's last matches that were over when this one kicked off, the oldest first; None where there are none."""
    ids = questions.matches_of_team(read, team)
    return _strip(read, team, ids[: questions.over_before(read, ids, match)], match.date)


def form_now(read: Memo, team: str) -> FormStrip | None:
    """A team's latest matches, the oldest first; None where there are none."""
    return _strip(read, team, questions.matches_of_team(read, team), None)


def _strip(read: Memo, team: str, ids: Sequence[str], day: date | None) -> FormStrip | None:
    """The last of some matches that counted; those without a date are nobody's last."""
    counted = (one for one in (questions.match_of(read, i) for i in reversed(ids)) if one.date and counts(one))
    played = played_by(team, islice(counted, LENGTH))
    return FormStrip(team_link(read, team, day), tuple(_mark(read, one) for one in played)) if played else None


_VERBS = {Outcome.WIN: "won", Outcome.DRAW: "drew", Outcome.LOSS: "lost"}


def _mark(read: Memo, one: Played) -> FormMark:
    """``lost 3–1 away to Napoli, Serie A, 21 Feb 2021``: the greater number first, as it is said."""
    row = row_of(read, one.match.id)
    score = one.score.swapped() if one.outcome is Outcome.LOSS else one.score
    where = "against" if one.match.neutral else "at home to" if one.side is Side.HOME else "away to"
    opponent = questions.team_name(read, one.opponent, one.match.date)
    around = (row.note, row.competition.text if row.competition else "", row.day.short if row.day else "")
    said = f"{_VERBS[one.outcome]} {score.text} {where} {opponent}"
    return FormMark(one.outcome.value, ", ".join((said, *(part for part in around if part))), match_href(read, one.match))
