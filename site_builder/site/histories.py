"""What lay behind a match, read as far as somebody looks: most questions end at the newest few matches.

So a page rests on those few, and an edit concerns the pages that looked at what was edited.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import accumulate, chain

from msgspec import Struct

from site_builder.football.history import Crowds, History, began_later
from site_builder.football.model import Match, Season
from site_builder.football.storyline_results import run_lengths, sure_and_alike
from site_builder.football.storyline_values import Known
from site_builder.incremental.fingerprint import print_of
from site_builder.incremental.memo import Memo, Printed
from site_builder.site import questions, seasons
from site_builder.site.model import Edition

AT_ONCE = 8
"""So many matches are read together: hardly anybody looks at fewer."""
Cut = tuple[int, tuple[int, ...]]
"""How many of some matches, from the oldest on, were over at a kick-off, and the places of later ones that were over as well."""


def _oldest_first(read: Memo, ids: Sequence[str]) -> Iterator[Match]:
    """Matches of these ids, looked up a few at a time."""
    for at in range(0, len(ids), AT_ONCE):
        yield from questions.matches(read, ids[at : at + AT_ONCE])


def _newest_first(read: Memo, ids: Sequence[str], count: int) -> Iterator[Match]:
    """The first so many of these matches from the last on; those without a date stand before all others and are left out."""
    while count:
        begin = max(0, count - AT_ONCE)
        found = questions.matches(read, ids[begin:count])
        if found[0].date is None:
            yield from reversed([match for match in found if match.date])
            return
        yield from reversed(found)
        count = begin


class OfTeam(Struct, frozen=True):
    """A team's matches that were over when one of them kicked off."""

    read: Memo
    team: str
    cut: Cut

    def __iter__(self) -> Iterator[Match]:
        """All of them, oldest first."""
        return reversed([*reversed(self)])

    def __reversed__(self) -> Iterator[Match]:
        """All of them, newest first."""
        first, later = self.cut
        ids = questions.matches_of_team(self.read, self.team)
        begun = _newest_first(self.read, ids, first)
        return chain(questions.matches(self.read, [ids[at] for at in reversed(later)]), begun) if later else begun

    def newest(self, count: int) -> tuple[tuple[str, ...], Match, Match]:
        """The ids of so many, oldest first, with the first and the last of them; there are none of later places."""
        end, _ = self.cut
        ids = questions.matches_of_team(self.read, self.team)[end - count : end]
        first, last = questions.matches(self.read, (ids[0], ids[-1]))
        return ids, first, last


class TeamBefore(Struct, frozen=True):
    """What lay behind a team's match; ``known`` is None where matches at the same time leave open which were the newest."""

    matches: OfTeam
    known: Known | None


def of_team(read: Memo, team: str, match: Match) -> TeamBefore:
    """What lay behind one of a team's matches, which has a date."""
    assert match.date is not None, "a match without a date has no place in time"
    held = read.part(_of_year, f"{team} {match.date.year}")[match.id]
    matches = OfTeam(read, team, (held.first, held.later))
    return TeamBefore(matches, None if held.later else Known(held.lengths, held.sure, held.alike, matches.newest))


class _Held(Struct, frozen=True):
    """What was over when a team's match kicked off (`Cut`), and what was known of it then (`Known`)."""

    first: int
    later: tuple[int, ...]
    lengths: int
    sure: int
    alike: int


_OfYear = dict[str, _Held]
"""By match of a team's year."""


def _of_year(read: Memo, key: str) -> Printed[_OfYear]:
    """A year of a team: what an old result was, matters as long as runs go on from it."""
    team, _, year = key.partition(" ")
    return read(_of_team, team)[int(year)]


def _of_team(read: Memo, team: str) -> dict[int, Printed[_OfYear]]:
    ids = questions.matches_of_team(read, team)
    history = History(questions.matches(read, ids))
    undated = len(ids) - len(history.matches)
    lengths, newest = run_lengths(team, history.matches), sure_and_alike(history.matches)
    years: dict[int, _OfYear] = {}
    for match, (first, later) in zip(history.matches, history.each_cut(), strict=True):
        places = tuple([at + undated for at in later]) if later else later
        held = _Held(first + undated, places, lengths[first], *newest[first])
        years.setdefault(match.date.year if match.date else 0, {})[match.id] = held
    return {year: Printed(held, _print(held)) for year, held in years.items()}


def _print(held: _OfYear) -> str:
    told = [(match, one.first, one.later, f"{one.lengths:x} {one.sure} {one.alike}") for match, one in held.items()]
    return print_of(told)


class OfSeason:
    """The matches of a match's season in its competition that were over when it kicked off."""

    __slots__ = ("_found", "_match", "_read")

    def __init__(self, read: Memo, match: Match) -> None:
        self._read = read
        self._match = match
        self._found: _Order | None = None

    def __len__(self) -> int:
        """How many."""
        first, later = self._order().cuts[self._match.id]
        return first + len(later)

    def __iter__(self) -> Iterator[Match]:
        """All of them, oldest first."""
        order = self._order()
        first, later = order.cuts[self._match.id]
        return _oldest_first(self._read, (*order.ids[:first], *[order.ids[at] for at in later]))

    def of_team(self, team: str) -> list[Match]:
        """Those of one team, oldest first."""
        order = self._order()
        first, later = order.cuts[self._match.id]
        own = order.places.get(team, ())
        held = own[: bisect_left(own, first)]
        if later:
            held += tuple([at for at in later if at in own])
        return questions.matches(self._read, [order.ids[at] for at in held])

    def crowds(self) -> Crowds:
        """Before how many people they were played."""
        return self._order().crowds[self._match.id]

    def beside(self) -> list[Match]:
        """Others that were not over then but may have ended with the match or before it: none is known to have begun later."""
        order, match = self._order(), self._match
        first, later = order.cuts[match.id]
        place = order.ids.index(match.id)
        near = [one for at, one in enumerate(order.ids[first:], first) if at != place and at not in later]
        open_then = [one for one in near if not _has_behind(order.cuts[one], place)]
        return [one for one in questions.matches(self._read, open_then) if not began_later(one, match)]

    def _order(self) -> _Order:
        if self._found is None:
            self._found = self._read.part(_order_of, f"{self._match.competition} {self._match.season.text}")
        return self._found


def _has_behind(cut: Cut, place: int) -> bool:
    """Whether the match at a place was over at a kick-off."""
    first, later = cut
    return place < first or place in later


class _Order(Struct, frozen=True):
    """A season's matches that have a date, oldest first: the places of each team's, and what was over when each kicked off."""

    ids: tuple[str, ...]
    places: dict[str, tuple[int, ...]]
    cuts: dict[str, Cut]
    crowds: dict[str, Crowds]


def _order_of(read: Memo, edition: str) -> Printed[_Order]:
    """When a season's matches are held, and before how many people: results change nothing of it."""
    competition, _, season = edition.partition(" ")
    return read(_order, competition, season)


def _order(read: Memo, competition: str, season: str) -> Printed[_Order]:
    history = History(seasons.matches_in(read, Edition(competition, Season.parse(season))))
    ids = tuple([match.id for match in history.matches])
    cuts = dict(zip(ids, history.each_cut(), strict=True))
    places: dict[str, list[int]] = {}
    for at, match in enumerate(history.matches):
        for team in (match.home, match.away):
            places.setdefault(team, []).append(at)
    until = list(accumulate(history.matches, Crowds.plus, initial=Crowds()))
    crowds = {
        match: reduce(Crowds.plus, [history.matches[at] for at in later], until[first]) for match, (first, later) in cuts.items()
    }
    order = _Order(ids, {team: tuple(own) for team, own in places.items()}, cuts, crowds)
    return Printed(order, print_of((list(cuts.items()), list(crowds.values()), places)))
