"""Things in the words of schema.org, as JSON-LD writes them. Declarations only: `pages.json_ld` fills them in.

What a thing does not have is left out of its JSON: an empty text or list, and
None. Only what stands without a default is always there, whatever it is.
"""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct, field


class Reference(Struct, frozen=True):
    """A thing that is told elsewhere on the page."""

    id: str = field(name="@id")


class Named(Struct, frozen=True, omit_defaults=True, rename="camel"):
    """What most things have: a name and a page."""

    name: str = ""
    url: str = ""


class Country(Struct, frozen=True, tag_field="@type", tag=True):
    """A country."""

    name: str


class Coordinates(Struct, frozen=True, tag_field="@type", tag="GeoCoordinates"):
    """A point on the earth."""

    latitude: float
    longitude: float


class Venue(Named, frozen=True, omit_defaults=True, rename="camel", tag_field="@type", tag="StadiumOrArena"):
    """A ground."""

    alternate_name: tuple[str, ...] = ()
    address: str = ""
    maximum_attendee_capacity: int | None = None
    geo: Coordinates | None = None


class Team(Named, frozen=True, omit_defaults=True, rename="camel", tag_field="@type", tag="SportsTeam"):
    """A team."""

    sport: str = ""
    alternate_name: tuple[str, ...] = ()
    founding_date: str = ""
    logo: str = ""
    location: Venue | None = None
    address: str = ""


class Person(Named, frozen=True, omit_defaults=True, rename="camel", tag_field="@type", tag="Person"):
    """A person, with the teams that sources name with the person."""

    affiliation: tuple[Team, ...] = ()
    image: str = ""
    birth_date: str = ""
    nationality: Country | None = None
    alternate_name: tuple[str, ...] = ()


class Organization(Named, frozen=True, omit_defaults=True, tag_field="@type", tag="Organization"):
    """Who publishes."""


Author: TypeAlias = Person | Organization


class Series(Named, frozen=True, omit_defaults=True, tag_field="@type", tag="SportsEvent"):
    """What a match is part of: a season of a competition."""


class Event(Struct, frozen=True, omit_defaults=True, rename="camel", tag_field="@type", tag="SportsEvent"):
    """A match."""

    id: str = field(default="", name="@id")
    name: str = ""
    url: str = ""
    sport: str = ""
    start_date: str = ""
    event_status: str = ""
    event_attendance_mode: str = ""
    home_team: Team | None = None
    away_team: Team | None = None
    location: Venue | None = None
    super_event: Series | None = None
    description: str = ""
    image: str = ""


class Correction(Struct, frozen=True, omit_defaults=True, rename="camel", tag_field="@type", tag="CorrectionComment"):
    """What was put right in a text."""

    text: str = ""
    date_published: str = ""


class News(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="camel", tag_field="@type", tag="NewsArticle"):
    """A report or an article."""

    headline: str = ""
    url: str = ""
    main_entity_of_page: str = ""
    date_published: str = ""
    date_modified: str = ""
    in_language: str = ""
    word_count: int
    keywords: tuple[str, ...] = ()
    author: Author | tuple[Author, ...] | None = None
    publisher: Organization | None = None
    correction: tuple[Correction, ...] = ()
    about: Reference | Event | tuple[Team, ...] = ()
    description: str = ""
    image: str = ""


class Site(Struct, frozen=True, omit_defaults=True, rename="camel", tag_field="@type", tag="WebSite"):
    """The site as a whole."""

    name: str = ""
    description: str = ""
    url: str = ""
    in_language: str = ""


class ListItem(Struct, frozen=True, omit_defaults=True, tag_field="@type", tag=True):
    """A step of the way to a page."""

    position: int
    name: str = ""
    item: str = ""


class Breadcrumbs(Struct, frozen=True, rename="camel", tag_field="@type", tag="BreadcrumbList"):
    """The way to a page."""

    item_list_element: list[ListItem]


Node = Event | News | Team | Person | Venue | Site | Breadcrumbs


class Graph(Struct, frozen=True):
    """All that a page tells."""

    context: str = field(name="@context")
    graph: list[Node] = field(name="@graph")
