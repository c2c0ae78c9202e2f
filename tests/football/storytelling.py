"""Storylines for tests: of real seasons, and of small ones written as a paper prints them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from football.earlier import before
from football.loading import matches_of
from site_builder.football.model import GoalEvent, GoalKind, Match, Minute, Side
from site_builder.football.stages import season_stages
from site_builder.football.storyline_values import Before, Story
from site_builder.football.storylines import storylines
from site_builder.football.ties import Tie
from site_builder.language.words import Words
from site_builder.pages.telling import Voice
from site_builder.pages.telling import told as story_in_words

FILES = {
    "World Cup": "football-txt/worldcup/2022/2022_full.txt",
    "Serie A": "football-txt/italy/2020-21/1-seriea.txt",
    "Coppa Italia": "football-txt/italy/2020-21/cup.txt",
    "Champions League": "football-txt/champions-league/2020-21/cl.txt",
    "Premier League": "football-txt/england/2023-24/1-premierleague.txt",
}


def title(slug: str) -> str:
    """A name for a slug, without accents."""
    return slug.replace("-", " ").title()


@cache
def real(competition: str) -> tuple[Match, ...]:
    """The matches of a real season, oldest first."""
    return tuple(sorted(matches_of(FILES[competition]), key=lambda match: (str(match.date), str(match.time), match.id)))


def before_of(match: Match, matches: Iterable[Match], tie: Tie | None = None) -> Before:
    """What lay behind a match among others, given in any order."""
    every = tuple(matches)
    held = before(every, match)
    teams = {match.home, match.away}
    return Before(
        match,
        home=before((one for one in held if match.home in {one.home, one.away}), match),
        away=before((one for one in held if match.away in {one.home, one.away}), match),
        meetings=tuple(one for one in held if {one.home, one.away} == teams),
        season=before((one for one in every if (one.competition, one.season) == (match.competition, match.season)), match),
        tie=tie,
    )


def stories(match: Match, held: Iterable[Match]) -> tuple[Story, ...]:
    """The stories of one match among others of any competitions, with its tie as the season's rounds make it."""
    every = tuple(held)
    season = [one for one in every if (one.competition, one.season) == (match.competition, match.season)]
    tie = season_stages(season, match.season).tie_with(match)
    return storylines(before_of(match, every, tie))


def sentences(match: Match, found: Iterable[Story], competition: str = "Cup") -> list[str]:
    """What they say of a match, in English."""
    voice = Voice(Words(), title, title, competition, match.season)
    return [story_in_words(story, voice) for story in found]


def sentences_about(match: Match, held: Iterable[Match], competition: str = "Cup") -> list[str]:
    """What is said about a match among others."""
    return sentences(match, stories(match, held), competition)


def told(competition: str, home: str, away: str, day: str = "") -> list[str]:
    """What is said about a real match."""
    held = real(competition)
    match = next(one for one in held if (one.home, one.away) == (home, away) and str(one.date).startswith(day))
    return sentences_about(match, held, competition)


def goal(side: Side, player: str, minute: int, kind: GoalKind = GoalKind.GOAL, added: int = 0) -> GoalEvent:
    """A goal with its minute."""
    return GoalEvent(side, player, Minute(minute, added), kind)
