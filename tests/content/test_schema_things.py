"""The front matter of articles, pages, teams, venues, people and competitions, and the schemas for editors."""

from __future__ import annotations

import json
from datetime import date, time

import pytest

from content_heads import MATCH, good, only, told
from site_builder.content.model import (
    Article,
    CompetitionFile,
    Kind,
    NameFrom,
    PersonFile,
    PlainPage,
    TeamFile,
    VenueFile,
    When,
)
from site_builder.content.modelling import MODELS
from site_builder.football.model import Season


def test_every_key_of_an_article_reaches_its_value() -> None:
    article = good(
        Kind.ARTICLE,
        "title: The final\ndate: 2021-05-01 10:00\nauthor: A\nteams: Atalanta, Juventus\npeople: Pirlo\n"
        "competition: Coppa Italia\nseason: 2020-21\nmatch: 2021-05-19 Atalanta v Juventus\ntags: [cup]",
        Article,
    )
    assert article.when == When(date(2021, 5, 1), time(10))
    assert (article.teams, article.people) == (("Atalanta", "Juventus"), ("Pirlo",))
    assert (article.competition, article.season) == ("Coppa Italia", Season(2020, 2021))
    assert article.match == "2021-05-19 Atalanta v Juventus"
    assert (article.publication.title, article.publication.author, article.publication.tags) == ("The final", ("A",), ("cup",))


@pytest.mark.parametrize(
    ("word", "key"), [("categories", "tags"), ("lastmod", "updated"), ("publishDate", "date"), ("authors", "author")]
)
def test_keys_of_other_generators_lead_to_those_that_are_meant(word: str, key: str) -> None:
    problem = only(Kind.ARTICLE, f"title: The final\n{word}: A")
    assert (problem.code, problem.fix) == ("unknown-key", f"Did you mean `{key}`?")


def test_a_page_has_a_title_and_no_facts() -> None:
    page = good(Kind.PAGE, "title: About\nredirects: /about-us.html", PlainPage)
    assert (page.publication.title, page.publication.redirects) == ("About", ("about-us.html",))
    assert only(Kind.PAGE, "score: 3-1").message == "a page has no such key"


def test_every_key_of_a_team_reaches_its_value() -> None:
    team = good(
        Kind.TEAM,
        'name: Atalanta\naliases: [Atalanta BC]\nshort: ATA\ncode: ATA\ncolours: ["#005CA9", Black]\ncrest: /crests/ata.svg\n'
        "ground: Gewiss Stadium\ncity: Bergamo\ncountry: Italy\nfounded: 1907\nnickname: La Dea\n"
        "names: [{name: Atalanta Bergamasca, from: 1920-02-01}, {name: Bergamasca, from: 1913}, {name: First}]\n"
        "image: a.jpg\nsources: A book\nredirects: /ata.html",
        TeamFile,
    )
    assert (team.name, team.aliases, team.short, team.code) == ("Atalanta", ("Atalanta BC",), "ATA", "ATA")
    assert team.colours == ("#005ca9", "black")
    assert (team.crest, team.ground, team.city, team.country) == ("/crests/ata.svg", "Gewiss Stadium", "Bergamo", "Italy")
    assert (team.founded, team.nickname) == ("1907", "La Dea")
    assert team.names == (
        NameFrom("Atalanta Bergamasca", date(1920, 2, 1)),
        NameFrom("Bergamasca", date(1913, 1, 1)),
        NameFrom("First", None),
    )
    assert team.publication.redirects == ("ata.html",)


def test_every_key_of_a_venue_reaches_its_value() -> None:
    venue = good(
        Kind.VENUE,
        "name: Gewiss Stadium\ncity: Bergamo\ncountry: Italy\ncapacity: 23,439\ncoordinates: 45.709, 9.681\n"
        "names: [{name: Stadio Atleti Azzurri d'Italia, from: 1994-01-01}]",
        VenueFile,
    )
    assert (venue.city, venue.country, venue.capacity, venue.coordinates) == ("Bergamo", "Italy", 23439, (45.709, 9.681))
    assert venue.names[0].since == date(1994, 1, 1)


def test_every_key_of_a_person_reaches_its_value() -> None:
    person = good(
        Kind.PERSON,
        "name: Duván Zapata\naliases: D. Zapata\nborn: 1991-04-01\nnationality: Colombia\n"
        "position: forward\nroles: [player, manager]",
        PersonFile,
    )
    assert (person.aliases, person.born) == (("D. Zapata",), date(1991, 4, 1))
    assert (person.nationality, person.position, person.roles) == ("Colombia", "forward", ("player", "manager"))


@pytest.mark.parametrize(
    ("written", "read"), [("7", "7"), ("08", "8"), ("calendar", "calendar"), ("1", "calendar"), ("Calendar", "calendar")]
)
def test_the_month_in_which_seasons_begin(written: str, read: str) -> None:
    competition = good(Kind.COMPETITION, f"name: National League\nseason_starts: {written}", CompetitionFile)
    assert competition.season_starts == read


@pytest.mark.parametrize("written", ["0", "13", "July", "[7]"])
def test_what_is_no_month_in_which_seasons_begin(written: str) -> None:
    problem = only(Kind.COMPETITION, f"name: National League\nseason_starts: {written}")
    assert problem.code in {"not-a-choice", "wrong-kind-of-value"}


def test_the_rules_of_a_competition_are_kept_as_json_text() -> None:
    competition = good(
        Kind.COMPETITION,
        "name: Serie A\naliases: [Italian Serie A]\ncountry: Italy\ntimezone: Europe/Rome\n"
        "rules:\n  - from: 2005-06\n    points: {win: 3, draw: 1, loss: 0}\n    rank: [points, h2h]\n"
        "seasons:\n  2022/23:\n    adjustments: [{team: Juventus, points: -10}]\n"
        "zones: [{places: 1-4, label: Champions League}]",
        CompetitionFile,
    )
    assert (competition.country, competition.timezone) == ("Italy", "Europe/Rome")
    assert json.loads(competition.rules) == [
        {"from": "2005-06", "points": {"win": "3", "draw": "1", "loss": "0"}, "rank": ["points", "h2h"]}
    ]
    assert json.loads(competition.seasons) == {"2022-23": {"adjustments": [{"team": "Juventus", "points": "-10"}]}}
    assert json.loads(competition.zones) == [{"places": "1-4", "label": "Champions League"}]


@pytest.mark.parametrize(
    ("kind", "yaml", "code", "line", "column"),
    [
        (Kind.ARTICLE, "date: 2021-05-01", "missing-key", 1, 1),
        (Kind.ARTICLE, "headline: x", "unknown-key", 2, 1),
        (Kind.ARTICLE, "title: x\nteams: {a: b}", "wrong-kind-of-value", 3, 1),
        (Kind.TEAM, "aliases: [x]", "missing-key", 1, 1),
        (Kind.TEAM, "title: x", "unknown-key", 2, 1),
        (Kind.TEAM, "name: x\ncolours: [blakc]", "not-a-colour", 3, 11),
        (Kind.TEAM, "name: x\nnames: [{name: y, from: 19-07}]", "not-a-date", 3, 25),
        (Kind.TEAM, "name: x\nnames: [{name: y, since: 1907-01-01}]", "unknown-key", 3, 19),
        (Kind.TEAM, "name: x\nnames: y", "wrong-kind-of-value", 3, 8),
        (Kind.TEAM, 'name: "???"', "empty-slug", 2, 7),
        (Kind.VENUE, "name: x\ncapacity: many", "not-a-number", 3, 11),
        (Kind.VENUE, "name: x\ncoordinates: 91, 0", "not-coordinates", 3, 14),
        (Kind.PERSON, "name: x\nborn: 1991", "not-a-date", 3, 7),
        (Kind.PERSON, "name: x\nroles: [player, keeper]", "not-a-choice", 3, 17),
        (Kind.COMPETITION, "name: x\ntimezone: Europe/Rom", "not-a-time-zone", 3, 11),
        (Kind.COMPETITION, "name: x\nrules: [three points]", "wrong-kind-of-value", 3, 9),
        (Kind.COMPETITION, "name: x\nseasons: [2022-23]", "wrong-kind-of-value", 3, 1),
        (Kind.COMPETITION, "name: x\nseasons:\n  2022-25: {}", "not-a-season", 4, 3),
        (Kind.COMPETITION, "name: x\nseasons:\n  2020-21: {}\n  2020/2021: {}", "duplicate-key", 5, 3),
        (Kind.COMPETITION, "name: x\nzones: [{places: 1-4}]", "wrong-kind-of-value", 3, 9),
    ],
)
def test_a_wrong_value_is_told_at_its_place(kind: Kind, yaml: str, code: str, line: int, column: int) -> None:
    assert told(kind, yaml) == [(code, line, column)]


@pytest.mark.parametrize(
    ("kind", "called"),
    [
        (Kind.MATCH, "a match report"),
        (Kind.ARTICLE, "an article"),
        (Kind.TEAM, "a team"),
        (Kind.COMPETITION, "a competition"),
        (Kind.PERSON, "a person"),
        (Kind.VENUE, "a venue"),
        (Kind.PAGE, "a page"),
    ],
)
def test_each_kind_is_called_by_its_name(kind: Kind, called: str) -> None:
    required = {Kind.MATCH: MATCH + "date: 2021-02-10\n", Kind.ARTICLE: "title: x\n", Kind.PAGE: ""}.get(kind, "name: x\n")
    assert only(kind, required + "zzzz: x").message == f"{called} has no such key"


@pytest.mark.parametrize("kind", list(MODELS))
def test_the_schema_for_editors_describes_every_key_and_allows_no_other(kind: Kind) -> None:
    schema = MODELS[kind].model_json_schema()
    assert schema["additionalProperties"] is False
    for part in (schema, *schema.get("$defs", {}).values()):
        assert all(field.get("description") for field in part["properties"].values())
    assert set(schema["properties"]) == set(MODELS[kind].keys())
