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
    r"shocked|dispatched|brushed aside|(?:eas|swe|cruis|squeez|scrap|edg|got|get|see|went|storm)(?:e|ed|es|ep|ept|ing)? past|"
    r"outplayed|overpowered|overwhelmed|demolished|destroyed|dismantled|mauled|trounced|walloped|battered|thumped|toppled|upset|"
    r"pipped|tore apart|torn apart by|blew away|taught)"
)
BEATEN = re.compile(rf"\b{BEAT} (?:the )?(?:[\w-]+ )?(?P<b>{PHRASE})[^.;!?]{{0,30}}$")

# Last words that only teams have in their names.
_CLUB_WORDS = frozenset("town united city rovers wanderers albion athletic fc afc cf rangers hotspur wednesday argyle".split())


def teams_mentioned(article: Article, vocabulary: Vocabulary) -> tuple[str, str, int] | None:
    """The two teams that stand out among all that are named, known ones or such as the text speaks of as of teams.

    With the place where the first of them is named.
    """
    weights, first = _weighed(article, vocabulary)
    ranked = sorted((team for team in weights if weights[team]), key=lambda team: (-weights[team], first[team]))
    if len(ranked) < 2 or (len(ranked) > 2 and weights[ranked[1]] == weights[ranked[2]]):
        return None
    one, other = sorted(ranked[:2], key=first.__getitem__)
    is_mixed = vocabulary.is_team(one) is not vocabulary.is_team(other)
    if is_mixed and not (acts_as_team(one, article) and acts_as_team(other, article)):
        return None  # a town or country beside a club
    if any(other not in (m["b"], "") and one in m["b"] for m in re.finditer(BEATEN.pattern.replace("$", ""), article.text)):
        one, other = other, one
    return one, other, first[one]


def main_team(article: Article, vocabulary: Vocabulary, other: str) -> str:
    """The team that stands out beside another one, for sentences such as ``Alonso's team beat Werder Bremen 5-0``; else empty."""
    weights, first = _weighed(article, vocabulary)
    rest = [team for team in weights if team != other and not _is_part(team, other) and not _is_part(other, team)]
    ranked = sorted(rest, key=lambda team: (-weights[team], first[team]))
    return ranked[0] if ranked and (len(ranked) == 1 or weights[ranked[0]] > weights[ranked[1]]) else ""


# "Yugoslavia, 3-2 in front after 90 minutes, lost it 4-3".
_OWN_RESULT = r"(?!['’])[^.;]{0,50}?(?<!had )\b(?:won|lost|win|beat|drew|lose)\b[^.;]{0,12}\d{1,2}[-–]\d"
_OF_RESULT = 15
_TOP = 600


def leading_teams(article: Article, vocabulary: Vocabulary) -> frozenset[str]:
    """The two teams of which an article says most; nobody where a third has as much."""
    told = teams_mentioned(article, vocabulary)
    return frozenset(told[:2]) if told else frozenset()


def _weighed(article: Article, vocabulary: Vocabulary) -> tuple[Counter[str], dict[str, int]]:
    """How much the article says of each team that it names, short names counted for whole ones; and where it does so first."""
    weights: Counter[str] = Counter()
    first: dict[str, int] = {}
    names = find_names(article.text, vocabulary)
    teams = {n for n in {name.text for name in names} if vocabulary.is_team(n) or acts_as_team(n, article)}
    strength = _strengths(teams, article, vocabulary)
    for name in names:
        whole = sorted(
            {longer for longer in teams | {n.text for n in names} if name.text in teams and _is_part(name.text, longer)}
        )
        written = whole[0] if len(whole) == 1 else name.text
        team = vocabulary.team(written)
        if (written in teams or name.text in teams) and folded(team) not in vocabulary.competitions:
            weights[team] += _weight(article, name) * strength.get(written, strength.get(name.text, 1))
            if team not in first and name.start < _TOP and re.match(_OWN_RESULT, article.text[name.end : name.end + 70]):
                weights[team] += _OF_RESULT
            first.setdefault(team, name.start)
    return weights, first


def _is_part(short: str, name: str) -> bool:
    """Whether a name is the beginning or the end of another's words: ``Leverkusen`` of Bayer Leverkusen."""
    one, whole = folded(short), folded(name)
    return one != whole and (whole.startswith(f"{one} ") or whole.endswith(f" {one}"))


def _weight(article: Article, name: Name) -> int:
    """How much a mention says: most near the top, nothing where the next match is meant."""
    around = article.text[max(0, name.start - 60) : name.end + 40].replace("\n", ". ")
    sentence = around[around.rfind(". ", 0, 60) + 1 :] if ". " in around[:60] else around
    if re.search(
        r"\b(?:next|will (?:meet|play|face)|await|meet|face|(?:second|first|return) leg against) ", sentence, re.IGNORECASE
    ):
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
    """Whether a name ends as those of clubs do, takes a plural verb, was beaten, or has what teams have: ``Napoli's defence``."""
    own = (
        r"['’]s (?:side|men|players|defence|goalkeeper|fans|lead|net|team|goal|captain|bench|penalties)|"
        r"['’] (?:side|men|players|defence|lead)"
    )
    verbs = (
        r" (?:are|were|have|go through|went through|(?:won|win|lost|drew) \d)|, (?:the holders|the hosts|"
        r"who (?:are|were|have|(?:won|lost) (?:this|the|their) (?:cup|trophy|title|league)))"
    )
    last = folded(name).rpartition(" ")[2]
    led = rf"(?<!\w){re.escape(name)} (?:coach|manager|boss|head coach|captain|goalkeeper|supporters|fans)\b"
    if re.search(rf"{led}|[a-z]['’]s {re.escape(name)} (?:have|were|are)\b", article.text):
        return True
    if last in _CLUB_WORDS or re.search(rf"(?<!\w){re.escape(name)}(?:{own}|{verbs})\b", article.text):
        return True
    beaten = rf"\b(?:{BEAT}|(?:draw|win|victory|defeat|drew|won|lost) (?:with|over|against|by|at|to)) (?:the )?"
    return bool(re.search(rf"{beaten}{re.escape(name)} \d{{1,2}}[-–]\d", article.text))
