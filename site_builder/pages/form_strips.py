"""Form: a team's last matches as a strip of letters, each of which says in full what it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from site_builder.football.form import Outcome, Played, seen_by
from site_builder.football.model import Match
from site_builder.football.tallies import counts
from site_builder.incremental.memo import Memo
from site_builder.language.words import message
from site_builder.pages.links import team_link
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
    """The last of some matches that counted; those without a date are nobody's last.

    It ends at the first hole: what lies a year before the next match held here is no form.
    """
    last: list[FormMark] = []
    later = day
    for match_id in reversed(ids):
        match = questions.match_of(read, match_id)
        if match.date is None:
            continue
        if later and later - match.date > HOLE:
            break
        later = match.date
        mark = read(_marks, match_id)[match.home != team]
        if mark:
            last.append(mark)
        if len(last) == LENGTH:
            break
    return FormStrip(team_link(read, team, day), tuple(last[::-1])) if last else None


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


def _marks(read: Memo, match_id: str) -> tuple[FormMark, FormMark] | tuple[None, None]:
    """A match as the form of the home side and as that of the away side; None where it does not count."""
    match = questions.match_of(read, match_id)
    if match.result is None or not counts(match):
        return None, None
    row = row_of(read, match_id)
    around = (row.note, row.competition.text if row.competition else "", row.day.short if row.day else "")
    told = [part for part in around if part]
    nobody_home = match.neutral or _is_tournament(read, match)
    return (
        _mark(read, seen_by(match.home, match), told, row.href, nobody_home=nobody_home),
        _mark(read, seen_by(match.away, match), told, row.href, nobody_home=nobody_home),
    )


def _mark(read: Memo, one: Played, told: Sequence[str], href: str, *, nobody_home: bool) -> FormMark:
    """``lost 3–1 away to Napoli, Serie A, 21 Feb 2021``: the greater number first, as it is said."""
    outcome = one.outcome
    score = one.score.swapped() if outcome is Outcome.LOSS else one.score
    opponent = questions.team_name(read, one.opponent, one.match.date)
    said = questions.say(read, _SAID[outcome, "" if nobody_home else one.side.value], score=score.text, team=opponent)
    return FormMark(outcome.value, ", ".join((said, *told)), href)


def _is_tournament(read: Memo, match: Match) -> bool:
    """Whether a competition gathers all teams in one place, by calendar years: who stands first there is not at home."""
    book = read.find(model.RULE_BOOKS, match.competition)
    return bool(book and book.shape and book.shape.start_month is None)
