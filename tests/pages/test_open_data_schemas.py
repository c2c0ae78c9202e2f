"""The JSON Schemas describe the documents as they are: neither drifts from the other, nor the docs from both."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator
from msgspec import Struct
from msgspec.structs import fields

from builders import TestSite, report
from site_builder.football.model import CardColour, ExtraTime, GoalKind, Side, Status
from site_builder.football.rules import Criterion
from site_builder.football.ties import WonOn
from site_builder.incremental.memo import Memo
from site_builder.outcome import Options
from site_builder.pages import data_values as values
from site_builder.pages.kinds import document_of
from site_builder.preparation import prepare
from site_builder.rendering.open_data import written

ROOT = Path(__file__).parent.parent.parent
PLACES: dict[type[Struct], str] = {
    values.MatchData: "match",
    values.TeamData: "team",
    values.SeasonData: "competition-season",
}
PARTS: dict[str, dict[str, type[Struct]]] = {
    "match": {
        "named": values.Named,
        "team": values.Side,
        "goal": values.Goal,
        "card": values.Booking,
        "kick": values.PenaltyKick,
        "line_ups": values.LineUps,
        "squad": values.Squad,
        "substitution": values.Change,
        "stat": values.Measure,
        "rating": values.Rating,
        "report": values.Written,
        "correction": values.Corrected,
        "source": values.Citation,
    },
    "team": {"name": values.FormerName, "season": values.TeamSeason},
    "competition-season": {"stage": values.Stage, "row": values.Row, "tie": values.Tie, "scorer": values.Scorer},
}
SCHEMAS: dict[str, Any] = {
    name: json.loads(files("site_builder").joinpath("schemas", f"{name}.schema.json").read_text("utf-8")) for name in PARTS
}
EVERYTHING = report(
    date="2021-02-10 20:45",
    score="1-1 aet, 1-0 pens",
    half_time="0-0",
    full_time="1-1",
    round="Semi-finals",
    leg="2",
    goals='{home: "Zapata 45+2\' (assist: Pessina)", away: "Lozano 53\'"}',
    shootout="1-0 Zapata, 1-0 Lozano (saved)",
    lineups='{home: "Gollini [c] - Toloi (Ruggeri 45+1\'), Romero"}',
    bench="{home: [Sportiello]}",
    managers="{home: Gasperini}",
    ratings="{home: {Zapata: 7.5, Toloi: poor}}",
    stats="{shots: 7-?, xg: 1.1-0.8}",
    venue="Gewiss Stadium",
    neutral="true",
    attendance="12000",
    weather="rain",
    referee="La Penna",
    assistants="[Meli, Bindoni]",
    player_of_the_match="Zapata",
    sources="[{text: Archive, url: 'https://example.org/a'}]",
    title="Through on kicks",
    author="[The editors, Match desk]",
    lang="it",
    updated="2021-02-12",
    tags="[cup]",
    corrections="[{date: 2021-02-12, text: Spelling}]",
    text="Una partita.",
)
MORE = {
    "content/matches/awarded.md": report("Roma", "Lazio", "3-0", status="awarded", played_score="1-2", group="A", matchday="2"),
    "content/matches/closed.md": report(
        "Roma", "Milan", "0-1", date="2021-03-01", attendance="closed doors", cards='{home: "Totti 9\' (R)"}'
    ),
    "content/teams/atalanta.md": (
        "---\nname: Atalanta\naliases: [Dea]\nnames: [{name: Atalanta, from: 1907-10-17}]\nshort: Atalanta\ncode: ATA\n"
        "nickname: La Dea\nfounded: 1907\ncity: Bergamo\ncountry: Italy\nground: Gewiss Stadium\ncolours: [black]\n"
        "crest: /a.svg\n---\n"
    ),
    "content/competitions/league.md": (
        "---\nname: League\nrules: [{rank: [points, goal_difference]}]\n"
        "seasons: {2020-21: {adjustments: [{team: Roma, points: -2}]}}\n---\n"
    ),
    "content/results/2020-21/league.csv": "date,home,away,score\n2021-04-01,Roma,Lazio,1-0\n2021-04-02,Lazio,Roma,1-0\n",
    "content/matches/level.md": report("Roma", "Lazio", "1-1", competition="Cup", round="Semi-finals"),
    "content/matches/final.md": report("Lazio", "Milan", "1-0", date="2021-05-01", competition="Cup", round="Final"),
    "content/a.svg": "<svg/>",
}


def documents(folder: Path) -> dict[str, tuple[Struct, bytes]]:
    """Every document of a site, as value and as bytes, by path."""
    prepared = prepare(Options(site=folder, jobs=1))
    read = Memo(prepared.material.inputs)
    found = {key.path: document_of(read, key) for key in prepared.keys if key.path.endswith(".json")}
    return {path: (document, written(document)) for path, document in found.items()}


@pytest.fixture(scope="module")
def example() -> dict[str, tuple[Struct, bytes]]:
    return documents(ROOT)


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Struct, bytes]]:
    site = TestSite(tmp_path_factory.mktemp("site")).write({"content/matches/one.md": EVERYTHING, **MORE})
    return documents(site.folder)


def faults(document: Struct, data: bytes) -> list[str]:
    validator = Draft202012Validator(SCHEMAS[PLACES[type(document)]], format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(data))]


def test_every_document_of_the_example_site_is_what_its_schema_says(example: dict[str, tuple[Struct, bytes]]) -> None:
    assert len(example) > 50
    assert {type(document) for document, _ in example.values()} == PLACES.keys()
    assert {path: found for path, (document, data) in example.items() if (found := faults(document, data))} == {}


def test_a_match_of_which_everything_is_known_is_what_its_schema_says(everything: dict[str, tuple[Struct, bytes]]) -> None:
    assert {path: found for path, (document, data) in everything.items() if (found := faults(document, data))} == {}


def filled(value: object) -> Iterator[tuple[type[Struct], str]]:
    """The fields inside a document that say something."""
    if isinstance(value, Struct):
        for field in fields(value):
            held = getattr(value, field.name)
            if held != field.default:
                yield type(value), field.name
                yield from filled(held)
    elif isinstance(value, tuple):
        for item in value:
            yield from filled(item)


def test_no_declared_field_stays_empty_for_ever(
    example: dict[str, tuple[Struct, bytes]], everything: dict[str, tuple[Struct, bytes]]
) -> None:
    said = {one for document, _ in (*example.values(), *everything.values()) for one in filled(document)}
    declared = {(cls, field.name) for cls in (*PLACES, *all_parts()) for field in fields(cls)}
    assert declared == said


def all_parts() -> set[type[Struct]]:
    return {cls for parts in PARTS.values() for cls in parts.values()}


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_has_the_fields_of_the_values_in_their_order_and_allows_no_others(name: str) -> None:
    schema = SCHEMAS[name]
    Draft202012Validator.check_schema(schema)
    (document,) = (cls for cls, place in PLACES.items() if place == name)
    for described, cls in ((schema, document), *((schema["$defs"][part], cls) for part, cls in PARTS[name].items())):
        declared = fields(cls)
        assert list(described["properties"]) == [field.encode_name for field in declared], cls
        assert described.get("required", []) == [field.encode_name for field in declared if field.required], cls
        assert described["additionalProperties"] is False
    objects = {part for part, described in schema["$defs"].items() if described.get("type") == "object"}
    assert objects == PARTS[name].keys()


def test_every_value_type_is_described() -> None:
    declared = {cls for cls in vars(values).values() if isinstance(cls, type) and issubclass(cls, values.Value)}
    assert declared - {values.Value} == {*PLACES, *all_parts()}
    assert set(get_args(values.Document)) == PLACES.keys()


def test_the_words_of_the_schemas_are_those_of_football() -> None:
    def words(kind: type[Any], *without: Any) -> list[str]:  # noqa: ANN401 - members of the kind
        return [member.value.replace(" ", "_") for member in kind if member not in without]

    match, parts = SCHEMAS["match"]["properties"], SCHEMAS["match"]["$defs"]
    season = SCHEMAS["competition-season"]["$defs"]
    assert match["status"]["enum"] == words(Status)
    assert match["extra_time"]["enum"] == words(ExtraTime)
    assert parts["side"]["enum"] == words(Side)
    assert parts["goal"]["properties"]["kind"]["enum"] == words(GoalKind)
    assert parts["card"]["properties"]["colour"]["enum"] == words(CardColour)
    assert season["tie"]["properties"]["won_on"]["enum"] == words(WonOn)
    # Points decide without a word; a shared place is undecided.
    assert season["row"]["properties"]["decided_by"]["enum"] == words(Criterion, Criterion.POINTS, Criterion.SHARED)


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        ({"minute": 3}, "'side' is a required property"),
        ({"side": "left"}, "'left' is not one of ['home', 'away']"),
        ({"added": 2}, "'minute' is a dependency of 'added'"),
        ({"assist": None}, "None is not of type 'object'"),
        ({"speed": 101}, "Additional properties are not allowed ('speed' was unexpected)"),
    ],
)
def test_the_schemas_let_nothing_else_pass(document: dict[str, Any], fault: str) -> None:
    goal = {"$ref": "#/$defs/goal", "$defs": SCHEMAS["match"]["$defs"]}
    assert fault in [error.message for error in Draft202012Validator(goal).iter_errors(document)]


def test_the_documents_in_the_docs_are_those_of_the_example_site(example: dict[str, tuple[Struct, bytes]]) -> None:
    docs = (ROOT / "docs" / "open-data.md").read_text(encoding="utf-8")
    path = "matches/2021/2021-02-10-atalanta-napoli.json"
    assert f"`{path}`" in docs
    assert f"```json\n{example[path][1].decode()}```" in docs
    (part,) = (block for block in re.findall(r"```json\n(.*?)```", docs, re.DOTALL) if '"World Cup"' in block)
    whole, lines = example["competitions/world-cup/2022.json"], [line.rstrip(",") for line in part.splitlines()]
    assert [line for line in lines if line not in whole[1].decode()] == []
    assert faults(whole[0], part.encode()) == []
    names = {name for cls in (*PLACES, *all_parts()) for name in (field.encode_name for field in fields(cls))}
    assert [name for name in sorted(names) if f"`{name}`" not in docs and f'"{name}"' not in docs] == []
