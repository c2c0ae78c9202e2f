"""Meetings of two teams summed up, all of them or those before a match."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from site_builder.football.model import Match
from site_builder.football.tallies import counts
from site_builder.incremental.memo import Memo
from site_builder.language.words import Words
from site_builder.pages.links import team_link
from site_builder.pages.parts import Link
from site_builder.pages.season_views import Balance
from site_builder.site import questions


class _Sums(Struct, frozen=True):
    """Results between two teams, as one of them tells them."""

    won: int = 0
    drawn: int = 0
    lost: int = 0
    scored: int = 0
    conceded: int = 0

    def plus(self, match: Match, team: str) -> _Sums:
        """The same after one more match, if it counted."""
        if match.result is None or not counts(match):
            return self
        score = match.result.score if match.home == team else match.result.score.swapped()
        return _Sums(
            self.won + (score.home > score.away),
            self.drawn + score.is_level,
            self.lost + (score.home < score.away),
            self.scored + score.home,
            self.conceded + score.away,
        )

    def swapped(self) -> _Sums:
        """The same as the other team tells it."""
        return _Sums(self.lost, self.drawn, self.won, self.conceded, self.scored)


_NONE = _Sums()
FEW = 8
"""So many meetings are counted sooner than looked up."""


def met_before(read: Memo, match: Match) -> tuple[str, ...]:
    """The meetings of both sides that were over when a match kicked off, oldest first; later results change nothing of it."""
    ids = questions.meetings_of(read, match.home, match.away)
    return questions.over_before(read, ids, ids.index(match.id), match) if len(ids) > 1 or match.date is None else ()


def balance_before(read: Memo, match: Match, named: tuple[Link, Link], met: tuple[str, ...]) -> Balance | None:
    """Those meetings summed up for the home team; None where none is held. ``named`` are both teams as they are shown."""
    if not met:
        return None
    few = len(met) <= FEW or met[-1] != questions.meetings_of(read, match.home, match.away)[len(met) - 1]
    sums = _sums_of_few(read, met, match.home) if few else _sums_of_many(read, match, len(met))
    return _balance(read, named, sums, _earlier) if sums != _NONE else None


def _sums_of_few(read: Memo, ids: Iterable[str], team: str) -> _Sums:
    """Some meetings with a date, counted as they are."""
    sums = _NONE
    for match in questions.matches(read, ids):
        if match.date:
            sums = sums.plus(match, team)
    return sums


def _sums_of_many(read: Memo, match: Match, count: int) -> _Sums:
    """So many of the meetings of a match's teams, as they were counted for all matches of the two."""
    first, second = sorted((match.home, match.away))
    sums = read(_running, first, second)[count]
    return sums if match.home == first else sums.swapped()


def _running(read: Memo, one: str, other: str) -> tuple[_Sums, ...]:
    """The sums after none, one, two … of all meetings; those without a date change nothing."""
    sums = [_NONE]
    for match in (questions.match_of(read, i) for i in questions.meetings_of(read, one, other)):
        sums.append(sums[-1].plus(match, one) if match.date else sums[-1])
    return tuple(sums)


def latest(read: Memo, met: tuple[str, ...], most: int) -> list[str]:
    """The last of some meetings, the latest first, without those that have no date."""
    return [one.id for one in reversed(questions.matches(read, met[-most:])) if one.date] if met else []


def balance_of(read: Memo, teams: tuple[str, str], matches: Iterable[Match]) -> Balance:
    """Meetings summed up for the first of two teams, under their names of today."""
    sums = _NONE
    for match in matches:
        sums = sums.plus(match, teams[0])
    return _balance(read, (team_link(read, teams[0]), team_link(read, teams[1])), sums, _all)


def _earlier(words: Words, count: int) -> str:
    return words.plural("In {count} earlier meeting held here.", "In {count} earlier meetings held here.", count)


def _all(words: Words, count: int) -> str:
    return words.plural("In {count} meeting held here.", "In {count} meetings held here.", count)


def _balance(read: Memo, named: tuple[Link, Link], sums: _Sums, coverage: Callable[[Words, int], str]) -> Balance:
    return Balance(
        home=named[0],
        away=named[1],
        home_wins=sums.won,
        draws=sums.drawn,
        away_wins=sums.lost,
        goals=f"{sums.scored}–{sums.conceded}",
        coverage=coverage(questions.words_of(read), sums.won + sums.drawn + sums.lost),
    )
