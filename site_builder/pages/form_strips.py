"""Form: a team's last matches as a strip of letters, each of which says in full what it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice

from site_builder.football.form import Outcome, played_by
from site_builder.football.model import Match
from site_builder.incremental.memo import Memo
from site_builder.language.words import message
from site_builder.pages.links import match_href, team_link
from site_builder.pages.rows import row_of
from site_builder.pages.season_views import FormMark, FormStrip
from site_builder.site import model, questions

LENGTH = 5
HOLE = timedelta(days=365)


def form_before(read: Memo, team: str, match: Match) -> FormStrip | None:
    """A team's last matches that were over when this one kicked off, the oldest first; None where there are none."""
    ids = questions.matches_of_team(read, team)
    return _strip(read, team, ids[: questions.over_before(read, ids, match)], match.date)


def form_now(read: Memo, team: str) -> FormStrip | None:
    """A team's latest matches, the oldest first; None where there are none."""
    return _strip(read, team, questions.matches_of_team(read, team), None)


def _strip(read: Memo, team: str, ids: Sequence[str], day: date | None) -> FormStrip | None:
    """The last of some matches that counted; those without a date are nobody's last."""
    found = (read(_mark, team, i) for i in _without_holes(read, ids, day))
    last = tuple(islice((mark for mark in found if mark), LENGTH))
    return FormStrip(team_link(read, team, day), last[::-1]) if last else None


def _without_holes(read: Memo, ids: Sequence[str], day: date | None) -> Iterator[str]:
    """Matches from the latest back to the first hole: what lies a year before the next match held here is no form."""
    later = day
    for match_id in reversed(ids):
        played = questions.match_of(read, match_id).date
        if played is None:
            continue
        if later and later - played > HOLE:
            return
        later = played
        yield match_id


_SAID = {
    (Outcome.WIN, "home"): message("won {score} at home to {team}"),
    (Outcome.WIN, "away"): message("won {score} away to {team}"),
    (Outcome.WIN, ""): message("won {score} against {team}"),
    (Outcome.DRAW, "home"): message("drew {score} at home to {team}"),
    (Outcome.DRAW, "away"): message("drew {score} away to {team}"),
    (Outcome.DRAW, ""): message("drew {score} against {team}"),
    (Outcome.LOSS, "home"): message("lost {score} at home to {team}"),
    (Outcome.LOSS, "away"): message("lost {score} away to {team}"),
    (Outcome.LOSS, ""): message("lost {score} against {team}"),
}


def _mark(read: Memo, team: str, match_id: str) -> FormMark | None:
    """``lost 3–1 away to Napoli, Serie A, 21 Feb 2021``: the greater number first, as it is said; None where none counts."""
    played = played_by(team, (questions.match_of(read, match_id),))
    if not played:
        return None
    one = played[0]
    row = row_of(read, match_id)
    score = one.score.swapped() if one.outcome is Outcome.LOSS else one.score
    nobody_home = one.match.neutral or _is_tournament(read, one.match)
    where = "" if nobody_home else one.side.value
    opponent = questions.team_name(read, one.opponent, one.match.date)
    around = (row.note, row.competition.text if row.competition else "", row.day.short if row.day else "")
    said = questions.say(read, _SAID[one.outcome, where], score=score.text, team=opponent)
    return FormMark(one.outcome.value, ", ".join((said, *(part for part in around if part))), match_href(read, one.match))


def _is_tournament(read: Memo, match: Match) -> bool:
    """Whether a competition gathers all teams in one place, by calendar years: who stands first there is not at home."""
    book = read.find(model.RULE_BOOKS, match.competition)
    return bool(book and book.shape and book.shape.start_month is None)
