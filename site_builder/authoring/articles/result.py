"""Who played and how it ended, from an article: score lines, then sentences such as "Atalanta beat Napoli 3–1".

The order of the teams is that of a score line; sentences do not tell who was at
home, so it is marked there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from site_builder.authoring.articles.draft import DraftResult, Found
from site_builder.authoring.articles.names import find_names
from site_builder.authoring.articles.other_fixtures import told_here
from site_builder.authoring.articles.result_lines import Line, is_aside, lines_of, mentions
from site_builder.authoring.articles.shootout import beyond_ninety, fits
from site_builder.authoring.articles.team_names import Calls, calls_of
from site_builder.authoring.articles.team_weights import weighed
from site_builder.authoring.articles.teams import teams_mentioned
from site_builder.authoring.articles.text import Article, scores_in
from site_builder.authoring.articles.told_lines import said_home
from site_builder.authoring.articles.told_scores import told_scores
from site_builder.authoring.articles.vocabulary import Vocabulary
from site_builder.football.model import Score
from site_builder.phrases import ScoreKind, ScorePhrase, find_scores

_OF_A_SCORE_LINE = 3
"""A line such as ``England 4, Holland 1`` says as much as so many sentences."""


class Reading(Struct, frozen=True):
    """A result, and whether a line of its own has its score, and not a sentence only; ``others`` are other scores it may be."""

    result: DraftResult
    is_line: bool
    others: tuple[Found[Score], ...] = ()


def read_result(article: Article, vocabulary: Vocabulary) -> Reading | None:
    """The match that an article is about; None where it names no two teams."""
    lines = lines_of(article, vocabulary, weighed(article, vocabulary))
    pair = _pair(lines, article, vocabulary)
    if pair is None:
        return None
    of_pair = [_turned(line, pair) for line in lines if {line.first, line.second} == {pair.first, pair.second}]
    final, *others = _finals(of_pair, article, pair, vocabulary) or [None]
    host = "" if pair.is_in_order else said_home(article.text, (pair.first, pair.second), vocabulary)
    if host:
        pair = replace(pair, first=host, second=pair.second if host == pair.first else pair.first, is_in_order=True)
    doubt = "" if pair.is_in_order else "the text does not say who was at home"
    evidence = article.sentence_at(pair.at)
    result = DraftResult(Found(pair.first, evidence, doubt), Found(pair.second, evidence, doubt), final)
    names = [name.text for name in find_names(article.text, vocabulary)]
    calls = calls_of((pair.first, pair.second), vocabulary, names, is_ordered=pair.is_in_order)
    result = replace(result, half_time=_half_time(of_pair, article, final, calls))
    is_line = any(line.score and not line.is_told and not line.is_half_time for line in of_pair)
    return Reading(beyond_ninety(result, article, calls), is_line, tuple(one for one in others if one))


def _pair(lines: Iterable[Line], article: Article, vocabulary: Vocabulary) -> Line | None:
    """The two teams that the article is about: of the pair most often told, its first line that gives their order."""
    lines = list(lines)
    if not lines or all(is_aside(line, article) for line in lines):
        told = teams_mentioned(article, vocabulary)
        if told or not lines:
            return Line(told[0], told[1], None, told[2], is_in_order=False) if told else None
    counts: Counter[frozenset[str]] = Counter()
    for line in lines:
        counts[frozenset((line.first, line.second))] += 1 if line.is_told or line.score is None else _OF_A_SCORE_LINE
    weight = {pair: (count, sum(mentions(name, article) for name in pair)) for pair, count in counts.items()}
    best = max(weight.values())
    chosen = [line for line in lines if weight[frozenset((line.first, line.second))] == best]
    return next((line for line in chosen if line.is_in_order), chosen[0])


def _turned(line: Line, pair: Line) -> Line:
    """A line in the order of the pair."""
    if line.first == pair.first:
        return line
    return replace(line, first=pair.first, second=pair.second, score=line.score.swapped() if line.score else None)


def _finals(lines: list[Line], article: Article, pair: Line, vocabulary: Vocabulary) -> list[Found[Score] | None]:
    """The score at the end, most likely first: the highest of the score lines, else those that sentences tell."""
    scored = [line for line in lines if line.score is not None and not line.is_half_time and not _is_shootout(line, article)]
    in_order = [line for line in scored if line.is_in_order] or scored
    own = [line for line in in_order if not line.is_told]
    if own:
        best = max(own, key=lambda line: (line.score.home + line.score.away if line.score else 0, -line.at))
        return [Found(best.score, article.sentence_at(best.at))] if best.score else []
    calls = calls_of((pair.first, pair.second), vocabulary, (), is_ordered=False)
    told = told_scores(told_here(article, calls, vocabulary), calls)
    return [*(Found(line.score, article.sentence_at(line.at)) for line in in_order if line.score), *told]


def _is_shootout(line: Line, article: Article) -> bool:
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


def _half_time(lines: list[Line], article: Article, final: Found[Score] | None, calls: Calls) -> Found[Score] | None:
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
