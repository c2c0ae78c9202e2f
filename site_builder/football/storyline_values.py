"""What a storyline is, and what is handed over to find some.

A `Story` is one fact that the data proves, with the matches that prove it.
Everything is told from what was over when the match kicked off (`Before`) and
from the match itself, so that no later result changes a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Reversible, Sequence
from functools import cache
from typing import Protocol

from msgspec import Struct

from site_builder.football.history import Crowds
from site_builder.football.model import BySide, Match, Score, Side, Stage, Status
from site_builder.football.rounds import meaning_of
from site_builder.football.storyline_facts import Fact, Terms
from site_builder.football.ties import Tie

_PLAYED = Status.PLAYED
Subject = tuple[str, str]
"""What a story is about: a goal, a team's run …, and which one."""


class Story(Struct, frozen=True):
    """A fact worth saying, with the terms that it is told in.

    ``kind`` tells what sort of fact it is; ``weight`` how remarkable, up to about
    100; ``rests_on`` holds the ids of the matches that prove it, the match itself
    last. Two stories that share something in ``about`` say the same.
    """

    kind: str
    fact: Fact
    terms: Terms
    weight: int
    rests_on: tuple[str, ...]
    about: tuple[Subject, ...] = ()


class OfSeason(Protocol):
    """Matches of a competition's season; who asks for few of them has few looked up."""

    def __len__(self) -> int:
        """How many."""

    def __iter__(self) -> Iterator[Match]:
        """All of them, oldest first."""

    def of_team(self, team: str) -> list[Match]:
        """Those of one team, oldest first."""

    def crowds(self) -> Crowds:
        """Before how many people they were played."""

    def beside(self) -> Sequence[Match]:
        """Others of the season, which were not over at that kick-off but may have ended with the match or before it."""


class Known(Struct, frozen=True):
    """What is known of a team's earlier matches in all competitions without a look at them: so a run needs only two of them.

    ``lengths`` are those of its runs. The newest ``sure`` were all played, with a
    result, one after the other and without a hole between them, the newest ``alike`` are of one competition.
    ``newest`` gives the ids of so many, oldest first, with the first and the last of them.
    """

    lengths: int
    sure: int
    alike: int
    newest: Callable[[int], tuple[tuple[str, ...], Match, Match]]


class Before(Struct, frozen=True):
    """A match and what lay behind it: matches that were over at its kick-off, oldest first.

    ``home`` and ``away`` are its teams' matches in all competitions, ``meetings``
    theirs against each other, ``season`` those of the competition's season. ``tie`` is
    the tie as the season knows it, of which only legs that were over are looked at.
    ``known`` is what is known of either team's matches without a look at them, None where that is nothing.
    """

    match: Match
    home: Reversible[Match]
    away: Reversible[Match]
    meetings: Sequence[Match]
    season: OfSeason
    tie: Tie | None = None
    known: BySide[Known | None] = BySide(None, None)

    @property
    def score(self) -> Score:
        """The score that counts, without a shoot-out."""
        assert self.match.result is not None, "stories are told of played matches only"
        return self.match.result.score

    def of(self, side: Side) -> Reversible[Match]:
        """A side's earlier matches."""
        return self.home if side is Side.HOME else self.away

    def team(self, side: Side) -> str:
        """A side's team."""
        return self.match.home if side is Side.HOME else self.match.away


def was_football(match: Match) -> bool:
    """Whether a result came about on the pitch alone: neither awarded nor left standing by a ruling."""
    return match.status is _PLAYED and match.result is not None


def is_league(match: Match) -> bool:
    """Whether a match was one of a league's matchdays, which tell whether results are missing."""
    stage = match.stage
    return stage.matchday is not None and (stage.round is None or not _is_knockout(stage.round))


@cache
def _is_knockout(name: str) -> bool:
    return meaning_of(Stage(name, 1)).kind.is_knockout


def is_friendly(match: Match) -> bool:
    """Whether a match's competition is none: friendlies have no season and no records."""
    return "friendl" in match.competition or match.competition == "amichevoli"


def told_by(side: Side, score: Score) -> Score:
    """A score with a side's own goals first."""
    return score if side is Side.HOME else score.swapped()


def rests_on(matches: Iterable[Match], match: Match) -> tuple[str, ...]:
    """Ids of the matches that prove a story, each once, the match itself last."""
    return (*dict.fromkeys(one.id for one in matches if one.id != match.id), match.id)
