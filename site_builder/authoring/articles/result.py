"""Who played and how it ended, from an article: score lines, then sentences such as "Atalanta beat Napoli 3–1".

The order of the teams is that of a score line; sentences do not tell who was at
home, so it is marked there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from site_builder.authoring.articles.draft import DraftResult, Found
from site_builder.authoring.articles.names import PHRASE, TEAM, UPPER, find_names
from site_builder.authoring.articles.other_fixtures import told_here
from site_builder.authoring.articles.shootout import beyond_ninety, fits
from site_builder.authoring.articles.team_names import Calls, calls_of, is_short_for
from site_builder.authoring.articles.teams import acts_as_team, leading_teams, main_team, teams_mentioned
from site_builder.authoring.articles.text import Article, scores_in
from site_builder.authoring.articles.told_lines import said_home, team_of_run, told_lines
from site_builder.authoring.articles.told_scores import told_score
from site_builder.authoring.articles.vocabulary import Vocabulary, folded
from site_builder.football.model import Score
from site_builder.phrases import ScoreKind, ScorePhrase, find_scores

_SCORE = r"(?P<x>\d{1,2})\s?[-–—:]\s?(?P<y>\d{1,2})(?![\w–:/-])"
_BRACKETS = r"(?:\s*\([^()]*\))?"
_LINES = (
    re.compile(rf"(?P<a>{TEAM})[ \t]+{_SCORE}[ \t]+(?P<b>{TEAM})"),
    re.compile(
        rf"(?P<a>{TEAM})\s+(?P<x>\d{{1,2}}){_BRACKETS}[,;]?\s+(?P<b>{TEAM})\s+(?P<y>\d{{1,2}})(?=\s*(?:\(|"
        r"\n|$|[.!,;:]|[-–—]\s|aet|after|at\b))"
    ),
    re.compile(rf"(?P<a>{TEAM})\s+(?P<x>\d{{1,2}})\s*[-–—]\s*(?P<b>{TEAM})\s+(?P<y>\d{{1,2}})(?![\w:–-]|\s?[-–]\s?\d)"),
    re.compile(rf"(?P<a>{TEAM})(?:\s+[-–—]\s+|(?<=[{UPPER}]{{3}})[-–—](?=[{UPPER}]{{3}}))(?P<b>{TEAM})[ \t:,]+{_SCORE}"),
    re.compile(rf"(?P<a>{TEAM})\s+v(?:s\.?|ersus)?\s+(?P<b>{TEAM})[ \t:,]+{_SCORE}"),
    re.compile(rf"(?P<a>{TEAM})[ ]+(?P<x>\d{{1,2}})[ ]+v(?:s\.?)?[ ]+(?P<b>{TEAM})[ ]+(?P<y>\d{{1,2}})(?![\w:–-])"),
)
_HALF = r"(?:\(\d{1,2}\)[ ]+)?"
_REST = r"(?:[ ]+(?=[A-Z])[^\n]*\d[^\n]*)?"
# Team and goals on a line, its scorers on the next, then the other team.
_STACKED = re.compile(
    rf"^(?P<a>{PHRASE})[ ]+{_HALF}(?P<x>\d{{1,2}}){_REST}[ ]*\n(?:[^\n]*\d[^\n]*\n)?\n?"
    rf"(?P<b>{PHRASE})[ ]+{_HALF}(?P<y>\d{{1,2}}){_REST}[ ]*$",
    re.MULTILINE,
)
MOST_GOALS = 31
_TOP = 600
"""Characters at the top of an article, where what is told by the way may be its match as well."""
_OF_A_SCORE_LINE = 3
"""A line such as ``England 4, Holland 1`` says as much as so many sentences."""
_FIXTURE = re.compile(rf"(?P<a>{TEAM})\s+(?:v|vs\.?|versus)\s+(?P<b>{TEAM})")
_HALF_TIME = re.compile(r"\b(?:half[- ]?time|HT|at the (?:break|interval))\b", re.IGNORECASE)

# "Half-time: Celtic 0, Internazionale 1".
_HALF_TIME_HEAD = re.compile(r"\b(?:half[- ]?time|HT)(?: score)?[ \t]*[:–—-]?[ \t]*(?:\n[ \t]*)?\Z", re.IGNORECASE)


class _Line(Struct, frozen=True):
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


def read_result(article: Article, vocabulary: Vocabulary) -> DraftResult | None:
    """The match that an article is about; None where it names no two teams."""
    leading = leading_teams(article, vocabulary)
    lines = [line for line in _score_lines(article, vocabulary) if _are_teams(line, article, vocabulary)]
    lines = [line for line in lines if not line.is_told or _is_of_leading(line, leading, article)]
    lines = [line for line in lines if line.at < _TOP or not _is_aside(line, article)] or lines
    lines = _with_whole_names(lines, article, vocabulary)
    pair = _pair(lines, article, vocabulary)
    if pair is None:
        return None
    of_pair = [_turned(line, pair) for line in lines if {line.first, line.second} == {pair.first, pair.second}]
    final = _final(of_pair, article, pair, vocabulary)
    host = "" if pair.is_in_order else said_home(article.text, (pair.first, pair.second), vocabulary)
    if host:
        pair = replace(pair, first=host, second=pair.second if host == pair.first else pair.first, is_in_order=True)
    doubt = "" if pair.is_in_order else "the text does not say who was at home"
    evidence = article.sentence_at(pair.at)
    result = DraftResult(Found(pair.first, evidence, doubt), Found(pair.second, evidence, doubt), final)
    calls = calls_of((pair.first, pair.second), vocabulary, (), is_ordered=pair.is_in_order)
    result = replace(result, half_time=_half_time(of_pair, article, final, calls))
    return beyond_ninety(result, article)


def _with_whole_names(lines: list[_Line], article: Article, vocabulary: Vocabulary) -> list[_Line]:
    """Lines that call a team by its whole name throughout: ``Bayern`` where another line, or the text, has ``Bayern Munich``."""
    names = {name for line in lines for name in (line.first, line.second)}
    spoken = {name.text for name in find_names(article.text, vocabulary)}
    names |= {name for name in spoken if acts_as_team(name, article) and not vocabulary.is_team(name)}
    names |= {name for name in spoken if any(short.isupper() and is_short_for(short, name) for short in names)}
    whole = {name: longer[0] for name in names if len(longer := [n for n in names if n != name and _is_part_of(name, n)]) == 1}
    return [replace(line, first=whole.get(line.first, line.first), second=whole.get(line.second, line.second)) for line in lines]


def _is_part_of(short: str, name: str) -> bool:
    begins_or_ends = folded(name).startswith(f"{folded(short)} ") or folded(name).endswith(f" {folded(short)}")
    return begins_or_ends or is_short_for(short, name)


def _score_lines(article: Article, vocabulary: Vocabulary) -> Iterator[_Line]:
    text = article.text
    for number, pattern in enumerate((*_LINES, _STACKED)):
        for match in pattern.finditer(text):
            score = Score(int(match["x"]), int(match["y"]))
            if max(score.home, score.away) > MOST_GOALS:
                continue
            around = text[max(0, match.start() - 14) : match.start()] + text[match.end() : match.end() + 12]
            is_headed = bool(_HALF_TIME_HEAD.search(text, max(0, match.start() - 30), match.start()))
            half = is_headed or bool(_HALF_TIME.search(around.replace("\n", " . ")) and number == 0)
            yield _Line(
                team_of_run(match["a"], vocabulary),
                team_of_run(match["b"], vocabulary),
                score,
                match.start("a"),
                is_in_order=True,
                is_half_time=half,
            )
    for match in _FIXTURE.finditer(text):
        yield _Line(
            team_of_run(match["a"], vocabulary), team_of_run(match["b"], vocabulary), None, match.start("a"), is_in_order=True
        )
    yield from _told_lines(article, vocabulary)


def _told_lines(article: Article, vocabulary: Vocabulary) -> Iterator[_Line]:
    """Teams of sentences with a verb; the home team first where the sentence says who that was."""
    for one in told_lines(article.sentences, vocabulary):
        told = one if one.first else replace(one, first=main_team(article, vocabulary, one.second))
        line = _Line(
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


def _are_teams(line: _Line, article: Article, vocabulary: Vocabulary) -> bool:
    """Whether both names can be teams: known, or at least not known as something else."""
    if not line.first or not line.second or line.first == line.second:
        return False
    others = {*vocabulary.competitions, *vocabulary.venues}
    if folded(line.first) in others or folded(line.second) in others:
        return False
    if not line.is_told:
        return True
    known = [vocabulary.is_team(name) for name in (line.first, line.second)]
    if line.score is None or any(known):
        told = [is_known or acts_as_team(n, article) for is_known, n in zip(known, (line.first, line.second), strict=True)]
        return all(told) or (any(told) and line.score is None and not any(known))
    return True


def _is_of_leading(line: _Line, leading: frozenset[str], article: Article) -> bool:
    """Whether the teams of a sentence can be those of the match: of others, less is said than of the two that lead."""
    teams = {line.first, line.second}
    if line.is_by_rank:
        return teams == leading
    least = min((_mentions(team, article) for team in leading), default=0)
    return bool(teams & leading) or max(_mentions(team, article) for team in teams) > least


def _pair(lines: Iterable[_Line], article: Article, vocabulary: Vocabulary) -> _Line | None:
    """The two teams that the article is about: of the pair most often told, its first line that gives their order."""
    lines = list(lines)
    if not lines or all(_is_aside(line, article) for line in lines):
        told = teams_mentioned(article, vocabulary)
        if told or not lines:
            return _Line(told[0], told[1], None, told[2], is_in_order=False) if told else None
    counts: Counter[frozenset[str]] = Counter()
    for line in lines:
        counts[frozenset((line.first, line.second))] += 1 if line.is_told or line.score is None else _OF_A_SCORE_LINE
    weight = {pair: (count, sum(_mentions(name, article) for name in pair)) for pair, count in counts.items()}
    best = max(weight.values())
    chosen = [line for line in lines if weight[frozenset((line.first, line.second))] == best]
    return next((line for line in chosen if line.is_in_order), chosen[0])


def _is_aside(line: _Line, article: Article) -> bool:
    """Whether two teams are told of by the way: ``Portugal, who beat Croatia 1-0, are next``."""
    return line.is_told and article.text[line.at + len(line.first) :].startswith(", who ")


def _mentions(name: str, article: Article) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", article.text))


def _turned(line: _Line, pair: _Line) -> _Line:
    """A line in the order of the pair."""
    if line.first == pair.first:
        return line
    return replace(line, first=pair.first, second=pair.second, score=line.score.swapped() if line.score else None)


def _final(lines: list[_Line], article: Article, pair: _Line, vocabulary: Vocabulary) -> Found[Score] | None:
    """The score at the end: the highest of the score lines, else what sentences tell."""
    scored = [line for line in lines if line.score is not None and not line.is_half_time and not _is_shootout(line, article)]
    in_order = [line for line in scored if line.is_in_order] or scored
    if in_order:
        own = [line for line in in_order if not line.is_told]
        best = (
            max(own, key=lambda line: (line.score.home + line.score.away if line.score else 0, -line.at)) if own else in_order[0]
        )
        assert best.score is not None, "lines without a score are left out"
        return Found(best.score, article.sentence_at(best.at))
    calls = calls_of((pair.first, pair.second), vocabulary, (), is_ordered=False)
    return told_score(told_here(article, calls, vocabulary), (pair.first, pair.second))


def _is_shootout(line: _Line, article: Article) -> bool:
    """Whether the score beside two teams is that of the kicks."""
    spoken = article.text[line.at : line.at + 160]
    phrase = next((s for s in find_scores(spoken) if {s.score, s.score.swapped()} & {line.score}), None)
    return phrase is not None and phrase.kind is ScoreKind.SHOOTOUT


_AHEAD = r"[^.;,]{0,40}?\b(?:led|leading|lead|ahead|up|in front|were|was|went in|took)\b[^.;]{0,25}?$"
_BEHIND = r"[^.;,]{0,40}?\b(?:trailed|trailing|behind|down|trail)\b[^.;]{0,25}?$"


def _of_leader(phrase: ScorePhrase, article: Article, calls: Calls) -> tuple[Score, str]:
    """A score at half-time in the order of the teams, by who is said to have led; doubtful where that is not said."""
    score = phrase.score
    if score.is_level:
        return score, ""
    before = article.text[max(0, phrase.start - 80) : phrase.start].rpartition("\n")[2]
    after = article.text[phrase.end : phrase.end + 20]
    high = score if score.home > score.away else score.swapped()
    for number, (_, pattern) in enumerate(calls.each):
        is_behind = re.search(f"{pattern}{_BEHIND}", before) or (
            re.search(f"{pattern}{_AHEAD}", before) and re.match(r"\s(?:down|behind)\b", after)
        )
        if is_behind or re.search(f"{pattern}{_AHEAD}", before):
            return (high.swapped() if bool(is_behind) is (number == 0) else high), ""
    return score, "" if re.search(r"\b(?:half[- ]time|HT|score)\b[^.\n]{0,20}$", before, re.IGNORECASE) else "whose is not said"


def _half_time(lines: list[_Line], article: Article, final: Found[Score] | None, calls: Calls) -> Found[Score] | None:
    for line in lines:
        if line.is_half_time and line.score:
            return Found(line.score, article.sentence_at(line.at))
    for phrase in scores_in(article):
        if phrase.kind is ScoreKind.HALF_TIME and final:
            half, doubt = _of_leader(phrase, article, calls)
            if fits(half, final.value, either=False):
                return Found(half, article.sentence_at(phrase.start), doubt)
    bracket = re.search(r"\d{1,2}\s?[-–]\s?\d{1,2} \((\d{1,2})\s?[-–]\s?(\d{1,2})\)", article.text)
    if bracket and final and fits(half := Score(int(bracket[1]), int(bracket[2])), final.value, either=False):
        return Found(half, article.sentence_at(bracket.start()))
    return None
