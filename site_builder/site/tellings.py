"""One match, however often it is told: tellings of the same match are found and made one value.

A `Telling` is a match as one source tells it, identities already resolved: a
report, or a row of bulk results. Which tellings are of one match is decided
here; what becomes of what they say, in `merging`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from site_builder.content.model import MatchReport
from site_builder.football.model import Match
from site_builder.football.rounds import same_round
from site_builder.problems import Place, Problem
from site_builder.site.contradicting import Called, differing_words
from site_builder.site.merging import Differing, merged

PREVIEW = "preview"
CONTRADICTION = "contradiction"
"""The code of two tellings that differ; no news where a file that may join their names could not be read."""
NEAR_DAYS = 3
"""Rows and reports of one pair and round this near to each other tell one match, one of them under a wrong date."""


class Telling(Struct, frozen=True):
    """A match as one source tells it; ``report`` is the written page, None for a row of results."""

    match: Match
    path: str
    line: int = 0
    report: MatchReport | None = None

    @property
    def is_preview(self) -> bool:
        """Whether the page was written before the match."""
        return self.report is not None and self.report.facts.type == PREVIEW

    def place(self, key: str = "") -> Place:
        """Where it stands; in a report, where one of its keys stands."""
        return Place(self.path, self.line) if self.line else Place(self.path, key=(key,) if key else ())

    @property
    def shown(self) -> str:
        """The place in words."""
        return f"{self.path}:{self.line}" if self.line else self.path


class Told(Struct, frozen=True):
    """A match, the report about it, the preview beside a report; ``place`` is where it is told first, ``paths`` all sources."""

    match: Match
    place: Place
    report: MatchReport | None
    preview: MatchReport | None
    paths: tuple[str, ...] = ()


Unique = Callable[[Match], bool]
"""Whether two teams meet once at most on one of their grounds in this match's season."""


def unite(
    tellings: Iterable[Telling], is_unique: Unique, called: Called, cities: frozenset[str] = frozenset()
) -> tuple[tuple[Told, ...], tuple[Problem, ...]]:
    """Matches from tellings, each once, and what contradicts itself; ``cities`` are names of towns, not of grounds."""
    pairs: dict[tuple[object, ...], list[list[Telling]]] = defaultdict(list)
    problems: list[Problem] = []
    for telling in sorted(tellings, key=_turn):
        match = telling.match
        groups = pairs[match.competition, match.season, match.home, match.away]
        group = _group_of(telling, groups, is_unique) if groups else None
        if group is None:
            groups.append([telling])
        elif telling.report and _is_taken(group, telling):
            problems.append(_told_twice(group[0], telling))
        else:
            group.append(telling)
    told = []
    for groups in pairs.values():
        for group in _by_day(groups) if len(groups) > 1 else groups:
            one, contradictions = _one(group, called, cities)
            told.append(one)
            problems += contradictions
    return tuple(told), tuple(problems)


def _turn(telling: Telling) -> tuple[bool, bool, str, int]:
    """Reports first, then previews, then rows: the earlier in this order says what the match is."""
    report = telling.report
    return report is None, report is not None and report.facts.type == PREVIEW, telling.path, telling.line


def _group_of(telling: Telling, groups: Sequence[list[Telling]], is_unique: Unique) -> list[Telling] | None:
    """The tellings of the same match, if there are any yet; the same day goes before a near one."""
    fitting = [group for group in groups if all(_may_be_one(one, telling) for one in group)]
    same_day = [group for group in fitting if group[0].match.date == telling.match.date]
    if same_day:
        return same_day[0]
    near = [group for group in fitting if is_unique(telling.match) or _is_near(group[0].match, telling.match)]
    return near[0] if len(near) == 1 else None


def _may_be_one(one: Telling, other: Telling) -> bool:
    """Whether nothing shows that two tellings of one pair are two matches."""
    if one.report is None and other.report is None and one.path == other.path:
        return False
    a, b = one.match, other.match
    written = bool(one.report and other.report) and not (one.is_preview or other.is_preview)
    if written and a.date != b.date:
        return False
    stages = ((a.stage.leg, b.stage.leg), (a.stage.matchday, b.stage.matchday))
    if any(x is not None and y is not None and x != y for x, y in stages):
        return False
    if a.stage.round and b.stage.round and not same_round(a.stage.round, b.stage.round):
        return False
    # Of two reports of one day, one with a round and one without are two matches; and so are two kick-offs.
    return not written or ((a.stage.round, a.stage.leg, a.time) == (b.stage.round, b.stage.leg, b.time))


def _by_day(groups: Iterable[list[Telling]]) -> Iterator[list[Telling]]:
    """The groups, with those of one day that differ in the round as one where a single report and a single row tell that day.

    An author who wrote the wrong round or matchday would else have the match twice, and its goals twice in the table.
    """
    days: dict[date | None, list[list[Telling]]] = defaultdict(list)
    for group in groups:
        days[group[0].match.date].append(group)
    for day, alike in days.items():
        if day and len(alike) == 2 and _is_written_and_bulk(*alike):
            yield [*alike[0], *alike[1]]
        else:
            yield from alike


def _is_written_and_bulk(one: Sequence[Telling], other: Sequence[Telling]) -> bool:
    """Whether a report, maybe with rows, is followed by rows of files that do not tell its match already."""
    rows = {telling.path for telling in one if not telling.report}
    return one[0].report is not None and all(telling.report is None and telling.path not in rows for telling in other)


def _is_near(one: Match, other: Match) -> bool:
    if one.date is None or other.date is None:
        return True
    return abs((one.date - other.date).days) <= NEAR_DAYS


def _is_taken(group: Sequence[Telling], telling: Telling) -> bool:
    """Whether a match has a report, or a preview, of this kind already."""
    return any(one.report and one.is_preview == telling.is_preview for one in group)


def _told_twice(first: Telling, second: Telling) -> Problem:
    return Problem(
        "same-match-twice",
        second.place("home"),
        f"this match has a report already: {first.path}",
        "Keep one, mark the earlier as `type: preview`, or tell two matches of one day apart by `round`, `leg` or kick-off.",
    )


def _one(group: Sequence[Telling], called: Called, cities: frozenset[str]) -> tuple[Told, tuple[Problem, ...]]:
    """One match from its tellings, and each value in which two of them differ, with both places."""
    first, *others = group
    if not others:
        return Told(first.match, first.place(), first.report, None, (first.path,)), ()
    match, problems = first.match, []
    reports = [one.report for one in group if one.report]
    # An author who says that sources differ on a fact has chosen: a report goes before rows.
    disputed = {dispute.fact for report in reports for dispute in report.publication.disputed}
    for number, telling in enumerate(others, 1):
        match, differing = merged(_in_zone_of(telling, match, first), telling.match, cities)
        problems += [
            _contradiction(_teller(group[:number], one, telling, cities), telling, one, called)
            for one in differing
            if one[0] not in disputed
        ]
    preview = reports[1] if len(reports) > 1 else None
    paths = tuple(one.path for one in group)
    return Told(match, first.place(), reports[0] if reports else None, preview, paths), tuple(problems)


def _in_zone_of(row: Telling, match: Match, first: Telling) -> Match:
    """The match, in the zone of a row of bulk results where its report has the same time on the clock, and no offset.

    A row's zone is that of its competition; without it the report would be read in the site's, and contradict its own time.
    """
    when = first.report.facts.when if first.report else None
    if not when or when.offset is not None or row.report or row.match.kick_off is None:
        return match
    is_same = (match.date, match.time) == (row.match.date, row.match.time)
    return replace(match, kick_off=row.match.kick_off) if is_same else match


def _teller(earlier: Sequence[Telling], differing: Differing, later: Telling, cities: frozenset[str]) -> Telling:
    """Which of the earlier tellings said what a later one contradicts: what a report leaves out a row may have told."""
    alone = (one for one in earlier if differing in merged(_in_zone_of(later, one.match, one), later.match, cities)[1])
    return next(alone, earlier[0])


def _contradiction(first: Telling, second: Telling, differing: Differing, called: Called) -> Problem:
    """The report is where an author can mend it; of two rows the later one."""
    key, (mine, theirs) = differing
    at, other = (first, second) if first.report and not second.report else (second, first)
    values = differing_words(key, mine, theirs, called)
    own, others = values if at is first else values[::-1]
    return Problem(
        CONTRADICTION,
        at.place(key),
        f"{key.replace('_', ' ')}: {own} here, but {others} in {other.shown}",
        "Both tell the same match: correct one of the two.",
    )
