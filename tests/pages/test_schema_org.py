"""Things of schema.org leave out what they do not have, in the order in which they are declared, and nothing else."""

from __future__ import annotations

import json
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import fields

from site_builder.pages.schema_org import (
    Coordinates,
    Correction,
    Country,
    Event,
    Graph,
    News,
    Organization,
    Person,
    Reference,
    Series,
    Site,
    Team,
    Venue,
)
from site_builder.pages.structured_data import graph

TEXTS = st.sampled_from(["", "Atalanta", "Duván", "https://example.org/a.html"])
MANY = st.lists(TEXTS.filter(bool), max_size=2).map(tuple)
COUNTRIES = st.none() | st.builds(Country, TEXTS.filter(bool))
POINTS = st.none() | st.builds(Coordinates, st.floats(-90, 90), st.just(0.0))
VENUES = st.none() | st.builds(Venue, TEXTS, TEXTS, MANY, TEXTS, st.sampled_from([None, 0, 24950]), POINTS)
TEAMS = st.builds(Team, TEXTS, TEXTS, TEXTS, MANY, TEXTS, TEXTS, VENUES, TEXTS)
PEOPLE = st.builds(Person, TEXTS, TEXTS, st.lists(TEAMS, max_size=2).map(tuple), TEXTS, TEXTS, COUNTRIES, MANY)
ORGANIZATIONS = st.builds(Organization, TEXTS, TEXTS)
SERIES = st.none() | st.builds(Series, TEXTS, TEXTS)
EVENTS = st.builds(
    Event, *[TEXTS] * 7, home_team=st.none() | TEAMS, away_team=TEAMS, location=VENUES, super_event=SERIES, image=TEXTS
)
NEWS = st.builds(
    News,
    headline=TEXTS,
    word_count=st.integers(0, 3),
    keywords=MANY,
    author=st.none() | PEOPLE | ORGANIZATIONS,
    correction=st.lists(st.builds(Correction, TEXTS, TEXTS), max_size=1).map(tuple),
    about=st.builds(Reference, TEXTS) | EVENTS | st.lists(TEAMS, max_size=2).map(tuple),
    description=TEXTS,
)
NODES = st.lists(EVENTS | NEWS | TEAMS | PEOPLE | VENUES.filter(bool) | st.builds(Site, TEXTS, TEXTS, TEXTS, TEXTS), max_size=3)


def plain(value: object) -> Any:  # noqa: ANN401 - a value of JSON
    """A value without anything empty in it, found key by key."""
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if not isinstance(value, Struct):
        return value
    tag = value.__struct_config__.tag
    found = {"@type": tag} if tag else {}
    for field in fields(value):
        held = plain(getattr(value, field.name))
        if field.required or held not in ("", None, []):
            found[field.encode_name] = held
    return found


@given(NODES)
def test_what_a_thing_does_not_have_is_left_out_and_nothing_else(nodes: list[Any]) -> None:
    told = [plain(node) for node in nodes]
    wanted = {"@context": "https://schema.org", "@graph": told}
    assert graph(nodes) == (msgspec.json.encode(wanted).decode() if nodes else "")
    assert not nodes or json.loads(graph(nodes)) == wanted


def test_a_ground_on_the_equator_has_a_latitude() -> None:
    ground = Venue("Stade", geo=Coordinates(0.0, 9.4))
    assert json.loads(msgspec.json.encode(Graph("", [ground])))["@graph"][0]["geo"]["latitude"] == 0.0
