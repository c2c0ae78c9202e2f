"""Results under their rounds, the last round first; under their days where no match names a round.

A round stands where most of its matches were played: one put off to the end of
the season does not take its matchday along. Matchdays come by their number,
groups by their name, rounds of one day by their place in the competition.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from operator import itemgetter
from statistics import median_low

from msgspec import Struct
from msgspec.structs import replace

from site_builder.football.model import Match, Stage
from site_builder.football.rounds import Round, RoundKind, meaning_of
from site_builder.incremental.memo import Memo
from site_builder.language.words import Words, message
from site_builder.pages.parts import ResultGroup
from site_builder.pages.round_names import bracket_round_name, stage_words
from site_builder.pages.rows import by_day, grouped, row_of
from site_builder.site import questions

NO_ROUND = message("Results")
_PLACE = itemgetter(0)


class _Held(Struct, frozen=True):
    """The matches under one heading, what it means, and the day it stands for."""

    heading: str
    meaning: Round
    matches: tuple[Match, ...]
    day: date

    @property
    def order(self) -> tuple[int | str, ...]:
        """Sorts the last round to the top; groups and headings of which nothing else is known go by their names."""
        qualifying, kind, number, *_ = self.meaning.key
        return (-self.day.toordinal(), -qualifying, -kind, -number, -(self.meaning.matchday or 0), self.heading)


def by_round(read: Memo, ids: Sequence[str]) -> tuple[ResultGroup, ...]:
    """Matches under their rounds as the competition calls them, under their days where no round is known; in the order given."""
    words = questions.words_of(read)
    by_stage: dict[Stage, list[tuple[int, Match]]] = {}
    for at, match_id in enumerate(ids):
        match = questions.match_of(read, match_id)
        by_stage.setdefault(match.stage, []).append((at, match))
    held: dict[Hashable, dict[Stage, list[tuple[int, Match]]]] = {}
    for stage, matches in by_stage.items():
        held.setdefault(_identity(stage, words), {})[stage] = matches
    called: dict[str, list[Match]] = defaultdict(list)
    for stages in held.values():
        in_turn = sorted([one for matches in stages.values() for one in matches], key=_PLACE)
        called[_called(stages, words)] += [match for _, match in in_turn]
    if called.keys() == {words(NO_ROUND)}:
        return by_day(read, ids)
    rounds = sorted(in_place(called), key=lambda one: one.order)
    return grouped([(one.heading, row_of(read, match.id)) for one in rounds for match in one.matches])


def _identity(stage: Stage, words: Words) -> Hashable:
    """What is equal for two spellings of a round: its meaning, or its words where nobody knows what they mean."""
    meaning = meaning_of(stage)
    if meaning.kind in {RoundKind.NONE, RoundKind.OTHER}:
        return _heading(stage, words)
    return meaning.key, meaning.group, meaning.matchday, meaning.replay


def _called(stages: Mapping[Stage, Sequence[object]], words: Words) -> str:
    """The usual one of several spellings, if it is among them, else the one that most matches have."""
    found: Counter[str] = Counter()
    for stage, matches in stages.items():
        found[_heading(stage, words)] += len(matches)
    usual = {bracket_round_name(meaning_of(stage), words) for stage in stages}
    return min(found, key=lambda heading: (heading not in usual, -found[heading], heading))


def _heading(stage: Stage, words: Words) -> str:
    told = stage_words(stage, words)
    round_words = told[:-1] if stage.leg is not None and len(told) > 1 else told
    return " · ".join(round_words) or words(NO_ROUND)


def in_place(held: Mapping[str, Sequence[Match]]) -> list[_Held]:
    """Every heading with the day it stands for: no matchday before an earlier one, all groups on one day."""
    rounds = [_Held(heading, meaning_of(matches[0].stage), tuple(matches), _day(matches)) for heading, matches in held.items()]
    series: dict[tuple[str, int | None], list[_Held]] = defaultdict(list)
    for one in rounds:
        series[_series(one)].append(one)
    return [moved for together in series.values() for moved in _in_turn(together)]


def _day(matches: Iterable[Match]) -> date:
    """The day in the middle; matches without a date say nothing."""
    days = sorted(match.date for match in matches if match.date)
    return median_low(days) if days else date.min


def _series(one: _Held) -> tuple[str, int | None]:
    """What belongs together: the matchdays of one league, the groups of one stage, any other round by itself."""
    matchday = one.meaning.matchday
    if one.meaning.kind is RoundKind.GROUP:
        return "groups", matchday
    if matchday is None or one.meaning.kind.is_knockout:
        return one.heading, None
    return one.heading.replace(str(matchday), "#"), None


def _in_turn(together: Iterable[_Held]) -> list[_Held]:
    """The rounds of a series: each at the earliest on the day of the one before, groups on that of their last."""
    ordered = sorted(together, key=lambda one: one.meaning.matchday or 0)
    if ordered[0].meaning.kind is RoundKind.GROUP:
        last = max(one.day for one in ordered)
        return [replace(one, day=last) for one in ordered]
    placed: list[_Held] = []
    for one in ordered:
        placed.append(replace(one, day=max(one.day, placed[-1].day)) if placed else one)
    return placed
