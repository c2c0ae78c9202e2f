"""How much an article says of each team that it names, short names, nicknames and peoples counted for whole names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from msgspec import Struct

from site_builder.authoring.articles.names import Name, find_names
from site_builder.authoring.articles.nicknames import bears
from site_builder.authoring.articles.team_acts import acts_as_team, is_managed_only
from site_builder.authoring.articles.team_names import is_short_for
from site_builder.authoring.articles.text import Article
from site_builder.authoring.articles.vocabulary import Vocabulary, folded

_TOP = 600
_NEAR_TOP = 500
_OF_RESULT = 15
# How much a mention says by what its name is: of a team for sure, of a club or a town, of what acts as a team does, of whatever.
_SURE, _CLUB, _ACTING, _LEAST = 6, 3, 2, 1
_OFTEN = 4
"""So much must be said of a club for a country beside it to be only where it is from."""
_SHORTEST = 4
# "Yugoslavia, 3-2 in front after 90 minutes, lost it 4-3".
_OWN_RESULT = r"(?!['’])[^.;]{0,50}?(?<!had )\b(?:won|lost|win|beat|drew|lose)\b[^.;]{0,12}\d{1,2}[-–]\d"
_PREFIXES = frozenset(
    """1 afc fc ac as sc sv vfl vfb tsg rb us ca cd cf rc ssc if ifk bk borussia real sporting dinamo dynamo athletic atletico
    olympique stade club racing deportivo hapoel maccabi promoted relegated neighbours rivals champions visiting west east north
    south new old inter red the""".split()
)


# Nations by other names, under which a text may speak of their people too.
_ALSO = {"USA": ("United States",), "Netherlands": ("Holland",), "Republic of Ireland": ("Ireland",)}


class Weights(Struct, frozen=True):
    """Each team with how much is said of it, and where it is named first; ``whole`` are names with those they stand for."""

    of: Counter[str]
    first: dict[str, int]
    whole: dict[str, str]

    @property
    def ranked(self) -> list[str]:
        """The teams of which anything is said, most first."""
        return sorted((team for team in self.of if self.of[team]), key=lambda team: (-self.of[team], self.first[team]))


def weighed(article: Article, vocabulary: Vocabulary) -> Weights:
    """How much an article says of each team that it names."""
    names = find_names(article.text, vocabulary)
    written = {name.text for name in names}
    people = _surnames(written, article, vocabulary)
    teams = {n for n in written if _is_team(n, people, article, vocabulary)}
    whole = {n: longer for n in written if (longer := _whole(n, teams, people, vocabulary))}
    teams |= {*whole.values()}
    weights = Weights(Counter(), {}, whole)
    for name in names:
        of = whole.get(name.text, name.text)
        if of in teams and folded(vocabulary.team(of)) not in vocabulary.competitions:
            weights.of[of] += _weight(article, name, vocabulary)
            weights.first.setdefault(of, name.start)
    return _with_strengths(weights, article, vocabulary)


def _with_strengths(weights: Weights, article: Article, vocabulary: Vocabulary) -> Weights:
    """The weights by what each name is: of a team that is known most, but of a country that only stands beside two clubs."""
    clubs = {name for name, told in weights.of.items() if told >= _OFTEN and not is_nation(name, vocabulary)}
    clubs = {name for name in clubs if vocabulary.is_team(name) or not is_managed_only(name, article)}
    found = Weights(Counter(), {}, weights.whole)
    for name, told in weights.of.items():
        team, at = vocabulary.team(name), weights.first[name]
        ending = at + len(name)
        is_told = at < _TOP and re.match(_OWN_RESULT, article.text[ending : ending + 70])
        found.of[team] += told * _strength(name, article, vocabulary, is_beside_clubs=len(clubs) > 1)
        found.of[team] += _OF_RESULT if is_told else 0
        found.first[team] = min(at, found.first.get(team, at))
    return found


def _surnames(written: Iterable[str], article: Article, vocabulary: Vocabulary) -> set[str]:
    """Folded last words of the names of people: who is called Sunderland makes no team of it."""
    longer = (folded(name).split() for name in written if " " in name and not vocabulary.is_team(name))
    last = {words[-1] for words in longer if len(words) > 1 and words[0] not in _PREFIXES}
    return {word for word in last if not acts_as_team(word, article)}


def _is_team(name: str, people: AbstractSet[str], article: Article, vocabulary: Vocabulary) -> bool:
    if vocabulary.is_ground(name):
        return False
    if vocabulary.has_team(name) or acts_as_team(name, article):
        return True
    return vocabulary.is_team(name) and folded(name) not in people


def _whole(name: str, teams: AbstractSet[str], people: AbstractSet[str], vocabulary: Vocabulary) -> str:
    """The one team that a name is a short form of, a nickname of, or the people of; empty where there is none, or several."""
    if folded(name) in people and name not in teams:
        return ""
    nation = vocabulary.peoples.get(folded(name), "")
    nation = next((other for other in _ALSO.get(nation, ()) if other in teams), nation)
    fits = {team for team in teams if team != name and (_stands_for(name, team) or (nation and team.endswith(nation)))}
    fits = {team for team in fits if not any(_is_part(team, longer) for longer in fits)} or {nation}
    return fits.pop() if len(fits) == 1 else ""


def _stands_for(name: str, team: str) -> bool:
    one, whole = folded(name), folded(team)
    is_begun = " " not in whole and " " not in one and len(one) > _SHORTEST and whole.startswith(one) and one != whole
    return is_begun or _is_part(name, team) or is_short_for(name, team) or bears(whole, one)


def _is_part(short: str, name: str) -> bool:
    """Whether a name is the beginning or the end of another's words: ``Leverkusen`` of Bayer Leverkusen."""
    one, whole = folded(short), folded(name)
    return one != whole and (whole.startswith(f"{one} ") or whole.endswith(f" {one}"))


_NEXT = re.compile(
    r"\b(?:next|will (?:meet|play|face)|(?:go|goes|travel|trip|visit) to|play (?!out)|play host|at home to|host|entertain|await|"
    r"meet|face|(?:are|is) waiting|(?:second|first|return) leg against) ",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:had (?:\w+ )?(?:beaten|drawn|lost|won|knocked|put|met)|last (?:season|year|month|week)|first leg|previous|meanwhile|"
    r"elsewhere|in the (?:quarter|semi)-finals?|the other (?:match|game|tie|semi-final|group))\b",
    re.IGNORECASE,
)
_IN_A_PLACE = re.compile(r"\b(?:in|near|(?<!hands )of) $", re.IGNORECASE)
# "The Barcelona striker", "who plays for Hamburg".
_HIS_CLUB = re.compile(r"\b(?:plays?|played|on loan|signed|joined|moved) (?:for|from|to|with|at) (?:the )?$")
_ROLE = re.compile(r" (?:ace|striker|forward|winger|midfielder|defender|man|full-back|centre-back|centre-half|star|loanee)\b")


def _weight(article: Article, name: Name, vocabulary: Vocabulary) -> int:
    """How much a mention says: most near the top, little in what was before, nothing where the next match or a town is meant."""
    around = article.text[max(0, name.start - 60) : name.end + 40].replace("\n", ". ")
    sentence = around[around.rfind(". ", 0, 60) + 1 :] if ". " in around[:60] else around
    is_town = (
        " " not in name.text
        and not vocabulary.has_team(name.text)
        and bool(_IN_A_PLACE.search(article.text[max(0, name.start - 12) : name.start]))
    )
    is_his = bool(_HIS_CLUB.search(article.text[max(0, name.start - 20) : name.start]))
    if is_town or is_his or _NEXT.search(sentence):
        return 0
    told = article.sentence_at(name.start)
    if _ROLE.match(article.text, name.end) or (_PAST.search(told) and not told.startswith(name.text)):
        return 1
    return 3 if name.start < _NEAR_TOP else 2


def _strength(name: str, article: Article, vocabulary: Vocabulary, *, is_beside_clubs: bool) -> int:
    if is_nation(name, vocabulary) and is_beside_clubs and not acts_as_team(name, article):
        return _LEAST
    if vocabulary.is_team(name):
        return _SURE if vocabulary.has_team(name) else _CLUB
    return _LEAST if is_managed_only(name, article) else _ACTING


def is_nation(name: str, vocabulary: Vocabulary) -> bool:
    """Whether a team is a country's."""
    return folded(name) in vocabulary.nations
