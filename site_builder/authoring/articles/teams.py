"""The two teams of an article that has no score line: those that stand out among all that are named."""

from __future__ import annotations

import re

from site_builder.authoring.articles.team_acts import BEATEN
from site_builder.authoring.articles.team_weights import Weights, is_nation, weighed
from site_builder.authoring.articles.text import Article
from site_builder.authoring.articles.vocabulary import Vocabulary


def teams_mentioned(article: Article, vocabulary: Vocabulary) -> tuple[str, str, int] | None:
    """The two teams that stand out among all that are named, known ones or such as the text speaks of as of teams.

    With the place where the first of them is named.
    """
    weights = weighed(article, vocabulary)
    ranked = _of_one_kind(weights, vocabulary)
    if len(ranked) < 2 or (len(ranked) > 2 and weights.of[ranked[1]] == weights.of[ranked[2]]):
        return None
    one, other = sorted(ranked[:2], key=weights.first.__getitem__)
    if any(other not in (m["b"], "") and one in m["b"] for m in re.finditer(BEATEN.pattern.replace("$", ""), article.text)):
        one, other = other, one
    return one, other, weights.first[one]


def _of_one_kind(weights: Weights, vocabulary: Vocabulary) -> list[str]:
    """The teams most spoken of, nations or clubs: nations play no clubs."""
    kinds = [[team for team in weights.ranked if is_nation(team, vocabulary) is is_one] for is_one in (True, False)]
    return max(kinds, key=lambda kind: (len(kind) > 1, sum(weights.of[team] for team in kind[:2])))


def main_team(article: Article, vocabulary: Vocabulary, other: str) -> str:
    """The team that stands out beside another one, for sentences such as ``Alonso's team beat Werder Bremen 5-0``; else empty."""
    weights = weighed(article, vocabulary)
    its_own = weights.whole.get(other, other)
    is_one = is_nation(its_own, vocabulary)
    ranked = [team for team in weights.ranked if team not in (other, its_own) and is_nation(team, vocabulary) is is_one]
    return ranked[0] if ranked and (len(ranked) == 1 or weights.of[ranked[0]] > weights.of[ranked[1]]) else ""


def leading_teams(article: Article, vocabulary: Vocabulary) -> frozenset[str]:
    """The two teams of which an article says most; nobody where a third has as much."""
    told = teams_mentioned(article, vocabulary)
    return frozenset(told[:2]) if told else frozenset()
