"""`schema` on the command line: every key, for every kind of file."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from authoring_commands import run
from builders import TestSite, report
from site_builder.authoring.editor_schema import KINDS
from site_builder.cli import commands
from site_builder.content.model import Kind
from site_builder.content.modelling import MODELS


def test_the_schema_describes_every_key(site: TestSite) -> None:
    site.write({"content/matches/a.md": report()})
    schema = json.loads(run(site, "schema", "match").output)
    jsonschema.Draft202012Validator.check_schema(schema)
    keys = schema["$defs"]["MatchModel"]["properties"]
    assert keys.keys() == MODELS[Kind.MATCH].keys().keys()
    assert [key for key, value in keys.items() if not value.get("description")] == []
    assert keys["home"]["examples"] == ["Atalanta", "Napoli"]


def test_a_report_fits_its_schema_and_a_misspelt_key_does_not(site: TestSite) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(run(site, "schema", "match").output))
    head = yaml.load(report(goals='{home: "Zapata 10\'"}').split("---\n")[1], Loader=yaml.BaseLoader)
    validator.validate(head)
    assert not validator.is_valid({**head, "competiton": "Coppa Italia"})


def test_all_schemas_in_one_and_one_file_for_each(site: TestSite, tmp_path: Path) -> None:
    whole = json.loads(run(site, "schema").output)
    assert len(whole["anyOf"]) == len(MODELS)
    done = run(site, "schema", "--output", str(tmp_path / "s"))
    assert done.exit_code == 0, done.output
    assert sorted(path.name for path in (tmp_path / "s").iterdir())[:2] == ["article.schema.json", "competition.schema.json"]


def as_an_editor_reads_it(text: str) -> object:
    """Front matter with YAML's own types, dates as text: JSON has none."""
    return json.loads(json.dumps(yaml.safe_load(text.split("\n---\n", maxsplit=1)[0].removeprefix("---\n")), default=str))


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_of_the_example_site_fits_its_schema(kind: str) -> None:
    example = Path(__file__).parents[2]
    schema = json.loads(CliRunner().invoke(commands, ["schema", kind, "--site", str(example)]).output)
    files = [path.read_text(encoding="utf-8") for path in (example / "content" / str(KINDS[kind])).rglob("*.md")]
    heads = [as_an_editor_reads_it(text) for text in files if text.startswith("---\n")]
    validator = jsonschema.Draft202012Validator(schema)
    assert [error.message for head in heads for error in validator.iter_errors(head)] == []
