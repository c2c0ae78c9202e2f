"""The two teams of an article that has no score line: those that stand out among all that are named."""

from __future__ import annotations

import re
from collections import Counter

from site_builder.authoring.articles.names import PHRASE, Name, find_names
from site_builder.authoring.articles.text import Article
from site_builder.authoring.articles.vocabulary import Vocabulary, folded

BEAT = (
    r"(?:beat|beats|beaten|beating|defeat(?:ed|s|ing)?|overcame|overcome|thrash(?:ed)?|hammered|edged(?: past| "
    r"out)?|saw off|knocked out|stunned|"
    r"swept aside|crushed|outclassed|downed|sank|see off|put out|eliminated|dumped out|routed|humbled|"
    r"shocked|dispatched|brushed aside)"
)
BEATEN = re.compile(rf"\b{BEAT} (?:the )?(?:[\w-]+ )?(?P<b>{PHRASE})[^.;!?]{{0,30}}$")


def teams_mentioned(article: Article, vocabulary: Vocabulary) -> tuple[str, str, int] | None:
    """The two teams that stand out among all that are named, known ones or such as the text speaks of as of teams.

    With the place where the first of them is named.
    """
    weights: Counter[str] = Counter()
    first: dict[str, int] = {}
    for name in find_names(article.text, vocabulary):
        team = vocabulary.team(name.text)
        if (vocabulary.is_team(name.text) or _acts_as_team(name.text, article)) and folded(team) not in vocabulary.competitions:
            weights[team] += _weight(article, name) * (3 if vocabulary.is_team(name.text) else 1)
            first.setdefault(team, name.start)
    ranked = sorted(weights, key=lambda team: (-weights[team], first[team]))
    if len(ranked) < 2 or (len(ranked) > 2 and weights[ranked[1]] == weights[ranked[2]]):
        return None
    one, other = sorted(ranked[:2], key=first.__getitem__)
    is_mixed = vocabulary.is_team(one) is not vocabulary.is_team(other)
    if is_mixed and not (_acts_as_team(one, article) and _acts_as_team(other, article)):
        return None  # a town or country beside a club
    if any(other not in (m["b"], "") and one in m["b"] for m in re.finditer(BEATEN.pattern.replace("$", ""), article.text)):
        one, other = other, one
    return one, other, first[one]


def _weight(article: Article, name: Name) -> int:
    """How much a mention says: most near the top, nothing where the next match is meant."""
    around = article.text[max(0, name.start - 60) : name.end + 40].replace("\n", ". ")
    sentence = around[around.rfind(". ", 0, 60) + 1 :] if ". " in around[:60] else around
    if re.search(r"\b(?:next|will (?:meet|play|face)|await|meet|face) ", sentence, re.IGNORECASE):
        return 0
    return 3 if name.start < 500 else 2


def _acts_as_team(name: str, article: Article) -> bool:
    """Whether a name takes a plural verb or has what teams have: ``Napoli were``, ``Napoli's defence``."""
    own = (
        r"['’]s (?:side|men|players|defence|goalkeeper|fans|lead|net|team|goal|captain|bench|penalties)|"
        r"['’] (?:side|men|players|defence|lead)"
    )
    verbs = (
        r" (?:are|were|have|go through|went through|(?:won|win|lost|drew) \d)|, (?:the holders|the hosts|who (?:are|were|have))"
    )
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?:{own}|{verbs})\b", article.text))
