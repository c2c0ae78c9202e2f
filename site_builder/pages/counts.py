"""Rankings by a number: scorers, assists, clean sheets, cards, appearances. Each says how much of it the data tells.

Own goals and kicks of a shoot-out are nobody's goals; what the data does not
hold at all makes no ranking.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from site_builder.football import scorers as players
from site_builder.football.discipline import CardCount, card_list
from site_builder.football.model import Match, Season, Status
from site_builder.football.scorers import CountLine, ScorerLine, ScorersAround, TopScorers
from site_builder.football.tallies import counts
from site_builder.incremental.memo import Memo
from site_builder.language.words import Words, messages
from site_builder.pages.links import person_link, team_link
from site_builder.pages.season_views import Count, CountList
from site_builder.site import questions

MOST_SCORERS = 20
MOST = 10
ENOUGH = 6
"""Fewer matches than this make no ranking of clean sheets."""
AT_THE_TOP = 4
"""More leading scorers than this, level with each other, are nobody to name."""
Known = tuple[int, int]
"""In how many of how many matches something is told."""


def season_counts(read: Memo, matches: Sequence[Match]) -> tuple[CountList, ...]:
    """All rankings of a competition's season that have anybody in them."""
    held = [match for match in matches if players.was_played(match)]
    found = (
        _scorers(read, held),
        _assists(read, held),
        _clean_sheets(read, matches),
        _cards(read, held),
        _appearances(read, held),
    )
    return tuple([one for one in found if one])


def team_counts(read: Memo, matches: Sequence[Match], team: str) -> tuple[CountList, ...]:
    """A team's scorers, assists, cards and appearances in some of its matches."""
    held = [match for match in matches if players.was_played(match)]
    found = (_scorers(read, held, team), _assists(read, held, team), _cards(read, held, team), _appearances(read, held, team))
    return tuple([one for one in found if one])


def _scorers(read: Memo, matches: Sequence[Match], team: str = "") -> CountList | None:
    """The leading scorers, of one team if told; None where nobody has scored. So it is with the rankings below."""
    found = players.scorers(matches, team)
    if not found.lines:
        return None
    words = questions.words_of(read)
    return CountList(
        heading=words("Scorers"),
        unit=words("Goals"),
        counts=tuple([_scorer(read, line, of_one=bool(team)) for line in found.lines[:MOST_SCORERS]]),
        coverage=_known(words, _SCORERS, (found.known_in, found.matches), matches),
        more=_more(words, [line.goals for line in found.lines], MOST_SCORERS),
    )


def _scorer(read: Memo, line: ScorerLine, *, of_one: bool) -> Count:
    name = "" if of_one else questions.team_name(read, line.team, None)
    if line.penalties:
        penalties = _penalties(questions.words_of(read), line.penalties)
        name = f"{name}, {penalties}" if name else penalties
    return Count(person_link(read, line.player), line.goals, name)


@lru_cache(maxsize=1024)
def _penalties(words: Words, count: int) -> str:
    return words.plural("{count} penalty", "{count} penalties", count)


_ALL = messages("In the one match of {season} held here.", "In all {count} matches of {season} held here.")
_ALL_UNTIL_THEN = messages(
    "In the one match of {season} held here until then.", "In all {count} matches of {season} held here until then."
)
_SCORERS = messages(
    "All scorers are known in {known} of the {count} match of {season} held here.",
    "All scorers are known in {known} of the {count} matches of {season} held here.",
)
_SCORERS_UNTIL_THEN = messages(
    "All scorers are known in {known} of the {count} match of {season} held here until then.",
    "All scorers are known in {known} of the {count} matches of {season} held here until then.",
)
_ASSISTS = messages(
    "Assists are told in {known} of the {count} match of {season} held here.",
    "Assists are told in {known} of the {count} matches of {season} held here.",
)
_LINE_UPS = messages(
    "Both line-ups are held in {known} of the {count} match of {season} held here.",
    "Both line-ups are held in {known} of the {count} matches of {season} held here.",
)
_CARDS = messages(
    "Cards are known in {known} of the {count} match of {season} held here.",
    "Cards are known in {known} of the {count} matches of {season} held here.",
)


def _known(words: Words, in_some: tuple[str, str], found: Known, matches: Sequence[Match], in_all: tuple[str, str] = _ALL) -> str:
    """What was counted, in a sentence: ``All scorers are known in 60 of the 64 matches of 2022 held here``.

    ``found`` says in how many of how many; ``matches`` are of one season.
    """
    return _known_in(words, in_all if found[0] == found[1] else in_some, found, matches[0].season if matches else None)


@lru_cache(maxsize=4096)
def _known_in(words: Words, text: tuple[str, str], found: Known, season: Season | None) -> str:
    known, count = found
    return words.plural(*text, count, known=words.numeral(known), season=season.shown if season else "")


def _more(words: Words, numbers: Sequence[int], most: int = MOST) -> str:
    """How many are level with the last of those who are named: they are as good, and left out for their names alone."""
    others = numbers[most:].count(numbers[most - 1]) if len(numbers) > most else 0
    if not others:
        return ""
    return words.plural("{count} more with {number}.", "{count} more with {number} each.", others, number=numbers[most - 1])


def _more_of(words: Words, lines: Sequence[CountLine]) -> str:
    return _more(words, [line.count for line in lines])


def _players(read: Memo, lines: Sequence[CountLine], team: str) -> tuple[Count, ...]:
    own = lines[:MOST]
    names = ["" if team else questions.team_name(read, line.team, None) for line in own]
    return tuple(Count(person_link(read, line.player), line.count, name) for line, name in zip(own, names, strict=True))


def _assists(read: Memo, matches: Sequence[Match], team: str = "") -> CountList | None:
    told = [goal.assist for match in matches for goal in match.happenings.goals or ()]
    if not any(told):
        return None
    found = players.assists(matches, team)
    if not found.lines:
        return None
    words = questions.words_of(read)
    coverage = _known(words, _ASSISTS, (found.known_in, found.matches), matches)
    return CountList(
        words("Assists"), words("Assists"), _players(read, found.lines, team), coverage, _more_of(words, found.lines)
    )


def _appearances(read: Memo, matches: Sequence[Match], team: str = "") -> CountList | None:
    if not _has_line_ups(matches):
        return None
    found = players.appearances(matches, team)
    if not found.lines:
        return None
    words = questions.words_of(read)
    coverage = _known(words, _LINE_UPS, (found.known_in, found.matches), matches)
    more = _more_of(words, found.lines)
    return CountList(words("Appearances"), words("Matches"), _players(read, found.lines, team), coverage, more)


def _has_line_ups(matches: Iterable[Match]) -> bool:
    held = [match.happenings.line_ups for match in matches]
    sides = [line_ups.home or line_ups.away for line_ups in held]
    return any(sides)


def _cards(read: Memo, matches: Sequence[Match], team: str = "") -> CountList | None:
    told = [match.happenings.cards for match in matches]
    if not any(told) and not _has_line_ups(matches):
        return None
    found = card_list(matches, team)
    if not found.lines:
        return None
    lines = sorted(found.lines, key=lambda line: (-_shown(line), -_sent_off(line), line.player))
    words = questions.words_of(read)
    coverage = _known(words, _CARDS, (found.known_in, found.matches), matches)
    named = tuple(_carded(read, line, team) for line in lines[:MOST])
    return CountList(words("Cards"), words("Cards"), named, coverage, _more(words, [_shown(line) for line in lines]))


def _shown(line: CardCount) -> int:
    return line.yellow + line.second_yellow + line.red


def _sent_off(line: CardCount) -> int:
    return line.second_yellow + line.red


def _carded(read: Memo, line: CardCount, team: str) -> Count:
    told = [] if team else [questions.team_name(read, line.team, None)]
    words = questions.words_of(read)
    told += [words.plural("sent off", "sent off {count} times", _sent_off(line))] if _sent_off(line) else []
    return Count(person_link(read, line.player), _shown(line), ", ".join(told))


def _clean_sheets(read: Memo, matches: Sequence[Match]) -> CountList | None:
    """Matches without a goal conceded, by team: scores tell them, but an awarded one was not kept by anybody."""
    held = [match for match in matches if counts(match) and match.status is not Status.AWARDED]
    found = Counter([team for match in held for team in _without_conceding(match)]) if len(held) >= ENOUGH else None
    if not found:
        return None
    leading = sorted(found.items(), key=lambda entry: (-entry[1], entry[0]))
    lines = tuple(Count(team_link(read, team), count) for team, count in leading[:MOST])
    words = questions.words_of(read)
    coverage, more = _known(words, _ALL, (len(held), len(held)), matches), _more(words, [count for _, count in leading])
    return CountList(words("Clean sheets"), words("Matches"), lines, coverage, more)


def _without_conceding(match: Match) -> Iterator[str]:
    if match.result and not match.result.score.away:
        yield match.home
    if match.result and not match.result.score.home:
        yield match.away


def top_scorers_around(read: Memo, match: Match, around: ScorersAround) -> tuple[CountList | None, CountList | None]:
    """The leading scorers at a kick-off and after the match: of the competition, and of the two sides.

    None where nobody has scored; before there is a result, nobody is named after it.
    """
    told: dict[ScorerLine, Count] = {}
    first = _groups(match, around.at_kick_off)
    leading = _leading(read, first, told)
    before = _top_scorers(read, match, leading, first[0], around.known_at_kick_off)
    if not match.result:
        return before, None
    then = _groups(match, around.afterwards)
    if then != first:
        leading = _leading(read, then, told)
    return before, _top_scorers(read, match, leading, then[0], around.known_afterwards)


def _groups(match: Match, top: TopScorers) -> tuple[tuple[ScorerLine, ...], ...]:
    """Who leads in the competition, and on either side."""
    return top.overall, top.by_team.get(match.home, ()), top.by_team.get(match.away, ())


def _leading(read: Memo, groups: Iterable[Sequence[ScorerLine]], told: dict[ScorerLine, Count]) -> tuple[Count, ...]:
    """Those of them who are so few that they can be named, in order; ``told`` keeps the lines for another list."""
    lines = dict.fromkeys([line for group in groups if len(group) <= AT_THE_TOP for line in group])
    for line in lines:
        if line not in told:
            told[line] = _scorer(read, line, of_one=False)
    ordered = sorted(lines, key=_place) if len(lines) > 1 else lines
    return tuple([told[line] for line in ordered])


def _top_scorers(
    read: Memo, match: Match, leading: tuple[Count, ...], overall: Sequence[ScorerLine], known: Known
) -> CountList | None:
    """``overall`` lead in the competition; ``known`` says in how many of how many matches played by then scorers are told."""
    if not leading:
        return None
    words = questions.words_of(read)
    return CountList(
        heading=words("Top scorers of the competition and of each side"),
        unit=words("Goals"),
        counts=leading,
        coverage=_known(words, _SCORERS_UNTIL_THEN, known, (match,), _ALL_UNTIL_THEN),
        more=_unnamed(words, leading, overall),
    )


def _unnamed(words: Words, leading: tuple[Count, ...], overall: Sequence[ScorerLine]) -> str:
    """How many lead the competition, where they are too many to be named and ahead of all who are."""
    if len(overall) <= AT_THE_TOP or overall[0].goals == leading[0].number:
        return ""
    return words.plural(
        "Ahead of them: {count} player with {number} goals.",
        "Ahead of them: {count} players with {number} goals each.",
        len(overall),
        number=overall[0].goals,
    )


def _place(line: ScorerLine) -> tuple[int, int, str, str]:
    return -line.goals, line.penalties, line.player, line.team
