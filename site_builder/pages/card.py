"""The social card of a match: what is shown where somebody shares a link to it. Sizes and lines of a drawing of 1200 × 630.

An SVG does not break lines, so names are measured here: roughly, since the
drawing leaves room.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from site_builder.football.model import Match
from site_builder.football.tallies import won_by
from site_builder.incremental.memo import Memo
from site_builder.pages.brackets import tie_notes
from site_builder.pages.card_text import broken, fitted, shown_letters
from site_builder.pages.keys import PageKey
from site_builder.pages.links import competition_link, meta_of, team_mark
from site_builder.pages.parts import PageMeta, TeamMark
from site_builder.pages.round_names import stage_words
from site_builder.pages.wording import clock, day_of, score_notes
from site_builder.site import questions, seasons

_NAME_WIDTH = 770
_NAME_SIZES = (76, 40)
_LINE_WIDTH = 1040


class CardLine(Struct, frozen=True):
    """A line of text, in letters that the card's font has; ``size`` is in units of the drawing."""

    text: str
    size: int


class CardSide(Struct, frozen=True):
    """A team on a card: its name in one line or two, its goals (empty for a fixture), its badge."""

    name: tuple[CardLine, ...]
    goals: str
    code: str
    colours: tuple[str, ...]
    is_winner: bool


class CardView(Struct, frozen=True):
    """The card of a match: ``kicker`` is competition and round, ``note`` what a score does not say, ``day`` date and time."""

    meta: PageMeta
    kicker: CardLine
    home: CardSide
    away: CardSide
    note: tuple[CardLine, ...]
    day: str
    site: CardLine


def card_view(read: Memo, key: PageKey) -> CardView:
    """The card of one match."""
    match = questions.match_of(read, key.about)
    words = questions.words_of(read)
    home, away = (team_mark(read, team, match.date) for team in (match.home, match.away))
    kicker = " · ".join((competition_link(read, match.competition).text, *stage_words(match.stage, words)))
    day = day_of(match.date, words).long if match.date else ""
    return CardView(
        meta=meta_of(read, key, f"{home.name} – {away.name}", ""),
        kicker=_line(kicker, 34, 24),
        home=_side(match, home, "home"),
        away=_side(match, away, "away"),
        note=_note(read, match, home.name, away.name),
        day=shown_letters(f"{day}, {clock(match.time)}" if match.time and not match.result else day),
        site=_line(questions.settings(read).title, 30, 20, 520),
    )


def _line(text: str, most: int, least: int, width: int = _LINE_WIDTH) -> CardLine:
    shown = shown_letters(text)
    size = fitted(shown, width, most, least)
    return CardLine(broken(shown, width, size, 1)[0], size)


def _side(match: Match, mark: TeamMark, side: str) -> CardSide:
    name = shown_letters(mark.name)
    size = fitted(name, _NAME_WIDTH, *_NAME_SIZES)
    lines = tuple(CardLine(line, size) for line in broken(name, _NAME_WIDTH, size, 2))
    result = match.result
    goals = str(getattr(result.score, side)) if result else ""
    winner = match.winner or won_by(match)
    return CardSide(lines, goals, shown_letters(mark.code), mark.colours, bool(winner and winner.value == side))


def _note(read: Memo, match: Match, home: str, away: str) -> tuple[CardLine, ...]:
    """What a score does not say: extra time, penalties, the aggregate, a status; not how it stood at half-time."""
    words = questions.words_of(read)
    told = replace(match, result=replace(match.result, half_time=None)) if match.result else match
    notes = (*score_notes(told, home, away, words), *tie_notes(read, match, seasons.place_of(read, match).entry))
    text = shown_letters(" · ".join(dict.fromkeys(notes)))
    if not text:
        return ()
    size = fitted(text, _LINE_WIDTH, 32, 24)
    return tuple(CardLine(line, size) for line in broken(text, _LINE_WIDTH, size, 2))
