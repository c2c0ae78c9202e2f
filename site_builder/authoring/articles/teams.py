"""The two teams of an article that has no score line: those that stand out among all that are named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from site_builder.authoring.articles.names import PHRASE, Name, find_names
from site_builder.authoring.articles.text import Article, article_of
from site_builder.authoring.articles.vocabulary import Vocabulary, folded

BEAT = (
    r"(?:beat|beats|beaten|beating|defeat(?:ed|s|ing)?|overcame|overcome|thrash(?:ed)?|hammered|edged(?: past| "
    r"out)?|saw off|knocked out|stunned|"
    r"swept aside|crushed|outclassed|downed|sank|see off|put out|eliminated|dumped out|routed|humbled|"
    r"shocked|dispatched|brushed aside)"
)
BEATEN = re.compile(rf"\b{BEAT} (?:the )?(?:[\w-]+ )?(?P<b>{PHRASE})[^.;!?]{{0,30}}$")

# Last words that only teams have in their names.
_CLUB_WORDS = frozenset("town united city rovers wanderers albion athletic fc afc cf rangers hotspur wednesday argyle".split())


def teams_mentioned(article: Article, vocabulary: Vocabulary) -> tuple[str, str, int] | None:
    """The two teams that stand out among all that are named, known ones or such as the text speaks of as of teams.

    With the place where the first of them is named.
    """
    weights: Counter[str] = Counter()
    first: dict[str, int] = {}
    names = find_names(article.text, vocabulary)
    teams = {n for n in {name.text for name in names} if vocabulary.is_team(n) or acts_as_team(n, article)}
    strength = _strengths(teams, article, vocabulary)
    for name in names:
        team = vocabulary.team(name.text)
        if name.text in teams and folded(team) not in vocabulary.competitions:
            weights[team] += _weight(article, name) * strength[name.text]
            first.setdefault(team, name.start)
    ranked = sorted(weights, key=lambda team: (-weights[team], first[team]))
    if len(ranked) < 2 or (len(ranked) > 2 and weights[ranked[1]] == weights[ranked[2]]):
        return None
    one, other = sorted(ranked[:2], key=first.__getitem__)
    is_mixed = vocabulary.is_team(one) is not vocabulary.is_team(other)
    if is_mixed and not (acts_as_team(one, article) and acts_as_team(other, article)):
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


def _strengths(names: Iterable[str], article: Article, vocabulary: Vocabulary) -> dict[str, int]:
    """How much each mention of a name says: of a team that is known most, but of a country that only stands beside two clubs."""
    known = {name for name in names if vocabulary.is_team(name)}
    clubs = {name for name in names if name not in known and not _is_managed_only(name, article)}
    idle = {name for name in known if len(clubs) >= 2 and not acts_as_team(name, article)}
    return {name: 1 if name in idle else 6 if name in known else 2 if name in clubs else 1 for name in names}


def _is_managed_only(name: str, article: Article) -> bool:
    """Whether a name may be a manager's as well: all that is said of it is his side, or his men."""
    plain = re.sub(rf"{re.escape(name)}['’]s? (?:side|men|players|team)\b", "", article.text)
    return not acts_as_team(name, article_of(plain))


def acts_as_team(name: str, article: Article) -> bool:
    """Whether a name ends as those of clubs do, takes a plural verb, or has what teams have: ``Napoli's defence``."""
    own = (
        r"['’]s (?:side|men|players|defence|goalkeeper|fans|lead|net|team|goal|captain|bench|penalties)|"
        r"['’] (?:side|men|players|defence|lead)"
    )
    verbs = (
        r" (?:are|were|have|go through|went through|(?:won|win|lost|drew) \d)|, (?:the holders|the hosts|"
        r"who (?:are|were|have|(?:won|lost) (?:this|the|their) (?:cup|trophy|title|league)))"
    )
    last = folded(name).rpartition(" ")[2]
    return last in _CLUB_WORDS or bool(re.search(rf"(?<!\w){re.escape(name)}(?:{own}|{verbs})\b", article.text))
