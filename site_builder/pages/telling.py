"""Storylines put into words: which sentence a fact takes, and the names, minutes and numbers in it.

told(story, Voice(words, team_name, person_name, "World Cup", season))
'Kylian Mbappé scored a hat-trick, the second of the 2022 World Cup (64 matches held here).'
"""

from __future__ import annotations

from collections.abc import Callable

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

    def values(self, terms: Terms) -> dict[str, object]:
        """The terms of a fact as they are put into its sentence; those that it does not have are left out."""
        words = self.words
        people = [self.person(player) for player in terms.players]
        found = {
            "team": words.named(self.team(terms.team)) if terms.team else None,
            "other": words.named(self.team(terms.other)) if terms.other else None,
            "player": words.named(people[0]) if people else None,
            "players": words.listed(people),
            "score": terms.score and terms.score.text,
            "final": terms.final and terms.final.text,
            "minute": terms.minute and minute_words(terms.minute, words),
            "then": terms.then and minute_words(terms.then, words),
            "day": terms.since and words.day(terms.since),
        }
        numbers = {"count": terms.count, "total": terms.total, "held": terms.held}
        known: dict[str, object] = {name: value for name, value in found.items() if value}
        known |= {name: words.numeral(number) for name, number in numbers.items()}
        return known | {"competition": self.competition, "edition": self.edition}


def told(story: Story, voice: Voice) -> str:
    """A story as a sentence with its full stop."""
    words, terms = voice.words, story.terms
    values = voice.values(terms)
    if terms.goal:
        values["goal"] = words(GOALS[terms.goal, terms.substitute], **values)
    text = words(_sentence(story.fact, terms), **values)
    if terms.coverage is not Coverage.WHOLE:
        text = words(COVERED[terms.coverage], **{**values, "fact": text})
    if terms.since and story.fact in _RUNS:
        text = words("{fact}, since {day}", **{**values, "fact": text})
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
