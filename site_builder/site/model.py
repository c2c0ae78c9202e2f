"""What a site is made of once everything is linked: things, matches, and the inputs that pages read.

`Site` is frozen and complete: every index is built before the first page asks.
Identities are slugs; ids of matches and articles are their addresses.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from site_builder.config import Config
from site_builder.content.model import (
    Article,
    CompetitionFile,
    Kind,
    MatchReport,
    NameFrom,
    PersonFile,
    PlainPage,
    TeamFile,
    VenueFile,
    When,
)
from site_builder.football.model import Match, Season
from site_builder.football.rule_books import RuleBook
from site_builder.images.model import PictureFile
from site_builder.incremental.memo import Input
from site_builder.language.words import Words
from site_builder.problems import Place
from site_builder.site.mentions import NameEntry

THINGS = (Kind.TEAM, Kind.COMPETITION, Kind.PERSON, Kind.VENUE)


class Thing(Struct, frozen=True):
    """A team, competition, person or venue: known by being mentioned, or by a file of its own."""

    kind: Kind
    slug: str
    name: str

    @property
    def address(self) -> str:
        """Where its page lives, without suffix: ``teams/atalanta``."""
        return f"{self.kind.value}/{self.slug}"


class Called(Struct, frozen=True):
    """What a team is called: all that most pages want to know of it. ``dated`` are the names that its file tells."""

    name: str
    dated: tuple[NameFrom, ...] = ()


class Written(Struct, frozen=True):
    """A published piece: where it lives, and the file it comes from."""

    address: str
    path: str


class Piece(Written, frozen=True):
    """An article with the things it names, as slugs; ``match`` is the id of the match it belongs to."""

    article: Article
    teams: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    competition: str = ""
    match: str = ""


class Announced(Struct, frozen=True):
    """What lists, calendars and the search say of a report: so little that they need not have the report itself."""

    title: str
    updated: When | None
    is_written: bool
    """Whether there is any prose."""
    is_preview: bool
    """Whether it was written before the match."""

    @classmethod
    def of(cls, report: MatchReport) -> Announced:
        """Taken out of a report."""
        return cls(report.publication.title, report.publication.updated, bool(report.prose.words), report.facts.type == "preview")


class Squad(Struct, frozen=True):
    """A team in a season: the key under which its matches and its people are found."""

    team: str
    season: Season


class Edition(Struct, frozen=True):
    """A competition in a season."""

    competition: str
    season: Season


# Inputs: everything that a page may read. Tuples of match ids are oldest first.
SETTINGS: Input[str, Config] = Input("settings")
WORDS: Input[str, Words] = Input("words")
"""What the site says by itself, in its language."""
MATCHES: Input[str, Match] = Input("matches")
PLACES: Input[str, Place] = Input("places")
"""Where a match is told first: its report, or a line of results."""
TOLD_TOGETHER: Input[str, tuple[str, ...]] = Input("told together")
"""Paths of the sources of a match that several of them tell."""
VARIOUSLY_SPELT: Input[str, tuple[str, ...]] = Input("variously spelt")
"""People whose names are spelt in several ways, in order, under ``people``: how often each way counts."""
REPORTS: Input[str, MatchReport] = Input("reports")
ANNOUNCED: Input[str, Announced] = Input("announced reports")
PREVIEWS: Input[str, MatchReport] = Input("previews")
PIECES: Input[str, Piece] = Input("pieces")
PLAIN_PAGES: Input[str, PlainPage] = Input("plain pages")
TRANSLATIONS: Input[str, tuple[tuple[str, str], ...]] = Input("translations")
"""All versions of a text, language and address, the original first, by the address of each; only of texts with several."""
TEAMS: Input[str, Thing] = Input("teams")
TEAM_NAMES: Input[str, Called] = Input("names of a team")
COMPETITIONS: Input[str, Thing] = Input("competitions")
PEOPLE: Input[str, Thing] = Input("people")
VENUES: Input[str, Thing] = Input("venues")
TEAM_FILES: Input[str, TeamFile] = Input("team files")
COMPETITION_FILES: Input[str, CompetitionFile] = Input("competition files")
PERSON_FILES: Input[str, PersonFile] = Input("person files")
VENUE_FILES: Input[str, VenueFile] = Input("venue files")
RULE_BOOKS: Input[str, RuleBook] = Input("rule books")
"""By competition, of those that have one; rulings name teams by slug."""
STATICS: Input[str, str] = Input("static files")
"""Output paths of static files by their path under ``content/``."""
PICTURES: Input[str, PictureFile] = Input("pictures")
"""Static files that pages show as pictures, by output path: those whose headers could be read."""
ADDRESSES: Input[str, str] = Input("addresses")
"""Addresses of documents by the path of their source."""
REDIRECTS_OF: Input[str, tuple[str, ...]] = Input("redirects of a source")
"""Old addresses, without suffix, by the path of the source that has them."""
PAGES: Input[str, str] = Input("page addresses")
"""Every planned address, for links that name one."""
SITEMAP: Input[str, tuple[tuple[str, str], ...]] = Input("sitemap")
"""Addresses with the day of their last change, empty where unknown, by the address of the sitemap's file that lists them."""
ENDPOINTS: Input[str, str] = Input("endpoints")
"""Output paths of feeds, calendars, the sitemap and robots.txt, for links that name one."""
LISTS: Input[str, tuple[str, ...]] = Input("lists")
"""Sorted slugs or ids of everything of a kind: ``matches``, ``teams``, ``articles``, ``authors``, ``months`` …"""
MATCHES_OF_MONTH: Input[str, tuple[str, ...]] = Input("matches of a month")
MATCHES_OF_TEAM: Input[str, tuple[str, ...]] = Input("matches of a team")
MATCHES_OF_SQUAD: Input[Squad, tuple[str, ...]] = Input("matches of a squad")
MATCHES_OF_EDITION: Input[Edition, tuple[str, ...]] = Input("matches of an edition")
MATCHES_OF_SEASON: Input[Season, tuple[str, ...]] = Input("matches of a season")
"""Of all competitions; those without a date are left out."""
MATCHES_OF_PERSON: Input[str, tuple[str, ...]] = Input("matches of a person")
MATCHES_OF_VENUE: Input[str, tuple[str, ...]] = Input("matches of a venue")
MEETINGS: Input[tuple[str, str], tuple[str, ...]] = Input("meetings")
"""Matches of two teams, whose slugs are in alphabetical order."""
SEASONS_OF_TEAM: Input[str, tuple[Season, ...]] = Input("seasons of a team")
SEASONS_OF_COMPETITION: Input[str, tuple[Season, ...]] = Input("seasons of a competition")
PIECES_OF_MATCH: Input[str, tuple[str, ...]] = Input("pieces of a match")
PIECES_OF_THING: Input[str, tuple[str, ...]] = Input("pieces of a thing")
"""Ids of articles by the address of a team, competition or person that they name."""
WORKS_OF_AUTHOR: Input[str, tuple[str, ...]] = Input("works of an author")
WORKS_OF_TAG: Input[str, tuple[str, ...]] = Input("works of a tag")
NEWEST_WORKS: Input[str, tuple[str, ...]] = Input("newest works")
"""What feeds announce, by the address of the team or competition; that of the whole site is empty."""
LABELS: Input[str, str] = Input("labels")
"""Names of authors and tags as written, by ``authors/slug`` and ``tags/slug``."""
HEADLINES: Input[str, tuple[str, ...]] = Input("headlines of a season")
"""Addresses of reports and articles that have a headline, by season (``2020-21``), an article without one by its year."""
NAMES: Input[str, tuple[NameEntry, ...]] = Input("names by first word")
BY_NAME: Input[str, str] = Input("addresses by name")
"""Addresses of things by ``kind:slug of a spelling``; matches by ``date home v away`` as slugs."""
AS_OF: Input[str, date | None] = Input("as of")


class Site(Struct, frozen=True):
    """Everything cross-linked: the inputs of all pages, and what the planner needs to know of files."""

    config: Config
    inputs: Mapping[Input[Any, Any], Mapping[Any, Any]]

    def of(self, source: Input[Any, Any]) -> Mapping[Any, Any]:
        """A whole input, for the planner and the checks, which look at everything anyway."""
        return self.inputs[source]


FILES_OF: Mapping[Kind, Input[str, Any]] = {
    Kind.TEAM: TEAM_FILES,
    Kind.COMPETITION: COMPETITION_FILES,
    Kind.PERSON: PERSON_FILES,
    Kind.VENUE: VENUE_FILES,
}
THINGS_OF: Mapping[Kind, Input[str, Thing]] = {
    Kind.TEAM: TEAMS,
    Kind.COMPETITION: COMPETITIONS,
    Kind.PERSON: PEOPLE,
    Kind.VENUE: VENUES,
}
