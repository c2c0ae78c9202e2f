"""Storylines put into words: which sentence a fact takes, and the names, minutes and numbers in it.

told(story, Voice(words, team_name, person_name, "World Cup", season))
'Kylian Mbappé scored a hat-trick, the second of the 2022 World Cup (64 matches held here).'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from site_builder.football.model import Season
from site_builder.football.storyline_facts import Coverage, Fact, Terms
from site_builder.football.storyline_values import Story
from site_builder.language.words import Words
from site_builder.pages.minutes import minute_words
from site_builder.pages.run_sentences import run_sentence
from site_builder.pages.storyline_sentences import ALL, BOTH, CAME_ON, COVERED, ENDINGS, GOALS, SENTENCES, SINCE, WHOLE_SEASON
from site_builder.pages.wording import capitalised

_BARE = frozenset({"Euro"})
"""Competitions that are called with the year behind and without an article."""
_RUNS = frozenset({Fact.RUN_GOES_ON, Fact.RUN_ENDED, Fact.RUN_ENDED_BY_DEFEAT})


class Voice(Struct, frozen=True, eq=False):
    """In whose words a match is told: the language, what slugs of teams and people are called, its competition and season."""

    words: Words
    team: Callable[[str], str]
    person: Callable[[str], str]
    competition: str
    season: Season

    @property
    def edition(self) -> str:
        """The competition's season: ``the 2020–21 Serie A``, ``Euro 2024``."""
        if self.competition in _BARE:
            return f"{self.competition} {self.season.shown}"
        return self.words("the {season} {competition}", season=self.season.shown, competition=self.competition)


class _Values(dict[str, object]):
    """The terms of a fact as they are put into its sentence, each when the sentence asks for it; KeyError for what is none."""

    def __init__(self, terms: Terms, voice: Voice) -> None:
        super().__init__()
        self._terms = terms
        self._voice = voice

    def __missing__(self, name: str) -> object:
        """A term that was not asked for before."""
        value = _TERMS[name](self._terms, self._voice)
        if not value:
            raise KeyError(name)
        self[name] = value
        return value


def _people(terms: Terms, voice: Voice) -> str:
    return voice.words.listed([voice.person(player) for player in terms.players])


_TERMS: Mapping[str, Callable[[Terms, Voice], object]] = {
    "team": lambda terms, voice: terms.team and voice.words.named(voice.team(terms.team)),
    "other": lambda terms, voice: terms.other and voice.words.named(voice.team(terms.other)),
    "player": lambda terms, voice: terms.players and voice.words.named(voice.person(terms.players[0])),
    "players": _people,
    "score": lambda terms, _: terms.score and terms.score.text,
    "final": lambda terms, _: terms.final and terms.final.text,
    "minute": lambda terms, voice: terms.minute and minute_words(terms.minute, voice.words),
    "then": lambda terms, voice: terms.then and minute_words(terms.then, voice.words),
    "day": lambda terms, voice: terms.since and voice.words.day(terms.since),
    "count": lambda terms, voice: voice.words.numeral(terms.count),
    "total": lambda terms, voice: voice.words.numeral(terms.total),
    "held": lambda terms, voice: voice.words.numeral(terms.held),
    "competition": lambda _, voice: voice.competition,
    "edition": lambda _, voice: voice.edition,
}


def told(story: Story, voice: Voice) -> str:
    """A story as a sentence with its full stop."""
    words, terms = voice.words, story.terms
    values = _Values(terms, voice)
    if terms.goal:
        values["goal"] = words(GOALS[terms.goal, terms.substitute]).format_map(values)
    text = words(_sentence(story.fact, terms)).format_map(values)
    if terms.coverage is not Coverage.WHOLE:
        values["fact"] = text
        text = words(COVERED[terms.coverage]).format_map(values)
    if terms.since and story.fact in _RUNS:
        values["fact"] = text
        text = words("{fact}, since {day}").format_map(values)
    return f"{capitalised(text)}."


def _sentence(fact: Fact, terms: Terms) -> str:
    if fact in _RUNS:
        return run_sentence(fact, terms)
    if terms.ending is not None:
        return ENDINGS[fact, terms.ending]
    if fact in ALL and terms.count == terms.total:
        return BOTH[fact] if terms.total == 2 else ALL[fact]
    if fact in CAME_ON and terms.minute:
        return CAME_ON[fact]
    if fact in WHOLE_SEASON and terms.of_season:
        return WHOLE_SEASON[fact]
    return SINCE[fact] if fact in SINCE and terms.since else SENTENCES[fact]
