"""Records of a season and of a team: wins, goals, runs, crowds. Each says in how many matches it was looked for.

Few matches make no record; of several that are equal the oldest are named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial

from site_builder.football.form import Outcome, Played, RunKind, longest_in, played_by, played_by_each
from site_builder.football.model import Match
from site_builder.football.records import Crowds, longest_runs_in, most_goals, records
from site_builder.football.tallies import counts
from site_builder.incremental.memo import Memo
from site_builder.language.words import Words, message
from site_builder.pages.rows import row_of
from site_builder.pages.season_views import Record
from site_builder.pages.wording import goals_counted, matches_counted
from site_builder.site import questions
from site_builder.site.matches import in_time

ENOUGH = 6
"""Of fewer matches that counted nothing is a record."""
SHORTEST_RUN = 3
MOST_NAMED = 3
"""Of more that are equal only the number is said."""
_RUNS = ((RunKind.UNBEATEN, message("Longest unbeaten run")), (RunKind.WINNING, message("Longest winning run")))


def season_records(read: Memo, matches: Iterable[Match]) -> tuple[Record, ...]:
    """The records of a competition's season."""
    held = [match for match in matches if counts(match)]
    return tuple(_of_season(read, held)) if len(held) >= ENOUGH else ()


def team_records(read: Memo, team: str, matches: Iterable[Match]) -> tuple[Record, ...]:
    """A team's records in some of its matches."""
    held = [match for match in matches if counts(match)]
    return tuple(_of_team(read, team, held)) if len(held) >= ENOUGH else ()


def head_to_head_records(read: Memo, teams: tuple[str, str], held: Sequence[Match]) -> tuple[Record, ...]:
    """The records of two teams' meetings that counted."""
    return tuple(_of_meetings(read, teams, held))


def _of_meetings(read: Memo, teams: tuple[str, str], held: Sequence[Match]) -> Iterator[Record]:
    words = questions.words_of(read)
    within = _within(words, len(held))
    for team in teams:
        name = questions.team_name(read, team, None)
        played = played_by(team, held)
        wins = [one.match for one in played if one.score.home > one.score.away]
        yield from _biggest(read, words("Biggest win of {team}", team=name), wins, within)
        run = longest_in(RunKind.UNBEATEN, played)
        if len(run) >= SHORTEST_RUN:
            yield _run(read, words("Longest unbeaten run of {team}", team=name), [run], within, named=False)
    yield from _most_goals(read, most_goals(held), within)


def _of_season(read: Memo, held: Sequence[Match]) -> Iterator[Record]:
    words = questions.words_of(read)
    found = records(held)
    within = _within(words, len(held))
    wins = sorted((*found.biggest_home_wins, *found.biggest_away_wins), key=in_time)
    yield from _biggest(read, words("Biggest win"), wins, within)
    yield from _most_goals(read, found.most_goals, within)
    played = played_by_each(held)
    for kind, heading in _RUNS:
        runs = longest_runs_in(kind, played, SHORTEST_RUN)
        longest = [run for run in runs if len(run.played) == len(runs[0].played)]
        if 0 < len(longest) <= MOST_NAMED:
            yield _run(read, words(heading), [run.played for run in longest], within)
    yield from _of_crowds(read, found.crowds)


def _of_team(read: Memo, team: str, held: Sequence[Match]) -> Iterator[Record]:
    words = questions.words_of(read)
    found = records(held)
    within = _within(words, len(held))
    played = played_by(team, held)
    for heading, outcome in ((words("Biggest win"), Outcome.WIN), (words("Heaviest defeat"), Outcome.LOSS)):
        yield from _biggest(read, heading, [one.match for one in played if one.outcome is outcome], within)
    yield from _most_goals(read, found.most_goals, within)
    for kind, heading in _RUNS:
        run = longest_in(kind, played)
        if len(run) >= SHORTEST_RUN:
            yield _run(read, words(heading), [run], within, named=False)
    yield from _of_crowds(read, found.crowds)


@lru_cache(maxsize=4096)
def _within(words: Words, matches: int) -> str:
    return words.plural("in {count} match held here", "in {count} matches held here", matches)


def _goals(matches: Sequence[Match]) -> int:
    return matches[0].result.score.home + matches[0].result.score.away if matches and matches[0].result else 0


def _margin(match: Match) -> int:
    return abs(match.result.score.home - match.result.score.away) if match.result else 0


def _biggest(read: Memo, heading: str, matches: Sequence[Match], within: str) -> Iterator[Record]:
    """The matches with the greatest margin, of those the ones with most goals."""
    figures = [(_margin(match), _goals((match,))) for match in matches]
    best = max(figures, default=(0, 0))
    equal = [match for match, one in zip(matches, figures, strict=True) if one == best]
    yield from _record(read, heading, equal, _by(questions.words_of(read), best[0]), within)


@lru_cache(maxsize=1024)
def _by(words: Words, goals: int) -> str:
    return words.plural("By {count} goal", "By {count} goals", goals)


def _most_goals(read: Memo, matches: Sequence[Match], within: str) -> Iterator[Record]:
    words = questions.words_of(read)
    yield from _record(read, words("Most goals in a match"), matches, goals_counted(words, _goals(matches)), within)


def _record(read: Memo, heading: str, matches: Sequence[Match], what: str, within: str) -> Iterator[Record]:
    if not matches:
        return
    words = questions.words_of(read)
    times = words("twice") if len(matches) == 2 else words("{count} times", count=words.numeral(len(matches)))
    told = f"{what}, {times}" if len(matches) > 1 else what
    yield Record(heading, told, tuple(row_of(read, match.id) for match in matches[:MOST_NAMED]), within)


def _run(read: Memo, heading: str, runs: Sequence[Sequence[Played]], within: str, *, named: bool = True) -> Record:
    """A run with its first and its last match, several equal ones without them."""
    words, count = questions.words_of(read), len(runs[0])
    if len(runs) > 1:
        teams = words.listed([questions.team_name(read, run[0].team, run[-1].match.date) for run in runs])
        return Record(heading, f"{teams}, {matches_counted(words, count)}", (), within)
    first, last = runs[0][0].match, runs[0][-1].match
    team = f"{questions.team_name(read, runs[0][0].team, last.date)}, " if named else ""
    length = _length(words, count, first, last)
    return Record(heading, f"{team}{length}", (row_of(read, first.id), row_of(read, last.id)), within)


def _length(words: Words, count: int, first: Match, last: Match) -> str:
    if first.date is None or last.date is None:
        return matches_counted(words, count)
    days = {"first": words.day(first.date), "last": words.day(last.date)}
    return words.plural("{count} match from {first} to {last}", "{count} matches from {first} to {last}", count, **days)


def _of_crowds(read: Memo, crowds: Crowds) -> Iterator[Record]:
    """The largest and the smallest crowd and the average, where several crowds are known."""
    if crowds.known_in < 2 or crowds.average is None:
        return
    words = questions.words_of(read)
    known = words.plural(
        "known in {known} of {count} match held here",
        "known in {known} of {count} matches held here",
        crowds.matches,
        known=words.numeral(crowds.known_in),
    )
    closed = [words("{count} more behind closed doors", count=words.numeral(crowds.closed_doors))] if crowds.closed_doors else []
    row = partial(row_of, read)
    for heading, matches in ((words("Largest crowd"), crowds.largest), (words("Smallest crowd"), crowds.smallest)):
        number = matches[0].happenings.attendance or 0
        yield Record(heading, words.number(number), tuple(row(match.id) for match in matches[:MOST_NAMED]), known)
    yield Record(words("Average crowd"), words.number(round(crowds.average)), (), ", ".join((known, *closed)))
