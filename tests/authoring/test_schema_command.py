"""`schema` on the command line: every key, for every kind of file."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import yaml

from authoring_commands import run
from builders import TestSite, report
from site_builder.content.documents import MODELS
from site_builder.content.model import Kind


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
