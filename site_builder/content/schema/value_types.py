"""The types of single values in models: what each is read by, and what editors may know of it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final

from pydantic import BeforeValidator

from site_builder.content.model import When
from site_builder.content.schema.addresses import read_file_address, read_redirect, read_slug, read_web_address
from site_builder.content.schema.base import Reads
from site_builder.content.schema.dates import read_date, read_first_day, read_when
from site_builder.content.schema.words import (
    as_list,
    read_attendance,
    read_colour,
    read_competition,
    read_coordinates,
    read_count,
    read_flag,
    read_language,
    read_line,
    read_name,
    read_ordinal,
    read_rating,
    read_season,
    read_team,
    read_time_zone,
    split_at_commas,
)
from site_builder.football.model import Season

_TEXT: Final = {"type": "string", "minLength": 1}
_DIGITS: Final = {"type": ["integer", "string"]}

Line = Annotated[str, Reads(read_line, _TEXT)]
Name = Annotated[str, Reads(read_name, _TEXT)]
TeamName = Annotated[str, Reads(read_team, _TEXT)]
CompetitionName = Annotated[str, Reads(read_competition, _TEXT)]
Count = Annotated[int, Reads(read_count, _DIGITS)]
Ordinal = Annotated[int, Reads(read_ordinal, _DIGITS)]
Flag = Annotated[bool, Reads(read_flag, {"enum": [True, False, "yes", "no"]})]
Attendance = Annotated[int | str, Reads(read_attendance, _DIGITS)]
RatingText = Annotated[str, Reads(read_rating, {"type": ["number", "string"], "examples": [7.5]})]
SeasonText = Annotated[Season, Reads(read_season, {**_DIGITS, "examples": ["2020-21", 2026]})]
Language = Annotated[str, Reads(read_language, {**_TEXT, "examples": ["en", "pt-BR"]})]
TimeZone = Annotated[str, Reads(read_time_zone, {**_TEXT, "examples": ["Europe/Rome"]})]
Colour = Annotated[str, Reads(read_colour, {**_TEXT, "examples": ["#005ca9", "black"]})]
Coordinates = Annotated[
    tuple[float, float],
    Reads(read_coordinates, {"type": ["string", "array"], "items": {"type": "number"}, "examples": ["45.709, 9.681"]}),
]
Lines = Annotated[tuple[Line, ...], BeforeValidator(as_list, json_schema_input_type=Line | list[Line])]
Names = Annotated[tuple[Name, ...], BeforeValidator(as_list, json_schema_input_type=Name | list[Name])]
Authors = Names
Tags = Annotated[tuple[Line, ...], BeforeValidator(split_at_commas, json_schema_input_type=Line | list[Line])]
NamesInList = Annotated[tuple[Name, ...], BeforeValidator(split_at_commas, json_schema_input_type=Name | list[Name])]
Colours = Annotated[tuple[Colour, ...], BeforeValidator(split_at_commas, json_schema_input_type=Colour | list[Colour])]
Day = Annotated[date, Reads(read_date, {"type": "string", "examples": ["2021-02-10"]})]
FirstDay = Annotated[date, Reads(read_first_day, {"type": ["string", "integer"], "examples": ["1971-07-01", 1971]})]
Moment = Annotated[When, Reads(read_when, {"type": "string", "examples": ["2021-02-10", "2021-02-10 20:45"]})]
Slug = Annotated[str, Reads(read_slug, {**_TEXT, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"})]
Redirect = Annotated[str, Reads(read_redirect, {**_TEXT, "examples": ["/2019/old-report.html"]})]
FileAddress = Annotated[str, Reads(read_file_address, {**_TEXT, "examples": ["zapata.jpg"]})]
WebAddress = Annotated[str, Reads(read_web_address, {**_TEXT, "format": "uri"})]
