"""Telling from a round's name and the rules which stage of a season a match belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from msgspec import Struct

from site_builder.football.model import Match
from site_builder.football.rounds import Round, RoundKind, meaning_of
from site_builder.football.rules import Rules, StageKind
from site_builder.football.tallies import counts

_ORDER = {
    StageKind.QUALIFYING: 0,
    StageKind.LEAGUE: 1,
    StageKind.LEAGUE_PHASE: 1,
    StageKind.GROUP: 2,
    StageKind.FINAL_POOL: 4,
    StageKind.PLAYOFF: 5,
    StageKind.KNOCKOUT: 6,
}


@dataclass(frozen=True, slots=True, order=True)
class StageKey:
    """Which stage: sorts into the order in which stages are played."""

    order: int
    second: bool
    group_length: int
    group: str
    kind: StageKind = field(compare=False)

    @property
    def name(self) -> str:
        """The stage's usual name in English."""
        if self.kind is StageKind.GROUP:
            label = f"Group {self.group}" if self.group else "Group stage"
            return f"Second group stage: {label}" if self.second else label
        if self.kind is StageKind.PLAYOFF and self.group:
            return f"Group {self.group} play-off"
        return _NAMES[self.kind]


_NAMES = {
    StageKind.LEAGUE: "Regular season",
    StageKind.LEAGUE_PHASE: "League phase",
    StageKind.FINAL_POOL: "Final round",
    StageKind.KNOCKOUT: "Knockout",
    StageKind.PLAYOFF: "Play-offs",
    StageKind.QUALIFYING: "Qualifying",
}


class Structure(Struct, frozen=True):
    """What the placing of a match depends on besides its own round: the rules, and what the other rounds look like.

    ``numbered_are_matchdays`` tells that the losers of a "Round 1" play on in "Round 2";
    ``several_in_final_round`` that more than two teams play a "final round";
    ``is_plain_league`` that no round is named anywhere, but a ranking is.
    """

    rules: Rules
    numbered_are_matchdays: bool
    several_in_final_round: bool
    is_plain_league: bool
    has_matchdays: bool

    @staticmethod
    def of(matches: Iterable[Match], rules: Rules, *, is_ranked: bool) -> Structure:
        """The structure of a season."""
        by_kind: dict[RoundKind, list[Match]] = defaultdict(list)
        for match in matches:
            by_kind[meaning_of(match.stage).kind].append(match)
        pool = {team for match in by_kind[RoundKind.FINAL_POOL] for team in (match.home, match.away)}
        return Structure(
            rules,
            _losers_play_on(by_kind[RoundKind.NUMBERED]),
            len(pool) > 2,
            is_ranked and not rules.stages and not any(held for kind, held in by_kind.items() if kind is not RoundKind.NONE),
            bool(by_kind[RoundKind.MATCHDAY]) and not by_kind[RoundKind.GROUP],
        )

    def has(self, kind: StageKind) -> bool:
        """Whether the rules name a kind of stage."""
        return kind in self.rules.stages

    @property
    def main(self) -> StageKind | None:
        """The kind of league that the rules know, if any."""
        return next((kind for kind in self.rules.stages if kind in {StageKind.LEAGUE, StageKind.LEAGUE_PHASE}), None)


def _losers_play_on(matches: Sequence[Match]) -> bool:
    """Whether beaten teams appear in a later numbered round: then it is a league's round, not a cup's."""
    rounds: dict[int, set[str]] = defaultdict(set)
    lost: dict[int, set[str]] = defaultdict(set)
    for match in matches:
        number = meaning_of(match.stage).number or 0
        rounds[number] |= {match.home, match.away}
        if counts(match) and match.result and match.result.score.leader and match.result.shootout is None:
            lost[number].add(match.away if match.result.score.home > match.result.score.away else match.home)
    beaten = [
        team
        for number, teams in lost.items()
        for team in teams
        if any(team in rounds[other] for other in rounds if other > number)
    ]
    return len(beaten) > 1


def stage_key(match: Match, structure: Structure) -> StageKey | None:
    """The stage that a match belongs to; None where neither the rules nor its round tell."""
    meaning = meaning_of(match.stage)
    kind = _kind(meaning, structure)
    if kind is None:
        return None
    group = (meaning.group or "") if kind in {StageKind.GROUP, StageKind.PLAYOFF} else ""
    return StageKey(_ORDER[kind], meaning.phase == "second group stage", len(group), group, kind)


def _kind(meaning: Round, structure: Structure) -> StageKind | None:
    if meaning.phase == "qualifying" and (meaning.kind.is_knockout or meaning.kind is RoundKind.OTHER):
        return StageKind.QUALIFYING
    if meaning.kind.is_knockout and meaning.kind is not RoundKind.NUMBERED:
        return _of_knockout_round(meaning, structure)
    return _OF_ROUND[meaning.kind](structure)


def _of_knockout_round(meaning: Round, structure: Structure) -> StageKind:
    """Knockout rounds after a league, or after a level group, are its play-offs."""
    assumed_league = structure.has_matchdays and not structure.rules.stages
    after_league = structure.has(StageKind.LEAGUE) or structure.has(StageKind.PLAYOFF) or assumed_league
    return StageKind.PLAYOFF if meaning.group or after_league else StageKind.KNOCKOUT


def _of_matchday(structure: Structure) -> StageKind | None:
    if structure.main or structure.has(StageKind.GROUP):
        return structure.main or StageKind.GROUP
    return None if structure.rules.stages else StageKind.LEAGUE


def _of_numbered_round(structure: Structure) -> StageKind | None:
    """A "Round 3": of the league or the knockout that the rules know, else of what it looks like."""
    if not structure.rules.stages:
        return StageKind.LEAGUE if structure.numbered_are_matchdays else StageKind.KNOCKOUT
    return structure.main or (StageKind.KNOCKOUT if structure.has(StageKind.KNOCKOUT) else None)


def _of_unknown_round(structure: Structure) -> StageKind | None:
    """A name that nobody knows: a league has only one stage, and a pure cup only rounds."""
    if structure.has(StageKind.LEAGUE):
        return StageKind.LEAGUE
    pure_cup = structure.has(StageKind.KNOCKOUT) and not structure.has(StageKind.GROUP) and structure.main is None
    return StageKind.KNOCKOUT if pure_cup else None


def _of_no_round(structure: Structure) -> StageKind | None:
    return StageKind.LEAGUE if structure.has(StageKind.LEAGUE) or structure.is_plain_league else None


def _of_final_round(structure: Structure) -> StageKind:
    pool = structure.has(StageKind.FINAL_POOL) or structure.several_in_final_round
    return StageKind.FINAL_POOL if pool else StageKind.KNOCKOUT


_OF_ROUND: dict[RoundKind, Callable[[Structure], StageKind | None]] = {
    RoundKind.NONE: _of_no_round,
    RoundKind.OTHER: _of_unknown_round,
    RoundKind.MATCHDAY: _of_matchday,
    RoundKind.NUMBERED: _of_numbered_round,
    RoundKind.REGULAR: lambda _: StageKind.LEAGUE,
    RoundKind.LEAGUE_PHASE: lambda structure: structure.main or StageKind.LEAGUE_PHASE,
    RoundKind.GROUP: lambda _: StageKind.GROUP,
    RoundKind.FINAL_POOL: _of_final_round,
    RoundKind.SPLIT: lambda structure: StageKind.LEAGUE if structure.rules.split else None,
}
