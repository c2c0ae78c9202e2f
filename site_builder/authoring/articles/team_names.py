"""What a text calls a team: its whole name, a word of it, a short form (``Man Utd``, ``Hibs``, ``PSG``), its people."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from site_builder.authoring.articles.nicknames import NICKNAMES, bears
from site_builder.authoring.articles.vocabulary import Vocabulary, folded

# Words that many clubs have in their names: one alone means a team only where the other team has it not.
_SHARED = frozenset(
    "united city town county real inter sporting athletic atletico dynamo club olympique racing rovers wanderers albion".split()
)
_FIXED = frozenset({"afc", "fc", "cf", "sc", "ac", "as", "women", "ladies", "reserves", "and", "&", "the", "of", "under"})
_AFFIXES = frozenset("1 fc cf sc ac sv vfl vfb tsg".split())
_SHORT_WORDS = {"utd": "united", "man": "manchester", "sheff": "sheffield", "wed": "wednesday", "nottm": "nottingham"}
_LEAST = 3
# What stands before "City" where that is the team, and not another town's: "Leicester City".
_LEADS = "as for of and but when while gave give put that if then from with by to against before after the saw had".split()
_ALONE = "(?:" + "|".join((r"^", r"(?<=[.,;:!?(—–-] )", r"(?<=\n)", *(rf"(?<=\b{word} )" for word in _LEADS))) + ")"


def ways_of(team: str, other: str) -> tuple[str, ...]:
    """How a text may call a team: its whole name, and each word that is no word of the other team's name."""
    words = [word for word in team.split(" ") if len(word) >= 4 and word[0].isupper() and word not in other.split(" ")]
    return (team, *(word for word in words if word != team and word.lower() not in _SHARED | _FIXED))


def pattern_of(team: str, other: str, vocabulary: Vocabulary | None = None) -> str:
    """A pattern of all these ways, the longest first, and of what a nation's people are called: ``the Dutch``."""
    peoples = vocabulary.peoples if vocabulary else {}
    called = [word.capitalize() for word, nation in peoples.items() if nation == team]
    nick = [name.title() for name in NICKNAMES if bears(folded(team), name) and not bears(folded(other), name)]
    own = "|".join(re.escape(way) for way in (*ways_of(team, other), *called, *nick))
    alone = [re.escape(w) for w in team.split(" ") if w.lower() in _SHARED and w not in other.split(" ") and w != team]
    return f"(?:{own}" + (f"|{_ALONE}(?:{'|'.join(alone)}))" if alone else ")")


class Calls(Struct, frozen=True):
    """The two teams of an article with the patterns of what it calls them: by name, by nation, as hosts and visitors."""

    teams: tuple[str, str]
    patterns: tuple[str, str]

    @property
    def each(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """Each team with its pattern."""
        return (self.teams[0], self.patterns[0]), (self.teams[1], self.patterns[1])


def calls_of(teams: tuple[str, str], vocabulary: Vocabulary, names: Iterable[str], *, is_ordered: bool) -> Calls:
    """What an article calls its teams, of all ``names`` in it; hosts are the first only where their order is known."""
    sides = Sides(*teams, vocabulary)
    short = {name: called for name in names if " " not in name and (called := sides.called(name))}
    home = r"|hosts|home side|home team|home(?= (?:nerves|fans|supporters|crowd|bench|support)\b)"
    roles = (home, r"|visitors|guests|away side|away team") if is_ordered else ("", "")
    first, second = (
        "|".join((pattern_of(one, other, vocabulary), *(re.escape(name) for name, team in short.items() if team == one)))
        for one, other in (teams, teams[::-1])
    )
    return Calls(teams, (f"(?:{first}{roles[0]})", f"(?:{second}{roles[1]})"))


class Sides(Struct, frozen=True):
    """The two teams of an article, asked what a name in it means."""

    home: str
    away: str
    vocabulary: Vocabulary

    def called(self, written: str) -> str:
        """The team that is called so; empty where it is none of the two, or could be both."""
        fits = [one for one, other in ((self.home, self.away), (self.away, self.home)) if self._is(written, one, other)]
        return fits[0] if len(fits) == 1 else ""

    def _is(self, written: str, team: str, other: str) -> bool:
        name, own = folded(written), folded(team)
        if not name:
            return False
        known = folded(self.vocabulary.peoples.get(name, self.vocabulary.team(written)))
        if own in (name, known):
            return True
        words, own_words, others = name.split(), own.split(), folded(other).split()
        if name in NICKNAMES:
            return bears(own, name)
        if (core := _core(words)) and core == _core(own_words) and core != _core(others):
            return True
        if _is_run(words, own_words) and not _is_run(words, others):
            return all(word not in _FIXED for word in words)
        return _is_short(written, words, own_words) and not _is_short(written, words, others)


def _core(words: list[str]) -> list[str]:
    """The words of a name without those that a club's name may do without: FC Saarbrücken is 1. FC Saarbrücken."""
    return [word for word in words if word not in _AFFIXES]


def _is_run(words: list[str], name: list[str]) -> bool:
    """Whether words stand in a name side by side, none of them a mere prefix of it."""
    size = len(words)
    return any(name[n : n + size] == words for n in range(len(name) - size + 1)) and sum(map(len, words)) > _LEAST


def _is_short(written: str, words: list[str], name: list[str]) -> bool:
    """Whether a name is a short form: ``Man Utd``, ``HIBS``, ``Wolves``, ``PSG``."""
    if len(words) == 1:
        word = words[0]
        stem = word.removesuffix("s")
        is_stem = (written.isupper() or word.endswith("s")) and len(stem) >= _LEAST and word != name[0]
        initials = {"".join(part[0] for part in name), "".join(part if part in _FIXED else part[0] for part in name)}
        return (is_stem and name[0].startswith(stem)) or (written.isupper() and len(word) >= _LEAST and word in initials)
    spelt = [_SHORT_WORDS.get(word, word) for word in words]
    return spelt != words and _is_run(spelt, name)


def is_short_for(written: str, team: str) -> bool:
    """Whether a name is a short form of a team's: ``PSG`` of Paris Saint-Germain."""
    return _is_short(written, folded(written).split(), folded(team).split())
