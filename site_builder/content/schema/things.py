"""The front matter of teams, venues, people and competitions."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from site_builder.content.model import NameFrom
from site_builder.content.schema.base import HeadModel, Reads
from site_builder.content.schema.common import PageModel, read_json
from site_builder.content.schema.faults import fault
from site_builder.content.schema.value_types import Colours, Coordinates, Count, Day, FileAddress, FirstDay, Line, Lines, TimeZone
from site_builder.content.schema.words import as_list, choice_of
from site_builder.football.model import Season


class Role(StrEnum):
    """What a person does in football."""

    PLAYER = "player"
    MANAGER = "manager"
    REFEREE = "referee"


RoleWord = Annotated[Role, Reads(choice_of(Role), {"enum": list(Role)})]

LAST_MONTH = 12


class NameEntry(HeadModel):
    """A name borne from a day on."""

    called: ClassVar[str] = "a name"

    name: Line = Field(description="The name.")
    since: FirstDay | None = Field(None, alias="from", description="The first day of that name, or its year.")

    def value(self) -> NameFrom:
        """The name as the rest of the program knows it."""
        return NameFrom(self.name, self.since)


class ThingModel(PageModel):
    """The keys of everything that reports mention."""

    name: Line = Field(description="The name to show.")
    aliases: Lines = Field((), description="Other spellings of the name, the same thing everywhere.")


class TeamModel(ThingModel):
    """All keys of a team."""

    called: ClassVar[str] = "a team"

    names: tuple[NameEntry, ...] = Field((), description="Names through time: [{name, from}].")
    short: Line = Field("", description="The name where there is little room.")
    code: Line = Field("", description="Three letters or so: ATA.")
    colours: Colours = Field((), description="Colours as CSS has them.")
    crest: FileAddress = Field("", description="A picture of the crest.")
    ground: Line = Field("", description="The home ground.")
    city: Line = Field("", description="The city.")
    country: Line = Field("", description="The country.")
    founded: Line = Field("", description="The year or the day.")
    nickname: Line = Field("", description="What the team is called.")


class VenueModel(ThingModel):
    """All keys of a venue."""

    called: ClassVar[str] = "a venue"

    names: tuple[NameEntry, ...] = Field((), description="Names through time: [{name, from}].")
    city: Line = Field("", description="The city.")
    country: Line = Field("", description="The country.")
    capacity: Count | None = Field(None, description="How many spectators it holds.")
    coordinates: Coordinates | None = Field(None, description="Degrees north, then east: 45.709, 9.681.")


class PersonModel(ThingModel):
    """All keys of a player, manager or referee."""

    called: ClassVar[str] = "a person"

    born: Day | None = Field(None, description="The day of birth.")
    nationality: Line = Field("", description="The country played for, or the citizenship.")
    position: Line = Field("", description="The position on the pitch.")
    roles: Annotated[tuple[RoleWord, ...], BeforeValidator(as_list)] = Field((), description="player, manager, referee.")


def read_rules(value: object) -> str:
    """A list of rule sets as JSON text; what they mean is for the rule books to say."""
    entries = value if isinstance(value, list) else [value]
    for index, entry in enumerate(entries):
        if not isinstance(entry, dict):
            fix = "Start each item with a key: `- from: 2005-06`."
            raise fault("wrong-kind-of-value", "keys with values are due here", fix, item=index)
    return read_json(entries)


def read_seasons(value: object) -> str:
    """Rulings by season as JSON text."""
    if not isinstance(value, dict):
        raise fault("wrong-kind-of-value", "seasons with their rulings are due here", "Write `2022-23:` and its rulings below.")
    by_season: dict[str, object] = {}
    for written, rulings in value.items():
        season = _season_key(written)
        if season in by_season:
            fix = "Put all its rulings below one of the two."
            raise fault("duplicate-key", f"the season {season} is written twice", fix, item=written)
        by_season[season] = rulings or {}
    return read_json(by_season)


def _season_key(text: str) -> str:
    try:
        return Season.parse(text).text
    except ValueError as error:
        fix = "Write it as `2020-21`, or as `2026` where a season is a calendar year."
        raise fault("not-a-season", str(error), fix, item=text) from None


def read_zones(value: object) -> str:
    """Zones of a table as JSON text."""
    entries = value if isinstance(value, list) else [value]
    for index, entry in enumerate(entries):
        if not isinstance(entry, dict) or "places" not in entry or "label" not in entry:
            fix = "Write `{places: 1-4, label: Champions League}`."
            raise fault("wrong-kind-of-value", "a zone needs `places` and `label`", fix, item=index)
    return read_json(entries)


def read_season_start(value: object) -> str:
    """The number of a month, ``calendar`` where a season is a calendar year."""
    text = str(value).strip().lower()
    if text in {"calendar", "1", "01"}:
        return "calendar"
    if text.isdecimal() and text.isascii() and 2 <= int(text) <= LAST_MONTH:
        return str(int(text))
    fix = "Write the number of the month, like `7`, or `calendar` where a season is a calendar year."
    raise fault("not-a-choice", f"`{text}` is no month in which seasons begin", fix)


Rules = Annotated[str, Reads(read_rules, {"type": ["array", "object"], "items": {"type": "object"}})]
Seasons = Annotated[str, Reads(read_seasons, {"type": "object", "additionalProperties": {"type": "object"}})]
Zones = Annotated[str, Reads(read_zones, {"type": "array", "items": {"type": "object"}})]
SeasonStart = Annotated[
    str, Reads(read_season_start, {"anyOf": [{"type": "integer", "minimum": 1, "maximum": LAST_MONTH}, {"const": "calendar"}]})
]


class CompetitionModel(ThingModel):
    """All keys of a competition."""

    called: ClassVar[str] = "a competition"

    country: Line = Field("", description="The country.")
    timezone: TimeZone = Field("", description="The time zone of kick-off times: Europe/Rome.")
    season_starts: SeasonStart = Field(
        "", description="The month in which its seasons begin, as a number, or calendar; reports need no season then."
    )
    rules: Rules = Field("[]", description="Points, ranking and ties, each entry from a season on.")
    seasons: Seasons = Field("{}", description="Adjustments and decisions by season.")
    zones: Zones = Field("[]", description="Places of the table and what they lead to.")
