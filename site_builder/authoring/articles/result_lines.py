"""Two teams and their goals, at each place where an article has both: score lines, fixtures, sentences such as "A beat B 3–1"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from msgspec import Struct
from msgspec.structs import replace

from site_builder.authoring.articles.names import PHRASE, TEAM, UPPER, find_names
from site_builder.authoring.articles.team_acts import acts_as_team
from site_builder.authoring.articles.team_names import is_short_for
from site_builder.authoring.articles.team_weights import Weights
from site_builder.authoring.articles.teams import leading_teams, main_team
from site_builder.authoring.articles.text import Article
from site_builder.authoring.articles.told_lines import team_of_run, told_lines
from site_builder.authoring.articles.vocabulary import Vocabulary, folded
from site_builder.football.model import Score
from site_builder.phrases import number_of

_SCORE = r"(?P<x>(?!0\d)\d{1,2})\s?[-–—:]\s?(?P<y>(?!0\d)\d{1,2})(?![\w–:/-])"
# "Spain ... 0 Northern Ireland ... 1".
_DOTS = r"(?:\s*(?:\.{2,}|…|\. \.(?: \.)*)\s*|\s+)"
_CELL = r"(?:[ \t]+|[ \t]*\|[ \t]*)"
_HALF = r"(?:\(\d{1,2}\)[ ]+)?"
_IN_WORDS = r"(?:nil|one|two|three|four|five|six|seven)"
_BRACKETS = r"(?:\s*\([^()]*\))?"
_LINES = (
    re.compile(rf"(?P<a>{TEAM}){_CELL}{_SCORE}{_CELL}(?P<b>{TEAM})"),
    re.compile(
        rf"(?P<a>{TEAM}){_DOTS}{_HALF}(?P<x>(?!0\d)\d{{1,2}}){_BRACKETS}[,;]?\s+(?P<b>{TEAM}){_DOTS}{_HALF}(?P<y>(?!0\d)\d{{1,2}})(?=\s*(?:\(|"
        r"\n|$|[.!,;:]|[-–—]\s|aet|after|at\b|was how\b))"
    ),
    re.compile(
        rf"(?P<a>{TEAM})\s+(?P<x>(?!0\d)\d{{1,2}})\s*[-–—]\s*(?P<b>{TEAM})\s+(?P<y>(?!0\d)\d{{1,2}})(?![\w–-]|:\d|\s?[-–]\s?\d)"
    ),
    re.compile(rf"(?P<a>{TEAM})(?:\s+[-–—]\s+|(?<=[{UPPER}]{{3}})[-–—](?=[{UPPER}]{{3}}))(?P<b>{TEAM})[ \t:,]+{_SCORE}"),
    re.compile(rf"(?P<a>{TEAM})\s+v(?:s\.?|ersus)?\s+(?P<b>{TEAM})[ \t:,]+{_SCORE}"),
    re.compile(rf"(?P<a>{TEAM}) (?P<x>{_IN_WORDS}),? (?P<b>{TEAM}) (?P<y>{_IN_WORDS})(?=[.,;\n]|$)"),
    re.compile(rf"(?P<a>{TEAM})[ ]+(?P<x>(?!0\d)\d{{1,2}})[ ]+v(?:s\.?)?[ ]+(?P<b>{TEAM})[ ]+(?P<y>(?!0\d)\d{{1,2}})(?![\w:–-])"),
)
_REST = r"(?:[ ]+(?=[A-Z])[^\n]*\d[^\n]*)?"
# Team and goals on a line, its scorers on the next, then the other team.
_STACKED = re.compile(
    rf"^(?P<a>{PHRASE})[ ]+{_HALF}(?P<x>(?!0\d)\d{{1,2}}){_REST}[ ]*\n(?:[^\n]*\d[^\n]*\n)?\n?"
    rf"(?P<b>{PHRASE})[ ]+{_HALF}(?P<y>(?!0\d)\d{{1,2}}){_REST}[ ]*$",
    re.MULTILINE,
)
MOST_GOALS = 31
TOP = 600
"""Characters at the top of an article, where what is told by the way may be its match as well."""
_FIXTURE = re.compile(rf"(?P<a>{TEAM})\s+(?:v|vs\.?|versus)\s+(?P<b>{TEAM})")
_HALF_TIME = re.compile(r"\b(?:half[- ]?time|HT|at the (?:break|interval))\b", re.IGNORECASE)

# "Half-time: Celtic 0, Internazionale 1".
_HALF_TIME_HEAD = re.compile(r"\b(?:half[- ]?time|HT)(?: score)?[ \t]*[:–—-]?[ \t]*(?:\n[ \t]*)?\Z", re.IGNORECASE)

# "Chelsea 0-4 Barcelona (half-time 0-4)": what stands before is the score at the end.
_HALF_TIME_BEHIND = re.compile(r"\s*[(\[,;]\s*(?:half[- ]?time|HT)\b[^\n\d]{0,10}\d", re.IGNORECASE)


class Line(Struct, frozen=True):
    """Two teams and their goals as one place of the text has them."""

    first: str
    second: str
    score: Score | None
    at: int
    is_in_order: bool
    is_half_time: bool = False
    is_told: bool = False
    """Whether a sentence has them, and not a line of its own."""
    is_by_rank: bool = False
    """Whether the sentence names one of them only: the other is the one that the article is about."""


def lines_of(article: Article, vocabulary: Vocabulary, weights: Weights) -> list[Line]:
    """Every place that has two teams which may be those of the match, by their whole names."""
    lines = [line for line in _score_lines(article, vocabulary) if _are_teams(line, article, vocabulary)]
    leading = leading_teams(article, vocabulary)
    lines = [line for line in lines if _is_of_weight(line, article, weights, leading)]
    lines = [line for line in lines if line.at < TOP or not is_aside(line, article)] or lines
    return [_as_known(line, weights) for line in _with_whole_names(lines, article, vocabulary)]


def _as_known(line: Line, weights: Weights) -> Line:
    """A sentence's line with the whole names that the rest of the text has for its teams; a score line has its own."""
    first, second = (weights.whole.get(name, name) for name in (line.first, line.second))
    return replace(line, first=first, second=second) if line.is_told and first != second else line


def _is_of_weight(line: Line, article: Article, weights: Weights, leading: AbstractSet[str]) -> bool:
    """Whether two teams can be those of the match: of others, less is said than of the two that lead."""
    teams = {weights.whole.get(name, name) for name in (line.first, line.second)}
    if line.is_by_rank:
        return teams == leading
    told = {team: _said_of(team, article, weights) for team in teams}
    if not line.is_told:
        least = min((weights.of[team] for team in leading), default=0)
        return line.at < TOP or bool(teams & leading) or max(told.values()) * _MANY_TIMES >= least
    if any(weights.of[team] >= _FAR_MORE * max(told.values()) for team in weights.ranked[:1] if team not in teams):
        return False
    least = min((weights.of[team] for team in leading), default=0)
    return min(told.values()) >= least * (_AT_THE_TOP if line.at < _FIRST_WORDS else _ELSEWHERE)


def _said_of(team: str, article: Article, weights: Weights) -> int:
    """How much is said of a team, known as one or not."""
    return weights.of[team] or mentions(team, article)


# How much of what is said of the leading two must be said of others, for a sentence to make them the teams of the match.
_AT_THE_TOP, _ELSEWHERE = 0.5, 0.8
_FIRST_WORDS = 300
_FAR_MORE, _MANY_TIMES = 2, 3


def _with_whole_names(lines: list[Line], article: Article, vocabulary: Vocabulary) -> list[Line]:
    """Lines that call a team by its whole name throughout: ``Bayern`` where another line, or the text, has ``Bayern Munich``."""
    names = {name for line in lines for name in (line.first, line.second)}
    spoken = {name.text for name in find_names(article.text, vocabulary) if not _STADIUM.match(article.text, name.end)}
    names |= {name for name in spoken if acts_as_team(name, article) and not vocabulary.has_team(name)}
    names |= {name for name in spoken if any(short.isupper() and is_short_for(short, name) for short in names)}
    own = {name for line in lines if not line.is_told for name in (line.first, line.second)}
    whole = {name: longer[0] for name in names if len(longer := [n for n in names if n != name and _is_part_of(name, n)]) == 1}
    whole = {name: longer for name, longer in whole.items() if name not in own or not _is_affixed(name, longer)}
    return [replace(line, first=whole.get(line.first, line.first), second=whole.get(line.second, line.second)) for line in lines]


# What a club's name may do without: a score line that has it not is right as well.
_AFFIXES = frozenset("fc cf sc ac sv vfl vfb tsg 1".split())


def _is_affixed(name: str, longer: str) -> bool:
    """Whether a longer name has only such words more: FC Augsburg for Augsburg."""
    return {*folded(longer).split()} - {*folded(name).split()} <= _AFFIXES


_STADIUM = re.compile(r" (?:Stadium|Park|Ground|Arena)\b")


def _is_part_of(short: str, name: str) -> bool:
    begins_or_ends = folded(name).startswith(f"{folded(short)} ") or folded(name).endswith(f" {folded(short)}")
    return begins_or_ends or is_short_for(short, name)


def _score_lines(article: Article, vocabulary: Vocabulary) -> Iterator[Line]:
    text = article.text
    stacked = {match.start() for match in _STACKED.finditer(text)}
    for number, pattern in enumerate((*_LINES, _STACKED)):
        for match in pattern.finditer(text):
            score = Score(number_of(match["x"]) or 0, number_of(match["y"]) or 0)
            is_scorer = pattern is not _STACKED and "\n" in match[0] and match.start() in stacked
            if is_scorer or max(score.home, score.away) > MOST_GOALS:
                continue  # under a team and its goals those who scored them
            around = text[max(0, match.start() - 14) : match.start()] + text[match.end() : match.end() + 12]
            is_headed = bool(_HALF_TIME_HEAD.search(text, max(0, match.start() - 30), match.start()))
            half = is_headed or bool(_HALF_TIME.search(around.replace("\n", " . ")) and number == 0)
            half = half and not _HALF_TIME_BEHIND.match(text, match.end())
            yield Line(
                team_of_run(match["a"], vocabulary),
                team_of_run(match["b"], vocabulary),
                score,
                match.start("a"),
                is_in_order=True,
                is_half_time=half,
            )
    for match in _FIXTURE.finditer(text):
        yield Line(
            team_of_run(match["a"], vocabulary), team_of_run(match["b"], vocabulary), None, match.start("a"), is_in_order=True
        )
    yield from _told_lines(article, vocabulary)


def _told_lines(article: Article, vocabulary: Vocabulary) -> Iterator[Line]:
    """Teams of sentences with a verb; the home team first where the sentence says who that was."""
    for one in told_lines(article.sentences, vocabulary):
        told = one if one.first else replace(one, first=main_team(article, vocabulary, one.second))
        line = Line(
            told.first,
            told.second,
            told.score,
            told.at,
            is_in_order=bool(told.home),
            is_told=True,
            is_by_rank=not one.first,
        )
        is_turned = told.home == told.second
        yield (
            replace(line, first=told.second, second=told.first, score=told.score.swapped() if told.score else None)
            if is_turned
            else line
        )


def _are_teams(line: Line, article: Article, vocabulary: Vocabulary) -> bool:
    """Whether both names can be teams: known, or at least not known as something else."""
    if not line.first or not line.second or line.first == line.second:
        return False
    names = (line.first, line.second)
    if any(vocabulary.is_competition(name) or vocabulary.is_ground(name) for name in names):
        return False
    if not line.is_told:
        return True
    known = [vocabulary.is_team(name) for name in (line.first, line.second)]
    if line.score is None or any(known):
        told = [is_known or acts_as_team(n, article) for is_known, n in zip(known, (line.first, line.second), strict=True)]
        return all(told) or (any(told) and line.score is None and not any(known))
    return True


def is_aside(line: Line, article: Article) -> bool:
    """Whether two teams are told of by the way: ``Portugal, who beat Croatia 1-0, are next``."""
    return line.is_told and article.text[line.at + len(line.first) :].startswith(", who ")


def mentions(name: str, article: Article) -> int:
    """How often a name stands in an article."""
    return len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", article.text))
