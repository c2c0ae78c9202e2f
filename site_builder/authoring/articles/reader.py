"""An article to a draft: the spine of this room."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from site_builder.authoring.articles.competitions import read_competition
from site_builder.authoring.articles.details import (
    read_attendance,
    read_dismissals,
    read_group,
    read_leg,
    read_referee,
    read_round,
    read_venue,
)
from site_builder.authoring.articles.draft import Draft, DraftGoal, DraftResult
from site_builder.authoring.articles.goals import read_goals
from site_builder.authoring.articles.other_fixtures import told_here
from site_builder.authoring.articles.result import read_result
from site_builder.authoring.articles.score_checks import checked
from site_builder.authoring.articles.team_names import calls_of
from site_builder.authoring.articles.text import Article, article_of
from site_builder.authoring.articles.vocabulary import Vocabulary
from site_builder.authoring.articles.when import read_date
from site_builder.football.model import Side


def by_goals(result: DraftResult, goals: tuple[DraftGoal, ...]) -> DraftResult:
    """A result of whose score the text does not say whose goals are which, in the order that the scorers' sides leave."""
    score = result.score
    if score is None or not score.unsure:
        return result
    told = [sum(goal.side is side for goal in goals) for side in Side]
    is_over = [told[0] > score.value.home or told[1] > score.value.away, told[0] > score.value.away or told[1] > score.value.home]
    return replace(result, score=replace(score, value=score.value.swapped())) if is_over == [True, False] else result


def half_by_goals(result: DraftResult, goals: tuple[DraftGoal, ...]) -> DraftResult:
    """A result of whose score at half-time the text does not say whose goals are which, in the order that all its goals give."""
    half, final = result.half_time, result.score
    is_whole = final is not None and len(goals) == final.value.home + final.value.away
    if half is None or not half.unsure or not is_whole or not all(goal.minute and goal.side for goal in goals):
        return result
    early = [goal.side for goal in goals if goal.minute and goal.minute.base <= _FIRST_HALF]
    told = (early.count(Side.HOME), early.count(Side.AWAY))
    is_turned = told == (half.value.away, half.value.home)
    return replace(result, half_time=replace(half, value=half.value.swapped())) if is_turned else result


_FIRST_HALF = 45


def _of_match(article: Article, result: DraftResult | None, vocabulary: Vocabulary) -> Article:
    """The article without what it tells of other teams' matches, whose days are not this one's."""
    if result is None:
        return article
    teams = (result.home.value, result.away.value)
    return told_here(article, calls_of(teams, vocabulary, (), is_ordered=False), vocabulary)


def _with_goals(article: Article, vocabulary: Vocabulary) -> tuple[DraftResult | None, tuple[DraftGoal, ...]]:
    """The result and the goals, each held against the other."""
    reading = read_result(article, vocabulary)
    if reading is None:
        return None, ()
    result, goals = checked(reading, lambda told: read_goals(article, told, vocabulary))
    return half_by_goals(by_goals(result, goals), goals), goals


def read_article(text: str, vocabulary: Vocabulary, published: date | None = None) -> Draft:
    """Everything that an article tells of its match; ``published`` explains words such as "last night"."""
    article = article_of(text)
    result, goals = _with_goals(article, vocabulary)
    competition = read_competition(article, vocabulary)
    return Draft(
        title=article.title,
        body=text,
        result=result,
        date=read_date(_of_match(article, result, vocabulary), published),
        competition=competition,
        round=read_round(article),
        group=read_group(article),
        leg=read_leg(article),
        venue=read_venue(article, vocabulary),
        attendance=read_attendance(article),
        referee=read_referee(article, vocabulary),
        goals=goals,
        dismissals=tuple(read_dismissals(article, result, vocabulary)) if result else (),
    )
