"""Form: a team's last matches as a strip of letters, each of which says in full what it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from site_builder.football.form import Outcome
from site_builder.football.model import Match
from site_builder.football.tallies import counts
from site_builder.incremental.memo import Memo
from site_builder.language.words import message
from site_builder.pages.links import team_link
from site_builder.pages.parts import Link
from site_builder.pages.rows import row_of
from site_builder.pages.season_views import FormMark, FormStrip
from site_builder.pages.wording import note_apart
from site_builder.site import model, questions

LENGTH = 5
HOLE = timedelta(days=365)


def form_before(read: Memo, team: str, named: Link, match: Match) -> FormStrip | None:
    """A team's last matches that were over when this one kicked off, the oldest first; None where there are none."""
    held = questions.in_order_of_team(read, team)
    over = questions.over_before(read, held.ids, held.places[match.id], match)
    return _strip(read, (team, named), over, match.date)


def form_now(read: Memo, team: str) -> FormStrip | None:
    """A team's latest matches, the oldest first; None where there are none."""
    ids = questions.matches_of_team(read, team)
    return _strip(read, (team, team_link(read, team)), ids, None)


def _strip(read: Memo, whose: tuple[str, Link], ids: Sequence[str], day: date | None) -> FormStrip | None:
    """The last of some matches that counted; those without a date are nobody's last. ``whose`` is the team, and as it is shown.

    It ends at the first hole: what lies a year before the next match held here is no form.
    """
    team, named = whose
    last: list[FormMark] = []
    later = day
    for match in reversed(ids):
        marks = read(_marks, match)
        held = marks.day
        if held is None:
            continue
        if later and later - held > HOLE:
            break
        later = held
        mark = marks.home if marks.team == team else marks.away
        if mark:
            last.append(mark)
            if len(last) == LENGTH:
                break
    return FormStrip(named, tuple(last[::-1])) if last else None


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


class _Marks(Struct, frozen=True):
    """A match as the form of its home team and as that of the other; None where it does not count."""

    day: date | None
    team: str
    home: FormMark | None = None
    away: FormMark | None = None


def _marks(read: Memo, match_id: str) -> _Marks:
    match = questions.match_of(read, match_id)
    if match.result is None or not counts(match):
        return _Marks(match.date, match.home)
    row = row_of(read, match_id)
    words, score = questions.words_of(read), match.result.score
    note = note_apart(match, row.home.text, row.away.text, words)
    around = (note, row.competition.text if row.competition else "", row.day.short if row.day else "")
    told = "".join([f", {part}" for part in around if part])
    nobody_home = match.neutral or _is_tournament(read, match)
    # The greater number is said first, whoever tells it: ``won 3–1 at home to Napoli``, ``lost 3–1 away to Atalanta``.
    home, away, text = Outcome.DRAW, Outcome.DRAW, row.score
    if score.home > score.away:
        home, away = Outcome.WIN, Outcome.LOSS
    elif score.home < score.away:
        home, away, text = Outcome.LOSS, Outcome.WIN, score.swapped().text
    at_home, on_the_road = ("", "") if nobody_home else ("home", "away")
    return _Marks(
        match.date,
        match.home,
        FormMark(str(home), words(_SAID[home, at_home], score=text, team=row.away.text) + told, row.href),
        FormMark(str(away), words(_SAID[away, on_the_road], score=text, team=row.home.text) + told, row.href),
    )


def _is_tournament(read: Memo, match: Match) -> bool:
    """Whether a competition gathers all teams in one place, by calendar years: who stands first there is not at home."""
    book = read.find(model.RULE_BOOKS, match.competition)
    return bool(book and book.shape and book.shape.start_month is None)
