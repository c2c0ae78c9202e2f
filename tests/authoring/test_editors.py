"""What the docs tell editors is so: the pattern for problems, the names of schemas, the hook."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from site_builder.authoring.editor_schema import KINDS
from site_builder.cli import commands
from site_builder.cli_writing import KINDS as OFFERED
from site_builder.problems import Place, Problem
from site_builder.reporting import as_github

ROOT = Path(__file__).parent.parent.parent
EDITORS = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
JSON = [json.loads(block) for block in re.findall(r"```json\n(.*?)```", EDITORS, re.DOTALL)]


@pytest.mark.parametrize(
    ("place", "groups"),
    [
        (Place("content/a.md", 7, 1), ("error", "content/a.md", "7", "1", "no such key. Write: another, please")),
        (Place("content/a.md"), ("error", "content/a.md", None, None, "no such key. Write: another, please")),
    ],
)
def test_the_problem_matcher_matches(place: Place, groups: tuple[str | None, ...]) -> None:
    pattern = JSON[0]["tasks"][0]["problemMatcher"]["pattern"]["regexp"]
    found = re.match(pattern, as_github([Problem("unknown-key", place, "no such key", "Write: another, please")]))
    assert found
    assert found.groups() == groups


def test_the_schemas_of_the_settings_are_written() -> None:
    named = {Path(path).name for path in JSON[1]["yaml.schemas"]}
    assert named <= {f"{kind}.schema.json" for kind in KINDS}
    assert all(f"`{kind}.schema.json`" in EDITORS for kind in KINDS)
    assert tuple(KINDS) == OFFERED


def test_the_hook_calls_a_command_that_exists() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    program, command = hook["entry"].split()
    assert (program, hook["pass_filenames"], hook["language"]) == ("site-builder", False, "python")
    assert command in commands.commands
    assert hook["id"] in EDITORS
    assert re.match(hook["files"], "content/matches/2021/a.md")
